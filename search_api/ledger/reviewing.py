"""What a person may put into the slots of a fact."""

import math
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from corpus.catalogue.facts import StoredFact
from corpus.catalogue.slots import SLOTS, slot_names, slots_json
from corpus.errors import InvalidRequest
from corpus.facts import FactKind
from corpus.text import one_line
from corpus.types import Json

_LONGEST, _MOST = 2000, 100  # characters of a text, texts of a list


def corrected_slots(stored: StoredFact, wanted: Json) -> Json:
    """The slots that a person changes, as they are kept; those that are as they were read are left out.

    Raises:
        InvalidRequest: a slot that facts of the kind do not have, or a value that it cannot have.
    """
    kind, read = stored.fact.kind, slots_json(stored.fact.slots)
    if strange := [name for name in wanted if name not in slot_names(kind)]:
        raise InvalidRequest(f"slots: không có ô {one_line(strange[0])[:40]}")
    tidy = {name: _tidy(name, content) for name, content in wanted.items()}
    try:
        meant = slots_json(_adapter(kind).validate_python({**read, **tidy}))
    except ValidationError as error:
        raise InvalidRequest(f"slots: giá trị của ô {error.errors()[0]['loc'][0]} chưa đúng") from None
    changed = {name: meant[name] for name in tidy if meant[name] != read[name]}
    if not changed:
        raise InvalidRequest("slots: cần ít nhất một ô khác với bản máy đọc")
    return changed


def _tidy(name: str, content: Any) -> Any:
    """Texts on one line; nothing endless."""
    if isinstance(content, list):
        if len(content) > _MOST:
            raise InvalidRequest(f"slots: ô {name} có nhiều nhất {_MOST} mục")
        return [_tidy(name, item) for item in content]
    if isinstance(content, str):
        if len(content) > _LONGEST:
            raise InvalidRequest(f"slots: ô {name} dài quá {_LONGEST} ký tự")
        return one_line(content)
    if isinstance(content, float) and not math.isfinite(content):
        raise InvalidRequest(f"slots: giá trị của ô {name} chưa đúng")
    return content


@cache
def _adapter(kind: FactKind) -> TypeAdapter[Any]:
    return TypeAdapter(SLOTS[kind])
