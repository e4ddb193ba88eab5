"""``learnup-desktop models``: what face models are here, getting them, removing them; for people and for the client.

The client never loads a model itself, not even to install it: it runs this command as a child process and reads its
JSON lines (``--json``), so that a damaged model file, a slow disk or a cancelled download is the child's affair.
"""

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from learnup_desktop.base.errors import DamagedFileError, LearnUpError, ModelsMissingError
from learnup_desktop.face.installer import (
    Progress,
    Transport,
    accept_licence,
    delete_models,
    install_by_download,
    install_from_folder,
    installed_files,
    licences_in_folder,
    partial_bytes,
)
from learnup_desktop.face.manifest import Licence, Manifest, read_manifest
from learnup_desktop.face.models import find_models, read_record

EXIT_FAULT, EXIT_LICENCE = 3, 4
"""The surroundings do not allow it; a licence was not accepted."""
TELL_SECONDS = 0.1
"""Progress is told at most so often."""
Failed = Callable[[LearnUpError], int]


def default_models_root() -> Path:
    """Where models are installed."""
    from learnup_desktop.base.paths import models_dir

    return models_dir()


def models_main(argv: Sequence[str], transport: Transport | None = None, root: Path | None = None) -> int:
    """``learnup-desktop models install|list|status|remove``; the exit code.

    Args:
        argv: after the word ``models``.
        transport: opens downloads; without it only ``--from`` works.
        root: models root; default this account's.
    """
    from learnup_desktop.proctoring.commands import explain

    options = _parser().parse_args(argv)
    target = root or default_models_root()
    tell = _Teller(options.json)
    try:
        return _do(options, target, transport, tell)
    except LearnUpError as error:
        return tell.failed(error) if options.json else explain(error)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="learnup-desktop models", description=models_main.__doc__)
    actions = parser.add_subparsers(dest="action", required=True)
    install = actions.add_parser("install", help="download the default pack, or take one from a folder or zip")
    install.add_argument("--from", dest="source", type=Path, help="folder or zip with .onnx files")
    install.add_argument("--pack", default="", help="pack of the manifest (default: the smallest)")
    install.add_argument("--landmarks", action="store_true", help="also 3D landmarks (144 MB)")
    install.add_argument("--accept-licence", action="store_true", help="accept the licence that is shown")
    install.add_argument("--by", default="command line", help="who accepts, for the record")
    status = actions.add_parser("status", help="what is installed, what is missing, which licences were accepted")
    status.add_argument("--models", type=Path, default=None, metavar="ROOT", help="look there instead")
    for action in (install, status, actions.add_parser("list", help="what is installed")):
        action.add_argument("--json", action="store_true", help="JSON lines only, as the client reads them")
    remove = actions.add_parser("remove", help="remove installed models")
    remove.add_argument("--json", action="store_true", help=argparse.SUPPRESS)
    return parser


def _do(options: argparse.Namespace, root: Path, transport: Transport | None, tell: "_Teller") -> int:
    if options.action == "install":
        return _install(options, root, transport, tell)
    if options.action == "status":
        _print(models_status(options.models or root, own=root))
        return 0
    if options.action == "remove":
        delete_models(root)
    for file in installed_files(root):
        _print({"path": file.path, "task": file.task, "sha256": file.sha256, "custom": file.custom})
    return 0


# --- what is here ---------------------------------------------------------------------------------


def models_status(root: Path, *, own: Path) -> dict[str, object]:
    """What the models root has, as one JSON-ready document.

    Args:
        root: where the worker looks.
        own: where models are installed; another ``root`` was named by somebody, so unknown files count there.

    Raises:
        DamagedFileError: the manifest or the record cannot be read.
    """
    manifest = read_manifest()
    wanted = manifest.wanted_files()
    named = root.resolve() != own.resolve()
    document: dict[str, object] = {
        "kind": "status",
        "root": str(root),
        "named": named,
        "title": manifest.packs[manifest.default_pack].title,
        "downloadBytes": sum(file.size for file in wanted),
        "partialBytes": partial_bytes(own),
        "licences": [_licence(own, manifest.licences[name]) for name in sorted({file.licence for file in wanted})],
        "pack": "",
        "files": [],
        "missing": ["detection", "recognition", "liveness"],
        "damaged": "",
    }
    try:
        models = find_models(root, explicit=named, manifest=manifest)
    except ModelsMissingError:
        return document
    except DamagedFileError as error:
        return document | {"damaged": str(error.arguments.get("file", error.detail))}
    files = [
        {
            "task": file.task,
            "file": file.path.name,
            "sha256": file.sha256,
            "size": file.path.stat().st_size,
            "custom": file.custom,
        }
        for file in models.files
    ]
    return document | {"pack": models.pack, "files": files, "missing": list(models.missing)}


