"""PySide6's support modules compiled once, and not again at every start.

PySide6 carries fourteen Python modules inside its library (``shibokensupport``) and compiles their source each time it
is imported: 60 ms, a fifth of the import, for which Python keeps no ``__pycache__``. Here it is kept in the cache
folder: one file, read only when it is whole and of this Python, in which code is found by the digest of its source.

The file is as trustworthy as ``__pycache__``: who can write it can write into this person's account anyway.
"""

import builtins
import hashlib
import marshal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType
from typing import Any

from learnup_desktop.base import paths
from learnup_desktop.base.errors import StorageError
from learnup_desktop.base.files import write_atomically

_DIGEST_BYTES = 32
_Codes = dict[bytes, CodeType]


def kept_file() -> Path:
    """Where it is kept, for this version of Python."""
    return paths.cache_dir() / f"pyside-{sys.implementation.cache_tag}-{sys.hexversion:x}.bytecode"


def read(file: Path) -> _Codes:
    """What is kept in ``file``; empty when there is none or it is damaged."""
    try:
        content = file.read_bytes()
    except OSError:
        return {}
    digest, body = content[:_DIGEST_BYTES], content[_DIGEST_BYTES:]
    # The digest comes first: damaged bytes could crash the interpreter.
    codes = marshal.loads(body) if hashlib.sha256(body).digest() == digest else {}
    return codes if isinstance(codes, dict) else {}


@contextmanager
def compiled_once(file: Path) -> Iterator[None]:
    """While PySide6 is imported: take compiled modules from ``file``, and put there what it did not have."""
    compile_anew: Callable[..., Any] = builtins.compile
    codes, used = read(file), _Codes()

    def compile_or_take(source: object, filename: object, mode: str, *rest: object, **options: object) -> object:
        if not isinstance(source, bytes) or mode != "exec" or rest or options:
            return compile_anew(source, filename, mode, *rest, **options)
        key = hashlib.sha256(f"{filename}\0".encode() + source).digest()
        code = codes.get(key)
        used[key] = code if code is not None else compile_anew(source, filename, mode)
        return used[key]

    vars(builtins)["compile"] = compile_or_take
    try:
        yield
    finally:
        vars(builtins)["compile"] = compile_anew
    if used.keys() - codes.keys():
        body = marshal.dumps(used)
        try:
            write_atomically(file, hashlib.sha256(body).digest() + body)
        except StorageError:
            return  # a full disk or a folder of somebody else's: the next start compiles again
