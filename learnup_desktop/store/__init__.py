"""What this computer keeps: the only importer of sqlite3, sqlite-utils and keyring.

Every SQLite file has one thread of its own; callers await and the event loop never touches a disk. Nothing heavy is
imported with these modules, since they stand on the way to the first window.
"""
