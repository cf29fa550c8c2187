"""Facts about the same thing over HTTP: by indicator and place, and conflicts under the filters of facts."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.search_api.apps import RunningApp
from tests.search_api.small_corpus import REPORT, add_texts

_COMMUNE = """\
**ỦY BAN NHÂN DÂN**

**XÃ MƯỜNG KHAO**

Số: 7/KH-UBND

*Mường Khao, ngày 10 tháng 4 năm 2022*

**KẾ HOẠCH**

**phát triển cây chè giai đoạn 2022-2025**

## I. MỤC TIÊU ĐẾN NĂM 2025

1. Tỷ lệ chè được chế biến sâu đạt 20%.

## II. NHIỆM VỤ

1. Giao Sở Thông tin và Truyền thông, Sở Khoa học và Công nghệ, Hội Nông dân xã chủ trì lập trang tin về chè.
"""


@pytest.fixture(scope="module")
def levels(app: RunningApp) -> Iterator[RunningApp]:
    """Beside the small documents the plan of a commune, and a second report with another figure."""
    other = REPORT.replace("88/BC-UBND", "91/BC-UBND").replace("4.120 ha", "4.310 ha").replace("20 tháng 12", "28 tháng 12")  # fmt: skip
    add_texts(app.store, {"7-KH-UBND-2022.md": _COMMUNE, "91-BC-UBND-2023.md": other})
    yield app


def _get(app: RunningApp, path: str, **wanted: Any) -> Any:
    response = app.http.get(path, params=wanted)
    assert response.status_code == 200, response.text
    return response.json()


def test_an_indicator_goes_from_the_province_to_the_commune_and_over_the_years(levels: RunningApp) -> None:
    found = _get(levels, "/api/facts/groups", q="chế biến sâu")
    group = found["groups"][0]
    assert "chế biến sâu" in group["indicator"] and group["total"] == len(group["facts"]) >= 3
    facts = {fact["id"]: fact for fact in group["facts"]}
    assert [(place["level"], place["place"]) for place in group["places"]] == [(1, "bạch sơn"), (3, "mường khao")]
    assert sorted(id_ for place in group["places"] for id_ in place["facts"]) == sorted(facts)
    years = [facts[id_]["year"] for id_ in group["places"][0]["facts"]]
    assert years == sorted(years) and 35 in [facts[id_]["value"] for id_ in group["places"][0]["facts"]]
    assert [facts[id_]["value"] for id_ in group["places"][1]["facts"]] == [20]


def test_every_target_that_fits_is_in_one_group_and_pages_follow_one_another(levels: RunningApp) -> None:
    wanted = {fact["id"] for fact in _get(levels, "/api/facts", kind="target", limit=1000)["facts"]}
    whole = _get(levels, "/api/facts/groups", limit=1000)
    ids = [fact["id"] for group in whole["groups"] for fact in group["facts"]]
    assert sorted(ids) == sorted(wanted) and len(whole["groups"]) == whole["total"]
    assert _get(levels, "/api/facts/groups", limit=2, offset=1)["groups"] == [
        {**group, "facts": [{**fact, "n": n} for n, fact in enumerate(group["facts"], first)]}
        for group, first in zip(whole["groups"][1:3], (1, 1 + len(whole["groups"][1]["facts"])), strict=True)
    ]
    assert _get(levels, "/api/facts/groups", document="không có") == {"total": 0, "groups": []}


def test_figures_that_disagree_are_said_in_their_group(levels: RunningApp) -> None:
    (group, *_) = (g for g in _get(levels, "/api/facts/groups", q="diện tích chè")["groups"] if g["conflicts"])
    (clash,) = group["conflicts"]
    values = sorted(fact["value"] for fact in group["facts"] if fact["id"] in clash["facts"])
    assert values == [4120, 4310] and clash["reason"]


@pytest.mark.parametrize(
    ("wanted", "total"),
    [
        ({"kind": "target"}, 1), ({"kind": "assignment"}, 0), ({"q": "dien tich che"}, 1), ({"q": "không có"}, 0), ({"year": "2023"}, 1),
        ({"year": "2019"}, 0), ({"document": "88/BC-UBND"}, 1), ({"document": "12-CTr/TU"}, 0), ({"reason": "khác năm"}, 0),
    ],
)  # fmt: skip
def test_conflicts_take_the_filters_of_facts(levels: RunningApp, wanted: dict[str, str], total: int) -> None:
    assert _get(levels, "/api/facts/conflicts", **wanted)["total"] == total


def test_a_fact_marked_wrong_is_in_no_group(levels: RunningApp) -> None:
    before = _get(levels, "/api/facts/groups", q="chế biến sâu", limit=1)["groups"][0]
    fact = next(one for one in before["facts"] if one["value"] == 20)
    levels.http.put(f"/api/facts/{fact['id']}/review", json={"verdict": "wrong", "by": "Lò Thị Én"})
    try:
        after = _get(levels, "/api/facts/groups", q="chế biến sâu", limit=1)["groups"][0]
        assert [place["place"] for place in after["places"]] == ["bạch sơn"]
    finally:
        levels.http.delete(f"/api/facts/{fact['id']}/review")


def test_each_printed_body_has_its_own_name_of_today_and_is_counted_once(levels: RunningApp) -> None:
    found = _get(levels, "/api/facts", kind="assignment", q="trang tin về chè")
    (fact,) = found["facts"]
    assert fact["lead"][:2] == ["Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"]
    assert fact["lead_canonical"][:2] == ["Sở Khoa học và Công nghệ"] * 2
    assert len(fact["lead_canonical"]) == len(fact["lead"])
    counts = {facet["value"]: facet["count"] for facet in found["facets"]["agency"]}
    assert counts["Sở Khoa học và Công nghệ"] == 1
