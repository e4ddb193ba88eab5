"""What this domain brings to the platform."""

from learnup_platform.modules.module import Job, Module
from learnup_platform.modules.system.routes import router
from learnup_platform.modules.system.service import drop_ended_connections, tidy_up, write_presence
from learnup_platform.presence import FLUSH_SECONDS
from learnup_platform.realtime import DROP_SECONDS

MODULE = Module(
    router=router,
    jobs=(
        Job("presence", FLUSH_SECONDS, write_presence),
        Job("connections", DROP_SECONDS, drop_ended_connections),
        Job("tidy", 3600.0, tidy_up),
    ),
)
