"""Signing in, staying signed in, and what happened to an account."""
