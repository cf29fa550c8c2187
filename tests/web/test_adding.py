"""Adding on the page: chosen files, progress and its end, what came out, reasons of failures, cancelling and trying again."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.servers import Server
from tests.web.browsing import add_status, answer, ask, choose, has_sideways_scrolling, jobs, marked, open_adding, visit

_ENDS = 240_000  # milliseconds
_TOO_LARGE = "413"
_DECISION = """ỦY BAN NHÂN DÂN
THÀNH PHỐ LẠC GIANG
Số: 731/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lạc Giang, ngày 26 tháng 3 năm 2021

QUYẾT ĐỊNH
Về việc lập tổ quản lý bến thuyền Nậm Pha

Điều 1. Lập tổ quản lý bến thuyền Nậm Pha gồm 9 người.
"""


def _plan(what: str, items: int) -> bytes:
    """A plan that takes a while to encode."""
    lines = [f"{n}. {what} tại thôn số {n}, giao tổ công tác số {n} thực hiện trong quý {n}." for n in range(items)]
    return "\n\n".join([f"# Kế hoạch {what}", *lines]).encode()


def test_chosen_files_show_progress_and_its_end_and_give_an_answer(adding_server: Server, page: Page) -> None:
    open_adding(page, adding_server)
    choose(
        page,
        ("cau-nam-pha.md", "# Thông báo về cầu Nậm Pha\n\nCầu Nậm Pha dài 245 m, thông xe ngày 02/9/2024.".encode()),
        ("trong-rung.md", _plan("trồng rừng", 300)),
    )
    expect(page.get_by_role("progressbar", name=re.compile("^trong-rung.md: đang"))).to_be_visible()
    expect(page.get_by_role("link", name="tệp đang thêm")).to_be_visible()
    expect(add_status(page)).to_contain_text(re.compile(r"Đang thêm \d/2 tệp"))
    for name in ("cau-nam-pha.md", "trong-rung.md"):
        expect(jobs(page, name)).to_contain_text("đã thêm", timeout=_ENDS)
    expect(jobs(page, "trong-rung.md")).to_contain_text(re.compile(r"\d{3} đoạn"))
    expect(page.get_by_role("progressbar")).to_have_count(0)
    expect(add_status(page)).to_have_text("Đã thêm xong 2 tệp.")
    page.get_by_role("link", name="Hỏi", exact=True).click()
    ask(page, "Cầu Nậm Pha dài bao nhiêu m?")
    expect(answer(page)).to_contain_text("245 m")
    answer(page).get_by_role("button").first.click()
    assert "245 m" in marked(page)


def test_the_file_picker_is_reached_by_keyboard_and_shows_its_focus(adding_server: Server, page: Page) -> None:
    open_adding(page, adding_server)
    page.get_by_role("link", name="Thêm", exact=True).focus()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Chọn tệp để thêm")).to_be_focused()
    outline = "getComputedStyle(document.querySelector('label[for=files]')).outlineStyle"
    assert page.evaluate(outline) == "solid"
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    assert chooser.value.is_multiple()


def test_of_five_files_the_broken_one_says_why_and_the_others_are_added(adding_server: Server, page: Page) -> None:
    good = [(f"gieng-lang-{n}.txt", f"Làng số {n} đào giếng sâu {n}5 m.".encode()) for n in range(4)]
    open_adding(page, adding_server)
    choose(page, *good[:2], ("hong-giua.pdf", b"%PDF-1.7 hong giua chung"), *good[2:])
    for name, _ in good:
        expect(jobs(page, name)).to_contain_text("đã thêm", timeout=_ENDS)
    expect(jobs(page, "hong-giua.pdf")).to_contain_text("Tệp hỏng hoặc không đúng định dạng")
    expect(add_status(page)).to_have_text("Đã thêm xong 4 tệp. 1 tệp không thêm được: xem lý do và cách làm ở dưới.")


def test_each_broken_file_says_why_and_what_to_do(adding_server: Server, page: Page) -> None:
    broken = {
        "hong.pdf": (b"%PDF-1.7 khong con gi", "Tệp hỏng hoặc không đúng định dạng"),
        "rong.txt": (b" \n", "Không tìm thấy chữ nào trong tệp."),
        "doi-ten.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "lưu thành DOCX rồi thêm lại."),
        "anh.pdf": (b"\x89PNG\r\n\x1a\n" + b"0" * 50, "bản chụp (scan)"),
    }
    open_adding(page, adding_server)
    choose(page, *[(name, content) for name, (content, _) in broken.items()])
    for name, (_, reason) in broken.items():
        entry = jobs(page, name).first
        expect(entry).to_contain_text("không thêm được", timeout=_ENDS)
        expect(entry).to_contain_text(reason)
    page.get_by_role("button", name="Thử lại: hong.pdf").first.click()
    expect(jobs(page, "hong.pdf").first).to_contain_text("Tệp hỏng", timeout=_ENDS)
    page.reload()
    expect(jobs(page, "rong.txt").first).to_contain_text("Không tìm thấy chữ nào trong tệp.")
    page.get_by_role("button", name="Thử lại các tệp lỗi").click()
    expect(add_status(page)).to_contain_text("tệp không thêm được", timeout=_ENDS)


def test_kinds_that_cannot_be_taken_are_told_at_once_and_the_others_go_on(adding_server: Server, page: Page) -> None:
    open_adding(page, adding_server)
    choose(page, ("cu.doc", b"cu"), ("bang.xlsx", b"bang"), ("den-chua.txt", "Chùa Lạc lắp 12 đèn.".encode()))
    told = page.get_by_role("status").filter(has_text="Chưa đọc được loại tệp này.")
    expect(told.get_by_role("listitem").filter(has_text="cu.doc").last).to_be_visible()
    expect(told).to_contain_text("bang.xlsx")
    expect(jobs(page, "den-chua.txt")).to_contain_text("đã thêm", timeout=_ENDS)
    expect(jobs(page, "cu.doc")).to_have_count(0)
    page.get_by_role("button", name="Đã rõ").click()
    expect(told).to_be_hidden()


def test_what_was_read_is_shown_and_confirmed_once(adding_server: Server, page: Page) -> None:
    name = "quyet-dinh-ben-thuyen.txt"
    open_adding(page, adding_server)
    choose(page, (name, _DECISION.encode()), ("to-giay-roi.txt", "Họp tổ lúc 7 giờ 15.".encode()))
    entry = jobs(page, name)
    expect(entry).to_contain_text("đã thêm", timeout=_ENDS)
    for read in ("731/QĐ-UBND", "quyết định", "26/3/2021", "bến thuyền Nậm Pha"):
        expect(entry).to_contain_text(re.compile(read, re.IGNORECASE))
    expect(jobs(page, "to-giay-roi.txt")).to_contain_text(
        re.compile("Chưa đọc được .*ngày ban hành", re.DOTALL), timeout=_ENDS
    )
    entry.get_by_role("button", name=f"Đúng: {name}").press("Enter")
    expect(entry).to_contain_text("Đã xác nhận")
    page.reload()
    expect(entry).to_contain_text("Đã xác nhận")
    entry.get_by_role("link", name=f"Mở: {name}").click()
    expect(page).to_have_url(re.compile(r"/van-ban/\w+$"))
    page.go_back()
    entry.get_by_role("link", name=f"Hỏi về văn bản này: {name}").click()
    expect(page).to_have_url(re.compile(r"/\?van_ban=\w+$"))


def test_what_was_read_is_put_right_in_the_list(adding_server: Server, page: Page) -> None:
    name = "quyet-dinh-sai-ngay.txt"
    open_adding(page, adding_server)
    choose(page, (name, _DECISION.replace("bến thuyền", "chợ cá").replace("731", "732").encode()))
    entry = jobs(page, name)
    entry.get_by_role("button", name=f"Sửa: {name}").click(timeout=_ENDS)
    expect(entry.get_by_label("Số, ký hiệu")).to_be_focused()
    day = entry.get_by_label("Ngày ban hành")
    expect(day).to_have_value("26/3/2021")
    day.fill("31/2/2021")
    entry.get_by_role("button", name="Lưu").click()
    expect(day).to_be_visible()  # there is no such day
    day.fill("28/4/2021")
    day.press("Enter")
    expect(entry).to_contain_text("28/4/2021")
    expect(entry).to_contain_text("Đã xác nhận")
    expect(entry.get_by_role("button", name=f"Sửa: {name}")).to_be_focused()
    expect(jobs(page, name)).to_have_count(1)  # that it is read again is no file on its way in
    rows = adding_server.get("/api/documents")["documents"]
    assert [row["issued_on"] for row in rows if row["file_name"] == name] == ["2021-04-28"]


def test_the_same_file_again_is_said_to_be_there_already(adding_server: Server, page: Page) -> None:
    file = ("lich-cat-nuoc.txt", "Nhà máy nước ngừng cấp nước từ 22 giờ ngày 05/01/2024.".encode())
    open_adding(page, adding_server)
    choose(page, file)
    expect(jobs(page, file[0])).to_contain_text("đã thêm", timeout=_ENDS)
    before = adding_server.get("/api/documents")["total"]
    choose(page, file)
    expect(jobs(page, file[0])).to_have_count(2)
    again = jobs(page, file[0]).first
    expect(again).to_contain_text("đã có trong kho")
    expect(again.get_by_role("link", name=f"Mở: {file[0]}")).to_be_visible()
    assert adding_server.get("/api/documents")["total"] == before


def test_adding_is_cancelled_and_taken_up_again(adding_server: Server, page: Page) -> None:
    open_adding(page, adding_server)
    choose(page, ("nao-vet-kenh.md", _plan("nạo vét kênh", 600)))
    page.get_by_role("button", name="Huỷ: nao-vet-kenh.md").press("Enter")
    expect(jobs(page, "nao-vet-kenh.md")).to_contain_text("đã huỷ", timeout=_ENDS)
    again = page.get_by_role("button", name="Thử lại: nao-vet-kenh.md")
    expect(again).to_be_focused()
    again.press("Enter")
    expect(jobs(page, "nao-vet-kenh.md")).to_contain_text("đã thêm", timeout=_ENDS)


def test_all_are_cancelled_at_once_and_the_list_is_cleared(own_server: Server, page: Page) -> None:
    open_adding(page, own_server)
    choose(page, *[(f"be-tong-{n}.md", _plan(f"đổ bê tông {n}", 400)) for n in range(3)])
    page.get_by_role("button", name="Huỷ tất cả").click()
    for n in range(3):
        expect(jobs(page, f"be-tong-{n}.md")).to_contain_text("đã huỷ", timeout=_ENDS)
    page.get_by_role("button", name="Dọn danh sách").click()
    expect(page.get_by_text("Chưa có tệp nào.")).to_be_visible()
    expect(page.get_by_role("button", name="Dọn danh sách")).to_be_hidden()


def test_a_file_over_the_limit_is_declined_by_name_and_the_others_go_on(
    adding_server: Server, browser: Browser
) -> None:
    with visit(browser, allow=_TOO_LARGE) as page:
        open_adding(page, adding_server)
        small = [(f"nho-{n}.txt", f"Kho số {n} có {n}0 bao gạo.".encode()) for n in range(3)]
        choose(page, *small, ("qua-lon.txt", b"a" * 3_000_000))
        told = page.get_by_role("status").filter(has_text="qua-lon.txt")
        expect(told).to_contain_text(re.compile("Lần thêm này quá lớn|Tệp quá lớn"), timeout=_ENDS)
        for name, _ in small:
            expect(jobs(page, name)).to_contain_text("đã thêm", timeout=_ENDS)
        expect(jobs(page, "qua-lon.txt")).to_have_count(0)


def test_while_files_are_sent_their_share_shows_and_leaving_warns(own_server: Server, page: Page) -> None:
    would_warn = "!dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    open_adding(page, own_server)
    network = page.context.new_cdp_session(page)
    slow = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 200_000}
    network.send("Network.emulateNetworkConditions", slow)
    assert not page.evaluate(would_warn)
    choose(page, ("nang.txt", b"0123456789 " * 300_000))
    sent = page.get_by_role("progressbar", name="Đã gửi")
    expect(page.get_by_text(re.compile(r"^[1-9]\d?%$"))).to_be_visible()
    assert 0 < sent.evaluate("bar => bar.value") < 1
    assert page.evaluate(would_warn)
    page.get_by_role("button", name="Dừng gửi").click()
    expect(sent).to_be_hidden()
    assert not page.evaluate(would_warn)
    assert own_server.get("/api/jobs")["jobs"] == []


def test_a_file_name_of_markup_and_direction_marks_is_text(adding_server: Server, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    open_adding(page, adding_server)
    choose(page, ("<script>alert(1)</script>\u202efdp.exe", b"x"))  # is told by the page itself, as it came
    told = page.get_by_role("status").filter(has_text="<script>alert(1)")
    expect(told).to_be_visible()
    choose(page, ("<script>alert(2)</script>\u202e\u2067gpj.txt", "Bến đò có 7 thuyền.".encode()))
    expect(jobs(page, "scriptalert(2)script").or_(jobs(page, "gpj.txt")).first).to_contain_text(
        "đã thêm", timeout=_ENDS
    )
    isolated = told.get_by_role("listitem").last.evaluate("item => getComputedStyle(item).unicodeBidi")
    assert isolated == "isolate"  # the direction of a name ends with it
    assert page.evaluate("document.querySelectorAll('main script').length") == 0
    assert not has_sideways_scrolling(page)
