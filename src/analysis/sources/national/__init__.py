"""A SIMULATED nation in the layout of data.police.uk: some three hundred fictional partnerships and their traps."""

from analysis.sources.national.size import LAST, Size
from analysis.sources.national.write import write_nation

__all__ = ["LAST", "Size", "write_nation"]
