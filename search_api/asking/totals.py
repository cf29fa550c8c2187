"""A total that stands in the lead-in over its parts ("tổ chức 04 cuộc thanh tra, trong đó:"): it answers where no part is asked for."""

import re
from dataclasses import replace

from corpus.text import matching_form, one_line
from corpus.types import PassageKind
from search_api.answering import LONGEST_ANSWER
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft, said
from search_api.asking.otherwise import counts_given
from search_api.asking.several import content_words
from search_api.asking.subjects import topic_of
from search_api.types import Kind

_LEADS_TO_PARTS = re.compile(r"(?<!\w)(?:trong đó|gồm|bao gồm|cụ thể)(?: có| là)?\W{0,3}:\W*$")
_ROOM_FOR_MARKS = 16  # characters of citations


def total(asked: Asked) -> Draft | None:
    """The lead-in over the best unit, where it gives the count that is asked for and the question names nothing of the unit alone."""
    first, text, question = asked.first, asked.text(asked.first), asked.reading.text
    if asked.reading.kind not in (Kind.TARGET, Kind.RESULT) or first.hit.stored.passage.kind is PassageKind.ROW:
        return None
    over = next(reversed(first.hit.stored.passage.context), None)
    if over is None or over.end - over.start > LONGEST_ANSWER - _ROOM_FOR_MARKS:
        return None
    words = over.of(text)
    leads = _LEADS_TO_PARTS.search(matching_form(words))
    if leads is None or not counts_given(question, words):
        return None
    own = content_words(first.core.of(text)) - content_words(words)
    if own & content_words(topic_of(question)):
        return None
    item = replace(first, quote=over, core=over, highlights=(), facts=())
    return Draft(said((one_line(words[: leads.start()]).lstrip("-–+• ").rstrip(" ,:"), item)))
