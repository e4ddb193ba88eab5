"""Labelled clips for calibrating proctoring: what is composed, and how what was found is held against it."""

import itertools
import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from learnup_desktop.contract.integrity import INFORMATION_KINDS, IntegrityEvent, ProctoringPolicy
from learnup_desktop.face.analyser import FaceAnalyser
from learnup_desktop.face.liveness import LivenessCheck
from learnup_desktop.proctoring.camera import VideoCamera
from learnup_desktop.proctoring.pipeline import Pipeline
from learnup_desktop.proctoring.recording import reference_template
from tests.turned_heads import Angles, turned_name

PEOPLE: tuple[tuple[str, str], ...] = (
    ("obama.jpg", "obama2.jpg"),
    ("obama2.jpg", "obama.jpg"),
    ("biden.jpg", "biden.jpg"),
    ("lin-manuel-miranda.png", "lin-manuel-miranda.png"),
    ("alex-lacamoire.png", "alex-lacamoire.png"),
)
"""Who sits, and the photograph they are enrolled with. Of one person there are two photographs; the others are enrolled
with the one that is seated, which is easier than life."""
KIND_OF_LABEL = {
    "no_face": "no_face",
    "multiple_faces": "multiple_faces",
    "identity_mismatch": "identity_mismatch",
    "spoof": "spoof_suspected",
    "camera_covered": "camera_covered",
    "looking_away": "looking_away",
}
SCREEN, LIVE = "spoof_screen_F1.jpg", "live_T1.jpg"
TOLERANCE = 3.0
"""Seconds after a label's end in which its event may still be going on."""

Segment = dict[str, Any]


def seated(who: list[str], label: str, seconds: float, **more: Any) -> Segment:
    """One segment of a scenario."""
    return {"seconds": seconds, "who": who, "label": label, **more}


def event_plan(person: str, other: str, *, fps: int, seed: int, lengths: random.Random) -> dict[str, Any]:
    """Every composable kind once, of 6 to 10 seconds, with short absences between that must raise nothing."""
    honest = [person]
    events = [
        seated([], "no_face", 0),
        seated([person, other], "multiple_faces", 0),
        seated([other], "identity_mismatch", 0),
        seated([SCREEN], "spoof", 0, whole_frame=True),
        seated(honest, "camera_covered", 0, gain=0.02),
    ]
    lengths.shuffle(events)
    segments = [seated(honest, "honest", 15)]
    for event in events:
        event["seconds"] = lengths.choice([6, 7, 8, 10])
        segments += [event, seated(honest, "honest", 9), seated([], "short", 2), seated(honest, "honest", 9)]
    return {"fps": fps, "seed": seed, "segments": segments}


LEFT, RIGHT, UP, DOWN = (50, 0), (-50, 0), (0, 45), (0, -45)
"""Yaw and pitch of somebody who looks at a neighbour's table, the ceiling, their lap. A neck turns by up to 80 degrees
and bends by 60 (AAOS), and eyes take the rest."""
KEYBOARD: Angles = (0, -25)
_ON_THE_WAY = (0.3, 0.7)


def turns() -> list[Angles]:
    """Every angle that the plans below show somebody at."""
    held = [LEFT, RIGHT, KEYBOARD]
    return [(0, 0), *held, *(_part(angles, share) for angles in held for share in _ON_THE_WAY)]


def _part(angles: Angles, share: float) -> Angles:
    return round(share * angles[0]), round(share * angles[1])


def turn(person: str, angles: Angles, seconds: float, label: str, **more: Any) -> list[Segment]:
    """The head turns, stays for ``seconds`` under ``label``, and turns back; 0.4 seconds each way."""
    way = [seated([turned_name(person, _part(angles, share))], "turning", 0.2, **more) for share in _ON_THE_WAY]
    return [*way, seated([turned_name(person, angles)], label, seconds, **more), *reversed(way)]


def turn_plan(person: str, *, fps: int, seed: int, lengths: random.Random) -> dict[str, Any]:
    """Looking away to both sides for 6 to 8 seconds; between that glances aside and at the keyboard, which are none."""
    honest = [turned_name(person, (0, 0))]
    sides = [LEFT, RIGHT]
    lengths.shuffle(sides)
    segments = [seated(honest, "honest", 15)]
    for side in sides:
        segments += [*turn(person, side, lengths.choice([6, 7, 8]), "looking_away"), seated(honest, "honest", 7)]
        segments += [*turn(person, side, 1.2, "short"), seated(honest, "honest", 5)]
    segments += [*turn(person, KEYBOARD, 4, "short"), seated(honest, "honest", 5)]
    return {"fps": fps, "seed": seed, "segments": segments}


