"""One package a domain: ``routes`` (HTTP) over ``service`` (rules) over ``queries`` (SQL)."""
