"""Which model files are on this computer, and which of them may be used.

A models root is laid out as InsightFace does: ``models/<pack>/*.onnx`` and ``addons/liveness.onnx``. Beside them lies
``installed.json``, our own record: what was installed, its digest, its task, and who accepted which licence when. Files
that the manifest does not know count only when they stand in that record or when somebody named the folder
explicitly, and they are reported as custom: a recognition model that nobody vouches for must not look like one that
somebody does.
"""

import hashlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from learnup_desktop.base.errors import DamagedFileError, DiskFullError, ModelsMissingError, StorageError
from learnup_desktop.face.manifest import (
    DETECTION,
    LANDMARKS_3D,
    LIVENESS,
    RECOGNITION,
    USEFUL_TASKS,
    Manifest,
    read_manifest,
)

RECORD_NAME = "installed.json"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A usable model file. ``custom``: the manifest does not know its digest."""

    path: Path
    task: str
    sha256: str
    custom: bool

    @property
    def model_id(self) -> str:
        """Short name that goes with every template this model makes: stem and the digest's first 12 digits."""
        return f"{self.path.stem}-{self.sha256[:12]}"


@dataclass(frozen=True, slots=True)
class ModelSet:
    """What can run. Any of the three may be missing; the assurance that follows is the caller's to report."""

    pack: str
    detection: ModelFile | None = None
    recognition: ModelFile | None = None
    liveness: ModelFile | None = None
    landmarks: ModelFile | None = None

    @property
    def files(self) -> tuple[ModelFile, ...]:
        """All that are there."""
        found = (self.detection, self.recognition, self.liveness, self.landmarks)
        return tuple(file for file in found if file is not None)

    @property
    def missing(self) -> tuple[str, ...]:
        """Tasks without a file, of the three that full assurance needs."""
        wanted = ((DETECTION, self.detection), (RECOGNITION, self.recognition), (LIVENESS, self.liveness))
        return tuple(task for task, file in wanted if file is None)


@dataclass(slots=True)
class InstalledFile:
    """One line of the record. ``path`` is relative to the root, with ``/``."""

    path: str
    sha256: str
    task: str
    size: int
    custom: bool


@dataclass(slots=True)
class LicenceAcceptance:
    """Who accepted which text and when (UTC, ISO 8601). ``text_sha256`` pins the text that was shown."""

    licence: str
    text_sha256: str
    accepted_at: str
    accepted_by: str


@dataclass(slots=True)
class InstallationRecord:
    """``installed.json``."""

    files: list[InstalledFile] = field(default_factory=list)
    licences: list[LicenceAcceptance] = field(default_factory=list)

    def accepted(self, licence: str, text: str) -> bool:
        """Whether this very text was accepted."""
        digest = hashlib.sha256(text.encode()).hexdigest()
        return any(entry.licence == licence and entry.text_sha256 == digest for entry in self.licences)

    def put(self, file: InstalledFile) -> None:
        """Add or replace by path."""
        self.files = [entry for entry in self.files if entry.path != file.path] + [file]


def read_record(root: Path) -> InstallationRecord:
    """The record of ``root``; empty when there is none.

    Raises:
        DamagedFileError: it cannot be read as a record.
    """
    path = root / RECORD_NAME
    try:
        raw = json.loads(path.read_text("utf-8"))
        return InstallationRecord(
            files=[InstalledFile(**entry) for entry in raw["files"]],
            licences=[LicenceAcceptance(**entry) for entry in raw["licences"]],
        )
    except FileNotFoundError:
        return InstallationRecord()
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise DamagedFileError(f"{RECORD_NAME}: {error}", file=RECORD_NAME) from error


def write_record(root: Path, record: InstallationRecord) -> None:
    """Replace the record atomically.

    Raises:
        DiskFullError, StorageError: the disk refused.
    """
    try:
        root.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=root, prefix=".installed-", delete=False, encoding="utf-8") as stream:
            json.dump(asdict(record), stream, indent=1, ensure_ascii=False)
            stream.flush()
            os.fsync(stream.fileno())
        Path(stream.name).replace(root / RECORD_NAME)
    except OSError as error:
        raise storage_error(error) from error


def storage_error(error: OSError) -> StorageError:
    """An ``OSError`` as one of ours."""
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFullError(str(error))
    return StorageError(str(error))


