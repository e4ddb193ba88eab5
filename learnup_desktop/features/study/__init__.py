"""Study: what comes up, what was read, and flashcards."""
