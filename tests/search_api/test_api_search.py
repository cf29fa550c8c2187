"""GET /api/search on a real server with the samples."""

from collections import Counter
from typing import Any

import pytest

from tests.servers import Server

WORDS = "kinh tế số"
FIELDS = ("doc_type", "issuer", "year", "document")


def _search(server: Server, **params: Any) -> Any:
    return server.get("/api/search", **{"q": WORDS, **params})


def _value(hit: dict[str, Any], field: str) -> str | None:
    document = hit["document"]
    issued = document["issued_on"]
    value: str | None = {"document": document["id"], "year": issued and issued[:4]}.get(field, document.get(field))
    return value


def _all_hits(server: Server, **params: Any) -> list[Any]:
    """Every hit, page by page."""
    hits: list[Any] = []
    while page := _search(server, limit=50, offset=len(hits), **params)["hits"]:
        hits += page
    return hits


def test_hits_have_the_words_best_first(server: Server) -> None:
    found = _search(server)
    assert found.keys() >= {"read_as", "total", "total_is_bound", "hits", "facets"}
    assert len(found["hits"]) == 10 <= found["total"]
    assert WORDS in found["hits"][0]["quote"].lower()
    scores = [hit["score"] for hit in found["hits"]]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_pages_follow_one_another_without_gap_or_repetition(server: Server) -> None:
    hits = _all_hits(server)
    assert len(hits) == _search(server)["total"]
    assert [hit["n"] for hit in hits] == list(range(1, len(hits) + 1))
    assert len({hit["passage_id"] for hit in hits}) == len(hits)
    by_three = [hit for offset in range(0, 9, 3) for hit in _search(server, limit=3, offset=offset)["hits"]]
    assert [hit["passage_id"] for hit in by_three] == [hit["passage_id"] for hit in hits[:9]]


def test_beyond_the_last_page_there_is_nothing_but_the_facets(server: Server) -> None:
    found = _search(server, offset=100_000)
    assert found["hits"] == []
    assert found["facets"] == _search(server)["facets"]


@pytest.mark.parametrize("limit", [1, 7, 50])
def test_a_page_has_as_many_hits_as_wanted(server: Server, limit: int) -> None:
    assert len(_search(server, limit=limit)["hits"]) == limit


def test_facets_count_all_candidates_not_only_the_page(server: Server) -> None:
    hits, facets = _all_hits(server), _search(server, limit=1)["facets"]
    for field in FIELDS:
        counted = Counter(value for hit in hits if (value := _value(hit, field)))
        assert {facet["value"]: facet["count"] for facet in facets[field]} == dict(counted)


@pytest.mark.parametrize("field", FIELDS)
def test_each_filter_leaves_what_its_facet_promised(server: Server, field: str) -> None:
    facet = _search(server)["facets"][field][0]
    found = _search(server, **{field: facet["value"], "limit": 50})
    assert {_value(hit, field) for hit in found["hits"]} == {facet["value"]}
    assert found["total"] >= facet["count"]


def test_values_of_one_filter_add_up_and_filters_together_cut_down(server: Server) -> None:
    two = _search(server, doc_type=["báo cáo", "kế hoạch"], limit=50)
    assert {hit["document"]["doc_type"] for hit in two["hits"]} == {"báo cáo", "kế hoạch"}
    both = _search(server, doc_type="báo cáo", year=2024, limit=50)["hits"]
    assert {hit["document"]["file_name"] for hit in both} == {"365-BC-UBND-2024.txt"}
    assert _search(server, doc_type="báo cáo", year=2021)["hits"] == []


def test_filter_values_are_taken_in_any_case(server: Server) -> None:
    assert _search(server, doc_type="BÁO CÁO")["total"] == _search(server, doc_type="báo cáo")["total"] > 0


def test_every_hit_quotes_something_short_and_marks_inside_it(server: Server) -> None:
    for hit in _all_hits(server):
        assert 0 < len(hit["quote"]) <= 600
        assert "".join(segment["text"] for segment in hit["segments"]) == hit["quote"]
        assert all(hit["start"] <= start < end <= hit["end"] for start, end in hit["highlights"])


def test_words_that_stand_nowhere_still_find_what_is_nearest(server: Server) -> None:
    found = _search(server, q="xyzzyq")
    assert found["hits"]
    assert not any(segment["mark"] for hit in found["hits"] for segment in hit["segments"])


@pytest.mark.parametrize(
    "words", ["%_'\";--", "../../etc/passwd", "<script>alert(1)</script>", "AND OR NOT (", "🏛️", "a" * 1000]
)
def test_signs_that_mean_something_elsewhere_are_only_words_here(server: Server, words: str) -> None:
    assert _search(server, q=words)["read_as"] is None
