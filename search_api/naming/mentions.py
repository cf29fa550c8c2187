"""Symbols that documents mention: a spoken symbol is put together with every organ it may have, and the statistics know which stand anywhere."""

from collections.abc import Iterable, Sequence

from corpus.bm25 import term_number
from corpus.catalogue import Catalogue
from corpus.catalogue.statistics import standing
from corpus.grammar.spoken_symbols import SpokenSymbol
from corpus.grammar.symbols import full_symbol, organs, symbol_key

_OLDEST = 2004
# Organs whose symbols mostly have the year in them, by type.
_YEARLY = {
    "NĐ": ("CP",), "NQ": ("HĐND", "CP"), "QĐ": ("UBND", "TTg"), "CT": ("UBND",),
    "TT": tuple(organ for organ in organs() if organ.startswith("B")),
}  # fmt: skip
_ASSEMBLIES = ("QH13", "QH14", "QH15", "QH16")


def possible_symbols(said: SpokenSymbol, organ: str | None, newest: int) -> list[str]:
    """The whole symbols that a spoken one may stand for. ``organ``: the one that is said, if one is; ``newest``: the latest year of issue."""
    wanted = (
        [said.organ or organ] if said.organ or organ else [name for name in organs() if name not in ("QH", "UBTVQH")]
    )
    years: Sequence[int] = [said.year] if said.year else range(_OLDEST, newest + 1)
    found = dict.fromkeys(_without_year(said, [name for name in wanted if name]))
    for type_ in said.types:
        yearly = [name for name in _YEARLY.get(type_, ()) if name in wanted]
        lately = years[-10:] if type_ == "TT" else years  # so many ministries
        found |= dict.fromkeys(full_symbol(said.number, year, type_, name) for name in yearly for year in lately)
    if {"", "NQ"} & set(said.types) and (organ in (None, "QH", "UBTVQH")) and not said.organ:
        found |= dict.fromkeys(full_symbol(said.number, year, "", name) for name in _ASSEMBLIES for year in years)
        found |= dict.fromkeys(f"{said.number}/NQ-UBTV{name}" for name in _ASSEMBLIES if "NQ" in said.types)
    return list(found)


def _without_year(said: SpokenSymbol, wanted: Sequence[str]) -> Iterable[str]:
    return (
        full_symbol(said.number, None, type_, name)
        for type_ in said.types
        if type_ not in ("", "NĐ")
        for name in wanted
    )


def mentions(catalogue: Catalogue, symbols: Sequence[str]) -> dict[str, int]:
    """In how many passages each symbol stands, of those that stand in any; symbols of the documents themselves stand in all of theirs."""
    numbers = {symbol: term_number(symbol_key(symbol)) for symbol in symbols}
    with catalogue.read() as connection:
        counts = standing(connection, list(numbers.values()))
    return {symbol: counts[number] for symbol, number in numbers.items() if number in counts}
