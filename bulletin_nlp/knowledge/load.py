"""Reads what domain experts edit: YAML files shipped with the package, overlaid by a folder of the user's own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

import yaml

SHIPPED = Path(__file__).with_name("data")


class KnowledgeError(ValueError):
    """A knowledge file that can't be read or does not have its shape; names the file and what to mend."""


def _read(path: Path) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text("utf-8"), Loader=loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise KnowledgeError(f"{path}: not readable as YAML: {error}") from error


def merge(base: Any, overlay: Any) -> Any:
    """The overlay laid over the base: mappings key by key, lists of entries with a `code` or `id` by that key,
    other lists appended, anything else replaced."""
    if isinstance(base, dict) and isinstance(overlay, dict):
        return base | {key: merge(base[key], value) if key in base else value for key, value in overlay.items()}
    if isinstance(base, list) and isinstance(overlay, list):
        for key in ("code", "id"):
            if all(isinstance(item, dict) and key in item for item in (*base, *overlay)):
                merged = {item[key]: item for item in base}
                for item in overlay:
                    merged[item[key]] = merge(merged.get(item[key], {}), item)
                return list(merged.values())
        return base + [item for item in overlay if item not in base]
    return overlay


class Knowledge:
    """The knowledge in force: the shipped files, overlaid by the files of the same name in `folder`.

    Args:
        folder: a folder laid out as the shipped one; None for the shipped knowledge alone.
    """

    def __init__(self, folder: Path | None = None) -> None:
        if folder is not None and not folder.is_dir():
            raise KnowledgeError(f"{folder}: no such folder; --knowledge wants a folder of YAML files")
        self.folder = folder
        self._folders = (SHIPPED,) if folder is None else (SHIPPED, folder)
        self._tables: dict[str, Any] = {}

    def table(self, name: str) -> Any:
        """The merged content of `name`.yaml (a relative path without its ending), {} where no folder has it."""
        if name not in self._tables:
            content: Any = {}
            for folder in self._folders:
                path = folder / f"{name}.yaml"
                if path.is_file():
                    content = merge(content, _read(path)) if content else _read(path)
            self._tables[name] = content
        return self._tables[name]

    def names(self, under: str = "") -> list[str]:
        """The names of all tables below a subfolder, sorted."""
        found = {
            str(path.relative_to(folder).with_suffix("").as_posix())
            for folder in self._folders
            for path in (folder / under).rglob("*.yaml")
        }
        return sorted(found)

    @cached_property
    def digest(self) -> str:
        """A digest of every file of every folder, by name and content."""
        total = hashlib.sha256()
        for folder in self._folders:
            for path in sorted(folder.rglob("*.yaml")):
                total.update(f"{path.relative_to(folder).as_posix()}\0".encode())
                total.update(hashlib.sha256(path.read_bytes()).digest())
        return total.hexdigest()


_in_force: Knowledge | None = None
_caches: list[Any] = []
Function = TypeVar("Function", bound=Callable[..., Any])


def knowledge() -> Knowledge:
    """The knowledge in force: the shipped one, or that of the last `use`."""
    global _in_force
    if _in_force is None:
        _in_force = Knowledge()
    return _in_force


def use(folder: Path | None) -> Knowledge:
    """Put the knowledge of a folder in force for this process; everything compiled from another one is forgotten.

    Args:
        folder: files that overlay the shipped ones; None for the shipped knowledge alone.
    """
    global _in_force
    if _in_force is None or _in_force.folder != folder:
        _in_force = Knowledge(folder)
        for cached in _caches:
            cached.cache_clear()
    return _in_force


def compiled(function: Function) -> Function:
    """Decorator: cache what a function without arguments makes of the knowledge, until another one is put in force."""
    cached = cache(function)
    _caches.append(cached)
    return cast(Function, cached)
