"""How annotations and reading places are sent, and how the answer shows that the platform holds them.

The models are loaded with the first operation: pydantic costs, and most starts have nothing to send.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from learnup_desktop.base.errors import ProtocolError, RefusedError, RuleViolation
from learnup_desktop.store.records import Operation, OperationError
from learnup_desktop.sync.outbox_pump import Handler, Refusals

if TYPE_CHECKING:
    from learnup_desktop.api.client import PlatformClient
    from learnup_desktop.contract.study import Annotation


def annotation_handler(client: "PlatformClient") -> Handler:
    """``annotation.put``: the parts of all operations in one request."""

    async def send(operations: Sequence[Operation], key: str) -> Refusals:
        from learnup_desktop.domain.annotations import holds

        parts = {operation.id: _part(operation) for operation in operations}
        answer = await client.study.put_annotations(list(parts.values()), key)
        standing = {item.id: item for item in answer.annotations}
        refused: dict[str, OperationError] = {}
        for operation_id, part in parts.items():
            held = standing.get(part.id)
            if held is not None and holds(held, part):
                continue
            if part.id not in answer.refused:
                raise ProtocolError("an annotation is not in the platform's answer", reason="malformed")
            refused[operation_id] = OperationError(RefusedError.key, RefusedError.code, "too_large")
        return refused

    return send


def place_handler(client: "PlatformClient") -> Handler:
    """``place.put``: one place."""

    async def send(operations: Sequence[Operation], key: str) -> Refusals:
        from pydantic import ValidationError

        from learnup_desktop.contract.study import ReadingPlace

        try:
            places = [ReadingPlace.model_validate(operation.body["place"]) for operation in operations]
        except (ValidationError, KeyError) as error:
            raise RuleViolation("the operation holds no place") from error
        answer = await client.study.put_places(places, key)
        if {item.material_id for item in places} - {item.material_id for item in answer.places}:
            raise ProtocolError("a place is not in the platform's answer", reason="malformed")
        return {}

    return send


def _part(operation: Operation) -> "Annotation":
    from pydantic import ValidationError

    from learnup_desktop.contract.study import Annotation

    try:
        return Annotation.model_validate(operation.body["annotation"])
    except (ValidationError, KeyError) as error:
        raise RuleViolation("the operation holds no annotation") from error
