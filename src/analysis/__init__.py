"""Reproducible reports for community safety partnerships: the folders read as a strategic assessment's contents."""
