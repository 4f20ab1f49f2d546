"""XML that nobody vouches for: no document type, no entities, no network, bounded depth and size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_nlp.read.errors import FormatError

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_XML = 32 * 1024 * 1024
MAX_TAGS = 1_000_000
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_PROLOG = 65_536


def parse_xml(data: bytes, part: str) -> _Element:
    """The root element, without comments and processing instructions.

    libxml2 itself refuses elements more than 256 deep and texts of more than 10 million bytes.

    Args:
        data: the document, in the encoding that it declares.
        part: its name, for messages.

    Raises:
        FormatError: not well-formed, with a DOCTYPE, or too large.
    """
    from lxml import etree

    if len(data) > MAX_XML or data.count(b"<") > MAX_TAGS:
        raise FormatError("too_large", f"has a part too large to read ({part}); split it, or check what it is")
    if _DOCTYPE.search(data[:_PROLOG].replace(b"\0", b"")):
        raise _with_doctype(part)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = str(error).partition(", line")[0][:200]
        raise FormatError("damaged", f"has a part that is no XML ({part}: {reason}); fetch or save it anew") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _with_doctype(part)
    return root


def _with_doctype(part: str) -> FormatError:
    fault = f"declares a document type in {part}, as no office document does; don't trust it, have it saved anew"
    return FormatError("suspicious", fault)
