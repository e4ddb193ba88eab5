"""What this domain brings to the platform."""

from learnup_platform.mail import SEND_SECONDS, send_due
from learnup_platform.modules.auth.routes import router
from learnup_platform.modules.module import Job, Module

MODULE = Module(router=router, jobs=(Job("mail", SEND_SECONDS, send_due),))
