"""Study material: put up in parts, published and taken down; publications sealed for their buyers; lists for packs."""
