"""Face enrolment."""

from learnup_desktop.api.transport import Transport
from learnup_desktop.contract import routes
from learnup_desktop.contract.face import ClassGallery, Enrolment, EnrolmentDecision, EnrolmentRequest, FaceModels


class FaceApi:
    """``face`` routes."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def enrolments(self) -> list[Enrolment]:
        """The own enrolments, or those of a teacher's students."""
        return await self._transport.request_list(routes.ENROLMENTS, Enrolment)

    async def enrol(self, request: EnrolmentRequest, idempotency_key: str) -> Enrolment:
        """Hand in templates and photograph.

        Raises:
            RefusedError: ``face.no_consent`` or ``face.quality``.
        """
        return await self._transport.request_model(
            "POST", routes.ENROLMENTS, Enrolment, body=request, idempotency_key=idempotency_key
        )

    async def decide(self, enrolment_id: str, approve: bool, idempotency_key: str) -> Enrolment:
        """Approve or reject a student's enrolment (teachers)."""
        path = routes.ENROLMENT_DECISION.format(id=enrolment_id)
        body = EnrolmentDecision(approve=approve)
        return await self._transport.request_model("POST", path, Enrolment, body=body, idempotency_key=idempotency_key)

    async def photo(self, enrolment_id: str) -> bytes:
        """The JPEG that a teacher decides by."""
        return await self._transport.request_bytes("GET", routes.ENROLMENT_PHOTO.format(id=enrolment_id))

    async def delete(self, enrolment_id: str) -> None:
        """Delete an enrolment, templates and photograph included."""
        await self._transport.request("DELETE", routes.ENROLMENT.format(id=enrolment_id))

    async def models(self) -> FaceModels:
        """The platform's manifest of face models."""
        return await self._transport.request_model("GET", routes.FACE_MODELS, FaceModels)

    async def gallery(self, class_id: str) -> ClassGallery:
        """The templates of a class (teachers)."""
        return await self._transport.request_model(
            "GET", routes.FACE_GALLERY, ClassGallery, params={"classId": class_id}
        )
