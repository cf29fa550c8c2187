"""What a question asks for, and which of its words carry meaning."""

import re
from collections.abc import Sequence

from corpus.analyser import terms
from corpus.text import folded, matching_form
from corpus.types import Span
from search_api.types import Kind

# What things are called is asked of a term; of these it is asked what they are, which is no definition: "mục tiêu đến năm 2030 là gì".
_ATTRIBUTES = (
    r"muc tieu|chi tieu|nhiem vu|vai tro|trach nhiem|ten|noi dung|ket qua|ly do|nguyen nhan|don vi|co quan|thoi han|giai phap|quan diem|chu de|chuc nang"
    r"|phuong cham|khau hieu|muc dich|yeu cau|dieu kien|tieu chi|san pham|can cu|han che|ton tai|kho khan|thuan loi|dot pha|trong tam|nguyen tac|dinh huong"
    r"|tam nhin|pham vi|doi tuong|nguon|han|moc|chuc vu|chuc danh|viec|dieu|diem|y kien|chi dao|ket luan|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|cac|nhung|\d+)"
)
_MORE = r"(?:cao|thap|lon|nho|nhieu|it|som|muon|nhanh|cham) hon"
_MORE_OF = rf"(?:{_MORE}|(?:nhieu|it|lon|cao) (?:[a-z]+ ){{1,8}}hon)"  # "nhiều dự án hơn"
_FIGURE = (
    r"(?:(?:thang|quy|nam|ngay|muc|la|truoc|tren|duoi|hon|khoang|gan|toi da|toi thieu|it nhat) ){0,3}"
    r"(?:\d[\d.,/]*(?: ?%)?|[ivx]+/\d{4}|(?<=quy )[ivx]+)(?: (?:phan tram|nghin|ngan|trieu|ty|ti|dong)){0,3}"
)
# What bodies have to do, not what persons do at a meeting: "ai ký", "ai phát biểu" ask for a person.
_DUTY = (
    r"phai|co trach nhiem|co nhiem vu|can doi|bo tri|tham muu|huong dan|kiem tra|giam sat|don doc|tong hop|tham dinh|de xuat|ra soat|giai quyet|xu ly"
    r"|quan ly|trien khai|tham gia|lam thuong truc|cap nhat|cong bo|van hanh"
)
# How long something takes or is valid; by how much it is shorter is a figure: "giảm mấy ngày", and so is what is counted in months of a year.
_LENGTH = r"(?<!giam )(?<!tang )(?<!ngan )(?<!bot )(?<!hon )(?<!them )(?:may|bao nhieu|bn) (?:gio|ngay|tuan|thang|nam)(?!\w)(?! (?:qua|nay|gan|dau|cuoi|nghi|hoc|gioi|nu)(?!\w))(?!, nu)"
_COUNT = r"(?<!nghi quyet )(?<!ke hoach )(?<!quyet dinh )(?<!ket luan )(?<!chuong trinh )(?<!chi thi )(?<!nghi dinh )(?<!thong tu )(?<!quy dinh )(?<!thong bao )(?<!huong dan )(?<!cong dien )(?<!cong van )(?<!luat )(?<!dieu )(?<!khoan )(?<!phu luc )(?<!de an )(?<!du an )(?<!bao cao )(?<!to trinh )(?<!so )(?:hai|ba|bon|\d{1,2})"
# Patterns are without diacritics: a question typed without them is of the same kind.
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"))
    for kind, pattern in (
        (Kind.DECISION, r"thay (?:the )?(?:cho )?(?:nhung |cac )?(?:quyet dinh|nghi quyet|ke hoach|chi thi|van ban|quy che) (?:nao|so may|so bao nhieu)"),
        (Kind.CONFLICT, r"mau thuan|(?:co |khong )thong nhat(?: voi nhau)?(?: khong)?(?=\W*$)|khong khop|(?:vi |tai )?sao [^?]{0,80}(?:khac|chenh|lech)(?: nhau)?"
                        r"|(?:van ban|con so|so lieu|muc|ban|so) nao (?:moi )?(?:la )?(?:dung|chinh xac|con hieu luc|con gia tri)"
                        rf"|(?:cac|hai|nhung) (?:van ban|bao cao|tai lieu|nguon) (?:co )?(?:ghi |neu |noi |quy dinh )?(?:khac|lech)|{_FIGURE} hay (?:la )?{_FIGURE}(?![^?]{{0,80}}{_MORE})"
                        r"|(?:van ban|quy dinh|ban) cu (?:va|voi|hay|so voi) (?:van ban |quy dinh |ban )?moi"),
        (Kind.CONFLICT, r"venh|(?:co |bi )?trung (?:nhau|khop)(?: khong| ko)?(?=\W*$)|(?:khong|ko) giong nhau|sai lech|lech nhau|bat nhat"
                        r"|moi (?:noi|van ban|ban|bang|phu luc|bao cao|tai lieu) (?:(?:ghi|noi|neu|dua) )?(?:mot|khac)"
                        r"|(?:van ban|tai lieu|bao cao|ke hoach) nao (?:khac )?(?:ghi|noi|neu) khac"
                        r"|(?:hai|cac|nhung|ca hai) (?:van ban|phu luc|bang|ban|bao cao|tai lieu|ke hoach|nghi quyet|quyet dinh) [^?]{0,60}(?:khac nhau|khong khop|khong trung|khac gi nhau)"
                        r"|ban (?:a|1|dau) (?:va|voi) ban (?:b|2|sau) [^?]{0,60}khac"),
        (Kind.COMPARE, r"tang hay giam|giam hay tang|so (?:chi tieu|muc tieu|muc|ty le|ti le|ket qua|von|kinh phi|so lieu) [^?]{2,80} (?:voi|va|giua)"),
        (Kind.COMPARE, rf"so voi nhau|so sanh|doi chieu|(?:co )?bang nhau|chenh(?: nhau| lech)?|khac nhau|khac gi|khac [^,?]{{0,40}}(?:the nao|ra sao|bao nhieu)|giong nhau|giong gi|co giong|co cung|co khop|hon kem|(?:thay doi|tang|giam|bien dong) (?:the nao|nhu the nao|ra sao|ntn) so (?:voi|cung)|(?:19|20)\d\d (?:vs|so voi|va|&) (?:nam )?(?:19|20)\d\d [^?]{{0,60}}thay doi"
                       rf"|{_MORE} hay|hay [^,?]{{0,40}}{_MORE}|(?:ben|noi|dau|ai|tinh|thanh pho|dia phuong|van ban|nam|muc|cai|xa|phuong|quan|huyen|truong|don vi|co quan|khu|so|bo|nganh) nao [^,?]{{0,80}}{_MORE_OF}|(?<!nhung )(?<!cac )[a-z]+ nao [^,?]{{0,80}}{_MORE_OF}(?=\W*$)|ai (?:[a-z]+ ){{0,3}}{_MORE_OF}|{_MORE} (?:the nao|ra sao|bao nhieu|may)"),
        (Kind.DECISION, r"(?<!ket qua )(?:chi dao|quyet dinh|ket luan|giai quyet|co y kien|cho y kien|tra loi|phan hoi|giai dap|co dong y|co chap thuan|(?<!phan )(?<!nghi )quyet|xu ly|chot) (?:(?:nhu )?the nao|ra sao|lam sao|nhung gi|gi)"),
        # a part that bodies have, asked after by "ai": "đơn vị thường trực chương trình là ai"
        (Kind.LEAD_AGENCY, r"(?:don vi|co quan|bo phan|to chuc) (?:thuong truc|dau moi|chu tri|phoi hop|giup viec|tham muu|chu quan|chu dau tu|thuc hien|to chuc|theo doi|tong hop|tiep nhan)(?: [^?]{0,100})? la (?:ai|ben nao|dau)"),
        (Kind.LIST, r"doi tuong (?:[a-z]+ ){0,6}(?:la )?(?:ai|gi)|(?:gom|co|neu|chia|dua ra) (?:may|bao nhieu|bn) [^?,]{2,60}, (?:do |va )?(?:la|gom|bao gom) [^?,]{1,60}(?:nao|gi)"),
        (Kind.PERSON, r"ai (?:la nguoi )?chu tri (?:cuoc hop|hoi nghi|phien hop|buoi|le|hop)|(?:ong|ba|(?<!don )vi|lanh dao) nao|ai (?:duoc )?(?:thay mat|bau|bo nhiem|dieu dong|chi dinh)"
                      r"|ho (?:va )?ten|ten (?:cua )?nguoi|nguoi (?:chu tri|dung dau|dai dien|phu trach|ky|lien he) [^?]{0,60}la ai"),
        # "Thứ trưởng Bộ Y tế nào dự họp"; what an office orders is no person: "Chủ tịch giao việc nào"
        (Kind.PERSON, r"(?<!nhung )(?<!cac )(?:pho )?(?:thu truong|bo truong|thu tuong|chu tich|bi thu|giam doc|truong ban|vien truong|cuc truong)"
                      r"(?: (?!giao|yeu|chi|ky|de|quyet|phe|muon|cho|tinh nao|bo nao|so nao)[a-z]+){0,6}? nao (?:da |se |cung )?(?:du|tham du|chu tri|phat bieu|ket luan|ky|trinh bay|lam viec|tiep|dieu hanh|den|duoc giao|phu trach)"),
        (Kind.LIST, r"(?:gom|co|lay|moi|gui)(?: dai dien| lanh dao| thanh vien)* (?:cua )?(?:nhung|cac) (?:co quan|don vi|bo|so|ban|nganh|phong|tinh|to chuc)(?: \w+){0,3} nao (?:tham gia|lam (?:uy vien|thanh vien)|la (?:uy vien|thanh vien)|thuoc)"
                    r"|(?:nhung|cac) (?:co quan|don vi|bo|so|ban|nganh|tinh|dia phuong)(?: \w+){0,2} nao (?:da |duoc )?(?:cung(?! cap)|du|tham du|co mat|di cung)"),
        # "văn bản nào", "cán bộ nào", "chỉ số nào" ask for no body
        (Kind.LEAD_AGENCY, r"(?:co quan|don vi|(?<!can )bo|(?<!chi )(?<!con )(?<!(?<!c)ho )so|to dang|(?<!van )ban|nganh|to chuc|(?<!van )phong) nao"
                           r"|giao (?:cho )?(?:ai|co quan nao)|ai (?:chu tri|dau moi|chiu trach nhiem|phoi hop|theo doi|lam dau moi|lo|duoc giao"
                           rf"|thuc hien|{_DUTY})|(?:bao cao|gui|nop|trinh) [^?]{{0,80}}?(?:ve dau|cho ai|len dau)|don vi chu tri|co quan chu tri|ai chu tri|cq nao|do ai chu tri"),
        (Kind.LEAD_AGENCY, r"ai la (?:co quan|don vi|dau moi)|ben nao (?:lo|lam|chu tri|phu trach|chiu|thuc hien|quan ly|duoc giao|dung ra|dau moi)|ai (?:dung ra|phu trach|chiu|dam duong)"
                           r"|phan cong (?:cho )?ai|(?:trach nhiem|tham quyen|dau moi|viec|nhiem vu|phan) (?:[^?]{0,60} )?(?:thuoc ve ai|cua ai|thuoc ai|cua ben nao)"
                           r"|(?:cong an|mat tran|ubnd|phong|chi cuc|cuc|vu|vien|trung tam|truong|to|xa|phuong|huyen|doan the|hoi) nao (?:chu tri|phu trach|dau moi|lam|thuc hien|duoc giao|lo|chiu)"),
        (Kind.DEFINITION, r"hieu (?:ra sao|nhu nao|la sao)|giai thich [^?,]{2,80} la (?:lam |viec )?(?:gi|nhu the nao|the nao)\W*$"),
        (Kind.DEFINITION, r"viet tat (?:cua|cho|tu)|tu viet tat|ten day du|nghia la (?:gi|sao|the nao)|(?:duoc )?hieu (?:la|the nao la)(?: gi| the nao)?|hieu (?:nhu )?the nao|dinh nghia|khai niem"
                          r"|goi tat la gi|(?:^|(?<=, )|(?<=: ))(?:thi )?the nao (?:duoc goi )?la"),
        (Kind.DEADLINE, r"khi nao|luc nao|bao gio|(?:truoc )?(?:ngay|thang|quy|nam) (?:nao|may(?! (?:trieu|ty|ti|dong|nghin|ngan|tram|phan|diem)))|(?<!dung )(?<!qua )(?<!tre )han (?:chot|cuoi|hoan thanh|den|may|nao)|(?<!dung )(?<!qua )thoi han|thoi gian hoan thanh"
                        r"|(?:may|bao nhieu|bn) (?:ngay|tuan|thang|quy|nam) (?:mot|1|/) ?lan|(?:truoc|cham nhat|luc|vao|tu|den)(?: la| luc| vao)? (?:may|bao nhieu) gio"
                        r"|(?<!gap )(?<!bang )(?<!tang )(?<!giam )(?<!hon )(?<!thap )(?<!cao )(?<!nhieu )(?:may|bao nhieu|bn) lan(?! (?:so|hon)(?!\w))(?!\w)|(?:moi|mot|hang) (?:nam|quy|thang|tuan) [^?]{0,80}(?:may|bao nhieu|bn) (?:lan(?! (?:so|hon))|ky|phien|buoi)(?!\w)"
                        rf"|{_LENGTH}|cham nhat|den (?:het )?thang may|xong (?:truoc|khi)"),
        (Kind.DEADLINE, r"chung nao|bao lau|(?<!gioi )han (?:nop|gui|bao cao|trinh|xong|ket thuc)|(?:thoi diem|giai doan|thoi gian|dip|moc) nao|(?:ngay|thang|quy) may(?! (?:trieu|ty|ti|dong|nghin|ngan|tram|phan|diem))(?= |\W*$)"),
        (Kind.PERSON, r"ai (?:la|ky|phat bieu|trinh bay|doc|dieu hanh|dieu khien|du|tham du|khai mac|be mac|tra loi|tiep|gap|ket luan|dung dau|giu|dam nhiem|lanh dao|cam dau|(?:se |duoc cu |duoc giao )?lam (?:pho )?(?:truong|to truong|chu tich|bi thu|giam doc|chu nhiem|thu ky|doi truong))|do ai (?:ky|dung dau|lanh dao|cam dau|phu trach chinh|lam)|la ai|nguoi nao|(?:dong chi|d/c) nao|nguoi ky|ten (?:la )?gi|giu chuc(?: vu)? gi"),
        (Kind.LIST, rf"(?:gom|bao gom|co) nhung|nhung [^?]{{2,60}} nao|ke ten|liet ke|cac [^?]{{2,40}} nao|neu (?:cac|nhung)|danh sach"
                    rf"|{_COUNT} (?!nam |thang |ngay |quy )(?:[a-z]+ ){{1,6}}?(?:nao|gi)|^{_COUNT} (?!nam |thang |ngay |quy )[^?]{{2,80}} la gi"),
        (Kind.LIST, r"ke (?:ra|het|cac|nhung|dum|giup)|(?:hay )?neu (?:ra |ro )?(?:cac|nhung|hai|ba|bon|nam|sau|bay|tam|chin|muoi|\d{1,2})(?= )|(?:cho biet|cho xem) (?:cac|nhung|danh)"
                    r"|(?:gom|bao gom|co) (?:nhung |cac )?(?:gi|ai|nguoi nao)(?= |\W*$)|la nhung (?:gi|ai)|nhung [a-z]+ (?:gi|ai)(?= |\W*$)"),
        (Kind.RESULT, r"da (?:(?:lam )?xong|dat|hoan thanh|duoc|co|giai ngan|thuc hien|mo|xay|trien khai|to chuc|giai quyet)[^?]*(?:bao nhieu|may|bn)|ket qua|dat duoc (?:bao nhieu|may)|hien (?:dat|co)|thuc te"
                      r"|uoc dat|giai ngan|(?:da|duoc) [^?]*(?:bao nhieu|may phan tram)"),
        (Kind.TARGET, r"bao nhieu|(?:muc|den|duoi|tren) (?:nao|may)|(?<!\w)(?:bn|bnhieu|bao nhiu) ?%|xep thu may|may (?:phan tram|%|trieu|ty|ti|dong|nghin|ngan|tuyen|doanh nghiep)|muc tieu|chi tieu|phan dau|toi thieu|dat muc nao|ty le|ti le|la may"),
        (Kind.TARGET, r"(?:xep|dung) (?:hang|thu) (?:may|bao nhieu)|hang may|(?:it nhat|toi thieu|toi da|co|duoc|dat|trong|them|xay|mo|lap|cho|nhom|khoang|con) may (?!ngay|thang|nam|quy|moc|tinh|bay)[a-z]+"),
        (Kind.DECISION, r"quyet dinh gi|ket luan (?:ra sao|the nao|gi)|thong nhat gi|chi dao (?:gi|ra sao)|thay the|bang (?:loai )?van ban nao|hieu luc"),
        (Kind.DEFINITION, rf"^(?:(?:theo|trong) [^,?]{{3,80}}, (?:thi )?)?(?!(?:{_ATTRIBUTES})(?!\w))(?:[^\s,;:?]+ ){{1,8}}la (?:(?:cai |(?:mot )?(?:loai|kieu|dang)(?: [a-z]+){{0,3}} )?(?:gi|nhu the nao))"
                          r"(?: (?:theo|trong) [^,?]{3,80})?\W*$"),
        # What follows has no word that asks for its kind, or hardly one: what it is about tells what is wanted.
        (Kind.DECISION, r"(?:yeu cau|giao|chi dao|de nghi|cho phep|thong nhat|dong y|chap thuan|ket luan|quyet dinh|dieu chinh|xu ly|bai bo|sua doi|bo sung|phe duyet|quyet nghi|nghi quyet) "
                        r"(?:[^?]{0,80} )?(?:gi|the nao|ra sao|nhu nao|ntn)(?=\W| cho | voi | doi | ve | o | tai )|co (?:dong y|cho phep|chap thuan|thong nhat|nhat tri) [^?]{2,120} (?:khong|ko|k)(?=\W*$)"
                        r"|^(?:chi dao|y kien|quyet dinh|ket luan) (?:cua|ve|doi voi)(?= )"),
        (Kind.DEADLINE, r"^(?:han(?! quoc)|thoi diem|moc|lo trinh|tien do)(?= )|lo trinh [^?]{0,80}(?:the nao|ra sao|ntn)"),
        (Kind.PERSON, r"^ai (?:da |se )?(?:trao|tang|noi|cho rang|nhan manh|khang dinh|neu|gioi thieu|tham|lam viec|viet|bien soan|chup|dan dau|thay)"),
        (Kind.PERSON, r"^(?:nguoi (?:dung dau|chu tri|dai dien|phu trach|ky|lien he)|(?:chu tich|bi thu|giam doc|truong ban|to truong|vien truong|chanh van phong) (?![^?]*(?:yeu cau|chi dao|giao|quyet dinh)))"),
        (Kind.LEAD_AGENCY, r"^(?:co quan|don vi) (?:chiu trach nhiem|thuong truc|dau moi|tham muu|thuc hien|phoi hop|phu trach|chu quan)"),
        (Kind.TARGET, r"^(?:so (?!hieu|ky hieu|dien thoai|van ban|quyet dinh|nghi quyet|ke hoach|cong van|fax)|tong (?:so|von|muc|kinh phi|dien tich)|quy mo|san luong|dien tich|kinh phi|muc (?:von|ho tro|dau tu|chi|thu|phat))"),
        (Kind.LIST, r"^(?:nhung|cac|toan bo|tat ca|danh muc)(?= )"),
        # "ai phát động", "ai thẩm tra": who does something, beside what only persons do; "ai được hưởng" asks for whom it is done
        (Kind.LEAD_AGENCY, r"(?:^|[,:;] |(?<!\w)(?:do|thi|hoi|biet|quy dinh|neu) |^theo [^,?]{3,80} )ai (?!cung|do|ma|het|khac|nua|duoc|bi|co|thuoc|khong|chua|hay|va|hoac|trong|tai|tao)[a-z]{2,}"),
    )
)  # fmt: skip
# Words that ask or join and say nothing of what is asked for.
_ASKING = re.compile(
    r"(?<!\w)(?:(?:bao nhiêu|mấy|bn)(?: phần trăm| ?%| tiền)?|(?:xếp )?(?:thứ|hạng) (?:mấy|bao nhiêu|bn)|nhiều nhất|như thế nào|thế nào|ra sao|những gì|là gì|ở đâu|khi nào|bao giờ|bao lâu|chừng nào|lúc nào|hay không|không(?=\s*\?*$)|"
    r"(?:cơ quan|đơn vị|bộ|sở|ban|ngành|ngày|tháng|năm|quý|mức|nơi|người|văn bản|loại|cái|việc|điều) nào|là ai|ai|nào|gì|"
    r"cho (?:tôi )?biết|hãy|xin|vậy|thì|là|theo|về|của|và|các|những|cho|trong|ở|tại|với|được|phải|bị|đã|sẽ|có|để|do|từ|này|đó|bằng|đạt|rồi)(?!\w)"
)

