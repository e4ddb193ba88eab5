"""The demo school: made-up people and lessons, the same every time, laid around the moment it is seeded for.

Ids depend only on names, times only on that moment. Nobody here exists.
"""
