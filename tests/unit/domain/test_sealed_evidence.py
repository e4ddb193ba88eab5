"""A sealed picture opens only whole, unchanged and with its own key."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.domain.sealed_evidence import open_evidence, seal_evidence

KEY = bytes(range(32))
HEADER: dict[str, object] = {"event": "e", "kind": "no_face", "atMs": 17}


@given(st.binary(max_size=200))
def test_it_opens_with_its_key(jpeg: bytes) -> None:
    assert open_evidence(seal_evidence(jpeg, HEADER, KEY), KEY) == (HEADER, jpeg)


@given(st.data())
def test_any_changed_byte_is_found(data: st.DataObject) -> None:
    sealed = bytearray(seal_evidence(b"picture", HEADER, KEY))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(IntegrityFault):
        open_evidence(bytes(sealed), KEY)


@given(st.binary(max_size=80))
def test_garbage_is_refused(garbage: bytes) -> None:
    with pytest.raises(IntegrityFault):
        open_evidence(garbage, KEY)
    with pytest.raises(IntegrityFault):
        open_evidence(b"LUEV1\n" + garbage, KEY)


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(IntegrityFault):
        open_evidence(seal_evidence(b"picture", HEADER, KEY), os.urandom(32))
