"""What lies beside bulletins in folders and archives and is none, whatever it holds."""

from __future__ import annotations

from collections.abc import Collection

_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx"})
_PAGES = (".html", ".htm", ".xhtml", ".shtml")
_RESOURCES = ("_files", ".files", "_file", ".file")


def is_litter(name: str) -> bool:
    """Whether a file or folder of this name is hidden, the lock of an office program, or a system's own."""
    lower = name.lower()
    return lower.startswith((".", "~$")) or lower in _SYSTEM


def belongs_to_page(folder: str, beside: Collection[str]) -> bool:
    """Whether a folder holds the pictures and scripts of a page saved with them: 通报_files beside 通报.html.

    Args:
        folder: its name, perhaps with the folders that it lies in.
        beside: the names beside it, with the same folders, in lower case.
    """
    lower = folder.lower()
    page = next((lower.removesuffix(end) for end in _RESOURCES if lower.endswith(end)), None)
    return page is not None and any(page + ending in beside for ending in _PAGES)
