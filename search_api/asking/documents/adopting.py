"""When and by which session an assembly adopted a document: the sentence at its end that says so."""

import re

from corpus.catalogue.passages import passages_of
from corpus.sentences import sentences
from corpus.text import folded, matching_form, one_line
from corpus.types import Span
from search_api.asking.asked import Asked
from search_api.asking.documents.front import document_words, line_of
from search_api.asking.documents.meant import TYPES, meant
from search_api.asking.drafts import Draft, Statement
from search_api.asking.wording import shortened
from search_api.types import Evidence, Hit

_WHAT = r"(?:(?:vao |tai )?(?:ngay|hom|thang|nam|khi|luc) (?:nao|may)|bao gio|(?:tai |o )?(?:khoa|ky hop|phien hop|dai hoi|hoi nghi)(?: thu| lan thu| lan)? (?:may|nao|bao nhieu))"
# "được Quốc hội khóa mấy thông qua", "thông qua hôm nào", "thông qua tại phiên họp thứ mấy"
_ASKED = re.compile(
    rf"(?<!\w)(?:duoc )?(?:[a-z]+ ){{0,4}}{_WHAT} thong qua(?!\w)|(?<!\w)(?:duoc )?(?:[a-z]+ ){{0,4}}thong qua (?:[a-z]+ ){{0,3}}?{_WHAT}(?!\w)"
)
_ADOPTED = re.compile(
    rf"(?<!\w)(?:{TYPES}|nghi quyet|phap lenh|bo luat|hien phap) nay(?!\w)[^.;\n]{{0,200}}?(?<!\w)thong qua(?!\w)[^.;\n]{{0,60}}\d"
)
_AT_END = 6000  # characters of a document in which it is said
_LONGEST = 360


def adopted(asked: Asked) -> Draft | None:
    """The sentence on its adoption of the document that is meant; None where nothing of that is asked, or no document is clearly meant."""
    question = asked.reading.text
    cue = _ASKED.search(folded(matching_form(question)))
    if cue is None:
        return None
    for info in meant(asked, f"{question[: cue.start()]} , {question[cue.end() :]}")[:1]:
        text = asked.texts.of_document(info)
        said = (s for s in sentences(text, max(0, len(text) - _AT_END), len(text)))
        found = [s for s in said if _ADOPTED.search(folded(matching_form(s.of(text))))]
        with asked.store.catalogue.read() as connection:
            passages = passages_of(connection, info.id)
        if found and passages:
            core = found[-1]
            home = next((p for p in passages if p.passage.span.start <= core.start < p.passage.span.end), passages[-1])
            item = Evidence(Hit(home, info, 1.0, None, None), _line(text, core), core, 1.0, 1.0, True, True, (core,))
            name = shortened(document_words(info).partition(":")[0], 120)
            return Draft((Statement(f"{name}: {shortened(one_line(core.of(text)), _LONGEST - len(name))}", item),))
    return None


def lacks_adoption(asked: Asked) -> bool:
    """Whether a question asks when something was adopted, and the unit that would answer speaks of no adoption."""
    if not asked.plain.citations or not _ASKED.search(folded(matching_form(asked.reading.text))):
        return False
    return "thong qua" not in folded(matching_form(asked.first.core.of(asked.text(asked.first))))


def _line(text: str, core: Span) -> Span:
    line = line_of(text, core)
    return line if line.holds(core) else core
