"""What this domain brings to the platform."""

from learnup_platform.modules.module import Module
from learnup_platform.modules.sync.routes import router

MODULE = Module(router=router)
