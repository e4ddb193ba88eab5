"""Keeps ui/translations/*.ts in step with the texts in the code: ``python -m tools.translations``.

Runs Qt's lupdate over the client and its forms, keeps every translation that is there, drops what the code no longer
says, and lists what still has to be translated (exit code 1). Places are not written into the files, so that moving
code changes nothing in them.

lupdate reads Python token by token and silently overlooks what is not a plain call with literals: an alias of
``QCoreApplication.translate`` named ``tr``, or a text inside an f-string. The code is therefore read a second time as
a syntax tree, and every text that lupdate did not take is listed too.

To translate in one go: ``--missing FILE`` writes ``{language: {context: {text: translation}}}`` to be filled in, and
``--fill FILE`` takes it back.
"""

import argparse
import ast
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from hatch_build import CompileError, run_tool

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("si", "ta")
COMPILED = {"_forms", "_translations"}

Key = tuple[str, str, str]
Answers = dict[str, dict[str, dict[str, str]]]


@dataclass(frozen=True, slots=True)
class Message:
    """One text of a catalogue.

    Attributes:
        context: the class that says it, or the name given to ``translate``.
        comment: tells two meanings of the same text apart; mostly empty.
        forms: the translation; one for each numerus form where a text has them.
    """

    context: str
    source: str
    comment: str
    forms: tuple[str, ...]
    finished: bool

    @property
    def key(self) -> Key:
        """What lupdate tells messages apart by."""
        return self.context, self.source, self.comment


@dataclass(frozen=True, slots=True)
class Call:
    """A call in the code that asks for a translation; no source if its text is not a literal."""

    place: str
    context: str
    source: str | None


def catalogue(root: Path, language: str) -> Path:
    """The translation source of a language."""
    return root / "ui" / "translations" / f"learnup_{language}.ts"


def sources(root: Path) -> list[Path]:
    """Every file with texts for people."""
    modules = (root / "learnup_desktop").rglob("*.py")
    forms = (root / "ui" / "forms").glob("*.ui")
    return sorted([path for path in modules if not COMPILED & set(path.parts)] + list(forms))


def read(path: Path) -> list[Message]:
    """The messages of a ``.ts`` file, without those that the code no longer has.

    Raises:
        ElementTree.ParseError: not XML.
    """
    found = []
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            mark = translation.get("type", "") if translation is not None else "unfinished"
            if mark in ("vanished", "obsolete"):
                continue
            forms = [form.text or "" for form in message.iter("numerusform")]
            if not forms:
                forms = [(translation.text or "") if translation is not None else ""]
            source, comment = message.findtext("source") or "", message.findtext("comment") or ""
            name = context.findtext("name") or ""
            found.append(Message(name, source, comment, tuple(forms), not mark and all(forms)))
    return found


def extract(root: Path, target: Path, language: str) -> None:
    """Run lupdate; ``target`` is made or brought up to date.

    Raises:
        CompileError: lupdate is missing or failed.
    """
    with tempfile.TemporaryDirectory(prefix="learnup-lupdate-") as folder:
        listing = Path(folder) / "sources.lst"
        listing.write_text("\n".join(str(path) for path in sources(root)), encoding="utf-8")
        options = ("-silent", "-no-obsolete", "-sort-messages", "-locations", "none")
        languages = ("-source-language", "en_GB", "-target-language", f"{language}_LK")
        run_tool("lupdate", *options, *languages, f"@{listing}", "-ts", str(target))


def calls(root: Path) -> Iterator[Call]:
    """Every ``tr``, ``translate`` and ``QT_TRANSLATE_NOOP`` of the code, as Python understands it."""
    for path in sources(root):
        if path.suffix == ".py":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            yield from _calls_below(tree, "", path.relative_to(root).as_posix())


def _calls_below(node: ast.AST, class_name: str, path: str) -> Iterator[Call]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield from _call(child, class_name, path)
        yield from _calls_below(child, child.name if isinstance(child, ast.ClassDef) else class_name, path)


