"""The seal of an exam paper: one file that may lie on a computer for days and says nothing until the key comes.

::

    "LUP1" | header length (4 bytes, big endian) | header (canonical JSON) | nonce (12 bytes) | AES-256-GCM ciphertext

The header is the seal's associated data, so nobody can move a paper under another header. What is sealed is a zip of
``paper.json`` and ``images/<name>``. Who holds the key may still be mistaken or hostile, so the archive is opened with
bounds on every count and size, and its names are never used as paths.
"""

import hashlib
import hmac
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping

from pydantic import ValidationError

from learnup_desktop.base.canonical import canonical_json
from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.contract.exams import Paper, PaperHeader
from learnup_desktop.contract.questions import StructuredQuestion

MAGIC = b"LUP1"
KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16

MAXIMUM_HEADER_BYTES = 4096
MAXIMUM_FILE_BYTES = 64 * 1024 * 1024
MAXIMUM_MEMBERS = 200
MAXIMUM_PAPER_BYTES = 4 * 1024 * 1024
MAXIMUM_IMAGE_BYTES = 10 * 1024 * 1024
MAXIMUM_OPENED_BYTES = 96 * 1024 * 1024

_PAPER_NAME = "paper.json"
_IMAGE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}\.(?:png|jpg|jpeg|svg)")
_END_RECORD = struct.Struct("<4s4H2LH")
_END_MAGIC = b"PK\x05\x06"
_ZIP64_LOCATOR_MAGIC = b"PK\x06\x07"
_ZIP64_LOCATOR_BYTES = 20
_DIRECTORY_ENTRY_BYTES = 46 + 200
_EPOCH = (1980, 1, 1, 0, 0, 0)


