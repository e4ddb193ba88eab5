"""What tests and benches of face analysis share: the real models, the photographs, and composed clips."""

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from learnup_desktop.face.analyser import FaceAnalyser, Image

ROOT = Path(__file__).resolve().parent.parent


def face_assets_folder() -> Path | None:
    """LEARNUP_FACE_ASSETS, else ``../shared/face`` beside the checkout; None where there are no models."""
    named = os.environ.get("LEARNUP_FACE_ASSETS")
    folder = Path(named) if named else ROOT.parent / "shared" / "face"
    return folder if (folder / "models").is_dir() else None


def scenario_tool(assets: Path) -> Path | None:
    """The composer of labelled clips beside the assets."""
    tool = assets.parent / "tools" / "scenario.py"
    return tool if tool.is_file() else None


def photo(assets: Path, name: str) -> "Image":
    """A photograph as BGR."""
    import cv2
    import numpy as np

    image = cv2.imread(str(assets / "images" / name))
    assert image is not None, name
    return np.asarray(image, np.uint8)


def analyser_for(assets: Path) -> "FaceAnalyser":
    """Detection and recognition with the test models."""
    from learnup_desktop.face.analyser import FaceAnalyser
    from learnup_desktop.face.models import find_models

    return FaceAnalyser(find_models(assets, explicit=True))


def load_scenario(assets: Path) -> Any:
    """The composer as a module, for single frames."""
    tool = scenario_tool(assets)
    assert tool is not None, "scenario.py is not beside the assets"
    spec = importlib.util.spec_from_file_location("scenario", tool)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def composed(assets: Path, folder: Path, plan: dict[str, Any]) -> tuple[Path, list[dict[str, Any]]]:
    """As ``compose``, but a clip of the same plan that is in ``folder`` already is not composed again."""
    name = hashlib.sha1(json.dumps(plan, sort_keys=True).encode()).hexdigest()[:16]
    target = folder / f"{name}.mp4"
    if not target.is_file():
        # Under another name until it is whole, so that a run that was stopped leaves no half clip behind.
        part, _ = compose(assets, folder, f"{name}.part", plan)
        part.with_suffix(".labels.json").replace(folder / f"{name}.labels.json")
        part.replace(target)
    labels: list[dict[str, Any]] = json.loads((folder / f"{name}.labels.json").read_text())
    return target, labels


def compose(assets: Path, folder: Path, name: str, plan: dict[str, Any]) -> tuple[Path, list[dict[str, Any]]]:
    """Compose a clip in ``folder``; its path and its labels."""
    tool = scenario_tool(assets)
    assert tool is not None, "scenario.py is not beside the assets"
    source, target = folder / f"{name}.json", folder / f"{name}.mp4"
    source.write_text(json.dumps(plan))
    subprocess.run([sys.executable, str(tool), str(source), str(target)], check=True, stdout=subprocess.DEVNULL)
    labels: list[dict[str, Any]] = json.loads(target.with_suffix(".labels.json").read_text())
    return target, labels
