"""The portfolio page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from documents import HOSTILE
from entries import BARE, BUILT, ENTRIES, FAILED

from analysis.render import write_portfolio
from analysis.render.portfolio_built import size

PAGE = write_portfolio(ENTRIES)


def test_failures_stand_before_everything_that_was_built() -> None:
    assert PAGE.index("What failed") < PAGE.index("What to open") < PAGE.index(BUILT.partnership_name)
    assert "1 document failed" in PAGE


def test_a_failure_shows_its_stage_cell_error_and_log() -> None:
    assert FAILED.stage in PAGE
    assert "did you mean" in PAGE
    assert "chapter.glance(argument_0=True" in PAGE
    assert f'href="{FAILED.log}"' in PAGE


def test_a_page_without_failures_does_not_speak_of_them() -> None:
    assert "failed" not in write_portfolio([BUILT]).split("<main", 1)[1]


def test_a_failure_without_a_message_says_so() -> None:
    assert "No message was given." in write_portfolio([replace(FAILED, error="")])


def test_every_file_is_linked_with_its_size() -> None:
    for address in (BUILT.html, BUILT.pdf, BUILT.ipynb, BUILT.data, BUILT.manifest):
        assert f'href="{address}"' in PAGE
    assert "31 pages, 1.3 MB" in PAGE
    assert "512 kB" in PAGE


def test_what_it_was_made_from_and_by_which_code_is_told_where_it_is_known() -> None:
    assert "02a501ed35857421" in PAGE
    assert "37d600eb1f with changes" in PAGE
    bare = write_portfolio([BARE]).split("<main", 1)[1]
    assert not any(f"<dt>{term}</dt>" in bare for term in ("Code", "Inputs", "Checks"))


def test_a_file_that_is_not_there_is_not_linked() -> None:
    assert ">PDF<span" not in write_portfolio([BARE])


def test_words_from_parameters_and_errors_stay_words() -> None:
    assert "<script>alert" not in PAGE
    assert PAGE.count("&lt;script&gt;alert") >= 2
    assert HOSTILE.split("<", maxsplit=1)[0] in PAGE


def test_the_order_of_the_entries_does_not_matter() -> None:
    assert write_portfolio(tuple(reversed(ENTRIES))) == PAGE


def test_seconds_are_shown_only_where_they_are_given() -> None:
    assert "seconds" not in PAGE
    assert "12.3 seconds" in write_portfolio([replace(BUILT, seconds=12.34)])


def test_nothing_built_is_a_page_too() -> None:
    page = write_portfolio([])
    assert "0 documents built" in page
    assert page.count("<h2") == 1


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "1 kB"), (999, "1 kB"), (412_400, "412 kB"), (999_499, "999 kB"), (999_500, "1.0 MB"), (2_449_999, "2.4 MB")],
)
def test_a_size_is_what_people_read(count: int, words: str) -> None:
    assert size(count) == words


def test_the_latest_edition_of_a_partnership_stands_first() -> None:
    years = ("2009-10", "2022", "2017-18", "2021-22")
    page = write_portfolio([replace(BUILT, edition=year, html=f"{year}.html") for year in years])
    found = [page.index(f'href="{year}.html"') for year in sorted(years, reverse=True)]
    assert found == sorted(found)


def test_documents_of_one_edition_stand_by_name_and_partnerships_by_theirs() -> None:
    leaflet = replace(BUILT, document="Public summary leaflet", html="leaflet.html")
    other = replace(BUILT, partnership="aa", partnership_name="Aa", edition="1999", html="aa.html")
    page = write_portfolio([BUILT, leaflet, other])
    order = [page.index(f'href="{address}"') for address in ("aa.html", "leaflet.html", BUILT.html)]
    assert order == sorted(order)


def test_a_partnership_with_only_restated_documents_is_shown_like_any_other() -> None:
    statement = "Restates a published document; not produced or endorsed by the partnership"
    page = write_portfolio([replace(BUILT, edition="2011-12", statement=statement, vintage="published figures")])
    assert statement in page and "published figures" in page and BUILT.partnership_name in page


def test_an_older_document_is_not_linked_where_a_run_failed() -> None:
    old = {kind: getattr(BUILT, kind) for kind in ("html", "pdf", "ipynb", "data")}
    page = write_portfolio([replace(FAILED, **old)])
    assert not any(f'href="{address}"' in page for address in old.values())
    assert f'href="{FAILED.log}"' in page


def test_what_is_of_no_partnership_stands_last_and_is_counted_as_a_document_alone() -> None:
    methods = replace(BARE, partnership="methods", partnership_name="A document on methods", apart=True, html="m.html")
    page = write_portfolio([methods, BUILT])
    assert page.index(f'href="{BUILT.html}"') < page.index('href="m.html"')
    assert "1 partnership<" in page
    assert "2 documents built" in page
