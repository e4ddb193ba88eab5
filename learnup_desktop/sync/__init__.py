"""Between store and platform: pull what changed, push what was written here, fetch what will be needed.

Nothing here knows Qt. Every background task belongs to an object with ``start`` and ``close``; nothing is fired and
forgotten.
"""
