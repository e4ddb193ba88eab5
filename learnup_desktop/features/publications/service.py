"""Use cases of publications: what is offered, asked of the platform when somebody looks, and asking for one.

Prices and who has paid are the platform's word alone, so nothing of it is kept here; what somebody has got is one of
the library's materials and is there without a network like any other. A purchase is never kept for later.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from learnup_desktop.contract.classes import SchoolClass
from learnup_desktop.contract.materials import Publication, PurchaseState
from learnup_desktop.contract.sync import Stream

if TYPE_CHECKING:
    from learnup_desktop.api.materials import MaterialsApi
    from learnup_desktop.store.cache import Cache


@dataclass(frozen=True, slots=True)
class OfferShelf:
    """What is offered to one class, the newest first; without a class what one has left the class of."""

    school_class: SchoolClass | None
    offers: tuple[Publication, ...]


class PublicationsService:
    """Publications of one account.

    Args:
        cache: of the account, for the names of classes.
        api: the platform's routes; made when first needed.
        now: server time, aware.
        hint: asks for a pull: an invoice or a new material is there.
    """

    def __init__(
        self,
        cache: "Cache",
        api: "Callable[[], MaterialsApi]",
        now: Callable[[], datetime],
        hint: Callable[[], object],
    ) -> None:
        self._cache = cache
        self._api = api
        self.now = now
        self.hint = hint

    async def shelves(self) -> tuple[OfferShelf, ...]:
        """What is offered, by class.

        Raises:
            NetworkError, PlatformError: the platform could not be asked.
            StorageError: the cache cannot be read.
        """
        offers = await self._api().publications()
        classes = await self._cache.all(Stream.CLASSES, SchoolClass)
        by_class: dict[str, list[Publication]] = {}
        for offer in offers:
            by_class.setdefault(offer.class_id, []).append(offer)
        ordered = sorted(classes, key=lambda item: (item.name.text("en").casefold(), item.id))
        shelves = [OfferShelf(item, tuple(by_class.pop(item.id))) for item in ordered if item.id in by_class]
        shelves += [OfferShelf(None, tuple(left)) for left in by_class.values()]
        return tuple(shelves)

    async def get(self, offer: Publication) -> Publication:
        """Ask for one: what costs nothing is the account's at once, for anything else there is an invoice.

        Asking again while it is to be paid changes nothing.

        Raises:
            NetworkError: there is no network; nothing was asked for and nothing will be.
            PlatformError: refused.
        """
        taken = await self._api().buy(offer.id)
        self.hint()
        return taken


def is_free(offer: Publication) -> bool:
    """Whether it costs nothing."""
    return offer.price_minor == 0


def can_be_got(offer: Publication) -> bool:
    """Whether there is something to ask for: it is offered, or was and is over, or has no invoice yet to pay it by."""
    waits_for_nothing = offer.state is PurchaseState.PENDING and offer.invoice_id is None
    return waits_for_nothing or offer.state in (PurchaseState.OFFERED, PurchaseState.ENDED)
