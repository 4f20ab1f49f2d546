"""Bar plots as inline SVG: sharp in print, without a library."""

from __future__ import annotations

from html import escape

_LABEL, _BAR, _LINE, _NUMBER = 190, 300, 22, 50


def bar_plot(rows: list[tuple[str, int]], caption: str) -> str:
    """Horizontal bars, one a row, with label and count."""
    top = max(count for _, count in rows)
    height = _LINE * len(rows)
    parts = [
        f'<svg viewBox="0 0 {_LABEL + _BAR + _NUMBER} {height}" role="img" aria-label="{escape(caption, quote=True)}">'
    ]
    for number, (name, count) in enumerate(rows):
        y = number * _LINE
        shown = name if len(name) <= 14 else name[:13] + "…"
        width = max(1.0, count / top * _BAR)
        parts.append(
            f'<g><title>{escape(name)}: {count}</title><text x="{_LABEL - 6}" y="{y + 15}" text-anchor="end">{escape(shown)}</text>'
            f'<rect x="{_LABEL}" y="{y + 3}" width="{width:.1f}" height="{_LINE - 6}"/>'
            f'<text x="{_LABEL + width + 5:.1f}" y="{y + 15}">{count}</text></g>'
        )
    return "".join(parts) + "</svg>"
