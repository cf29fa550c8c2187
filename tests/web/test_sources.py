"""The files of the page: nothing but what the page needs, words in one place, no way for markup to get in."""

import re
from pathlib import Path

WEB = Path(__file__).parent.parent.parent / "web"
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in WEB.glob("*.js")}
PAGE = (WEB / "index.html").read_text(encoding="utf-8")
STYLE = (WEB / "style.css").read_text(encoding="utf-8")
_VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)


def test_no_script_makes_markup_from_text() -> None:
    forbidden = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|srcdoc"
    )
    assert {name: forbidden.findall(text) for name, text in SCRIPTS.items()} == {name: [] for name in SCRIPTS}


def test_words_for_people_stand_in_words_js_only() -> None:
    """Comments are in English, so any Vietnamese letter elsewhere is a sentence in the wrong place; the page's name is no sentence."""
    strays = {
        name: _VIETNAMESE.findall(text.replace("Căn Cứ", "")) for name, text in SCRIPTS.items() if name != "words.js"
    }
    assert strays == {name: [] for name in strays}


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    defined = set(re.findall(r"^  (\w+): ", SCRIPTS["words.js"], re.MULTILINE))
    used = {name for text in SCRIPTS.values() for name in re.findall(r"\bwords\.(?!js)(\w+)", text)}
    assert used == defined


def test_every_element_that_scripts_look_for_is_on_the_page() -> None:
    wanted = {name for text in SCRIPTS.values() for name in re.findall(r"\b(?:element|copy)\(\"([\w-]+)\"\)", text)}
    ids = re.findall(r'\bid="([\w-]+)"', PAGE)
    assert wanted
    assert wanted <= set(ids)
    assert len(ids) == len(set(ids))


def test_nothing_comes_from_elsewhere_and_nothing_is_inline() -> None:
    """The content policy would refuse it, and a machine without a network would lack it."""
    for text in (PAGE, STYLE, *SCRIPTS.values()):
        assert not re.search(r"https?://(?!www\.w3\.org/)|//cdn", text)
    assert not re.search(r"<style|\bstyle=|\bon\w+=|<script(?! type=\"module\" src=)", PAGE)


def test_scripts_know_only_routes_of_the_api() -> None:
    """The router knows only that what is there is no view."""
    assert {name for name, text in SCRIPTS.items() if "/api/" in text} == {"api.js", "router.js"}
    assert re.findall(r"/api/[^`\"]*", SCRIPTS["router.js"]) == ["/api/"]
