"""The card of the face models: what is here, what is missing, and getting it with its terms read and accepted."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from learnup_desktop.features.settings.face_models import FaceModelsService, Installed, ModelsStep, fault_word
from learnup_desktop.proctoring.installation import LicenceFact, ModelFact
from learnup_desktop.qt import i18n
from learnup_desktop.qt.dialogs import Choice, Dialog, open_dialog
from learnup_desktop.qt.messages import QT_TRANSLATE_NOOP, register
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Banner,
    Card,
    Column,
    KeyValueRow,
    Label,
    PrimaryButton,
    ProgressBar,
    QuietButton,
    Row,
    ScrollColumn,
    SecondaryButton,
    Tone,
    WrapLabel,
    clear_layout,
)

register(
    {
        "models.installed.all": QT_TRANSLATE_NOOP("Messages", "Face models are installed"),
        "models.installed.custom": QT_TRANSLATE_NOOP("Messages", "Custom face models are installed"),
        "models.installed.part": QT_TRANSLATE_NOOP("Messages", "Some face models are missing"),
        "models.installed.none": QT_TRANSLATE_NOOP("Messages", "Face models are not installed"),
        "models.installed.damaged": QT_TRANSLATE_NOOP("Messages", "A face model is damaged"),
        "models.task.detection": QT_TRANSLATE_NOOP("Messages", "Finding faces"),
        "models.task.recognition": QT_TRANSLATE_NOOP("Messages", "Recognising you"),
        "models.task.liveness": QT_TRANSLATE_NOOP("Messages", "Telling a person from a picture"),
        "models.task.landmark_3d_68": QT_TRANSLATE_NOOP("Messages", "Direction of the head"),
        "models.fault.network": QT_TRANSLATE_NOOP("Messages", "The download stopped: there is no connection."),
        "models.fault.network.advice": QT_TRANSLATE_NOOP(
            "Messages", "What came is kept. Connect to the internet and go on with the download."
        ),
        "models.fault.server": QT_TRANSLATE_NOOP("Messages", "The publisher's server does not give the files now."),
        "models.fault.server.advice": QT_TRANSLATE_NOOP(
            "Messages", "Try again later, or install them from a folder that your school gives you."
        ),
        "models.fault.wrong_file": QT_TRANSLATE_NOOP("Messages", "What came is not the right file: {file}."),
        "models.fault.wrong_file.advice": QT_TRANSLATE_NOOP(
            "Messages", "It was thrown away. Try again; if it stays so, install from a folder and tell your school."
        ),
        "models.fault.disk_full": QT_TRANSLATE_NOOP("Messages", "This computer's disk is full."),
        "models.fault.disk_full.advice": QT_TRANSLATE_NOOP(
            "Messages", "What came is kept. Delete files that you no longer need and go on."
        ),
        "models.fault.storage": QT_TRANSLATE_NOOP("Messages", "This computer's disk refused to store the files."),
        "models.fault.storage.advice": QT_TRANSLATE_NOOP(
            "Messages", "Ask whoever looks after this computer to allow LearnUp to write to its folder."
        ),
        "models.fault.damaged": QT_TRANSLATE_NOOP("Messages", "{file} is damaged or no face model."),
        "models.fault.damaged.advice": QT_TRANSLATE_NOOP("Messages", "Get the files once more and try again."),
        "models.fault.no_models": QT_TRANSLATE_NOOP("Messages", "There are no face models in this folder."),
        "models.fault.no_models.advice": QT_TRANSLATE_NOOP(
            "Messages", "Choose the folder with the .onnx files, one that finds faces among them."
        ),
        "models.fault.other": QT_TRANSLATE_NOOP("Messages", "The face models could not be installed."),
        "models.fault.other.advice": QT_TRANSLATE_NOOP(
            "Messages", "Please try again. If it stays so, tell your school the code."
        ),
    }
)

_TONES: dict[Installed, Tone] = {
    Installed.ALL: "positive",
    Installed.CUSTOM: "positive",
    Installed.PART: "caution",
    Installed.NONE: "caution",
    Installed.DAMAGED: "critical",
}


class LicenceDialog(Dialog):
    """Terms to read; the text is shown as it was published."""

    def __init__(self, parent: QWidget | None, licences: tuple[LicenceFact, ...], person: str, *, ask: bool) -> None:
        super().__init__(parent, "", width=560)
        self._title.setText(self.tr("Terms of the face models"))
        self.setWindowTitle(self._title.text())
        holder = QWidget()
        column = Column(holder, gap=2)
        for licence in licences:
            column.add(WrapLabel(licence.title, bold=True))
            link = Label(licence.url, "caption", "text-muted")
            link.set_selectable()
            column.add(link)
            for paragraph in licence.text.split("\n\n"):
                column.add(WrapLabel(" ".join(paragraph.split())))
        column.addStretch(1)
        area = ScrollColumn(holder)
        area.setMinimumHeight(theme().px(220))
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # read with the arrow keys
        area.setAccessibleName(self._title.text())
        self.body.addWidget(area, 1)
        if ask:
            said = self.tr("It is recorded that {person} accepted these terms, and when.").format(person=person)
            self.body.addWidget(WrapLabel(said, "caption", "text-muted"))
            self.add_choice(Choice("no", self.tr("Not now")))
            self.accept_button = self.add_choice(Choice("accept", self.tr("Accept"), "primary"))
        else:
            self.add_choice(Choice("close", self.tr("Close"), "primary"))


class FaceModelsCard(Card):
    """The card; the page tells it when it is looked at.

    Args:
        service: does the work.
    """

    def __init__(self, service: FaceModelsService) -> None:
        super().__init__(" ", gap=3)
        self._service = service
        self._tasks = TaskScope(self)
        service.on_changed = self._show
        self._why = WrapLabel("", "caption", "text-muted")
        self.standing = Banner(" ")
        self._files = Column(gap=1)
        self._terms = Row(gap=2)
        self._terms_text = WrapLabel("", "caption", "text-muted")
        self.read = QuietButton("")
        self.read.clicked.connect(lambda: self._tasks.run(self._read_terms))
        self._terms.addWidget(self._terms_text, 1, Qt.AlignmentFlag.AlignVCenter)
        self._terms.addWidget(self.read)
        self.progress = ProgressBar()
        self.progress_text = Label("", "caption", "text-muted")
        self.fault = Banner(" ", tone="caution")
        self.download = PrimaryButton("", icon="download")
        self.from_folder = SecondaryButton("", icon="folder-open-outline")
        self.stop = SecondaryButton("", icon="stop")
        self.download.clicked.connect(lambda: self._tasks.run(partial(self._install, None)))
        self.from_folder.clicked.connect(lambda: self._tasks.run(self._choose_folder))
        self.stop.clicked.connect(service.stop)
        buttons = Row(gap=3)
        buttons.add(self.download, self.from_folder, self.stop)
        buttons.addStretch(1)
        self.add(self._why, self.standing, self._files, self._terms, self.progress, self.progress_text)
        self.add(self.fault, buttons)
        self.retranslate()

    def look(self, on_finished: Callable[[], object] | None = None) -> None:
        """Find out what is here."""
        self._tasks.latest("look", self._service.look, on_finished=on_finished)

    def focus_action(self) -> None:
        """Give the keyboard to what can be done here."""
        for button in (self.download, self.from_folder, self.stop):
            if button.isVisible():
                button.setFocus()
                return

    def retranslate(self) -> None:
        """Every text in the language of now."""
        self.set_title(self.tr("Face models"))
        self._why.setText(
            self.tr("With these files this computer recognises you in an exam. Your picture is compared only here.")
        )
        self.from_folder.setText(self.tr("Install from a folder…"))
        self.stop.setText(self.tr("Stop"))
        self.read.setText(self.tr("Read the terms"))
        self.progress.setAccessibleName(self.tr("Progress of the installation"))
        self._show()

    # --- what is shown -----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        state = self._service.state
        working, status = state.step is ModelsStep.WORKING, state.status
        self._show_standing()
        self._show_terms()
        self._show_progress()
        self._show_fault()
        named = status is not None and status.named
        complete = state.installed in (Installed.ALL, Installed.CUSTOM)
        self.stop.setVisible(working)
        self.from_folder.setVisible(not working and status is not None and not named)
        self.download.setVisible(not working and status is not None and not named and not complete)
        if status is not None:
            size = i18n.format_bytes(status.download_bytes)
            words = self.tr("Go on with the download") if state.resumable else self.tr("Download, {size}")
            self.download.setText(words.format(size=size))

    def _show_standing(self) -> None:
        state = self._service.state
        status = state.status
        clear_layout(self._files)
        if status is None:
            self.standing.set(self.tr("Looking…") if state.error is None else self.tr("Not known"), "", "neutral")
            return
        title = i18n.translate_key(f"models.installed.{state.installed.value}")
        self.standing.set(title, self._standing_text(), _TONES[state.installed])
        for file in status.files:
            self._files.add(KeyValueRow(i18n.translate_key(f"models.task.{file.task}"), self._file_words(file)))

    def _standing_text(self) -> str:
        status = self._service.state.status
        if status is None:
            return ""
        if status.damaged:
            return self.tr("{file} was changed since it was installed. Install it again.").format(file=status.damaged)
        if status.named:
            return self.tr("From {folder}, which was named for this computer.").format(folder=status.root)
        if not status.files:
            return self.tr("Without them an exam can only be watched by the camera, where your school allows that.")
        if status.missing:
            tasks = ", ".join(i18n.translate_key(f"models.task.{task}") for task in status.missing)
            return self.tr("Missing: {tasks}.").format(tasks=tasks)
        if self._service.state.installed is Installed.CUSTOM:
            return self.tr("Some of these files are not known to LearnUp. Your exams record that they were used.")
        return self.tr("Pack {name}.").format(name=status.pack)

    def _file_words(self, file: ModelFact) -> str:
        origin = self.tr("custom") if file.custom else self.tr("known")
        return f"{file.file} · {i18n.format_bytes(file.size)} · {origin}"

    def _show_terms(self) -> None:
        status = self._service.state.status
        licences = status.licences if status is not None else ()
        lines = []
        for licence in licences:
            if licence.accepted_by:
                when = i18n.format_moment(datetime.fromisoformat(licence.accepted_at))
                said = self.tr("Terms accepted by {person}, {when}.")
                lines.append(said.format(person=licence.accepted_by, when=when))
            else:
                lines.append(self.tr("Terms: {title}.").format(title=licence.title))
        self._terms_text.setText(" ".join(lines))
        self._terms_text.setVisible(bool(lines))
        self.read.setVisible(bool(lines))

    def _show_progress(self) -> None:
        state = self._service.state
        working, step = state.step is ModelsStep.WORKING, state.step_now
        self.progress.setVisible(working)
        self.progress_text.setVisible(working)
        if step is None:
            self.progress.set_value(0.0)
            self.progress_text.setText(self.tr("Beginning…"))
            return
        total = step.total or max(1, step.done)
        done = i18n.format_bytes(step.done)
        text = self.tr("{file}: {done} of {total}").format(file=step.file, done=done, total=i18n.format_bytes(total))
        self.progress.set_value(step.done, total, description=text)
        self.progress_text.setText(text)

    def _show_fault(self) -> None:
        state = self._service.state
        self.fault.setVisible(state.error is not None or state.stopped or state.done)
        if state.error is not None:
            key = f"models.fault.{fault_word(state.error)}"
            title = i18n.translate_key(key, file=state.error.arguments.get("file", ""))
            code = self.tr("Code for support: {code}").format(code=state.error.code)
            self.fault.set(title, f"{i18n.translate_key(f'{key}.advice')} {code}", "caution")
        elif state.stopped:
            self.fault.set(self.tr("Stopped"), self.tr("What came is kept; you can go on at any time."), "neutral")
        elif state.done:
            self.fault.set(self.tr("Done"), self.tr("The face models are ready for your next exam."), "positive")

    # --- what the person does ----------------------------------------------------------------------------------------

    async def _install(self, source: Path | None) -> None:
        needed = await self._service.install(source)
        if needed and await self._accepts(needed):
            await self._service.install(source, accepted=True)

    async def _accepts(self, licences: tuple[LicenceFact, ...]) -> bool:
        dialog = LicenceDialog(self.window(), licences, self._service.person, ask=True)
        await open_dialog(dialog)
        return dialog.chosen == "accept"

    async def _read_terms(self) -> None:
        status = self._service.state.status
        if status is not None:
            await open_dialog(LicenceDialog(self.window(), status.licences, self._service.person, ask=False))

    async def _choose_folder(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Folder with the face models"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, False)
        code = await open_dialog(dialog)
        chosen = dialog.selectedFiles() if code == QDialog.DialogCode.Accepted else []
        if chosen:
            await self._install(Path(chosen[0]))
