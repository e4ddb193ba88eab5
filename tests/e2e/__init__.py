"""Whole clients as processes, killed, starved and cut off, against a real platform on the loopback interface."""
