"""Exams for students: the list, the lobby, the sitting, the receipt.

What the composition root makes::

    service = ExamsService(                      # features.exams.service: no Qt
        account,                                 # contract.auth.Account
        store,                                   # store.account_store.AccountStore
        platform.exams,                          # api.exams.ExamsApi
        papers,                                  # sync.papers.PaperDownloads(platform.exams, store.blobs)
        uploads,                                 # sync.uploads.AttemptUploads
        clock,                                   # sync.server_clock.PlatformClock
        Device(device_id, device_name),
        make_supervisor,                         # (on_message, clock_ms) -> ProctoringSupervisor
        configure,                               # (policy, templates) -> WorkerConfiguration
        QtLockdown(),                            # lockdown.qt_lockdown; full_screen=False offscreen
        send_status,                             # (status) -> awaitable: realtime.emit(ATTEMPT_STATUS, …); or None
    )
    routes = exam_routes(lambda: service)        # features.exams.routes

Routes: ``exams``, and hidden with the parameter ``exam_id``: ``exam-lobby``, ``exam-sitting``, ``exam-receipt``.
``exam-sitting`` resumes what this PC holds, so after a crash the root calls ``await service.unfinished()`` and goes
there. ``service.take_command`` takes ``AttemptCommand`` from the live line, ``await service.finish_waiting()`` goes on
handing in after a start, and ``await service.close()`` belongs to the program's end, before the store closes.
"""
