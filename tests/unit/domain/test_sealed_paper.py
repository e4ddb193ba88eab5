"""The seal of a paper holds against change, cutting and hostile archives."""

import io
import struct
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnup_desktop.base.canonical import canonical_json
from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.contract.exams import (
    Choice,
    EssayQuestion,
    NumericQuestion,
    Paper,
    PaperHeader,
    Question,
    ShortAnswerQuestion,
    SingleChoiceQuestion,
)
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain import sealed_paper
from learnup_desktop.domain.sealed_paper import open_paper, read_header, seal_paper

KEY = bytes(range(32))
OPENS = datetime(2025, 3, 3, 3, 0, tzinfo=UTC)
HEADER = PaperHeader(exam_id="exam-1", version=1, key_id="key-1", opens_at=OPENS)
PAPER = Paper(
    exam_id="exam-1",
    title=LocalizedText(en="Physics", si="භෞතික විද්‍යාව", ta="பௌதிகவியல்"),
    questions=[
        SingleChoiceQuestion(
            id="q1",
            marks=2,
            text=LocalizedText(en="Which?"),
            choices=[Choice(id="a", text=LocalizedText(en="This"))],
            images=["circuit.svg"],
        ),
        EssayQuestion(id="q2", marks=10, text=LocalizedText(en="Why?"), word_limit=200),
    ],
)
IMAGES = {"circuit.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>"}
SEALED = seal_paper(PAPER, IMAGES, HEADER, KEY)

texts = st.text(st.characters(codec="utf-8"), max_size=40)
localized = st.builds(LocalizedText, en=texts, si=st.none() | texts, ta=st.none() | texts)
names = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,20}\.(png|jpg|jpeg|svg)", fullmatch=True)


@st.composite
def papers(draw: st.DrawFn) -> tuple[Paper, dict[str, bytes]]:
    """A paper and the images its questions show."""
    images = draw(st.dictionaries(names, st.binary(max_size=200), max_size=4))
    shown = st.lists(st.sampled_from(sorted(images)), max_size=3) if images else st.just([])
    questions: list[Question] = []
    for number in range(draw(st.integers(0, 5))):
        identity = {"id": f"q{number}", "marks": draw(st.integers(0, 100))}
        text, pictures = draw(localized), draw(shown)
        kind = draw(st.sampled_from([NumericQuestion, ShortAnswerQuestion, EssayQuestion]))
        questions.append(kind(**identity, text=text, images=pictures))
    return Paper(exam_id="exam-1", title=draw(localized), questions=questions), images


