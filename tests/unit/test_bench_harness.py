"""The bench frame itself: a bench that cannot fail is worth nothing."""

import json
import time
from pathlib import Path

import pytest

from learnup_desktop.base.timings import Timings, memory_mb, process_age_ms, rollup_mb
from tests.bench import harness
from tests.bench.__main__ import main


def test_a_missed_bar_is_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    verdict = harness.Verdict()
    verdict.at_most("windowMs", 450.1, 450)
    verdict.at_least("rate", 4, 4)
    verdict.note("ussMb", 80)
    assert verdict.finish() == 1
    line = json.loads(capsys.readouterr().out)
    assert line["kind"] == "verdict"
    assert line["held"] is False
    assert line["missed"] == ["windowMs"]
    assert line["figures"]["windowMsBar"] == 450


def test_held_bars_are_exit_code_0(capsys: pytest.CaptureFixture[str]) -> None:
    verdict = harness.Verdict()
    verdict.at_most("windowMs", 450, 450)
    verdict.holds("resumed", True)
    assert verdict.finish() == 0
    assert json.loads(capsys.readouterr().out) == {
        "kind": "verdict",
        "held": True,
        "figures": {"windowMs": 450, "windowMsBar": 450, "resumed": True},
    }


@pytest.mark.parametrize(("percent", "value"), [(50, 5), (95, 10), (90, 9), (1, 1), (100, 10)])
def test_percentile_is_the_nearest_rank(percent: float, value: int) -> None:
    assert harness.percentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], percent) == value


def test_percentile_of_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="no values"):
        harness.percentile([], 50)


def test_the_last_json_line_is_found_among_others() -> None:
    ended = harness.run_to_end(["-c", "print('hello'); print('{\"a\": 1}'); print('bye')"])
    assert ended.last_json() == {"a": 1}
    failed = harness.run_to_end(["-c", "raise SystemExit('no camera')"])
    with pytest.raises(ValueError, match="no camera"):
        failed.last_json()


def test_memory_and_processor_time_of_a_process_and_its_children() -> None:
    child = "b = bytearray(30_000_000); import time; time.sleep(60)"
    code = (
        "import subprocess, sys, time; a = bytearray(20_000_000);"
        f"subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(0.5); print('ready', flush=True);"
        "time.sleep(60)"
    )
    with harness.running(["-c", code], ready=lambda line: line == "ready\n") as process:
        proportional, unique = harness.memory_of_tree(process.pid)
        assert 50 <= unique <= proportional < 150
        assert 0 < harness.cpu_seconds_of_tree(process.pid) < 30
    assert process.poll() is not None


def test_a_process_that_is_never_ready_is_not_waited_for() -> None:
    start = time.monotonic()
    with (
        pytest.raises(RuntimeError, match="before it was ready"),
        harness.running(["-c", "import time; time.sleep(60)"], ready=lambda line: True, timeout=0.5),
    ):
        pass
    assert time.monotonic() - start < 10


def test_an_unknown_bench_is_told_the_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nonsense"]) == 2
    assert "startup" in capsys.readouterr().err


def test_rollup_in_megabytes() -> None:
    text = "Rss: 9999 kB\nPss:      100000 kB\nPss_Dirty: 5 kB\nPrivate_Clean:  10000 kB\nPrivate_Dirty:  20000 kB\n"
    assert rollup_mb(text) == pytest.approx((102.4, 30.72))


def test_timings_are_of_this_process() -> None:
    proportional, unique = memory_mb()
    assert 10 < unique <= proportional < 4000
    before = process_age_ms()
    timings = Timings()
    timings.window_shown()
    timings.interactive()
    first = timings.window_ms
    time.sleep(0.05)
    timings.window_shown()
    assert timings.window_ms == first
    assert before - 20 <= timings.window_ms <= timings.interactive_ms + 20
    assert set(json.loads(timings.line())) == {"windowMs", "interactiveMs", "pssMb", "ussMb"}


def test_modules_before_the_window_can_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = tmp_path / "modules.txt"
    monkeypatch.setenv("LEARNUP_TIMINGS_MODULES", str(listing))
    Timings().window_shown()
    assert "learnup_desktop.base.timings" in listing.read_text().split()
