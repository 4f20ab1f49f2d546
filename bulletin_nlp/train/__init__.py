"""Training of the statistical layer; its heavy libraries are imported when it runs."""
