"""Words that begin the name of a body, an office or a group of them, and words that only go on with a group."""

import re

from corpus.grammar.bodies import CAPITAL, find_bodies

# In ``matching_form``: small letters, newer tones.
_KINDS = (
    "bộ(?! tiêu chí| chỉ số| chỉ tiêu| dữ liệu| công cụ| máy| phận| luật| hồ sơ| thủ tục| tài liệu| mã| câu hỏi| nhận diện)", "sở(?! hữu| dĩ| thích)", "ban(?! hành| đầu| đêm| bố)",
    "vụ(?! việc| án| mùa| đông| hè| lợi)", "cục(?! bộ)", "chi cục", "tổng cục", "viện(?! trợ| dẫn)", "học viện", "trường(?! hợp| dữ liệu| thông tin| số)", "đại học", "trung tâm", "văn phòng(?! phẩm)", "uỷ ban", "ubnd", "hđnd",
    "hội đồng", "công an", "quân sự", "quân khu", "bộ đội", "đài(?! thọ)", "báo(?! cáo| chí cáo)", "tạp chí", "thông tấn xã", "cổng thông tin", "(?:tỉnh|thành|huyện|quận|trung ương) đoàn",
    "đoàn(?! kết)", "hội(?! nhập| nghị| thảo| chợ| tụ)", "hiệp hội", "liên đoàn", "liên minh", "liên hiệp", "ngân hàng", "kho bạc", "bảo hiểm xã hội", "bhxh", "mặt trận", "mttq", "ubmttq",
    "thanh tra(?!,? kiểm tra|,? giám sát| việc)", "kiểm toán", "toà án", "tand", "viện kiểm sát", "vks", "vksnd", "hải quan", "thuế(?= tỉnh| thành phố| cơ sở)", "thống kê(?= tỉnh| thành phố| cơ sở)",
    "cơ quan", "đơn vị(?! tính)", "địa phương", "doanh nghiệp", "hợp tác xã", "tập đoàn", "tổng công ty", "công ty", "quỹ(?! đất| tiền| lương)", "(?:tỉnh|thành|huyện|quận|thị|đảng|quân) uỷ",
    "đảng đoàn", "đảng bộ", "ban cán sự", "cấp uỷ", "chính quyền(?! số| điện tử)", "chi bộ", "chi uỷ", "tổ chức(?=,? (?:đảng|đoàn|chính trị|công đoàn|cơ sở|tín dụng|khoa học|kinh tế|xã hội|quốc tế|phi chính phủ|hội|có liên quan|liên quan|được|có|thành viên|trực thuộc|cá nhân|tập thể|quần chúng|chủ trì|chịu)(?!\\w)|[,;.]?\\s*(?:$|cá nhân|cơ sở|doanh nghiệp))", "tổ(?! quốc| chức)", "thủ trưởng", "thủ tướng", "chính phủ(?! số| điện tử)",
    "quốc hội(?! số)", "chủ tịch", "phó chủ tịch", "phó thủ tướng", "bộ trưởng", "thứ trưởng", "giám đốc", "tổng giám đốc", "hiệu trưởng", "viện trưởng", "cục trưởng", "vụ trưởng", "chủ nhiệm",
    "tổng bí thư", "bộ chính trị", "trưởng(?! thành)", "phó trưởng", "chánh văn phòng", "chánh thanh tra", "bí thư", "người đứng đầu", "phòng(?!,? chống| ngừa| bệnh| cháy| dịch| tránh| vệ| họp)", "trạm",
    "bưu điện", "điện lực", "công đoàn", "cơ sở(?! vật chất| dữ liệu| hạ tầng| pháp lý| đó| này)", "bệnh viện", "nhà trường", "nhà máy", "thường trực", "lãnh đạo(?!,? chỉ đạo| thực hiện| việc| công tác|,? quản lý| tổ chức)",
    "chủ đầu tư", "chủ dự án", "nhà thầu", "nhà đầu tư", "thành viên", "đồng chí", "lực lượng(?! sản xuất)", "khối(?! lượng)", "vườn quốc gia", "đội(?! ngũ)", "câu lạc bộ", "ngành(?! nghề)",
    "cấp(?= uỷ| tỉnh| xã| huyện)", "tỉnh", "thành phố(?! thông minh)", "xã(?! hội)", "phường", "đặc khu", "huyện", "quận", "thị xã", "cá nhân", "cán bộ", "đoàn thể", "đại biểu", "đảng viên",
    "nhân dân", "người dân", "cộng đồng", "hộ gia đình", "hộ kinh doanh", "chuyên gia", "nhà khoa học", "tiểu ban",
)  # fmt: skip
_NAMES = "|".join(sorted(set(_KINDS), key=len, reverse=True))
_PLURAL = r"(?:tất cả )?(?:các|những|một số|mọi|mỗi|từng|toàn thể|hệ thống(?= các))"
_NOT_A_GROUP = (
    "hệ số|nguyên nhân|mỏ|bệnh|hội nghị|học sinh|công trình|yêu cầu|ý|điểm|việc|lưu ý|căn cứ|khó khăn|thành tích|kinh nghiệm|số|tỷ lệ|dấu|nhóm nhiệm vụ|khu(?! vực)|cụm|dự án|công trình|chương trình|lĩnh vực(?!,? khác)|vấn đề|khoản|nội dung|nhiệm vụ|vùng|tuyến|hoạt động|loại|mục tiêu|chỉ tiêu|quy định|văn bản|điều kiện|chính sách|sản phẩm"
    "|giải pháp|biện pháp|kế hoạch|nguồn|dữ liệu|hệ thống|nền tảng|cơ chế|hình thức|công nghệ|dịch vụ|khâu|cơ sở dữ liệu|tiêu chí|kết quả|bài toán|bước|mặt|công tác|phong trào|cuộc|quy trình|thủ tục|vụ việc"
    "|ngày|năm|tháng|quý|tiểu dự án|luật|nghị|thông tư|quyết định|phương án|đề án|hạng mục|gói thầu|mô hình|trường hợp|ý kiến|kiến nghị|yếu tố|chủ trương|giá trị|di tích|khía cạnh|rủi ro|nguy cơ|hành vi|đối tượng"
    "|tần số|thông tin|liên lạc|bên|phương tiện|thiết bị|tài liệu|hồ sơ|giấy|mẫu|thông số|khoản thu|chi phí|tổn thất|nguyên tắc|tiêu chuẩn|quy chuẩn|tàu|xe|hàng hoá|tài sản|số liệu|chứng từ|hợp đồng"
)
_BODY = re.compile(rf"(?:{_PLURAL} )?(?:{_NAMES})(?!\w)|{_PLURAL} (?!(?:{_NOT_A_GROUP})(?!\w))\w")
_QUALIFIED = r"(?= (?:tỉnh|thành phố|trung ương|cấp|các cấp|có|liên quan|khác|trực thuộc|ở|của|trong|nêu|được|chức năng|đoàn thể|thuộc (?:tỉnh|thành phố|bộ|trung ương|phạm vi|ubnd|uỷ ban)|trên|tại|hữu quan|chuyên môn|là|theo)(?!\w)|\s*\W*$)"
_BARE = re.compile(
    r"(?:bộ|ban|sở|ngành|ban,? ngành|địa phương|đoàn thể|hội,? đoàn thể|lĩnh vực|cấp|cơ quan|đơn vị|tỉnh|thành phố|quận|huyện|thị xã|xã|phường|đặc khu|thị trấn|viện|trường|hội)"
    + _QUALIFIED
)
_BARE_WIDELY = re.compile(r"(?:doanh nghiệp|tổ chức|cá nhân|hiệp hội|hội|đoàn thể)" + _QUALIFIED)
_GROUP_OF_BODIES = re.compile(r"(?:các |những )?(?:bộ|sở|ban|cơ quan|đơn vị|tổ chức)(?:, | và |$)|các ban, bộ")
_COLLECTIVE = re.compile(
    rf"(?:.{{0,60}}(?<!\w)(?:các|những|một số|mọi|từng|mỗi) |lãnh đạo |thủ trưởng |giám đốc |người đứng đầu )?(?:bộ|ban|sở|ngành|cơ quan|đơn vị|địa phương|quận|huyện|xã|phường|đặc khu|tỉnh|thành phố|cấp|hội|đoàn thể|viện|trường|thị xã)(?:,| và |$|{_QUALIFIED})"
)
# All of a kind at once. "Các" before a kind with a name is one of several by name: "các Sở Tài chính, Nội vụ"; "Ban Quản lý các khu …" is one body.
_EVERYBODY = re.compile(
    r"(?:thủ trưởng |lãnh đạo |giám đốc |chủ tịch |người đứng đầu )?(?:tất cả |toàn thể )?(?:các|những|mọi|từng|mỗi)(?!\w)"
    r"|(?:uỷ ban nhân dân|ubnd|chủ tịch ubnd|chủ tịch uỷ ban nhân dân) (?:các |cấp )|(?:thủ trưởng )?cơ quan (?:ngang bộ|thuộc chính phủ|khác|liên quan|có liên quan)"
    r"|bộ trưởng$|(?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân|doanh nghiệp|người dân|cán bộ)(?: (?:trên địa bàn|có liên quan|liên quan|trực thuộc|được|thuộc)(?!\w)|$)"
)
_ABBREVIATION = re.compile(rf"[{CAPITAL}][{CAPITAL}&\d-]+(?= [{CAPITAL}]| tỉnh| thành phố| Trung|\s*\W*$)")


