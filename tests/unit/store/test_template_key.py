"""Deleting face templates deletes every copy: over real files, backups and a damaged file put aside included."""

from dataclasses import replace
from pathlib import Path

import pytest

from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.recovery import backups
from learnup_desktop.store.seal import Sealer
from learnup_desktop.store.template_key import FILE_NAME, TemplateKey
from tests.unit.store.samples import KEY, attempt_meta

TEMPLATE = "dGVtcGxhdGUtb2YtYS1mYWNl"


async def opened(folder: Path) -> AccountStore:
    return await AccountStore.open(folder, Sealer(KEY))


def put_back(backup: Path, folder: Path) -> None:
    """The backup in place of the database."""
    for old in folder.glob("data.db*"):
        old.unlink()
    backup.replace(folder / "data.db")


async def test_after_deletion_no_backup_gives_a_template_back_even_with_the_accounts_key(tmp_path: Path) -> None:
    folder = tmp_path / "account"
    store = await opened(folder)
    await store.journal.begin(replace(attempt_meta(), face_templates=(TEMPLATE,)))
    assert (await store.journal.attempts())[0].face_templates == (TEMPLATE,)
    backup = await store.back_up()
    await store.journal.forget_templates()
    assert (await store.journal.attempts())[0].face_templates == ()
    await store.close()
    assert backups(folder / "backup") == [backup]
    assert not (folder / FILE_NAME).exists()
    # The backup in place of the database, with the same account key: an attempt, and no template.
    put_back(backup, folder)
    store = await opened(folder)
    (restored,) = await store.journal.attempts()
    await store.close()
    assert restored.attempt_id == attempt_meta().attempt_id
    assert restored.face_templates == ()


async def test_before_deletion_a_backup_brings_the_templates_back(tmp_path: Path) -> None:
    store = await opened(tmp_path)
    await store.journal.begin(replace(attempt_meta(), face_templates=(TEMPLATE,)))
    backup = await store.back_up()
    await store.close()
    put_back(backup, tmp_path)
    store = await opened(tmp_path)
    assert (await store.journal.attempts())[0].face_templates == (TEMPLATE,)
    await store.close()


async def test_what_is_enrolled_anew_has_a_new_key_and_the_old_copies_stay_closed(tmp_path: Path) -> None:
    store = await opened(tmp_path)
    await store.journal.begin(replace(attempt_meta(), face_templates=(TEMPLATE,)))
    first = (tmp_path / FILE_NAME).read_bytes()
    await store.journal.forget_templates()
    await store.journal.forget_templates()
    await store.journal.update_meta(attempt_meta().attempt_id, face_templates=("bmV3",), question="q2")
    (changed,) = await store.journal.attempts()
    assert (changed.face_templates, changed.question) == (("bmV3",), "q2")
    assert (tmp_path / FILE_NAME).read_bytes() != first
    await store.close()


def test_a_template_is_sealed_for_its_attempt_and_an_older_one_is_read_as_it_is(tmp_path: Path) -> None:
    key = TemplateKey(tmp_path)
    hidden = key.hide("one", (TEMPLATE,))
    assert TEMPLATE not in hidden[0] and key.hide("one", hidden) == hidden
    assert key.show("one", hidden) == (TEMPLATE,)
    assert key.show("two", hidden) == ()
    assert key.show("one", (TEMPLATE,)) == (TEMPLATE,)
    assert key.hide("one", ()) == ()


@pytest.mark.parametrize("damage", [b"", b"short"])
def test_a_damaged_key_is_a_forgotten_one(tmp_path: Path, damage: bytes) -> None:
    key = TemplateKey(tmp_path)
    hidden = key.hide("one", (TEMPLATE,))
    (tmp_path / FILE_NAME).write_bytes(damage)
    assert key.show("one", hidden) == ()
    assert key.show("one", key.hide("one", (TEMPLATE,))) == (TEMPLATE,)
