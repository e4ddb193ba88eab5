"""A bought publication opens whole and only with its own key; pieces can be neither moved, cut off nor changed."""

import os

import pytest

from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.domain.sealed_publication import CHUNK_BYTES, TAG_BYTES, open_publication, seal_publication

KEY = bytes(range(32))
STEP = CHUNK_BYTES + TAG_BYTES


@pytest.mark.parametrize("size", [1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES + 17])
def test_it_opens_whole_and_says_nothing_without_the_key(size: int) -> None:
    plain = os.urandom(size)
    sealed = seal_publication(plain, KEY)
    assert open_publication(sealed, KEY) == plain
    assert sealed == seal_publication(plain, KEY)
    assert plain[:64] not in sealed or size < 16
    with pytest.raises(IntegrityFault):
        open_publication(sealed, bytes(32))


@pytest.mark.parametrize(
    "change",
    [
        lambda sealed: sealed[: 4 + STEP],  # cut off after a whole chunk
        lambda sealed: sealed[:-1],
        lambda sealed: sealed[:4] + sealed[4 + STEP : 4 + 2 * STEP] + sealed[4 : 4 + STEP] + sealed[4 + 2 * STEP :],
        lambda sealed: sealed[:100] + bytes([sealed[100] ^ 1]) + sealed[101:],
        lambda sealed: b"PDF!" + sealed[4:],
        lambda sealed: sealed[:4],
        lambda sealed: b"",
    ],
)
def test_what_was_changed_does_not_open(change: object) -> None:
    sealed = seal_publication(os.urandom(2 * CHUNK_BYTES + 5), KEY)
    assert callable(change)
    with pytest.raises(IntegrityFault):
        open_publication(change(sealed), KEY)
