"""From observations to integrity events: what must hold for how long before anything is said about a person.

Pure: no clock, no camera, no I/O. Every visual event needs at least three seconds, a share of the observed time (the
policy's N of M), at least three measurements, and ends only after a clear stretch (hysteresis). All of it is counted in
time, not in frames, so cameras at 5 and at 30 frames a second give the same events.

Nothing here ends an exam or accuses anybody. An event is a beginning, an end, and how plainly something was seen.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.integrity import (
    CAMERA_KINDS,
    IntegrityEvent,
    IntegrityKind,
    Outcome,
    ProctoringPolicy,
    RuleSettings,
)
from learnup_desktop.domain.integrity_observation import Observation, PoseBaseline, Sight, Verdict, Verdicts, judge

COVER_SECONDS = 2.0
"""The longest time one observation may stand for. A frame says nothing about a pause of the worker before it."""
MINIMUM_FRAMES = 3
"""Measurements behind any event. One low liveness score or one bad likeness must never flag anybody."""
SILENCE_SECONDS = 3.0
"""An open event of a kind that has not been measured for so long (beyond its clear time) ends: nobody can say it
goes on."""
UNCLEAR_SECONDS = 10.0
"""How long nobody must be seen in blurred or black pictures before that is an event: the camera is the likelier
reason."""
_HORIZON_SECONDS = 25.0
_UNSEEN = frozenset(
    {
        IntegrityKind.CAMERA_COVERED,
        IntegrityKind.CAMERA_LOST,
        IntegrityKind.LOW_LIGHT,
        IntegrityKind.NOT_RECOGNISABLE,
    }
)
"""Kinds that say what the camera could not see, not what it saw."""


@dataclass(frozen=True, slots=True)
class Change:
    """An event that opened, or one that closed (``event.ended_ms`` is set)."""

    event: IntegrityEvent
    opened: bool


@dataclass(frozen=True, slots=True)
class _Sample:
    """One verdict with the time it stands for: ``cover`` seconds that end at ``at``."""

    at: float
    cover: float
    verdict: Verdict
    clear: bool
    light: float
    similarity: float | None
    word: str = ""


@dataclass(slots=True)
class _Running:
    """An open event, summed up as it goes on."""

    id: str
    kind: IntegrityKind
    started: float
    last_held: float
    held: float = 0.0
    known: float = 0.0
    clarity: float = 0.0
    frames: int = 0
    light: float = 0.0
    unclear: int = 0
    similarity: float | None = None
    words: int = 0
    word: str = ""

    def add(self, sample: _Sample) -> None:
        self.known += sample.cover
        if not sample.verdict.holds:
            return
        self.held += sample.cover
        self.last_held = max(self.last_held, sample.at)
        self.clarity += sample.verdict.clarity
        self.light += sample.light
        self.frames += 1
        self.unclear += not sample.clear
        self.words += bool(sample.word)
        self.word = sample.word or self.word
        if sample.similarity is not None:
            best = self.similarity
            self.similarity = sample.similarity if best is None else max(best, sample.similarity)

    def event(self, *, ended: bool) -> IntegrityEvent:
        frames = max(1, self.frames)
        share = self.held / self.known if self.known > 0 else 1.0
        return IntegrityEvent(
            id=self.id,
            kind=self.kind,
            outcome=self._outcome(),
            started_ms=round(self.started * 1000),
            ended_ms=round(max(self.started, self.last_held) * 1000) if ended else None,
            confidence=min(1000, max(0, round(1000 * share * self.clarity / frames))),
            frames=self.frames,
            light=min(255, max(0, round(self.light / frames))),
            similarity=None if self.similarity is None else min(1000, max(-1000, round(1000 * self.similarity))),
            detail=self.word if self.words * 2 > self.frames else "",
        )

    def _outcome(self) -> Outcome:
        if self.kind in _UNSEEN:
            return Outcome.COULD_NOT_SEE
        if self.kind is not IntegrityKind.NO_FACE:
            return Outcome.OBSERVED
        return Outcome.COULD_NOT_SEE if self.unclear * 2 > self.frames else Outcome.WAS_ABSENT


@dataclass(slots=True)
class _Rule:
    """One kind at work."""

    kind: IntegrityKind
    settings: RuleSettings
    samples: deque[_Sample] = field(default_factory=deque)
    running: _Running | None = None
    clear: float = 0.0

    def take(self, sample: _Sample, new_id: Callable[[], str]) -> Change | None:
        """Add a sample; the change it brings about, if any."""
        self.samples.append(sample)
        while sample.at - self.samples[0].at > max(_HORIZON_SECONDS, 2 * self.settings.minimum_seconds):
            self.samples.popleft()
        if self.running is not None:
            return self._go_on(sample)
        return self._maybe_open(sample, new_id) if sample.verdict.holds else None

    def tick(self, at: float) -> Change | None:
        """Time passed without a sample of this kind."""
        running = self.running
        if running is not None and at - running.last_held > self.settings.clear_seconds + SILENCE_SECONDS:
            return self.close()
        return None

    def close(self) -> Change | None:
        """End the open event where its condition last held."""
        if self.running is None:
            return None
        event = self.running.event(ended=True)
        self.running, self.clear = None, 0.0
        self.samples.clear()
        return Change(event, opened=False)

    def suspicious(self) -> bool:
        """Whether the newest sample held: worth another look soon."""
        return bool(self.samples) and self.samples[-1].verdict.holds

    def _go_on(self, sample: _Sample) -> Change | None:
        assert self.running is not None  # the caller checked; keeps the type narrow
        if sample.verdict.holds:
            self.clear = 0.0
            self.running.add(sample)
            return None
        self.clear += sample.cover
        return self.close() if self.clear >= self.settings.clear_seconds - 1e-9 else None

    def _maybe_open(self, newest: _Sample, new_id: Callable[[], str]) -> Change | None:
        """Look for the longest stretch that ends now, is long enough, and in which the condition held often enough."""
        held = known = 0.0
        frames = unclear = 0
        start: int | None = None
        for index in range(len(self.samples) - 1, -1, -1):
            sample = self.samples[index]
            length = newest.at - sample.at
            if sample.verdict.holds:
                frames += 1
                unclear += not sample.clear
                blind = self.kind is IntegrityKind.NO_FACE and unclear * 2 > frames
                minimum = max(self.settings.minimum_seconds, UNCLEAR_SECONDS if blind else 0.0)
                # The first sample of a stretch marks its beginning: the time before it is not part of the stretch.
                enough = known == 0 or held >= self.settings.share * known - 1e-9
                observed = known >= 0.5 * length
                if length >= minimum - 1e-9 and frames >= MINIMUM_FRAMES and enough and observed:
                    start = index
                held += sample.cover
            known += sample.cover
        if start is None:
            return None
        stretch = list(self.samples)[start:]
        self.running = _Running(new_id(), self.kind, stretch[0].at, newest.at)
        for sample in stretch:
            self.running.add(sample)
        self.clear = 0.0
        return Change(self.running.event(ended=False), opened=True)


class IntegrityRules:
    """All visual rules of a policy over one stream of observations in order of time.

    Args:
        policy: thresholds, rules and this student's exceptions.
        new_id: makes event ids; tests pass a counter.
    """

    def __init__(self, policy: ProctoringPolicy, *, new_id: Callable[[], str] = uuid7) -> None:
        self.policy = policy
        self.baseline = PoseBaseline()
        self._new_id = new_id
        self._rules = {kind: _Rule(kind, policy.rule(kind)) for kind in CAMERA_KINDS if policy.wants(kind)}
        self._known_at: dict[IntegrityKind, float] = {}
        self._last_at: float | None = None

    def observe(self, observation: Observation) -> list[Change]:
        """Take the next observation; the events that it opens or closes.

        An observation from before the last one (a clock that was set back) is ignored.
        """
        if self._last_at is not None and observation.at < self._last_at:
            return []
        self._last_at = observation.at
        verdicts = judge(observation, self.policy, self.baseline)
        self._spare_identity(verdicts)
        changes: list[Change] = []
        for kind, rule in self._rules.items():
            verdict = verdicts.get(kind)
            change = rule.tick(observation.at) if verdict is None else self._sample(rule, verdict, observation)
            if change is not None:
                changes.append(change)
        return changes

    def finish(self) -> list[Change]:
        """The watching ends: close what is open."""
        return [change for rule in self._rules.values() if (change := rule.close()) is not None]

    @property
    def open_kinds(self) -> frozenset[IntegrityKind]:
        """Kinds with an open event."""
        return frozenset(kind for kind, rule in self._rules.items() if rule.running is not None)

    def running_event(self, kind: IntegrityKind) -> IntegrityEvent | None:
        """The open event of ``kind`` as it stands."""
        rule = self._rules.get(kind)
        return rule.running.event(ended=False) if rule is not None and rule.running is not None else None

    def suspicious(self, kind: IntegrityKind) -> bool:
        """Whether the newest measurement of ``kind`` held, so that another should follow soon."""
        rule = self._rules.get(kind)
        return rule is not None and rule.suspicious()

    def _spare_identity(self, verdicts: Verdicts) -> None:
        """Somebody on a screen is not the person who sits there: while a replay is suspected, that it shows somebody
        else says nothing more, and an earlier event of another person is over. Another recording's likeness to the
        enrolled person still counts for them."""
        spoof = self._rules.get(IntegrityKind.SPOOF_SUSPECTED)
        identity = verdicts.get(IntegrityKind.IDENTITY_MISMATCH)
        if spoof is None or identity is None or not identity.holds:
            return
        newest = verdicts.get(IntegrityKind.SPOOF_SUSPECTED)
        if spoof.running is not None or (newest.holds if newest is not None else spoof.suspicious()):
            del verdicts[IntegrityKind.IDENTITY_MISMATCH]

    def _sample(self, rule: _Rule, verdict: Verdict, observation: Observation) -> Change | None:
        before = self._known_at.get(rule.kind)
        self._known_at[rule.kind] = observation.at
        cover = 0.0 if before is None else min(COVER_SECONDS, observation.at - before)
        similarity = observation.similarity if rule.kind is IntegrityKind.IDENTITY_MISMATCH else None
        word = _word(rule.kind, observation)
        sample = _Sample(observation.at, cover, verdict, observation.clear, observation.light, similarity, word)
        return rule.take(sample, self._new_id)


def _word(kind: IntegrityKind, observation: Observation) -> str:
    """The machine word with which this look explains its kind; see ``IntegrityEvent.detail``."""
    if kind is IntegrityKind.NOT_RECOGNISABLE and observation.small:
        return "small"
    if kind is IntegrityKind.CAMERA_LOST and observation.sight is Sight.FROZEN:
        return "camera_frozen"
    return "looping" if kind is IntegrityKind.SPOOF_SUSPECTED and observation.looping else ""
