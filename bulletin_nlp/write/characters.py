"""Characters that must not reach a terminal or a page as they are, each shown by one visible character instead.

Control characters could move a cursor or end a document, directional overrides (Unicode UAX 9) could show a text in
another order than it has, and U+FFFE or U+FFFF are no characters at all. One for one: offsets stay.
"""

from __future__ import annotations

import re

_PICTURES = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)}
_PICTURES |= {0x7F: 0x2421}
_SUBSTITUTE = 0x2426
_PICTURES |= dict.fromkeys(range(0x80, 0xA0), _SUBSTITUTE)
_PICTURES |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C), _SUBSTITUTE)
_PICTURES |= dict.fromkeys((*range(0xFDD0, 0xFDF0), *range(0xD800, 0xE000)), _SUBSTITUTE)
_PICTURES |= {(plane << 16) + last: _SUBSTITUTE for plane in range(17) for last in (0xFFFE, 0xFFFF)}

UNSEEN = re.compile(f"([{re.escape(''.join(map(chr, _PICTURES)))}])")
"""Finds such characters, one a match."""


def visible(text: str) -> str:
    """The text with every such character replaced by a symbol (␀ … ␡, or ␦); of the same length."""
    return text.translate(_PICTURES)


def one_line(text: str, width: int | None = None) -> str:
    """The visible text on one line, cut to `width` characters with … at its end."""
    if width is None:
        return " ".join(visible(text).split())
    line = " ".join(visible(text[: 8 * width]).split())
    return line if len(line) <= width and len(text) <= 8 * width else line[: width - 1] + "…"
