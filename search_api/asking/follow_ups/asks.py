"""The other things that a follow-up asks for about the topic of the question before it, and how they are asked."""

import re
from enum import StrEnum


class Ask(StrEnum):
    """The other thing that is asked for."""

    SIGNER = "signer"
    ISSUED = "issued"
    COORDINATE = "coordinate"
    LEAD = "lead"
    DEADLINE = "deadline"
    PRODUCT = "product"
    COST = "cost"
    RESULT = "result"
    TARGET = "target"


# Patterns of what a follow-up asks are without diacritics.
_BODY = r"(?:co quan|don vi|so|bo|ban|nganh|phong|to chuc|dia phuong|cq)(?:, (?:so|ban|nganh|bo))* nao"
_ROLE = r"(?:lam )?(?:chu tri|dau moi|phu trach|theo doi|chiu trach nhiem|tham muu|thuc hien|chi dao|lo|lam)"
_DAY = r"(?:khi nao|bao gio|luc nao|(?:ngay|thang|quy|nam|hom) (?:nao|may|bao nhieu))"
_UNTIL = r"(?:(?:truoc|cham nhat|muon nhat|vao|den|trong|la|thi|tu) ){0,3}"
_MANY = r"(?:bao nhieu|bao nhiu|may|bn)(?: ?%| phan tram)?"
_HOW = r"(?:nhu the nao|the nao|ra sao|den dau|toi dau|sao)"
ASKS: tuple[tuple[Ask, re.Pattern[str]], ...] = tuple(
    (ask, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"))
    for ask, pattern in (
        (Ask.SIGNER, r"(?:do )?ai (?:la nguoi )?(?:da )?ky(?: ban hanh)?|nguoi ky(?: la ai)?|ky boi ai"),
        (Ask.ISSUED, rf"(?:duoc )?(?:ky|ban hanh|ra doi) (?:vao )?{_DAY}|{_DAY} (?:duoc )?(?:ky|ban hanh)|ngay ban hanh(?: la ngay nao)?"),
        (Ask.COORDINATE, rf"(?:nhung ai|ai|{_BODY})(?: se| phai| cung)? (?:tham gia )?phoi hop(?: thuc hien)?|phoi hop (?:voi|cung) (?:nhung )?(?:ai|{_BODY})"
                         rf"|(?:co quan|don vi) phoi hop(?: la)?(?: nhung)?(?: ai| gi| {_BODY})?"),
        (Ask.LEAD, rf"(?:do |giao (?:cho )?|duoc giao (?:cho )?)?(?:ai|{_BODY})(?: la| se| phai)?(?: duoc giao)? {_ROLE}(?: chinh)?|(?:do |giao (?:cho )?)(?:ai|{_BODY})"
                   rf"|{_BODY}|(?:co quan|don vi) (?:chu tri|dau moi|phu trach)(?: la)?(?: ai| gi| {_BODY})?"),
        (Ask.DEADLINE, rf"(?:thoi )?han (?:chot |cuoi |hoan thanh |xong |nop |bao cao )?{_UNTIL}(?:{_DAY}|may)|(?:phai |can )?(?:hoan thanh |xong |lam xong ){_UNTIL}{_DAY}"
                       rf"|{_UNTIL}{_DAY}(?: (?:thi |moi |phai |can |la )?(?:xong|hoan thanh|het han|phai xong))?|thoi (?:han|gian hoan thanh)(?: la)?(?: bao lau| the nao)?|han chot"),
        (Ask.PRODUCT, r"san pham (?:la )?(?:gi|the nao)|dau ra (?:la )?gi"),
        (Ask.COST, r"(?:het |ton |can )?(?:bao nhieu tien|kinh phi (?:la )?(?:bao nhieu(?: tien)?|the nao|ra sao)|bao nhieu (?:ty|trieu)(?: dong)?)|tong kinh phi(?: la)?(?: bao nhieu)?"),
        (Ask.RESULT, rf"ket qua(?: thuc hien| dat duoc)?(?: la)?(?: {_HOW}| {_MANY}| gi)?|(?:(?:da|hien nay|hien|den nay|toi nay|thuc te) ){{1,3}}(?:(?:dat|duoc|lam|thuc hien|hoan thanh) )?(?:duoc )?(?:{_MANY}|{_HOW})(?: roi| chua)?"
                     rf"|dat (?:duoc )?{_MANY} (?:roi|chua)|(?:thuc hien|lam|trien khai) {_HOW}(?: roi)?|(?:da )?(?:dat|xong|hoan thanh) chua|(?:den|toi) dau roi|tien do {_HOW}"),
        (Ask.TARGET, rf"(?:muc tieu|chi tieu|phan dau|chi tieu giao)(?: dat ra| de ra)?(?: dat)?(?: la)? (?:{_MANY}|{_HOW}|gi)|(?:phai|can) dat {_MANY}"),
    )
)  # fmt: skip
