"""Talking to the platform over HTTP: the only importer of httpx, which is loaded at the first request, on a thread."""
