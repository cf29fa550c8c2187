"""The ways of typing: each does what its rule says, no more, and the same every time."""

import random
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text import folded
from tests.bench.keystrokes import telex, vni
from tests.bench.slips import double, drop, neighbour, slip, swap, wrong_mark
from tests.bench.variants import VARIANTS, abbreviated, half_marked, keyed, slipped, unmarked

QUESTION = "Đến năm 2027, phường Bến Lạc phấn đấu cấp bao nhiêu chữ ký số cho người dân?"
SYLLABLES = st.sampled_from(["nghị", "quyết", "đường", "chuyển", "Đổi", "số", "ươm", "KHCN", "xã", "in", "thuở", "ăn"])
QUESTIONS = st.lists(SYLLABLES | st.sampled_from(["57-NQ/TW", "30%", "?"]), min_size=1, max_size=12).map(" ".join)
KEYED = re.compile(r"[A-Za-z0-9]+")


@pytest.mark.parametrize("vary", VARIANTS.values(), ids=VARIANTS)
def test_chance_hangs_on_the_question_alone(vary: Callable[[str], str]) -> None:
    random.seed(1)
    first = vary(QUESTION)
    random.seed(2)
    assert vary(QUESTION) == first


def test_variants_of_one_question_are_what_they_were_in_earlier_runs() -> None:
    assert half_marked(QUESTION) == "Den năm 2027, phường Bến Lạc phấn dau cấp bao nhieu chu ky số cho nguoi dan?"
    assert keyed(QUESTION) == "Đến năm 2027, phuowngf Beens Lacj phanas đấu cấp bao nhiêu chữ ký soos cho người dân?"
    assert slipped(QUESTION) == "Đến năm 2027, phường Bnế Lạc phấ đấu cấp bao nhiêu chữ ký số cho người dân?"


@given(QUESTIONS)
def test_half_of_the_marked_syllables_lose_their_marks_and_nothing_else_changes(question: str) -> None:
    before, after = question.split(), half_marked(question).split()
    marked = [syllable for syllable in before if folded(syllable) != syllable]
    lost = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert len(lost) == (len(marked) + 1) // 2
    assert all(new == folded(old) for old, new in lost)


@given(QUESTIONS)
def test_without_marks_the_letters_stay(question: str) -> None:
    assert unmarked(question).isascii()
    assert len(unmarked(question)) == len(question)


@given(QUESTIONS)
def test_left_over_keys_stand_for_marked_syllables_only(question: str) -> None:
    pairs = list(zip(question.split(), keyed(question).split(), strict=True))
    changed = [(old, new) for old, new in pairs if old != new]
    assert bool(changed) == (folded(question) != question)
    for old, new in changed:
        assert KEYED.fullmatch(new)
        assert len(new) > len(old) - (old.lower().count("ươ"))
        assert folded(old) != old


@given(QUESTIONS)
def test_one_or_two_syllables_slip(question: str) -> None:
    pairs = zip(question.split(), slipped(question).split(), strict=True)
    changed = [old for old, new in pairs if old != new]
    long = [syllable for syllable in re.findall(r"[^\W\d_]+", question) if len(syllable) >= 3]
    assert min(1, len(long)) <= len(changed) <= 2


@given(SYLLABLES, st.integers())
def test_a_slip_is_never_the_syllable_itself(syllable: str, seed: int) -> None:
    slipped_once = slip(syllable, random.Random(seed))
    assert slipped_once not in ("", syllable)
    assert abs(len(slipped_once) - len(syllable)) <= 1


def test_every_kind_of_slip_does_what_its_name_says() -> None:
    drawn = random.Random(0)
    for _ in range(30):
        assert len(drop("quyết", drawn)) == 4
        assert len(double("quyết", drawn)) == 6
        assert sorted(swap("quyết", drawn)) == sorted("quyết")
        assert sum(a != b for a, b in zip("quyet", neighbour("quyet", drawn), strict=True)) == 1
        assert wrong_mark("quyết", drawn) in {"quyêt", "quyềt", "quyễt", "quyểt", "quyệt"}
        assert wrong_mark("bệnh", drawn) in {"bênh", "bềnh", "bếnh", "bễnh", "bểnh"}
        assert wrong_mark("in", drawn) == "in"


@pytest.mark.parametrize(
    ("syllable", "by_telex", "by_vni"),
    [
        ("nghị", {"nghij"}, {"nghi5"}),
        ("quyết", {"quyeets", "quyetes"}, {"quye6t1", "quyet61"}),
        ("đường", {"dduowngf", "dduongwf"}, {"d9uo7ng2", "d9uong72"}),
        ("mưu", {"muwu", "muuw"}, {"mu7u", "muu7"}),
        ("Đổi", {"Ddooir", "Ddoior"}, {"D9o6i3", "D9oi63"}),
        ("ĐỔI", {"DDOOIR", "DDOIOR"}, {"D9O6I3", "D9OI63"}),
        ("căn", {"cawn", "canw"}, {"ca8n", "can8"}),
    ],
)
def test_keys_of_a_syllable(syllable: str, by_telex: set[str], by_vni: set[str]) -> None:
    seeds = range(40)
    assert {telex(syllable, random.Random(seed)) for seed in seeds} <= by_telex
    assert {vni(syllable, random.Random(seed)) for seed in seeds} <= by_vni


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Uỷ ban nhân dân phường giao ai?", "UBND phường giao ai?"),
        ("Sở Khoa học và Công nghệ làm gì?", "Sở KH&CN làm gì?"),
        ("khoa học, công nghệ và đổi mới sáng tạo", "KH,CN&ĐMST"),
        ("cán bộ, công chức, viên chức", "CBCCVC"),
        ("người lao động", "NLĐ"),
        ("con người lao độngviên", "con người lao độngviên"),
        ("Không có gì để rút gọn", "Không có gì để rút gọn"),
    ],
)
def test_full_expressions_become_their_abbreviations(full: str, short: str) -> None:
    assert abbreviated(full) == short
