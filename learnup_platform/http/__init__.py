"""What every route shares: faults, transactions, kept answers, validators, limits and dependencies."""
