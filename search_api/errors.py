"""Every error as one JSON shape: {"error": {"code", "message", "detail"}} with a fitting status."""

import traceback
from collections.abc import Mapping

from fastapi import FastAPI, Request, status
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from corpus.errors import CancuError, InvalidRequest, NotFound
from corpus.log import log
from corpus.messages import MESSAGES
from corpus.text import one_line
from corpus.types import Json

# What is wrong with a parameter, by pydantic's name for it.
_WRONG = {
    "missing": "còn thiếu",
    "extra_forbidden": "không có tham số này",
    "string_type": "phải là chữ",
    "string_unicode": "có ký tự hỏng",
    "int_type": "phải là số nguyên",
    "int_parsing": "phải là số nguyên",
    "int_from_float": "phải là số nguyên",
    "bool_type": "phải là true hoặc false",
    "bool_parsing": "phải là true hoặc false",
    "greater_than_equal": "ít nhất là {ge}",
    "less_than_equal": "nhiều nhất là {le}",
    "list_type": "phải là một danh sách",
    "too_long": "có nhiều nhất {max_length} mục",
    "string_too_long": "dài quá {max_length} ký tự",
    "string_pattern_mismatch": "không đúng dạng cần có",
    "model_attributes_type": "phải là một đối tượng JSON",
}


def error_response(error: CancuError, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The response for one of our errors."""
    return _shape(error.status, error.code, error.message, error.detail, headers)


def broken_response(request_id: str, path: str, error: Exception) -> JSONResponse:
    """The response for a mistake of our own. The log has where it happened, never its words: they may quote a document."""
    log.error("request.broken", path=path, error=type(error).__name__, where=_frames(error))
    return _shape(500, "internal_error", MESSAGES["internal_error"].format(detail=request_id), request_id)


def handle_errors(app: FastAPI) -> None:
    """Register the handlers. Errors that are nobody's are met by the guard."""

    @app.exception_handler(CancuError)
    async def ours(_: Request, error: CancuError) -> JSONResponse:
        return error_response(error)

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> JSONResponse:
        return error_response(InvalidRequest(_in_words(error.errors()[0])))

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> JSONResponse:
        path = one_line(request.url.path)
        if error.status_code == NotFound.status:
            return error_response(NotFound(f"địa chỉ {path}"))
        wrong = InvalidRequest(
            f"địa chỉ {path} không nhận {request.method}"
            if error.status_code == status.HTTP_405_METHOD_NOT_ALLOWED
            else "không đọc được nội dung gửi lên"
        )
        return _shape(error.status_code, wrong.code, wrong.message, wrong.detail, error.headers)


def _shape(
    status_code: int, code: str, message: str, detail: str, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    return JSONResponse({"error": {"code": code, "message": message, "detail": detail}}, status_code, headers)


def _in_words(wrong: Json) -> str:
    """The first thing that is wrong with a request."""
    if wrong["type"] == "json_invalid":
        return "nội dung gửi lên không phải JSON"
    where = ".".join(str(part) for part in wrong["loc"][1:]) or "nội dung gửi lên"
    words = _WRONG.get(wrong["type"], "chưa đúng").format(**wrong.get("ctx", {}))
    return one_line(f"{where} {words}")


def _frames(error: BaseException) -> list[str]:
    """Files, lines and functions that the error came through, and what it came from."""
    came_from = error.__cause__ or error.__context__
    own = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
    return [*own, *([type(came_from).__name__, *_frames(came_from)] if came_from else [])]
