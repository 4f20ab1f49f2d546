"""How the plots of the notebooks look: one font with Chinese, one palette for all eyes, no chart junk."""

from __future__ import annotations

from collections.abc import Iterable

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure

FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "SimHei",
    "WenQuanYi Zen Hei",
    "Noto Sans CJK JP",  # matplotlib before 3.11 knows a collection of fonts by the name of its first
    "Noto Serif CJK JP",
)
"""Fonts with Chinese characters, the best first."""

BLUE, ORANGE, GREEN, RED, PURPLE, SKY, YELLOW, BLACK = (
    "#0072B2",
    "#E69F00",
    "#009E73",
    "#D55E00",
    "#CC79A7",
    "#56B4E9",
    "#F0E442",
    "#222222",
)
"""The palette of Okabe and Ito, told apart by colour-blind readers too."""

GREY = "#8A8A8A"
"""What is not known, or stands behind."""


def chinese_font() -> str | None:
    """The best installed font with Chinese characters, None where there is none."""
    installed = {font.name for font in font_manager.fontManager.ttflist}
    return next((name for name in FONTS if name in installed), None)


def use() -> str:
    """Set fonts and lines for all plots that follow; what was found, in one sentence."""
    font = chinese_font()
    mpl.rcParams.update(
        {
            "font.family": [font] if font else ["sans-serif"],
            "font.size": 10,
            "axes.titlesize": 11,
            "axes.titleweight": "bold",
            "axes.titlelocation": "left",
            "axes.titlepad": 10,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.edgecolor": GREY,
            "axes.linewidth": 0.8,
            "axes.unicode_minus": False,
            "axes.axisbelow": True,
            "grid.color": "#E3E3E3",
            "grid.linewidth": 0.7,
            "xtick.color": BLACK,
            "ytick.color": BLACK,
            "xtick.major.size": 3,
            "ytick.major.size": 0,
            "legend.frameon": False,
            "figure.dpi": 125,
            "savefig.dpi": 300,
            "figure.constrained_layout.use": True,
        }
    )
    return f"Chinese labels in {font}." if font else "No Chinese font is installed: plots show codes instead of labels."


def labels(chinese: Iterable[str], codes: Iterable[str]) -> list[str]:
    """The Chinese labels where a font can show them, else the codes."""
    return list(chinese) if chinese_font() else list(codes)


def note(figure: Figure) -> None:
    """Say below a figure without Chinese labels why it has none."""
    if chinese_font() is None:
        figure.supxlabel("Codes, because no Chinese font is installed.", fontsize=8, color=GREY)


def across(axes: Axes) -> None:
    """Light lines to read values along the horizontal axis."""
    axes.grid(axis="x")
    axes.spines["left"].set_visible(False)
