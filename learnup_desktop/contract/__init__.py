"""The wire: models, routes, event names and error codes that client and platform share, so that they cannot drift."""
