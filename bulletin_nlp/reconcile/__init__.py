"""Names to canonical units: the region, the registry, composed names, verdicts."""

from bulletin_nlp.reconcile.alone import match_name
from bulletin_nlp.reconcile.detect import detect_region
from bulletin_nlp.reconcile.kept import rejected
from bulletin_nlp.reconcile.link import link
from bulletin_nlp.reconcile.region import RegionVerdict, resolve_region
from bulletin_nlp.reconcile.regional import Registries
from bulletin_nlp.reconcile.registry import Registry, Unit

__all__ = [
    "RegionVerdict",
    "Registries",
    "Registry",
    "Unit",
    "detect_region",
    "link",
    "match_name",
    "rejected",
    "resolve_region",
]
