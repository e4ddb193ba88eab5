"""Papers as teachers write them: a TOML file with a folder of pictures; see ``docs/paper-format.md``."""
