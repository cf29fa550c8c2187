"""Facts about the same thing: linked by indicator, then read as a way from the centre to the commune, or as aim and result over the years."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from corpus.facts import Status, Target
from corpus.ledger.entries import Entry, Holder, Level, holder_of
from corpus.ledger.normalising import IndicatorKey, indicator_key
from corpus.types import value

_ALIKE = 0.8  # share of words that two wordings have in common
_FEWEST = 5  # words below which one more or less is another indicator: "hộ nghèo", "hộ cận nghèo"
# One word more or less that always makes another indicator.
_TELLING = frozenset(
    ("nông_thôn", "đô_thị", "nam", "nữ", "mới", "cận", "ngoài", "trong", "tư", "công", "không", "chưa", "giảm", "tăng", "cao", "đại", "thpt", "mầm", "tiểu")
)  # fmt: skip


@value
class Group:
    """Targets and results of one indicator. ``indicator`` is its most usual wording, ``unit`` the kind of its figures."""

    indicator: str
    unit: str
    entries: tuple[Entry, ...]


@value
class Step:
    """What one place on the way from the centre to the commune aims at, or has reached."""

    holder: Holder
    entries: tuple[Entry, ...]


@value
class Year:
    """Aims and results of one year."""

    year: int | str
    targets: tuple[Entry, ...]
    results: tuple[Entry, ...]


def link(entries: Iterable[Entry]) -> list[Group]:
    """Groups of two targets or results and more about the same indicator, the largest first.

    The order of ``entries`` does not matter for who belongs together; equal words are found by hashing, near ones by their rarest words.
    """
    by_key: dict[IndicatorKey, list[Entry]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.slots, Target) and (key := indicator_key(entry.slots)).tells:
            by_key[key].append(entry)
    joined: dict[IndicatorKey, list[Entry]] = defaultdict(list)
    heads = _heads(by_key)
    for key, found in by_key.items():
        joined[heads[key]] += found
    groups = [_group(key, found) for key, found in joined.items() if len(found) > 1]
    return sorted(groups, key=lambda group: (-len(group.entries), group.indicator, group.unit))


def _group(key: IndicatorKey, found: Sequence[Entry]) -> Group:
    wordings: dict[str, int] = defaultdict(int)
    for target in _targets(found):
        wordings[target.indicator] += 1
    usual = min(wordings, key=lambda words: (-wordings[words], len(words), words))
    return Group(usual, key.unit, tuple(sorted(found, key=lambda entry: entry.id)))


def _targets(entries: Iterable[Entry]) -> Iterator[Target]:
    return (entry.slots for entry in entries if isinstance(entry.slots, Target))


def _heads(by_key: dict[IndicatorKey, list[Entry]]) -> dict[IndicatorKey, IndicatorKey]:
    """For each wording the one it is counted with: a more usual one that differs in a word that does not tell.

    Aims without a figure must say the same words: nothing else holds them together.
    """
    order = sorted(by_key, key=lambda key: (-len(by_key[key]), sorted(key.words), key.unit))
    rarity: dict[str, int] = defaultdict(int)
    for key in order:
        for word in key.words:
            rarity[word] += 1
    heads: dict[IndicatorKey, IndicatorKey] = {}
    by_word: dict[tuple[str, str], list[IndicatorKey]] = defaultdict(list)
    for key in order:
        rarest = sorted(key.words, key=lambda word: (rarity[word], word))[: _differing(key) + 1]
        near = (head for word in rarest for head in by_word[word, key.unit] if _alike(head.words, key.words))
        heads[key] = next(near, key) if key.unit and len(key.words) >= _FEWEST else key
        if heads[key] is key:
            for word in rarest:
                by_word[word, key.unit].append(key)
    return heads


def _differing(key: IndicatorKey) -> int:
    """How many words two wordings may differ in; of one more than those, one at least is common to both."""
    return int(len(key.words) * (1 - _ALIKE) / _ALIKE) + 1


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    apart = one ^ other
    return not apart & _TELLING and len(one & other) >= _ALIKE * len(one | other)


def path_of(group: Group) -> list[Step]:
    """What each place aims at, from the centre over provinces to communes; figures whose holder is unknown are left out."""
    steps: dict[Holder, list[Entry]] = defaultdict(list)
    for entry in group.entries:
        if isinstance(entry.slots, Target) and entry.slots.status is Status.TARGET:
            steps[holder_of(entry.slots, entry.document)].append(entry)
    known = [(whose, found) for whose, found in steps.items() if whose.level is not None]
    known.sort(key=lambda pair: (pair[0].level or Level.CENTRE, pair[0].place))
    return [Step(whose, tuple(found)) for whose, found in known]


def years_of(group: Group, whose: Holder) -> list[Year]:
    """Aims beside results of one place, by year; periods ("2021-2025") stand after their last year."""
    years: dict[int | str, tuple[list[Entry], list[Entry]]] = {}
    for entry in group.entries:
        target = entry.slots
        if isinstance(target, Target) and target.year is not None and holder_of(target, entry.document) == whose:
            aims, results = years.setdefault(target.year, ([], []))
            (aims if target.status is Status.TARGET else results).append(entry)
    ordered = sorted(years, key=lambda year: (str(year)[-4:], str(year)))
    return [Year(year, tuple(years[year][0]), tuple(years[year][1])) for year in ordered]
