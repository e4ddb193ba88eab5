"""Measurements and campaigns: ``python3 run.py bench NAME [--quick]``.

One module a bench, with ``main(argv) -> int``.
"""
