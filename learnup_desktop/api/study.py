"""What somebody writes while studying. Reading it is the streams' business."""

from collections.abc import Sequence

from learnup_desktop.api.transport import Transport
from learnup_desktop.contract import routes
from learnup_desktop.contract.study import (
    Annotation,
    AnnotationsTaken,
    AnnotationUpload,
    PlacesTaken,
    PlacesUpload,
    ReadingPlace,
)


class StudyApi:
    """``study`` routes."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def put_annotations(self, annotations: Sequence[Annotation], idempotency_key: str) -> AnnotationsTaken:
        """Send annotations or parts of them, any order; repeats are harmless.

        Returns:
            Each as it stands on the platform, and the ids of those that were refused.
        """
        return await self._transport.request_model(
            "PUT",
            routes.STUDY_ANNOTATIONS,
            AnnotationsTaken,
            body=AnnotationUpload(annotations=list(annotations)),
            idempotency_key=idempotency_key,
        )

    async def put_places(self, places: Sequence[ReadingPlace], idempotency_key: str) -> PlacesTaken:
        """Send reading places; repeats are harmless.

        Returns:
            Each as it stands on the platform.
        """
        return await self._transport.request_model(
            "PUT",
            routes.STUDY_PLACES,
            PlacesTaken,
            body=PlacesUpload(places=list(places)),
            idempotency_key=idempotency_key,
        )
