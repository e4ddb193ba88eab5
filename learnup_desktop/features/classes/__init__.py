"""Classes and their rolls."""
