"""``cancu serve``: the socket is bound first, so that a port of 0 is known and a taken one is said at once."""

import socket

import uvicorn

from corpus.errors import SettingsError
from corpus.log import start_log
from corpus.settings import Settings
from search_api.app import create_app
from search_api.service import open_service

_EVERYWHERE = "0.0.0.0"  # noqa: S104 - only when somebody asks for it


def serve(settings: Settings) -> None:
    """Serve until interrupted.

    Raises:
        SettingsError: the address is not ours, or taken.
    """
    start_log(settings.log_level)
    try:
        listener = socket.create_server(
            (settings.host, settings.port), family=socket.AF_INET6 if ":" in settings.host else socket.AF_INET
        )
    except OSError as error:
        raise SettingsError(
            f"không mở được {settings.host}:{settings.port} ({error.strerror}); hãy chọn cổng khác bằng CANCU_PORT"
        ) from error
    port = listener.getsockname()[1]
    shown = (
        f"[{settings.host}]" if ":" in settings.host else "127.0.0.1" if settings.host == _EVERYWHERE else settings.host
    )
    url = f"http://{shown}:{port}"
    print(f"Căn Cứ đang khởi động ở {url} …", flush=True)  # noqa: T201
    service = open_service(settings, url)
    app = create_app(settings, service)
    config = uvicorn.Config(
        app, log_config=None, access_log=False, server_header=False, ws="none", timeout_graceful_shutdown=2
    )
    server = uvicorn.Server(config)
    app.state.stopping = lambda: server.should_exit
    print(f"Sẵn sàng: mở {url} bằng trình duyệt (Ctrl+C để dừng)", flush=True)  # noqa: T201
    server.run(sockets=[listener])
