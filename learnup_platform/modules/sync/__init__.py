"""Delta synchronisation of what an account may see."""
