"""The examples of problems as files that the checks read: what they say of a bad one and of a good one."""

from dataclasses import replace
from textwrap import indent

from catalogue_examples import TODAY, site
from service_catalogue.checks import check, ordered
from service_catalogue.records import Problem, read, schemas

OF_RECORD = ("organization", "service", "place", "file")
HEAD = {"name": "Fundacja Zmyślona", "kind": "ngo", "description": "Tu ktoś pomaga."}
SERVICE = "services:\n  pomoc:\n    support_areas: [bezdomnosc]\n"
OWN = {"name": "Pomoc", "description": "Dajemy to, czego brakuje.", "publication": "listed", "locations": "[biuro]"}


def problems_of(where: str, text: str) -> list[Problem]:
    """The problems of an example in its place: a whole file, or a part of a record that is else sound."""
    schema = "organization" if where in OF_RECORD else where
    record, problems = read("tests/nowy.yaml", _whole(where, text).encode("utf-8"))
    base = replace(site(), only=frozenset({"tests/nowy.yaml"}))
    if record is None:
        return problems
    record = record.typed(schemas().typed(schema, record.data))
    if schema == "organization":
        organizations = {**base.organizations, "nowy": record}
        sources = replace(base, organizations=organizations, thesaurus=None, collections={}, known=None)
    elif schema in ("site", "thesaurus"):
        sources = replace(base, site=record) if schema == "site" else replace(base, thesaurus=record)
    elif schema == "event":
        sources = replace(base, collections={**base.collections, "events": {"nowy": record}})
    else:
        sources = replace(base, vocabularies={**base.vocabularies, schema: record})
    if sources.site and schema != "site":
        sources = replace(sources, site=sources.site.without({**sources.site.data, "require_sources": True}))
    return ordered([*problems, *check(sources, TODAY)], sources)


def _whole(where: str, text: str) -> str:
    """A record around an example."""
    if where == "organization":
        return _before(HEAD, text) + f"{text}\n"
    if where == "service":
        place = "locations:\n  biuro: {city: Przykładowo}\n"
        return _before(HEAD, "") + place + SERVICE + indent(_before(OWN, text) + f"{text}\n", "    ")
    if where == "place":
        service = SERVICE + indent(_before(OWN, ""), "    ")
        return _before(HEAD, "") + "locations:\n  biuro:\n" + indent(f"{text}\n", "    ") + service
    return f"{text}\n"


def _before(needed: dict[str, str], text: str) -> str:
    """What a record needs and the example does not say."""
    said = {line.partition(":")[0] for line in text.split("\n")}
    return "".join(f"{key}: {value}\n" for key, value in needed.items() if key not in said)
