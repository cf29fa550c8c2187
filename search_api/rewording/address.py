"""Where an LLM is: on this machine, or elsewhere."""

import ipaddress
from urllib.parse import urlsplit


def is_here(url: str) -> bool:
    """Whether an address is on this machine: nothing that is sent there leaves it."""
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
