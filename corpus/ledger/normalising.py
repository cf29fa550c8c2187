"""One form for the many wordings of an indicator or a task, so that the same thing is found in several documents.

"Tỷ trọng kinh tế số", "Quy mô kinh tế số đạt tối thiểu" and "phấn đấu kinh tế số chiếm" are one indicator when all are shares.
"""

import re
from functools import lru_cache

from corpus.facts import Target
from corpus.grammar.abbreviations import expanded
from corpus.text import matching_form
from corpus.types import value


@value
class IndicatorKey:
    """Words that carry the meaning, and the kind of figure: a share, a rank, an amount of money, or what is counted."""

    words: frozenset[str]
    unit: str

    @property
    def tells(self) -> bool:
        """Whether the words are enough to know the indicator by: one word alone ("diện tích", "kinh phí") is said of many things."""
        return len(self.words) > 2 or any("_" in word for word in self.words)


_MEASURES = r"tỷ lệ|tỷ trọng|quy mô|tốc độ|số lượng|chỉ số|mức độ|tổng số|năng suất|giá trị"
# A long lead-in before the indicator: "Sở X chủ trì xây dựng phương án đưa tỷ trọng kinh tế số"
_LEAD_IN = re.compile(
    matching_form(rf"^.{{12,}}?(?<!\w)(?:đưa|nâng|để|phấn đấu|bảo đảm|giảm|trong đó)(?= (?:{_MEASURES})(?!\w))")
)
_BRACKETS = re.compile(r"\([^()]{0,80}\)")
_YEARS = re.compile(
    matching_form(
        r"(?:(?:vào|đến|từ|trong|tính đến|đến hết|đến cuối)\s){0,2}(?:(?:hết|cuối|đầu) )?(?:năm|giai đoạn|quý|tháng|thời kỳ|nhiệm kỳ)\s[\dIVXivx/ –-]+"
    )
)
_ORDINAL = re.compile(r"^\W*\d{1,2}(?:\.\d{1,2})*\s?[.)/-]\s?")  # of an item
_FIGURES = re.compile(r"\d+[.,/]\d[\d.,/]*|(?:19|20)\d\d|\d{4,}|\d+\s?%")  # "15 tuổi" tells, "27,5" and "2025" do not
_BASE = re.compile(r"(?<!\w)(?:g[rd]?dp|grdp)(?!\w)")
_SYNONYMS = tuple(
    (re.compile(rf"(?<!\w)(?:{matching_form(words)})(?!\w)"), matching_form(one))
    for words, one in (
        ("tỉ", "tỷ"),
        ("bình quân (?:trên )?(?:mỗi |một )?(?:đầu )?người(?: dân)?|(?:tính )?(?:trên|theo) (?:mỗi |một )?đầu người|(?:tính )?(?:trên )?mỗi người dân", "bình_quân_đầu_người"),
        ("(?:mức |tốc độ |tỷ lệ )?(?:tăng )?(?:chỉ số giá tiêu dùng|cpi)(?: bình quân)?|(?:tỷ lệ )?lạm phát", "lạm_phát"),
        ("đảm bảo", "bảo đảm"),
        ("hồ sơ (?:giải quyết )?thủ tục hành chính|hồ sơ tthc", "hồ sơ"),
        ("năng suất (?:các )?(?:nhân tố|yếu tố) tổng hợp|tfp", "tfp"),
        ("khoa học,? (?:và )?công nghệ(?:,? (?:và )?đổi mới sáng tạo)?(?:,? (?:và )?chuyển đổi số)?", "khoa_học_công_nghệ"),
        ("nghiên cứu(?: khoa học)?,? (?:và )?phát triển(?: công nghệ)?|r&d|r & d", "nghiên_cứu_phát_triển"),
        ("(?:tổng )?(?:mức )?(?:kinh phí chi|kinh phí|đầu tư (?:của )?toàn xã hội|chi) (?:cho |dành cho )?nghiên_cứu_phát_triển", "chi_nghiên_cứu_phát_triển"),
        ("tốc độ tăng(?: trưởng)?|tăng trưởng(?: kinh tế)?", "tăng"),
        ("năng suất lao động xã hội", "năng suất lao động"),
        ("ngân sách nhà nước|nsnn", "ngân sách"),
        ("người dân|công dân|nhân dân", "người dân"),
        ("trực tuyến toàn trình|toàn trình|mức độ 4", "toàn_trình"),
        ("dịch vụ công trực tuyến", "dịch_vụ_công_trực_tuyến"),
        ("hộ gia đình", "hộ"),
        ("chất thải rắn sinh hoạt|rác thải sinh hoạt", "rác_thải"),
        ("cán bộ,? công chức(?:,? viên chức)?", "cán_bộ"),
    )
)  # fmt: skip
# Words that do not tell one indicator from another: measures, verbs of aiming, comparators, whose it is, joints.
_EMPTY = frozenset(
    matching_form(
        """tỷ lệ trọng quy mô mức độ số lượng tổng chỉ tiêu mục đạt chiếm phấn đấu bảo đảm duy trì nâng đưa lên xuống ở khoảng trên dưới hơn ít nhất tối thiểu đa không quá từ trở và
        của các những trong về cho được có là với tại theo đến năm hằng hàng bình quân trung toàn cả nước tỉnh thành phố xã phường thị huyện quận địa phương quốc gia đất ta bàn việt nam
        đã phải cần thực hiện hoàn mỗi một này đó do để ước so lại cùng kỳ thời gian điểm phần trăm giai đoạn nhóm hạng thứ xếp đứng thuộc vào mới thêm như sau bằng cơ bản trở_lên bố trí dần còn"""
    ).split()
)
# Empty alone, yet part of names of things: taken away only where the word beside is no partner.
_PAIRS = re.compile(
    matching_form(
        r"(?<!\w)(?:chuyển đổi số|kinh tế số|xã hội số|chính quyền số|chính phủ số|công dân số|dữ liệu số|hạ tầng số|công nghệ số|chữ ký số|nền tảng số|kỹ năng số|định danh số|tài khoản số|"
        r"xã hội|nông thôn mới|đổi mới|hàng hóa|thành thị|dân số|thị trường|thời gian|điểm|trung tâm|trung học|trung cấp|quốc tế|xuất nhập khẩu|xuất khẩu|nhập khẩu|hiện đại|thành viên|độ tuổi|hộ nghèo|cận nghèo|"
        r"đô thị|cơ sở|cơ quan|nước sạch|điện nước|hoàn thành|trung ương|trở lên|nông nghiệp|công nghiệp)(?!\w)"
    )
)
_WORD = re.compile(r"\w+")
_GROWTH = re.compile(matching_form(r"(?<!\w)(?:tăng trưởng|tốc độ tăng|tăng|giảm|cắt giảm)(?!\w)"))