def digest_of(path: Path) -> str:
    """Lowercase hex SHA-256 of a file.

    Raises:
        StorageError: it cannot be read.
    """
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise storage_error(error) from error
    return digest.hexdigest()


def find_models(
    root: Path, *, pack: str = "", explicit: bool = False, manifest: Manifest | None = None, landmarks: bool = False
) -> ModelSet:
    """The models under ``root``.

    Args:
        root: a models root.
        pack: folder under ``models``; empty takes the first, by name, that has a detection model.
        explicit: somebody named this root, so files that nobody knows may be used (and are reported as custom).
        manifest: default: the shipped one.
        landmarks: whether to look for 3D landmarks too; they cost 144 MB of reading and more of memory.

    Raises:
        ModelsMissingError: there is not even a detection model.
        DamagedFileError: an installed file no longer has the digest it was installed with.
    """
    known = manifest or read_manifest()
    record = read_record(root)
    best: ModelSet | None = None
    folders = [root / "models" / pack] if pack else sorted(_folders(root / "models"))
    for folder in folders:
        files = _usable(root, sorted(folder.glob("*.onnx")), known, record, explicit=explicit, landmarks=landmarks)
        chosen = ModelSet(
            folder.name,
            detection=_first(files, DETECTION),
            recognition=_first(files, RECOGNITION),
            landmarks=_first(files, LANDMARKS_3D),
        )
        if chosen.detection is not None and (best is None or (best.recognition is None and chosen.recognition)):
            best = chosen
    if best is None:
        raise ModelsMissingError("no detection model", folder=str(root))
    addons = _usable(root, [root / "addons" / "liveness.onnx"], known, record, explicit=explicit, landmarks=False)
    return replace(best, liveness=_first(addons, LIVENESS))


def _folders(parent: Path) -> list[Path]:
    return [folder for folder in parent.iterdir() if folder.is_dir()] if parent.is_dir() else []


def _first(files: list[ModelFile], task: str) -> ModelFile | None:
    return next((file for file in files if file.task == task), None)


def _is_useful(task: str, landmarks: bool) -> bool:
    return task in USEFUL_TASKS and (landmarks or task != LANDMARKS_3D)


def _usable(
    root: Path, paths: list[Path], manifest: Manifest, record: InstallationRecord, *, explicit: bool, landmarks: bool
) -> list[ModelFile]:
    recorded = {entry.path: entry for entry in record.files}
    found: list[ModelFile] = []
    for path in paths:
        if not path.is_file():
            continue
        entry = recorded.get(path.relative_to(root).as_posix())
        if entry is not None and not _is_useful(entry.task, landmarks):
            continue
        digest = digest_of(path)
        known = manifest.known(digest)
        if known is not None:
            if _is_useful(known.task, landmarks):
                found.append(ModelFile(path, known.task, digest, custom=False))
        elif entry is not None:
            if entry.sha256 != digest:
                raise DamagedFileError(f"{path.name} was changed since it was installed", file=path.name)
            found.append(ModelFile(path, entry.task, digest, custom=True))
        elif explicit:
            task = task_of(path)
            if _is_useful(task, landmarks):
                found.append(ModelFile(path, task, digest, custom=True))
    return found


def task_of(path: Path) -> str:
    """What an ONNX file is for, by the shapes InsightFace's own router goes by; empty for something else.

    Raises:
        DamagedFileError: it is no ONNX model.
    """
    import onnxruntime
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.intra_op_num_threads = 1
    options.log_severity_level = 4
    try:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except (
        state.InvalidProtobuf,
        state.InvalidGraph,
        state.InvalidArgument,
        state.NotImplemented,
        state.NoSuchFile,
        state.RuntimeException,
        state.Fail,
    ) as error:
        raise DamagedFileError(f"{path.name} is no ONNX model", file=path.name) from error
    inputs, outputs = session.get_inputs(), session.get_outputs()
    if not inputs or not outputs:
        raise DamagedFileError(f"{path.name} has no input or output", file=path.name)
    height, width = (list(inputs[0].shape) + [0] * 4)[2:4]
    if len(outputs) >= 5:
        return DETECTION
    if (height, width) == (80, 80):
        return LIVENESS
    if (height, width) == (192, 192):
        return LANDMARKS_3D if outputs[0].shape[-1:] == [3309] else "landmark_2d_106"
    if isinstance(height, int) and height == width >= 112 and height % 16 == 0 and len(inputs) == 1:
        return RECOGNITION
    return ""
