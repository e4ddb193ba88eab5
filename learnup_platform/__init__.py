"""The platform that LearnUp Desktop talks to: REST and Socket.IO over SQLite, or over PostgreSQL, Redis and S3.

How to add a module
-------------------
A module is a package under ``modules/`` with the same file names everywhere:

``routes.py``
    HTTP in and out, nothing else. ``router = platform_router("things")`` (``http.route``) gives routes that run in one
    transaction, keep answers by ``Idempotency-Key`` and answer reads with an ``ETag``. A route takes ``Session``,
    ``CurrentAccount`` (or ``Student``, ``Teacher``, ``Admin`` from ``http.dependencies``), ``Now`` and ``Context``
    and returns a contract model.
``service.py``
    Rules. Takes the session, the principal and contract models; raises ``PlatformFault`` (``http.errors``). Never
    commits: the route's transaction commits when the route returned and rolls back when it raised (``keep=True`` on the
    fault commits all the same, for what must be remembered of a refusal).
``queries.py``
    SQL, nothing else.
``module.py``
    ``MODULE = Module(router=…, streams={…}, client_events={…}, jobs=(…))`` (``modules.module``). Then one line in
    ``modules/registry.py``, and the module's models in ``db/models_<name>.py`` with one line in ``db/models.py`` and
    a revision ``db/migrations/versions/000N_<name>.py``.

What changed goes to clients like this: the service calls ``touch(session, Stream.LESSONS, lesson.id,
of_class(class_id))`` (``modules.sync.versions``); at commit the change gets its place in the sequence, after commit the
rooms get a ``sync`` hint. What a changed entity looks like to an account is the business of the module's
``StreamSource``. An event of its own goes out with ``publish(session, room, event, payload)`` (``events``), also only
after the commit. Who may see what is asked of ``access``: ``require_class``, ``visible_class_ids``; what is not
yours is ``not_found()``.
"""
