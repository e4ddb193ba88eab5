"""Settings, generated from their declarations, and what this installation is."""
