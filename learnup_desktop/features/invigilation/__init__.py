"""Invigilation: one tile a student, who needs looking at first, a flag's evidence, and what a teacher decides.

``InvigilationService(gateway, exams, now, seal_key=None)``
    ``gateway`` is ``PlatformClient.invigilation``; ``exams()`` awaits the exams of the cache; ``now()`` is server time.
``routes.invigilation_routes(lambda: service) -> list[Route]``
    ``invigilation`` for teachers.

The program sorts and shows; it decides nothing.
"""
