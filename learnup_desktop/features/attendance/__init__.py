"""Marking a roll by hand, offline first."""
