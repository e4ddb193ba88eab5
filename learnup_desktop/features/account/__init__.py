"""Who is signed in, on which devices, and signing out."""
