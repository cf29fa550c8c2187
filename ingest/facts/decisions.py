"""What a document decides: approves, issues, adopts, agrees to, replaces, repeals; and when it takes effect.

Decisions stand in four places: articles that begin with the verb ("Điều 1. Phê duyệt …"), the sentence of a preamble that issues ("… ban hành
Kế hoạch như sau:"), conclusions ("Đồng ý …", "Thường trực Ủy ban thống nhất chủ trương …"), and reports of what a body has issued.
"""

from collections.abc import Iterator

from corpus.facts import Decision, Fact, Part
from corpus.sentences import pieces, sentences
from corpus.text import matching_form
from corpus.types import Span, value
from ingest.facts.acts import Act, act_of, can_decide
from ingest.facts.deciding import Deed, adopted, agreement, article_deed, is_bare, issuing, object_of, reported, scope
from ingest.facts.effect import Effect, read_effect
from ingest.facts.lines import Line, Region, read_lines
from ingest.facts.mentions import Mentions
from ingest.facts.source import Source
from ingest.markers import Rank

_LONGEST = 600  # characters of a quotation


@value
class _Found:
    deed: Deed
    sentence: Span
    own: bool  # done by the document itself, and so at the time of its effect
    issues: bool = False  # the end of a preamble, which may call the document by nothing but its type


def find_decisions(source: Source) -> list[Fact]:
    """The decisions in a document, in order."""
    return _Reader(source).facts()


class _Reader:
    """Goes through the lines of one document."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.document.text
        self._low = matching_form(self._text)
        self._lines = list(read_lines(source))
        self._mentions = Mentions(self._text)
        self._type = source.front.doc_type.value if source.front.doc_type else ""
        self._can_decide = can_decide(source.front)
        self._leads: dict[int, Act] = {}  # verbs over a list, by the beginning of the line that introduces it
        self._laid_down = False  # whether its first decision was seen
        self._issued = False

    def facts(self) -> list[Fact]:
        effect = read_effect(self._source, self._low, self._lines)
        found = [deed for line in self._lines for deed in self._line(line)]
        facts = [self._fact(each, effect) for each in found]
        if effect and not any(each.own for each in found):
            deed = Deed(effect.verb, effect.subject)
            facts.append(self._fact(_Found(deed, effect.sentence, own=True), effect))
        return sorted(facts, key=lambda fact: fact.span)

    def _line(self, line: Line) -> Iterator[_Found]:
        if line.row or line.region is Region.OUTSIDE:
            return
        lead = self._leads.get(line.above[-1].span.start) if line.above else None
        if lead and line.rank is not None and self._mentions.within(line.span):
            item = Span(line.words, line.span.end)
            yield _Found(Deed(lead.verb, object_of(self._text, self._low, item)), line.span, own=True)
            return
        for sentence in sentences(self._text, *line.span):
            yield from self._sentence(line, sentence)

    def _sentence(self, line: Line, sentence: Span) -> Iterator[_Found]:
        words = Span(min(max(sentence.start, line.words), sentence.end), sentence.end)
        act = act_of(self._low, line, sentence, decides=self._can_decide)
        if act:
            yield from self._act(line, sentence, act)
        elif deed := self._own(line, words):
            yield _Found(deed, sentence, own=True)
        if line.region is Region.PREAMBLE and self._type and not self._issued:
            deed = issuing(self._text, self._low, words)
            self._issued = deed is not None
            if deed:
                yield _Found(deed, sentence, own=True, issues=True)
        if not act and line.region is not Region.ANNEX:
            deed = agreement(self._text, self._low, words, self._type)
            deed = deed or reported(self._text, self._low, words, self._mentions.within(words))
            deed = deed or adopted(self._text, self._low, words)
            if deed:
                yield _Found(deed, sentence, own=False)

    def _own(self, line: Line, words: Span) -> Deed | None:
        """What an article decides, or the first sentence on what the document lays down."""
        if not self._can_decide or line.region is not Region.BODY:
            return None
        deed = None
        if line.rank == Rank.ARTICLE and words.start == line.words:
            deed = article_deed(self._text, self._low, words, first=not self._laid_down)
        elif not self._laid_down:
            deed = scope(self._text, self._low, words)
        self._laid_down = self._laid_down or deed is not None
        return deed

    def _act(self, line: Line, sentence: Span, act: Act) -> Iterator[_Found]:
        if self._text[sentence.end - 1] == ":" and not self._mentions.within(sentence):
            self._leads[line.span.start] = act
            return
        own_words = (
            Span(max(sentence.start, line.words), act.verb.start) if act.backward else Span(act.verb.end, sentence.end)
        )
        yield _Found(Deed(act.verb, object_of(self._text, self._low, own_words)), sentence, own=True)

    def _fact(self, found: _Found, effect: Effect | None) -> Fact:
        deed, span = found.deed, self._quote(found.sentence, found.deed.object)
        done_to = deed.object
        if done_to.start < span.end:
            done_to = Span(done_to.start, min(done_to.end, span.end))
        parts = [Part("action", deed.action), Part("object", done_to)]
        what, subject = self._said(done_to), self._source.front.subject
        if found.issues and subject and subject.span and is_bare(self._low, done_to):  # "ban hành Kế hoạch như sau:"
            parts.append(Part("object", subject.span))
            what = f"{what} {self._said(subject.span)}"
        on = effect.on if effect and found.own else None
        if effect and on:
            parts.append(Part("effective_on", effect.words))
        own = tuple(part for part in parts if span.holds(part.span))
        inherited = tuple(part for part in parts if not span.holds(part.span))
        slots = Decision(self._said(deed.action), what, on)
        return Fact(slots, span, own, inherited)

    def _said(self, span: Span) -> str:
        return " ".join(span.of(self._text).split())

    def _quote(self, sentence: Span, wanted: Span) -> Span:
        """The sentence; of a long one the piece in which the object begins."""
        if sentence.end - sentence.start <= _LONGEST:
            return sentence
        cut = pieces(self._text, sentence, _LONGEST)
        return next((piece for piece in cut if piece.start <= wanted.start < piece.end), cut[0])
