"""All finders together: whatever a document says, facts quote it exactly and their parts lie where they should."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.text import mended
from ingest.reading import ReadDocument, parse

LONGEST = 600  # characters of a quote
_LINES = (
    "# KẾ HOẠCH", "Số: 15/KH-UBND", "Nậm Pha, ngày 05 tháng 3 năm 2024", "## I. Mục tiêu đến năm 2030", "Tầm nhìn đến năm 2045:",
    "- Tỷ lệ hộ dùng nước sạch đạt trên 98%, trong đó nông thôn 95 - 97,5%;", "Phấn đấu 100% trường học, 80% trạm y tế có kết nối Internet.",
    "Căn cứ Nghị quyết số 12-NQ/TU ngày 15/3/2022 của Tỉnh ủy Bạch Sơn;", "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng quế.",
    "1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính, UBND các xã xây dựng đề án; hoàn thành trước ngày 15/11/2025.",
    "Cơ quan chủ trì: Sở Nội vụ. Cơ quan phối hợp: Văn phòng UBND tỉnh. Thời gian: Quý II/2025.", "Giao Phòng Kinh tế:", "+ Lập danh sách;",
    "| TT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn | Sản phẩm |", "| --- | --- | --- | --- | --- | --- |",
    "| 1 | Đào tạo 30 cán bộ | Sở Nội vụ | nt | 30/6/2025 | Báo cáo |", "| II | NHÓM HAI | | | | |", "| 2 | Số hoá hồ sơ | | Sở Tài chính | Thường xuyên | |",
    "| Chỉ tiêu | Đơn vị | 2024 | 2025 |", "| Sản lượng quế | tấn | 1.250,5 | ≥ 1.300 |", "Văn bản này thay thế Kế hoạch số 9/KH-UBND.", "", "Ð 35 %", "./.",
)  # fmt: skip


def _assert_exact(read: ReadDocument) -> None:
    text, units = mended(read.document.text), read.extracted.facts
    assert list(units) == sorted(units, key=lambda fact: (fact.span, fact.kind))
    assert len(set(units)) == len(units)
    for fact in units:
        quote = fact.span.of(text)
        assert 0 <= fact.span.start < fact.span.end <= len(text)
        assert len(quote) <= LONGEST and quote == quote.strip()
        assert all(fact.span.holds(part.span) and part.span.of(text).strip() for part in fact.parts), fact
        assert all(0 <= part.span.start < part.span.end <= len(text) for part in fact.inherited), fact
    for relation in read.extracted.relations:
        assert relation.symbol or relation.title
        assert relation.span.of(text).strip()


@given(st.lists(st.sampled_from(_LINES), min_size=1, max_size=25))
@settings(max_examples=150, deadline=None)
def test_facts_of_any_document_quote_it_and_their_parts_lie_within(lines: list[str]) -> None:
    data = ("Mở đầu.\n\n" + "\n".join(line if line.startswith("|") else f"\n{line}\n" for line in lines)).encode()
    read = parse(data, "a.md")
    _assert_exact(read)
    assert parse(data, "a.md") == read


@given(st.text(st.sampled_from("Gi1aoĐđ 05%|.,;:-–()/\nSởTừtỷchủtrìnăm"), max_size=300))
@settings(max_examples=150, deadline=None)
def test_nothing_that_can_be_written_breaks_the_finders(written: str) -> None:
    _assert_exact(parse(f"Mở đầu.\n{written}".encode(), "a.txt"))


def test_names_of_the_same_file_do_not_change_what_is_found() -> None:
    text = "\n\n".join(_LINES[:12]).encode()
    one, other = (parse(text, name).extracted for name in ("a.md", "b.md"))
    assert one == other
    assert any(a.span == b.span for a, b in pairwise(one.facts))  # several facts of one sentence
