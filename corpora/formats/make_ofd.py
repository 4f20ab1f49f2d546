"""Sheets → OFD (GB/T 33190-2016), in the ways that different producers write it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape

from typeset import Placed, Sheet

MM = 25.4 / 72
STAMP = (2020, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Style:
    """How a producer writes.

    Attributes:
        runs: "line" one TextCode a line with `g` repetitions; "plain" all distances spelled out; "character" an object a
            character; "codes" several TextCode in one object; "none" without distances.
        scaled: sizes in a CTM instead of in Size.
        template: page numbers and running heads in a template page.
        shuffled: objects in another order than they are read in.
        blocks: objects in nested page blocks.
        namespace: the XML namespace.
        absolute: locations with a leading slash.
        backslashes: member names with backslashes.
        lower: member names in lower case, whatever the parts call them.
        gbk: a folder whose name is written in GBK, without the UTF-8 flag.
        bare: without document information, size, resources, fonts.
        listed: the document names its pages.
        stored: without compression.
        signed: with a list of signatures.
        composite: the first line inside a composite graphic unit of the resources.
    """

    runs: str = "line"
    scaled: bool = False
    template: bool = False
    shuffled: bool = False
    blocks: bool = False
    namespace: str = "http://www.ofdspec.org/2016"
    absolute: bool = False
    backslashes: bool = False
    lower: bool = False
    gbk: bool = False
    bare: bool = False
    listed: bool = True
    stored: bool = False
    signed: bool = False
    composite: bool = False


STYLES = {
    "plain": Style(runs="plain"),
    "template": Style(template=True, signed=True),
    "characters": Style(runs="character", shuffled=True, absolute=True),
    "codes": Style(runs="codes", blocks=True, stored=True),
    "scaled": Style(scaled=True, namespace="http://www.ofdspec.org"),
    "bare": Style(runs="none", bare=True, listed=False),
    "names": Style(backslashes=True, lower=True, gbk=True),
    "composite": Style(composite=True, signed=True),
}


def ofd(
    sheets: list[Sheet],
    style: Style,
    *,
    title: str = "",
    attached: dict[str, bytes] | None = None,
    pictures: list[bytes] | None = None,
    outlines: bool = False,
) -> bytes:
    """An OFD file, the same bytes each time.

    Args:
        sheets: what stands on its pages.
        style: how it is written.
        title: its metadata.
        attached: files by name.
        pictures: a JPEG for each page, in place of its text.
        outlines: shapes in place of text.
    """
    writer = _Writer(style)
    folder = "文档_0" if style.gbk else "Doc_0"
    slash = f"/{folder}/" if style.absolute else ""
    pages, parts = [], {}
    for index, sheet in enumerate(sheets):
        edge = [run for run in sheet.runs if run.edge]
        own = [run for run in sheet.runs if not (style.template and run.edge)]
        objects = writer.objects(own)
        if pictures:
            objects = f'<ofd:ImageObject ID="{writer.next()}" Boundary="0 0 210 297" ResourceID="{900 + index}"/>'
        if outlines:
            box = 'Boundary="20 20 10 10"><ofd:AbbreviatedData>M 0 0 L 5 5 C</ofd:AbbreviatedData>'
            objects = f'<ofd:PathObject ID="{writer.next()}" {box}</ofd:PathObject>' * 120
        objects += "".join(writer.rule(*rule) for rule in sheet.rules)
        if style.blocks:
            objects = f'<ofd:PageBlock ID="{writer.next()}"><ofd:PageBlock ID="{writer.next()}">{objects}</ofd:PageBlock></ofd:PageBlock>'
        template = ""
        if style.template:
            parts[f"{folder}/Tpls/Tpl_{index}/Content.xml"] = writer.page(writer.objects(edge))
            template = f'<ofd:Template TemplateID="{800 + index}" ZOrder="Background"/>'
        parts[f"{folder}/Pages/Page_{index}/Content.xml"] = writer.page(objects, template)
        pages.append(f'<ofd:Page ID="{index + 1}" BaseLoc="{slash}Pages/Page_{index}/Content.xml"/>')
    templates = "".join(
        f'<ofd:TemplatePage ID="{800 + i}" BaseLoc="{slash}Tpls/Tpl_{i}/Content.xml"/>'
        for i in range(len(sheets))
        if style.template
    )
    media = "".join(
        f'<ofd:MultiMedia ID="{900 + i}" Type="Image"><ofd:MediaFile>{i}.jpg</ofd:MediaFile></ofd:MultiMedia>'
        for i in range(len(pictures or []))
    )
    resources = (
        ""
        if style.bare
        else f"<ofd:PublicRes>{slash}PublicRes.xml</ofd:PublicRes><ofd:DocumentRes>{slash}DocumentRes.xml</ofd:DocumentRes>"
    )
    area = "" if style.bare else "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    listed = f"<ofd:Pages>{''.join(pages)}</ofd:Pages>" if style.listed else ""
    attachments = f"<ofd:Attachments>{slash}Attachments.xml</ofd:Attachments>" if attached else ""
    body = f"<ofd:CommonData>{area}{resources}{templates}</ofd:CommonData>{listed}{attachments}"
    info = (
        ""
        if style.bare
        else f"<ofd:DocInfo><ofd:DocID>0</ofd:DocID><ofd:Title>{escape(title)}</ofd:Title><ofd:CreationDate>2020-01-01</ofd:CreationDate></ofd:DocInfo>"
    )
    signatures = "<ofd:Signatures>/Signs/Signatures.xml</ofd:Signatures>" if style.signed else ""
    files: dict[str, bytes] = {
        "OFD.xml": writer.xml(
            "OFD",
            f"<ofd:DocBody>{info}<ofd:DocRoot>{'/' if style.absolute else ''}{folder}/Document.xml</ofd:DocRoot>{signatures}</ofd:DocBody>",
        ),
        f"{folder}/Document.xml": writer.xml("Document", body),
        **parts,
    }
    if not style.bare:
        files[f"{folder}/PublicRes.xml"] = writer.xml(
            "Res", '<ofd:Fonts><ofd:Font ID="2" FontName="仿宋"/></ofd:Fonts>', 'BaseLoc="Res"'
        )
        units = f"<ofd:CompositeGraphicUnits>{writer.units}</ofd:CompositeGraphicUnits>" if writer.units else ""
        files[f"{folder}/DocumentRes.xml"] = writer.xml(
            "Res", f"<ofd:MultiMedias>{media}</ofd:MultiMedias>{units}", 'BaseLoc="Res"'
        )
    for index, picture in enumerate(pictures or []):
        files[f"{folder}/Res/{index}.jpg"] = picture
    if style.signed:
        files["Signs/Signatures.xml"] = writer.xml(
            "Signatures", '<ofd:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/>'
        )
    if attached:
        rows = "".join(
            f'<ofd:Attachment ID="{i}" Name="{escape(n)}"><ofd:FileLoc>Attachs/{i}.bin</ofd:FileLoc></ofd:Attachment>'
            for i, n in enumerate(attached)
        )
        files[f"{folder}/Attachments.xml"] = writer.xml("Attachments", rows)
        files |= {f"{folder}/Attachs/{i}.bin": data for i, data in enumerate(attached.values())}
    return _zipped(files, style)


class _Writer:
    """Writes objects, counting their ids."""

    def __init__(self, style: Style) -> None:
        self.style, self.units, self._last = style, "", 1000

    def next(self) -> int:
        self._last += 1
        return self._last

    def xml(self, name: str, content: str, attributes: str = "") -> bytes:
        head = f'<?xml version="1.0" encoding="UTF-8"?><ofd:{name} xmlns:ofd="{self.style.namespace}" {attributes}>'
        return f"{head}{content}</ofd:{name}>".encode()

    def page(self, objects: str, template: str = "") -> bytes:
        area = "" if self.style.bare else "<ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area>"
        return self.xml(
            "Page", f'{area}{template}<ofd:Content><ofd:Layer ID="{self.next()}">{objects}</ofd:Layer></ofd:Content>'
        )

    def objects(self, runs: list[Placed]) -> str:
        if self.style.runs == "character":
            runs = [p for run in runs for p in _characters(run)]
        if self.style.shuffled:
            runs = sorted(runs, key=lambda run: (hash_of(run.text), run.x, run.y))
        written = [self._object(run) for run in runs]
        if self.style.composite and written and not self.units:
            self.units = f'<ofd:CompositeGraphicUnit ID="700" Width="210" Height="297"><ofd:Content>{written[0]}</ofd:Content></ofd:CompositeGraphicUnit>'
            written[0] = f'<ofd:CompositeObject ID="{self.next()}" Boundary="0 0 210 297" ResourceID="700"/>'
        return "".join(written)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> str:
        box = f"{x0 * MM:.3f} {y0 * MM:.3f} {(x1 - x0) * MM:.3f} {(y1 - y0) * MM:.3f}"
        data = f"M 0 0 L {(x1 - x0) * MM:.3f} {(y1 - y0) * MM:.3f}"
        return f'<ofd:PathObject ID="{self.next()}" Boundary="{box}"><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>'

    def _object(self, run: Placed) -> str:
        size = run.size * MM
        x, y = run.x * MM, (run.y - run.size) * MM
        inner, ctm = size, ""
        if self.style.scaled:
            inner, ctm = 1.0, f' CTM="{size:.4f} 0 0 {size:.4f} 0 0"'
        boundary = f"{x:.3f} {y:.3f} {len(run.text) * size:.3f} {size * 1.3:.3f}"
        return f'<ofd:TextObject ID="{self.next()}" Boundary="{boundary}" Font="2" Size="{inner:.4f}"{ctm}>{self._codes(run.text, inner)}</ofd:TextObject>'

    def _codes(self, text: str, size: float) -> str:
        steps = [size * (0.5 if ord(character) < 0x2000 else 1.0) for character in text]
        if self.style.runs == "codes" and len(text) > 6:
            cut = len(text) // 2
            return self._code(text[:cut], 0.0, size, steps[: cut - 1]) + self._code(
                text[cut:], sum(steps[:cut]), size, steps[cut:-1]
            )
        return self._code(text, 0.0, size, steps[:-1])

    def _code(self, text: str, x: float, y: float, steps: list[float]) -> str:
        if self.style.runs in {"plain", "codes"}:
            delta = " ".join(f"{step:.4f}" for step in steps)
        else:
            runs = [(f"{step:.4f}", len(list(group))) for step, group in groupby(steps)]
            delta = " ".join(f"g {count} {step}" if count > 1 else step for step, count in runs)
        attribute = f' DeltaX="{delta}"' if delta and self.style.runs != "none" else ""
        return f'<ofd:TextCode X="{x:.4f}" Y="{y:.4f}"{attribute}>{escape(text)}</ofd:TextCode>'


def hash_of(text: str) -> int:
    """A number that scatters texts, the same each time."""
    return sum(ord(character) * 31**index for index, character in enumerate(text)) % 9973


def _characters(run: Placed) -> list[Placed]:
    found, x = [], run.x
    for character in run.text:
        found.append(Placed(character, x, run.y, run.size, run.edge))
        x += run.size * (0.5 if ord(character) < 0x2000 else 1.0)
    return found


class _GbkInfo(zipfile.ZipInfo):
    """A member whose name is written as GBK bytes without the UTF-8 flag, as Chinese archivers write it."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def _zipped(files: dict[str, bytes], style: Style) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            shown = name.lower() if style.lower else name
            info = (_GbkInfo if style.gbk else zipfile.ZipInfo)(shown, STAMP)
            info.filename = shown.replace("/", "\\") if style.backslashes else shown
            info.compress_type = zipfile.ZIP_STORED if style.stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return buffer.getvalue()
