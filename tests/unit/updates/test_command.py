"""``learnup-desktop update`` as a technician and the nightly task use it: one line of JSON, and an exit code."""

import json
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from learnup_desktop.domain.updates import UpdatePolicy
from learnup_desktop.updates import busy, command
from learnup_desktop.updates.installation import Installation
from learnup_desktop.updates.updater import NoUpdatesHereError, Source, Updater
from tests.update_site import Site, install

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the small programs are scripts")
Say = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path)
    made.release(tmp_path / "work", "1.1.0")
    with made.served():
        yield made


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    return install(tmp_path / "installed")


@pytest.fixture
def say(
    home: Path,
    site: Site,
    installation: Installation,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Say:
    def run(*arguments: str, policy: UpdatePolicy | None = None) -> tuple[int, dict[str, Any]]:
        source = Source(site.address, site.root)
        made = Updater(installation, source, policy or UpdatePolicy(), installation.versions / ".trust")
        monkeypatch.setattr(command, "this_updater", lambda store, machine: made)
        code = command.main(list(arguments))
        report = json.loads(capsys.readouterr().out)
        report.pop("version")
        return code, report

    return run


def test_looking_changes_nothing(say: Say, installation: Installation) -> None:
    code, report = say()
    assert (code, report["outcome"], report["available"]) == (0, "available", "1.1.0")
    assert report["bytes"] > 0
    assert not installation.state.staged


def test_all_of_it(say: Say, installation: Installation) -> None:
    code, report = say("--now")
    assert (code, report["outcome"], report["next"]) == (0, "adopted", "1.1.0")
    assert say("--now") == (0, {"outcome": "current"})


def test_an_exam_comes_first(say: Say, installation: Installation) -> None:
    busy.claim(datetime.now(UTC) + timedelta(hours=1), "exam")
    assert say("--now") == (4, {"outcome": "busy"})
    assert not installation.versions.exists()


def test_one_that_does_not_work_is_refused(say: Say, site: Site, tmp_path: Path) -> None:
    site.release(tmp_path / "work", "1.2.0", broken=True)
    code, report = say("--now")
    assert (code, report["outcome"], report["next"]) == (1, "refused", "")


def test_switched_off_also_what_was_fetched_before_waits(say: Say, installation: Installation, site: Site) -> None:
    updater = Updater(installation, Source(site.address, site.root), UpdatePolicy(), installation.versions / ".trust")
    found = updater.look()
    assert found is not None
    updater.fetch(found, lambda _: None)
    off = UpdatePolicy(enabled=False)
    assert say("--now", policy=off) == say("--apply", policy=off) == (0, {"outcome": "off"})
    assert installation.state.current == ""
    assert say("--apply") == (0, {"outcome": "adopted", "next": "1.1.0"})


def test_pinned_with_nothing_fetched_before(say: Say) -> None:
    assert say("--apply", policy=UpdatePolicy(pinned="1.0")) == (0, {"outcome": "nothing", "next": ""})


def test_pinned_since_what_was_fetched_gives_way_to_the_line(
    say: Say, installation: Installation, site: Site, tmp_path: Path
) -> None:
    site.release(tmp_path / "work", "1.0.1")
    installation.prepare()
    installation.staged("1.1.0")
    code, report = say("--now", policy=UpdatePolicy(pinned="1.0"))
    assert (code, report["outcome"], report["next"]) == (0, "adopted", "1.0.1")


def test_a_program_without_updates_says_so(say: Say, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    def unsupported(store: object, machine: object) -> Updater:
        raise NoUpdatesHereError("installed without")

    monkeypatch.setattr(command, "this_updater", unsupported)
    assert command.main([]) == 0
    assert json.loads(capsys.readouterr().out)["outcome"] == "unsupported"
