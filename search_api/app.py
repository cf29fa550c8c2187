"""The HTTP service: ``create_app(settings)`` gives the app; nothing is opened before it starts."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool

from corpus.log import log
from corpus.settings import Settings
from search_api.errors import handle_errors
from search_api.guard import Guard
from search_api.page import PageFiles
from search_api.routes import (
    ask,
    contents,
    documents,
    facts,
    feedback,
    health,
    jobs,
    relations,
    search,
    suggest,
    unanswered,
    watch,
)
from search_api.schemas import ErrorOut
from search_api.service import Service, open_service

_ROUTES = (
    ask, search, suggest, facts, relations, feedback, unanswered, documents, contents, jobs, watch, health,
)  # fmt: skip


def create_app(settings: Settings, service: Service | None = None) -> FastAPI:
    """The app for these settings. It opens its service when it starts, unless it is given one; it closes it when it stops."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        opened = service if service is not None else await run_in_threadpool(open_service, settings)
        app.state.service = opened
        log.info("ready", data=str(settings.data))
        try:
            yield
        finally:
            await run_in_threadpool(opened.close)

    app = FastAPI(
        title="Căn Cứ", version="1", lifespan=lifespan, docs_url=None, redoc_url=None,
        description="Hỏi văn bản chương trình, nghị quyết, kế hoạch; trả lời kèm trích dẫn nguyên văn.",
        responses={"4XX": {"model": ErrorOut, "description": "Yêu cầu chưa đúng"},
                   "5XX": {"model": ErrorOut, "description": "Máy chủ chưa làm được"}},
    )  # fmt: skip
    app.state.stopping = lambda: False  # whoever runs the app may say so: streams end by themselves then
    for routes in _ROUTES:
        app.include_router(routes.router)
    for methods in app.openapi()["paths"].values():
        for operation in methods.values():  # docstrings speak to programmers here, summaries to those who use the API
            operation.pop("description", None)
    # What is no route may be a file of the page. A mount at "/" would answer for wrong methods of routes, too.
    app.router.default = PageFiles(directory=str(files("web")), html=True)
    handle_errors(app)
    hosts = [*settings.allowed_hosts, *([settings.host] if settings.host not in ("0.0.0.0", "::") else [])]  # noqa: S104 - compared, not bound
    app.add_middleware(Guard, hosts=hosts)
    return app
