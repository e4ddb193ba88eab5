"""A killed client: what an append returned for is there, and the account opens at once."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from learnup_desktop.base.errors import LockedElsewhereError
from learnup_desktop.domain.journal import verify_chain
from tests.unit.store.samples import attempt_meta, open_store

ROOT = Path(__file__).resolve().parents[3]
WRITER = textwrap.dedent(
    """
    import asyncio, sys
    from pathlib import Path
    from learnup_desktop.contract.exams import EntryKind
    from tests.unit.store.samples import answer, attempt_meta, open_store

    async def main():
        store = await open_store(Path(sys.argv[1]))
        await store.journal.begin(attempt_meta())
        number = (await store.journal.head("attempt-1")).seq
        while True:
            number += 1
            entry = await store.journal.append("attempt-1", EntryKind.ANSWER, number, answer(number, "x" * 500))
            print(entry.seq, entry.hash, flush=True)

    asyncio.run(main())
    """
)


def _writer(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
async def test_no_acknowledged_append_is_lost_to_sigkill(folder: Path) -> None:
    confirmed: dict[int, str] = {}
    for round_number in range(4):
        process = _writer(folder)
        assert process.stdout is not None
        for _ in range(5 + 7 * round_number):
            seq, hashed = process.stdout.readline().split()
            confirmed[int(seq)] = hashed
        process.send_signal(signal.SIGKILL)
        # Not communicate(): it would pass over the lines that readline has fetched ahead.
        with process:
            rest = process.stdout.read()
        for line in rest.splitlines():
            if line.count(" ") == 1 and len(line.split()[1]) == 64:
                confirmed[int(line.split()[0])] = line.split()[1]
        store = await open_store(folder)
        entries = await store.journal.entries("attempt-1")
        verify_chain("attempt-1", entries)
        assert {entry.seq: entry.hash for entry in entries}.items() >= confirmed.items()
        # At most the one append that was under way is more than was confirmed.
        assert len(entries) - len(confirmed) <= 1
        assert await store.journal.meta("attempt-1") == attempt_meta()
        await store.close()
        confirmed = {entry.seq: entry.hash for entry in entries}


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
async def test_one_process_an_account_and_a_crash_lets_go(folder: Path) -> None:
    process = _writer(folder)
    assert process.stdout is not None
    process.stdout.readline()
    with pytest.raises(LockedElsewhereError) as caught:
        await open_store(folder)
    assert caught.value.arguments["pid"] == process.pid
    process.kill()
    process.communicate(timeout=20)
    store = await open_store(folder)
    with pytest.raises(LockedElsewhereError):
        await open_store(folder)
    await store.close()
    await (await open_store(folder)).close()
