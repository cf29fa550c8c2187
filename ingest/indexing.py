"""Passages → points, and keeping the index as the catalogue says: what should not be there goes, what is missing comes back."""

from collections.abc import Callable, Mapping, Sequence

from corpus.analyser import terms
from corpus.bm25 import passage_weights
from corpus.catalogue.documents import DocumentInfo, Place, get_document
from corpus.catalogue.passages import live_units, passage_id, passages_of, text_of
from corpus.index import BATCH, Point, SearchIndex, unit_name
from corpus.store import Store
from corpus.text import matching_form
from corpus.types import Passage
from corpus.wording import wordings
from ingest.encoding import EncodedPassages, encode


def unit_of(place: Place) -> str:
    """The unit to which the points of a reading belong."""
    return unit_name(place.document_id, place.version, place.generation)


def point_fields(place: Place, front: Mapping[str, str]) -> dict[str, str | int]:
    """What points of a document can be filtered by."""
    fields: dict[str, str | int] = {
        "unit": unit_of(place),
        "document": place.document_id,
        "doc_type": matching_form(front.get("doc_type", "")),
        "issuer": matching_form(front.get("issuer", "")),
    }
    if "issued_on" in front:
        fields["year"] = int(front["issued_on"][:4])
    return fields


def write_points(
    index: SearchIndex, place: Place, passages: Sequence[Passage], encoded: EncodedPassages, front: Mapping[str, str],
    report: Callable[[float], None] = lambda _: None,
) -> None:  # fmt: skip
    """Put the points of a reading into the index; putting them in twice changes nothing."""
    fields = point_fields(place, front)
    for start in range(0, len(passages), BATCH):
        report(start / len(passages))
        index.upsert([
            Point(passage_id(place, passages[n].ordinal), encoded.vectors[n], passage_weights(terms(encoded.texts[n])), fields)
            for n in range(start, min(start + BATCH, len(passages)))
        ])  # fmt: skip
    report(1.0)


def remove_unit(index: SearchIndex, unit: str) -> None:
    """Take one reading of a document out of the index."""
    index.delete({"unit": [unit]})


def reconcile(store: Store) -> tuple[list[str], list[str]]:
    """Make the index agree with the catalogue; returns the units that were removed and those that were put back."""
    with store.catalogue.read() as connection:
        wanted = live_units(connection)
    there = store.index.facet("unit", {})
    removed = [unit for unit in there if unit not in wanted]
    for unit in removed:
        remove_unit(store.index, unit)
    restored = [unit for unit, count in wanted.items() if there.get(unit, 0) != count]
    for unit in restored:
        remove_unit(store.index, unit)
        with store.catalogue.read() as connection:
            info = get_document(connection, unit.split("/")[0])
        reindex(store, info)
    return removed, restored


def reindex(store: Store, info: DocumentInfo) -> None:
    """Put a live document's points into the index again, from the catalogue alone."""
    with store.catalogue.read() as connection:
        canonical = text_of(connection, info.id)
        passages = [stored.passage for stored in passages_of(connection, info.id)]
    encoded = encode(store.catalogue, store.encoder, wordings(canonical.text, passages, info.label))
    write_points(store.index, info.place, passages, encoded, info.front)
