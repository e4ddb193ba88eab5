"""Study: highlights, notes, bookmarks, cards and reading places of each account, merged by the clients' own rules."""
