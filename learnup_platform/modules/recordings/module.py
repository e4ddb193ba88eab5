"""What this domain brings to the platform."""

from learnup_desktop.contract.sync import Stream
from learnup_platform.modules.module import Module
from learnup_platform.modules.recordings.routes import router
from learnup_platform.modules.recordings.sources import RecordingSource

MODULE = Module(router=router, streams={Stream.RECORDINGS: RecordingSource()})
