"""Scoring what matters most: evidence, agencies, how sure the ranking is. Nothing here yet."""
