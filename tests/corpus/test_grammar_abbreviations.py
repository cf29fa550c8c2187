"""corpus.grammar.abbreviations: short forms and their full forms, both ways."""

import pytest
from hypothesis import given

from corpus.grammar.abbreviations import expanded, find_abbreviations, find_full_forms, known, short_key
from corpus.text import folded
from tests.corpus.texts import LINEAR, REPETITIONS, TEXTS, growth

ANY_CASE = [(short, line.full) for line in known() if line.when in ("any", "usual") for short in line.shorts]


@pytest.mark.parametrize(("short", "full"), ANY_CASE)
def test_a_known_abbreviation_is_read_in_any_case_and_without_marks(short: str, full: str) -> None:
    for typed in (short, short.lower(), short.upper(), folded(short), folded(short.lower())):
        (found,) = find_abbreviations(f"giao {typed} ở xã")
        assert (found.short, found.full) == (typed, full)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Sở KHCN làm gì", "Sở Khoa học và Công nghệ làm gì"),
        ("so khcn", "so Khoa học và Công nghệ"),
        ("kinh phí KH&CN; KH-CN, KH và CN", "kinh phí khoa học và công nghệ; khoa học và công nghệ, khoa học và công nghệ"),
        ("phát triển KH, CN & ĐMST", "phát triển khoa học, công nghệ và đổi mới sáng tạo"),
        ("kt - xh, KTXH", "kinh tế - xã hội, kinh tế - xã hội"),
        ("UBND, ubnd, HĐND, hđnd", "UBND, ủy ban nhân dân, HĐND, hội đồng nhân dân"),
        ("BCH T.Ư", "ban chấp hành trung ương"),
        ("DVCTT và TTHC", "dịch vụ công trực tuyến và thủ tục hành chính"),
        ("KH hành động", "kế hoạch hành động"),
        ("KH 44 của UBND xã", "kế hoạch 44 của UBND xã"),
        ("KH, công nghệ", "khoa học, công nghệ"),
        ("CT hành động, CT MTQG", "chương trình hành động, chương trình mục tiêu quốc gia"),
        ("CT 31 của Ban Bí thư", "chỉ thị 31 của Ban Bí thư"),
        ("KH chống hạn: gửi KH cụ thể", "kế hoạch chống hạn: gửi kế hoạch cụ thể"),
        ("đề tài KH cấp xã", "đề tài khoa học cấp xã"),
        ("KT số, CP điện tử, trình CP", "kinh tế số, chính phủ điện tử, trình Chính phủ"),
        ("UBND TP họp, gđ 2026-2030", "UBND thành phố họp, giai đoạn 2026-2030"),
        ("CT 31/CT-TTg", "chỉ thị 31/CT-TTg"),
        ("CTr số 12", "chương trình số 12"),
        ("tp.hcm", "Thành phố Hồ Chí Minh"),
    ],
)  # fmt: skip
def test_abbreviations_are_read_by_what_stands_around_them(typed: str, read: str) -> None:
    assert expanded(typed) == read


@pytest.mark.parametrize(
    "text",
    [
        "12-NQ/TU, 144/KH-UBND, 03/NQ-CP, số /KH-UBND-x",
        "BỘ TƯ PHÁP",
        "ĐẦU TƯ CÔNG",
        "điểm b, c, d khoản 2",
        "Mục A.I và Mục B",
        "ai chủ trì",
        "nd, dn, ct, kh, tt",
        "công ty CP Gạch Hạ Lạc, kt, hc, gd",
        "CT và KH là gì",
        "KHÁC, CHỦ TRÌ",
        "xử lý CTR sinh hoạt",
        "NĐ-CP, qđ-ttg, nd-cp",
        "XUBND UBNDX UBND1",
        "Ủy ban KH,CN&MT, QLNN&X",
    ],
)
def test_what_may_be_something_else_stays(text: str) -> None:
    assert expanded(text) == text


@pytest.mark.parametrize("short", ["GRDP", "grdp", "ODA", "OCOP", "FDI", "R&D", "AI"])
def test_what_nobody_writes_in_full_is_known_and_kept(short: str) -> None:
    (found,) = find_abbreviations(f"vốn {short} năm")
    assert found.kept
    assert expanded(f"vốn {short} năm") == f"vốn {short} năm"


def test_definitions_of_documents_go_before_what_is_known() -> None:
    defined = {"BQL": "ban quản lý chợ", "Đề án 31": "Đề án trồng chè trên đất dốc"}
    found = find_abbreviations("BQL và UBND theo đề án 31", defined)
    assert [(a.short, a.full) for a in found] == [
        ("BQL", "ban quản lý chợ"),
        ("UBND", "ủy ban nhân dân"),
        ("đề án 31", "Đề án trồng chè trên đất dốc"),
    ]


@pytest.mark.parametrize(
    ("text", "shorts"),
    [
        ("Uỷ ban nhân dân xã", ["UBND"]),
        ("khoa học, công nghệ & đổi mới sáng tạo", ["KH,CN&ĐMST"]),
        ("Khoa học & Công nghệ", ["KH&CN"]),
        ("phát triển kinh tế – xã hội", ["KT-XH"]),
        ("dịch vụ công trực tuyến", ["DVCTT"]),
        ("tổng sản phẩm trên địa bàn", ["GRDP"]),
        ("ban chỉ đạo khác, kinh tế xã", ["BCĐ"]),
    ],
)
def test_full_forms_are_found_with_their_short_ones(text: str, shorts: list[str]) -> None:
    assert [found.shorts[0] for found in find_full_forms(text)] == shorts


def test_each_full_form_is_found_whole_and_gives_its_short_ones_back() -> None:
    for line in known():
        (found,) = find_full_forms(line.full)
        assert found.full == line.full
        assert set(line.shorts) <= set(found.shorts)


def test_no_two_lines_claim_the_same_letters() -> None:
    claims: dict[str, set[str]] = {}
    for line in known():
        for short in line.shorts:
            claims.setdefault(short_key(short), set()).add(line.full)
    assert {key: fulls for key, fulls in claims.items() if len(fulls) > 1} == {}


@given(TEXTS)
def test_forms_stand_where_they_say_one_after_another(text: str) -> None:
    for found in (find_abbreviations(text), find_full_forms(text)):
        end = 0
        for form in found:
            assert end <= form.span.start < form.span.end <= len(text)
            end = form.span.end


@given(TEXTS)
def test_full_forms_are_not_expanded_again(text: str) -> None:
    assert expanded(expanded(text)) == expanded(text)


@pytest.mark.parametrize("repeated", [*REPETITIONS, "KH,", "K&", "k c ", "khoa học ", "ủy ban nhân ", "kinh tế - "])
def test_time_grows_with_the_length_of_the_text(repeated: str) -> None:
    assert growth(find_abbreviations, repeated, end="_", size=1_500) < LINEAR
    assert growth(find_full_forms, repeated, end="_", size=1_500) < LINEAR
