"""Regions that cross → regions that nest: what tags can express, and what had to be left out."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin_nlp.evaluate.labelstudio.read import Region


def nested(regions: Sequence[Region]) -> tuple[list[Region], list[tuple[Region, Region]]]:
    """The regions that nest, and pairs of one left out and the one it crosses.

    Of two that cross the shorter is left out, and so is whatever stands inside a document's title. Linear in time.

    Args:
        regions: in the order of the text, an outer one before those inside it.
    """
    kept: dict[int, Region] = {}
    left: list[tuple[Region, Region]] = []
    around: list[int] = []
    for number, region in enumerate(regions):
        while around:
            outer = kept[around[-1]]
            if outer.end <= region.start:
                around.pop()
            elif outer.label == "reference" and region.end <= outer.end:
                left.append((region, outer))
                break
            elif region.end <= outer.end:
                kept[number] = region
                around.append(number)
                break
            elif region.end - region.start <= outer.end - outer.start:
                left.append((region, outer))
                break
            else:
                left.append((kept.pop(around.pop()), region))
        else:
            kept[number] = region
            around.append(number)
    return list(kept.values()), left
