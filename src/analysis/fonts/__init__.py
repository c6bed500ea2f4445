"""The one typeface of every chart and document: Source Sans 3, whole and unmodified, under the SIL Open Font License.

Charts (matplotlib), PDF (Typst) and HTML all use these files, so that a label is as wide on paper as it was when the
chart was laid out. The files are release 3.052 as Adobe publishes them in the npm package ``source-sans``; the licence
text is ``OFL.txt`` beside them. The face has arrows, triangles and the Welsh and Gaelic letters; it has no emoji.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

FAMILY: Final = "Source Sans 3"
"""The family's name, for matplotlib's ``font.family``, Typst's ``font`` and CSS."""

FOLDER: Final = Path(__file__).parent
"""The folder that holds the faces and their licence."""

REGULAR: Final = FOLDER / "SourceSans3-Regular.otf"
BOLD: Final = FOLDER / "SourceSans3-Bold.otf"
ITALIC: Final = FOLDER / "SourceSans3-It.otf"

FACES: Final = (REGULAR, BOLD, ITALIC)
"""Every face: weight 400, weight 700, and weight 400 italic."""

__all__ = ["BOLD", "FACES", "FAMILY", "FOLDER", "ITALIC", "REGULAR"]
