"""What the platform asks of proctoring (the policy) and what proctoring says back (integrity events).

The policy is a document that comes with the attempt; the worker, the rules and the sitting all read the same one.
Events go into the attempt's hash-chained journal, whose bodies are canonical JSON, so they carry integers only.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from learnup_desktop.contract.wire import Identifier, Sha256, WireModel


class IntegrityKind(StrEnum):
    """What an event says was noticed. A signal for a person to judge, never a verdict."""

    NO_FACE = "no_face"
    MULTIPLE_FACES = "multiple_faces"
    IDENTITY_MISMATCH = "identity_mismatch"
    LOOKING_AWAY = "looking_away"
    SPOOF_SUSPECTED = "spoof_suspected"
    CAMERA_COVERED = "camera_covered"
    CAMERA_LOST = "camera_lost"
    LOW_LIGHT = "low_light"
    NOT_RECOGNISABLE = "not_recognisable"
    FOCUS_LOST = "focus_lost"
    SECOND_DISPLAY = "second_display"
    CLIPBOARD_USED = "clipboard_used"
    SCREENSHOT_KEY = "screenshot_key"
    REMOTE_SESSION = "remote_session"
    VIRTUAL_MACHINE = "virtual_machine"
    LISTED_PROCESS = "listed_process"
    WORKER_GAP = "worker_gap"
    EVIDENCE_GAP = "evidence_gap"
    PRESENCE_CHECK = "presence_check"


VISUAL_KINDS: tuple[IntegrityKind, ...] = (
    IntegrityKind.NO_FACE,
    IntegrityKind.MULTIPLE_FACES,
    IntegrityKind.IDENTITY_MISMATCH,
    IntegrityKind.LOOKING_AWAY,
    IntegrityKind.SPOOF_SUSPECTED,
    IntegrityKind.CAMERA_COVERED,
    IntegrityKind.CAMERA_LOST,
    IntegrityKind.LOW_LIGHT,
)
"""What the camera's rules can raise of a person or of what the camera sees; what ``analyse`` prints."""

CAMERA_KINDS: tuple[IntegrityKind, ...] = (*VISUAL_KINDS, IntegrityKind.NOT_RECOGNISABLE)
"""All that the camera's rules can raise; what remains comes from lockdown or from the supervisor."""

INFORMATION_KINDS: frozenset[IntegrityKind] = frozenset(
    {
        IntegrityKind.LOW_LIGHT,
        IntegrityKind.NOT_RECOGNISABLE,
        IntegrityKind.VIRTUAL_MACHINE,
        IntegrityKind.WORKER_GAP,
        IntegrityKind.EVIDENCE_GAP,
        IntegrityKind.PRESENCE_CHECK,
    }
)
"""Kinds that describe the conditions, not the person: recorded, never counted against anybody."""


class Outcome(StrEnum):
    """How sure the program can be of what an event says."""

    OBSERVED = "observed"
    """The thing itself was seen (two faces, another person, a dark lens)."""
    WAS_ABSENT = "was_absent"
    """The picture was good enough to see a person, and nobody was there."""
    COULD_NOT_SEE = "could_not_see"
    """The picture was too dark, blurred or covered to tell; says nothing about the person."""


class Assurance(StrEnum):
    """What was really running, from most to least. An attempt records the lowest it had."""

    FULL = "full"
    """Detection, recognition against an enrolled template, and liveness."""
    IDENTITY = "identity"
    """Detection and recognition; no liveness model."""
    CAMERA_ONLY = "camera_only"
    """A camera picture (and at most face detection); nobody was recognised."""
    NONE = "none"
    """No usable camera or no worker."""


class RuleSettings(WireModel):
    """When a visual condition becomes an event.

    An event opens once there is a stretch of at least ``minimum_seconds`` that ends now and in which the condition
    held in ``needed`` of ``out_of`` parts of the observed time; it closes when it has not held for ``clear_seconds``.
    Parts are parts of time, not frames, so that a camera at 5 and one at 30 frames a second give the same events.
    """

    enabled: bool = True
    minimum_seconds: Annotated[float, Field(ge=3.0, le=120.0)] = 3.0
    needed: Annotated[int, Field(ge=1, le=100)] = 8
    out_of: Annotated[int, Field(ge=1, le=100)] = 10
    clear_seconds: Annotated[float, Field(ge=0.5, le=30.0)] = 1.5

    @property
    def share(self) -> float:
        """``needed`` of ``out_of`` as a share of observed time, at most 1."""
        return min(1.0, self.needed / self.out_of)


