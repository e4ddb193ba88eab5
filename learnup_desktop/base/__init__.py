"""What every other package may use: errors, clock, ids, settings, paths and log. It imports nothing of ours."""
