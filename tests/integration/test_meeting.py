"""A live class in its real process with a real QWebEngineView, against a meeting server of ours.

Each of these starts Chromium, so they are few and each goes a long way.
"""

import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import psutil
import pytest

from learnup_desktop.base.errors import EngagedError
from learnup_desktop.base.settings import Settings
from learnup_desktop.contract.meetings import MeetingTicket
from learnup_desktop.domain.engagements import Engagement, Engagements
from learnup_desktop.domain.meetings import JoinChoices
from learnup_desktop.features.live.live_page import LivePage
from learnup_desktop.features.live.service import LiveService
from learnup_desktop.meeting.messages import Gone, NewTicket, Press, TicketWanted, Told
from learnup_desktop.store.records import PUT_PRESENCE
from tests.conftest import RunQt
from tests.meeting_driver import FLAGS, TOKEN, MeetingDriver, ticket
from tests.meeting_standin import API_VARIABLE, MeetingStandIn
from tests.unit.features.live.desk import online, ticket_for
from tests.unit.features.page_driver import Frame
from tests.unit.features.school import opened_store

pytestmark = [pytest.mark.integration, pytest.mark.slow]


@pytest.fixture(scope="module")
def standin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MeetingStandIn]:
    server = MeetingStandIn(tmp_path_factory.mktemp("authority"))
    yield server
    server.close()


@pytest.fixture(autouse=True)
def fake_media(monkeypatch: pytest.MonkeyPatch) -> None:
    """A camera and a microphone that are not there, and the variables that the shipped program has to take back."""
    monkeypatch.setenv("QTWEBENGINE_CHROMIUM_FLAGS", f"{FLAGS} --remote-debugging-port=0")
    monkeypatch.setenv("QTWEBENGINE_REMOTE_DEBUGGING", "0")


def states(meeting: MeetingDriver) -> list[str]:
    """Every state in order, repeats apart."""
    told = [report.state for report in meeting.reports if isinstance(report, Told)]
    return [state for place, state in enumerate(told) if place == 0 or told[place - 1] != state]


def reasons(meeting: MeetingDriver) -> list[str]:
    """Why it was lost, in order, repeats apart."""
    told = [report.reason for report in meeting.reports if isinstance(report, Told) and report.reason]
    return [reason for place, reason in enumerate(told) if place == 0 or told[place - 1] != reason]


def lives(process: psutil.Process) -> bool:
    """Whether it still runs."""
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def test_a_class_from_joining_to_leaving(standin: MeetingStandIn, run_qt: RunQt) -> None:
    async def attend() -> None:
        before = set(psutil.Process().children(recursive=True))
        async with MeetingDriver(standin) as meeting:
            meeting.join("class-1", moderator=True)
            await meeting.until_state("joined")
            await _sees_the_class(meeting, standin)
            await _presses(meeting, standin)
            await _follows_a_link(meeting)
            await _teaches(meeting, standin)
            await _renderer_dies(meeting)
            state = await meeting.ask("state")
            assert state["offTheRecord"]
            assert set(state["history"]) == {"learnup-meeting://meeting/"}
            assert TOKEN not in json.dumps(state)
            family = set(psutil.Process().children(recursive=True)) - before
            assert len(family) >= 3  # ours, and Chromium's
            meeting.process.send(Press(button="leave"))
            await meeting.until_window(lambda now: now["dialogs"] == ["Leave the class?"])
            await meeting.ask("choose", value="leave")
            await meeting.until(lambda: isinstance(meeting.reports[-1], Gone))
            assert meeting.reports[-1] == Gone(crashed=False)
            assert meeting.presences == [True, False]
            assert states(meeting)[-1] == "left"
        await meeting.until(lambda: not any(lives(process) for process in family))

    run_qt(attend(), timeout=120)