def seal_archive(archive: bytes, header: PaperHeader = HEADER) -> bytes:
    """A file whose seal holds, whatever the archive: what a hostile holder of the key could make."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    head = canonical_json(header.to_wire())
    body = AESGCM(KEY).encrypt(bytes(12), archive, head)
    return b"LUP1" + len(head).to_bytes(4, "big") + head + bytes(12) + body


def archive_of(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of ``members``."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


PAPER_JSON = canonical_json(PAPER.to_wire())


def test_opens_what_was_sealed() -> None:
    assert open_paper(SEALED, KEY) == (PAPER, IMAGES)
    assert read_header(SEALED) == HEADER


@settings(max_examples=60)
@given(papers(), st.binary(min_size=32, max_size=32))
def test_round_trip(drawn: tuple[Paper, dict[str, bytes]], key: bytes) -> None:
    paper, images = drawn
    sealed = seal_paper(paper, images, HEADER, key)
    assert open_paper(sealed, key) == (paper, images)
    assert sealed == seal_paper(paper, images, HEADER, key)


def test_says_nothing_in_the_clear() -> None:
    assert b"paper.json" not in SEALED
    assert b"Which" not in SEALED


@given(st.integers(0, len(SEALED) - 1), st.integers(1, 255))
def test_any_changed_byte_is_found(position: int, change: int) -> None:
    changed = bytearray(SEALED)
    changed[position] ^= change
    with pytest.raises(IntegrityFault):
        open_paper(bytes(changed), KEY)


@given(st.integers(0, len(SEALED) - 1))
def test_any_cut_is_found(length: int) -> None:
    with pytest.raises(IntegrityFault):
        open_paper(SEALED[:length], KEY)


@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda tail: b"LUP1\x00\x00\x00\x10" + tail))
def test_rubbish_is_refused(data: bytes) -> None:
    with pytest.raises(IntegrityFault):
        open_paper(data, KEY)
    with pytest.raises(IntegrityFault):
        read_header(data)


@given(st.binary(max_size=400))
def test_rubbish_inside_a_good_seal_is_refused(archive: bytes) -> None:
    with pytest.raises(IntegrityFault):
        open_paper(seal_archive(archive), KEY)


@given(st.integers(0, 10**6), st.integers(1, 255))
def test_a_damaged_archive_inside_a_good_seal_never_raises_anything_else(position: int, change: int) -> None:
    archive = bytearray(archive_of({"paper.json": PAPER_JSON, "images/circuit.svg": IMAGES["circuit.svg"]}))
    archive[position % len(archive)] ^= change
    try:
        opened = open_paper(seal_archive(bytes(archive)), KEY)
    except IntegrityFault:
        return
    assert opened == (PAPER, IMAGES)  # a byte that carries nothing, such as the date


def test_another_key_or_a_short_one_is_refused() -> None:
    for key in (bytes(32), b"", KEY[:16]):
        with pytest.raises(IntegrityFault):
            open_paper(SEALED, key)


def test_header_cannot_be_exchanged() -> None:
    other = seal_paper(PAPER, IMAGES, HEADER.model_copy(update={"version": 2}), KEY)
    head, sealed_head = canonical_json(HEADER.to_wire()), len(canonical_json(HEADER.to_wire()))
    assert len(other) == len(SEALED)
    with pytest.raises(IntegrityFault):
        open_paper(SEALED[:8] + head + other[8 + sealed_head :], KEY)


def test_paper_of_another_exam_under_this_header_is_refused() -> None:
    header = HEADER.model_copy(update={"exam_id": "exam-2"})
    with pytest.raises(IntegrityFault):
        open_paper(seal_archive(archive_of({"paper.json": PAPER_JSON, "images/circuit.svg": b"x"}), header), KEY)


@pytest.mark.parametrize(
    "name",
    ["../evil.png", "/etc/passwd", "images/../evil.png", "images/a/b.png", "images/con", "C:\\x.png", "images/.png",
     "images/", "run.exe", "images/a.png\x00.exe", "PAPER.JSON"],
)  # fmt: skip
def test_names_that_do_not_belong_are_refused(name: str) -> None:
    members = {"paper.json": PAPER_JSON, "images/circuit.svg": b"x", name: b"x"}
    archive = archive_of(members)
    if "\x00" in name:  # zipfile cuts such a name when it writes it
        archive = archive.replace(b"images/a.png", b"images/a\x00png")
    with pytest.raises(IntegrityFault):
        open_paper(seal_archive(archive), KEY)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_twice_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("paper.json", PAPER_JSON)
        archive.writestr("images/circuit.svg", b"x")
        archive.writestr("paper.json", b"{}")
    with pytest.raises(IntegrityFault):
        open_paper(seal_archive(buffer.getvalue()), KEY)


def test_too_many_members_are_refused_before_they_are_read() -> None:
    archive = archive_of({"paper.json": PAPER_JSON} | {f"images/{number}.png": b"" for number in range(300)})
    with pytest.raises(IntegrityFault, match="too many"):
        open_paper(seal_archive(archive), KEY)


def test_a_bomb_is_not_inflated() -> None:
    bomb = archive_of({"paper.json": PAPER_JSON, "images/circuit.svg": bytes(sealed_paper.MAXIMUM_IMAGE_BYTES + 1)})
    assert len(bomb) < 100_000
    with pytest.raises(IntegrityFault, match="too large"):
        open_paper(seal_archive(bomb), KEY)


def test_many_small_bombs_are_bounded_together() -> None:
    content = bytes(sealed_paper.MAXIMUM_IMAGE_BYTES)
    members = {"paper.json": PAPER_JSON} | {f"images/{number}.png": content for number in range(10)}
    with pytest.raises(IntegrityFault, match="too large"):
        open_paper(seal_archive(archive_of(members)), KEY)


def test_a_size_that_lies_is_refused() -> None:
    archive = bytearray(archive_of({"paper.json": PAPER_JSON, "images/circuit.svg": b"x" * 500}))
    directory = archive.rfind(b"PK\x01\x02")
    archive[directory + 24 : directory + 28] = struct.pack("<L", 1)
    with pytest.raises(IntegrityFault):
        open_paper(seal_archive(bytes(archive)), KEY)


def test_other_compression_is_refused() -> None:
    archive = archive_of({"paper.json": PAPER_JSON, "images/circuit.svg": b"x"}, zipfile.ZIP_LZMA)
    with pytest.raises(IntegrityFault):
        open_paper(seal_archive(archive), KEY)


def test_archive_without_paper_or_with_another_document_is_refused() -> None:
    for members in ({}, {"images/a.png": b"x"}, {"paper.json": b"[]"}, {"paper.json": b"\xff"}):
        with pytest.raises(IntegrityFault):
            open_paper(seal_archive(archive_of(members)), KEY)


def test_missing_image_is_refused_on_both_sides() -> None:
    with pytest.raises(ValueError, match="q1"):
        seal_paper(PAPER, {}, HEADER, KEY)
    with pytest.raises(IntegrityFault):
        open_paper(seal_archive(archive_of({"paper.json": PAPER_JSON})), KEY)


def test_sealing_refuses_what_opening_would() -> None:
    with pytest.raises(ValueError, match="different exams"):
        seal_paper(PAPER, IMAGES, HEADER.model_copy(update={"exam_id": "exam-2"}), KEY)
    with pytest.raises(ValueError, match="name"):
        seal_paper(PAPER, IMAGES | {"../x.png": b""}, HEADER, KEY)
    with pytest.raises(ValueError, match="32"):
        seal_paper(PAPER, IMAGES, HEADER, b"short")
    doubled = PAPER.model_copy(update={"questions": [PAPER.questions[1], PAPER.questions[1]]})
    with pytest.raises(ValueError, match="same id"):
        seal_paper(doubled, IMAGES, HEADER, KEY)
