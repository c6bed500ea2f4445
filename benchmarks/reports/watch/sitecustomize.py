"""On the path of every Python process of a watched run: notes what it imports of interest, and each kernel at work.

``CSP_BENCHMARK_WATCH`` names the file; a line is a process and a word. Forked processes are watched as well.
"""

import os
import sys

NOTED = {"papermill", "pandas", "nbclient", "jupyter_client", "ipykernel", "matplotlib", "statsmodels"}
said = set()


def say(word):
    if (os.getpid(), word) not in said:
        said.add((os.getpid(), word))
        file = os.open(os.environ["CSP_BENCHMARK_WATCH"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        os.write(file, f"{os.getpid()} {word}\n".encode())
        os.close(file)


def look(event, what):
    """Audit hook: imports of what is noted, and the code of cells, which ipykernel keeps under a name of its own."""
    if event == "import" and what[0].partition(".")[0] in NOTED:
        say(what[0].partition(".")[0])
    elif event == "exec" and f"{os.sep}ipykernel_" in getattr(what[0], "co_filename", ""):
        say("kernel")


if "CSP_BENCHMARK_WATCH" in os.environ:
    sys.addaudithook(look)
    say("started")