@pytest.mark.skipif(not os.environ.get(API_VARIABLE), reason=f"{API_VARIABLE} names no Jitsi host's external_api.js")
def test_a_class_by_the_script_of_a_jitsi_host(standin: MeetingStandIn, run_qt: RunQt) -> None:
    """Jitsi's own script between our page and the room: joined, seen, ordered about and left."""

    async def attend() -> None:
        async with MeetingDriver(standin) as meeting:
            meeting.join("class-jitsi", moderator=True)
            await meeting.until_state("joined")
            state = await meeting.until_window(lambda now: len(now["people"]) == 4 and bool(now["chat"]))
            assert state["hands"] == ["Kavindu Perera"]
            (opened,) = standin.of("class-jitsi", "opened")
            assert opened["jwt"] == TOKEN
            assert opened["config"]["config.startWithAudioMuted"] is True
            assert opened["config"]["userInfo.displayName"] == "Nimali Jayasuriya"
            meeting.process.send(Press(button="microphone"))
            await meeting.until(lambda: not meeting.told.audio_muted)
            meeting.process.send(Press(button="hand"))
            await meeting.until(lambda: meeting.told.hand_raised)
            await meeting.ask("mode", mode="sound")
            # An older host's knows no setAudioOnly; a smallest picture is asked for as well.
            await meeting.until(lambda: ("set-video-quality", [180]) in standin.commands("class-jitsi"))
            for name in ("muteEveryone", "toggleTileView"):
                await meeting.ask("order", name=name, arguments=[])
            await meeting.until_state("refused")  # the room's answer to toggleTileView
            await meeting.until(lambda: "mute-everyone" in [name for name, _ in standin.commands("class-jitsi")])
            await meeting.ask("said")
            await meeting.until(lambda: meeting.reports.count(TicketWanted()) == 1)
            meeting.process.send(NewTicket(ticket=ticket(standin.domain, "class-again")))
            await meeting.until_state("joined")
            meeting.process.send(Press(button="leave"))
            await meeting.until_window(lambda now: now["dialogs"] == ["Leave the class?"])
            await meeting.ask("choose", value="leave")
            await meeting.until(lambda: isinstance(meeting.reports[-1], Gone))
            assert states(meeting)[-1] == "left"

    run_qt(attend(), timeout=120)


async def _sees_the_class(meeting: MeetingDriver, standin: MeetingStandIn) -> None:
    def all_there(state: dict[str, Any]) -> bool:
        return len(state["people"]) == 4 and bool(state["chat"]) and any("aThingOf" in line for line in state["log"])

    state = await meeting.until_window(all_there)
    assert state["hands"] == ["Kavindu Perera"]
    assert state["knocking"] == {"k1": "Late Comer"}
    assert state["shown"]
    assert len([line for line in state["log"] if "aThingOfNextYear" in line]) == 1  # it came twice
    (opened,) = standin.of("class-1", "opened")
    assert opened["jwt"] == TOKEN
    config = opened["config"]
    assert config["config.startWithAudioMuted"] is True
    assert config["config.startWithVideoMuted"] is False
    assert config["userInfo.displayName"] == "Nimali Jayasuriya"
    await meeting.until(lambda: standin.of("class-1", "media"))
    assert standin.of("class-1", "media")[0]["tracks"] == 2  # granted to the meeting's origin


async def _presses(meeting: MeetingDriver, standin: MeetingStandIn) -> None:
    meeting.process.send(Press(button="microphone"))
    await meeting.until(lambda: not meeting.told.audio_muted)
    meeting.process.send(Press(button="hand"))
    await meeting.until(lambda: meeting.told.hand_raised)
    await meeting.ask("mode", mode="sound")
    await meeting.until(lambda: ("set-audio-only", [True]) in standin.commands("class-1"))
    await meeting.ask("press", button="share")
    state = await meeting.until_window(lambda now: now["dialogs"])
    assert state["dialogs"] == ["What do you want to show?"]
    assert not standin.of("class-1", "shared")
    await meeting.ask("choose", value="cancel")
    await meeting.until(lambda: standin.of("class-1", "not shared"))


async def _follows_a_link(meeting: MeetingDriver) -> None:
    await meeting.ask("click", x=20, y=12)
    state = await meeting.until_window(lambda now: now["dialogs"])
    assert state["links"] == ["https://example.org/lesson"]
    assert state["dialogs"] == ["Open this link in your browser?"]
    await meeting.ask("choose", value="cancel")


async def _teaches(meeting: MeetingDriver, standin: MeetingStandIn) -> None:
    await meeting.ask("admit", identifier="k1")
    await meeting.until_window(lambda now: "Late Comer" in now["people"] and not now["knocking"])
    await meeting.ask("press", button="record")
    await meeting.until(lambda: meeting.told.recording)
    await meeting.ask("order", name="muteEveryone", arguments=["audio"])
    await meeting.ask("order", name="sendChatMessage", arguments=["Page 12, please"])
    await meeting.until_window(lambda now: now["chat"][-1] == "Page 12, please")
    # The room tells of each command by a request of its own: what the window shows may be ahead of it.
    await meeting.until(lambda: ("mute-everyone", ["audio"]) in standin.commands("class-1"))
    await meeting.until(lambda: ("answer-knocking-participant", ["k1", True]) in standin.commands("class-1"))


