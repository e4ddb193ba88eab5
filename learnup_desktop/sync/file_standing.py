"""From the downloads' overview to how a piece of material stands here."""

from typing import TYPE_CHECKING

from learnup_desktop.contract.classes import Material
from learnup_desktop.domain.file_standing import FileStanding, FileState
from learnup_desktop.store.downloads import WishState

if TYPE_CHECKING:
    from learnup_desktop.sync.downloads import Overview


def file_standing(material: Material, overview: "Overview") -> FileStanding:
    """How the file of ``material`` stands by what the downloads say."""
    transfer = overview.by_hash.get(material.sha256)
    wanted = transfer is not None and material.id in overview.wanted
    if material.id in overview.held:
        return FileStanding(FileState.UPDATING if wanted else FileState.HERE, material.size_bytes)
    if transfer is None or not wanted:
        return FileStanding(FileState.ONLINE)
    states = {WishState.PAUSED: FileState.PAUSED, WishState.FAILED: FileState.FAILED}
    state = states.get(transfer.wish.state, FileState.RUNNING if transfer.running else FileState.WAITING)
    return FileStanding(state, transfer.here, transfer.held_by, transfer.wish.error)
