"""Galleries are sealed on the disk, open with no network, and are gone when the platform or the roll says so."""

from pathlib import Path

import pytest

from learnup_desktop.base.errors import LearnUpError, NotFoundError, OfflineError
from learnup_desktop.contract.classes import ClassRoll, RollStudent
from learnup_desktop.contract.face import ClassGallery, GalleryPerson
from learnup_desktop.contract.sync import Change, Stream
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.galleries import GalleryStore
from learnup_desktop.store.seal import Sealer
from learnup_desktop.sync.galleries import GallerySync

PHOTO = b"\xff\xd8 a photograph of somebody"


def person(student: str) -> GalleryPerson:
    return GalleryPerson(student_id=student, enrolment_id=f"e-{student}", model="m", templates=["AAAA"], photo=PHOTO)


def gallery(*students: str, class_id: str = "c1") -> ClassGallery:
    return ClassGallery(class_id=class_id, people=[person(student) for student in students])


class Platform:
    """The wire: answers with a gallery, or does not."""

    def __init__(self, *students: str) -> None:
        self.students = students
        self.fault: LearnUpError | None = None

    async def gallery(self, class_id: str) -> ClassGallery:
        if self.fault is not None:
            raise self.fault
        return gallery(*self.students, class_id=class_id)


async def roll(store: AccountStore, **enrolled: bool) -> None:
    students = [
        RollStudent(id=name, name=name, index_number=name, face_enrolled=face) for name, face in enrolled.items()
    ]
    data = ClassRoll(class_id="c1", students=students).to_wire()
    await store.cache.apply([Change(stream=Stream.ROLLS, id="c1", version=1, data=data)], "c")


def files(store: AccountStore) -> list[Path]:
    return sorted((store.folder / "galleries").glob("*"))


async def test_what_is_kept_is_sealed_and_only_its_own_class_opens_it(store: AccountStore, tmp_path: Path) -> None:
    await store.galleries.put(gallery("a", "b"))
    assert await store.galleries.get("c1") == gallery("a", "b")
    (path,) = files(store)
    assert PHOTO not in path.read_bytes()
    assert await store.galleries.get("c2") is None
    other = GalleryStore(store.folder / "galleries", Sealer(b"z" * 32))
    assert await other.get("c1") is None
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    assert await store.galleries.get("c1") is None


async def test_galleries_follow_the_rolls_and_deletion_needs_no_second_word(store: AccountStore) -> None:
    platform = Platform("a", "b")
    sync = GallerySync(platform, store.galleries, store.cache)  # type: ignore[arg-type]  # the one method that is used
    await roll(store, a=True, b=True)
    sync.wake()
    sync.wake()
    await sync.wait()
    assert await store.galleries.get("c1") == gallery("a", "b")
    await roll(store, a=False, b=True)
    platform.fault = OfflineError("no network")
    sync.wake()
    await sync.wait()
    assert await store.galleries.get("c1") == gallery("b"), "the roll alone takes a deleted template out"
    assert sync.last_error is platform.fault
    platform.fault = NotFoundError("not ours any more")
    sync.wake()
    await sync.wait()
    assert files(store) == []
    await sync.close()


@pytest.mark.parametrize("left", ["nobody is enrolled", "the class is gone"])
async def test_nothing_is_left_of_a_class_without_templates(store: AccountStore, left: str) -> None:
    sync = GallerySync(Platform("a"), store.galleries, store.cache)  # type: ignore[arg-type]  # as above
    await roll(store, a=True)
    sync.wake()
    await sync.wait()
    assert len(files(store)) == 1
    if left == "nobody is enrolled":
        await roll(store, a=False)
    else:
        await store.cache.apply([Change(stream=Stream.ROLLS, id="c1", version=2, deleted=True)], "d")
    sync.wake()
    await sync.wait()
    assert files(store) == []
