"""Three small documents of an invented province, and putting documents into a store without a server."""

from corpus.catalogue.jobs import get_job
from corpus.store import Store
from ingest.adding import add_bytes
from ingest.worker import work_off

PROGRAMME = """\
**TỈNH ỦY BẠCH SƠN**

**ĐẢNG CỘNG SẢN VIỆT NAM**

Số: 12-CTr/TU

*Bạch Sơn, ngày 15 tháng 3 năm 2022*

**CHƯƠNG TRÌNH HÀNH ĐỘNG**

**phát triển cây chè giai đoạn 2022-2025**

## I. MỤC TIÊU ĐẾN NĂM 2025

1. Diện tích chè toàn tỉnh đạt 4.500 ha, trong đó chè hữu cơ đạt 900 ha; sản lượng chè búp tươi đạt 42.000 tấn/năm.

2. Tỷ lệ chè được chế biến sâu đạt 35%.

## II. NHIỆM VỤ TRỌNG TÂM

| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |
| --- | --- | --- | --- |
| 1 | Xây dựng Đề án vùng chè hữu cơ huyện Mường Khao | Sở Nông nghiệp và Môi trường | 30/6/2023 |
| 2 | Đăng ký chỉ dẫn địa lý cho chè Shan tuyết | Sở Khoa học và Công nghệ | Quý IV/2023 |

**T/M TỈNH ỦY**

**BÍ THƯ**

**Lò Văn Phong**
"""

REPORT = """\
**ỦY BAN NHÂN DÂN**

**TỈNH BẠCH SƠN**

**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**

Số: 88/BC-UBND

*Bạch Sơn, ngày 20 tháng 12 năm 2023*

**BÁO CÁO**

**kết quả phát triển cây chè năm 2023**

## I. KẾT QUẢ

Năm 2023 diện tích chè toàn tỉnh đạt 4.120 ha. Tỷ lệ chè được chế biến sâu đạt 28,5%, tăng 3,1 điểm phần trăm so với năm trước.

## II. TỒN TẠI

Đề án vùng chè hữu cơ huyện Mường Khao chậm 4 tháng.
"""

NOTICE = """\
# Thông báo lịch cắt nước

Nhà máy nước Bạch Sơn ngừng cấp nước tại phường Tân Long từ 22 giờ ngày 05/01/2024 để thay đường ống.
"""

FILES = {"12-CTr-TU-2022.md": PROGRAMME, "88-BC-UBND-2023.md": REPORT, "thong-bao-cat-nuoc.md": NOTICE}


def add_texts(store: Store, files: dict[str, str], *, replaces: str | None = None) -> list[str]:
    """Add files by name and text, and work their jobs off here; returns the ids of the documents."""
    jobs = [add_bytes(store, [text.encode()], name, replaces=replaces) for name, text in files.items()]
    work_off(store)
    with store.catalogue.read() as connection:
        ended = [get_job(connection, job.id) for job in jobs]
    assert all(job.error is None for job in ended), [job.error for job in ended]
    return [str(job.document_id) for job in ended]
