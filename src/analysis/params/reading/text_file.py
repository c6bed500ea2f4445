"""The text of a declared file: UTF-8, printable, not empty."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from analysis.errors import Problem
from analysis.params.reading.written import whole_file

UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that neither YAML nor a document can hold."""


def read_text(path: Path, file: str) -> str | Problem:
    """Return the text of ``path`` without its byte order mark and with plain line ends, or what is wrong with it."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return whole_file(file, "unreadable-file", f"cannot be opened ({error.strerror})")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return whole_file(file, "encoding", "is not UTF-8 text: save it again with the encoding UTF-8", line)
    if found := UNPRINTABLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        return whole_file(
            file, "control-character", f"holds the control character U+{ord(found[0]):04X}: delete it", line
        )
    if not text.strip():
        return whole_file(file, "empty-file", "is empty")
    return text.replace("\r\n", "\n").replace("\r", "\n")
