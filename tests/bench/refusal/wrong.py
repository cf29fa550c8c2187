"""How often an answer is wrong and has a figure, which is worse than no answer: over runs that ``cancu eval --save`` has written.

python -m tests.bench.refusal.wrong QUESTIONS.jsonl RUN.json
"""

import argparse
import re
from collections import Counter
from pathlib import Path

from search_api.evaluation.gold import read_gold
from search_api.evaluation.judging import Flaw
from search_api.evaluation.measuring import judge_run
from search_api.evaluation.runs import read_run

# A right figure that is not proved, or among others, is not a wrong one.
_WRONG = (Flaw.VALUE, Flaw.UNWANTED)


def states_figure(answer: str) -> bool:
    """Whether an answer has a number besides those of its citations."""
    return re.search(r"\d", re.sub(r"\[\d{1,2}\]", "", answer)) is not None


def main() -> None:
    """Print the share by kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path)
    parser.add_argument("run", type=Path)
    arguments = parser.parse_args()
    run = read_run(arguments.run)
    said = {reply.id: reply for reply in run.replies}
    answered = [one for one in judge_run(read_gold(arguments.questions), run) if one.judgement.answered]
    wrong = [one for one in answered if one.judgement.flaw in _WRONG and states_figure(said[one.question.id].answer)]
    by_kind = Counter(one.question.kind for one in wrong)
    print(
        f"{len(answered)} answered, {len(wrong)} wrong with a figure ({len(wrong) / max(1, len(answered)):.3f})",
        dict(by_kind),
    )
    for one in wrong:
        print(f"  {one.question.id}: {one.question.question} → {said[one.question.id].answer[:160]!r}")


if __name__ == "__main__":
    main()
