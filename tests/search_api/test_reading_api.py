"""The reading of a question in the API: shown where it differs from what was typed, and undone by ``as_typed``."""

from tests.search_api.apps import RunningApp

OWN = ("question", "read_as", "took_ms")  # what is not the same however it is typed
TYPED, MEANT = "nam 2023 dien tich che dat bao nhieu ha?", "năm 2023 diện tích chè đạt bao nhiêu ha?"


def test_an_answer_says_how_the_question_was_read(app: RunningApp) -> None:
    read = app.http.post("/api/ask", json={"question": TYPED}).json()
    meant = app.http.post("/api/ask", json={"question": MEANT}).json()
    assert (read["question"], read["read_as"], meant["read_as"]) == (TYPED, MEANT, None)
    assert read["citations"]
    assert {**read, **dict.fromkeys(OWN)} == {**meant, **dict.fromkeys(OWN)}


def test_a_search_says_how_it_was_read(app: RunningApp) -> None:
    read = app.http.get("/api/search", params={"q": TYPED}).json()
    meant = app.http.get("/api/search", params={"q": MEANT}).json()
    assert (read["read_as"], meant["read_as"]) == (MEANT, None)
    assert read["hits"] == meant["hits"]


def test_as_typed_nothing_is_read_otherwise(app: RunningApp) -> None:
    asked = app.http.post("/api/ask", json={"question": TYPED, "as_typed": True}).json()
    searched = app.http.get("/api/search", params={"q": TYPED, "as_typed": "true"}).json()
    assert (asked["read_as"], searched["read_as"]) == (None, None)


def test_a_name_of_the_corpus_comes_back_with_its_marks(app: RunningApp) -> None:
    read = app.http.get("/api/search", params={"q": "huyen muong khao o bach son"}).json()["read_as"]
    assert read == "huyện mường khao ở bạch sơn"
