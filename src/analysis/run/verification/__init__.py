"""Verification: an archive held to its manifest, made anew from its own inputs, and compared number by number."""
