"""Made-up names of places and forces, none of them one of the register's: some nest, some are long, some not ASCII."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    import numpy as np

_STEMS: Final = (
    "Quill", "Hax", "Ostle", "Pellow", "Wenn", "Corv", "Dunnel", "Fennick", "Garrow", "Ibber", "Jask", "Kelder",
    "Lorrim", "Nettle", "Orril", "Pring", "Ruddle", "Skelm", "Umber", "Vessel", "Wexen", "Yarrel", "Zeal", "Brindle",
    "Cavvis", "Drossel", "Emmer", "Fallow", "Grisk", "Hobble", "Inver", "Jurrel", "Kestle", "Lannet", "Mossel",
    "Navver", "Oxter", "Plover", "Quarrel", "Rookle", "Sorrel", "Tansy", "Ullen", "Vetch", "Warble", "Yewdle",
)  # fmt: skip
_ENDS: Final = (
    "wick", "holme", "mere", "combe", "stead", "thwaite", "minster", "hithe", "march", "barrow", "dale", "sea",
    "brough", "fold", "haven", "marsh", "stow", "wold", "garth", "hurst",
)  # fmt: skip
_SHIRES: Final = ("shire", "mark", "land")
_OTHER_LETTERS: Final = (
    "Llanŵgan", "Cwm Hŷr", "Trefôr Isaf", "Ynys Gwêr", "Pont-y-Môrfa", "Caer Ŵyn", "Llanfêr-ym-Mŵg", "Sgeir Bhàn",
)  # fmt: skip
_LONG: Final = (
    "Quillmarch and the Five Hundreds of Upper Haxholme with Tarnwick-under-Edge, Pellowdale and the Ostle Fens",
    "Saint Wennoc's Liberty, the Soke of Drosselminster and the Parishes beyond the Water",
)
_SIDES: Final = ("North West", "South", "East", "Mid", "Upper")
_EVERY: Final = {"nested": 9, "other letters": 23, "long": 90}
"""A name of that kind comes once in so many."""


def slug(name: str) -> str:
    """``Cwm Hŷr`` as ``cwm-hyr``: letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def force_names(rng: np.random.Generator, count: int, real: Collection[str]) -> list[str]:
    """``count`` names of police areas (``Quillshire``), each once and none in ``real``."""
    return list(islice(_new(_pairs(rng, _SHIRES), real), count))


def district_names(rng: np.random.Generator, count: int, real: Collection[str]) -> list[str]:
    """``count`` names of districts, each once, by whatever letters, and none in ``real``.

    Some contain another ("North West Haxholme" beside "Haxholme"), as real ones do.
    """
    return list(islice(_new(_mixed(_pairs(rng, _ENDS)), real), count))


def _mixed(plain: Iterator[str]) -> Iterator[str]:
    last, letters, long, sides = "", iter(_OTHER_LETTERS), iter(_LONG), 0
    for at, name in enumerate(plain, 1):
        if at % _EVERY["nested"] == 2:
            yield f"{_SIDES[sides % len(_SIDES)]} {last}"
            sides += 1
        if at % _EVERY["other letters"] == 3:
            yield from islice(letters, 1)
        if at % _EVERY["long"] == 4:
            yield from islice(long, 1)
        yield name
        last = name


def _pairs(rng: np.random.Generator, ends: tuple[str, ...]) -> Iterator[str]:
    for at in rng.permutation(len(_STEMS) * len(ends)).tolist():
        yield f"{_STEMS[at // len(ends)]}{ends[at % len(ends)]}"


def _new(names: Iterator[str], real: Collection[str]) -> Iterator[str]:
    seen = {slug(name) for name in real}
    for name in names:
        if slug(name) not in seen:
            seen.add(slug(name))
            yield name
