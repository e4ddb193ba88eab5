"""The only importer of socketio: a live line to the platform that comes back by itself.

Every event is a hint or a command; after each (re)connect the client pulls, so nothing depends on one arriving.
"""
