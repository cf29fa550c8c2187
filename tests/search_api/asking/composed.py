"""Answers over a store as the pipeline composes them, with hits as a good encoder would give them."""

from dataclasses import replace

from corpus.store import Store
from search_api.components import AnswerComposer, EvidenceList, open_tools
from search_api.evidence import PASSAGES, find_evidence
from search_api.holdings import Holdings
from search_api.retrieval import make_query, retrieve
from search_api.types import Answer


def composed(store: Store, question: str) -> Answer:
    """The answer to a question. What is near in words counts as near in meaning: the encoder of the tests knows no meanings."""
    tools = open_tools(store, holdings=Holdings(store.catalogue, patience=30))
    reading = tools.reader.read(question)
    hits = retrieve(store, make_query(store, reading, {}), store.settings.dense_weight)
    hits = replace(hits, items=tuple(replace(hit, cosine=0.9) for hit in hits.items))
    facts = tools.facts.of(hit.document.id for hit in hits.items[:PASSAGES])
    evidence = find_evidence(store, tools.texts, reading, hits, facts=facts)
    composer = AnswerComposer()
    composer.bind(tools)
    answer = composer.run(reading, hits, EvidenceList(tuple(evidence)))["answer"]
    assert isinstance(answer, Answer)
    return answer


def letter(symbol: str, body: str, place: str, day: tuple[int, int, int], title: str, text: str) -> str:
    """A made-up document with its letterhead; ``title`` begins with its type."""
    kind, _, subject = title.partition(" về ")
    return f"""\
**{body}**

**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**

Số: {symbol}

*{place}, ngày {day[0]} tháng {day[1]} năm {day[2]}*

**{kind.upper()}**

**về {subject}**

{text}
"""
