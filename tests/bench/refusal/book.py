"""What a running server holds: its documents with their texts, and their facts; and what of it is about a topic."""

import itertools
import json
import re
import urllib.parse
import urllib.request
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from corpus.text import matching_form
from tests.bench.refusal.absent import COMMUNES, PROVINCES

MOST_OF_A_KIND = 10_000
_WORD = re.compile(r"\w+")
# Syllables that say nothing of a topic.
_EMPTY = frozenset(
    ("và", "của", "các", "cho", "được", "có", "là", "trong", "đến", "từ", "với", "theo", "về", "để", "tại", "ở", "đạt", "trên", "số", "tỷ", "lệ", "năm",
     "những", "một", "này", "khi", "do", "bị", "hoặc", "thực", "hiện", "tổ", "chức", "xây", "dựng")
)  # fmt: skip


def fetch(url: str, body: Any = None) -> Any:
    """The JSON of an address; with a body it is posted."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=120) as response:
        return json.load(response)


def topic(words: str) -> frozenset[str]:
    """The syllables that say what words are about."""
    return frozenset(w for w in _WORD.findall(matching_form(words)) if w not in _EMPTY and len(w) > 1)


def shared(asked: Iterable[str], held: Iterable[str]) -> float:
    """Which share of the asked syllables is held."""
    asked, held = set(asked), set(held)
    return len(asked & held) / len(asked) if asked else 0.0


class Fact(NamedTuple):
    """A fact of the ledger; ``about``: what its question would be about; ``around``: syllables of its quote and the titles over it."""

    kind: str
    document: str
    start: int
    end: int
    about: str
    slots: dict[str, Any]
    around: frozenset[str]

    @property
    def unit(self) -> str:
        """The unit of its figure, in matching form."""
        return matching_form(self.slots.get("unit") or "")


class Document(NamedTuple):
    """A document: its name as people say it, its place, its text in matching form."""

    id: str
    name: str
    place: str
    text: str


_ABOUT = {"target": "indicator", "assignment": "task", "decision": "object"}


class Book:
    """Documents and facts of a server."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.documents = {
            row["id"]: self._document(row) for row in fetch(f"{url}/api/documents?limit=1000")["documents"]
        }
        self.facts = [_fact(found) for kind in _ABOUT for found in self._facts(kind)]

    def _facts(self, kind: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = fetch(f"{self.url}/api/facts?kind={kind}&limit={MOST_OF_A_KIND}")["facts"]
        return found

    def _document(self, row: dict[str, Any]) -> Document:
        text = fetch(f"{self.url}/api/documents/{row['id']}/text")["text"]
        number = re.match(r"\d+", row["symbol"] or "")
        name = f"{row['doc_type']} {number[0]}" if number and row["doc_type"] else ""
        return Document(row["id"], name, row.get("place") or "", matching_form(text))

    @cached_property
    def everything(self) -> str:
        """All texts."""
        return "\n".join(document.text for document in self.documents.values())

    def about(self, words: str, least: float, *, among: Sequence[Fact] | None = None) -> list[Fact]:
        """Facts that hold so much of a topic."""
        wanted = topic(words)
        return [fact for fact in (self.facts if among is None else among) if shared(wanted, fact.around) >= least]

    def says(self, document: str, words: str) -> bool:
        """Whether a document has a run of three of the words."""
        return not _runs(words).isdisjoint(self._runs_of[document])

    @cached_property
    def _runs_of(self) -> dict[str, frozenset[int]]:
        return {id_: _runs(document.text) for id_, document in self.documents.items()}

    @cached_property
    def numbers(self) -> frozenset[str]:
        """All numbers that stand anywhere."""
        return frozenset(re.findall(r"\d+", self.everything))

    @cached_property
    def provinces(self) -> list[str]:
        """Provinces that stand nowhere."""
        return self._absent(PROVINCES)

    @cached_property
    def communes(self) -> list[str]:
        """Communes that stand nowhere."""
        return self._absent(COMMUNES)

    def _absent(self, names: Sequence[str]) -> list[str]:
        return [name for name in names if matching_form(name) not in self.everything]


def _runs(words: str) -> frozenset[int]:
    said = _WORD.findall(matching_form(words))
    return frozenset(hash(run) for run in itertools.pairwise(itertools.pairwise(said)))


def _fact(found: dict[str, Any]) -> Fact:
    slots = {name: found.get(name) for name in
             ("status", "indicator", "value", "unit", "scope", "year", "task", "lead", "deadline", "action", "object")}  # fmt: skip
    about = found[_ABOUT[found["kind"]]] or ""
    around = topic(" ".join([found["quote"], about, *found["heading"]]))
    return Fact(found["kind"], found["document"]["id"], found["start"], found["end"], about, slots, around)
