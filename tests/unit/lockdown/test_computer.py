"""Virtual machines, remote sessions and listed programs, as played computers say of themselves; only looked at."""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from learnup_desktop.lockdown.computer import SM_REMOTESESSION, Computer, Seen, machine_of, running_programs


def nothing_runs() -> frozenset[str]:
    return frozenset()


def played(tmp_path: Path, files: dict[str, str], **environment: str) -> Computer:
    """A Linux computer in a folder."""
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return Computer("linux", environment, tmp_path, processes=nothing_runs)


@pytest.mark.parametrize(
    ("firmware", "word"),
    [
        (("VMware, Inc.", "VMware7,1"), "vmware"),
        (("innotek GmbH", "VirtualBox"), "virtualbox"),
        (("QEMU", "Standard PC (Q35 + ICH9, 2009)"), "qemu"),
        (("Microsoft Corporation", "Virtual Machine"), "hyper-v"),
        (("Microsoft Corporation", "Surface Laptop 5"), ""),
        (("Apple Virtualization", "Mac14,2"), "apple"),
        (("LENOVO", "20XW", "American Megatrends"), ""),
        ((), ""),
    ],
)
def test_firmware_says_whose_machine_it_is(firmware: tuple[str, ...], word: str) -> None:
    assert machine_of(firmware) == word


def test_linux_reads_the_firmware_and_else_the_processor(tmp_path: Path) -> None:
    real = played(tmp_path / "a", {"sys/class/dmi/id/sys_vendor": "Dell Inc.\n", "proc/cpuinfo": "flags : fpu sse2\n"})
    assert real.virtual_machine() == ""
    named = played(tmp_path / "b", {"sys/class/dmi/id/product_name": "VirtualBox\n"})
    assert named.virtual_machine() == "virtualbox"
    unnamed = played(tmp_path / "c", {"proc/cpuinfo": "processor : 0\nflags\t: fpu hypervisor sse2\nbugs: x\n"})
    assert unnamed.virtual_machine() == "hypervisor"
    assert played(tmp_path / "d", {}).look() == Seen()


def test_windows_and_macos_are_asked_in_their_own_way(tmp_path: Path) -> None:
    asked: list[int] = []

    def metrics(index: int) -> int:
        asked.append(index)
        return 1

    def firmware() -> list[str]:
        return ["Microsoft Corporation", "Virtual Machine"]

    windows = Computer("win32", {"SSH_CONNECTION": "x"}, tmp_path, firmware, metrics, nothing_runs)
    assert windows.look() == Seen("hyper-v", "rdp")
    assert asked == [SM_REMOTESESSION]
    mac = Computer("darwin", {}, tmp_path, lambda: ["VMware7,1"], processes=lambda: frozenset({"screensharingagent"}))
    assert mac.look() == Seen("vmware", "screensharingagent")


class Registry:
    """``winreg`` of a computer whose BIOS key has some values."""

    HKEY_LOCAL_MACHINE = 1

    def __init__(self, **values: str) -> None:
        self.values = values

    @contextmanager
    def OpenKey(self, root: int, path: str) -> Iterator[str]:
        assert root == self.HKEY_LOCAL_MACHINE
        if not self.values:
            raise FileNotFoundError(path)
        yield path

    def QueryValueEx(self, key: str, name: str) -> tuple[str, int]:
        if name not in self.values:
            raise FileNotFoundError(name)
        return self.values[name], 1


def test_windows_reads_the_registry_and_asks_for_the_metric(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    windows = Computer("win32", {}, tmp_path, processes=nothing_runs)
    user32 = SimpleNamespace(GetSystemMetrics=lambda index: int(index == SM_REMOTESESSION))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    names = {"SystemManufacturer": "innotek GmbH", "BIOSVendor": "innotek GmbH"}
    monkeypatch.setitem(sys.modules, "winreg", Registry(**names))
    assert windows.look() == Seen("virtualbox", "rdp")
    monkeypatch.setitem(sys.modules, "winreg", Registry())
    assert windows.virtual_machine() == ""


def test_macos_asks_the_kernel(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def sysctlbyname(name: bytes, value: Any, size: object, new: object, length: int) -> int:
        if name == b"hw.model":
            value.value = b"MacBookPro18,3"
            return 0
        value._obj.value = 1  # kern.hv_vmm_present, by reference
        return 0

    monkeypatch.setattr(ctypes, "CDLL", lambda name: SimpleNamespace(sysctlbyname=sysctlbyname))
    assert Computer("darwin", {}, tmp_path, processes=nothing_runs).look() == Seen("apple")


def test_a_remote_session_is_told_by_whoever_made_it(tmp_path: Path) -> None:
    session = {"run/systemd/sessions/c7": "UID=1000\nREMOTE=1\nSERVICE=xrdp-sesman\n"}
    assert played(tmp_path, session, XDG_SESSION_ID="c7").remote_session() == "logind"
    assert played(tmp_path, {"run/systemd/sessions/2": "REMOTE=0\n"}, XDG_SESSION_ID="2").remote_session() == ""
    assert played(tmp_path, {}, XDG_SESSION_ID="../../etc").remote_session() == ""
    assert played(tmp_path, {}, XRDP_SESSION="1").remote_session() == "xrdp"
    assert played(tmp_path, {}, SSH_CONNECTION="10.0.0.2 5 10.0.0.3 22").remote_session() == "ssh"
    assert played(tmp_path, {}).remote_session(frozenset({"x11vnc", "bash"})) == "x11vnc"


def test_listed_programs_are_found_whatever_their_case_and_ending(tmp_path: Path) -> None:
    computer = Computer("linux", {}, tmp_path, processes=lambda: frozenset({"teamviewer", "anydesk", "bash"}))
    assert computer.look(["AnyDesk", "TeamViewer.exe", "vncserver"]).listed == ("AnyDesk", "TeamViewer.exe")


def test_this_very_computer_can_be_looked_at() -> None:
    running = running_programs()
    assert any(name.startswith("python") or "pytest" in name for name in running)
    assert isinstance(Computer(sys.platform).look(("no such program",)), Seen)
