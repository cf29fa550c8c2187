"""search_api.evaluation.judging: right replies count, and wrong ones are told what is wrong with them."""

import pytest

from search_api.evaluation.gold import UNANSWERABLE, Question
from search_api.evaluation.judging import Flaw, Judgement, judge
from search_api.evaluation.runs import Reply
from tests.search_api.evaluation.replies import PROOF, cited, question, reply

ELSEWHERE = cited("Lời cuối.")
STRAYS = "Đạt 30%, tăng 1%, giảm 2%, còn 3%."
BOTH = question("compare", evidence=(PROOF, "Năm 2020 mới đạt 12% diện tích"))


def test_a_right_reply_is_right_in_everything() -> None:
    assert judge(question(), reply("Đạt 30%. [1]", cited())) == Judgement(True, True, True, True, True, None)


@pytest.mark.parametrize(
    ("asked", "replied", "flaw"),
    [
        (question(), reply(None, cited()), Flaw.REFUSED),
        (question(), reply("Đạt 130%.", cited()), Flaw.VALUE),
        (question(values=("30%", "2025")), reply("Đạt 30%.", cited()), Flaw.VALUE),
        (question(), reply("Đạt 30%." + " a" * 200, cited()), Flaw.TOO_LONG),
        (question("list"), reply("Đạt 30%." + " a" * 1000, cited()), Flaw.TOO_LONG),
        (question(), reply(STRAYS, cited()), Flaw.STRAYS),
        (question("result"), reply(STRAYS, cited()), Flaw.STRAYS),
        (question(), reply("Đạt 30%."), Flaw.UNCITED),
        (question(), reply("Đạt 30%.", cited(file_name="lua.md")), Flaw.UNCITED),
        (question(), reply("Đạt 30%.", ELSEWHERE), Flaw.UNCITED),
        (question(), reply("Đạt 30%.", cited(f"{PROOF}. " + "a" * 600)), Flaw.UNCITED),
        (question(), reply("Đạt 30%.", ELSEWHERE, ELSEWHERE, ELSEWHERE, cited()), Flaw.UNCITED),
        (BOTH, reply("Đạt 30%.", cited(), ELSEWHERE), Flaw.UNCITED),
        (question(UNANSWERABLE), reply("Đạt 30%.", cited()), Flaw.UNWANTED),
    ],
)
def test_what_is_wrong_is_named(asked: Question, replied: Reply, flaw: Flaw) -> None:
    found = judge(asked, replied)
    assert (found.flaw, found.right) == (flaw, False)
    assert found.correct == (flaw is Flaw.UNCITED)


@pytest.mark.parametrize(
    ("asked", "replied"),
    [
        (question("list"), reply("Đạt 30%." + " a" * 300, cited())),
        (question("lead_agency"), reply(STRAYS, cited())),
        (question(), reply("Đạt 30%, tăng 1%, giảm 2%.", cited())),
        (question(evidence=(f"{PROOF}, 1%, 2%, 3%",)), reply(STRAYS, cited(f"{PROOF}, 1%, 2%, 3%"))),
        (question(), reply("Đạt 30%.", ELSEWHERE, ELSEWHERE, cited())),
        (question(evidence=("không ở đâu cả", PROOF)), reply("Đạt 30%.", cited())),
        (question(), reply("Đạt 30%.", cited("| Đến năm 2025 chè hữu cơ đạt | 30 % diện tích |"))),
        (BOTH, reply("Đạt 30%.", ELSEWHERE, ELSEWHERE, ELSEWHERE, cited(), cited("Năm 2020 mới đạt 12% diện tích"))),
        (question(UNANSWERABLE), reply(None, cited())),
    ],
)
def test_what_is_allowed_is_right(asked: Question, replied: Reply) -> None:
    assert judge(asked, replied).flaw is None


def test_evidence_behind_the_first_citation_is_not_cited_first() -> None:
    found = judge(question(), reply("Đạt 30%.", ELSEWHERE, cited()))
    assert (found.first, found.third) == (False, True)


def test_a_refusal_with_the_evidence_beside_it_is_cited_but_not_right() -> None:
    assert judge(question(), reply(None, cited()))[:5] == (False, False, True, True, False)
