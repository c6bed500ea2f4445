"""What the outlooks are worth: in a published competition, and on every district and category of the open extracts."""
