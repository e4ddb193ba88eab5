"""What this domain brings to the platform."""

from learnup_desktop.contract.realtime import ClientEvent
from learnup_desktop.contract.sync import Stream
from learnup_platform.http.messages import register_messages
from learnup_platform.modules.exams import routes_marking, routes_proof, routes_results, routes_seats, routes_teaching
from learnup_platform.modules.exams.evidence import forget_old_evidence
from learnup_platform.modules.exams.messages import MESSAGES
from learnup_platform.modules.exams.routes import router
from learnup_platform.modules.exams.streams import (
    CLOSE_EVERY_SECONDS,
    ExamSource,
    ResultSource,
    close_overdue,
    take_status,
)
from learnup_platform.modules.module import Job, Module

register_messages(MESSAGES)
router.include_router(routes_teaching.router)
router.include_router(routes_marking.router)
router.include_router(routes_proof.router)
router.include_router(routes_seats.router)
router.include_router(routes_results.router)

MODULE = Module(
    router=router,
    streams={Stream.EXAMS: ExamSource(), Stream.RESULTS: ResultSource()},
    client_events={ClientEvent.ATTEMPT_STATUS: take_status},
    jobs=(
        Job("close-overdue-attempts", CLOSE_EVERY_SECONDS, close_overdue),
        Job("evidence-retention", 3600.0, forget_old_evidence),
    ),
)
