"""To whom a document is sent: what stands behind "Kính gửi:", in a telegram behind "… điện:", else under "Nơi nhận" (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9)."""

import re
from collections.abc import Iterator, Sequence

from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.passages import StoredPassage, passages_between
from corpus.grammar.abbreviations import expanded
from corpus.text import folded, matching_form, one_line
from corpus.types import Span
from search_api.asking.asked import Asked
from search_api.asking.documents.front import document_words
from search_api.asking.documents.meant import TYPES, meant
from search_api.asking.drafts import Draft, Statement
from search_api.asking.enumerations.things import words_in
from search_api.asking.wording import shortened
from search_api.types import Evidence, Hit
from search_api.units import LONGEST_QUOTE

_SENT = r"(?<!ke )(?:kinh )?gui(?: (?:toi|den|cho|dich danh|truc tiep|thang))*|dien (?:toi|den|cho)"
_TO = r"(?:ai|dau|(?:[^\s?;]+ ){0,10}?(?:nao|gi|ai|dau))"
_ASKED = re.compile(
    rf"^\W*(?P<about>(?:{TYPES})(?!\w)(?P<name>[^?]{{2,160}}?)) (?:duoc |la )?(?:{_SENT}) (?P<who>{_TO})\W*$"
)
# What is sent is something that the document asks for, not itself: "… báo cáo gửi về Sở nào".
_SOMETHING = re.compile(
    r"(?<!\w)(?:bao cao|danh sach|ket qua|ho so|y kien|de xuat|so lieu|thong tin|phieu|bieu mau|phai|can|dinh ky|truoc ngay|hang (?:thang|quy|nam))(?!\w)"
)
_OPENS = re.compile(r"^[^\S\n]*(?:(?:dong )?kinh gui|(?!cong )[a-z ,]{0,60}(?<!cong )dien)\s?:", re.MULTILINE)
_RECIPIENTS = re.compile(r"(?<!\w)noi nhan\s?:")
_KEPT = re.compile(r"luu(?!\w)|nhu (?:tren|dieu|kinh gui)|vt(?!\w)")
_GOES_ON = re.compile(r"^\s*(?:[-–+•|]|dong kinh gui)")
_ENDS = re.compile(r"[;:,|]\s*$")
_LOOKED_AT, _LONGEST = 8000, 2000  # characters of a document; of its addressees
_MOST_PASSAGES = 60
_MOST, _ROOM = 12, 1500
_ASKS = frozenset(["nhung", "cac", "nao", "ai", "gi", "dau", "cho", "den", "toi", "gui", "va"])


def addressees(asked: Asked) -> Draft | None:
    """To whom the document of a question is addressed, those that are asked after; None where that is not asked or said."""
    form = matching_form(asked.reading.text)
    match = _ASKED.match(folded(form))
    if match is None or _SOMETHING.search(re.sub(r"^ ?(?:ket qua|tinh hinh)", "", match["name"])):
        return None
    wanted = frozenset(words_in(expanded(match["who"], every=True))) - _ASKS
    for info in meant(asked, asked.reading.text[slice(*match.span("about"))])[:2]:
        text = asked.texts.of_document(info)
        items = addressees_in(text)
        held = [len(wanted & frozenset(words_in(expanded(item.of(text), every=True)))) for item in items]
        shown = [item for item, count in zip(items, held, strict=True) if count == max(held)]
        if shown:
            with asked.store.catalogue.read() as connection:
                passages = passages_between(connection, info.id, 0, _MOST_PASSAGES)
            return _draft(info, text, shown[:_MOST], passages)
    return None


def addressees_in(text: str) -> list[Span]:
    """The addressees of a document, in order; [] where it names none."""
    block = _block(text)
    return list(_items(text, block)) if block else _recipients(text)


def _recipients(text: str) -> list[Span]:
    """Those under "Nơi nhận:" of a document that is addressed to nobody above; not what is kept, nor who is only named above."""
    opens = [*_RECIPIENTS.finditer(folded(matching_form(text)))]
    if not opens:
        return []
    start = opens[-1].end()
    stop = min(at for at in (text.find("\n\n", start), text.find(" | ", start), start + _LONGEST, len(text)) if at >= 0)
    return [item for item in _items(text, Span(start, stop)) if not _KEPT.match(folded(matching_form(item.of(text))))]


def _block(text: str) -> Span | None:
    """The lines of the addressees."""
    head = text[:_LOOKED_AT]
    match = _OPENS.search(folded(matching_form(head)))
    if match is None:
        return None
    end = match.end()
    while end < min(len(head), match.end() + _LONGEST):
        stop = head.find("\n", end + 1)
        stop = len(head) if stop < 0 else stop
        line = head[end:stop]
        if end > match.end() and not (
            _GOES_ON.match(folded(matching_form(line.lstrip("\n")))) or _ENDS.search(head[max(0, end - 3) : end])
        ):
            break
        end = stop
    return Span(match.end(), end)


def _items(text: str, block: Span) -> Iterator[Span]:
    """The addressees one by one; what a colon opens is one with the words before it ("Bộ trưởng các bộ: …")."""
    own = block.of(text)
    for line in re.finditer(r"[^\n]+", own):
        whole = line[0]
        starts = [0, *(m.end() for m in re.finditer(r";[\s|]*", whole))]
        for start, stop in zip(starts, [*starts[1:], len(whole)], strict=True):
            words = whole[start:stop]
            lead = len(words) - len(words.lstrip(" |-–+•\t"))
            tail = len(words.rstrip(" |;.\t"))
            if tail - lead > 2 and any(map(str.isalpha, words)):
                at = block.start + line.start() + start
                yield Span(at + lead, at + tail)


def _draft(info: DocumentInfo, text: str, items: Sequence[Span], passages: Sequence[StoredPassage]) -> Draft:
    short = document_words(info).partition(":")[0]
    room = max(60, _ROOM // len(items))
    several = tuple(
        Statement(shortened(one_line(span.of(text)).replace(" | ", " "), room), _evidence(info, text, span, passages))
        for span in items
    )
    if len(several) == 1:
        return Draft((Statement(f"{short} gửi: {several[0].words}", several[0].evidence),))
    return Draft(several, joined="\n", before=f"{short} gửi {len(several)} nơi:\n", listed=True, total=len(several))


def _evidence(info: DocumentInfo, text: str, span: Span, passages: Sequence[StoredPassage]) -> Evidence:
    home = next((p for p in passages if p.passage.span.start <= span.start < p.passage.span.end), passages[0])
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    line = Span(start, end if end >= 0 else len(text))
    quote = (
        line if line.end - line.start <= LONGEST_QUOTE else Span(span.start, min(span.end, span.start + LONGEST_QUOTE))
    )
    return Evidence(
        Hit(home, info, 1.0, None, None), quote, span, 1.0, 1.0, True, True, (span,) if span != quote else ()
    )
