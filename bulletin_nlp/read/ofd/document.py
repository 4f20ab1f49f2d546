"""An OFD document → pages of placed characters, metadata, and what else it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bulletin_nlp.read.errors import FormatError
from bulletin_nlp.read.ofd.package import ROOT, Package, below, first_text, local
from bulletin_nlp.read.ofd.page import Content
from bulletin_nlp.read.ofd.text import numbers
from bulletin_nlp.read.paged.model import Page
from bulletin_nlp.read.paged.rules import grids

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PAGES = 2000
MAX_GLYPHS = 300_000
_A4 = (210.0, 297.0)
_META = ("Title", "Author", "Subject", "Abstract", "CreationDate", "Keyword")
_PAGE_PART = re.compile(r"(?:^|/)pages?/(?:page_?)?(\d{1,6})/[^/]+\.xml$", re.IGNORECASE)


class Document:
    """One OFD file; several documents in it follow each other.

    Args:
        data: the archive.

    Raises:
        FormatError: damaged beyond reading, encrypted, hostile or too large.
    """

    def __init__(self, data: bytes) -> None:
        self.package = Package(data)
        self.meta: dict[str, str] = {}
        self.attachments: list[tuple[str, str]] = []
        self.signatures = 0
        self.pictures: dict[int, str] = {}  # page number → the part that holds the picture it consists of
        self._left = MAX_GLYPHS
        if any(
            name.rpartition("/")[2].lower() in {"encryptions.xml", "decyptseed.dat"} for name in self.package.names()
        ):
            fault = (
                "is an encrypted OFD; open it with the program and key it was made for, save it unencrypted, pass that"
            )
            raise FormatError("encrypted", fault)
        root = self.package.try_xml(ROOT)
        self._roots = self._read_root(root[1]) if root else []
        if not self._roots:
            self._roots = sorted(n for n in self.package.names() if n.lower().endswith("document.xml"))

    def pages(self) -> list[Page]:
        """Every page in order.

        Raises:
            FormatError: hostile or too large.
        """
        found: list[Page] = []
        for name in self._roots:
            entry = self.package.try_xml(name)
            parts = list(self._page_parts(name, entry[1] if entry else None))
            if len(found) + len(parts) > MAX_PAGES:
                raise FormatError("too_large", f"has more than the {MAX_PAGES} pages that are read; split it")
            found += self._pages(name, entry[1] if entry else None, parts, len(found))
        return found

    def _read_root(self, root: _Element) -> list[str]:
        names = []
        for body in below(root, "DocBody"):
            for key in _META:
                if value := first_text(body, key):
                    self.meta.setdefault(key, value[:500])
            name = self.package.find(first_text(body, "DocRoot"), ROOT)
            if name:
                names.append(name)
            self.signatures += self._signed(first_text(body, "Signatures"))
        return list(dict.fromkeys(names))

    def _signed(self, location: str) -> int:
        found = self.package.try_xml(location, ROOT)
        if found is None:
            return int(bool(location))
        return sum(1 for _ in below(found[1], "Signature")) or 1

    def _page_parts(self, name: str, root: _Element | None) -> Iterator[str | None]:
        """The parts of the pages in order; None for a page whose part is absent."""
        listed = []
        if root is not None:
            for pages in below(root, "Pages"):
                listed = [page.get("BaseLoc") for page in pages if local(page) == "Page"]
                break
        if listed:
            yield from (self.package.find(location, name) if location else None for location in listed)
            return
        numbered = [(int(m[1]), part) for part in self.package.names() if (m := _PAGE_PART.search(part))]
        yield from (part for _, part in sorted(numbered))

    def _pages(self, name: str, root: _Element | None, parts: list[str | None], before: int) -> Iterator[Page]:
        templates: dict[str, str] = {}
        size = _A4
        units: dict[str, _Element] = {}
        media: dict[str, str] = {}
        if root is not None:
            size = _size(root, _A4)
            for template in below(root, "TemplatePage"):
                part = self.package.find(template.get("BaseLoc") or "", name)
                if part:
                    templates[template.get("ID") or ""] = part
            self._resources(root, name, units, media)
            self._attached(name, root)
        for index, part in enumerate(parts):
            yield self._page(before + index + 1, part, templates, size, units, media)

    def _page(
        self,
        number: int,
        part: str | None,
        templates: dict[str, str],
        size: tuple[float, float],
        units: dict[str, _Element],
        media: dict[str, str],
    ) -> Page:
        found = self.package.try_xml("/" + part) if part else None
        if found is None:
            note = ("damaged-page", "is absent or damaged and was left out; fetch the file anew")
            return Page(number, *size, [], notes=[note])
        own_units, own_media = dict(units), dict(media)
        self._resources(found[1], found[0], own_units, own_media)
        content = Content()
        for template in below(found[1], "Template"):
            below_it = self.package.try_xml("/" + templates.get(template.get("TemplateID") or "", "?"))
            if below_it:
                self._left = content.add(below_it[1], own_units, self._left)
        printed = len(content.glyphs)
        self._left = content.add(found[1], own_units, self._left)
        if not self._left:
            raise FormatError("too_large", f"holds more than {MAX_GLYPHS} characters; no bulletin does: split it")
        page = Page(number, *_size(found[1], size), content.glyphs, shapes=content.boxes)
        page.grids = grids(page.shapes, page.em())
        if len(content.glyphs) == printed:
            self._without_text(page, content, own_media)
        if content.askew:
            page.notes.append(("turned-text-left-out", f"{content.askew} characters stand askew, as a watermark does"))
        return page

    def _without_text(self, page: Page, content: Content, media: dict[str, str]) -> None:
        """Say of a page that has no text of its own why; keep the picture that it consists of."""
        if content.image and content.image_area > 0.3 * page.width * page.height and content.image in media:
            self.pictures[page.number] = media[content.image]
        elif content.shapes:
            message = f"holds no characters but {content.shapes} drawn shapes, perhaps text turned into outlines; "
            page.notes.append(("outlined-page", message + "have it saved with its text, or scan it and pass the scan"))

    def _resources(self, root: _Element, name: str, units: dict[str, _Element], media: dict[str, str]) -> None:
        """Add composite units and pictures of the resource parts that an element names."""
        for kind in ("PublicRes", "DocumentRes", "PageRes"):
            for pointer in below(root, kind):
                found = self.package.try_xml((pointer.text or "").strip(), name)
                if found is None:
                    continue
                part, resources = found
                folder = resources.get("BaseLoc") or ""
                for unit in below(resources, "CompositeGraphicUnit"):
                    units[unit.get("ID") or ""] = unit
                for item in below(resources, "MultiMedia"):
                    file = first_text(item, "MediaFile")
                    place = self.package.find(f"{folder}/{file}" if folder else file, part) or self.package.find(
                        file, part
                    )
                    if place:
                        media[item.get("ID") or ""] = place

    def _attached(self, name: str, root: _Element) -> None:
        found = self.package.try_xml(first_text(root, "Attachments"), name)
        if found is None:
            return
        for item in below(found[1], "Attachment"):
            file = first_text(item, "FileLoc")
            place = self.package.find(file, found[0])
            if place:
                self.attachments.append((item.get("Name") or place.rpartition("/")[2], place))


def _size(element: _Element, default: tuple[float, float]) -> tuple[float, float]:
    box = numbers(first_text(element, "PhysicalBox"))
    return (box[2], box[3]) if len(box) == 4 and box[2] > 0 and box[3] > 0 else default