DEFAULT_RULES: dict[IntegrityKind, RuleSettings] = {
    IntegrityKind.NO_FACE: RuleSettings(),
    IntegrityKind.MULTIPLE_FACES: RuleSettings(needed=7),
    IntegrityKind.IDENTITY_MISMATCH: RuleSettings(),
    IntegrityKind.LOOKING_AWAY: RuleSettings(minimum_seconds=3.5, needed=9),
    IntegrityKind.SPOOF_SUSPECTED: RuleSettings(minimum_seconds=3.5, needed=9),
    IntegrityKind.CAMERA_COVERED: RuleSettings(),
    IntegrityKind.CAMERA_LOST: RuleSettings(),
    IntegrityKind.LOW_LIGHT: RuleSettings(minimum_seconds=10.0, clear_seconds=5.0),
    IntegrityKind.NOT_RECOGNISABLE: RuleSettings(minimum_seconds=20.0, needed=9),
}
"""Where a policy says nothing.

Three seconds is the floor the project sets for any visual event (a sneeze or a dropped pen takes less). 8 of 10
tolerates a detector that misses one frame in five, which SCRFD-500M does not on faces over 40 px (WIDER FACE easy AP
0.906, Guo et al. 2021). Several faces may hide behind each other, so 7 of 10. Gaze and liveness are the weakest
signals and ask for more. That nobody could be recognised is told after what writing a line on paper may take with the
head lowered.
"""


FOCUS_SETTLE_SECONDS = 3.0
"""How long a loss of focus is not looked at after the window took the screen. Taking it is an animation of the window
manager (macOS moves to a space of its own, which takes about one second; GNOME and Windows a quarter of that) and a
window that is made anew; the walk-through on two busy cores sees the focus come and go for 0.1 to 0.4 s. Three seconds
is also the floor this project sets for visual events."""
FOCUS_MINIMUM_SECONDS = 2.0
"""A shorter loss is not told: an input method's list of candidates (Sinhala and Tamil are typed with one), a
notification, a key pressed by mistake. At 238 words a minute (Brysbaert 2019, silent reading of English, a review of
190 studies) two seconds are eight words, with nothing left for finding them."""
LISTED_PROCESSES: tuple[str, ...] = (
    "AA_v3",
    "AeroAdmin",
    "AnyDesk",
    "beamyourscreen-host",
    "chromoting",
    "g2mcomm",
    "LogMeIn",
    "Mikogo-host",
    "parsecd",
    "remoting_host",
    "RemotePCDesktop",
    "RPCSuite",
    "RustDesk",
    "SRServer",
    "strwinclt",
    "TeamViewer",
    "TeamViewer_Desktop",
    "vncserver",
    "winvnc",
)
"""Programs by which somebody else sees or moves this screen, by the name of their process without ``.exe``. The
remote-control ones of Safe Exam Browser's default list of prohibited processes (its recorders, chats and browsers are
left out: they are everyday programs, and one that merely runs says nothing), and three newer ones of the same kind."""


