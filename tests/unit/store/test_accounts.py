"""Who signed in here, and which computer this is."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.base.addresses import is_loopback, normalise_address
from learnup_desktop.store.accounts import KnownAccounts, account_key
from learnup_desktop.store.records import KnownAccount
from tests.unit.store.samples import STARTED


def account(username: str, server: str = "https://school.lk", hours: int = 0) -> KnownAccount:
    return KnownAccount(
        key=account_key(server, f"id-{username}"),
        server_url=normalise_address(server),
        server_name="School",
        account_id=f"id-{username}",
        username=username,
        name="නිමල්",
        role="student",
        language="si",
        last_used=STARTED + timedelta(hours=hours),
        signing_key_id="k1",
        signing_key=b"k" * 32,
    )


async def test_accounts_are_remembered_last_used_first(tmp_path: Path) -> None:
    known = KnownAccounts(tmp_path)
    assert known.all() == []
    for number, name in enumerate(["a", "b", "c"]):
        await known.remember(account(name, hours=number))
    await known.remember(account("a", hours=9))
    await known.remember(account("z", "http://localhost:5000"))
    again = KnownAccounts(tmp_path)
    assert [item.username for item in again.all()] == ["a", "c", "b", "z"]
    assert [item.username for item in again.of_server("HTTPS://School.lk/")] == ["a", "c", "b"]
    found = again.find("school.lk", "B")
    assert found == account("b", hours=1)
    await again.forget(found.key)
    assert KnownAccounts(tmp_path).get(found.key) is None


async def test_a_pinned_key_is_not_replaced(tmp_path: Path) -> None:
    known = KnownAccounts(tmp_path)
    await known.remember(account("a"))
    kept = await known.remember(replace(account("a"), signing_key=b"x" * 32, signing_key_id="k2"))
    assert (kept.signing_key, kept.signing_key_id) == (b"k" * 32, "k1")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"accounts": [{"key": 1}]}', '{"accounts": 5}'])
async def test_a_damaged_list_is_kept_aside(tmp_path: Path, content: str) -> None:
    (tmp_path / "accounts.json").write_text(content)
    known = KnownAccounts(tmp_path)
    assert known.all() == []
    await known.remember(account("a"))
    assert [item.username for item in KnownAccounts(tmp_path).all()] == ["a"]
    assert _asides(tmp_path) == [content]


def _asides(folder: Path) -> list[str]:
    return [path.read_text() for path in folder.glob("accounts.json.damaged-*")]


def test_the_device_has_one_id(tmp_path: Path) -> None:
    first = KnownAccounts(tmp_path).device_id()
    assert KnownAccounts(tmp_path).device_id() == first
    (tmp_path / "device").write_bytes(b"\xff\xfe")
    assert KnownAccounts(tmp_path).device_id() != first


@pytest.mark.parametrize("identifier", ["", ".", "..", "../x", "a/b", "a b", "\0"])
def test_an_id_from_the_wire_never_leaves_the_folder(identifier: str) -> None:
    with pytest.raises(ValueError, match="account id"):
        account_key("https://school.lk", identifier)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("school.lk", "https://school.lk"),
        (" School.LK/ ", "https://school.lk"),
        ("https://school.lk:443/login", "https://school.lk"),
        ("school.lk:8443", "https://school.lk:8443"),
        ("localhost:5000", "http://localhost:5000"),
        ("127.0.0.1:5000", "http://127.0.0.1:5000"),
        ("http://[::1]:5000/", "http://[::1]:5000"),
        ("http://school.lk", "http://school.lk"),
    ],
)
def test_addresses_have_one_spelling(typed: str, address: str) -> None:
    assert normalise_address(typed) == address
    assert normalise_address(address) == address


@given(st.text(max_size=40))
def test_no_address_breaks_it(typed: str) -> None:
    try:
        address = normalise_address(typed)
    except ValueError:
        return
    assert normalise_address(address) == address


def test_this_computer_itself() -> None:
    assert all(is_loopback(host) for host in ("localhost", "127.0.0.1", "127.8.9.1", "::1", "[::1]", "LOCALHOST."))
    assert not any(is_loopback(host) for host in ("school.lk", "10.0.0.1", "localhost.evil.lk", "", "1270.0.0.1"))
