"""Faults: every refusal of the platform is an ``ErrorBody``, whoever refuses."""

import logging
from collections.abc import Mapping
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, OperationalError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.wire import ErrorBody
from learnup_platform.http.messages import message, preferred_language

logger = logging.getLogger(__name__)

_CODE_OF_STATUS = {
    401: ErrorCode.AUTH_REQUIRED,
    404: ErrorCode.NOT_FOUND,
    413: ErrorCode.TOO_LARGE,
    422: ErrorCode.VALIDATION,
    429: ErrorCode.RATE_LIMITED,
    503: ErrorCode.UNAVAILABLE,
}


class PlatformFault(Exception):
    """A refusal on its way to the client.

    Args:
        status: HTTP status.
        code: stable code of the contract.
        message_key: key of the sentence; the code's own sentence when None.
        details: JSON-ready facts for the client.
        headers: extra headers (``Retry-After``).
        keep: commit what was written so far, instead of rolling back.
    """

    def __init__(
        self,
        status: int,
        code: str,
        message_key: str | None = None,
        details: Mapping[str, object] | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        keep: bool = False,
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = str(code)
        self.message_key = message_key or self.code
        self.details = dict(details or {})
        self.headers = dict(headers or {})
        self.keep = keep


def not_found() -> PlatformFault:
    """Not there, or not yours: the same answer, so that ids leak nothing."""
    return PlatformFault(404, ErrorCode.NOT_FOUND)


def fault_response(fault: PlatformFault, accept_language: str | None) -> JSONResponse:
    """The answer for a fault."""
    body = ErrorBody(
        status_code=fault.status,
        error=HTTPStatus(fault.status).phrase,
        code=fault.code,
        message=message(fault.message_key, preferred_language(accept_language)),
        details=fault.details,
    )
    return JSONResponse(body.to_wire(), fault.status, fault.headers)


def _answer(request: Request, fault: PlatformFault) -> Response:
    return fault_response(fault, request.headers.get("accept-language"))


async def _on_fault(request: Request, error: Exception) -> Response:
    assert isinstance(error, PlatformFault)
    return _answer(request, error)


async def _on_http_exception(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = _CODE_OF_STATUS.get(error.status_code, ErrorCode.BAD_REQUEST)
    return _answer(request, PlatformFault(error.status_code, code, headers=error.headers))


async def _on_validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    # What was sent is not sent back: it may be a password.
    fields = [
        {"field": ".".join(str(part) for part in problem["loc"]), "problem": problem["msg"]}
        for problem in error.errors()
    ]
    return _answer(request, PlatformFault(422, ErrorCode.VALIDATION, details={"fields": fields}))


async def _on_database(request: Request, error: Exception) -> Response:
    logger.error("database refused %s %s", request.method, request.url.path, exc_info=error)
    return _answer(request, PlatformFault(503, ErrorCode.UNAVAILABLE, headers={"Retry-After": "2"}))


async def _on_conflict(request: Request, error: Exception) -> Response:
    logger.warning("conflicting write %s %s", request.method, request.url.path, exc_info=error)
    return _answer(request, PlatformFault(409, ErrorCode.BAD_REQUEST))


async def _on_unstorable(request: Request, error: Exception) -> Response:
    # PostgreSQL takes no NUL in a text, which JSON may hold; asyncpg's error for it has no class of its own.
    if type(error) not in (DataError, DBAPIError):
        raise error
    logger.warning("%s %s brought what cannot be stored", request.method, request.url.path, exc_info=error)
    return _answer(request, PlatformFault(422, ErrorCode.VALIDATION))


async def _on_bug(request: Request, _error: Exception) -> Response:
    # Starlette raises it again for the server's log; the client sees no traceback.
    return _answer(request, PlatformFault(500, ErrorCode.INTERNAL))


def install_error_handlers(app: FastAPI) -> None:
    """Answer every kind of fault with an ``ErrorBody``."""
    app.add_exception_handler(PlatformFault, _on_fault)
    app.add_exception_handler(HTTPException, _on_http_exception)
    app.add_exception_handler(RequestValidationError, _on_validation)
    app.add_exception_handler(IntegrityError, _on_conflict)
    app.add_exception_handler(OperationalError, _on_database)
    app.add_exception_handler(DBAPIError, _on_unstorable)
    app.add_exception_handler(Exception, _on_bug)