_SHORT = re.compile(r"[^\W\d_a-zà-ỹ]{2}|&")


def _full(words: str) -> str:
    """Words without abbreviations; most have none, and to look is dear."""
    return expanded(words) if _SHORT.search(words) else words


def indicator_key(target: Target) -> IndicatorKey:
    """The key of an indicator; equal keys mean the same thing."""
    return IndicatorKey(_words(target.indicator), unit_kind(target.unit))


def names_of_things(words: str) -> frozenset[str]:
    """The compounds among words that name what is measured ("kinh_tế_số", "hộ_nghèo"): a figure of another thing is another figure."""
    return frozenset(word for word in _words(words) if "_" in word)


@lru_cache(1 << 16)
def _words(indicator: str) -> frozenset[str]:
    form = matching_form(_full(_BRACKETS.sub(" ", indicator)))
    head, _, rest = form.rpartition(": ")
    form = rest if head and len(rest.split()) > 1 else form
    form = _LEAD_IN.sub("", _ORDINAL.sub("", form))
    for pattern in (_YEARS, _FIGURES, _BASE):
        form = pattern.sub(" ", form)
    for pattern, one in _SYNONYMS:
        form = pattern.sub(one, form)
    form = _PAIRS.sub(lambda m: m[0].replace(" ", "_"), form)
    words = [word for word in _WORD.findall(form) if word not in _EMPTY]
    return frozenset(words)


@lru_cache(4096)
def unit_kind(unit: str) -> str:
    """What kind of figure a unit makes: "%", "hạng", "đồng", else the thing counted; thousands and millions do not matter."""
    form = matching_form(_full(unit)).strip()
    if not form:
        return ""
    if "điểm" in form and "%" in form:
        return "điểm %"
    if "%" in form:
        return "%"
    if re.search(matching_form(r"(?<!\w)(?:đồng|usd|vnđ|đô la)(?!\w)"), form):
        return "đồng"
    return re.sub(matching_form(r"^(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)\s+"), "", form).split("/")[0].strip()


def base_key(target: Target) -> str:
    """What a share is a share of, "" where it is not said. GDP and GRDP are the same base: of the country, of a place."""
    form = matching_form(f"{target.base} {target.indicator}")
    if _BASE.search(form) and (not target.base or _BASE.search(matching_form(target.base))):
        return "gdp"
    return " ".join(sorted(_words(target.base)))


_NUMBERING = re.compile(r"^\W*(?:\d{1,3}(?:\.\d{1,3})*|[ivxlc]{1,5}|[a-zđ])?[.)]\s+")


@lru_cache(1 << 16)
def task_words(task: str) -> tuple[str, ...]:
    """The words of a task in one form, without its number and its punctuation."""
    return tuple(_WORD.findall(_NUMBERING.sub("", matching_form(task))))


_SCALES = {"nghìn": 1e3, "ngàn": 1e3, "vạn": 1e4, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9}


def amount(target: Target) -> tuple[float, ...] | None:
    """The figure in its smallest unit: 25.000 "tỷ đồng" and 25 "nghìn tỷ đồng" are the same; None where there is none."""
    if target.value is None:
        return None
    scale = 1.0
    for word in matching_form(target.unit).split():
        scale *= _SCALES.get(word, 1.0)
    values = target.value if isinstance(target.value, tuple) else (target.value,)
    return tuple(round(one * scale, 6) for one in values)
