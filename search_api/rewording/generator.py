"""The way to an LLM: a chat generator of Haystack, run where it can be broken off when its time is over."""

import asyncio
import threading
from typing import Any, Protocol

from corpus import pipelines  # noqa: F401 - before the first import of Haystack: no telemetry, no PyTorch
from corpus.settings import Settings
from search_api.rewording.prompt import Prompt

_MOST_TOKENS = 800
_GRACE = 0.5  # seconds beyond the deadline, for what does not let itself be broken off


class ChatGenerator(Protocol):
    """A chat generator of Haystack that can be run in an event loop."""

    async def run_async(self, messages: Any) -> dict[str, Any]:
        """The replies to messages."""
        ...


def generator_of(settings: Settings) -> ChatGenerator:
    """The generator that the settings want. Its libraries are imported here, not before: a second, 20 MB."""
    from haystack.components.generators.chat import OpenAIChatGenerator
    from haystack.utils import Secret
    from openai.resources.chat import AsyncCompletions  # noqa: F401 - else the first question pays for it

    from search_api.rewording.transport import BoundedTransport

    generator: ChatGenerator = OpenAIChatGenerator(
        api_key=Secret.from_token(settings.llm_api_key or "none"), model=settings.llm_model, api_base_url=settings.llm_url,
        generation_kwargs={"temperature": 0.0, "max_tokens": _MOST_TOKENS}, timeout=settings.llm_seconds, max_retries=0,
        # The address of the setting is talked to and nobody else: no proxy of the environment, no redirection.
        http_client_kwargs={"transport": BoundedTransport(), "trust_env": False, "follow_redirects": False},
    )  # fmt: skip
    return generator


class Writer:
    """Asks a generator and keeps the deadline, whatever the server does; its event loop lives in a thread of its own."""

    def __init__(self, generator: ChatGenerator, seconds: float) -> None:
        self._generator, self._seconds = generator, seconds
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    def write(self, prompt: Prompt) -> str:
        """The words of the reply, "" where it has none.

        Raises:
            TimeoutError: the deadline is over.
            Exception: whatever the generator makes of a server that is away or answers nonsense.
        """
        future = asyncio.run_coroutine_threadsafe(self._reply(prompt), self._running())
        try:
            return future.result(self._seconds + _GRACE)
        finally:
            future.cancel()

    async def _reply(self, prompt: Prompt) -> str:
        from haystack.dataclasses import ChatMessage

        messages = [ChatMessage.from_system(prompt.rules), ChatMessage.from_user(prompt.data)]
        out = await asyncio.wait_for(self._generator.run_async(messages=messages), self._seconds)
        return str(out["replies"][0].text or "") if out["replies"] else ""

    def _running(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(target=self._loop.run_forever, name="rewording", daemon=True)
                self._thread.start()
            return self._loop

    def close(self) -> None:
        """End the loop and its connections."""
        with self._lock:
            loop, thread, self._loop, self._thread = self._loop, self._thread, None, None
        if loop is None or thread is None:
            return
        if hasattr(self._generator, "close_async"):
            asyncio.run_coroutine_threadsafe(self._generator.close_async(), loop).result(_GRACE)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
