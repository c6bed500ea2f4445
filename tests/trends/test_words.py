"""Words that no report may use."""

import pytest


@pytest.mark.parametrize("folder", ["src", "docs", "notebooks", "params"])
def test_no_trend_is_ever_called_an_inner_one(root, folder):
    banned = "under" + "lying trend"
    files = [each for each in (root / folder).rglob("*") if each.suffix in (".py", ".md", ".ipynb", ".yml", ".csv")]
    assert files
    assert [str(each) for each in files if banned in " ".join(each.read_text(encoding="utf-8").lower().split())] == []
