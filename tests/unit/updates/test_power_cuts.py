"""The short cut of ``bench update-faults``: three power cuts, the swap itself among them."""

import os
from pathlib import Path

import pytest

from tests.update_kills import NEW, OLD, count_operations, cut_at
from tests.update_site import Site

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL is not of this system")


def test_after_a_power_cut_one_version_works(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.release(tmp_path / "work", NEW)
    with site.served():
        operations = count_operations(site, tmp_path / "whole")
        cuts = [cut_at(site, tmp_path / "cut", point) for point in (2 * operations // 5, operations - 2, operations)]
    assert [cut for cut in cuts if not cut.held] == []
    assert cuts[0].after == OLD
