"""What teachers offer beyond a class's own material, and getting it."""