# A kind with a capital before a word with a capital: "Trung tâm Kiểm soát bệnh tật", "Phòng Kinh tế", but no "Trung tâm của" and no "Hội nghị".
_CAPITALISED = re.compile(
    rf"(?<!\w)(?=[{CAPITAL}])(?i:bộ|sở|ban|vụ|cục|viện|trường|đại học|trung tâm|văn phòng|ủy ban|uỷ ban|hội đồng|công an|quân khu|bộ đội|đài|báo|tạp chí|đoàn|chi đoàn|thành đoàn|hội"
    rf"|hiệp hội|liên đoàn|liên minh|liên hiệp|ngân hàng|kho bạc|mặt trận|thanh tra|kiểm toán|chi cục|tổng cục|học viện|hải quan|tập đoàn|tổng công ty|công ty|quỹ|đảng ủy|đảng uỷ|đảng bộ"
    rf"|đảng đoàn|phòng|tổ|đội|trạm|bưu điện|điện lực|công đoàn|bệnh viện|tòa án|toà án) (?=[{CAPITAL}])"
)


def names_a_body(text: str) -> bool:
    """Whether a body is named in an NFC text, one that the lists know or one of a known kind with capitals."""
    return _CAPITALISED.search(text) is not None or bool(find_bodies(text))


def begins_body(form: str, at: int = 0) -> bool:
    """Whether a name of a body or of a group of them can begin at a place of a text in ``matching_form``."""
    return _BODY.match(form, at) is not None


def is_abbreviated(words: str) -> bool:
    """Whether words are a body's abbreviation in capitals: VTV, ĐHQG Hà Nội, MTTQ tỉnh."""
    return _ABBREVIATION.match(words) is not None


def names_everybody(form: str) -> bool:
    """Whether a name in ``matching_form`` is that of all bodies of a kind: "các sở, ban, ngành", "UBND các xã", "thủ trưởng cơ quan ngang bộ"."""
    return _EVERYBODY.match(form) is not None


def goes_on(form: str, begun: str) -> bool:
    """Whether words only go on with the group that is begun: "ngành, địa phương" behind "các bộ", "phường" behind "UBND các xã"."""
    if _BARE_WIDELY.match(form) is not None and _GROUP_OF_BODIES.match(begun) is not None:
        return True
    return _BARE.match(form) is not None and _COLLECTIVE.match(begun) is not None
