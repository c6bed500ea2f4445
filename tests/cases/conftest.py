"""Published and independently computed answers, read with the tolerance stated there; nothing is widened."""

import json

import pandas as pd
import pytest


class Case:
    """One case: its data, and a check of our answers that names every quantity outside its tolerance."""

    def __init__(self, folder):
        told = json.loads((folder / "case.json").read_text())
        self.quantity = told["quantity"]
        self.data = pd.read_csv(folder / told["data"])

    def check(self, **answers):
        wrong = {
            name: (self.quantity[name]["value"], answer)
            for name, answer in answers.items()
            if not abs(self.quantity[name]["value"] - answer) <= self.quantity[name]["tol"]
        }
        assert not wrong, f"outside the stated tolerance (expected, got): {wrong}"


@pytest.fixture
def case(shared):
    """Read a case by its name."""
    return lambda name: Case(shared / "cases" / name)
