"""What would be seen if an effect were something else: one file a check, one protocol."""
