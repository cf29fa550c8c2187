"""Who leads and who takes part, as sentences say it."""

import pytest

from search_api.rewording.clauses import parse
from search_api.rewording.roles import Role

A, B, C = "sở nội vụ", "sở tài chính", "công an tỉnh"


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("Sở Nội vụ chủ trì, phối hợp với Sở Tài chính", {A: "lead", B: "coordinate"}),
        ("Sở Nội vụ chủ trì, phối hợp với Sở Tài chính và Công an tỉnh xây dựng đề án", {A: "lead", B: "coordinate", C: "coordinate"}),
        ("Sở Nội vụ chủ trì: xây dựng đề án; phối hợp: Sở Tài chính, Công an tỉnh", {A: "lead", B: "coordinate", C: "coordinate"}),
        ("Cơ quan chủ trì: Sở Nội vụ; cơ quan phối hợp: Sở Tài chính", {A: "lead", B: "coordinate"}),
        ("Cơ quan chủ trì là Sở Nội vụ", {A: "lead"}),
        ("Cơ quan chủ trì, theo dõi: Sở Nội vụ", {A: "lead"}),
        ("Sở Nội vụ là cơ quan chủ trì", {A: "lead"}),
        ("Sở Nội vụ và Sở Tài chính được giao chủ trì", {A: "lead", B: "lead"}),
        ("Giao Sở Nội vụ chủ trì", {A: "lead"}),
        ("Phối hợp với Sở Tài chính, Sở Nội vụ chủ trì", {A: "coordinate", B: "coordinate"}),  # not to be told: never released as lead
        ("Sở Nội vụ báo cáo Sở Tài chính", {A: "named", B: "named"}),
        ("Công an tỉnh tham gia", {C: "coordinate"}),
    ],
)  # fmt: skip
def test_each_body_has_its_part(sentence: str, roles: dict[str, str]) -> None:
    assert {part.body: part.role for part in parse(sentence).parts} == {
        body: Role(role) for body, role in roles.items()
    }


def test_a_body_that_only_a_fact_names_has_its_part() -> None:
    said = parse("Trạm Khuyến nông Mường Khao chủ trì", ["trạm khuyến nông mường khao"])
    assert [(p.body, p.role) for p in said.parts] == [("trạm khuyến nông mường khao", Role.LEAD)]


def test_the_body_in_a_symbol_acts_in_nothing() -> None:
    assert parse("Theo Kế hoạch 15/KH-UBND, diện tích đạt 3 ha").parts == ()
