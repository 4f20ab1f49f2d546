"""Where the registries of regions lie, and which one a bulletin is read with.

    DIR/regions/532927/registry.csv     (or registry.jsonl) units, as `bulletin registry build` writes them
    DIR/regions/532927/decisions.jsonl  what people decided
    DIR/regions/澄湖县/…                 a region without a code is kept under its name

A county's bulletin is read with the county's folder, and by full names with those of the places above it.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from bulletin_nlp.knowledge import KnowledgeError
from bulletin_nlp.reconcile.decisions import Decisions, new_units
from bulletin_nlp.reconcile.region import RegionVerdict, county_of
from bulletin_nlp.reconcile.registry import Registry, Unit

REGISTRY_NAMES = ("registry.csv", "registry.jsonl")
DECISIONS_NAME = "decisions.jsonl"
_Stamp = tuple[tuple[Path, int, int], ...]


def region_folder(folder: Path, region: RegionVerdict) -> Path:
    """The folder of a region in a knowledge folder; it need not be there.

    Raises:
        ValueError: the region's name can't be the name of a folder.
    """
    name = region.code or region.name
    if not re.fullmatch(r"\w{1,40}", name):
        raise ValueError(f"{name}: is no name of a region; write it like 澄湖县, or give six digits")
    return folder / "regions" / name


def registry_file(folder: Path, region: RegionVerdict) -> Path | None:
    """The file of units of a region in a knowledge folder, None without one.

    Raises:
        ValueError: there are two.
    """
    home = region_folder(folder, region)
    found = [home / name for name in REGISTRY_NAMES if (home / name).is_file()]
    if len(found) > 1:
        raise ValueError(f"{home}: holds {' and '.join(REGISTRY_NAMES)}; keep the one that is in force")
    return found[0] if found else None


class Registries:
    """The registries that bulletins are read with, each loaded when first needed and again when its files change.

    Args:
        folder: a knowledge folder, None without one.
        listed: a list of one's own, which outranks what the folder derives.
    """

    def __init__(self, folder: Path | None, listed: Registry | None = None) -> None:
        self._folder, self._listed = folder, listed
        self._made: dict[str, tuple[_Stamp, Registry | None]] = {}

    def of(self, region: RegionVerdict | None) -> Registry | None:
        """The registry that a bulletin of a region is read with; None where nothing is kept.

        Raises:
            KnowledgeError: a file of the region can't be read; names it, the row and what to mend.
        """
        region = region and county_of(region)
        if self._folder is None or region is None or not re.fullmatch(r"\w{1,40}", region.code or region.name):
            return self._listed
        files = self._files(self._folder, region)
        stamp = tuple((file, file.stat().st_mtime_ns, file.stat().st_size) for file in files)
        key = region.code or region.name
        if key not in self._made or self._made[key][0] != stamp:
            try:
                self._made[key] = (stamp, self._load(files) if files else self._listed)
            except ValueError as error:
                raise KnowledgeError(str(error)) from error
        return self._made[key][1]

    def _files(self, folder: Path, region: RegionVerdict) -> list[Path]:
        """Own units, own decisions, then the units of the prefecture and the province."""
        own = registry_file(folder, region)
        decided = region_folder(folder, region) / DECISIONS_NAME
        files = [path for path in (own, decided) if path is not None and path.is_file()]
        for code in (f"{region.code[:4]}00", f"{region.code[:2]}0000") if region.code else ():
            above = registry_file(folder, RegionVerdict(code, code, None, "above", 1.0))
            if above is not None and code != region.code:
                files.append(above)
        return files

    def _load(self, files: list[Path]) -> Registry:
        units: list[Unit] = []
        decisions = []
        total = hashlib.sha256(self._listed.digest.encode() if self._listed else b"")
        for file in files:
            total.update(hashlib.sha256(file.read_bytes()).digest())
            if file.name == DECISIONS_NAME:
                decisions = Decisions(file).standing
            else:
                units += Registry.read(file).units
        listed = self._listed.units if self._listed else ()
        everything = [*listed, *units]
        return Registry([*everything, *new_units(decisions, everything)], total.hexdigest(), decisions)
