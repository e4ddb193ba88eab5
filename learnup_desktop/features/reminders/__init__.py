"""Reminders of lessons and exams, from the cache alone."""
