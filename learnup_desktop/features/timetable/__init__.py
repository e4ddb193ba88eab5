"""The week, from the cache, with changes shown as changes."""
