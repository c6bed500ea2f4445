"""Sentences made from results, with their intervals and verbs that the interval allows.

A sentence takes a row of a published frame (or what the partnership itself declared) and returns spans, never markup.
Nothing here says better or worse of an indicator whose direction is ambiguous.
"""

from analysis.prose.change import change_headline, change_sentence
from analysis.prose.claim import claim_figure, claim_sentence
from analysis.prose.evaluation import claim, counted_sentence, effect_sentences, power_sentence, spread, still_possible
from analysis.prose.exceptional import chance_words, exceptional_sentence, expected_words
from analysis.prose.initiative import initiative_sentence
from analysis.prose.interval import LEVEL_WORDS, bracket, limits, moved
from analysis.prose.open_target import open_target_sentence, survey_sentence
from analysis.prose.outlook import outlook_sentence
from analysis.prose.peers import outlier_sentence, peers_sentence, place_sentence
from analysis.prose.published_change import SETTLES, chance_sentence, other_causes, own_sentence, wider_sentence
from analysis.prose.refusal import cannot_say_note
from analysis.prose.target import changed_target_sentence, target_sentence
from analysis.prose.typed_numbers import typed_numbers

__all__ = [
    "LEVEL_WORDS",
    "SETTLES",
    "bracket",
    "cannot_say_note",
    "chance_sentence",
    "chance_words",
    "change_headline",
    "change_sentence",
    "changed_target_sentence",
    "claim",
    "claim_figure",
    "claim_sentence",
    "counted_sentence",
    "effect_sentences",
    "exceptional_sentence",
    "expected_words",
    "initiative_sentence",
    "limits",
    "moved",
    "open_target_sentence",
    "other_causes",
    "outlier_sentence",
    "outlook_sentence",
    "own_sentence",
    "peers_sentence",
    "place_sentence",
    "power_sentence",
    "spread",
    "still_possible",
    "survey_sentence",
    "target_sentence",
    "typed_numbers",
    "wider_sentence",
]
