"""The first page: what comes next."""
