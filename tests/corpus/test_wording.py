"""corpus.wording: what the encoder and the analyser are told of a passage."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.types import CELL_SEPARATOR, Passage, PassageKind, Span
from corpus.wording import document_label, passage_wording, wordings


def at(text: str, words: str) -> Span:
    """The span of words that stand once in the text."""
    assert text.count(words) == 1
    return Span(text.index(words), text.index(words) + len(words))


def test_a_paragraph_comes_after_document_headings_and_lead_in() -> None:
    text = "Phấn đấu đến năm 2030:\n- Kinh tế số đạt 30% GDP."
    passage = Passage(
        1,
        PassageKind.ITEM,
        at(text, "- Kinh tế số đạt 30% GDP."),
        heading=("I. MỤC TIÊU", "1. Cụ thể"),
        context=(Span(0, 22),),
    )
    wording = passage_wording(text, passage, "kế hoạch 58/KH-UBND")
    assert wording.body == "- Kinh tế số đạt 30% GDP."
    assert wording.context.split("\n") == ["kế hoạch 58/KH-UBND", "I. MỤC TIÊU", "1. Cụ thể", "Phấn đấu đến năm 2030:"]
    assert wording.whole == wording.context + "\n" + wording.body


def test_cells_of_a_row_are_named_by_their_columns() -> None:
    header = CELL_SEPARATOR.join(["TT", "Chỉ tiêu", "Năm 2030", "Ghi chú"])
    row = CELL_SEPARATOR.join(["1", "Kinh tế số", "30% GDP", ""])
    text = f"{header}\n{row}"
    columns = tuple(at(text, words) for words in ("TT", "Chỉ tiêu", "Năm 2030", "Ghi chú"))
    cells = (at(text, "1"), at(text, "Kinh tế số"), at(text, "30% GDP"), Span(len(text), len(text)))
    passage = Passage(
        3,
        PassageKind.ROW,
        Span(len(header) + 1, len(text)),
        context=(Span(0, len(header)),),
        cells=cells,
        columns=columns,
    )
    wording = passage_wording(text, passage, "")
    assert wording.body == "TT: 1; Chỉ tiêu: Kinh tế số; Năm 2030: 30% GDP"
    assert wording.context == ""  # the column names are said already
    assert wording.whole == wording.body


def test_a_cell_without_a_column_name_stands_alone_and_a_group_row_stays() -> None:
    text = "A. Nhóm chỉ tiêu kinh tế\n1 | GRDP"
    passage = Passage(
        1, PassageKind.ROW, at(text, "1 | GRDP"), context=(Span(0, 24),), cells=(at(text, "1"), at(text, "GRDP")),
        columns=(None, None),
    )  # fmt: skip
    assert passage_wording(text, passage, "") == ("1; GRDP", "A. Nhóm chỉ tiêu kinh tế")


def test_wordings_are_those_of_all_passages() -> None:
    text = "Một.\nHai."
    passages = [Passage(0, PassageKind.PARAGRAPH, Span(0, 4)), Passage(1, PassageKind.PARAGRAPH, Span(5, 9))]
    assert wordings(text, passages, "nhãn") == ("nhãn\nMột.", "nhãn\nHai.")


def test_a_document_is_called_by_type_symbol_issuer_and_subject() -> None:
    front = {
        "subject": "về đột phá",
        "issuer": "Bộ Chính trị",
        "symbol": "57-NQ/TW",
        "doc_type": "nghị quyết",
        "place": "Hà Nội",
    }
    assert document_label(front, "a.pdf") == "nghị quyết 57-NQ/TW Bộ Chính trị về đột phá"


def test_a_document_without_a_letterhead_is_called_by_its_file() -> None:
    assert document_label({}, "bao-cao.tong-ket.docx") == "bao-cao.tong-ket"


@given(st.text("ab đ", min_size=161, max_size=400).map(str.strip).filter(lambda s: len(s) > 160))
def test_a_long_subject_is_cut_between_words_where_there_are_any(subject: str) -> None:
    label = document_label({"subject": subject}, "a.pdf")
    assert len(label) <= 160
    assert subject.startswith(label)
    assert not label or subject[len(label)] == " " or " " not in subject[:160]
