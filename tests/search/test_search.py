"""What the browser's search is given: lemmas with all their forms, an index, what people say."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from catalogue_examples import TODAY, fictional, said, site
from catalogue_examples import polish as polish_words
from service_catalogue.checks import check
from service_catalogue.model import Catalogue
from service_catalogue.model.thesaurus import thesaurus_of
from service_catalogue.notation.dictionary import dictionary
from service_catalogue.notation.folding import folded
from service_catalogue.notation.tokens import tokens
from service_catalogue.pages.danger_boxes import boxes
from service_catalogue.pages.page_types import pages
from service_catalogue.records.schemas import schemas
from service_catalogue.records.yaml_reading import read_file
from service_catalogue.search import search_files
from service_catalogue.search.files import contents
from service_catalogue.search.lexicon import Lexicon
from service_catalogue.search.numerals import base36
from service_catalogue.search.parts import Sizes
from service_catalogue.search.phrases import Parts, Tongue, fewest, in_terms
from service_catalogue.search.words import words
from service_catalogue.words.translations import FOLDER, read_translation


@cache
def polish() -> Mapping[str, Any]:
    """What the browser reads first."""
    return contents(fictional(), said(), Lexicon(dictionary())).packs["pl"]


def rows(written: str) -> list[list[str]]:
    """How each word is said, its list and its services, read back as the browser does."""
    found, said = [], ""
    for row in written.split("\n\n")[1].splitlines():
        first, *others = row.split(" ")
        said = said[: int(first[0], 36)] + first[1:]
        found.append([said, *others])
    return found


def terms(written: str) -> dict[str, str]:
    """The services of each term."""
    return {folded(row[0]): row[2] for row in rows(written) if len(row) == 3}


def entries(pack: Mapping[str, Any]) -> list[list[str]]:
    """The columns of each entry, its phrases with their words again."""
    said = [row[0] for row in rows(pack["words"])]

    def read(phrases: str) -> str:
        return re.sub(r"(?<![\^@0-9a-z])[0-9a-z]+", lambda found: said[int(found[0], 36)], phrases)

    columns = [[*line.split("\t"), "", "", ""][:5] for line in pack["entries"].splitlines()]
    return [[leads, read(phrases), *others] for leads, phrases, *others in columns]


def forms(written: str) -> dict[str, set[str]]:
    """The forms of each word."""
    lines = [line.removeprefix("? ").split(" ") for line in written.split("\n\n", maxsplit=1)[0].splitlines()]

    def endings(number: str) -> set[str]:
        return {ending for item in lines[int(number, 36)] for ending in expanded(item)}

    def expanded(item: str) -> set[str]:
        start, _, other = item.partition("+")
        return {start + ending for ending in endings(other)} if other else {start.strip("-")}

    said = [row[:2] for row in rows(written)]
    own = {number: lines[int(number, 36)][0].strip("-") for _, number in said}
    return {word: {folded(word).removesuffix(own[n]) + ending for ending in endings(n)} for word, n in said}


def plain(phrases: list[Parts]) -> set[str]:
    """Phrases as text."""
    return {" ".join("/".join(terms) for terms in parts) for parts in phrases}


def test_words_are_split_as_people_type_them() -> None:
    assert tokens("Łaźnia, pl. Wymyślony 7/2 – сім’я, don't") == (
        "laznia", "pl", "wymyslony", "7", "2", "сімя", "dont"
    )  # fmt: skip


@pytest.mark.parametrize(("typed", "lemma"), [("łaźniach", "łaźnia"), ("bezdomnym", "bezdomny"), ("ludzi", "człowiek")])
def test_a_form_is_known_by_its_lemma(typed: str, lemma: str) -> None:
    assert lemma in {one.said for one in Lexicon(dictionary()).lemmas(typed)}


@pytest.mark.parametrize("word", ["łaźnia", "umyć", "człowiek", "bezdomny", "притулок", "qwertowanie"])
def test_every_form_can_be_read_back(word: str) -> None:
    lemmas = set(Lexicon(dictionary()).lemmas(word))
    read = {form for every in forms(words(lemmas, {}).text).values() for form in every}
    assert read == {one.stem + ending for one in lemmas for ending in one.endings}
    assert folded(word) in read


def test_what_lists_of_endings_have_in_common_is_written_once() -> None:
    lexicon = Lexicon(dictionary())
    lemmas = {
        one for word in ("domowy", "zdrowy", "nowy", "szkolny", "leczyć", "uczyć") for one in lexicon.lemmas(word)
    }
    written = words(lemmas, {}).text
    assert "+" in written
    for one in lemmas:
        assert {one.stem + ending for ending in one.endings} <= forms(written)[one.said]


def test_without_a_dictionary_words_meet_by_their_stems() -> None:
    lexicon = Lexicon(None)
    assert lexicon.terms("noclegownia") == lexicon.terms("noclegowni")
    assert contents(fictional(), said(), lexicon).packs["pl"]["words"]


def test_a_word_of_the_name_says_more_than_one_of_the_description() -> None:
    found = terms(polish()["words"])
    services = polish()["services"].split()
    bath = services.index("fundacja-przyklad/laznia")
    assert found["laznia"].startswith(base36(bath))
    assert found["laznia"][-1] > found["odziez"][-1]


def test_a_broader_code_stands_with_the_narrower_and_says_less() -> None:
    found = terms(polish()["words"])
    narrow = [term for term in found if term.startswith("s:")]
    assert "s:pomoc" in narrow
    assert all(posting for posting in found.values())


def test_hurtful_words_are_no_label_and_lead_on() -> None:
    hidden = [said for _, said, _, _, never_shown in entries(polish()) if never_shown]
    assert "kloszard" in hidden
    assert any("brzydki" in said for said in hidden)


def test_a_phrase_that_a_shorter_one_recognises_is_not_written() -> None:
    tongue = Tongue(language="pl", lexicon=Lexicon(dictionary()), stop=frozenset({"za"}), weak=frozenset({"darmo"}))
    said = in_terms(["darmowa zupa", "zupy za darmo", "zupa", "ciepła woda"], tongue)
    assert plain(fewest(said, frozenset())) == {"ciepło/ciepły woda", "zupa"}


def test_a_longer_phrase_stays_where_its_other_words_mean_something_too() -> None:
    tongue = Tongue(language="pl", lexicon=Lexicon(dictionary()), stop=frozenset({"dla"}), weak=frozenset())
    said = in_terms(["zupa", "zupa dla bezdomnych", "zupa z kurczaka"], tongue)
    assert plain(fewest(said, frozenset({"bezdomny"}))) == {"zupa", "zupa bezdomny/bezdomna"}


def test_a_code_is_not_said_again_where_the_thesaurus_leads_to_it() -> None:
    vocabulary = {"service_types": {"laznia": {"name": {"pl": "Łaźnia"}, "synonyms": {"pl": ["prysznic", "mycie"]}}}}
    row = {"pl": ["prysznic"], "service_types": ["laznia"]}
    made = thesaurus_of({"phrases": {"mycie": row}}, vocabulary)
    assert [entry.said_in("pl") for entry in made.entries] == [("prysznic",), ("mycie",)]


def test_a_phrase_of_words_that_say_little_is_kept_whole() -> None:
    tongue = Tongue(language="pl", lexicon=Lexicon(dictionary()), stop=frozenset({"na"}), weak=frozenset())
    assert plain(in_terms(["na noc", "nocleg na jutro"], tongue)) == {"na~ noc", "nocleg jutro"}


def test_a_name_of_a_place_is_known_in_every_form() -> None:
    lexicon = Lexicon(dictionary())
    assert {"kraków"} == {one.term for one in lexicon.lemmas("krakowie") if one.said == "kraków"}
    assert "krakowie" in {one.stem + ending for one in lexicon.lemmas("krakowa") for ending in one.endings}


def test_what_somebody_did_is_known_in_the_first_person() -> None:
    assert {"stracić"} == {one.said for one in Lexicon(dictionary()).lemmas("straciłam")}


def test_an_entry_names_services_and_forms_that_may_help_too() -> None:
    services = polish()["services"].split()
    leads = next(leads for leads, said, _, _, _ in entries(polish()) if "zupa" in said.split("|")).split()
    assert f"={services.index('fundacja-przyklad/laznia')}" in leads
    codes = [said for said, number, *_ in rows(polish()["words"]) if number == "-" and ":" in said]
    assert "s:pomoc" in [codes[int(lead[1:], 36)] for lead in leads if lead.startswith("+")]
    assert polish()["ask"] == [services.index("miejski-osrodek-przykladowy/punkt-informacyjny")]


def test_a_danger_leads_to_its_short_page() -> None:
    assert {box.code: box.path for box in boxes(fictional(), polish_words())} == {
        need.id: f"/pilne/{need.id}/" for need in fictional().urgent_needs
    }


def test_what_is_withheld_or_protected_leaves_no_trace() -> None:
    written = json.dumps(contents(fictional(), said(), Lexicon(dictionary())).packs, ensure_ascii=False)
    record = site().organizations["fundacja-przyklad"].data
    withheld = [slug for slug, service in record["services"].items() if service["publication"] == "withheld"]
    assert withheld
    assert not any(slug in written for slug in withheld)


def test_the_same_catalogue_gives_the_same_bytes() -> None:
    assert search_files(fictional(), said()) == search_files(fictional(), said())


def test_a_catalogue_without_a_thesaurus_has_the_words_of_its_vocabularies() -> None:
    plain = thesaurus_of({}, {name: one.data for name, one in site().vocabularies.items()})
    assert any("bez dachu" in entry.said_in("pl") for entry in plain.entries)


ROWS = """phrases:
  haslo:
    pl: [mydło, mydło]
{row}
"""


@pytest.mark.parametrize(
    ("row", "code", "line"),
    [
        ("    words: [latająca maszyna]", "phrase.nowhere", 2),
        ("    words: [łaźnia]\n    gap: true", "phrase.filled", 5),
        ("    words: [łaźnia]\n    need: nieznana", "reference.unknown-code", 5),
        ("    service_types: [nie-ma-takiej]", "reference.unknown-code", 4),
        ("    words: [łaźnia]\n    shown: rzadko", "shape.enum", 5),
    ],
)
def test_what_is_wrong_with_a_row(tmp_path: Path, row: str, code: str, line: int) -> None:
    file = tmp_path / "thesaurus.yaml"
    file.write_text(ROWS.format(row=row), "utf-8")
    record, problems = read_file(file, "thesaurus.yaml")
    assert record
    assert not problems
    sources = replace(site(), thesaurus=record.typed(schemas().typed("thesaurus", record.data)))
    found = {(problem.code, problem.line) for problem in check(sources, TODAY) if problem.path == "thesaurus.yaml"}
    assert (code, line) in found


def test_a_phrase_said_twice_is_told(tmp_path: Path) -> None:
    file = tmp_path / "thesaurus.yaml"
    file.write_text(ROWS.format(row="    words: [łaźnia]").replace("mydło, mydło", "mydło, Mydło"), "utf-8")
    record, _ = read_file(file, "thesaurus.yaml")
    assert record
    found = [problem for problem in check(replace(site(), thesaurus=record), TODAY) if problem.path == "thesaurus.yaml"]
    assert [problem.code for problem in found] == ["phrase.twice"]


EXPIRED, GONE = "stowarzyszenie-wzor/porady-w-domu", "stowarzyszenie-wzor/szkolenia"
RUNNING = "miejski-osrodek-przykladowy/punkt-informacyjny"


def with_one_gone() -> Catalogue:
    """The fictional catalogue after one service has ended for good; another was ended by its source."""
    services = (replace(one, status="defunct") if one.id == GONE else one for one in fictional().services)
    return replace(fictional(), services=tuple(services))


def in_danger() -> Catalogue:
    """That catalogue with a need that names what has ended before what runs."""
    gone = with_one_gone()
    need = next(need for need in gone.urgent_needs if need.id == "wsparcie")
    return replace(gone, urgent_needs=(replace(need, services=(EXPIRED, GONE, RUNNING)),))


def test_danger_leads_to_nothing_that_has_ended() -> None:
    """On a winter night nobody is sent to a door that a source has closed."""
    base = contents(in_danger(), said(), Lexicon(dictionary())).packs["pl"]
    services = base["services"].split()
    assert [services[number] for number in base["needs"]["wsparcie"]] == [RUNNING]


def test_what_is_gone_for_good_is_not_found() -> None:
    found = contents(with_one_gone(), said(), Lexicon(dictionary())).packs["pl"]["services"].split()
    assert EXPIRED in found
    assert GONE not in found


@pytest.mark.parametrize("languages", [("pl",), ("pl", "en"), ("pl", "uk", "en")])
def test_a_site_speaks_the_languages_it_names(languages: tuple[str, ...]) -> None:
    own = replace(fictional(), site=replace(fictional().site, languages=languages))
    others = {one: read_translation(FOLDER, one) for one in own.site.other_languages}
    made = list(pages(own, polish_words(), others))
    searches = [page for page in made if page.path.endswith("/szukaj/")]
    assert [page.language for page in searches] == list(languages)
    assert all(page.languages == languages for page in searches)
    needs = [page for page in made if page.template == "need" and page.language == "pl"]
    assert needs
    assert all([first.language for first in page.context["others"]] == list(languages[1:]) for page in needs)
    assert set(contents(own, said(), Lexicon(dictionary())).packs) == {*languages, "later"}


def test_a_divided_index_holds_what_the_whole_one_does() -> None:
    made = contents(fictional(), said(), Lexicon(dictionary()), Sizes(long=3, part=40))
    terms_of_parts = [term for part in made.parts for term in part]
    assert len(made.parts) > 2
    assert len(terms_of_parts) == len(set(terms_of_parts))

    def services(word: str, written: str) -> str:
        part = made.parts[int(written[1:], 36)] if written.startswith("*") else {}
        return part[word if word in part else f"{folded(word)}~"] if part else written

    joined = [
        [word, ending, *(services(word, one) for one in others)]
        for word, ending, *others in rows(str(made.packs["pl"]["words"]))
    ]
    assert joined == rows(polish()["words"])


def test_a_small_index_is_whole() -> None:
    assert contents(fictional(), said(), Lexicon(dictionary())).parts == ()
