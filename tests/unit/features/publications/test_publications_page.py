"""Publications are asked for with a network only; what costs something after a question, and paid by its invoice."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.base.errors import OfflineError
from learnup_desktop.contract.materials import Publication, PurchaseState
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.features.publications import publications_page
from learnup_desktop.features.publications.publications_page import PublicationsPage
from learnup_desktop.features.publications.service import PublicationsService
from learnup_desktop.qt import notices
from tests.unit.features.page_driver import Frame, show, until
from tests.unit.features.school import NOW, opened_store

RunQt = Callable[..., Any]


def offer(identity: str, price: int, state: PurchaseState = PurchaseState.OFFERED) -> Publication:
    return Publication(
        id=identity,
        class_id="physics" if identity != "left" else "chemistry",
        title=LocalizedText(en=f"The {identity}"),
        summary=LocalizedText(en="Eighty problems."),
        author_name="Kamala Perera",
        media_type="application/pdf",
        size_bytes=120_000,
        price_minor=price,
        currency="LKR",
        state=state,
    )


class School:
    """The wire: gives what is free, and an invoice for the rest."""

    def __init__(self) -> None:
        self.reached = True
        self.offers = {item.id: item for item in (offer("book", 75_000), offer("guide", 0), offer("left", 10))}
        self.asked: list[str] = []

    async def publications(self) -> list[Publication]:
        if not self.reached:
            raise OfflineError("no line")
        return list(self.offers.values())

    async def buy(self, identity: str) -> Publication:
        self.asked.append(identity)
        held = self.offers[identity]
        state = PurchaseState.PENDING if held.price_minor else PurchaseState.OWNED
        invoice = "invoice" if held.price_minor else None
        self.offers[identity] = held.model_copy(update={"state": state, "invoice_id": invoice})
        return self.offers[identity]


Play = Callable[[PublicationsPage, School, Frame, list[str]], Any]


@pytest.fixture
def scenario(run_qt: RunQt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Play], None]:
    """``scenario(play)`` runs ``await play(page, school, frame, questions)``; every question is agreed to."""
    questions: list[str] = []

    async def agree(parent: object, title: str, text: str, action: str) -> bool:
        questions.append(title.replace("\N{NO-BREAK SPACE}", " "))
        return True

    monkeypatch.setattr(publications_page, "confirm", agree)

    def run(play: Play) -> None:
        async def whole() -> None:
            async with opened_store(tmp_path) as store:
                school, frame = School(), Frame()
                service = PublicationsService(
                    store.cache,
                    lambda: school,  # type: ignore[arg-type,return-value]  # the wire is what is faked
                    ManualClock(NOW).utc_now,
                    lambda: None,
                )
                page = PublicationsPage(service, frame)
                qtbot.addWidget(page)
                show(page)
                page.activated({})
                await until(lambda: len(page.buttons) == 3)
                await play(page, school, frame, questions)
                page.tasks.close()

        notices.center().history.clear()
        run_qt(whole())

    return run


def test_what_costs_something_is_asked_about_and_paid_by_its_invoice(scenario: Callable[[Play], None]) -> None:
    async def play(page: PublicationsPage, school: School, frame: Frame, questions: list[str]) -> None:
        page.buttons["book"].click()
        await until(lambda: frame.visited == [("payments", {})])
        assert questions == ["Buy “The book” for Rs 750.00?"] and school.asked == ["book"]
        page.data_changed(frozenset({"invoices"}))
        await until(lambda: page.buttons["book"].text() == "Pay")
        school.offers["book"] = offer("book", 75_000, PurchaseState.PENDING)
        page.data_changed(frozenset({"invoices"}))
        await until(lambda: page.buttons["book"].text() == "Buy")  # asked for before there were invoices
        school.offers["book"] = offer("book", 75_000, PurchaseState.OWNED)
        page.data_changed(frozenset({"materials"}))
        await until(lambda: page.buttons["book"].text() == "Show in the library")
        page.buttons["book"].click()
        assert frame.visited[-1] == ("library", {"find": "The book"})

    scenario(play)


def test_what_is_free_is_one_s_own_at_once(scenario: Callable[[Play], None]) -> None:
    async def play(page: PublicationsPage, school: School, frame: Frame, questions: list[str]) -> None:
        page.buttons["guide"].click()
        await until(lambda: page.buttons["guide"].text() == "Show in the library")
        assert questions == [] and notices.center().history[-1].title == "It is yours"

    scenario(play)


def test_without_a_network_nothing_is_asked_for_and_it_is_said(scenario: Callable[[Play], None]) -> None:
    async def play(page: PublicationsPage, school: School, frame: Frame, questions: list[str]) -> None:
        page.connection_changed(False)
        page.buttons["guide"].click()
        assert school.asked == [] and notices.center().history[-1].title == "Getting a publication needs a network"
        school.reached = False
        page.reload()
        await until(lambda: not page.tasks.busy())
        assert not page.buttons["guide"].isVisible(), "prices of yesterday are not shown as today's"
        school.reached = True
        page.connection_changed(True)
        await until(lambda: page.buttons["guide"].isVisible())

    scenario(play)
