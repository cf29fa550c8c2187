"""Times of the catalogue as people read them."""

from datetime import datetime


def local_time(moment: str | None) -> str:
    """A time of the catalogue (UTC, ISO 8601) on this machine's clock, as it is written here; "" for none."""
    return "" if moment is None else f"{datetime.fromisoformat(moment).astimezone():%d/%m/%Y %H:%M}"
