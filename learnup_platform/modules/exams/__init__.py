"""Exams for sitting: sealed papers, attempts and their leases, journals, receipts, flags and invigilation."""
