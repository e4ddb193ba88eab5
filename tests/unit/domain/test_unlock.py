"""An unlock code survives being read out, and a slip of the tongue does not survive it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.domain.unlock import read_unlock_code, unlock_code, unlock_qr

KEY = bytes(range(32))


@given(st.binary(min_size=32, max_size=32))
def test_a_code_gives_its_key_back(key: bytes) -> None:
    code = unlock_code("exam", key)
    assert {len(group) for group in code.split("-")} == {4}
    assert not set(code) & set("ILOU")
    careless = code.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    for typed in (code, careless, unlock_qr("exam", key)):
        assert read_unlock_code("exam", typed) == key


@given(st.integers(0, 55), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_character_is_found(place: int, character: str) -> None:
    plain = unlock_code("exam", KEY).replace("-", "")
    wrong = plain[:place] + character + plain[place + 1 :]
    if wrong != plain:
        with pytest.raises(ValueError, match="code"):
            read_unlock_code("exam", wrong)


@pytest.mark.parametrize("typed", ["", "ABCD", "Z" * 56, unlock_code("another", KEY), "U" * 56])
def test_what_is_not_this_exams_code_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="code"):
        read_unlock_code("exam", typed)


def test_only_a_content_key_has_a_code() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        unlock_code("exam", b"short")
