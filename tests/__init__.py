"""Tests, benches and the gallery; a package so that ``python -m tests.gallery`` finds this one and no vendor's."""
