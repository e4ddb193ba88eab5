"""A student's results come from the cache: what was published, what is being marked, and each question's marks."""

from collections.abc import Callable, Coroutine
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.contract.exams import AttemptState
from learnup_desktop.contract.results import OwnResult, ResultPart
from learnup_desktop.contract.sync import Stream
from learnup_desktop.features.results.results_page import ResultsPage
from learnup_desktop.features.results.service import ResultsService
from learnup_desktop.qt.widgets import ListRow
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.seal import Sealer
from tests.unit.features.marking.marked_exam import EXAM, NOW
from tests.unit.features.page_driver import Frame, show, until
from tests.unit.features.school import change

Run = Callable[[Coroutine[object, object, None]], None]
RESULT = OwnResult(
    exam_id="exam",
    class_id="physics",
    attempt_id="a2",
    title=EXAM.title,
    subject=EXAM.subject,
    sat_at=NOW - timedelta(days=2),
    published_at=NOW,
    total=Decimal("7.5"),
    maximum=10,
    parts=[
        ResultPart(number=1, marks=Decimal(2), maximum=2),
        ResultPart(number=2, part="a", marks=Decimal("5.5"), maximum=8, comment="And then?"),
        ResultPart(number=3, marks=None, maximum=4),
    ],
    note="Well done",
    rank=3,
    out_of=28,
    revised=1,
)


def test_results_are_read_from_the_cache_and_opened(run_qt: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        store = await AccountStore.open(tmp_path / "account", Sealer(bytes(32)), ManualClock(NOW))
        page = ResultsPage(ResultsService(store.cache, lambda: NOW), Frame())
        show(page)
        page.activated({})
        await until(lambda: page.stack.state() == "empty")
        handed_in = EXAM.model_copy(update={"id": "second", "attempt_state": AttemptState.SUBMITTED})
        told = EXAM.model_copy(update={"attempt_state": AttemptState.SUBMITTED})
        exams = [change(Stream.EXAMS, exam.id, exam) for exam in (handed_in, told)]
        await store.cache.apply([*exams, change(Stream.RESULTS, "exam", RESULT)], "1")
        page.data_changed(frozenset({"results"}))
        await until(lambda: page.stack.state() == "content" and len(_rows(page)) == 2)
        assert "7.5 of 10" in _rows(page)[1].accessibleName()
        page.show_result("exam")
        await until(lambda: len(_rows(page)) == 3)
        assert page.total.text().startswith("7.5 of 10")
        assert "place 3 of 28" in page.facts.text() and "corrected" in page.facts.text()
        assert "And then?" in _rows(page)[1].accessibleName()
        await store.close()
        page.deleteLater()

    run_qt(scenario())


def _rows(page: ResultsPage) -> list[ListRow]:
    return [row for row in page.findChildren(ListRow) if row.isVisibleTo(page)]
