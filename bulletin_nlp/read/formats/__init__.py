"""One module a format, each with its FORMAT; adding a format is adding a module here."""
