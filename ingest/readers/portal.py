"""What portals put around a document: metadata, notices, captions, lists of related documents. It is left out and remembered."""

import re
from collections.abc import Sequence

from corpus.text import mended

_LABEL = re.compile(
    r"^(?:số hiệu|loại văn bản|nơi ban hành|người ký|ngày ban hành|ngày hiệu lực|ngày công báo|số công báo|tình trạng|lĩnh vực, ngành)\s*:$",
    re.IGNORECASE,
)
_LONGEST_FIRST_CELL = 300  # characters between the bar behind the metadata and the next one, if a table begins there
_VALUE_LINES = 4  # a label and its value stand within so many lines of each other
_NOTICE = re.compile(
    r"đang tải văn bản|click vào phần bôi vàng|bản dịch này thuộc quyền sở hữu|mọi hành vi sao chép, đăng tải lại|"
    r"has the copyright on this translation|copying or reposting it|các nội dung của vb này được vb khác|"
    r"quý khách cần hỏi thêm thông tin|văn bản này chưa cập nhật nội dung|bạn (?:cần|phải|chưa) đăng nhập|đăng nhập để xem|"
    r"^\s*(?:tải về|in bài viết|gửi bài viết|chia sẻ bài viết|lưu bài viết|theo dõi chúng tôi)\s*$|trang chủ\s*[>»]",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"^(?:#+\s*)?(?:văn bản liên quan|văn bản này chưa cập nhật nội dung.*|văn bản (?:này )?được sưu tầm\b.*|nội dung sửa đổi, hướng dẫn|"
    r"tin liên quan|bài viết liên quan|"
    r"bài liên quan|tin (?:cùng|khác|mới|đọc nhiều).*|các tin khác.*|bình luận|ý kiến bạn đọc.*|từ khóa\s*:.*|tags?\s*:.*|bản quyền thuộc về.*)$",
    re.IGNORECASE,
)
# Pictures do not come along; their names and captions would stand between the sentences of an article.
_PICTURE = re.compile(r"^\S+\.(?:jpe?g|png|gif|webp)$", re.IGNORECASE)
_CREDIT = re.compile(r"^.{0,200}?(?:^|[\s(])Ảnh\s*:\s*[^.:;]{2,40}$")
_DOCUMENT_BEGINS = re.compile(r"cộng hòa xã hội|đảng cộng sản việt nam", re.IGNORECASE)


def without_portal(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines that belong to the document, and those of the portal. Lines may still carry Markdown marks."""
    plain = [re.sub(r"[*_#\s]+", " ", mended(line)).strip() for line in lines]
    first, last = _end_of_metadata(plain), _start_of_tail(plain)
    kept: list[str] = []
    left_out = [*lines[:first], *lines[last:]]
    below_picture = False
    for line, words in zip(lines[first:last], plain[first:last], strict=True):
        picture = _PICTURE.match(line.strip()) is not None
        caption = bool(words) and (below_picture or _CREDIT.search(words) is not None)
        (left_out if picture or caption or _NOTICE.search(words) else kept).append(line)
        below_picture = picture
    return kept, [line.strip() for line in left_out if line.strip(" |#*\n")]


def _end_of_metadata(plain: Sequence[str]) -> int:
    """Behind the last value of a metadata table at the top; 0 where there is none (three labels make one)."""
    labels = [n for n, words in enumerate(plain[:150]) if _LABEL.match(words)]
    if len(labels) < 3:
        return 0
    end = labels[-1] + 1
    for words in plain[end : end + _VALUE_LINES]:  # the last value
        if words not in ("", "|"):
            end = plain.index(words, end) + (0 if words.isupper() or _DOCUMENT_BEGINS.search(words) else 1)
            break
    while end < len(plain) and plain[end] in ("", "|"):
        end += 1
    next_bar = plain.index("|", end) if "|" in plain[end:] else len(plain)
    opens_table = plain[end - 1] == "|" and sum(map(len, plain[end:next_bar])) < _LONGEST_FIRST_CELL
    return end - 1 if opens_table else end


def _start_of_tail(plain: Sequence[str]) -> int:
    for number, words in enumerate(plain):
        if number > 0.3 * len(plain) and _TAIL.match(words):
            return number
    return len(plain)