async def _renderer_dies(meeting: MeetingDriver) -> None:
    began = len(meeting.reports)
    await meeting.ask("kill_renderer")
    await meeting.until(lambda: any(_is_lost(report) for report in meeting.reports[began:]))
    await meeting.until_state("joined")
    assert meeting.presences == [True]  # a rejoin is no leaving
    # As it was before, not as it was chosen before joining.
    assert not meeting.told.audio_muted


def _is_lost(report: object) -> bool:
    return isinstance(report, Told) and report.state == "reconnecting"


def test_what_jitsi_gives_up_on_is_joined_again(standin: MeetingStandIn, run_qt: RunQt) -> None:
    async def attend() -> None:
        async with MeetingDriver(standin) as meeting:
            standin.refusing = True
            meeting.join("troubled-1")
            await meeting.until(lambda: meeting.told.reason == "api")
            standin.refusing = False
            await meeting.until(lambda: "connection.droppedError" in reasons(meeting))
            assert reasons(meeting) == ["api", "no answer", "suspend", "connection.droppedError"]
            await meeting.until(lambda: len(standin.of("troubled-1", "opened")) == 4 and meeting.told.state == "joined")
            # Lost so often, the line is taken to be poor.
            assert ("set-video-quality", [180]) in standin.commands("troubled-1") or ("set-video-quality", [360]) in (
                standin.commands("troubled-1")
            )
            assert meeting.presences == [True]

    run_qt(attend(), timeout=120)


def test_who_is_not_let_in_is_told_why(standin: MeetingStandIn, run_qt: RunQt) -> None:
    async def attend() -> None:
        async with MeetingDriver(standin) as meeting:
            meeting.join("old", ticket=ticket(standin.domain, "old", seconds=5))
            await meeting.until(lambda: TicketWanted() in meeting.reports)
            meeting.process.send(NewTicket(ticket=ticket(standin.domain, "password-1")))
            await meeting.until_state("password")
            await meeting.ask("password", words="guessed")
            await meeting.until(lambda: states(meeting).count("password") == 2)
            await meeting.ask("password", words="open sesame")
            await meeting.until_state("joined")
            # The stand-in answers it with an error of the token.
            await meeting.ask("order", name="toggleTileView", arguments=[])
            await meeting.until_state("refused")
            state = await meeting.ask("state")
            assert "You were not let in" in state["said"]
            assert not state["shown"]
            await meeting.ask("said")
            await meeting.until(lambda: meeting.reports.count(TicketWanted()) == 2)
            meeting.process.send(NewTicket(ticket=ticket(standin.domain, "lobby-1")))
            await meeting.until_state("removed")
            assert states(meeting)[-3:] == ["waiting", "joined", "removed"]
            assert not standin.of("old", "opened")

    run_qt(attend(), timeout=120)


def test_a_hostile_meeting_gets_nothing(standin: MeetingStandIn, run_qt: RunQt) -> None:
    async def attend() -> None:
        async with MeetingDriver(standin) as meeting:
            meeting.join("hostile-1")
            await meeting.until(lambda: standin.of("hostile-1", "tried"))
            (tried,) = standin.of("hostile-1", "tried")
            assert tried["opened"] == [False, False, False]  # windows
            assert tried["reached"] == []  # plain http, our own scheme, files
            assert tried["place"] == "denied"
            assert tried["screen"] != "given"
            assert tried["channel"] == "undefined"
            assert tried["parentChannel"] == "SecurityError"
            state = await meeting.until_window(lambda now: {"navigation", "download"} <= set(now["refused"]))
            assert state["links"] == []  # nobody pressed anything
            assert set(state["history"]) == {"learnup-meeting://meeting/"}
            assert not standin.of("grab", "grabbed")  # a frame of another origin is not even loaded
            assert len(standin.of("hostile-1", "opened")) == 1  # it did not get itself begun anew
            grab = "navigator.mediaDevices.getUserMedia({video: true}).catch(() => {}); 1"
            await meeting.ask("script", source=grab)
            state = await meeting.until_window(lambda now: "permission" in now["refused"])
            await _floods(meeting)

    run_qt(attend(), timeout=120)


