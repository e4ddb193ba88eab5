"""Face enrolment: a student agrees and gives three good pictures; a teacher approves; either can have it all deleted.

``EnrolmentService(gateway, make_supervisor, configuration, kept)``
    ``gateway`` is ``api.face``'s module of the platform client; ``make_supervisor(on_message)`` and ``configuration()``
    (a ``WorkerConfiguration`` with camera and models folder) come from the composition root.
``routes.enrolment_routes(lambda: service) -> list[Route]``
    ``face`` for students, ``face-approvals`` for teachers.
"""
