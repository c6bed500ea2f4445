"""The registry of methods that reports use: pure functions, with what they take, give and refuse.

``csp method`` is derived from it, and so is the page of the documentation that lists them.
"""
