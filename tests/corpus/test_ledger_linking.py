"""corpus.ledger.linking: one indicator under many wordings; its way from centre to commune; aim beside result."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts import Status, Target
from corpus.ledger.entries import Card, Holder, Level, holder
from corpus.ledger.linking import link, path_of, years_of
from corpus.ledger.normalising import amount, indicator_key, task_words
from tests.corpus.ledgers import COMMITTEE, COMMUNE, GOVERNMENT, LATER, PROVINCE, target, task
from tests.corpus.texts import LINEAR, TEXTS, growth


def key(indicator: str, unit: str = "%") -> object:
    return indicator_key(Target(Status.TARGET, indicator, unit=unit))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tỷ trọng kinh tế số", "Quy mô kinh tế số đạt tối thiểu"),
        ("Tỷ lệ hồ sơ TTHC nộp trực tuyến", "hồ sơ thủ tục hành chính (TTHC) được nộp trực tuyến"),
        ("Tỉ lệ hộ nghèo", "đến năm 2035, tỷ lệ hộ nghèo còn dưới 2%"),
        ("Tốc độ tăng năng suất lao động xã hội bình quân giai đoạn 2031-2035", "năng suất lao động tăng"),
        ("Đóng góp của năng suất nhân tố tổng hợp (TFP) vào tăng trưởng", "TFP đóng góp vào tăng trưởng kinh tế"),
        ("Tỷ lệ dùng nước sạch ở nông thôn", "Tỷ lệ dùng nước sạch ở nông thôn trên địa bàn tỉnh"),
        ("Sở Y tế chủ trì xây dựng phương án đưa tỷ lệ trẻ em tiêm chủng", "Tỷ lệ trẻ em được tiêm chủng"),
        ("Chi cho R&D", "Kinh phí chi cho nghiên cứu và phát triển"),
    ],
)
def test_wordings_of_one_indicator_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tỷ lệ hộ nghèo", "Tỷ lệ hộ cận nghèo"),
        ("Tỷ lệ dùng nước sạch ở nông thôn", "Tỷ lệ dùng nước sạch ở đô thị"),
        ("Dân số từ 15 tuổi biết chữ", "Dân số từ 60 tuổi biết chữ"),
        ("Kinh tế số", "Chính quyền số"),
    ],
)
def test_other_indicators_have_other_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_share_a_rank_and_an_amount_of_one_thing_are_apart_but_thousands_are_not() -> None:
    assert len({key("Kinh tế số", unit) for unit in ("%", "hạng", "tỷ đồng", "điểm %")}) == 4
    assert key("Thu ngân sách", "nghìn tỷ đồng") == key("Thu ngân sách", "triệu đồng")


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (25.0, "nghìn tỷ đồng", (25e12,)),
        (25_000.0, "tỷ đồng", (25e12,)),
        ((1.0, 2.0), "%", (1.0, 2.0)),
        (None, "%", None),
    ],
)
def test_a_figure_is_compared_in_its_smallest_unit(value: float, unit: str, expected: tuple[float, ...] | None) -> None:
    assert amount(Target(Status.TARGET, "x", value=value, unit=unit)) == expected


@pytest.mark.parametrize(
    ("scope", "document", "expected"),
    [
        ("", GOVERNMENT, Holder(Level.CENTRE)),
        ("", PROVINCE, Holder(Level.PROVINCE, "bến sậy")),
        ("toàn tỉnh", PROVINCE, Holder(Level.PROVINCE, "bến sậy")),
        ("", COMMITTEE, Holder(Level.PROVINCE, "bến sậy")),
        ("cả nước", PROVINCE, Holder(Level.CENTRE)),
        ("xã Rạch Mơ", PROVINCE, Holder(Level.COMMUNE, "rạch mơ")),
        ("", COMMUNE, Holder(Level.COMMUNE, "rạch mơ")),
        ("", Card("s", "9-KH/TU"), Holder(Level.PROVINCE)),
        ("", Card("n"), Holder(None)),
    ],
)
def test_a_figure_belongs_to_the_place_named_or_to_that_of_the_issuer(
    scope: str, document: Card, expected: Holder
) -> None:
    assert holder(scope, document) == expected


WAY = [
    target("1", GOVERNMENT, "Quy mô kinh tế số", 30.0, base="GDP"),
    target("2", PROVINCE, "Tỷ trọng kinh tế số", 35.0, base="GRDP"),
    target("3", COMMUNE, "Kinh tế số", 10.0),
    target("4", PROVINCE, "Tỷ trọng kinh tế số", 21.0, 2031, status=Status.RESULT),
    target("5", PROVINCE, "Tỷ trọng kinh tế số", 20.0, 2031),
]


def test_the_way_of_an_aim_goes_from_the_centre_to_the_commune() -> None:
    [group] = link(WAY)
    assert [(step.holder.level, step.holder.place) for step in path_of(group)] == [
        (Level.CENTRE, ""), (Level.PROVINCE, "bến sậy"), (Level.COMMUNE, "rạch mơ")
    ]  # fmt: skip
    assert [entry.id for step in path_of(group) for entry in step.entries] == ["1", "2", "5", "3"]


def test_results_stand_beside_the_aims_of_their_year() -> None:
    [group] = link(WAY)
    years = years_of(group, Holder(Level.PROVINCE, "bến sậy"))
    assert [(y.year, [e.id for e in y.targets], [e.id for e in y.results]) for y in years] == [
        (2031, ["5"], ["4"]), (2035, ["2"], [])
    ]  # fmt: skip


def test_a_period_stands_with_its_last_year() -> None:
    years: tuple[int | str, ...] = (2036, "2031-2035", 2034)
    entries = [target(str(n), PROVINCE, "Kinh tế số", 1.0, year) for n, year in enumerate(years)]
    [group] = link(entries)
    assert [y.year for y in years_of(group, Holder(Level.PROVINCE, "bến sậy"))] == [2034, "2031-2035", 2036]


def test_one_word_more_that_tells_nothing_is_counted_in() -> None:
    usual = "Tỷ lệ trường học vùng cao có thư viện mở cửa buổi tối"
    entries = [target("1", PROVINCE, usual, 5.0), target("2", LATER, f"{usual} muộn", 6.0)]
    assert [len(group.entries) for group in link(entries)] == [2]


def test_words_that_are_said_of_many_things_link_nothing() -> None:
    same = [target("1", PROVINCE, "tổng diện tích", 5.0, unit="ha"), target("2", LATER, "diện tích", 6.0, unit="ha")]
    assert link(same) == []


INDICATORS = st.sampled_from(
    ["Kinh tế số", "Quy mô kinh tế số", "Tỷ lệ hộ nghèo", "Tỷ lệ hộ cận nghèo", "Trẻ em ở vùng cao tiêm chủng đủ mũi", "Trẻ em vùng cao tiêm đủ mũi"]
)  # fmt: skip
ENTRIES = st.lists(
    st.tuples(INDICATORS, st.sampled_from([GOVERNMENT, PROVINCE, COMMUNE]), st.integers(1, 3)), max_size=14
)


@given(ENTRIES, st.randoms())
def test_who_belongs_together_does_not_hang_on_the_order(made: list[tuple[str, Card, int]], random: Random) -> None:
    entries = [target(str(n), document, words, float(value)) for n, (words, document, value) in enumerate(made)]
    mixed = list(entries)
    random.shuffle(mixed)
    assert link(entries) == link(mixed)
    linked = [entry.id for group in link(entries) for entry in group.entries]
    assert len(linked) == len(set(linked))


@given(TEXTS)
def test_no_figure_of_a_year_is_left_in_a_key(words: str) -> None:
    found = indicator_key(Target(Status.TARGET, f"{words} năm 2031 đạt 27,5%"))
    assert not {"2031", "27", "27,5"} & (found.words - indicator_key(Target(Status.TARGET, words)).words)


@pytest.mark.parametrize("repeated", ["đưa tỷ lệ ", "năm 20", "(TTHC) ", "tỷ lệ: ", "GRDP "])
def test_time_grows_with_the_length_of_the_words(repeated: str) -> None:
    assert (
        growth(lambda text: indicator_key(Target(Status.TARGET, text + str(id(text)))), repeated, size=2_000) < LINEAR
    )


def test_a_number_before_a_task_and_its_punctuation_do_not_count() -> None:
    assert task_words("12. Xây dựng bến, mở chợ;") == task_words("xây dựng bến mở chợ")


def test_tasks_are_no_figures() -> None:
    assert link([task("1", PROVINCE, "Kinh tế số", "Sở Y tế"), task("2", LATER, "Kinh tế số", "Sở Y tế")]) == []