class ProctoringPolicy(WireModel):
    """What an exam asks of proctoring. Thresholds are plain numbers: the policy is never part of the hash chain.

    Attributes:
        identity_threshold: cosine similarity from which two templates are one person; 0.38 is the platform's
            ``FACE_THRESHOLD``.
        identity_margin: how far under the threshold a likeness must be to speak against the person; between the two a
            frame says nothing. A poor picture lowers likeness by more than that (see ``face.quality``).
        liveness_threshold: live probability under which a frame counts towards ``spoof_suspected``. InsightFace's
            addon calls a face live from 0.8; a suspicion that a person must answer for asks for much clearer frames.
        observations_per_second: how often the worker looks; it adapts downwards when the computer is busy, not under
            half.
        recognition_seconds, liveness_seconds: how old the last check of an unbroken track may grow. A face that
            jumps or looks different at once breaks the track and is checked at once.
        looking_away_yaw, looking_away_pitch: degrees from which a head counts as turned away.
        liveness_challenge: whether the lobby asks for the active challenge; ``challenge_exempt`` spares this student.
            Who does not do it there is asked in the sitting, where a number can be typed instead.
        challenge_after_suspicion: whether another person or a replay that was suspected is followed by the question to
            show that one is there (see ``features.exams.presence``).
        rules: deviations from ``DEFAULT_RULES``.
        exceptions: rules that a teacher has turned off for this student. Without ``screenshot_key`` the window is not
            left out of captures either, as a magnifier or a helper's view needs them.
        focus_settle_seconds, focus_minimum_seconds: see the constants. A loss that begins while the window settles
            counts if it outlives that time by the minimum, and is told with its true beginning.
        listed_processes: programs whose running is told, by the name of their process without ``.exe``.
        evidence_seconds_between: at most one evidence frame in so many seconds of an event.
    """

    camera_required: bool = True
    allow_camera_only: bool = False
    identity_threshold: Annotated[float, Field(ge=0.0, le=1.0)] = 0.38
    identity_margin: Annotated[float, Field(ge=0.0, le=0.3)] = 0.08
    liveness_threshold: Annotated[float, Field(ge=0.0, le=1.0)] = 0.05
    observations_per_second: Annotated[float, Field(ge=0.5, le=15.0)] = 4.0
    recognition_seconds: Annotated[float, Field(ge=0.5, le=60.0)] = 3.0
    liveness_seconds: Annotated[float, Field(ge=0.5, le=60.0)] = 3.0
    looking_away_yaw: Annotated[float, Field(ge=10.0, le=90.0)] = 35.0
    looking_away_pitch: Annotated[float, Field(ge=10.0, le=90.0)] = 30.0
    liveness_challenge: bool = False
    challenge_after_suspicion: bool = False
    challenge_exempt: bool = False
    challenge_seconds: Annotated[float, Field(ge=5.0, le=300.0)] = 45.0
    focus_settle_seconds: Annotated[float, Field(ge=0.0, le=60.0)] = FOCUS_SETTLE_SECONDS
    focus_minimum_seconds: Annotated[float, Field(ge=0.0, le=60.0)] = FOCUS_MINIMUM_SECONDS
    listed_processes: Annotated[tuple[Annotated[str, Field(max_length=80)], ...], Field(max_length=200)] = (
        LISTED_PROCESSES
    )
    rules: dict[IntegrityKind, RuleSettings] = Field(default_factory=dict)
    exceptions: frozenset[IntegrityKind] = frozenset()
    evidence: bool = True
    evidence_seconds_between: Annotated[float, Field(ge=0.5, le=60.0)] = 2.0
    evidence_frames_per_event: Annotated[int, Field(ge=0, le=20)] = 4
    evidence_bandwidth_kbps: Annotated[int, Field(ge=8, le=100_000)] = 256
    retention_days: Annotated[int, Field(ge=0, le=3650)] = 30

    def rule(self, kind: IntegrityKind) -> RuleSettings:
        """The settings of ``kind``, disabled where this student has an exception."""
        settings = self.rules.get(kind) or DEFAULT_RULES.get(kind) or RuleSettings()
        return settings.model_copy(update={"enabled": False}) if kind in self.exceptions else settings

    def wants(self, kind: IntegrityKind) -> bool:
        """Whether ``kind`` is watched at all; also for lockdown's kinds."""
        return self.rule(kind).enabled

    def arranged(self, exceptions: "StudentExceptions") -> "ProctoringPolicy":
        """This policy for a student with these exceptions; they replace the ones it had."""
        return self.model_copy(
            update={
                "exceptions": exceptions.kinds,
                "challenge_exempt": exceptions.challenge_exempt,
                "allow_camera_only": exceptions.camera_only,
            }
        )

    @property
    def arrangement(self) -> "StudentExceptions":
        """What of this policy a teacher can arrange for one student, as it stands."""
        return StudentExceptions(
            kinds=self.exceptions, challenge_exempt=self.challenge_exempt, camera_only=self.allow_camera_only
        )


