"""Whether a question asks who signed a document, however it says so."""

import re

from corpus.text import folded, matching_form
from corpus.types import Span

_OFFICE = (
    r"lanh dao|can bo|dong chi|d/c|nguoi|vi|ong|ba|(?:pho )?(?:chu tich|bi thu|giam doc|tong giam doc|bo truong|thu tuong|chanh van phong|cuc truong|vu truong|tong bi thu|truong ban)"
    r"|thu truong"
)
_WHO = rf"(?:ai|(?:{_OFFICE})(?: [^\W\d_]+){{0,8}}? nao)"
# "ký" without its mark is "kỳ", "kỷ", "kĩ", too; and not all that is signed is a document that is issued.
_SIGNS = (
    r"(?<!nhiem )(?<!dinh )(?<!chu )(?<!thoi )(?<!the )(?<!thu )(?<!dang )(?<!hoc )(?<!ngay )(?<!trinh )(?<!luu )(?<!so )(?<!giua )(?<!dau )(?<!cuoi )(?<!cung )(?<!tung )(?<!bat )"
    r"ky(?! (?:hop|luat|niem|thuat|nang|ket|cuong|quy(?! (?:dinh|che|trinh|hoach|uoc))|thi|hieu|so(?! \d)|hop dong|cam ket|giao uoc|thoa thuan|bien ban|nhan|ten mien|yeu|truoc|sau|dai hoi|gui)(?!\w))(?!\w)"
)
_ASKED = re.compile(
    rf"(?<!\w)(?:(?:do|boi) )?{_WHO} (?:[^\s?,;]+ ){{0,8}}?(?P<first>{_SIGNS})(?: (?:ten|ban hanh|phe duyet|duyet|thay))?(?!\w)"
    rf"|(?<!\w)(?:ten )?nguoi (?:da |dung ten |dat but )?(?P<second>{_SIGNS})(?: (?:ten|ban hanh|duyet))?(?: (?:la ai|la))?(?!\w)"
    rf"|(?<!\w)(?P<third>{_SIGNS})(?: ten)? (?:boi|la) {_WHO}(?!\w)"
    rf"|(?<!\w)(?:mang |co |la )?(?:chu (?P<fourth>ky)|but tich) (?:cua )?{_WHO}(?!\w)"
)
# Marks that were put back by the words around may be wrong: "kỳ kế hoạch".
_SOME_DOCUMENT = re.compile(
    r" (?:ban hanh |ban |van ban |cai )?(?:nghi quyet|quyet dinh|ke hoach|chuong trinh|thong bao|ket luan|chi thi|cong dien|cong van|huong dan|bao cao|to trinh|nghi dinh|thong tu|quy che|quy dinh)(?!\w)"
)


def signer_asked(question: str) -> Span | None:
    """Where a question asks who signed something; None where it asks that of nothing."""
    form = matching_form(question)
    plain = folded(form)
    for match in _ASKED.finditer(plain):
        at = next((match.start(name) for name in ("first", "second", "third", "fourth") if match[name]), -1)
        if at < 0 or form == plain or form[at : at + 2] == "ký" or _SOME_DOCUMENT.match(plain, at + 2):
            return Span(*match.span())
    return None
