"""Citations of the sample documents as they are put into documents; the expectations were written by hand from the documents."""

import pytest

from tests.servers import Server

PLAN_2022 = (
    "Kế hoạch số 58/KH-UBND ngày 25 tháng 02 năm 2022 của Ủy ban nhân dân thành phố Lạc Giang thực hiện Chương trình số 07-CTr/TU"
    " của Thành ủy về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số năm 2022"
)
PLAN_2024 = (
    "Kế hoạch số 41/KH-UBND ngày 30 tháng 01 năm 2024 của Ủy ban nhân dân thành phố Lạc Giang về phát triển khoa học, công nghệ,"
    " đổi mới sáng tạo và chuyển đổi số thành phố Lạc Giang năm 2024"
)
REPORT_2025 = (
    "Báo cáo số 512-BC/TU, ngày 10/9/2025 của Thành ủy Lạc Giang tổng kết 5 năm thực hiện Chương trình 07-CTr/TU, ngày 26/3/2021"
    " về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số thành phố Lạc Giang giai đoạn 2021-2025"
)
RESOLUTION = (
    "Nghị quyết số 25/2021/NQ-HĐND ngày 08 tháng 12 năm 2021 của Hội đồng nhân dân thành phố Lạc Giang quy định chính sách hỗ trợ"
    " hoạt động khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số trên địa bàn thành phố Lạc Giang giai đoạn 2022-2025"
)
DECISION = (
    "Quyết định số 2846/QĐ-UBND ngày 19 tháng 8 năm 2022 của Ủy ban nhân dân thành phố Lạc Giang về việc phê duyệt Đề án"
    " “Thành lập và phát triển Trung tâm Đổi mới sáng tạo và Khởi nghiệp thành phố Lạc Giang giai đoạn 2022-2027”"
)


@pytest.mark.parametrize(
    ("question", "quoted", "expected"),
    [
        (
            "Tính đến 31/8/2025, tỷ lệ hồ sơ thủ tục hành chính nộp trực tuyến là bao nhiêu?",
            "76,4%",
            f"{REPORT_2025}, mục II.1, số thứ tự 8, tr.2",
        ),
        (
            "Một đơn đăng ký sáng chế trong nước được thành phố hỗ trợ bao nhiêu tiền?",
            "30 triệu đồng",
            f"khoản 1 Điều 4 {RESOLUTION}",
        ),
        (
            "Quyết định 2846: Trung tâm Đổi mới sáng tạo và Khởi nghiệp phải ươm tạo tối thiểu mấy dự án đến 2025?",
            "90 dự án",
            f"điểm a khoản 1 Điều 1 {DECISION}",
        ),
        (
            "Diễn tập thực chiến an toàn thông tin năm 2024 do sở nào chủ trì?",
            "02 cuộc diễn tập",
            f"số thứ tự 13 mục B Phụ lục kèm theo {PLAN_2024}",
        ),
        (
            "Nền tảng LGSP phải hoàn thành trong quý mấy theo kế hoạch năm 2022?",
            "Quý II/2022",
            f"số thứ tự 12 mục III Phụ lục kèm theo {PLAN_2022}, trang 5",
        ),
        ("Ai ký Kế hoạch 58/KH-UBND năm 2022?", "Hoàng Văn Lực", f"{PLAN_2022}, trang 3"),
        (
            "Giữa năm 2023 có bao nhiêu chỉ tiêu của Chương trình 07 đạt hoặc vượt tiến độ?",
            "chỉ tiêu",
            "“Lạc Giang sơ kết giữa kỳ Chương trình 07: Gỡ thủ tục để doanh nghiệp chịu đổi mới”, mục “Năm chỉ tiêu đi trước kế hoạch”",
        ),
    ],
)
def test_a_sample_is_cited_as_staff_would(server: Server, question: str, quoted: str, expected: str) -> None:
    found = [c["reference"] for c in server.ask(question)["citations"] if quoted in c["quote"]]
    assert expected in found
