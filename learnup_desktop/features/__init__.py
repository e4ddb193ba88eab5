"""What people do with the program, one folder a feature: use cases without Qt, pages, and the feature's routes."""
