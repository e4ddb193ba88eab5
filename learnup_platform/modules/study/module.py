"""What this domain brings to the platform."""

from learnup_desktop.contract.sync import Stream
from learnup_platform.modules.module import Module
from learnup_platform.modules.study.routes import router
from learnup_platform.modules.study.sources import AnnotationSource, PlaceSource

MODULE = Module(router=router, streams={Stream.ANNOTATIONS: AnnotationSource(), Stream.PLACES: PlaceSource()})
