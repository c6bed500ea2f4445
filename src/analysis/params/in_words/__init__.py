"""What an edition declares, said in plain words: who and when, what is to be judged and how, what is not known."""

from __future__ import annotations

from analysis.params.catalogue import Catalogue
from analysis.params.in_words.actions import action_lines
from analysis.params.in_words.documents import document_lines
from analysis.params.in_words.gaps import gap_lines
from analysis.params.in_words.heading import edition_lines, partnership_lines
from analysis.params.in_words.indicators import indicator_lines
from analysis.params.in_words.initiatives import initiative_lines
from analysis.params.in_words.people import evidence_lines
from analysis.params.in_words.scoring import scoring_lines
from analysis.params.in_words.thread import equality_lines, thread_lines

__all__ = ["explain"]


def explain(catalogue: Catalogue, partnership: str, edition: str) -> str:
    """Say in words what ``partnership`` declares for ``edition``; raises ``RunError`` if there is no such edition."""
    who, what = catalogue.partnership(partnership), catalogue.edition(partnership, edition)
    parts = (
        partnership_lines(catalogue, who),
        edition_lines(catalogue, who, what),
        indicator_lines(what),
        evidence_lines(what),
        scoring_lines(what),
        initiative_lines(what),
        action_lines(what),
        thread_lines(what),
        equality_lines(what),
        document_lines(what),
        gap_lines(what),
    )
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"
