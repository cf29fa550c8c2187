"""The catalogue: originals, documents, passages, vectors and jobs in one SQL database. It alone decides what is live."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError, InternalError, OperationalError

from corpus.catalogue.schema import meta
from corpus.errors import CatalogueTooNew, CatalogueUnavailable, SettingsError

HEAD = "0006"
_CHANGES = "changes"
_MIGRATIONS = Path(__file__).parent / "migrations"


def now() -> str:
    """The present time as the catalogue writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class Catalogue:
    """A database, brought up to date when opened. ``read`` and ``write`` give a connection with a transaction around it.

    Raises:
        CatalogueUnavailable: when opening, reading or writing: the disk is full, the folder may not be written.
        CatalogueTooNew: when opening: a later version of the program has migrated it.
    """

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        self._shared: ContextVar[Connection | None] = ContextVar("shared", default=None)
        with _translated():
            _migrate(self.engine)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the database; inside ``one_state``, the state that all others there see."""
        if (shared := self._shared.get()) is not None:
            yield shared
            return
        with _translated(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def one_state(self) -> Iterator[None]:
        """All that this thread reads inside is of one state, and through one connection: thirty transactions cost a question two milliseconds.

        What is written inside is not seen before its end.
        """
        with self.read() as connection:
            token = self._shared.set(connection)
            try:
                yield
            finally:
                self._shared.reset(token)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection whose changes are kept together or not at all. Writers wait for one another at the start."""
        with _translated(), self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Give up all connections."""
        self.engine.dispose()


def get_meta(connection: Connection, key: str) -> str | None:
    """A single remembered value."""
    return connection.scalar(select(meta.c.value).where(meta.c.key == key))


def set_meta(connection: Connection, key: str, value: str) -> None:
    """Remember a single value."""
    connection.execute(meta.delete().where(meta.c.key == key))
    connection.execute(meta.insert().values(key=key, value=value))


def count_change(connection: Connection) -> None:
    """Facts, what people say of them, or collections are not what they were: lists that are kept in memory are out of date."""
    set_meta(connection, _CHANGES, str(int(get_meta(connection, _CHANGES) or 0) + 1))


def count_of_changes(connection: Connection) -> int:
    """How often they have changed."""
    return int(get_meta(connection, _CHANGES) or 0)


@contextmanager
def _translated() -> Iterator[None]:
    """What the machine does to the database, as one of our errors; what we do wrong ourselves stays as it is."""
    try:
        yield
    except DatabaseError as error:
        if isinstance(error, OperationalError | InternalError) or type(error) is DatabaseError:
            raise CatalogueUnavailable(str(error.orig)) from error
        raise


def _engine(url: str) -> Engine:
    try:
        address = make_url(url)
        if address.get_backend_name() != "sqlite":
            return create_engine(address, pool_pre_ping=True, hide_parameters=True)
    except Exception as error:  # not an address, a kind of database unknown here, a driver that is not installed
        raise SettingsError(f"CANCU_DATABASE_URL: {error}") from error  # the address may hold a password
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        address, pool_size=24, max_overflow=24, hide_parameters=True,  # an error in the log quotes no document
        connect_args={"timeout": 30, "check_same_thread": False},
    )  # fmt: skip

    @event.listens_for(engine, "connect")
    def _connect(raw, _record) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
        raw.isolation_level = None  # BEGIN is ours, below: the driver would begin late and fail on the first write
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-32000"):
            raw.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")

    return engine


def _migrate(engine: Engine) -> None:
    """Bring the schema to HEAD; Alembic is loaded only when there is something to do."""
    with engine.connect() as connection:
        known = inspect(connection).has_table("alembic_version")
        version = connection.scalar(text("SELECT version_num FROM alembic_version")) if known else None
    if version == HEAD:
        return
    if version is not None and version > HEAD:
        raise CatalogueTooNew(version)
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")  # nothing to do if another process was first
