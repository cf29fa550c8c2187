"""Makes the general model: ``python -m corpus.language.build TEXTS.jsonl.gz… [--out FILE]``.

From legal texts (lines of JSON with "title" and "text"): counts of syllables and pairs that stand there five times and more. From
underthesea's dictionary: pairs inside words. From the package wordfreq: how frequent syllables are in general Vietnamese. From
``phrases.txt``: how people ask. The two packages are needed for building only. The same sources give the same file.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import numpy as np

from corpus.language.base import FILE, write_base
from corpus.language.counts import Counts, count_texts, total_of
from corpus.language.tokens import BREAK, NUMBER, tokens_of
from corpus.text import clean

LEAST = 5  # a syllable or pair that stands in the legal texts less often is left out
GENERAL_SHARE = 0.5  # syllables of general Vietnamese, as many as half the legal texts have
WORD_SHARE = 0.1  # of the count that two syllables could have together, for a pair that is a word
ASKED = 400  # times that each phrase of phrases.txt is counted
_CHUNK = 20_000  # lines counted at once
_DICTIONARY = "corpus/data/Viet74K.txt"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name(FILE))
    options = parser.parse_args()
    counts = build(options.texts)
    write_base(options.out, counts)
    print(f"{len(counts.words)} · {len(counts.pairs)} · {options.out.stat().st_size} bytes")  # noqa: T201


def build(paths: list[Path]) -> Counts:
    """The counts of the sources."""
    legal = total_of([(1, count_texts(chunk)) for path in paths for chunk in _chunks(path)])
    return mixed(total_of([(1, legal), (ASKED, count_texts(own_phrases()))]))


def mixed(legal: Counts) -> Counts:
    """Counts of texts, joined with what the dictionary and wordfreq say of general Vietnamese."""
    singles: Counter[str] = Counter()
    for word, often in zip(legal.words, legal.singles.tolist(), strict=True):
        if often >= LEAST:
            singles[word] = often
    size = sum(singles.values())
    for word, share in general_syllables().items():
        singles[word] += round(GENERAL_SHARE * size * share)
    pairs: Counter[tuple[str, str]] = Counter()
    for left, right, often in zip(legal.left.tolist(), legal.right.tolist(), legal.often.tolist(), strict=True):
        if often >= LEAST:
            pairs[legal.words[left], legal.words[right]] = often
    inside = pairs_of_words()
    singles.update(dict.fromkeys({word for pair in inside for word in pair} - singles.keys(), 1))
    for pair, often in expected(inside, singles).items():
        pairs[pair] += often
        singles[pair[0]] += often
    return _arranged(singles, pairs)


def _chunks(path: Path) -> Iterator[list[str]]:
    """Titles and texts, some thousand at a time."""
    chunk: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            chunk += (clean(row["title"]), clean(row["text"]))
            if len(chunk) >= _CHUNK:
                yield chunk
                chunk = []
    yield chunk


def own_phrases() -> list[str]:
    """How people ask, and words of later years."""
    lines = files("corpus.language").joinpath("phrases.txt").read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def general_syllables() -> dict[str, float]:
    """Syllable → its share of general Vietnamese, by wordfreq."""
    from wordfreq import get_frequency_dict

    shares: defaultdict[str, float] = defaultdict(float)
    for word, share in get_frequency_dict("vi").items():
        parts = list(tokens_of(word))[:-1]
        if len(parts) == 1 and parts[0] not in (NUMBER, BREAK):
            shares[parts[0]] += share
    return shares


def pairs_of_words() -> list[tuple[str, str]]:
    """Neighbouring syllables inside the words of underthesea's dictionary."""
    lines = files("underthesea").joinpath(_DICTIONARY).read_text("utf-8").splitlines()
    found = {pair for line in lines for pair in pairwise(list(tokens_of(clean(line)))[:-1])}
    return sorted(pair for pair in found if BREAK not in pair and NUMBER not in pair)


def expected(inside: list[tuple[str, str]], singles: Mapping[str, int]) -> dict[tuple[str, str], int]:
    """A count for pairs inside words, of which the dictionary gives none: a syllable's count, shared among the words it has."""
    after: Counter[str] = Counter()
    before: Counter[str] = Counter()
    for left, right in inside:
        after[left] += singles[right]
        before[right] += singles[left]
    return {
        (left, right): 1 + round(WORD_SHARE * singles[left] * singles[right] / max(after[left], before[right]))
        for left, right in inside
    }


def _arranged(singles: Mapping[str, int], pairs: Mapping[tuple[str, str], int]) -> Counts:
    words = tuple(sorted(word for word, often in singles.items() if often > 0))
    place = {word: at for at, word in enumerate(words)}
    known = {(place[a] << 32) | place[b]: often for (a, b), often in pairs.items() if a in place and b in place}
    keys = np.array(sorted(known), np.int64)
    return Counts(
        words,
        np.array([singles[word] for word in words], np.int64),
        keys,
        np.array([known[key] for key in keys.tolist()], np.int64),
    )


if __name__ == "__main__":
    main()
