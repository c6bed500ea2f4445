"""What may be expected of the months ahead, how sure that is, and how such statements have fared before.

Pure. A horizon is published only where the series' own past has shown what such a forecast is worth.
"""

from analysis.outlook.paths import simulate

__all__ = ["simulate"]
