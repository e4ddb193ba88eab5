"""The key is recognised at every start, without the cipher's library and without telling anything about the key."""

import subprocess
import sys
from pathlib import Path

import pytest

from learnup_desktop.base.errors import IntegrityFault, KeyringUnavailableError
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.seal import Sealer
from learnup_desktop.store.vault import _default_backend, _may_have_keyring


def test_a_proof_is_of_one_key() -> None:
    assert Sealer(b"a" * 32).proof() == Sealer(b"a" * 32).proof() != Sealer(b"b" * 32).proof()
    assert b"a" * 8 not in Sealer(b"a" * 32).proof()


async def test_another_key_is_refused(tmp_path: Path) -> None:
    await (await AccountStore.open(tmp_path / "account", Sealer(b"a" * 32))).close()
    with pytest.raises(IntegrityFault):
        await AccountStore.open(tmp_path / "account", Sealer(b"b" * 32))
    await (await AccountStore.open(tmp_path / "account", Sealer(b"a" * 32))).close()


def test_opening_loads_no_cipher(tmp_path: Path) -> None:
    script = (
        "import asyncio, sys\n"
        "from pathlib import Path\n"
        "from learnup_desktop.store.account_store import AccountStore\n"
        "from learnup_desktop.store.seal import Sealer\n"
        "async def main():\n"
        f"    store = await AccountStore.open(Path({str(tmp_path)!r}), Sealer(b'k' * 32))\n"
        "    await store.close()\n"
        "asyncio.run(main())\n"
        "print('cryptography' in sys.modules)\n"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert result.stdout.strip() == "False", result.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have their keyring without D-Bus")
def test_without_a_session_bus_the_keyring_is_not_even_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHON_KEYRING_BACKEND", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert not _may_have_keyring()
    with pytest.raises(KeyringUnavailableError):
        _default_backend()
    (tmp_path / "python_keyring").mkdir()
    (tmp_path / "python_keyring" / "keyringrc.cfg").write_text("[backend]\n")
    assert _may_have_keyring()
