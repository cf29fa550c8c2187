"""HTTP to a server that is not trusted: no answer of it fills the memory."""

from collections.abc import AsyncIterator

import httpx

_LONGEST_RESPONSE = 262_144  # bytes


class BoundedTransport(httpx.AsyncHTTPTransport):
    """HTTP with responses of a bounded size, packed or not."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """A response whose body ends with an error where it is too long."""
        request.headers["accept-encoding"] = "identity"
        response = await super().handle_async_request(request)
        if response.headers.get("content-encoding", "identity") != "identity":
            await response.aclose()
            raise httpx.DecodingError("packed though asked not to be", request=request)
        assert isinstance(response.stream, httpx.AsyncByteStream)
        response.stream = _BoundedStream(response.stream, request)
        return response


class _BoundedStream(httpx.AsyncByteStream):
    def __init__(self, stream: httpx.AsyncByteStream, request: httpx.Request) -> None:
        self._stream, self._request = stream, request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for piece in self._stream:
            size += len(piece)
            if size > _LONGEST_RESPONSE:
                raise httpx.ReadError("response too long", request=self._request)
            yield piece

    async def aclose(self) -> None:
        await self._stream.aclose()
