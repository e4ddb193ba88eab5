"""What a meeting's process decides without a meeting: what it believes, what it orders, when it tries again."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from learnup_desktop.base.errors import ProtocolError
from learnup_desktop.meeting import commands, events, low_line, rejoin
from learnup_desktop.meeting.commands import Command
from learnup_desktop.meeting.event_reader import BURST, LONGEST_MESSAGE, EventReader
from learnup_desktop.meeting.join_options import meeting_options
from learnup_desktop.meeting.main import prepare_environment
from learnup_desktop.meeting.messages import (
    Devices,
    Join,
    Presence,
    Press,
    Pupil,
    Ticket,
    decode_order,
    decode_report,
    encode_line,
)
from learnup_desktop.meeting.people import MeetingPeople

TOKEN = "not-to-be-seen"


class Steady:
    """A clock that is put forward by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def reader() -> tuple[EventReader, Steady]:
    clock = Steady()
    return EventReader(clock), clock


def a_join(**more: object) -> Join:
    ticket = Ticket(
        domain="meet.school.lk",
        room="physics-12",
        token=SecretStr(TOKEN),
        expires_at=datetime(2026, 5, 4, 8, tzinfo=UTC) + timedelta(hours=1),
    )
    return Join.model_validate({"ticket": ticket, "name": "Nimali", "title": "Physics", **more})


# -- what is believed -------------------------------------------------------------------------------------------------


def test_every_event_of_the_issue_is_known() -> None:
    wanted = """ready videoConferenceJoined videoConferenceLeft readyToClose errorOccurred peerConnectionFailure
        suspendDetected cameraError micError audioMuteStatusChanged videoMuteStatusChanged screenSharingStatusChanged
        raiseHandUpdated participantJoined participantLeft participantRoleChanged participantKickedOut
        knockingParticipant passwordRequired recordingStatusChanged recordingConsentDialogOpen incomingMessage"""
    assert set(wanted.split()) <= set(events.EVENTS)


def test_an_event_is_read_as_jitsi_writes_it() -> None:
    read, _ = reader()
    joined = read.read(
        "videoConferenceJoined", '{"id": "a1", "displayName": "N", "roomName": "r", "breakoutRoom": true}'
    )
    assert joined == events.ConferenceJoined(id="a1", display_name="N", breakout=True)
    hand = read.read("raiseHandUpdated", '{"id": "a1", "handRaised": 1700000000000}')
    assert isinstance(hand, events.HandRaised)
    assert hand.hand_raised == 1_700_000_000_000


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("videoConferenceJoined", "{}"),
        ("videoConferenceJoined", '{"id": 7}'),
        ("audioMuteStatusChanged", '{"muted": "yes"}'),
        ("incomingMessage", '{"nick": "x"}'),
        ("incomingMessage", "not json"),
        ("incomingMessage", "[]"),
        ("participantJoined", json.dumps({"id": "x" * 201})),
        ("incomingMessage", json.dumps({"message": "y" * LONGEST_MESSAGE})),
    ],
)
def test_what_does_not_fit_is_dropped_and_not_written_down(
    name: str, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    read, _ = reader()
    assert read.read(name, text) is None
    assert read.dropped == 1
    assert "yes" not in caplog.text


@given(name=st.text(max_size=120) | st.sampled_from(sorted(events.EVENTS)), text=st.text(max_size=300))
def test_nothing_a_page_says_raises(name: str, text: str) -> None:
    read, _ = reader()
    read.read(name, text)


@given(
    name=st.sampled_from(sorted(events.EVENTS)),
    value=st.recursive(
        st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["id", "muted", "on", "error", "kicked", "participant", "rooms"]), inner)
        ),
        max_leaves=8,
    ),
)
def test_nothing_well_formed_raises_either(name: str, value: object) -> None:
    read, _ = reader()
    event = read.read(name, json.dumps(value))
    if event is not None:
        MeetingPeople().heed(event)


