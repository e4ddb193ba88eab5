"""What this domain brings to the platform."""

from learnup_platform.modules.face_ai.routes import router
from learnup_platform.modules.module import Module

MODULE = Module(router=router)