def _licence(root: Path, licence: Licence) -> dict[str, object]:
    digest = hashlib.sha256(licence.text.encode()).hexdigest()
    accepted = next(
        (line for line in read_record(root).licences if (line.licence, line.text_sha256) == (licence.id, digest)), None
    )
    return {
        "id": licence.id,
        "title": licence.title,
        "url": licence.url,
        "text": licence.text,
        "sha256": digest,
        "acceptedBy": accepted.accepted_by if accepted is not None else "",
        "acceptedAt": accepted.accepted_at if accepted is not None else "",
    }


# --- getting them ---------------------------------------------------------------------------------


def _install(options: argparse.Namespace, root: Path, transport: Transport | None, tell: "_Teller") -> int:
    manifest = read_manifest()
    if options.source is None and options.pack and options.pack not in manifest.packs:
        print(f"no such pack; there are: {', '.join(sorted(manifest.packs))}", file=sys.stderr)
        return 2
    if options.source is None and transport is None:
        print("no way to download here; bring the files and use --from", file=sys.stderr)
        return EXIT_FAULT
    if options.source is not None:
        wanted = licences_in_folder(options.source, manifest)
    else:
        wanted = {file.licence for file in manifest.wanted_files(options.pack, landmarks=options.landmarks)}
    if not _licences_accepted(options, root, manifest, wanted, tell):
        return EXIT_LICENCE if options.json else EXIT_FAULT
    if options.source is not None:
        paths = install_from_folder(root, options.source, manifest, progress=tell.progress)
    else:
        assert transport is not None  # checked above
        paths = install_by_download(
            root, manifest, transport, pack=options.pack, landmarks=options.landmarks, progress=tell.progress
        )
    for path in paths:
        _print({"kind": "installed", "installed": path.relative_to(root).as_posix()})
    return 0


def _licences_accepted(
    options: argparse.Namespace, root: Path, manifest: Manifest, wanted: Iterable[str], tell: "_Teller"
) -> bool:
    """Whether every licence is accepted by now: before, by option, by an answer, or by bringing the files.

    Who brings files to the command line has them from somewhere, and may have no terminal: the terms of those we know
    are shown, and that they were is recorded. The client asks in every case.
    """
    texts = [manifest.licences[name] for name in sorted(wanted)]
    open_ones = [licence for licence in texts if not read_record(root).accepted(licence.id, licence.text)]
    if not open_ones:
        return True
    by = options.by
    if options.json and not options.accept_licence:
        _print({"kind": "licence", "licences": [_licence(root, licence) for licence in open_ones]})
        return False
    for licence in open_ones if not options.json else ():
        print(f"{licence.title}\n{licence.url}\n\n{licence.text}\n", file=sys.stderr)
    if not options.accept_licence:
        if options.source is not None:
            by = "shown when installed from a folder"
        elif not _said_yes():
            print("Read it and run the command again with --accept-licence.", file=sys.stderr)
            return False
    for licence in open_ones:
        accept_licence(root, licence, by=by)
    return True


def _said_yes() -> bool:
    """Ask at the terminal, when there is one on both sides."""
    if not (sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    print('Do you accept these terms? Type "yes": ', end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("yes", "y")


class _Teller:
    """Progress and errors, for people or as JSON lines."""

    def __init__(self, as_json: bool) -> None:
        self._json = as_json
        self._told_at = float("-inf")

    def progress(self, step: Progress) -> None:
        """Where it stands; the last byte and every verified file are always told."""
        now = time.monotonic()
        if not step.verified and step.done != step.total and now - self._told_at < TELL_SECONDS:
            return
        self._told_at = now
        if self._json:
            line = {"file": step.file, "done": step.done, "total": step.total, "verified": step.verified}
            _print({"kind": "progress", **line})
        elif not step.verified and sys.stderr.isatty():
            total = f" of {step.total / 1e6:.1f}" if step.total else ""
            print(f"\r{step.file}: {step.done / 1e6:.1f}{total} MB", end="", file=sys.stderr, flush=True)

    @staticmethod
    def failed(error: LearnUpError) -> int:
        """The error for the client, which has the words."""
        arguments = {key: value for key, value in error.arguments.items() if isinstance(value, str | int)}
        line = {"type": type(error).__name__, "code": error.code, "detail": error.detail, "arguments": arguments}
        _print({"kind": "error", **line})
        return EXIT_FAULT


def _print(line: dict[str, object]) -> None:
    print(json.dumps(line, ensure_ascii=False), flush=True)
