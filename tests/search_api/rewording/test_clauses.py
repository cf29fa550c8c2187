"""A sentence taken apart: one figure a clause, times apart from figures, dates behind symbols apart from deadlines."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.facts import Comparator
from search_api.rewording.clauses import Figure, parse
from tests.corpus.texts import TEXTS


def test_figures_stand_in_clauses_of_their_own() -> None:
    said = parse("Diện tích chè đạt 4.500 ha và sản lượng đạt tối thiểu 42.000 tấn, tăng 3,1% so với năm 2023")
    assert [clause.figure for clause in said.clauses if clause.figure] == [
        Figure(4500, Comparator.EQUAL, "ha", None),
        Figure(42000, Comparator.AT_LEAST, "tấn", None),
        Figure(3.1, Comparator.EQUAL, "%", None),
    ]
    assert [clause.times for clause in said.clauses if clause.figure] == [frozenset(), frozenset(), {"2023"}]


def test_words_that_turn_a_figure_stay_with_it() -> None:
    (clause,) = parse("Tỷ lệ giảm nghèo chưa đạt 5%").clauses
    assert clause.signs == {"giảm", "denied"}


def test_a_bound_of_a_range_is_part_of_it() -> None:
    one, other = (parse(text).clauses[0].figure for text in ("khoảng 20 - 30%", "20 - 30%"))
    assert one != other


def test_a_date_behind_a_symbol_is_its_own_and_no_time_of_the_sentence() -> None:
    said = parse("Theo Chương trình số 12-CTr/TU ngày 15/3/2022, thời hạn là 30/6/2023")
    assert said.symbols == ("12-ctr/tu",)
    assert said.dated == {("12-ctr/tu", "2022-03-15")}
    assert said.times == {"2023-06-30"}
    assert said.quoted == {"12-ctr/tu"}


def test_names_with_commas_are_not_cut() -> None:
    said = parse("Sở Văn hóa, Thể thao và Du lịch chủ trì")
    assert [part.body for part in said.parts] == ["sở văn hoá, thể thao và du lịch"]
    assert len(said.clauses) == 1


@given(TEXTS)
def test_what_is_taken_out_of_any_text_stands_in_it(text: str) -> None:
    said = parse(text)
    assert all(word in said.form for word in said.words)
    assert all(part.body in " ".join(said.form.split()) for part in said.parts)
    assert {part.body for part in said.parts} >= set().union(*(clause.bodies for clause in said.clauses))


@given(st.integers(2, 99_999), st.sampled_from(["ha", "%", "tỷ đồng", "người", "xã"]), st.integers(2020, 2045))
def test_figure_and_year_are_found_wherever_they_stand(value: int, unit: str, year: int) -> None:
    number = f"{value:,}".replace(",", ".")
    for text in (f"Năm {year}, kết quả đạt {number} {unit}.", f"Kết quả đạt {number} {unit} vào năm {year}."):
        said = parse(text)
        assert [c.figure for c in said.clauses if c.figure] == [Figure(value, Comparator.EQUAL, unit, None)]
        assert said.times == {str(year)}
