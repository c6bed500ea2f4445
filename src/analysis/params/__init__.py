"""What a partnership declares: schema, loading, register of areas, explaining a file."""