def test_ten_thousand_at_once_are_mostly_dropped_and_said_once(caplog: pytest.LogCaptureFixture) -> None:
    read, clock = reader()
    kept = sum(read.read("readyToClose", "{}") is not None for _ in range(10_000))
    assert kept == BURST
    assert read.dropped == 10_000 - kept
    assert caplog.text.count("too fast") == 1
    clock.now += 1.0
    assert read.read("readyToClose", "{}") is not None


def test_an_unknown_event_is_said_once_and_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    read, _ = reader()
    for _ in range(3):
        assert read.read("aThingOfNextYear", "{}") is None
        assert read.read("learnup.unknown", '{"name": "another"}') is None
    assert caplog.text.count("aThingOfNextYear") == 1
    assert caplog.text.count("another") == 1
    assert read.dropped == 0


# -- who is there -----------------------------------------------------------------------------------------------------


def test_people_come_raise_hands_and_go() -> None:
    people = MeetingPeople()
    read, _ = reader()
    for name, body in (
        ("videoConferenceJoined", {"id": "me", "displayName": "Nimali"}),
        ("knockingParticipant", {"participant": {"id": "b", "name": "Kavindu"}}),
        ("participantJoined", {"id": "b", "displayName": "Kavindu"}),
        ("participantJoined", {"id": "c", "formattedDisplayName": "Amaya"}),
        ("raiseHandUpdated", {"id": "c", "handRaised": 5}),
        ("raiseHandUpdated", {"id": "b", "handRaised": 9}),
        ("participantRoleChanged", {"id": "b", "role": "moderator"}),
        ("incomingMessage", {"from": "b", "nick": "Kavindu", "message": "hello"}),
    ):
        event = read.read(name, json.dumps(body))
        assert event is not None, name
        assert people.heed(event)
    assert not people.knocking
    assert [person.name for person in people.hands()] == ["Amaya", "Kavindu"]
    assert people.people["b"].moderator
    assert people.unread == 1
    roll = (Pupil(id="1", name="kavindu "), Pupil(id="2", name="Tharushi"))
    assert [pupil.name for pupil in people.missing(roll)] == ["Tharushi"]
    people.heed(events.ParticipantLeft(id="b"))
    assert set(people.people) == {"me", "c"}
    people.leave()
    assert not people.people
    assert people.chat


# -- what is ordered --------------------------------------------------------------------------------------------------


def test_commands_have_the_names_and_arguments_of_the_handbook() -> None:
    assert commands.answer_knocking("a", admit=False) == ("answerKnockingParticipant", ("a", False))
    assert commands.start_recording() == ("startRecording", ({"mode": "file"},))
    assert commands.overwrite_config({"toolbarButtons": []}) == ("overwriteConfig", ({"toolbarButtons": []},))
    wrong: list[Callable[[], Command]] = [
        lambda: commands.mute_everyone("hands"),
        lambda: commands.set_video_quality(500),
        lambda: commands.set_assumed_bandwidth(0),
        lambda: commands.start_recording("tape"),
    ]
    for make in wrong:
        with pytest.raises(ValueError, match="no "):
            make()


def test_a_poor_line_is_asked_for_what_it_carries() -> None:
    assert low_line.height_for(2_000_000) == 720
    assert low_line.height_for(300_000) == 180
    assert low_line.height_for(64_000) is None
    sound = low_line.asks("sound")
    assert sound[0] == commands.set_audio_only(True)
    assert commands.set_video_quality(180) in sound, "an older host knows no setAudioOnly"
    assert commands.set_audio_only(True) in low_line.asks("saving", 64_000)
    assert commands.set_video_quality(180) in low_line.asks("saving")


