"""A protected service is tied to a place by no text outside of its record, whoever's text that is."""

from dataclasses import replace

import pytest

from catalogue_examples import TODAY, site
from service_catalogue.checks import TiesElsewhere
from service_catalogue.checks.told_elsewhere import told_anywhere
from service_catalogue.records import Record, Sources

HIDDEN = {"name": "Hostel Jaskółcze Gniazdo", "description": "Pomagamy.", "publication": "listed"}
HIDDEN |= {"support_areas": ["bezpieczenstwo"], "service_types": ["schronienie"]}
OWNER = {
    "name": "Fundacja Cicha Przystań", "kind": "ngo", "description": "Pomagamy.",
    "phones": [{"number": "12 345 60 01"}], "locations": {"biuro": {"address_1": "ul. Jawna 3"}},
    "services": {"dom": HIDDEN, "biuro": {**HIDDEN, "name": "Biuro", "service_types": [], "locations": ["biuro"]}},
}  # fmt: skip
TOLD = (
    "Współpracujemy z Hostelem Jaskółcze Gniazdo przy ul. Wzorcowej 5.",
    "Hostel Jaskółcze Gniazdo mieści się na os. Zielonym.",
    "Fundacja Cicha Przystań prowadzi schronisko. Stoi przy ul. Wzorcowej 5.",
    "Schronienie Cichej Przystani: os. Zielone 4",
    "Хостел «Яскулче Ґняздо» на вул. Взорцовій 5.",
    "Фундація Ціха Пшистань має притулок. Він на вул. Взорцовій 5.",
    "Притулок фундації «Ціха Пшистань»: ос. Зелене 4",
    "https://example.org/hostel-jaskolcze-gniazdo-ul-wzorcowa-5",
    "Więcej: https://example.org/cicha-przystan/schronisko/ul-wzorcowa-5",
)
CALM = (
    "Współpracujemy z Hostelem Jaskółcze Gniazdo.",
    "Fundacja Cicha Przystań, ul. Jawna 3: porady i hostel",
    "Fundacja Cicha Przystań ma poradnię. Nasze biuro jest przy ul. Innej 7.",
    "Hostel turystyczny przy ul. Wzorcowej 5 jest tani.",
    "Фундація Ціха Пшистань має консультації. Наше бюро на вул. Інній 7.",
    "Туристичний хостел на вул. Взорцовій 5.",
    "https://example.org/cicha-przystan/kontakt",
)


def catalogue(text: str) -> Sources:
    """An organization with a protected service, and a text of another one."""
    other = {"name": "Inne Stowarzyszenie", "kind": "ngo", "description": text}
    other["locations"] = {"biuro": {"address_1": "ul. Inna 7"}}  # type: ignore[assignment]
    records = {"a": Record("organizations/a.yaml", OWNER, {}, {}), "b": Record("organizations/b.yaml", other, {}, {})}
    return replace(site(), organizations=records)


@pytest.mark.parametrize("text", TOLD)
def test_a_text_of_somebody_else_is_searched(text: str) -> None:
    found = [(one.path, one.code) for one in told_anywhere(catalogue(text), TODAY)]
    assert found == [("organizations/b.yaml", "safety.told-elsewhere")]


@pytest.mark.parametrize("text", CALM)
def test_what_is_open_may_be_told(text: str) -> None:
    assert list(told_anywhere(catalogue(text), TODAY)) == []


@pytest.mark.parametrize("name", ["help_lines", "urgent_needs", "areas"])
def test_vocabularies_settings_and_what_people_say_are_searched(name: str) -> None:
    sources = catalogue("Pomagamy.")
    record = replace(sources.vocabularies[name], data={"x": {"note": {"pl": TOLD[0]}}})
    told = replace(sources, vocabularies={**sources.vocabularies, name: record})
    assert [one.path for one in told_anywhere(told, TODAY)] == [record.path]
    assert sources.site
    assert sources.thesaurus
    site_ = replace(sources.site, data={**sources.site.data, "name": TOLD[1]})
    said = replace(sources.thesaurus, data={"phrases": {"x": {"pl": [TOLD[1]]}}})
    found = told_anywhere(replace(sources, site=site_, thesaurus=said), TODAY)
    assert {one.path for one in found} == {site_.path, said.path}


def test_prose_is_searched_line_by_line() -> None:
    search = TiesElsewhere(catalogue("Pomagamy."))
    told = [line for line in (*TOLD, *CALM) if search.is_likely(line) and search.place_in(line)]
    assert told == [*TOLD]


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ({"name": "Hostel Jaskółcze Gniazdo: drzwi otwarte", "place": "ul. Wzorcowa 5"}, 1),
        ({"name": "Drzwi otwarte", "organizer": "Hostel Jaskółcze Gniazdo", "place": "os. Zielone 4"}, 1),
        ({"name": "Hostel Jaskółcze Gniazdo: spotkanie", "place": "ul. Jawna 3"}, 0),
        ({"name": "Spacer", "organizer": "Fundacja Cicha Przystań", "place": "ul. Inna 7"}, 0),
    ],
)
def test_an_event_ties_no_protected_service_to_its_place(event: dict[str, str], told: int) -> None:
    record = Record("events/x.yaml", {"kind": "meeting", "organizer": "Ktoś", "starts": "2026-12-06", **event}, {}, {})
    sources = replace(catalogue("Pomagamy."), collections={"events": {"x": record}})
    assert [problem.code for problem in told_anywhere(sources, TODAY)] == ["safety.told-elsewhere"] * told
