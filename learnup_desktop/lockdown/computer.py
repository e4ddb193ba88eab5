"""What kind of computer an exam is sat on, as far as it says so itself: virtual, used from afar, with listed programs.

Signals for a person to judge, never a reason to keep anybody out: schools lend virtual desktops, and helpers use
remote control on purpose. Only looks; nothing is changed or ended. No Qt: it is called on a thread of its own, since
listing processes takes longer than a frame.
"""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

VIRTUAL_MACHINES = (
    ("vmware", "vmware"),
    ("vmw", "vmware"),
    ("innotek gmbh", "virtualbox"),
    ("virtualbox", "virtualbox"),
    ("qemu", "qemu"),
    ("kvm", "kvm"),
    ("bochs", "bochs"),
    ("xen", "xen"),
    ("parallels", "parallels"),
    ("bhyve", "bhyve"),
    ("hyper-v", "hyper-v"),
    ("amazon ec2", "amazon"),
    ("google compute engine", "google"),
    ("openstack", "openstack"),
    ("apple virtualization", "apple"),
)
"""Beginnings of what firmware says of its maker, and the word told. The table of systemd's ``detect_vm_dmi_vendor``
(src/basic/virt.c). Hyper-V says "Microsoft Corporation" like Microsoft's own laptops, so its product is looked at."""

REMOTE_SERVERS = frozenset({"xvnc", "xtigervnc", "x11vnc", "x0vncserver", "xrdp-chansrv", "screensharingagent"})
"""Programs that run only while this person's screen is shown elsewhere. Those that merely wait for a connection are
not among them."""

SM_REMOTESESSION = 0x1000
"""``GetSystemMetrics``: nonzero inside a Remote Desktop session (winuser.h)."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found. Words are short and for machines; empty when there is nothing.

    Attributes:
        virtual_machine: whose, as in ``VIRTUAL_MACHINES``; ``hypervisor`` when it does not say.
        remote_session: by what the screen is used from afar.
        listed: listed programs that run, as the policy writes them.
    """

    virtual_machine: str = ""
    remote_session: str = ""
    listed: tuple[str, ...] = ()


def machine_of(firmware: Iterable[str]) -> str:
    """The virtual machine that firmware's texts (maker, product, board, BIOS) speak of; empty for a real computer."""
    texts = [text.strip().casefold() for text in firmware]
    for text in texts:
        for beginning, word in VIRTUAL_MACHINES:
            if text.startswith(beginning):
                return word
    if "microsoft corporation" in texts and "virtual machine" in texts:
        return "hyper-v"
    return ""


@dataclass(frozen=True, slots=True)
class Computer:
    """This computer, or a played one.

    Args:
        system: ``sys.platform``.
        environment: the program's.
        root: where the system's files begin; tests play a computer in a folder.
        firmware: texts of the firmware; read from the system when None.
        metrics: ``user32.GetSystemMetrics`` on Windows.
        processes: names of running programs of this person.
    """

    system: str = sys.platform
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    root: Path = Path("/")
    firmware: Callable[[], Iterable[str]] | None = None
    metrics: Callable[[int], int] | None = None
    processes: Callable[[], frozenset[str]] = field(default_factory=lambda: running_programs)

    def look(self, listed: Iterable[str] = ()) -> Seen:
        """Look at everything, at most some tens of milliseconds."""
        running = self.processes()
        found = tuple(sorted({name for name in listed if _bare(name) in running}))
        return Seen(self.virtual_machine(), self.remote_session(running), found)

    def virtual_machine(self) -> str:
        """Which virtual machine this is; empty for none."""
        word = machine_of(self.firmware() if self.firmware is not None else self._firmware())
        if word or not self.system.startswith("linux"):
            return word
        # Bit 31 of CPUID leaf 1 ECX is reserved for hypervisors to say so (Intel SDM, AMD APM); the kernel prints it.
        flags = _text(self.root / "proc/cpuinfo").partition("flags")[2].partition("\n")[0].split()
        return "hypervisor" if "hypervisor" in flags else ""

    def remote_session(self, running: frozenset[str] = frozenset()) -> str:
        """By what this screen is used from afar; empty when nothing says so."""
        if self.system == "win32":
            metrics = self.metrics or _windows_metrics()
            return "rdp" if metrics(SM_REMOTESESSION) else ""
        if self.environment.get("XRDP_SESSION"):
            return "xrdp"
        if any(self.environment.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT")):
            return "ssh"
        if self.system.startswith("linux") and "REMOTE=1" in self._session().splitlines():
            return "logind"
        return next(iter(sorted(REMOTE_SERVERS & running)), "")

    def _session(self) -> str:
        """logind's own word on this session (sd_session_is_remote reads the same file)."""
        number = self.environment.get("XDG_SESSION_ID", "")
        return _text(self.root / "run/systemd/sessions" / number) if number.isalnum() else ""

    def _firmware(self) -> Iterable[str]:
        if self.system == "win32":
            return _windows_firmware()
        if self.system == "darwin":
            return _mac_firmware()
        places = ("sys_vendor", "product_name", "board_vendor", "bios_vendor")
        texts = [_text(self.root / "sys/class/dmi/id" / place) for place in places]
        return [*texts, _text(self.root / "sys/hypervisor/type")]


def running_programs() -> frozenset[str]:
    """Names of the running programs, bare and in lower case; another person's are left out where that can be told."""
    import psutil

    own = os.getuid() if sys.platform != "win32" else None
    names = set()
    for process in psutil.process_iter(["name", *(() if own is None else ("uids",))]):
        name, uids = process.info.get("name"), process.info.get("uids")
        if name and (own is None or uids is None or uids.real == own):
            names.add(_bare(name))
    return frozenset(names)


def _bare(name: str) -> str:
    return name.strip().casefold().removesuffix(".exe")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:  # not there, or not for everybody: then it says nothing
        return ""


def _windows_metrics() -> Callable[[int], int]:
    import ctypes

    metrics: Callable[[int], int] = getattr(ctypes, "windll").user32.GetSystemMetrics  # noqa: B009 - Windows only
    return metrics


def _windows_firmware() -> list[str]:
    import importlib

    registry: Any = importlib.import_module("winreg")  # by name, since it is on Windows only
    texts = []
    try:
        with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, r"HARDWARE\DESCRIPTION\System\BIOS") as key:
            for name in ("SystemManufacturer", "SystemProductName", "BaseBoardManufacturer", "BIOSVendor"):
                try:
                    texts.append(str(registry.QueryValueEx(key, name)[0]))
                except OSError:  # this maker did not fill it in
                    continue
    except OSError:  # no such key: firmware says nothing
        return []
    return texts


def _mac_firmware() -> list[str]:
    """``kern.hv_vmm_present`` (1 in a guest since macOS 11) and ``hw.model`` (``VMware7,1``, ``VirtualMac2,1``)."""
    import ctypes

    by_name = ctypes.CDLL(None).sysctlbyname
    present, size = ctypes.c_int(0), ctypes.c_size_t(ctypes.sizeof(ctypes.c_int))
    texts = []
    if by_name(b"kern.hv_vmm_present", ctypes.byref(present), ctypes.byref(size), None, 0) == 0 and present.value:
        texts.append("Apple Virtualization")
    model, size = ctypes.create_string_buffer(128), ctypes.c_size_t(128)
    if by_name(b"hw.model", model, ctypes.byref(size), None, 0) == 0:
        texts.insert(0, model.value.decode("ascii", "replace"))
    return texts