def _call(node: ast.Call, class_name: str, path: str) -> Iterator[Call]:
    function = node.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    texts = [item.value if isinstance(item, ast.Constant) else None for item in node.args]
    place = f"{path}:{node.lineno}"
    if name == "tr" and isinstance(function, ast.Attribute) and texts:
        yield Call(place, class_name, texts[0] if isinstance(texts[0], str) else None)
    elif name in ("tr", "translate", "QT_TRANSLATE_NOOP") and len(texts) >= 2 and isinstance(texts[0], str):
        # A context that is no literal is qt/i18n.py looking a registered sentence up.
        yield Call(place, texts[0], texts[1] if isinstance(texts[1], str) else None)


def overlooked(root: Path, known: set[Key]) -> list[str]:
    """Texts that lupdate did not take although a person will read them: the place, and the text."""
    taken = {(context, source) for context, source, _ in known}
    return [
        f"{call.place}: {call.source!r}" if call.source is not None else f"{call.place}: not a literal"
        for call in calls(root)
        if call.source is None or (call.context, call.source) not in taken
    ]


def unfinished(root: Path, language: str) -> list[Message]:
    """What still has to be translated."""
    return [message for message in read(catalogue(root, language)) if not message.finished]


def fill(root: Path, answers: Answers) -> int:
    """Put translations in and mark them finished.

    Args:
        answers: language, context and text to translation; empty ones are left alone.

    Returns:
        How many were put in.
    """
    count = 0
    for language, contexts in answers.items():
        path = catalogue(root, language)
        # Texts that are only in the source so far are to be found, too.
        extract(root, path, language)
        tree = ElementTree.parse(path)
        for context in tree.getroot().iter("context"):
            words = contexts.get(context.findtext("name") or "", {})
            for message in context.iter("message"):
                translation = message.find("translation")
                answer = words.get(message.findtext("source") or "", "")
                if translation is not None and answer and message.get("numerus") != "yes":
                    translation.text = answer
                    translation.attrib.pop("type", None)
                    count += 1
        tree.write(path, encoding="utf-8", xml_declaration=True)
        extract(root, path, language)
    return count


def missing(root: Path) -> Answers:
    """What :func:`fill` takes, with what lupdate guesses from similar texts."""
    answers: Answers = {}
    for language in LANGUAGES:
        for message in unfinished(root, language):
            answers.setdefault(language, {}).setdefault(message.context, {})[message.source] = message.forms[0]
    return answers


def refresh(root: Path, arguments: argparse.Namespace) -> int:
    """What the command line asks for; the exit code."""
    if arguments.fill is not None:
        print(fill(root, json.loads(arguments.fill.read_text(encoding="utf-8"))), "translations put in")
    for language in LANGUAGES:
        extract(root, catalogue(root, language), language)
    problems = overlooked(root, {message.key for message in read(catalogue(root, LANGUAGES[0]))})
    for problem in problems:
        print("lupdate does not see", problem)
    open_ones = {language: unfinished(root, language) for language in LANGUAGES}
    for language, messages in open_ones.items():
        print(f"{language}: {len(read(catalogue(root, language)))} texts, {len(messages)} to translate")
        for message in messages:
            print(f"  {message.context}: {message.source!r}")
    if arguments.missing is not None:
        text = json.dumps(missing(root), ensure_ascii=False, indent=2)
        arguments.missing.write_text(text + "\n", encoding="utf-8")
    return 1 if problems or any(open_ones.values()) else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.translations", description="Refresh ui/translations.")
    parser.add_argument("--missing", type=Path, metavar="FILE", help="write what is not translated, to be filled in")
    parser.add_argument("--fill", type=Path, metavar="FILE", help="take such a file back")
    try:
        return refresh(ROOT, parser.parse_args(arguments))
    except CompileError as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
