"""How hard a text is to read, held to examples that others have published."""

from __future__ import annotations

import pytest

from analysis.prose.reading_age import hardest, reading, sentences, syllables

PLATYPUS = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
PASSAGE = "This sentence, taken as a reading passage unto itself, is being used to prove a point."
CAT = "The cat sat on the mat."


@pytest.mark.parametrize(
    ("text", "words", "counted", "grade"),
    [
        # The worked examples of the encyclopaedia's page on the formula, with the grade it gives or that follows from
        # the reading ease it gives (116 and 69) for the same words and syllables.
        (PLATYPUS, 13, 24, 11.3),
        (CAT, 6, 6, 0.39 * 6 + 11.8 * 1 - 15.59),
        (PASSAGE, 16, 23, 0.39 * 16 + 11.8 * 23 / 16 - 15.59),
    ],
)
def test_published_worked_examples_come_out(text: str, words: int, counted: int, grade: float) -> None:
    found = reading([text])
    assert (found.sentences, found.words, found.syllables) == (1, words, counted)
    assert found.grade == pytest.approx(grade, abs=0.05)


def test_the_same_counts_give_the_reading_ease_published_for_them() -> None:
    for text, ease in ((PLATYPUS, 37.5), (CAT, 116), (PASSAGE, 69)):
        found = reading([text])
        assert 206.835 - 1.015 * found.words - 84.6 * found.syllables / found.words == pytest.approx(ease, abs=0.5)


def test_a_reading_age_is_five_years_past_its_grade() -> None:
    assert reading([PLATYPUS]).age == pytest.approx(16.3, abs=0.05)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("crime", 1), ("burglary", 3), ("anti-social", 4), ("Police", 2), ("children’s", 2),
        ("Tannersley", 3), ("the", 1), ("criminal", 3), ("community", 4),
    ],
)  # fmt: skip
def test_syllables_are_those_that_are_said(word: str, expected: int) -> None:
    assert syllables(word) == expected


def test_a_word_of_no_dictionary_is_parted_as_it_would_be_at_the_end_of_a_line() -> None:
    assert syllables("Brackenfordshire") > 1


def test_a_figure_is_a_word_whose_syllables_are_not_counted() -> None:
    bare, figured = reading(["The police saw crimes."]), reading(["The police saw 7,654 crimes."])
    assert (figured.words, figured.figures, figured.syllables) == (bare.words, 1, bare.syllables)
    assert figured.grade == pytest.approx(bare.grade + 0.39)


def test_neither_a_decimal_point_nor_a_colon_ends_a_sentence() -> None:
    assert len(sentences(["Crime rose by 12.5% in the year."])) == 1
    assert len(sentences(["Three things: crime rose. Damage fell! Did fires?"])) == 3


def test_a_passage_without_a_stop_is_a_sentence_and_bare_figures_are_none() -> None:
    assert sentences(["Call the council", "12,345", ""]) == ["Call the council"]


def test_longer_words_and_longer_sentences_are_harder() -> None:
    plain = reading(["Crime went up. We do not know why."])
    assert reading(["Crime went up and we do not know why."]).grade > plain.grade
    assert reading(["Criminality increased. Explanations remain unavailable."]).grade > plain.grade


def test_the_hardest_sentence_comes_first() -> None:
    assert hardest(["The cat sat on the mat. Recidivism necessitates multidisciplinary interventions."])[0][:3] == "Rec"


def test_what_has_no_word_cannot_be_measured() -> None:
    with pytest.raises(ValueError, match="no word"):
        reading(["12,345"])
