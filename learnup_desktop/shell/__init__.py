"""The frame around the pages: window, navigation, top bar, palette, ledger. It knows no feature by name."""