def honest_plan(person: str, minutes: float, *, fps: int, seed: int) -> dict[str, Any]:
    """Honest sitting with dim light, blur, a small face and a leaning head, one or two of them at a time, and glances
    at the keyboard and aside that are turned photographs (see ``turned_heads``), half of them with a leaning head."""
    rng = random.Random(seed)
    single: list[dict[str, float]] = [{"gain": g} for g in (0.25, 0.35, 0.5)]
    single += [{"blur": b} for b in (1.5, 2.5, 3.5)]
    single += [{"scale": s} for s in (0.15, 0.2, 0.26)] + [{"away": a} for a in (-25, -12, 12, 25)]
    pairs = [{**one, **two} for one, two in itertools.combinations(single, 2) if not set(one) & set(two)]
    # Of the pairs the smallest face with strong blur is left out: nobody could make that out.
    pairs = [pair for pair in pairs if pair.get("scale", 1) > 0.15 or pair.get("blur", 0) < 2.5]
    segments, seconds = [seated([person], "honest", 15)], 15.0
    while seconds < 60 * minutes:
        conditions: dict[str, float] = rng.choice(rng.choice([single, pairs, [{}]]))
        length = rng.choice([8, 12, 20])
        segments.append(seated([person], "honest", length, **conditions))
        seconds += length
        if len(segments) % 4 == 0:
            lean = {"away": rng.choice([-12, 0, 0, 12])}
            straight = seated([turned_name(person, (0, 0))], "honest", 2, **lean)
            aside, held = rng.choice([(KEYBOARD, 3), (KEYBOARD, 3), (LEFT, 1.2), (RIGHT, 1.2)])
            glance = [straight, *turn(person, aside, held, "honest", **lean), straight]
            segments += glance
            seconds += sum(segment["seconds"] for segment in glance)
    return {"fps": fps, "seed": seed, "segments": segments}


@dataclass(frozen=True, slots=True)
class Found:
    """An event with the time at which it was told."""

    event: IntegrityEvent
    told: float

    @property
    def span(self) -> tuple[float, float]:
        """Beginning and end in seconds."""
        ended = self.event.ended_ms if self.event.ended_ms is not None else self.event.started_ms
        return self.event.started_ms / 1000, ended / 1000


@dataclass(slots=True)
class Score:
    """What was found of one kind."""

    found: int = 0
    missed: int = 0
    false: int = 0
    delays: list[float] = field(default_factory=list)
    end_errors: list[float] = field(default_factory=list)


def analyse(
    analyser: FaceAnalyser, liveness: LivenessCheck | None, clip: Path, reference: Path, *, every: int = 1
) -> list[Found]:
    """The exam's pipeline over a clip, with the default policy.

    Args:
        analyser: detection and recognition.
        liveness: or None.
        clip: the video.
        reference: photograph of who should be there.
        every: use only every so many-th frame, as a slower camera would have taken them.
    """
    pipeline = Pipeline(ProctoringPolicy(), analyser, liveness, [reference_template(analyser, reference)])
    camera = VideoCamera(clip, paced=False)
    told: dict[str, float] = {}
    found: list[Found] = []
    index = -1
    while camera.grab():
        index += 1
        frame = camera.retrieve() if index % every == 0 else None
        if frame is None or not pipeline.due(frame.at):
            continue
        for change in pipeline.look(frame.image, frame.at).changes:
            if change.opened:
                told[change.event.id] = frame.at
            else:
                found.append(Found(change.event, told[change.event.id]))
    camera.close()
    return found + [Found(change.event, told[change.event.id]) for change in pipeline.rules.finish()]


def hold_against(found: list[Found], labels: list[dict[str, Any]], scores: dict[str, Score]) -> list[Found]:
    """Add to ``scores``; the events that no label explains."""
    left = [item for item in found if item.event.kind not in INFORMATION_KINDS]
    for label in labels:
        kind = KIND_OF_LABEL.get(label["label"])
        if kind is None:
            continue
        score = scores.setdefault(kind, Score())
        mine = [
            item
            for item in left
            if item.event.kind.value == kind and item.span[0] < label["end"] and item.span[1] > label["start"]
        ]
        if not mine or mine[0].span[0] < label["start"] - TOLERANCE:
            score.missed += 1
            continue
        score.found += 1
        score.delays.append(mine[0].told - label["start"])
        score.end_errors.append(abs(mine[0].span[1] - label["end"]))
        left = [item for item in left if item is not mine[0]]
    # A replay of somebody else's face is also another person: true, and not counted as false.
    spoofs = [(label["start"], label["end"]) for label in labels if label["label"] == "spoof"]
    unexplained = [
        item
        for item in left
        if not any(
            item.event.kind.value == "identity_mismatch" and start <= item.span[0] <= end for start, end in spoofs
        )
    ]
    for item in unexplained:
        scores.setdefault(item.event.kind.value, Score()).false += 1
    return unexplained
