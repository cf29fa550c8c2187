"""Numbers that count: "quyết định 3 việc", "kế hoạch 5 năm", "báo cáo 6 tháng". Beside a type of document they are not its number."""

import re

from corpus.text import folded, matching_form

_YEAR = r"(?:19|20)\d\d"
# Words of measure. Without marks only those that are no other words: "do" may be "độ", but "nghị quyết 68 do ai ký" names a document.
_MEASURES = re.compile(
    r"\s?(?:%|tháng(?! \d)|tuần|giờ|phút|giây|lần|phần trăm|triệu|(?:tỷ|tỉ)(?! (?:lệ|trọng|suất|số))|nghìn|ngàn|vạn|trăm|đồng(?! (?:bộ|chí|thời|tháp|nai))"
    r"|usd|người(?! (?:dân|đứng|nào|ký|lao|có|đã))|hộ(?! tịch)|ha|km2?|m2|kg|tấn|mw|gb|ngày(?! ?\d|\s?(?:nào|ký|mấy|ban))"
    r"|thang(?! (?:\d|nao))|tuan|trieu|nghin|phan tram|ty dong|nguoi(?! (?:dan|dung|nao|ky|lao|co|da))|ngay(?! ?\d|\s?(?:nao|ky|may|ban)))(?!\w)"
)
_SIGNS = re.compile(r"\s?[+*=]\s?\d|\s?-\s?\d|\s?/\s?\d|[.,]\d")
_YEARS_LONG = re.compile(rf"\s(?:năm|nam)(?! {_YEAR}(?!\d|\s?-\s?\d))(?!\w)")
_THINGS = re.compile(
    r"\s(?:việc|vấn đề|nội dung|nhiệm vụ|giải pháp|chỉ tiêu|mục tiêu|nhóm|điểm|đơn vị|cơ quan|doanh nghiệp|hợp tác xã|dự án|đề án|văn bản|nghị quyết|tỉnh|xã"
    r"|phường|bước|giai đoạn|trường hợp|loại|hình thức|mức|thủ tục|trụ cột|đột phá|khâu|tuyến|công trình|lĩnh vực|ngành|cấp|cán bộ|công chức|học sinh|câu|trang"
    r"|điều|khoản|chương|phần|cái|con|chiếc|bên|nước|địa phương|trạm|cụm|lớp|mô hình|sản phẩm|hướng|yêu cầu|kiến nghị|nguyên tắc|quan điểm|tiêu chí|quý"
    r"|viec|van de|noi dung|nhiem vu|giai phap|chi tieu|muc tieu|nhom|don vi|co quan|doanh nghiep|hop tac xa|du an|de an|van ban|nghi quyet|giai doan"
    r"|truong hop|hinh thuc|thu tuc|tru cot|dot pha|cong trinh|linh vuc|can bo|cong chuc|hoc sinh|dia phuong|mo hinh|san pham|yeu cau|kien nghi"
    r"|nguyen tac|tieu chi)(?!\w)"
)
# "Kế hoạch 58 yêu cầu xong trước …" demands; "kế hoạch 5 yêu cầu" has five of them.
_DEMANDS = re.compile(
    r"\s(?:yêu cầu|kiến nghị|yeu cau|kien nghi)\s(?!(?:của|về|đối|chính|lớn|cụ|cơ|sau|này|là|cua|ve|doi|chinh|lon|cu|co|nay|la)(?!\w))\w"
)
_NO_THING = re.compile(r"\s?(?:$|[^\w\s]|(?:về|của|do|là|có|ban|ngày|năm|nào|và|ve|cua|la|co|ngay|nam|nao|va)(?!\w))")
# "quyết định 3 việc" decides; "chương trình 5 điểm" is counted. Of the second kind a number with a nought before it is a document's.
_VERBS = {"quyet dinh", "ket luan", "thong bao", "huong dan", "quy dinh", "bao cao", "quy che", "thong tri", "chi thi"}
_COUNTABLE = {"chuong trinh", "ke hoach", "de an", "chuong trinh hanh dong", "ke hoach hanh dong", "to trinh", "luat"}


def counts(text: str, end: int, type_: str, number: str) -> bool:
    """Whether a number that stands after a type of document and ends at ``end`` counts what follows it.

    ``type_`` and ``number`` as typed.
    """
    rest = matching_form(text[end : end + 40])
    small = number.isdigit() and int(number) < 100
    name = " ".join(folded(matching_form(type_)).split())
    if _SIGNS.match(rest):
        return True
    if text[end : end + 2].strip().isupper() and not text[max(0, end - 20) : end + 20].isupper():
        return False  # a name: "nghị quyết 5 Nam Định"
    if _YEARS_LONG.match(rest):
        return small and (name in _VERBS | _COUNTABLE or int(number) <= 10)
    if re.match(rf"\s(?:năm|nam) {_YEAR}", rest):
        return small and int(number) <= 10 and name in _COUNTABLE and not number.startswith("0")
    if _MEASURES.match(rest):
        return True
    if name in _VERBS and small and len(number) == 1 and not _NO_THING.match(rest):
        return True  # of documents the number below ten has a nought before it, mostly
    if name in _COUNTABLE and len(number) > 1 and _DEMANDS.match(rest):
        return False
    countable = name in _VERBS or (name in _COUNTABLE and not number.startswith("0"))
    return small and countable and _THINGS.match(rest) is not None
