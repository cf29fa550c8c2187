"""What a task brings forth, where running text names it: the document behind "ban hành", "xây dựng", "trình … phê duyệt"."""

import re

from corpus.types import Span

_MAKING = r"(?:ban hành|xây dựng|phê duyệt|tham mưu|hoàn thiện|trình (?:[A-ZĐ]\w{0,9} ){1,4}?)\s?:?\s?"
_DOCUMENT = (
    r"(?:các )?(?:văn bản (?:hướng dẫn|cam kết)|hướng dẫn|[Kk]ế hoạch|[Cc]hương trình|Nghị (?:định|quyết)|[Đđ]ề án|[Cc]hiến lược"
    r"|Quyết định|Chỉ thị|Thông tư|[Qq]uy chế|Luật|Bộ (?:tiêu chí|chỉ số|công cụ))(?!\w)"
)
# Where the name of the document ends and what it is about, for or done with begins.
_END = (
    r"(?=[,;.:(]|$|\s(?:về|để|nhằm|theo|trong|trước|cho|tại|đến|phù hợp|bảo đảm|đồng bộ|(?:tổ chức )?(?:triển khai )?(?:thực hiện|thi hành)"
    r"|và (?:tổ chức|triển khai)|cụ thể|chi tiết|của (?:đơn vị|ngành|địa phương|mình|cơ quan|từng))(?!\w))"
)
_PRODUCT = re.compile(rf"(?<!\w){_MAKING}(?P<product>{_DOCUMENT}[^,;.:()]{{0,160}}?){_END}")


def find_product(text: str, task: Span) -> Span | None:
    """Where a task names the document that is to come of it; None where it names none."""
    match = _PRODUCT.search(text, task.start, task.end)
    return Span(*match.span("product")) if match else None
