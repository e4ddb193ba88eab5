"""Loading what can be loaded: missing or broken models lower the assurance, they never stop the camera."""

from pathlib import Path

from learnup_desktop.base.errors import DamagedFileError, LearnUpError, ModelsMissingError
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.paths import models_dir
from learnup_desktop.face.analyser import FaceAnalyser
from learnup_desktop.face.liveness import LivenessCheck
from learnup_desktop.face.models import find_models
from learnup_desktop.proctoring.channel import Outbox
from learnup_desktop.proctoring.messages import Configure, Fault, FaultKey

_log = get_logger(__name__)


def load_models(configure: Configure, outbox: Outbox) -> tuple[FaceAnalyser | None, LivenessCheck | None]:
    """Detection with recognition, and liveness, as far as they are there; what is missing is told.

    A root other than this computer's own was named by somebody, so models that nobody knows may be used from it;
    they are reported as custom.
    """
    try:
        analyser = _analyser(configure)
        analyser.warm_up()
    except ModelsMissingError as error:
        outbox.send(Fault(key=FaultKey.MODELS_MISSING, detail=error.detail, at_ms=outbox.now_ms()))
        return None, None
    except LearnUpError as error:
        outbox.send(Fault(key=FaultKey.MODELS_UNUSABLE, detail=error.detail, at_ms=outbox.now_ms()))
        return None, None
    liveness = None
    if analyser.models.liveness is not None:
        try:
            liveness = LivenessCheck(analyser.models.liveness, threads=configure.threads, provider=configure.provider)
        except DamagedFileError as error:
            outbox.send(Fault(key=FaultKey.MODELS_UNUSABLE, detail=error.detail, at_ms=outbox.now_ms()))
    return analyser, liveness


def _analyser(configure: Configure) -> FaceAnalyser:
    """Landmarks only make a pose more exact: where their file is damaged the rest works without."""
    if configure.landmarks:
        try:
            return _loaded(configure, landmarks=True)
        except DamagedFileError as error:
            _log.warning("tried again without landmarks", reason=error.detail)
    return _loaded(configure, landmarks=False)


def _loaded(configure: Configure, *, landmarks: bool) -> FaceAnalyser:
    own = models_dir()
    root = Path(configure.models_root) if configure.models_root else own
    explicit = root.resolve() != own.resolve()
    models = find_models(root, pack=configure.model_pack, explicit=explicit, landmarks=landmarks)
    return FaceAnalyser(models, threads=configure.threads, provider=configure.provider)
