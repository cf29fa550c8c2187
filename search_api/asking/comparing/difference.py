"""How far two figures are apart, computed exactly, and only where they are of one kind and one base."""

from collections.abc import Sequence
from decimal import Decimal

from corpus.facts import Assignment, Target
from corpus.grammar.renaming import today_name
from corpus.ledger.normalising import amount, base_key, unit_kind
from corpus.text import matching_form

_POINTS = "điểm phần trăm"


def difference(names: Sequence[str], figures: Sequence[Target]) -> str:
    """Who is higher and by how much, in a sentence without a full stop; "" where two figures cannot be subtracted."""
    if len(figures) != 2:
        return _highest(names, figures)
    one, other = figures
    if not _comparable(one, other):
        return "Hai mức tính trên cơ sở khác nhau" if _on_other_bases(one, other) else ""
    a, b = _single(one), _single(other)
    if a is None or b is None:
        return ""
    if a == b:
        return "Hai bên cùng một mức"
    kind = unit_kind(one.unit)
    if kind == "hạng":
        better, worse = (names[0], names[1]) if a < b else (names[1], names[0])
        return f"{better} xếp trên {within(worse)} {_number(abs(a - b))} bậc"
    higher, lower = (names[0], names[1]) if a > b else (names[1], names[0])
    apart = _apart(one, other, abs(a - b), kind)
    return f"{higher} cao hơn {within(lower)} {apart}" if apart else f"{higher} cao hơn {within(lower)}"


def _highest(names: Sequence[str], figures: Sequence[Target]) -> str:
    """Of three and more the highest one, where all can be compared and one alone is highest."""
    if len(figures) < 3 or len(names) != len(figures):
        return ""
    amounts = [_single(figure) for figure in figures]
    if any(a is None for a in amounts) or not all(_comparable(figures[0], other) for other in figures[1:]):
        return ""
    known = [a for a in amounts if a is not None]
    best = min(known) if unit_kind(figures[0].unit) == "hạng" else max(known)
    if known.count(best) != 1:
        return ""
    word = "xếp trên hết" if unit_kind(figures[0].unit) == "hạng" else "cao nhất"
    return f"{names[known.index(best)]} {word}"


def _comparable(one: Target, other: Target) -> bool:
    return (
        bool(unit_kind(one.unit)) and unit_kind(one.unit) == unit_kind(other.unit) and not _on_other_bases(one, other)
    )


def _on_other_bases(one: Target, other: Target) -> bool:
    """Whether both say what they are shares of, and it is not the same."""
    if unit_kind(one.unit) != "%" or unit_kind(other.unit) != "%" or not (one.base and other.base):
        return False
    a, b = set(base_key(one).split()), set(base_key(other).split())
    return bool(a and b) and not (a <= b or b <= a)


def _single(target: Target) -> Decimal | None:
    found = amount(target)
    return Decimal(str(found[0])) if found is not None and len(found) == 1 else None


def _apart(one: Target, other: Target, apart: Decimal, kind: str) -> str:
    if kind == "%":
        return f"{_number(apart)} {_POINTS}"
    if matching_form(one.unit) != matching_form(other.unit) or not isinstance(one.value, float | int):
        return ""
    scale = Decimal(str((amount(one) or (1.0,))[0])) / Decimal(str(one.value)) if one.value else Decimal(1)
    return f"{_number(apart / scale)} {one.unit}"


def _number(figure: Decimal) -> str:
    """A number as it is printed in Vietnamese: comma before decimals, stops between thousands."""
    plain = f"{figure.normalize():f}"
    whole, _, decimals = plain.partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{decimals}" if decimals else grouped


def within(name: str) -> str:
    """A name as it stands inside a sentence: what is no proper name begins small."""
    return name[:1].lower() + name[1:] if name.split(" ", maxsplit=1)[0] in _COMMON else name


_COMMON = frozenset(
    (
        "Năm",
        "Giai",
        "Nghị",
        "Kế",
        "Quyết",
        "Chương",
        "Chỉ",
        "Thông",
        "Kết",
        "Công",
        "Mục",
        "Kết",
        "Cả",
        "Thực",
        "Tỉnh",
        "Thành",
        "Phường",
        "Xã",
    )
)


def same_leads(tasks: Sequence[Assignment]) -> str:
    """Whether two tasks are led by the same bodies, under their names of today."""
    leads = [frozenset(matching_form(today_name(body)) for body in task.lead) for task in tasks]
    if len(leads) < 2 or not all(leads):
        return ""
    return "Cùng một cơ quan chủ trì" if len(set(leads)) == 1 else "Cơ quan chủ trì khác nhau"
