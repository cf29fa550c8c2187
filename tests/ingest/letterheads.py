"""Letterheads of made documents, State and Party."""

from tests.ingest.making import Part

NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
DATE = "Bến Sậy, ngày 05 tháng 3 năm 2031"
BODY: tuple[Part, ...] = ("Căn cứ Luật Thư viện;", "1. Mở ba lớp ở chợ.", "2. In sổ tay cho các thôn.")


def state(
    *below: Part,
    issuer: tuple[str, ...] = ("ỦY BAN NHÂN DÂN", "XÃ BẾN SẬY"),
    number: str = "Số: 15/KH-UBND",
    date: str = DATE,
) -> list[Part]:
    """Lines of the State's letterhead, and what stands below it."""
    return [*issuer, number, *NATION, date, *below]


def party(
    *below: Part,
    issuer: tuple[str, ...] = ("ĐẢNG ỦY XÃ BẾN SẬY",),
    number: str = "Số 15-KH/ĐU",
    date: str = DATE,
) -> list[Part]:
    """The Party's."""
    return [*issuer, "*", number, PARTY, date, *below]
