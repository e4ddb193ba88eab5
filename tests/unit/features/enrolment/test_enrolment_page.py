"""What the enrolment page says: advice in three languages, and why the camera gives no picture."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hatch_build import compile_translation
from learnup_desktop.base.errors import CameraError
from learnup_desktop.features.enrolment.enrolment_page import EnrolmentPage
from learnup_desktop.features.enrolment.service import CaptureStep, EnrolmentService
from learnup_desktop.features.exams.words import camera_fault_words
from learnup_desktop.proctoring.messages import CAMERA_FAULTS, Advice, WorkerConfiguration
from learnup_desktop.qt import i18n
from tests.unit.features.enrolment.test_enrolment_service import Kept, Pipe, Wire
from tests.unit.features.page_driver import Frame
from tools import translations
from tools.translations import ROOT


@pytest.fixture(params=["en", "si", "ta"])
def language(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The client speaks it."""
    for code in translations.LANGUAGES:
        source = translations.catalogue(ROOT, code)
        compile_translation(source, tmp_path / f"{source.stem}.qm")
    monkeypatch.setattr(i18n, "translations_dir", lambda: tmp_path)
    i18n.set_language(request.param)
    yield request.param
    i18n.set_language("en")


def test_every_advice_and_fault_is_said_in_three_languages(qtbot: QtBot, language: str) -> None:
    service = EnrolmentService(Wire(), Pipe, WorkerConfiguration, Kept())
    page = EnrolmentPage(service, Frame())
    qtbot.addWidget(page)
    said = {page.advice_sentence(advice) for advice in Advice}
    said |= {i18n.translate_key(f"exams.advice.{advice.value}") for advice in Advice}
    for fault in CAMERA_FAULTS:
        service.capture.step, service.capture.error = CaptureStep.FAILED, CameraError("", reason=fault.value)
        service.on_capture_changed()
        assert page.advice.text() == camera_fault_words(fault.value)
        said.add(page.advice.text())
    assert len(said) >= len(Advice) + len(CAMERA_FAULTS)
    if language != "en":
        assert all(any(ord(letter) > 0x0B00 for letter in sentence) for sentence in said), said
