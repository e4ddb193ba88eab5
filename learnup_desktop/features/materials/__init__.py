"""Study material as those who teach see it: put up, published, taken back."""