# "điều chỉnh mấy dự án"; without its marks the word may be a machine or luck.
_HOW_MANY = re.compile(r"(?<!\w)mấy (?!ngày|tháng|năm|quý|mốc)[^\W\d_]")
_ENOUGH = 5  # words beside a document's number; with fewer the document itself is asked for: "ai ký Nghị quyết 57"


def kind_of(question: str) -> Kind:
    """What a question asks for, by the words it asks with."""
    kind = _kind(_first_asked(folded(matching_form(question))), ())
    return Kind.TARGET if kind is Kind.LOOKUP and _HOW_MANY.search(matching_form(question)) else kind


def kind_beside(question: str) -> Kind:
    """What a question asks for beside what it compares or finds in disagreement: of "vì sao chỉ tiêu khác nhau" the aim."""
    return _kind(folded(matching_form(question)), (Kind.COMPARE, Kind.CONFLICT))


def _kind(plain: str, apart_from: Sequence[Kind]) -> Kind:
    found = (kind for kind, pattern in _KINDS if kind not in apart_from and pattern.search(plain))
    return next(found, Kind.LOOKUP)


_ASKS = re.compile(r"(?<!\w)(?:bao nhieu|may|bn|nao|ai|khi nao|bao gio)(?!\w)")


_NAMELY = re.compile(
    r"(?:, |: |\? ?)(?:do |va )?(?:la |gom |bao gom |cu the (?:la )?)?(?:(?:nhung|cac) [^,?]{0,40}(?:nao|gi|ai)|ke ten|liet ke|gi\W*$)|, (?:do |va )?(?:la|gom|bao gom) [^,?]{1,40} nao\W*$"
)


def _first_asked(plain: str) -> str:
    """Of a question that asks several things, one after a comma, the part up to the first that is asked.

    "có mấy nhóm, là những nhóm nào" asks for the groups.
    """
    if _NAMELY.search(plain):
        return plain
    pieces = plain.split(", ")
    asking = [n for n, piece in enumerate(pieces) if _ASKS.search(piece)]
    return ", ".join(pieces[: asking[0] + 1]) if len(asking) > 1 else plain


def content_of(question: str) -> tuple[str, ...]:
    """Terms that carry meaning; all terms where none does."""
    bare = _ASKING.sub(lambda m: m[0] if question.startswith("BN", m.start()) else " , ", matching_form(question))
    return tuple(dict.fromkeys(terms(bare))) or tuple(dict.fromkeys(terms(question)))


def content_beside(question: str, named: Sequence[Span]) -> tuple[str, ...]:
    """Terms that carry meaning beside the numbers of documents, which say where to look; all that do where there are few."""
    rest = question
    for span in reversed(named):
        rest = f"{rest[: span.start]} , {rest[span.end :]}"
    beside = content_of(rest) if any(c.isalpha() for c in rest) else ()
    return beside if sum(" " not in term for term in beside) >= _ENOUGH else content_of(question)
