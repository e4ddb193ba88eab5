"""A PDF of plain text, for receipts and the demo's sheets, without carrying a binary or a PDF library.

Base 14 fonts only (ISO 32000-1, 9.6.2.2), which readers bring along; so Latin text only. Bytes are the same every time.
"""

from collections.abc import Sequence

_WIDTH, _HEIGHT = 595, 842
_LEFT, _TOP, _LEADING = 64, 770, 18
LINES_A_PAGE = 38


def text_pdf(title: str, lines: Sequence[str]) -> bytes:
    """An A4 document: the title, then the lines, over as many pages as they need.

    Raises:
        UnicodeEncodeError: a character that the base fonts do not have.
    """
    chunks = [lines[start : start + LINES_A_PAGE] for start in range(0, len(lines), LINES_A_PAGE)] or [[]]
    count = len(chunks)
    page_numbers = [5 + 2 * index for index in range(count)]
    kids = " ".join(f"{number} 0 R" for number in page_numbers)
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for number, chunk in zip(page_numbers, chunks, strict=True):
        content = _page_content(title, chunk)
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] /Contents {number + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
        )
        bodies.append(f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream")
    return _file(bodies)


def _page_content(title: str, lines: Sequence[str]) -> bytes:
    parts = [f"BT /F2 16 Tf {_LEFT} {_TOP} Td {_string(title)} Tj ET".encode("cp1252")]
    for row, line in enumerate(lines):
        bottom = _TOP - 34 - row * _LEADING
        parts.append(f"BT /F1 11 Tf {_LEFT} {bottom} Td {_string(line)} Tj ET".encode("cp1252"))
    return b"\n".join(parts)


def _string(line: str) -> str:
    escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"({escaped})"


def _file(bodies: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode()
    for offset in offsets:
        out += f"{offset:010d} 00000 n \n".encode()
    out += f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)
