"""Who the partnership is, and what the edition is made from."""

from __future__ import annotations

from analysis.params.catalogue import Catalogue
from analysis.params.edition import Edition
from analysis.params.in_words.phrases import bullets, counted, several, when_words
from analysis.params.month import months_between
from analysis.params.overview import data_words, period_words
from analysis.params.partnership import Partnership

_BASIS = {
    "open data": "Made from open data; not produced or endorsed by the partnership.",
    "partnership": "The partnership's own: made from data and from what it declares.",
    "published document": "Restates a published document.",
    "illustration": "An illustration: the partnership and every figure are invented.",
}


def partnership_lines(catalogue: Catalogue, partnership: Partnership) -> list[str]:
    """Say who the partnership is, where, and what it is set beside."""
    places = several(f"{catalogue.areas.name(code)} ({code})" for code in partnership.areas)
    country = partnership.country.replace("-", " ").title()
    lines = [f"{partnership.name}: {partnership.body}", f"Covers {places}; country: {country}."]
    if partnership.peers:
        names = several(catalogue.areas.name(code) for code in partnership.peers)
        lines.append(f"Set beside {counted(len(partnership.peers), 'peer')} ({partnership.peer_group}): {names}.")
    else:
        lines.append("Set beside no other areas: no peers are declared.")
    if partnership.partnerships:
        names = several(catalogue.partnerships[name].name for name in partnership.partnerships)
        lines.append(f"Made of the partnerships {names}.")
    lines.append(
        f"Police forces: {several(partnership.forces)}." if partnership.forces else "No police force is declared."
    )
    return lines


def edition_lines(catalogue: Catalogue, partnership: Partnership, edition: Edition) -> list[str]:
    """Say what the edition is: period, basis, data, status, dates, priorities."""
    latest = " (the latest)" if catalogue.latest(partnership.id) is edition else ""
    length = counted(months_between(edition.period.start, edition.period.end), "month")
    status = "draft or final is not published" if edition.status == "not published" else edition.status
    lines = [
        f"Edition {edition.edition}{latest}: {edition.title}; {status}, {edition.audience}.",
        f"Period: {period_words(edition.period)} ({length}).",
        _BASIS[edition.basis],
    ]
    if edition.body:
        lines.append(f"The partnership's name at the time: {edition.body}.")
    members = edition.members or partnership.members
    lines.append(f"Members: {counted(len(members), 'agency', 'agencies') if members else 'not supplied'}.")
    if edition.document:
        lines.append(f"Document: {edition.document.title}, {edition.document.publisher}.")
    lines.append(f"Data: {data_words(edition)}." if edition.data else "Data: none; only the published figures.")
    lines += _partners(catalogue, edition)
    if edition.population_year:
        lines.append(f"Rates use the population of mid-{edition.population_year}.")
    approved = f"by {edition.approved.by}, {when_words(edition.approved.on)}" if edition.approved else "not supplied"
    lines += [f"Produced: {when_words(edition.produced)}. Approved: {approved}."]
    return [*lines, "", *_priorities(edition)]


def _partners(catalogue: Catalogue, edition: Edition) -> list[str]:
    """Say which partner extracts it takes, and by what rule they are shown."""
    if not edition.partners:
        return []
    said = {"open": "open", "restricted": "restricted, so small counts are withheld"}
    sources = [(pin, catalogue.sources[pin.source]) for pin in edition.partners]
    lines = [
        f"{pin.title or each.title}, {pin.vintage} ({each.publisher}; {said[each.access]})" for pin, each in sources
    ]
    return ["Partner extracts:", *bullets(lines)]


def _priorities(edition: Edition) -> list[str]:
    if not edition.priorities:
        return ["Priorities: not supplied."]
    lines = [f"{one.name} ({one.kind}; lead: {one.lead or 'not published'})" for one in edition.priorities]
    return [f"Priorities and issues: {len(lines)}.", *bullets(lines)]
