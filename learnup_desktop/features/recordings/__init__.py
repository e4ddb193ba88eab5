"""Recordings of lessons, by class, and seminars to register for."""
