"""The whole error tree, so that a reader sees in one place what can go wrong.

Adapters translate their vendor's exceptions into these at their edge (``raise ... from``), most specific first. Every
error carries a message *key* and arguments, never a finished sentence: the sentence is looked up in the user's
language by ``qt/i18n.py``. A support ``code`` goes with it, which people can read out on the telephone.

::

    LearnUpError
    ├── EnvironmentFault            the world around us; told with what to do, never a crash report
    │   ├── NetworkError
    │   │   ├── OfflineError        no route, refused, name not found
    │   │   ├── RequestTimeoutError sent, no answer in time: the outcome is unknown
    │   │   └── InsecureConnectionError   certificate not trusted
    │   ├── StorageError
    │   │   ├── DiskFullError
    │   │   ├── ReadOnlyFolderError
    │   │   ├── DamagedFileError    a database, blob or journal that fails its check
    │   │   └── LockedElsewhereError      another window holds this account or attempt
    │   ├── KeyringUnavailableError
    │   ├── CameraError             missing, busy, stopped, undecodable
    │   └── ModelsMissingError
    ├── PlatformError               the platform answered, and the answer is no
    │   ├── ProtocolError           not our platform, or malformed
    │   ├── ClientTooOldError / PlatformTooOldError
    │   ├── SignInError             wrong password
    │   │   ├── AccountLockedError
    │   │   └── SessionEndedError   refresh refused: sign in again
    │   ├── NotFoundError
    │   ├── ConflictError           409: lease lost, already submitted, …
    │   ├── RefusedError            any other 4xx; not to be repeated
    │   ├── RateLimitedError
    │   └── PlatformUnavailableError      5xx
    ├── IntegrityFault              a hash, signature or chain does not hold
    └── RuleViolation               a domain rule was asked to do what it must not
        └── EngagedError            an exam while a meeting goes on, or the reverse
"""

from datetime import datetime
from typing import ClassVar


class LearnUpError(Exception):
    """Base of the tree.

    Attributes:
        key: message key in ``qt/messages.py``.
        code: short stable code for support.
        arguments: values for the sentence's placeholders.
    """

    key: ClassVar[str] = "error.unexpected"
    code: ClassVar[str] = "LU-0"

    def __init__(self, detail: str = "", **arguments: object) -> None:
        super().__init__(detail or self.key)
        self.detail = detail
        self.arguments = arguments


class EnvironmentFault(LearnUpError):
    """Something around the program: the user can act on it."""

    key = "error.environment"
    code = "LU-100"


class NetworkError(EnvironmentFault):
    """The platform was not reached."""

    key = "error.network"
    code = "LU-110"


class OfflineError(NetworkError):
    """No connection could be made; nothing was sent."""

    key = "error.offline"
    code = "LU-111"


class RequestTimeoutError(NetworkError):
    """Sent, but no complete answer came in time; the outcome is unknown, repeating with the same key is safe."""

    key = "error.timeout"
    code = "LU-112"


class InsecureConnectionError(NetworkError):
    """The server's certificate is not trusted by this computer."""

    key = "error.insecure"
    code = "LU-113"


class StorageError(EnvironmentFault):
    """The local disk refused."""

    key = "error.storage"
    code = "LU-120"


class DiskFullError(StorageError):
    """No space left."""

    key = "error.disk_full"
    code = "LU-121"


class ReadOnlyFolderError(StorageError):
    """The data folder cannot be written."""

    key = "error.read_only"
    code = "LU-122"


class DamagedFileError(StorageError):
    """A database, blob or journal failed its check."""

    key = "error.damaged"
    code = "LU-123"


class LockedElsewhereError(StorageError):
    """Another window or process holds this account or attempt."""

    key = "error.locked_elsewhere"
    code = "LU-124"


class KeyringUnavailableError(EnvironmentFault):
    """This computer has no usable keyring."""

    key = "error.no_keyring"
    code = "LU-130"


class CameraError(EnvironmentFault):
    """The camera is missing, busy, stopped or cannot be decoded (``reason`` in the arguments)."""

    key = "error.camera"
    code = "LU-140"


class ModelsMissingError(EnvironmentFault):
    """The face models are not installed."""

    key = "error.models_missing"
    code = "LU-141"


class PlatformError(LearnUpError):
    """The platform answered, and the answer is no.

    Attributes:
        status: HTTP status, 0 when there was none.
        platform_code: the contract's stable ``code``.
    """

    key = "error.platform"
    code = "LU-200"

    def __init__(self, detail: str = "", *, status: int = 0, platform_code: str = "", **arguments: object) -> None:
        super().__init__(detail, **arguments)
        self.status = status
        self.platform_code = platform_code


class ProtocolError(PlatformError):
    """The answer is not of this contract: a foreign server, a captive portal, malformed JSON."""

    key = "error.protocol"
    code = "LU-201"


class ClientTooOldError(PlatformError):
    """The platform asks for a newer client."""

    key = "error.client_too_old"
    code = "LU-202"


class PlatformTooOldError(PlatformError):
    """The platform speaks an older contract than this client needs."""

    key = "error.platform_too_old"
    code = "LU-203"


class SignInError(PlatformError):
    """Wrong name or password."""

    key = "error.wrong_password"
    code = "LU-210"


class AccountLockedError(SignInError):
    """Too many wrong passwords. ``until`` is an aware UTC time."""

    key = "error.account_locked"
    code = "LU-211"

    def __init__(self, until: datetime, detail: str = "") -> None:
        super().__init__(detail, status=423, platform_code="auth.locked", until=until)
        self.until = until


class SessionEndedError(SignInError):
    """The session was revoked or has expired: sign in again."""

    key = "error.session_ended"
    code = "LU-212"


class NotFoundError(PlatformError):
    """Not there, or not yours."""

    key = "error.not_found"
    code = "LU-220"


class ConflictError(PlatformError):
    """409: the platform's state does not allow it; ``platform_code`` says which."""

    key = "error.conflict"
    code = "LU-221"


class RefusedError(PlatformError):
    """Another 4xx: repeating the same request cannot help."""

    key = "error.refused"
    code = "LU-222"


class RateLimitedError(PlatformError):
    """429. ``retry_after`` in seconds."""

    key = "error.rate_limited"
    code = "LU-223"

    def __init__(self, retry_after: float, detail: str = "") -> None:
        super().__init__(detail, status=429, platform_code="rate_limited", retry_after=retry_after)
        self.retry_after = retry_after


class PlatformUnavailableError(PlatformError):
    """5xx or a gateway's page: try again later."""

    key = "error.unavailable"
    code = "LU-230"


class IntegrityFault(LearnUpError):
    """A hash, signature, seal or chain does not hold."""

    key = "error.integrity"
    code = "LU-300"


class AccessEndedError(LearnUpError):
    """What was bought may no longer be read."""

    key = "error.access_ended"
    code = "LU-320"


class NotAPackError(LearnUpError):
    """There is no pack of study material where somebody pointed."""

    key = "error.not_a_pack"
    code = "LU-321"


class RuleViolation(LearnUpError):
    """A domain rule was asked to do what it must not (for instance an answer after the end)."""

    key = "error.rule"
    code = "LU-310"


class EngagedError(RuleViolation):
    """A meeting was to begin during an exam, or the reverse. ``engagement``: what goes on (``exam`` or ``meeting``)."""

    key = "error.engaged"
    code = "LU-311"

    def __init__(self, engagement: str) -> None:
        super().__init__(f"{engagement} goes on", engagement=engagement)
        self.engagement = engagement
