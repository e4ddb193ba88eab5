"""Marking: answers in a queue, everybody's marks, the paper's figures, and what was set aside.

``MarkingService(gateway, outbox, kept, exams, now)``
    ``gateway`` is ``PlatformClient.marking``; ``outbox`` takes marks; ``kept`` keeps an exam for when there is no
    network; ``exams()`` awaits the exams of the cache; ``now()`` is server time.
``routes.marking_routes(lambda: service) -> list[Route]``
    ``marking`` for teachers; takes ``exam_id`` and ``view``.

Marks are the platform's: what is given here waits in the outbox and is shown as given until the platform says so.
"""
