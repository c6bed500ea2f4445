"""Reproducible reports for community safety partnerships: read the folders as the contents of a strategic assessment."""
