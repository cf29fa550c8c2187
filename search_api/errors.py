"""Every error as one JSON shape: {"error": {"code", "message", "detail"}} with a fitting status."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from corpus.errors import CancuError, InvalidRequest, NotFound
from corpus.log import log
from corpus.messages import MESSAGES


def error_response(error: CancuError) -> JSONResponse:
    """The response for one of our errors."""
    return _shape(error.status, error.code, error.message, error.detail)


def _shape(status: int, code: str, message: str, detail: str) -> JSONResponse:
    return JSONResponse({"error": {"code": code, "message": message, "detail": detail}}, status)


def handle_errors(app: FastAPI) -> None:
    """Register the handlers."""

    @app.exception_handler(CancuError)
    async def ours(_: Request, error: CancuError) -> JSONResponse:
        return error_response(error)

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> JSONResponse:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"] if part != "body")
        return error_response(InvalidRequest(f"{where}: {first['msg']}"))

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> JSONResponse:
        if error.status_code == NotFound.status:
            return error_response(NotFound(f"địa chỉ {request.url.path}"))
        return _shape(
            error.status_code,
            "invalid_request",
            MESSAGES["invalid_request"].format(detail=error.detail),
            str(error.detail),
        )

    @app.exception_handler(Exception)
    async def unexpected(request: Request, error: Exception) -> JSONResponse:
        request_id = getattr(request.state, "request_id", "")
        log.error("request.broken", path=request.url.path, error=repr(error), exc_info=error)
        return _shape(500, "internal_error", MESSAGES["internal_error"].format(detail=request_id), request_id)
