"""What a stream is made of: the surface a module implements for each stream it owns."""

from collections.abc import Mapping, Sequence
from typing import Protocol, runtime_checkable

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import WireModel
from learnup_platform.principal import Principal


class StreamSource(Protocol):
    """The entities of one stream, as an account sees them."""

    async def visible_ids(self, session: AsyncSession, principal: Principal) -> Sequence[str]:
        """Ids of every entity the account sees now; for snapshots, order does not matter."""
        ...

    async def load(self, session: AsyncSession, principal: Principal, ids: Sequence[str]) -> Mapping[str, WireModel]:
        """Those of ``ids`` (at most 200) that the account sees, as it sees them. What is missing counts as deleted."""
        ...

    async def ids_of_class(self, session: AsyncSession, class_id: str) -> Sequence[str]:
        """Ids of every entity that belongs to a class; sent anew to a student who joins or leaves it."""
        ...


@runtime_checkable
class LongStream(Protocol):
    """A stream that may hold tens of thousands of entities: ids are read a page at a time, not all for each page."""

    async def ids_after(self, session: AsyncSession, principal: Principal, after: str, limit: int) -> Sequence[str]:
        """The first ``limit`` of ``visible_ids`` that are greater than ``after``, in order."""
        ...


StreamSources = Mapping[Stream, StreamSource]
