"""Seminars: announced to a class or to everybody, with places that are given away."""