class StudentExceptions(WireModel):
    """What is arranged for one student in one exam.

    A teacher sends what they grant (``PUT exams/{id}/exceptions/{studentId}``; all empty takes it back). What the
    student's client is told (``LogAnswer.exceptions``, ``AttemptCommand`` ``policy``) is the whole that then holds, the
    exam's own and the student's together, so that it replaces what was told before. Added in the first version of the
    contract; an older peer neither sends nor reads it, and then the policy that came with the attempt goes on to hold.

    Attributes:
        kinds: what is not judged, and not recorded, for this student; ``second_display`` allows one.
        challenge_exempt: no active liveness challenge.
        camera_only: may sit with a camera picture only, where nobody is recognised.
        note: why, for the school; the student reads it too.
    """

    kinds: frozenset[IntegrityKind] = frozenset()
    challenge_exempt: bool = False
    camera_only: bool = False
    note: Annotated[str, Field(max_length=500)] = ""

    @property
    def empty(self) -> bool:
        """Whether nothing is arranged."""
        return not (self.kinds or self.challenge_exempt or self.camera_only)

    def together(self, other: "StudentExceptions") -> "StudentExceptions":
        """Whatever either grants; the note of ``other``, if it has one."""
        return StudentExceptions(
            kinds=self.kinds | other.kinds,
            challenge_exempt=self.challenge_exempt or other.challenge_exempt,
            camera_only=self.camera_only or other.camera_only,
            note=other.note or self.note,
        )


class ComputerCapability(WireModel):
    """One thing that a computer can or cannot guarantee in an exam; words of a newer client are kept as they are.

    Attributes:
        name: ``full_screen, on_top, focus, displays, clipboard, screenshot_key, capture_exclusion, remote_session,
            virtual_machine, listed_processes``.
        certainty: ``sure``, ``mostly`` or ``not_here``.
        why: a short machine word for anything but ``sure``.
    """

    name: Annotated[str, Field(max_length=40)]
    certainty: Annotated[str, Field(max_length=20)]
    why: Annotated[str, Field(max_length=40)] = ""


class ComputerReport(WireModel):
    """What the computer of a sitting says of itself: ``computer`` in the body of the journal's ``opened`` entries.

    It stands in the journal because there it is part of the hash chain, is there when the sitting goes on at another
    computer (which writes an ``opened`` entry of its own), and is carried past an older platform, which keeps bodies
    whole. The platform keeps the newest with the attempt; an attempt of an older client has none.

    Attributes:
        system: as in ``linux``, ``win32``, ``darwin``.
    """

    system: Annotated[str, Field(max_length=40)] = ""
    capabilities: Annotated[tuple[ComputerCapability, ...], Field(max_length=40)] = ()


class IntegrityEvent(WireModel):
    """One thing that was noticed, with its beginning and end.

    Attributes:
        started_ms, ended_ms: milliseconds of the attempt's clock; ``ended_ms`` is None while it goes on.
        confidence: per mille; the share of the observed time in which the condition held, weighed by how clear it was.
        frames: how many observations stand behind it.
        light: mean brightness of the frames, 0 (black) to 255.
        similarity: per mille, for identity events the best likeness that was seen; None elsewhere.
        evidence: SHA-256 of the sealed evidence files, in order of time.
        detail: for lockdown's kinds a short machine word (a process name, a display count); why there was no picture
            for ``camera_lost``; ``small`` for a face that was too far away to be recognised, ``looping`` for a picture
            that came again and again; how a ``presence_check`` ended (``turned``, ``typed``, ``put_off``,
            ``not_shown``); else empty.
    """

    id: Identifier
    kind: IntegrityKind
    outcome: Outcome = Outcome.OBSERVED
    started_ms: int
    ended_ms: int | None = None
    confidence: Annotated[int, Field(ge=0, le=1000)] = 1000
    frames: Annotated[int, Field(ge=0)] = 0
    light: Annotated[int, Field(ge=0, le=255)] = 0
    similarity: Annotated[int, Field(ge=-1000, le=1000)] | None = None
    evidence: tuple[Sha256, ...] = ()
    detail: Annotated[str, Field(max_length=200)] = ""
