"""Names to canonical units: the region, the registry, composed names, verdicts."""

from bulletin_nlp.reconcile.link import link, match_name
from bulletin_nlp.reconcile.region import RegionVerdict, detect_region, resolve_region
from bulletin_nlp.reconcile.registry import Registry

__all__ = ["RegionVerdict", "Registry", "detect_region", "link", "match_name", "resolve_region"]
