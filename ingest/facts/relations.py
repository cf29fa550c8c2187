"""How a document refers to others: what it is based on, implements, replaces, amends, repeals, is attached to, or only mentions.

The words in front of a reference say which ("Căn cứ …" and "Thực hiện …" in the preamble: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6;
Hướng dẫn 36-HD/VPTW, II.5). Only the document's own acts count: a law cited as a basis may amend another one, we do not.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from corpus.facts import Relation, RelationKind
from corpus.grammar.symbols import symbol_key
from corpus.sentences import sentences
from corpus.text import matching_form
from corpus.types import Span
from ingest.facts.acts import Act, act_in_title, act_of, can_decide
from ingest.facts.lines import Line, Region, read_lines
from ingest.facts.matching import pattern
from ingest.facts.mentions import Mention, Mentions, attached_draft, dated_laws, named_mentions
from ingest.facts.source import Source

Kind = RelationKind
Found = Iterator[tuple[RelationKind, Mention]]

_MARK = r"[-–+*•\s]*"
_BASES = pattern(_MARK + r"(?:căn cứ|xét|theo đề nghị|theo|trên cơ sở|được sự)(?!\w)")
_CALLED_BASES = pattern(r"căn cứ(?: pháp lý| thực tiễn| xây dựng| ban hành| lập| triển khai|[^\w]|$)|cơ sở pháp lý")
_IMPLEMENTING = pattern(
    _MARK
    + r"(?:để |nhằm )?(?:tiếp tục |tổ chức )?(?:triển khai thực hiện|thực hiện|thi hành|triển khai|cụ thể hóa)(?!\w)"
)
# "kết quả thực hiện Chương trình …" tells of the implementation, "hướng dẫn thi hành Luật …" is the title of another document
_NOT_OURS = (
    "hướng dẫn", "kết quả", "tình hình", "quá trình", "biện pháp", "tiến độ", "giám sát", "giám sát việc", "kiểm tra việc",
    "đánh giá việc", "sơ kết", "tổng kết", "năm", "trong",
)  # fmt: skip
_IMPLEMENTS = pattern(
    "".join(f"(?<!{w} )(?<!{w} triển khai )(?<!{w} tổ chức )" for w in _NOT_OURS)
    + r"(?<!\w)(?:thực hiện|triển khai|thi hành|cụ thể hóa)(?!\w)(?:(?!theo |tại |hướng dẫn )[^.;]){0,60}$"
)
_ISSUING = pattern(r"(?<!\w)(?:ban hành|phê duyệt|thông qua|xây dựng)(?!\w)")
_COORDINATED = pattern(r"(?:,|(?<!\w)(?:và|hoặc|cùng|cùng với|với))[^\w]*$")
_CHANGED_BY = pattern(
    r"(?:được|đã|đã được) (?:sửa đổi|bổ sung|thay thế)[^;]{0,60}? (?:bởi|theo|tại|bằng)(?:[^;]{0,20})$"
)
_ANOTHERS = pattern(r"sửa đổi|bổ sung|thay thế|bãi bỏ|hướng dẫn|quy định chi tiết|kèm theo|quy định tại|theo quy định")
_ATTACHED = pattern(r"\(?\s*(?:ban hành )?kèm theo(?!\w)")
_NEAR = 300  # characters between two references of one chain


def find_relations(source: Source) -> list[Relation]:
    """The references of a document in the order of their first mention, one for each kind and document.

    A document that is based on, implemented, replaced … is not listed as mentioned besides; nor is the document itself.
    """
    first: dict[tuple[RelationKind, str], Mention] = {}
    dates: dict[str, date] = {}
    reader = _Reader(source)
    for kind, mention in reader.read():
        first.setdefault((kind, mention.key), mention)
        if mention.issued_on:
            dates.setdefault(mention.key, mention.issued_on)
    told = {key for kind, key in first if kind is not Kind.MENTIONS}
    found = [
        (kind, m)
        for (kind, key), m in first.items()
        if key not in reader.own and (kind is not Kind.MENTIONS or key not in told)
    ]
    found.sort(key=lambda pair: pair[1].span)
    return [Relation(kind, m.symbol, m.span, m.doc_type, m.issued_on or dates.get(m.key), m.title) for kind, m in found]


class _Reader:
    """Goes through the lines of one document."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.document.text
        self._low = matching_form(self._text)
        self._mentions = Mentions(self._text)
        self._type = source.front.doc_type.value if source.front.doc_type else ""
        self._official = bool(source.front.symbol or source.front.doc_type or source.front.issuer)
        self.own = {symbol_key(source.front.symbol.value)} if source.front.symbol else set[str]()
        self._can_decide = can_decide(source.front)
        self._has_body = False  # whether a body was seen
        self._acts: dict[int, RelationKind] = {}  # by the beginning of the line that introduces a list

    def read(self) -> Found:
        subject = self._source.front.subject
        if subject and subject.span and self._official:
            yield from self._subject(subject.span)
        for line in read_lines(self._source):
            self._has_body = self._has_body or line.region is Region.BODY
            if _ATTACHED.match(self._low, *line.span) and not line.row:
                yield from self._attached(line)
                continue
            for sentence in [line.span] if line.row else sentences(self._text, *line.span):
                yield from self._sentence(line, sentence)

    def _subject(self, span: Span) -> Found:
        """References in the title: "thực hiện Nghị quyết …", "sửa đổi, bổ sung một số điều của Quyết định …"."""
        mentions = self._mentions.within(span)
        act = act_in_title(self._low, span)
        if act:
            yield from self._chain(mentions, act.verb.end, act.kind)
        else:
            yield from self._chain(mentions, span.start, None)

    def _attached(self, line: Line) -> Found:
        """ "(Kèm theo Quyết định số …)": the first document named is the one that this belongs to."""
        mentions = self._mentions.within(line.span)
        if mentions and (self._has_body or mentions[0].doc_type == self._type):  # an annex of this document
            self.own.add(mentions[0].key)
        elif mentions:
            yield Kind.ATTACHED_TO, mentions[0]
            yield from ((Kind.MENTIONS, mention) for mention in mentions[1:])
        elif (draft := attached_draft(self._text, self._low, line.span)) and draft.doc_type != self._type:
            yield Kind.ATTACHED_TO, draft

    def _sentence(self, line: Line, sentence: Span) -> Found:
        mentions = self._mentions.within(sentence)
        act = act_of(self._low, line, sentence, decides=self._can_decide)
        if act:
            self._acts[line.span.start] = act.kind
            yield from self._act(mentions, act)
            return
        zone = self._zone(line, sentence)
        if zone is Kind.BASED_ON or (zone is Kind.IMPLEMENTS and not mentions):
            yield from ((zone, named) for named in named_mentions(self._text, self._low, sentence))
        elif not line.row:
            yield from ((Kind.MENTIONS, law) for law in dated_laws(self._text, self._low, sentence))
        inherited = next(
            (self._acts[a.span.start] for a in reversed(line.above[-1:]) if a.span.start in self._acts), None
        )
        if inherited:
            yield from self._chain(mentions, sentence.start, inherited, implements=False)
        elif zone or self._issues(line, sentence):
            yield from self._chain(mentions, sentence.start, zone)
        else:
            yield from ((Kind.MENTIONS, mention) for mention in mentions)

    def _act(self, mentions: Sequence[Mention], act: Act) -> Found:
        ahead = [m for m in mentions if m.span.start < act.verb.start]
        behind = [m for m in mentions if m.span.start >= act.verb.start]
        if act.backward:
            yield from self._chain(ahead, ahead[0].span.start if ahead else 0, act.kind, implements=False)
            yield from ((Kind.MENTIONS, mention) for mention in behind)
        else:
            yield from ((Kind.MENTIONS, mention) for mention in ahead)
            yield from self._chain(behind, act.verb.end, act.kind, implements=False)

    def _zone(self, line: Line, sentence: Span) -> RelationKind | None:
        """What the references of a sentence are by its first words, if it belongs to the preamble or to a list of legal bases."""
        if not self._official or line.row:
            return None
        begin = (
            max(sentence.start, min(line.words, sentence.end)) if sentence.start == line.span.start else sentence.start
        )
        based = any(len(a.span.of(self._text)) < 200 and _CALLED_BASES.search(self._low, *a.span) for a in line.above)
        if line.region is Region.PREAMBLE or (based and line.region is Region.BODY):
            return self._cue(begin, sentence.end) or (Kind.BASED_ON if based else None)
        return None

    def _cue(self, begin: int, end: int) -> RelationKind | None:
        """What the first words of a clause say of the documents behind them."""
        if _IMPLEMENTING.match(self._low, begin, end):
            return Kind.IMPLEMENTS
        return Kind.BASED_ON if _BASES.match(self._low, begin, end) else None

    def _issues(self, line: Line, sentence: Span) -> bool:
        """Whether the sentence issues or approves something: "Ban hành kèm theo Quyết định này Kế hoạch thực hiện …"."""
        if not self._official or not (line.region is Region.PREAMBLE or line.article == line):
            return False
        return line.region is not Region.ANNEX and _ISSUING.search(self._low, *sentence) is not None

    def _chain(
        self, mentions: Sequence[Mention], begin: int, zone: RelationKind | None, *, implements: bool = True
    ) -> Found:
        """The kind of each of several references: A; B sửa đổi C; thực hiện D và E."""
        before, kind, first = begin, zone or Kind.MENTIONS, True
        for mention in mentions:
            start = max(min(before, mention.span.start), mention.span.start - _NEAR)
            semicolon = self._low.rfind(";", start, mention.span.start)
            between = Span(max(start, semicolon + 1), mention.span.start)
            first = first or semicolon >= 0
            if semicolon >= 0 and zone in (Kind.BASED_ON, Kind.IMPLEMENTS):
                zone = self._cue(between.start, between.end) or zone
            kind = self._link(between, kind, zone, first=first, implements=implements)
            yield kind, mention
            before, first = mention.span.end, False

    def _link(
        self, between: Span, last: RelationKind, zone: RelationKind | None, *, first: bool, implements: bool
    ) -> RelationKind:
        if not first and _COORDINATED.search(self._low, *between):
            return last
        if not first and _CHANGED_BY.search(
            self._low, *between
        ):  # what amended a law is not amended with it, but ends with it
            return Kind.MENTIONS if last is Kind.AMENDS else last
        if implements and _IMPLEMENTS.search(self._low, *between):
            return Kind.IMPLEMENTS
        if not first and _ANOTHERS.search(self._low, *between):
            return Kind.MENTIONS
        return zone or Kind.MENTIONS
