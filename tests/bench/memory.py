"""Memory of a server and its children."""

import psutil

NAMES = {"search_api.cli": "server", "corpus.index.process": "index", "ingest.worker": "worker"}


def memory_of(pid: int) -> dict[str, int]:
    """Resident megabytes by process; "all" counts shared pages once for each process that has them, so it is an upper bound."""
    server = psutil.Process(pid)
    found: dict[str, int] = {}
    for process in [server, *server.children(recursive=True)]:
        line = " ".join(process.cmdline())
        name = next((short for module, short in NAMES.items() if module in line), "other")
        found[name] = found.get(name, 0) + round(process.memory_info().rss / 1e6)
    return found | {"all": sum(found.values())}
