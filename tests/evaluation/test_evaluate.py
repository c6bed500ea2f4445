import numpy as np
import pandas as pd
import pytest

from analysis.cannot_say import CannotSay, said
from analysis.evaluation.checks import CHECKS
from analysis.evaluation.designs import DESIGNS
from analysis.evaluation.emmie import emmie
from analysis.evaluation.evaluate import evaluate
from analysis.evaluation.grading import Grade
from analysis.evaluation.setting import Place, Setting
from analysis.params.evaluation import Evaluation

YEARS = pd.period_range("2004-03", periods=10, freq="Y-MAR")
DECLARED = {
    "by": "The authors",
    "data": {"source": "scotland", "vintage": "2021-22"},
    "treated": {"name": "Here", "areas": ["S12000040"]},
    "start": "2010-04",
    "end": "2013-03",
    "chosen": {"why": "not published"},
    "outcomes": [{"id": "o", "name": "recorded vandalism", "categories": ["c"]}],
    "design": "before-after",
}
NO_PRICE = CannotSay("no unit cost stands for it", "no-unit-cost")


@pytest.fixture(scope="module")
def evaluated():
    rng = np.random.default_rng(3)

    def place(name, times=1.0):
        return Place(name, pd.Series(rng.poisson([400] * 7 + [400 * times] * 3), index=YEARS, dtype="Int64"))

    return evaluate(
        Setting("vandalism", place("here", 0.5), YEARS[7], YEARS[-1], tuple(place(str(n)) for n in range(3))),
        "with-comparator",
    )


def test_every_design_answers_or_refuses_once(evaluated):
    names = [evaluated.asked.design.name, *(each.design.name for each in evaluated.others)]
    assert names[0] == "with-comparator"
    assert sorted(names) == sorted(each.name for each in DESIGNS)


def test_a_design_that_answers_has_every_check_and_one_that_does_not_has_none(evaluated):
    for each in (evaluated.asked, *evaluated.others):
        assert len(each.checks) == (len(CHECKS) if said(each.effect) else 0)
        assert said(each.effect) or not said(each.grade)


def test_a_fall_by_half_is_found_and_graded(evaluated):
    assert evaluated.asked.effect.verdict == "fewer"
    assert isinstance(evaluated.asked.grade, Grade)
    assert evaluated.asked.grade.verb


def test_the_designs_are_those_of_the_register(evaluated):
    assert all(each.design in DESIGNS for each in evaluated.specifications)
    assert evaluated.specifications[0].asked


def test_a_name_of_no_design_is_an_error(evaluated):
    with pytest.raises(ValueError, match="panel"):
        evaluate(evaluated.setting, "pannel")


def test_emmie_has_its_five_headings_and_says_what_is_missing(evaluated):
    found = dict(emmie(evaluated, Evaluation.model_validate(DECLARED), NO_PRICE))
    assert list(found) == ["Effect", "Mechanism", "Moderators", "Implementation", "Economics"]
    assert "fewer" in found["Effect"]
    assert "not supplied" in found["Mechanism"]
    assert "not supplied" in found["Implementation"]
    assert "no unit cost" in found["Economics"]


def test_a_logic_model_is_the_mechanism_and_none_of_it_is_taken_as_measured(evaluated):
    logic = {"activities": ["Patrols"], "short": ["Fewer incidents"], "assumptions": ["Patrols deter"]}
    words = dict(emmie(evaluated, Evaluation.model_validate(DECLARED | {"logic": logic}), NO_PRICE))["Mechanism"]
    assert "one activity to one outcome, and rests on one assumption" in words
    assert "None of its steps in between was measured" in words
