"""Bytes of a text file → Unicode; and telling Unicode Vietnamese from text that was typed for TCVN3 or VNI fonts."""

import re

from corpus.errors import DamagedDocument, LegacyFont

# Signs that TCVN3 uses as letters and that never stand inside Vietnamese words, and letters that only VNI needs (ñ for đ, ö for ư).
_TCVN3 = re.compile(r"(?<=[^\W\d_])[\u00a1-\u00bf]|[\u00a1-\u00bf](?=[a-z])")
_VNI = re.compile(r"[ñöäåëïûüøÑÖÄÅËÏÛÜØ]")
_UNICODE = re.compile(r"[ăắằẳẵặấầẩẫậđẹẻẽếềểễệỉịơớờởỡợọỏốồổỗộưứừửữựụủỳỵỷỹạảĂĐƠƯẤẦẾỀỐỒỚỜỨỪỘỢỰẬẶỆỊỌỤẠẢỦ]")
_LEAST_LETTERS = 40
_SUSPICIOUS = 0.03  # of the letters


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or, failing these, the encoding it looks most like.

    Raises:
        LegacyFont: the bytes are TCVN3 or VNI.
        DamagedDocument: they are no text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    check_legacy(data.decode("latin-1"))
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=["cp1258", "cp1252", "utf_16", "utf_8"]).best()
    if best is None:
        raise DamagedDocument("không nhận ra bảng mã chữ")
    return str(best)


def legacy_encoding(text: str) -> str | None:
    """ "TCVN3" or "VNI" for text that was typed for such a font, else None. ``text`` is raw: TCVN3 needs the soft hyphen."""
    letters = sum(c.isalpha() for c in text)
    if letters < _LEAST_LETTERS:
        return None
    unicode_share = len(_UNICODE.findall(text)) / letters
    if unicode_share > 0.02:
        return None
    if len(_TCVN3.findall(text)) > _SUSPICIOUS * letters:
        return "TCVN3"
    return "VNI" if len(_VNI.findall(text)) > _SUSPICIOUS * letters else None


def check_legacy(text: str) -> None:
    """Refuse text of old fonts.

    Raises:
        LegacyFont: naming the encoding.
    """
    found = legacy_encoding(text)
    if found:
        raise LegacyFont(f"bảng mã {found}")
