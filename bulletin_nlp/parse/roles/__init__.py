"""What part each unit plays: by where it stands, and by the words around the list that it stands in."""

from bulletin_nlp.parse.roles.assign import assign_roles
from bulletin_nlp.parse.roles.given import Given

__all__ = ["Given", "assign_roles"]
