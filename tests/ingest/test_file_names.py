"""ingest.adding.safe_name: whatever name a file comes with, it is kept as one that can be shown and saved."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.adding import safe_name


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Kế hoạch 57.pdf", "Kế hoạch 57.pdf"), ("../../etc/passwd", "passwd"), (r"C:\Users\An\cv.docx", "cv.docx"),
        ("a\0b\n.md", "ab.md"), ('<b>"?*|:.txt', "b.txt"), (" . ", "tep-khong-ten"), ("", "tep-khong-ten"),
        ("d" * 300 + ".docx", "d" * 195 + ".docx"), ("d" * 300, "d" * 200), ("a." + "b" * 300, "a." + "b" * 198),
    ],
)  # fmt: skip
def test_a_file_name_is_kept_without_folders_and_what_file_systems_refuse(name: str, kept: str) -> None:
    assert safe_name(name) == kept


@settings(deadline=None)
@given(st.text(max_size=400))
def test_no_name_is_empty_too_long_or_a_path(name: str) -> None:
    kept = safe_name(name)
    assert 0 < len(kept) <= 200
    assert kept.isprintable()
    assert not set('/\\<>:"|?*') & set(kept)
    assert kept == safe_name(kept)
