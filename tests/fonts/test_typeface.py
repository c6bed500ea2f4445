"""The typeface that ships."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from analysis.fonts import FACES, FAMILY, FOLDER

NEEDED = "−–—≤≥±×·•…£€→▲▼✓ŴŵŶŷÂâÊêÎîÔôÛûẀẁẂẃẄẅỲỳÀàÈèÌìÒòÙùÁáÉéÍíÓóÚú†‡²³χφ"


@pytest.mark.parametrize("path", FACES, ids=lambda path: str(path.stem))
def test_every_face_has_our_languages_and_our_signs(path: object) -> None:
    with TTFont(path) as font:
        held = font.getBestCmap()
        family = font["name"].getDebugName(1)
    assert [sign for sign in NEEDED if ord(sign) not in held] == []
    assert family == FAMILY


def test_the_licence_stands_beside_the_faces() -> None:
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert sorted(path.suffix for path in FOLDER.iterdir() if path.is_file()) == [".otf", ".otf", ".otf", ".py", ".txt"]
