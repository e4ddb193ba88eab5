"""Signing in: server, demo accounts, reasons when it fails, and the way in without a network."""
