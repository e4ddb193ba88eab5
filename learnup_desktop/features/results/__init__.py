"""Results: one's own marks, as published, and how they went over time; from the cache, so also with no network.

``ResultsService(cache, now)``; ``routes.results_routes(lambda: service) -> list[Route]``: ``results`` for students.
"""