def test_the_meeting_is_told_what_was_chosen_and_begins_muted() -> None:
    quiet = meeting_options(a_join(), a_join().ticket)
    assert quiet["jwt"] == TOKEN
    configuration = quiet["configOverwrite"]
    assert isinstance(configuration, dict)
    assert configuration["startWithAudioMuted"] is True
    assert configuration["startWithVideoMuted"] is True
    assert configuration["prejoinConfig"] == {"enabled": False}
    chosen = a_join(devices=Devices(microphone="Headset", audio_on=True))
    again = meeting_options(chosen, chosen.ticket, (False, True))
    assert again["devices"] == {"audioInput": "Headset"}
    configuration = again["configOverwrite"]
    assert isinstance(configuration, dict)
    assert configuration["startWithAudioMuted"] is True  # as it was before the rejoin
    assert configuration["startWithVideoMuted"] is False


# -- when it is tried again -------------------------------------------------------------------------------------------


def test_a_first_loss_is_mended_at_once_and_further_ones_wait_longer() -> None:
    rules = rejoin.Rejoin()
    rules.joined(0.0)
    delays = [rules.lost(100.0 + number) for number in range(8)]
    assert delays[0] == rejoin.FIRST_SECONDS
    assert delays == sorted(delays)
    assert delays[-1] == rejoin.LONGEST_SECONDS
    assert not rules.is_long(101.0)
    assert rules.is_long(100.0 + rejoin.TOLD_AFTER_SECONDS)
    assert rules.line_is_poor


def test_what_held_for_a_minute_counts_as_mended() -> None:
    rules = rejoin.Rejoin()
    rules.lost(0.0)
    rules.joined(1.0)
    assert rules.lost(2.0) > rejoin.FIRST_SECONDS  # lost again at once: wait longer
    rules.joined(3.0)
    assert rules.lost(3.0 + rejoin.SETTLED_SECONDS) == rejoin.FIRST_SECONDS


def test_a_dead_meeting_is_noticed_and_joined_again_within_ten_seconds() -> None:
    noticed = rejoin.BEAT_SECONDS * (rejoin.MISSED_BEATS + 1)
    assert noticed + rejoin.FIRST_SECONDS * 1.25 < 10.0


# -- the pipe ---------------------------------------------------------------------------------------------------------


def test_a_token_is_in_the_pipe_and_in_no_text() -> None:
    join = a_join()
    line = encode_line(join)
    assert TOKEN in line.decode()
    assert decode_order(line) == join
    assert TOKEN not in repr(join)
    assert TOKEN not in str(join)
    with pytest.raises(ProtocolError) as refused:
        decode_order(line.replace(b'"kind":"join"', b'"kind":"jump"'))
    assert TOKEN not in str(refused.value)
    assert refused.value.__cause__ is None


def test_lines_that_are_not_ours_are_refused() -> None:
    assert decode_order(encode_line(Press(button="leave"))) == Press(button="leave")
    assert decode_report(encode_line(Presence(joined=True))) == Presence(joined=True)
    for line in (b"", b"{}", b'{"kind": "press", "button": "format"}', b"x" * (1 << 21)):
        with pytest.raises(ProtocolError):
            decode_order(line)


@pytest.mark.parametrize("domain", ["meet.school.lk/x", "user@meet", "meet:99:9", "", "a b", "javascript:alert"])
def test_a_ticket_names_a_host_and_nothing_else(domain: str) -> None:
    with pytest.raises(ValueError, match="domain"):
        Ticket(domain=domain, room="r", expires_at=datetime.now(UTC))


def test_developer_tools_are_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    monkeypatch.setenv("QTWEBENGINE_REMOTE_DEBUGGING", "9222")
    monkeypatch.setenv("SSLKEYLOGFILE", "keys")
    monkeypatch.setenv("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu --remote-debugging-port=9222 --enable-logging")
    prepare_environment()
    assert "QTWEBENGINE_REMOTE_DEBUGGING" not in os.environ
    assert "SSLKEYLOGFILE" not in os.environ
    assert os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] == "--disable-gpu"
