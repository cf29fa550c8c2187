"""Routes: parse, call one function, return a schema."""

from typing import Annotated

from fastapi import Depends, Request

from search_api.service import Service


def get_service(request: Request) -> Service:
    """The service of the app that has the request."""
    service: Service = request.app.state.service
    return service


ServiceDep = Annotated[Service, Depends(get_service)]
