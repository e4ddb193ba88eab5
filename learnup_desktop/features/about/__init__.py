"""What this program is made of, under which licences, and what to do when it is too old for the school."""
