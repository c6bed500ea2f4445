"""Months out of the ordinary: what was to be expected, what would have been surprising, and control charts.

Pure. A month is called exceptional only against a prediction made without it.
"""
