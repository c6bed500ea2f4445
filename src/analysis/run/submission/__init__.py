"""A submission: one archive of an edition's documents with all that they were made from, for whoever doubts them."""
