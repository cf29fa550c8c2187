"""All that a data folder holds, in a form in which two of them are compared. Ids and times that differ by nature are left out."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import qdrant_edge as edge
from sqlalchemy import select

from corpus.catalogue import Catalogue
from corpus.catalogue.schema import metadata
from corpus.index import DENSE, TERMS
from corpus.settings import load_settings

_BY_NATURE = {  # names of rows that chance gives, moments, and how often something had to be begun
    "originals": {"added_at"}, "documents": {"added_at"}, "versions": {"published_at"}, "front_matter": {"set_at"},
    "jobs": {"id", "created_at", "updated_at", "attempts"},
}  # fmt: skip
_KEYS = {"jobs": ("number",)}

Snapshot = dict[str, dict[str, str]]


def take(data: Path, encoder: Path) -> Snapshot:
    """What is in the tables, the index and the folder of originals, by part and name. Nobody may be using the folder."""
    found = _tables(load_settings(data=data, encoder=encoder).database)
    (shard,) = (data / "index").iterdir()
    found["points"] = points_of(shard)
    files = (path for path in (data / "originals").rglob("*") if path.is_file())
    found["files"] = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    return found


def differences(wanted: Snapshot, found: Snapshot) -> list[str]:
    """One line for each thing that is missing, too much, or otherwise."""
    lines = []
    for part in sorted(wanted.keys() | found.keys()):
        mine, theirs = wanted.get(part, {}), found.get(part, {})
        lines += [f"{part} {name}: missing" for name in mine.keys() - theirs.keys()]
        lines += [f"{part} {name}: too much" for name in theirs.keys() - mine.keys()]
        common = mine.keys() & theirs.keys()
        lines += [
            f"{part} {name}: {theirs[name]} instead of {mine[name]}" for name in common if mine[name] != theirs[name]
        ]
    return sorted(lines)


def _tables(url: str) -> Snapshot:
    catalogue = Catalogue(url)
    found: Snapshot = {}
    with catalogue.read() as connection:
        for name, table in metadata.tables.items():
            keys = _KEYS.get(name) or tuple(column.name for column in table.primary_key)
            shown = [column for column in table.c if column.name not in _BY_NATURE.get(name, set()) | set(keys)]
            found[name] = {
                " ".join(_short(row._mapping[key]) for key in keys): "; ".join(
                    f"{column.name} {_short(row._mapping[column.name])}" for column in shown
                )
                for row in connection.execute(select(table))
            }
    catalogue.close()
    return found


def points_of(folder: Path) -> dict[str, str]:
    """Vectors, terms and fields of all points of an embedded index that nobody holds, by id."""
    shard = edge.EdgeShard.load(str(folder))
    found: dict[str, str] = {}
    offset = None
    while True:
        request = edge.ScrollRequest(offset=offset, limit=1000, with_payload=True, with_vector=True)
        records, offset = shard.scroll(request)
        for record in records:
            vectors: Any = record.vector
            fields: Any = record.payload
            terms = sorted(zip(vectors[TERMS].indices, vectors[TERMS].values, strict=True))
            found[str(record.id)] = _short([list(vectors[DENSE]), terms, sorted(fields.items())])
        if offset is None:
            break
    shard.close()
    return found


def _short(content: object) -> str:
    """The content itself, or a hash that stands for it where it is long."""
    text = content.hex() if isinstance(content, bytes) else str(content)
    return text if len(text) <= 80 else f"#{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def counts(snapshot: Mapping[str, Mapping[str, str]]) -> dict[str, int]:
    """How much there is of each part."""
    return {part: len(rows) for part, rows in snapshot.items()}
