"""The one shape of errors: {"error": {"code", "message", "detail"}}, the message in Vietnamese, nothing else beside it."""

import re

import httpx

_VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
_ENGLISH = re.compile(
    r"\b(?:error|field|required|input|should|valid|not|allowed|method|permitted|string|integer|parse|the|is|of|a)\b",
    re.IGNORECASE,
)


def assert_error_shape(response: httpx.Response, status: int, code: str, *mentions: str) -> str:
    """Assert the shape; ``mentions`` stand in the message. Returns the message."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/json"
    body = response.json()
    assert body.keys() == {"error"}
    error = body["error"]
    assert error.keys() == {"code", "message", "detail"}
    assert all(isinstance(value, str) for value in error.values())
    assert error["code"] == code
    message: str = error["message"]
    assert _VIETNAMESE.search(message)
    assert not _ENGLISH.search(message), message
    assert message[0].isupper()
    assert message.endswith((".", "!"))
    for words in mentions:
        assert words in message, message
    return message
