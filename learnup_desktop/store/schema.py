"""The tables of an account's files, as their history of migrations. A released migration is never edited.

``data.db`` uses only tables with an integer key: they can be walked row by row out of a damaged file.
"""

import sqlite3
from collections.abc import Callable

from learnup_desktop.store.cache_rows import find_times_and_titles
from learnup_desktop.store.database import Migration

_DATA_1 = (
    "CREATE TABLE attempts (id INTEGER PRIMARY KEY, attempt_id TEXT NOT NULL UNIQUE, exam_id TEXT NOT NULL,"
    " meta BLOB NOT NULL, base_seq INTEGER NOT NULL, base_hash TEXT NOT NULL,"
    " head_seq INTEGER NOT NULL, head_hash TEXT NOT NULL,"
    " acknowledged_seq INTEGER NOT NULL, acknowledged_hash TEXT NOT NULL,"
    " late TEXT NOT NULL DEFAULT '[]', receipt TEXT)",
    "CREATE TABLE entries (id INTEGER PRIMARY KEY, attempt_id TEXT NOT NULL, seq INTEGER NOT NULL, prev TEXT NOT NULL,"
    " hash TEXT NOT NULL, kind TEXT NOT NULL, at_ms INTEGER NOT NULL, body BLOB NOT NULL, UNIQUE (attempt_id, seq))",
    "CREATE TABLE operations (position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,"
    " target TEXT NOT NULL, body BLOB NOT NULL, digest TEXT NOT NULL, created_ms INTEGER NOT NULL,"
    " tries INTEGER NOT NULL DEFAULT 0, due_ms INTEGER, state TEXT NOT NULL, error TEXT, settled_ms INTEGER)",
    "CREATE INDEX operations_by_target ON operations (target, position)",
    "CREATE INDEX operations_by_state ON operations (state, position)",
    "CREATE TABLE blobs (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL,"
    " added_ms INTEGER NOT NULL)",
    "CREATE TABLE notes (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, value BLOB NOT NULL)",
)

_DOWNLOADS_1 = (
    "CREATE TABLE download_queue (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, material_id TEXT NOT NULL,"
    " bytes INTEGER NOT NULL, priority INTEGER NOT NULL, state TEXT NOT NULL, added_ms INTEGER NOT NULL,"
    " etag TEXT, error TEXT)",
    "CREATE TABLE download_files (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL,"
    " stored_ms INTEGER NOT NULL, opened_ms INTEGER NOT NULL, pinned INTEGER NOT NULL)",
    "CREATE TABLE download_links (id INTEGER PRIMARY KEY, material_id TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL,"
    " next_sha256 TEXT, due_ms INTEGER)",
    "CREATE INDEX download_links_by_file ON download_links (sha256)",
    "CREATE INDEX download_links_by_next ON download_links (next_sha256)",
    "CREATE TABLE download_packages (id INTEGER PRIMARY KEY, package TEXT NOT NULL, material_id TEXT NOT NULL,"
    " UNIQUE (package, material_id))",
    "CREATE TABLE download_usage (id INTEGER PRIMARY KEY, day TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL)",
)

# Keys of publications that were bought, sealed with the account's.
_DOWNLOADS_2 = (
    "CREATE TABLE download_keys (id INTEGER PRIMARY KEY, material_id TEXT NOT NULL UNIQUE, sealed BLOB NOT NULL)",
)

_SEARCH_1 = (
    "CREATE TABLE documents (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE)",
    "CREATE TABLE pages (id INTEGER PRIMARY KEY, document INTEGER NOT NULL, page INTEGER NOT NULL, text TEXT NOT NULL)",
    "CREATE INDEX pages_by_document ON pages (document)",
    "CREATE VIRTUAL TABLE words USING fts5(body, prefix='2 3 4', detail='full',"
    " tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\")",
)

_CACHE_1 = (
    "CREATE TABLE entities (stream TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, data TEXT NOT NULL,"
    " starts_ms INTEGER, ends_ms INTEGER, before_starts_ms INTEGER, before_ends_ms INTEGER,"
    " PRIMARY KEY (stream, id)) WITHOUT ROWID",
    "CREATE INDEX entities_by_time ON entities (stream, starts_ms)",
    "CREATE INDEX entities_by_time_before ON entities (stream, before_starts_ms) WHERE before_starts_ms IS NOT NULL",
    "CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)

# A snapshot gathers here, page by page, and is swapped in whole; interrupted, it goes on where it stopped.
_CACHE_2 = (
    "CREATE TABLE staged (stream TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, data TEXT NOT NULL,"
    " starts_ms INTEGER, ends_ms INTEGER, before_starts_ms INTEGER, before_ends_ms INTEGER,"
    " PRIMARY KEY (stream, id)) WITHOUT ROWID",
)


def _statements(statements: tuple[str, ...]) -> Callable[[sqlite3.Connection], None]:
    def migration(connection: sqlite3.Connection) -> None:
        # One by one: executescript would commit before it begins.
        for statement in statements:
            connection.execute(statement)

    return migration


DATA_MIGRATIONS: tuple[Migration, ...] = (_statements(_DATA_1),)
CACHE_MIGRATIONS: tuple[Migration, ...] = (_statements(_CACHE_1), _statements(_CACHE_2), find_times_and_titles)
DOWNLOADS_MIGRATIONS: tuple[Migration, ...] = (_statements(_DOWNLOADS_1), _statements(_DOWNLOADS_2))
SEARCH_MIGRATIONS: tuple[Migration, ...] = (_statements(_SEARCH_1),)
