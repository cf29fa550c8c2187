"""Pages of PDF files made for tests."""

from tests.conftest import SAMPLES
from tests.ingest.making_files import Sheet

SAMPLE = SAMPLES / "58-KH-UBND-2022.pdf"
ROWS = (
    "Trong sáu tháng đầu năm, các cơ quan của xã đã hoàn thành phần lớn",
    "công việc được giao, chỉ còn hai việc chậm do chờ hướng dẫn của cấp",
    "trên về định mức chi.",
)
NEXT = ("Phòng Tài chính bố trí đủ kinh phí cho các việc còn lại và hướng dẫn", "cách thanh toán trước khi hết quý.")


def full_page(number: int) -> Sheet:
    """A page of text with a running head and a page number."""
    page = Sheet().text(85, 40, "Kế hoạch mở lớp học").text(290, 815, str(number))
    return page.paragraph(
        120,
        f"Trang này nói về việc thứ {number} trong số các việc phải làm của năm,",
        "do phòng kế hoạch lập và trình.",
    )
