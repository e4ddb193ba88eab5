"""What a worker loads its models with."""

import io
import time
from pathlib import Path

import pytest

from learnup_desktop.contract.integrity import ProctoringPolicy
from learnup_desktop.face import analyser as analyser_module
from learnup_desktop.proctoring.channel import Outbox
from learnup_desktop.proctoring.loading import load_models
from learnup_desktop.proctoring.messages import Configure

pytestmark = pytest.mark.models


@pytest.mark.parametrize("wanted", ["auto", "cuda"])
def test_what_was_chosen_runs_every_model_and_falls_back_to_the_processor(
    wanted: str, face_assets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    choose = analyser_module.choose_providers

    def noted(chosen: str = "auto") -> list[str]:
        asked.append(chosen)
        return choose(chosen)

    monkeypatch.setattr(analyser_module, "choose_providers", noted)
    monkeypatch.setattr("learnup_desktop.face.liveness.choose_providers", noted)
    configure = Configure(policy=ProctoringPolicy(), camera="simulated", models_root=str(face_assets), provider=wanted)
    analyser, liveness = load_models(configure, Outbox(io.BytesIO(), time.monotonic()))
    assert asked == [wanted, wanted]
    assert analyser is not None and liveness is not None
    assert analyser.provider in choose(wanted)
