"""What a student is asked to pay, and paying it."""
