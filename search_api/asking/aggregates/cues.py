"""The words by which a question that counts or lists is known, without marks: so it may be typed."""

import re
from collections.abc import Mapping

from corpus.facts import FactKind
from search_api.asking.aggregates.wanted import Form, Standing

_TYPES = r"quyet dinh|nghi quyet|ke hoach|chuong trinh|chi thi|thong bao|ket luan|nghi dinh|thong tu|huong dan|quy dinh|quy che|van ban"
_BEFORE = r"bao nhieu|bao nhiu|may|bn|nhung|(?:tat ca |toan bo )?(?:cac|moi)|tat ca|toan bo|(?:tong )?so luong|tong so|danh sach|danh muc"


def _noun(words: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?P<before>{_BEFORE}) )?(?:(?:cac|nhung) )?(?P<noun>{words})(?: (?:cu the|duoc giao))?"
        r"(?:(?:,| va| hay| hoac) (?P<beside>[a-z]+(?: [a-z]+){0,2}?)(?= (?:nao|gi)(?!\w)))?(?: (?P<after>nao|gi))?(?!\w)"
    )


# What is asked for. "Việc" says as much only where it is asked with: "những việc gì".
NOUNS: Mapping[FactKind, re.Pattern[str]] = {
    FactKind.ASSIGNMENT: _noun(
        r"nhiem vu|dau viec|cong viec|nv|(?:mang|phan) viec|viec(?= (?:gi|nao)(?!\w))|(?<=nhieu )viec|(?<=may )viec"
        r"|(?:lam|thuc hien|xu ly)(?= (?:nhung )?gi(?!\w))"
    ),
    FactKind.TARGET: _noun(r"chi tieu|muc tieu"),
    FactKind.DECISION: _noun(_TYPES),
}
DOING = frozenset(("lam", "thuc hien", "xu ly"))  # "… giao Sở Y tế làm gì": of one body and one document its tasks
COUNTED = re.compile(r"bao nhieu|bao nhiu|may|bn|so luong|tong so")
COUNTING = re.compile(r"(?<!\w)(?:dem|thong ke so|tong cong)(?!\w)")
LISTING = re.compile(
    r"(?<!\w)(?:(?:hay )?(?:cho (?:toi |em |anh |minh )?(?:biet|xem)|liet ke|ke ten|ke ra|(?<!cuc )thong ke|tong hop|neu|loc|tim)|danh sach|danh muc)(?!\w)"
)
RANKED = re.compile(
    r"(?<!\w)(?P<who>(?P<among>co quan|don vi|so|bo|xa|phuong|so nganh|bo nganh|nganh|ai)(?: nao)?) (?:[\w,]+ ){0,6}?(?P<most>nhieu)(?: \w+){1,8}? (?P<last>nhat)(?!\w)"
)
# What a body has to do with the things.
LEADING = re.compile(
    r"(?<!\w)(?:(?:duoc |dc |bi )?(?:(?<!ton )(?<!binh )giao(?! dich| thong| duc| luu| tiep| thuong| dat| vien| an| trinh| khoa)|phan cong)(?: nhiem vu)?(?: cho)?|(?:duoc giao )?(?:chu tri|phu trach|dam nhan|lam dau moi|dau moi|tham muu|chiu trach nhiem|theo doi|danh gia|don doc|thuc hien|tiep nhan|nhan ve|(?:nhan|lo)(?= (?:nhung|cac|may|bao nhieu|viec)(?!\w)))"
    r"|(?:bi |duoc )?yeu cau(?: phai)?(?: (?:lam|thuc hien))?|(?:lam|xu ly|giai quyet|thuc hien)(?= (?:nhung |cac )?viec (?:gi|nao)))(?!\w)"
)
TAKING_PART = re.compile(r"(?<!\w)(?:cung )?(?:phoi hop(?: (?:voi|cung|thuc hien))?|tham gia)(?!\w)")
CONCERNED = re.compile(r"(?<!\w)co lien quan(?: den)?(?!\w)")
STANDINGS: Mapping[FactKind, tuple[tuple[Standing, re.Pattern[str]], ...]] = {
    FactKind.ASSIGNMENT: (
        (Standing.SOON, re.compile(r"(?<!\w)(?:sap|gan|chuan bi) (?:den|toi|het) (?:thoi )?han(?!\w)")),
        (Standing.OVERDUE, re.compile(r"(?<!\w)(?:(?:da |dang |bi )?(?:qua|tre) (?:thoi )?han|da het han)(?!\w)")),
    ),
    FactKind.TARGET: (
        (Standing.UNMET, re.compile(r"(?<!\w)(?:con )?(?:chua|khong) (?:the )?(?:dat(?: duoc)?|hoan thanh|ve dich|dat yeu cau)(?!\w)(?: (?:ke hoach|muc tieu|de ra|yeu cau))?")),
        (Standing.MET, re.compile(r"(?<!\w)da (?:dat(?: duoc)?|hoan thanh|ve dich)(?!\w)(?: (?:ke hoach|muc tieu|de ra|yeu cau))?")),
    ),
    FactKind.DECISION: (),
}  # fmt: skip
DUE = re.compile(r"(?<!\w)(?:den|toi) han(?!\w)(?! (?:nao|may|khi|ngay))")
ACTIONS = re.compile(
    r"(?<!\w)(?:da )?(?P<passive>bi |duoc )?(?P<verb>thay the|bai bo|huy bo|het hieu luc|sua doi(?:,? bo sung)?)(?:(?: (?:hoac|hay|va)|,|/) ?(?P<other>thay the|bai bo|huy bo|het hieu luc))?(?: cho)?(?!\w)"
)
ABOUT = re.compile(
    r"(?<!\w)(?:(?:co )?lien quan (?:den|toi)|(?:trong|thuoc) (?:linh vuc|nhom|mang)|linh vuc|nhom|ve|doi voi)(?!\w)"
)
# Asked on about the same things: what an item says anyway.
BESIDES = re.compile(
    r"(?<!\w)(?:va |, ?)?(?:(?:do |giao )?(?:ai|co quan nao|don vi nao|so nao|bo nao) (?:chu tri|phu trach|lam|thuc hien|theo doi)|(?:thoi )?han (?:chot |cuoi )?(?:la |den |vao )?(?:khi nao|bao gio|ngay nao|thang nao)"
    r"|(?:do |cu the )?(?:la|gom)(?: nhung| cac)?(?: nhiem vu| viec| dau viec| chi tieu| muc tieu| van ban)?(?: cu the)? (?:gi|nao))(?!\w)"
)
# Where in its document a thing is to stand: in the annex, or in another table.
ANNEX = re.compile(
    rf"(?<!\w)(?:(?:trong|tai|theo|o|thuoc) )?(?:(?:phu luc|pl)(?: ?(?:so )?(?:\d{{1,2}}|[ivx]{{1,4}}))?(?: kem theo)?(?!\w)"
    rf"|danh muc(?: nhiem vu| cong viec)?(?: kem theo)?(?: cua)?(?= (?:{_TYPES}) (?:so )?\d))"
    r"|(?<!\w)(?:trong|tai|theo|o|thuoc) (?:bang|bieu|danh muc)(?: (?:phan cong|tong hop|ban giao|nhiem vu|cong viec|chi tieu|kem theo))*(?!\w)"
)
# Said of a deadline: without it a year says when things are done, or whose year's plan is meant.
TIMED = re.compile(r"(?<!\w)(?:han|xong|hoan thanh|truoc|het nam|cham nhat|muon nhat)(?!\w)")
HERE = re.compile(
    r"(?<!\w)(?:trong|o) (?:kho|so|co so du lieu|he thong)(?: (?:nay|du lieu|van ban|nhiem vu|phan cong|theo doi|chi tieu))?(?!\w)"
)
# What stands beside a time or a task and says nothing more; then words that only join.
FILLING = re.compile(
    r"(?<!\w)(?:(?:can |phai )?(?:hoan thanh|xong)|(?:co |thoi )?han(?= (?:trong|vao|den|truoc|la|cuoi|chot|quy|thang|nam|ngay)|\W*$)|thoi (?:gian|han)|cho biet|hien (?:nay|tai)"
    r"|tinh den(?: nay)?|(?:da |duoc )?(?:dat|de) ra|thuc hien|trien khai|con lai|dang co|hay|khi (?:tong|so) ket)(?!\w)"
)
EMPTY = frozenset(
    [
        "là",
        "thì",
        "mà",
        "của",
        "trong",
        "tại",
        "ở",
        "có",
        "được",
        "phải",
        "cần",
        "sẽ",
        "đã",
        "đang",
        "bị",
        "theo",
        "và",
        "hoặc",
        "hay",
        "cùng",
        "với",
        "cho",
        "do",
        "để",
        "từ",
        "ta",
        "mình",
        "tôi",
        "anh",
        "em",
        "ạ",
        "nhé",
        "vào",
        "đến",
        "trước",
        "hết",
        "cuối",
        "đạt",
        "làm",
        "khi",
        "này",
        "các",
        "những",
        "nào",
        "gì",
    ]
)
TIME_WORDS = frozenset(["ngay", "thang", "quy", "nam", "khi", "luc", "tuan", "gio"])


def form_of(counted: bool, ranked: bool) -> Form:
    """How the answer is wanted."""
    return Form.RANKING if ranked else Form.COUNT if counted else Form.LIST
