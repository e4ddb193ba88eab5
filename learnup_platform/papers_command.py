"""``learnup-platform papers``: check a paper that a teacher has written, or set an exam with it.

``check`` prints every fault with its line, or one line of JSON about the paper; ``import`` does the same and sets the
exam in the platform's data folder. Exit code 1 for a paper with faults, 2 for arguments that do not go together.
"""

import argparse
import asyncio
import json
import sys
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from learnup_desktop.contract.integrity import ProctoringPolicy
    from learnup_platform.authoring.reader import WrittenPaper
    from learnup_platform.settings import PlatformSettings

EXIT_OK, EXIT_FAULTS, EXIT_USAGE = 0, 1, 2


def add_parser(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    common: argparse.ArgumentParser,
    moment: Callable[[str], datetime],
) -> None:
    """Add ``papers`` to the platform's command line."""
    papers = commands.add_parser("papers", help="check or import a written paper (docs/paper-format.md)")
    actions = papers.add_subparsers(dest="papers_command", required=True)
    check = actions.add_parser("check", help="say what is wrong with a paper, by line and question")
    check.add_argument("--log-level", default="warning", choices=["debug", "info", "warning", "error"])
    take = actions.add_parser("import", parents=[common], help="set an exam with a paper")
    for action in (check, take):
        action.add_argument("file", type=Path, help="paper.toml, or the folder it is in")
    take.add_argument("--class", dest="class_id", required=True, help="id of the class that sits it")
    take.add_argument("--opens", type=moment, required=True, help="ISO 8601; UTC without a zone")
    take.add_argument("--closes", type=moment, help="ISO 8601; default: as long after opening as the paper takes")
    take.add_argument("--minutes", type=int, help="default: what the paper says")
    take.add_argument("--unwatched", action="store_true", help="without camera: homework or practice")
    take.add_argument("--policy", type=Path, help="what proctoring does, as JSON (docs/paper-format.md)")
    take.add_argument("--practice", action="store_true", help="a rehearsal: as an exam, but its marks do not count")


def run(options: argparse.Namespace, settings: "Callable[[argparse.Namespace], PlatformSettings]") -> int:
    """Do what was asked; returns the exit code."""
    from learnup_platform.authoring.reader import read_paper

    written, faults = read_paper(options.file)
    for fault in faults:
        print(f"{options.file}: {fault}", file=sys.stderr)
    if written is None:
        print(f"{len(faults)} to mend", file=sys.stderr)
        return EXIT_FAULTS
    if options.papers_command == "check":
        print(json.dumps({"ok": True, **describe(written)}, ensure_ascii=False))
        return EXIT_OK
    minutes = options.minutes or written.minutes
    if not minutes:
        print("the paper does not say how long it takes: --minutes", file=sys.stderr)
        return EXIT_USAGE
    closes = options.closes or options.opens + timedelta(minutes=minutes)
    if closes <= options.opens:
        print("the exam closes before it opens", file=sys.stderr)
        return EXIT_USAGE
    found = settings(options)
    try:
        policy = _policy(options.policy, found.face_threshold)
    except (OSError, ValueError) as error:
        print(f"{options.policy}: {error}", file=sys.stderr)
        return EXIT_FAULTS
    exam_id = asyncio.run(_import(found, written, options, policy, minutes, closes))
    if exam_id is None:
        print(f"there is no class {options.class_id}", file=sys.stderr)
        return EXIT_USAGE
    print(json.dumps({"ok": True, "examId": exam_id, **describe(written)}, ensure_ascii=False))
    return EXIT_OK


def describe(written: "WrittenPaper") -> dict[str, object]:
    """What a paper is, in a line."""
    from learnup_desktop.domain.question_order import asked_of_each

    count, marks = asked_of_each(written.paper("check"))
    return {
        "title": written.title.text("en"),
        "languages": list(written.languages),
        "questions": len(written.questions),
        "asked": count,
        "marks": marks,
        "minutes": written.minutes,
        "kinds": dict(Counter(question.kind for question in written.questions)),
        "pictures": len(written.images),
    }


def _policy(path: Path | None, identity_threshold: float) -> "ProctoringPolicy":
    """What proctoring is to do: as written in the file, else as by default.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no policy.
    """
    from learnup_desktop.contract.policy_file import parse_policy

    return parse_policy(path.read_bytes() if path is not None else b"{}", identity_threshold=identity_threshold)


async def _import(
    settings: "PlatformSettings",
    written: "WrittenPaper",
    options: argparse.Namespace,
    policy: "ProctoringPolicy",
    minutes: int,
    closes: datetime,
) -> str | None:
    from learnup_desktop.base.ids import uuid7
    from learnup_desktop.contract.sync import Stream
    from learnup_platform.app import create_context, prepare_database
    from learnup_platform.db.models_academic import ClassRecord
    from learnup_platform.modules.exams.papers import make_exam
    from learnup_platform.modules.sync.versions import of_class, touch

    context = create_context(settings)
    try:
        await prepare_database(context)
        async with context.database.transaction() as session:
            if await session.get(ClassRecord, options.class_id) is None:
                return None
            exam, sealed = make_exam(
                written.paper(uuid7()),
                dict(written.images),
                class_id=options.class_id,
                opens_at=options.opens,
                closes_at=closes,
                duration_seconds=minutes * 60,
                policy=policy,
                sealing_key=context.keys.sealing_key,
                marking=written.scheme,
                proctored=not options.unwatched,
                practice=options.practice,
            )
            await context.files.put(exam.storage_key, sealed)
            session.add(exam)
            touch(session, Stream.EXAMS, exam.id, of_class(options.class_id))
            await session.flush()
            return exam.id
    finally:
        await context.database.close()
