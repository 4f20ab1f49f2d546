"""The way home from Label Studio: its JSON export → gold, registry decisions, agreement of annotators."""

from bulletin_nlp.evaluate.labelstudio.agree import agreement_of_annotators
from bulletin_nlp.evaluate.labelstudio.decide import Outcome, decide
from bulletin_nlp.evaluate.labelstudio.home import Home, come_home
from bulletin_nlp.evaluate.labelstudio.read import LabelStudioError

__all__ = ["Home", "LabelStudioError", "Outcome", "agreement_of_annotators", "come_home", "decide"]
