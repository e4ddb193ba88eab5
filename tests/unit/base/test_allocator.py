"""One arena for all threads: what many threads give back does not stay in the process."""

import subprocess
import sys

import pytest

CODE = """
import sys, threading
from pathlib import Path
from learnup_desktop.base.allocator import use_one_arena
if sys.argv[1] == "one":
    use_one_arena()
together = threading.Barrier(8)
def allocate():
    kept = [bytes(1000) for _ in range(2000)]
    together.wait()
threads = [threading.Thread(target=allocate) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
maps = Path("/proc/self/maps").read_text().splitlines()
# An arena of a thread is mapped as 64 MB of address space, of which most has no rights yet.
print(sum("---p" in line and line.split()[4] == "0" and len(line.split()) == 5 for line in maps))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="arenas are glibc's")
def test_threads_get_no_arenas_of_their_own() -> None:
    def reserved(how: str) -> int:
        done = subprocess.run([sys.executable, "-c", CODE, how], capture_output=True, text=True, check=True, timeout=60)
        return int(done.stdout)

    assert reserved("one") + 4 <= reserved("many")
