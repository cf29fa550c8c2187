"""HTTP to a server that is not trusted: no answer of it fills the memory."""

from collections.abc import AsyncIterator

import httpx

from corpus.errors import ServiceError

_LONGEST_RESPONSE = 262_144  # bytes


class BoundedTransport(httpx.AsyncHTTPTransport):
    """HTTP with responses of a bounded size, packed or not."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """A response whose body ends with an error where it is too long."""
        request.headers["accept-encoding"] = "identity"
        response = await super().handle_async_request(request)
        if response.headers.get("content-encoding", "identity") != "identity":
            await response.aclose()
            raise ServiceError("LLM: response is packed")
        assert isinstance(response.stream, httpx.AsyncByteStream)
        response.stream = _BoundedStream(response.stream)
        return response


class _BoundedStream(httpx.AsyncByteStream):
    def __init__(self, stream: httpx.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for piece in self._stream:
            size += len(piece)
            if size > _LONGEST_RESPONSE:
                raise ServiceError("LLM: response is too long")
            yield piece

    async def aclose(self) -> None:
        await self._stream.aclose()
