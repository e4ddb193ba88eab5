"""What the school says to people, all of it, read with no network."""
