"""One kill of a whole client in mid-exam, and that the campaign would see it if something were lost."""

import random
import sys
from pathlib import Path

import pytest

from tests.e2e.campaign import Campaign
from tests.platform_fixture import RunningPlatform

pytestmark = pytest.mark.integration


class _Chance(random.Random):
    """Never the worker."""

    def random(self) -> float:
        return 0.9


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_a_killed_client_comes_back_into_the_exam_by_itself(fresh_platform: RunningPlatform, tmp_path: Path) -> None:
    campaign = Campaign(fresh_platform.url, tmp_path, _Chance(3))
    try:
        campaign.start()
        assert campaign.kill() == "client"
    finally:
        campaign.close()
    outcome = campaign.outcome
    assert outcome.changed == []
    assert outcome.losses[0] <= 2.0
    assert (outcome.elsewhere, outcome.passwords) == (0, 0)


def _judged(answer: str, page: int) -> Campaign:
    """A kill at 100 s of somebody who typed a letter a second, after which ``answer`` came back."""
    campaign = Campaign("", Path(), random.Random(1))
    campaign._killed_at = 100.0
    campaign._seen = {"q": [(90.0 + second, "x" * second) for second in range(1, 11)]}
    campaign._pages = [(80.0, 1), (95.0, 2)]
    campaign._compare({"resumed": {"q": answer}, "page": page})
    return campaign


def test_the_campaign_sees_what_is_lost_changed_or_elsewhere() -> None:
    kept, late, lost = _judged("x" * 10, 2), _judged("x" * 9, 2), _judged("x" * 5, 2)
    assert (kept.outcome.losses, kept.outcome.changed, kept.outcome.elsewhere) == ([0.0], [], 0)
    assert (late.outcome.losses, late.outcome.changed) == ([0.0], [])
    assert lost.outcome.changed == ["q"]
    assert _judged("something else", 2).outcome.changed == ["q"]
    assert _judged("", 1).outcome.elsewhere == 1
