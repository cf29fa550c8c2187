"""Which syllables a reader gets wrong, most frequent first."""

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from tests.bench.readings_report import SetReadings, Trial, syllables


def misread(result: SetReadings, most: int) -> Iterator[str]:
    """The most frequent misreadings of the syllables of each variant: ``variant  count  meant ← typed → read``."""
    for name in result.variants:
        wrong = Counter(
            triple
            for row in result.rows if row.variant == name
            for triple in misread_syllables(row.trial)
        )  # fmt: skip
        for (meant, typed, read), count in wrong.most_common(most):
            yield f"{name:12} {count:4}  {meant} ← {typed} → {read}"


def misread_syllables(trial: Trial) -> Iterator[tuple[str, str, str]]:
    """Syllables meant, typed and read where read is not what was meant; typed is "…" where the syllables changed in number."""
    meant, typed, read = (syllables(text) for text in (trial.question, trial.typed, trial.read))
    if len(meant) == len(typed) == len(read):
        yield from (triple for triple in zip(meant, typed, read, strict=True) if triple[0] != triple[2])
        return
    for kind, a, b, c, d in SequenceMatcher(None, meant, read, autojunk=False).get_opcodes():
        if kind != "equal":
            yield " ".join(meant[a:b]), "…", " ".join(read[c:d])
