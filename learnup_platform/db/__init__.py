"""The database: engine and transactions, one models module a domain, Alembic migrations."""
