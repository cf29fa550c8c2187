"""The files of the page. Its views have addresses of their own (/van-ban, /chi-tieu, …); all of them are the one page."""

import re

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_VIEWS = re.compile(r"van-ban(?:/.*)?|them|lich-su|chi-tieu|phan-cong|quyet-dinh|chua-co-loi-dap")


class PageFiles(StaticFiles):
    """Static files; the address of a view gives the page, which then shows that view."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file of this path."""
        return await super().get_response("index.html" if _VIEWS.fullmatch(path) else path, scope)
