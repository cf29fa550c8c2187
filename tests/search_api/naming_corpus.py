"""Documents of invented places with numbers that meet: for what a question names, and what comes first then."""

from corpus.catalogue import Catalogue
from corpus.catalogue.documents import Place
from tests.corpus.made import front_of, publish

_UBND, _BACH, _LAC = "Ủy ban nhân dân tỉnh", "Bạch Sơn", "Lạc Giang"
FRONTS = {
    "bach-son-144": {"symbol": "144/KH-UBND", "doc_type": "kế hoạch", "issuer": f"{_UBND} {_BACH}", "place": _BACH, "issued_on": "2024-02-01", "subject": "trồng rừng"},
    "lac-giang-144": {"symbol": "144/KH-UBND", "doc_type": "kế hoạch", "issuer": f"{_UBND} {_LAC}", "place": _LAC, "issued_on": "2023-03-01", "subject": "nuôi cá"},
    "tw-57": {"symbol": "57-NQ/TW", "doc_type": "nghị quyết", "issuer": "Bộ Chính trị", "place": "Hà Nội", "issued_on": "2024-12-22", "subject": "về khoa học"},
    "57-nq-tw-phu-luc": {"doc_type": "phụ lục", "subject": "Danh mục chỉ tiêu"},
    "bai-bao-ve-nghi-quyet-57": {"subject": "Hội nghị quán triệt Nghị quyết số 57-NQ/TW"},
    "tu-12": {"symbol": "12-CTr/TU", "doc_type": "chương trình", "issuer": f"Tỉnh ủy {_BACH}", "place": _BACH, "issued_on": "2022-03-15", "subject": "phát triển cây chè"},
    "nd-13": {"symbol": "13/2023/NĐ-CP", "doc_type": "nghị định", "issuer": "Chính phủ", "place": "Hà Nội", "issued_on": "2023-04-17", "subject": "bảo vệ dữ liệu"},
    "cv-905": {"symbol": "905/UBND-KGVX", "doc_type": "công văn", "issuer": f"{_UBND} {_LAC}", "place": _LAC, "issued_on": "2025-03-05", "subject": "bàn giao"},
    "hdnd-20": {"symbol": "20/NQ-HĐND", "doc_type": "nghị quyết", "issuer": f"Hội đồng nhân dân tỉnh {_BACH}", "place": _BACH, "issued_on": "2023-07-07", "subject": "mức hỗ trợ"},
    "tw-20": {"symbol": "20-NQ/TW", "doc_type": "nghị quyết", "issuer": "Ban Chấp hành Trung ương", "place": "Hà Nội", "issued_on": "2012-11-01", "subject": "phát triển khoa học"},
}  # fmt: skip
TEXTS = {"tu-12": ["Thực hiện Kết luận số 69-KL/TW và Quyết định số 749/QĐ-TTg.", "Diện tích chè đạt 900 ha."]}


def publish_all(catalogue: Catalogue) -> dict[str, Place]:
    """Put the documents into the catalogue; returns where each one is."""
    with catalogue.write() as connection:
        return {
            name: publish(connection, name, TEXTS.get(name, ["Một."]), front=front_of(**front))
            for name, front in FRONTS.items()
        }
