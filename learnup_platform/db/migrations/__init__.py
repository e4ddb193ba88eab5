"""Alembic's environment and revisions; run by ``db.migrate`` at every start."""
