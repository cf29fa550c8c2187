"""Where the very thing that is asked for stands in a quotation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts import Assignment, Comparator, Status, Target
from corpus.types import Span
from search_api.asking.figures import figures_of, with_figures
from search_api.presenting import citation_out, segments
from search_api.reading import read_question
from search_api.types import Answer, Citation, Confidence
from tests.search_api.asking.units import citation, fact, span_of

ROW = "3 | Rà soát quỹ đất trồng chè | Sở Nông nghiệp và Môi trường | Sở Tài chính | Quý II/2026"
TASK = fact(
    ROW, Assignment("Rà soát quỹ đất trồng chè", ("Sở Nông nghiệp và Môi trường",), ("Sở Tài chính",), "Quý II/2026"),
    task="Rà soát quỹ đất trồng chè", lead="Sở Nông nghiệp và Môi trường", coordinate="Sở Tài chính", deadline="Quý II/2026",
)  # fmt: skip
AIMS = "Đến năm 2030, diện tích chè đạt 5.200 ha, tỷ lệ chè chế biến sâu đạt tối thiểu 40%, giá trị xuất khẩu trên 25 triệu USD."
AREA = fact(AIMS, Target(Status.TARGET, "diện tích chè", value=5200, unit="ha", year=2030), value="5.200", unit="ha")
DEEP = fact(
    AIMS, Target(Status.TARGET, "tỷ lệ chè chế biến sâu", Comparator.AT_LEAST, 40, "%", year=2030),
    comparator="tối thiểu", value="40", unit="%",
)  # fmt: skip
SOLD = fact(
    AIMS, Target(Status.TARGET, "giá trị xuất khẩu", Comparator.MORE, 25, "triệu USD", year=2030),
    comparator="trên", value="25", unit="triệu USD",
)  # fmt: skip
SIGNED = "Số: 45/KH-UBND | Bạch Sơn, ngày 12 tháng 5 năm 2025"
FRONT = {"symbol": "45/KH-UBND", "doc_type": "kế hoạch", "issued_on": "2025-05-12", "signer": "Lò Văn Phong"}


def _shown(question: str, cited: Citation) -> list[str]:
    return [span.of(cited.text) for span in figures_of(read_question(question), cited)]


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Đến năm 2030 tỷ lệ chè chế biến sâu đạt bao nhiêu?", ["tối thiểu 40%"]),
        ("Năm 2030 diện tích chè phải đạt bao nhiêu?", ["5.200 ha"]),
        ("Đến năm 2030 chè phải đạt bao nhiêu?", []),
        ("Đến năm 2045 tỷ lệ chè chế biến sâu đạt bao nhiêu?", []),
        ("Tỷ lệ chè chế biến sâu thực tế đã đạt bao nhiêu phần trăm?", []),
        ("Cơ quan nào chủ trì?", []),
    ],
)
def test_of_several_figures_the_one_that_is_clearly_meant(question: str, shown: list[str]) -> None:
    assert _shown(question, citation(AIMS, AREA, DEEP, SOLD)) == shown


def test_as_many_figures_as_are_asked_for() -> None:
    question = "Đến năm 2030 diện tích chè bao nhiêu, tỷ lệ chè chế biến sâu bao nhiêu?"
    assert _shown(question, citation(AIMS, AREA, DEEP)) == ["5.200 ha", "tối thiểu 40%"]


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Cơ quan nào chủ trì rà soát quỹ đất trồng chè?", ["Sở Nông nghiệp và Môi trường"]),
        ("Ai phối hợp rà soát quỹ đất trồng chè?", ["Sở Tài chính"]),
        ("Rà soát quỹ đất trồng chè khi nào xong?", ["Quý II/2026"]),
        ("Rà soát quỹ đất trồng chè gồm những việc gì?", []),
    ],
)
def test_of_a_task_what_is_asked_of_it(question: str, shown: list[str]) -> None:
    assert _shown(question, citation(ROW, TASK)) == shown


@pytest.mark.parametrize(
    ("question", "text", "shown"),
    [
        ("Chợ Nà Hẩu có bao nhiêu gian hàng?", "Chợ Nà Hẩu theo Quyết định 12/QĐ-UBND ngày 05/3/2024 có 240 gian hàng.", ["240 gian hàng"]),
        ("Chợ Nà Hẩu có bao nhiêu gian hàng?", "Chợ Nà Hẩu có 240 gian hàng và 12 lối vào.", []),
        ("Mỗi hộ được hỗ trợ bao nhiêu tiền?", "Mỗi hộ được 15 triệu đồng trong 03 tháng.", ["15 triệu đồng"]),
        ("Hội chợ chè mở ngày nào?", "Hội chợ chè mở ngày 04/9/2025 tại Mường Khao.", ["ngày 04/9/2025"]),
        ("Quy chế có hiệu lực từ ngày nào đến ngày nào?", "Có hiệu lực từ ngày 01/01/2025 đến ngày 31/12/2027.", ["ngày 01/01/2025", "ngày 31/12/2027"]),
        ("Quy chế có hiệu lực từ ngày nào?", "Có hiệu lực từ ngày 01/01/2025 đến ngày 31/12/2027.", []),
        ("Chủ tịch UBND xã Nà Hẩu là ai?", "Chủ tịch UBND xã Nà Hẩu Lò Thị Mai và Bí thư Đảng ủy Hà Văn Tám dự.", ["Lò Thị Mai"]),
        ("Giám đốc Sở là ai?", "Giám đốc Sở Nguyễn Thái Bình và Phó Giám đốc Sở Lê Văn Tám dự.", ["Nguyễn Thái Bình"]),
        ("Bí thư Thành ủy là ai?", "Bí thư Thành ủy Hà Nội Lê Thị Sơn kết luận.", ["Lê Thị Sơn"]),
        ("Quyết định 12/QĐ-UBND thay thế quyết định nào?", "Quyết định 12/QĐ-UBND thay thế Quyết định số 7/QĐ-UBND.", ["7/QĐ-UBND"]),
        ("Cơ quan nào chủ trì hội chợ?", "Giao Sở Công Thương chủ trì hội chợ.", ["Sở Công Thương"]),
        ("Cơ quan nào chủ trì hội chợ?", "Sở Công Thương và Sở Tài chính được giao hội chợ.", []),
        ("Cơ quan nào chủ trì hội chợ?", "Hội đồng nhân dân tỉnh thông qua chính sách hội chợ.", []),
    ],
)  # fmt: skip
def test_where_no_fact_says_it_the_one_thing_of_its_kind(question: str, text: str, shown: list[str]) -> None:
    assert _shown(question, citation(text)) == shown


@pytest.mark.parametrize(
    ("question", "text", "shown"),
    [
        ("Kế hoạch trồng chè số mấy?", SIGNED, ["45/KH-UBND"]),
        ("Kế hoạch 45 ban hành ngày nào?", SIGNED, ["ngày 12 tháng 5 năm 2025"]),
        ("Ai ký Kế hoạch 45?", "KT. CHỦ TỊCH\nLò Văn Phong", ["Lò Văn Phong"]),
        ("Ai ký Kế hoạch 45?", "KT. CHỦ TỊCH\nLò Thị Mai", []),
    ],
)
def test_of_a_document_itself_what_its_letterhead_says(question: str, text: str, shown: list[str]) -> None:
    assert _shown(question, citation(text, front=FRONT)) == shown


def test_a_unit_that_says_otherwise_shows_none() -> None:
    question = "Đến năm 2030 diện tích chè đạt bao nhiêu ha?"
    assert _shown(question, citation(AIMS, AREA, against=frozenset({"places"}))) == []


def test_only_what_stands_in_the_quotation_is_shown() -> None:
    cut = citation(AIMS, AREA, quote=span_of(AIMS, "tỷ lệ chè chế biến sâu đạt tối thiểu 40%"))
    assert _shown("Đến năm 2030 diện tích chè đạt bao nhiêu ha?", cut) == []


def _answer(question: str, text: str | None, *cited: Citation) -> Answer:
    return Answer(read_question(question), text is not None, text, cited, Confidence(text is not None, {}))


def test_a_citation_that_the_words_do_not_name_shows_only_the_same_figure() -> None:
    question = "Chợ Nà Hẩu có bao nhiêu gian hàng?"
    texts = ["Chợ Nà Hẩu có 240 gian hàng.", "Có 240 gian hàng ở chợ Nà Hẩu.", "Chợ Tân Long có 90 gian hàng."]
    answer = with_figures(_answer(question, "240 gian hàng [1].", *(citation(t, n=n) for n, t in enumerate(texts, 1))))
    assert [[s.of(c.text) for s in c.evidence.figures] for c in answer.citations] == [["240 gian hàng"], ["240 gian hàng"], []]  # fmt: skip


def test_the_nearest_things_of_a_refusal_show_none() -> None:
    refused = _answer("Chợ Nà Hẩu có bao nhiêu gian hàng?", None, citation("Chợ Tân Long có 90 gian hàng."))
    assert with_figures(refused) == refused


QUESTIONS = ["Chợ có bao nhiêu gian?", "Ai chủ trì?", "Khi nào xong?", "Ai ký Kế hoạch 45?", "Giám đốc là ai?", "thay thế quyết định nào?"]  # fmt: skip
words = st.lists(
    st.sampled_from(["12", "40%", "Sở Tài chính", "ngày 01/02/2025", "7/QĐ-UBND", "Lò Văn Phong", "chủ trì", "giám đốc", "\n", "5 tỷ đồng", "|", "."]),
    max_size=12,
).map(" ".join)  # fmt: skip


@given(words, st.sampled_from(QUESTIONS), st.integers(0, 40), st.integers(0, 120))
def test_figures_stand_in_order_inside_the_quotation(text: str, question: str, start: int, length: int) -> None:
    quote = Span(min(start, len(text)), min(start + length, len(text)))
    cited = citation(text, quote=quote, front=FRONT)
    figures = figures_of(read_question(question), cited)
    ends = [quote.start, *(end for span in figures for end in span), quote.end]
    assert ends == sorted(ends)
    assert all(span.end > span.start for span in figures)


numbers = st.integers(0, 60)
spans = st.tuples(numbers, numbers).map(lambda ends: Span(min(ends), max(ends)))


@given(st.text(min_size=60, max_size=60), spans, st.lists(spans, max_size=5), st.lists(spans, max_size=5))
def test_pieces_join_to_the_quotation_and_know_what_they_are(
    text: str, quote: Span, marks: list[Span], figures: list[Span]
) -> None:
    found = segments(text, quote, marks, figures)
    assert "".join(s.text for s in found) == quote.of(text)
    places = range(quote.start, quote.end)
    assert [s.mark for s in found for _ in s.text] == [any(m.start <= at < m.end for m in marks) for at in places]
    assert [s.figure for s in found for _ in s.text] == [any(f.start <= at < f.end for f in figures) for at in places]


def test_a_citation_gives_its_figures_as_spans_and_as_pieces() -> None:
    answer = with_figures(_answer("Chợ Nà Hẩu có bao nhiêu gian hàng?", "[1]", citation("Chợ có 240 gian hàng.")))
    cited = answer.citations[0]
    shown = citation_out(1, cited.evidence, cited.text)
    assert [cited.text[start:end] for start, end in shown.figures] == ["240 gian hàng"]
    assert [s.text for s in shown.segments if s.figure] == ["240 gian hàng"]
