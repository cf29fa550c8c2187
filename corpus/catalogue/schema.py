"""Tables of the catalogue. Times are UTC ISO texts; spans are code points of the canonical text."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

meta = Table("meta", metadata, Column("key", String(64), primary_key=True), Column("value", Text, nullable=False))

# A file as it came, kept untouched under its SHA-256.
originals = Table(
    "originals", metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("added_at", String(32), nullable=False),
)  # fmt: skip

# The canonical text of an original, as one version of a reader gives it.
texts = Table(
    "texts", metadata,
    Column("sha256", String(64), ForeignKey("originals.sha256"), primary_key=True),
    Column("reader", String(64), primary_key=True),
    Column("text", Text, nullable=False),
    Column("pages", Integer),
    Column("layout", LargeBinary),
    Column("outline", Text, nullable=False),
    Column("furniture", Text, nullable=False),
)  # fmt: skip

documents = Table(
    "documents", metadata,
    Column("id", String(32), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("sample", Boolean, nullable=False),
    Column("added_at", String(32), nullable=False),
    Column("deleted_at", String(32)),
)  # fmt: skip

# One set of bytes a document has had. Only the version that its document names is live.
versions = Table(
    "versions", metadata,
    Column("document_id", String(32), ForeignKey("documents.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("sha256", String(64), ForeignKey("originals.sha256"), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("reader", String(64), nullable=False),
    Column("generation", Integer, nullable=False),
    Column("label", Text, nullable=False),
    Column("published_at", String(32), nullable=False),
    Index("versions_sha256", "sha256"),
)  # fmt: skip

# Read from the letterhead; what a person put right stands beside it, not in its place.
front_matter = Table(
    "front_matter", metadata,
    Column("document_id", String(32), ForeignKey("documents.id"), primary_key=True),
    Column("field", String(16), primary_key=True),
    Column("by_person", Boolean, primary_key=True),
    Column("value", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("set_at", String(32), nullable=False),
    Index("front_matter_key", "field", "key"),
)  # fmt: skip

# Collections: a document is in those whose names stand here.
tags = Table(
    "tags", metadata,
    Column("document_id", String(32), ForeignKey("documents.id"), primary_key=True),
    Column("key", String(120), primary_key=True),
    Column("tag", Text, nullable=False),
    Index("tags_key", "key"),
)  # fmt: skip

# Files of the watched folder as they were when last taken in.
watched = Table(
    "watched", metadata,
    Column("path", Text, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("modified", BigInteger, nullable=False),
    Column("sha256", String(64), nullable=False),
)  # fmt: skip

# Passages of live versions only.
passages = Table(
    "passages", metadata,
    Column("id", String(36), primary_key=True),
    Column("document_id", String(32), ForeignKey("documents.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("page", Integer),
    Column("heading", Text, nullable=False),
    Column("parts", Text, nullable=False),
    Column("text_hash", LargeBinary, nullable=False),
    Index("passages_document", "document_id", "ordinal"),
)  # fmt: skip

# Short forms that live versions define for themselves.
definitions = Table(
    "definitions", metadata,
    Column("document_id", String(32), ForeignKey("documents.id"), primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("short", Text, nullable=False),
    Column("full", Text, nullable=False),
    Index("definitions_key", "key"),
)  # fmt: skip

# In how many live passages a term stands.
term_counts = Table(
    "term_counts", metadata,
    Column("term", BigInteger, primary_key=True, autoincrement=False),
    Column("passages", Integer, nullable=False),
)  # fmt: skip

# What live readings say. ``quote`` repeats the words of the span, so that lists need no whole texts; ``words`` is what a fact is found by.
facts = Table(
    "facts", metadata,
    Column("id", String(32), primary_key=True),
    Column("document_id", String(32), ForeignKey("documents.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("page", Integer),
    Column("passage_id", String(36), nullable=False),
    Column("quote", Text, nullable=False),
    Column("slots", Text, nullable=False),
    Column("parts", Text, nullable=False),
    Column("words", Text, nullable=False),
    Index("facts_document", "document_id", "ordinal"),
)  # fmt: skip

# References of live readings to other documents. ``key``: the form in which symbols, or titles where there is none, are looked up.
relations = Table(
    "relations", metadata,
    Column("document_id", String(32), ForeignKey("documents.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("symbol", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("doc_type", Text, nullable=False),
    Column("issued_on", String(10)),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("relations_key", "key"),
)  # fmt: skip

# Which reading of a document its facts and references are of, and which rules found them.
extractions = Table(
    "extractions", metadata,
    Column("document_id", String(32), ForeignKey("documents.id"), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("extractor", String(32), nullable=False),
)  # fmt: skip

# What a person said of a fact: tied to its words and those around them; ``fact_id`` is the fact that now stands there, if one does.
reviews = Table(
    "reviews", metadata,
    Column("id", String(32), primary_key=True),
    Column("document_id", String(32), ForeignKey("documents.id"), nullable=False),
    Column("fact_id", String(32), unique=True),
    Column("kind", String(16), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("author", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("set_at", String(32), nullable=False),
    Column("read", Text, nullable=False),
    Column("corrected", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Index("reviews_document", "document_id"),
)  # fmt: skip

feedback = Table(
    "feedback", metadata,
    Column("id", String(32), primary_key=True),
    Column("text", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("added_at", String(32), nullable=False),
    Column("verdict", String(16), nullable=False, server_default=""),
    Column("reason", String(16), nullable=False, server_default=""),
)  # fmt: skip

# Questions that the documents do not answer. ``id`` comes from the words; ``nearest`` and ``answered_by`` are documents, which may go for good.
unanswered = Table(
    "unanswered", metadata,
    Column("id", String(32), primary_key=True),
    Column("question", Text, nullable=False),
    Column("typed", Text, nullable=False),
    Column("as_typed", Boolean, nullable=False),
    Column("asked", Integer, nullable=False),
    Column("first_at", String(32), nullable=False),
    Column("last_at", String(32), nullable=False),
    Column("reason", String(16), nullable=False),
    Column("missing", Text),
    Column("nearest", String(32)),
    Column("tried", String(64), nullable=False),
    Column("answered_at", String(32)),
    Column("answered_by", String(32)),
    Column("dismissed_at", String(32)),
)  # fmt: skip

vectors = Table(
    "vectors", metadata,
    Column("text_hash", LargeBinary, primary_key=True),
    Column("encoder", String(128), primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)  # fmt: skip

jobs = Table(
    "jobs", metadata,
    Column("id", String(32), primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("sha256", String(64), ForeignKey("originals.sha256"), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("sample", Boolean, nullable=False),
    Column("replaces", String(32)),
    Column("document_id", String(32)),
    Column("stage", String(16), nullable=False),
    Column("progress", Float, nullable=False),
    Column("pages", Integer),
    Column("passages", Integer),
    Column("duplicate", Boolean, nullable=False),
    Column("cancel", Boolean, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("error_code", String(32)),
    Column("error", Text),
    Column("created_at", String(32), nullable=False),
    Column("updated_at", String(32), nullable=False),
    Index("jobs_stage", "stage"),
)  # fmt: skip
