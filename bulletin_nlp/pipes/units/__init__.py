"""Finds the actors of a bulletin: organs, departments, towns, villages, institutions, companies, and the unnamed."""
