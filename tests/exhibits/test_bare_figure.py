"""A bare figure in a real kernel is drawn for its blocks, and for nothing else."""

import nbformat
from nbclient import NotebookClient

COUNTED = """
from matplotlib.figure import Figure

from analysis.exhibits import register_formatters

register_formatters(get_ipython())
drawn, draw = [], Figure.draw
Figure.draw = lambda self, *given: (drawn.append(self), draw(self, *given))[1]
"""
DRAWN = """
import matplotlib.pyplot as plt

figure, axes = plt.subplots()
axes.plot([1, 2])
figure.alt = "A line that rises."
axes.set(xlabel="year");
"""


def test_a_figure_of_pyplot_is_shown_as_blocks_and_drawn_once_as_svg_and_once_as_png() -> None:
    cells = [nbformat.v4.new_code_cell(source) for source in (COUNTED, DRAWN, "len(drawn)")]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, kernel_name="python3", timeout=120).execute()
    (shown,) = notebook.cells[1].outputs
    assert {"application/vnd.csp+json", "image/png"} <= set(shown.data)
    assert notebook.cells[2].outputs[0].data["text/plain"] == "2"