async def _floods(meeting: MeetingDriver) -> None:
    """Ten thousand messages at once by the channel itself, past our own script's counting."""
    source = """
        const listener = qt.webChannelTransport.onmessage;
        new QWebChannel(qt.webChannelTransport, (channel) => {
            const text = JSON.stringify({from: 'x', nick: 'x', message: 'spam'});
            for (let count = 0; count < 10000; count += 1) channel.objects.bridge.said(1, 'incomingMessage', text);
            qt.webChannelTransport.onmessage = listener;
        }); 1
    """
    await meeting.ask("script", source=source)
    state = await meeting.until_window(lambda now: now["dropped"] > 9_000)
    assert len(state["chat"]) <= 500
    assert len([line for line in state["log"] if "too fast" in line]) == 1
    meeting.process.send(Press(button="hand"))
    await meeting.until(lambda: meeting.told.hand_raised)
    assert meeting.told.state == "joined"


def test_a_host_that_cannot_prove_who_it_is_gets_no_token(standin: MeetingStandIn, run_qt: RunQt) -> None:
    async def attend() -> None:
        async with MeetingDriver(standin, trusting=False) as meeting:
            meeting.join("class-9")
            await meeting.until(lambda: meeting.told.state == "insecure" or meeting.told.reason == "api")
            assert "joined" not in states(meeting)
            assert meeting.told.state == "insecure", states(meeting)
            assert not standin.of("class-9", "opened")

    run_qt(attend(), timeout=120)


class Tickets:
    """Gives out tickets as the platform's API does; ``asked`` counts."""

    def __init__(self, fresh: MeetingTicket) -> None:
        self._fresh = fresh
        self.asked = 0

    async def join(self, lesson_id: str) -> MeetingTicket:
        self.asked += 1
        return self._fresh


def test_the_page_opens_the_window_keeps_the_stay_and_frees_exams_again(
    standin: MeetingStandIn, run_qt: RunQt, tmp_path: Path
) -> None:
    loaded = {name for name in sys.modules if name.startswith("PySide6.QtWeb")}
    now = datetime.now(UTC)
    lesson = online(-5)
    fresh = ticket_for(lesson).model_copy(
        update={"domain": standin.domain, "room": "page-1", "jwt": TOKEN, "expires_at": now + timedelta(hours=1)}
    )
    tickets, engagements = Tickets(fresh), Engagements()

    async def attend() -> None:
        async with opened_store(tmp_path) as store, MeetingDriver(standin) as driver:
            service = LiveService(
                store.cache, cast(Any, lambda: tickets), lambda: datetime.now(UTC), engagements, store.stays, "Nimali"
            )
            frame = Frame()
            page = LivePage(service, frame, Settings(tmp_path / "settings.json"), driver.made)
            page.activated({})
            assert page.stack.empty.message().startswith("No class is going on")
            stale = fresh.model_copy(update={"expires_at": now + timedelta(seconds=5)})
            page.activated({"ticket": stale, "choices": JoinChoices(video_on=True)})
            await driver.until(lambda: page.state.text() == "In class")
            assert tickets.asked == 1  # the first was no longer good for it
            assert engagements.in_the_way(Engagement.EXAM) is Engagement.MEETING
            with pytest.raises(EngagedError):
                service.enter(fresh)
            page.hand.click()
            await driver.until(lambda: page.hand.text() == "Lower hand")
            page.deactivated()
            page.activated({"lesson_id": lesson.id})
            assert page.stack.state() == "content"
            page.leave.click()
            await driver.until(lambda: page.stack.state() == "empty")
            assert page.stack.empty.message().startswith("You left the class")
            assert engagements.in_the_way(Engagement.EXAM) is None
            reports = await store.outbox.operations(kind=PUT_PRESENCE, limit=9)
            ends = [report.body["leftMs"] for report in sorted(reports, key=lambda report: report.position)]
            assert ends[0] is None and ends[-1] is not None
            page.stack.empty.action_requested.emit()
            assert frame.visited[-1][0] == "live"
            await service.close()
            page.tasks.close()

    run_qt(attend(), timeout=120)
    assert {name for name in sys.modules if name.startswith("PySide6.QtWeb")} == loaded
