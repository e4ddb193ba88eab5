"""The ``annotations`` and ``places`` streams: everybody's own, and nobody else's."""

from collections.abc import Mapping, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.wire import WireModel
from learnup_platform.modules.study import queries
from learnup_platform.principal import Principal


class AnnotationSource:
    """``annotations``."""

    async def visible_ids(self, session: AsyncSession, principal: Principal) -> Sequence[str]:
        """See ``StreamSource``."""
        return await queries.annotation_ids(session, principal.account_id)

    async def load(self, session: AsyncSession, principal: Principal, ids: Sequence[str]) -> Mapping[str, WireModel]:
        """See ``StreamSource``."""
        found = await queries.annotations(session, principal.account_id, ids)
        return {name: queries.annotation_of(record) for name, record in found.items()}

    async def ids_of_class(self, session: AsyncSession, class_id: str) -> Sequence[str]:
        """See ``StreamSource``: they belong to nobody's class."""
        return ()


class PlaceSource:
    """``places``."""

    async def visible_ids(self, session: AsyncSession, principal: Principal) -> Sequence[str]:
        """See ``StreamSource``."""
        return await queries.place_ids(session, principal.account_id)

    async def load(self, session: AsyncSession, principal: Principal, ids: Sequence[str]) -> Mapping[str, WireModel]:
        """See ``StreamSource``."""
        found = await queries.places(session, principal.account_id, ids)
        return {name: queries.place_of(record) for name, record in found.items()}

    async def ids_of_class(self, session: AsyncSession, class_id: str) -> Sequence[str]:
        """See ``StreamSource``: they belong to nobody's class."""
        return ()
