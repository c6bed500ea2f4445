"""A small, good ``params`` folder to break."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from params_tree import Tree

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A good folder of parameters, to be changed."""
    return Tree(tmp_path)