def seal_paper(paper: Paper, images: Mapping[str, bytes], header: PaperHeader, key: bytes) -> bytes:
    """The sealed file. The same arguments give the same bytes.

    Args:
        paper: what the student reads.
        images: PNG, JPEG or SVG bytes by the plain file name that questions use.
        header: travels in the clear; its ``exam_id`` is the paper's.
        key: 32 bytes, made for this one version of this one paper.

    The nonce is synthetic, HMAC-SHA-256(key, header || archive) cut to 12 bytes: two different contents never share
    one, and sealing needs no randomness.

    Raises:
        ValueError: a bound is exceeded, a name is no plain image name, or the parts do not belong together.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(f"a content key has {KEY_BYTES} bytes")
    if paper.exam_id != header.exam_id:
        raise ValueError("paper and header are of different exams")
    fault = _fault_of(paper, images)
    if fault:
        raise ValueError(fault)
    archive = _pack(paper, images)
    head = canonical_json(header.to_wire())
    if len(head) > MAXIMUM_HEADER_BYTES:
        raise ValueError("the header is too long")
    nonce = hmac.digest(key, len(head).to_bytes(4, "big") + head + archive, hashlib.sha256)[:NONCE_BYTES]

    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    sealed = MAGIC + len(head).to_bytes(4, "big") + head + nonce + AESGCM(key).encrypt(nonce, archive, head)
    if len(sealed) > MAXIMUM_FILE_BYTES:
        raise ValueError("the sealed paper is too large")
    return sealed


def read_header(data: bytes) -> PaperHeader:
    """The header of a sealed paper. It is not proven until the paper is opened.

    Raises:
        IntegrityFault: this is no sealed paper.
    """
    return _split(data)[0]


def open_paper(data: bytes, key: bytes) -> tuple[Paper, dict[str, bytes]]:
    """Break the seal: the paper, and its images by the names that questions use.

    Raises:
        IntegrityFault: no sealed paper, another key, changed bytes, or an archive outside the bounds.
    """
    header, head, nonce, ciphertext = _split(data)

    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(key) != KEY_BYTES:
        raise IntegrityFault(f"a content key has {KEY_BYTES} bytes")
    try:
        archive = AESGCM(key).decrypt(nonce, ciphertext, head)
    except InvalidTag as error:
        raise IntegrityFault("the seal of the paper does not hold under this key") from error
    paper, images = _unpack(archive)
    if paper.exam_id != header.exam_id:
        raise IntegrityFault("the paper inside the seal is of another exam")
    fault = _fault_of(paper, images)
    if fault:
        raise IntegrityFault(fault)
    return paper, images


def _fault_of(paper: Paper, images: Mapping[str, bytes]) -> str | None:
    """What is wrong between a paper and its images, if anything."""
    if len(images) + 1 > MAXIMUM_MEMBERS:
        return "too many images"
    for name, content in images.items():
        if not _IMAGE_NAME.fullmatch(name):
            return f"{name!r} is no name for an image"
        if len(content) > MAXIMUM_IMAGE_BYTES:
            return f"{name} is too large"
    ids = [question.id for question in paper.questions]
    if len(set(ids)) != len(ids):
        return "two questions have the same id"
    for question in paper.questions:
        parts = question.parts if isinstance(question, StructuredQuestion) else []
        shown = {name for item in (question, *parts) for name in item.images}
        if shown - images.keys():
            return f"question {question.id} shows an image that is not there"
    for sheet in paper.sheets:
        if set(sheet.images) - images.keys():
            return f"sheet {sheet.id} shows an image that is not there"
    return None


def _pack(paper: Paper, images: Mapping[str, bytes]) -> bytes:
    content = canonical_json(paper.to_wire())
    if len(content) > MAXIMUM_PAPER_BYTES:
        raise ValueError("the paper is too large")
    if len(content) + sum(map(len, images.values())) > MAXIMUM_OPENED_BYTES:
        raise ValueError("paper and images are too large together")
    members = {_PAPER_NAME: content, **{f"images/{name}": images[name] for name in sorted(images)}}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), member, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _split(data: bytes) -> tuple[PaperHeader, bytes, bytes, bytes]:
    """Header, its bytes, nonce and ciphertext."""
    if len(data) > MAXIMUM_FILE_BYTES:
        raise IntegrityFault("the file is too large for a paper")
    if not data.startswith(MAGIC) or len(data) < 8:
        raise IntegrityFault("not a sealed paper")
    length = int.from_bytes(data[4:8], "big")
    body = 8 + length
    if length > MAXIMUM_HEADER_BYTES or len(data) < body + NONCE_BYTES + TAG_BYTES:
        raise IntegrityFault("the sealed paper is cut short")
    head = data[8:body]
    try:
        header = PaperHeader.model_validate_json(head)
    except ValidationError as error:
        raise IntegrityFault("the header of the paper cannot be read") from error
    return header, head, data[body : body + NONCE_BYTES], data[body + NONCE_BYTES :]


def _unpack(archive: bytes) -> tuple[Paper, dict[str, bytes]]:
    _check_directory_size(archive)
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            members = _read_members(opened)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, struct.error, ValueError, RuntimeError) as error:
        # RuntimeError covers encrypted members and, as NotImplementedError, methods zipfile does not know.
        raise IntegrityFault("the paper's archive cannot be read") from error
    content = members.pop(_PAPER_NAME, None)
    if content is None:
        raise IntegrityFault("the archive holds no paper")
    try:
        paper = Paper.model_validate_json(content)
    except ValidationError as error:
        raise IntegrityFault("the paper cannot be read") from error
    return paper, {name.removeprefix("images/"): image for name, image in members.items()}


def _check_directory_size(archive: bytes) -> None:
    """Refuse a directory that would be long to read, before ``zipfile`` reads all of it."""
    if len(archive) < _END_RECORD.size:
        raise IntegrityFault("the paper's archive cannot be read")
    magic, *_disks, count, size, _offset, comment = _END_RECORD.unpack(archive[-_END_RECORD.size :])
    before = archive[-_END_RECORD.size - _ZIP64_LOCATOR_BYTES : -_END_RECORD.size]
    if magic != _END_MAGIC or comment or before.startswith(_ZIP64_LOCATOR_MAGIC):
        raise IntegrityFault("the paper's archive is of a kind that papers do not use")
    if count > MAXIMUM_MEMBERS or size > MAXIMUM_MEMBERS * _DIRECTORY_ENTRY_BYTES:
        raise IntegrityFault("the paper's archive has too many members")


def _read_members(opened: zipfile.ZipFile) -> dict[str, bytes]:
    members: dict[str, bytes] = {}
    left = MAXIMUM_OPENED_BYTES
    if len(opened.infolist()) > MAXIMUM_MEMBERS:
        raise IntegrityFault("the paper's archive has too many members")
    for info in opened.infolist():
        name = info.filename
        is_image = name.startswith("images/") and _IMAGE_NAME.fullmatch(name.removeprefix("images/")) is not None
        if name in members or not (is_image or name == _PAPER_NAME):
            raise IntegrityFault(f"{name!r} does not belong in a paper")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise IntegrityFault("the paper's archive is of a kind that papers do not use")
        limit = min(left, MAXIMUM_IMAGE_BYTES if is_image else MAXIMUM_PAPER_BYTES)
        # The size a member declares is its writer's word, so it is never read past the limit either.
        with opened.open(info) as member:
            content = member.read(limit + 1)
        if len(content) > limit:
            raise IntegrityFault(f"{name} is too large")
        left -= len(content)
        members[name] = content
    return members
