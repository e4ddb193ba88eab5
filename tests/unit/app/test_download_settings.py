"""What is set holds at once for downloads under way, and a network that counts data is asked about once."""

import os
from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any

from learnup_desktop.app.download_settings import QUESTION, DownloadSettings, rules_of
from learnup_desktop.base import settings as declared
from learnup_desktop.base.settings import Settings
from learnup_desktop.domain.downloads import DownloadRules, Hold, MeteredRule
from learnup_desktop.qt import notices
from tests.unit.features.page_driver import until
from tests.unit.sync.shelf import Shelf, material
from tests.unit.sync.test_downloads import library

RunQt = Callable[..., Any]


def test_every_setting_reaches_the_rules(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    plain = rules_of(settings)
    assert plain == DownloadRules(quota_bytes=5_000_000_000)
    settings.set(declared.DOWNLOAD_QUOTA_GB, 2)
    settings.set(declared.DOWNLOAD_RATE_KB_S, 128)
    settings.set(declared.DOWNLOAD_DAILY_MB, 250)
    settings.set(declared.DOWNLOAD_METERED, "never")
    settings.set(declared.DOWNLOAD_UNTIL, "05:00")
    assert rules_of(settings).window is None
    settings.set(declared.DOWNLOAD_HOURS_ONLY, True)
    assert rules_of(settings) == DownloadRules(
        quota_bytes=2_000_000_000,
        bytes_per_second=128_000,
        daily_bytes=250_000_000,
        window=(time(22), time(5)),
        metered=MeteredRule.NEVER,
    )


def test_a_network_that_counts_data_is_asked_about_once_and_again_after_a_move(tmp_path: Path, run_qt: RunQt) -> None:
    data = os.urandom(1000)
    system = [True]

    def questions() -> int:
        return sum(notice.key == QUESTION for notice in notices.center().history)

    async def go() -> None:
        settings = Settings(tmp_path / "settings.json")
        shelf = Shelf({key: data + key.encode() for key in "abcd"})
        async with library(tmp_path / "account", shelf) as (downloads, _):
            following = DownloadSettings(settings, downloads, lambda: system[0])
            before = questions()

            async def want(key: str) -> None:
                await downloads.want([material(key, shelf.files[key])])
                await until(lambda: downloads.waits_for(Hold.METERED))

            await want("a")
            await until(lambda: questions() == before + 1)
            await want("b")
            assert questions() == before + 1
            action = notices.center().history[-1].action
            assert action is not None
            action.run()
            await until(lambda: len(shelf.asked) == 2)
            # Another network: the yes was for the last one.
            following.network_changed()
            await want("c")
            await until(lambda: questions() == before + 2)
            # The person's own word about this network beats the system's.
            settings.set(declared.NETWORK_METERED, "no")
            await until(lambda: len(shelf.asked) == 3)
            settings.set(declared.DOWNLOAD_METERED, "never")
            settings.set(declared.NETWORK_METERED, "yes")
            await want("d")
            assert questions() == before + 2
            following.close()

    run_qt(go())
