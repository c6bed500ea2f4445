"""Ways of telling what would have been: one file a design, one result type."""
