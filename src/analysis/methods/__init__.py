"""The registry of methods that reports use: pure functions, with what they take, give and refuse.

``csp method`` is derived from it. The list itself is here and light, so that it shows at once; what a method takes
(``option``), how that is read (``reading``) and how an answer is written down (``plain``) are imported with a method.
"""

from analysis.methods.method import Method
from analysis.methods.registry import METHODS, method_named

__all__ = ["METHODS", "Method", "method_named"]
