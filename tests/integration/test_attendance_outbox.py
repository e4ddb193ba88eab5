"""Generated histories of marks through the client's own outbox against the real platform: none is lost.

The long run of them is ``bench attendance``.
"""

import random
from pathlib import Path

from tests.attendance_campaign import TEACHER, Computer, School, Tally, play
from tests.integration.client_side import signed_in
from tests.platform_fixture import RunningPlatform

CASES = 15


async def test_no_mark_is_lost_between_two_computers_and_the_platform(
    fresh_platform: RunningPlatform, tmp_path: Path
) -> None:
    tally = Tally()
    chance = random.Random(6)
    school = School(fresh_platform.client("admin", "secretary"))
    async with (
        signed_in(fresh_platform.url, tmp_path / "room", TEACHER, "classroom") as room,
        signed_in(fresh_platform.url, tmp_path / "office", "admin", "office") as office,
    ):
        computers = [Computer(room, chance), Computer(office, chance)]
        for case in range(CASES):
            await play(school, computers, case, tally)
    assert tally.troubles == []
    assert tally.counts["lost"] == tally.counts["disagree"] == tally.counts["wrong"] == 0
    # What was to be played was played.
    for name in ("moved", "transferred", "enrolled"):
        assert tally.counts[name] > 0, name
    assert tally.counts["marks"] > 2 * CASES
