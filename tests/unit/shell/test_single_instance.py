"""A second start hands over and ends; what a crash left behind does not lock anybody out."""

from pathlib import Path

from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from learnup_desktop.shell.single_instance import SingleInstance


def test_a_second_start_hands_over_its_arguments(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim([])
    with qtbot.waitSignal(first.message_received) as signal:
        assert not second.claim(["learnup://exam/42"])
    assert signal.args == [["learnup://exam/42"]]
    first.release()
    assert second.claim([])
    second.release()


def test_other_data_folders_do_not_disturb(tmp_path: Path) -> None:
    first, other = SingleInstance(tmp_path / "a"), SingleInstance(tmp_path / "b")
    assert first.claim([])
    assert other.claim([])
    first.release()
    other.release()


def test_nonsense_on_the_socket_is_ignored(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim([])
    seen: list[object] = []
    first.message_received.connect(seen.append)
    for line in (b"not json\n", b'{"a": 1}\n', b"[1, 2]\n", b"x" * 100_000):
        socket = QLocalSocket()
        socket.connectToServer(first._name)
        assert socket.waitForConnected(1000)
        socket.write(line)
        socket.flush()
        qtbot.wait(30)
        socket.abort()
    assert seen == []
    first.release()
