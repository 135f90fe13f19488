"""What the templates of the peers show: records as they lie in their files, and the names of terms."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

Plain = dict[str, Any]
COSTS = {"free": "Bezpłatnie", "paid": "Płatne"}
ON_A_PAGE = 100


def read(file: Path) -> Plain:
    """One file of YAML as Python has it."""
    found: Plain = yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
    return found


class Shown:
    """A catalogue as the templates ask for it."""

    def __init__(self, folder: Path) -> None:
        self.terms = {file.stem: read(file) for file in (folder / "vocabularies").glob("*.yaml")}
        self.of_form: dict[str, list[Plain]] = defaultdict(list)
        self.of_term: dict[tuple[str, str], list[Plain]] = defaultdict(list)
        self.organizations: dict[str, Plain] = {}

    def add(self, oid: str, record: Plain) -> None:
        """One organization with its services."""
        made = [self._service(oid, record, sid, one) for sid, one in record["services"].items()]
        for one in made:
            one["others"] = [other for other in made if other is not one]
            self.of_form[one["form"]].append(one)
            for kind, codes in (("obszary", one["s"]["support_areas"]), ("dzielnice", one["districts"])):
                for code in codes:
                    self.of_term[kind, code].append(one)
        self.organizations[oid] = {"o": record, "oid": oid, "sid": "", "id": oid, "services": made}

    def organization_pages(self) -> Iterator[tuple[str, str, Plain]]:
        """Template, path and context of every page of an organization."""
        for oid, one in self.organizations.items():
            yield "organization.html", f"/organizacje/{oid}/", _page(one, one["o"]["name"], one["o"]["description"])

    def service_pages(self) -> Iterator[tuple[str, str, Plain]]:
        """The same of every service."""
        for organization in self.organizations.values():
            for one in organization["services"]:
                one["alike"] = [other for other in self.of_form[one["form"]][:8] if other["oid"] != one["oid"]][:4]
                yield "service.html", one["path"], _page({**one, "one": one}, one["s"]["name"], one["s"]["description"])

    def term_pages(self) -> Iterator[tuple[str, str, Plain]]:
        """The same of every area and district, a hundred services a page."""
        for (kind, code), services in self.of_term.items():
            term = self.terms["areas" if kind == "obszary" else "districts"][code]
            ordered = sorted(services, key=lambda one: one["s"]["name"])
            parts = [ordered[start : start + ON_A_PAGE] for start in range(0, len(ordered), ON_A_PAGE)]
            base = f"/{kind}/{code}/"
            for number, part in enumerate(parts, 1):
                path = base if number == 1 else f"{base}strona/{number}/"
                context = {"services": part, "count": len(services), "pages": len(parts), "base": base}
                yield "term.html", path, _page(context, _name(term), _name(term.get("description", "")))

    def files(self, meta: str) -> Iterator[tuple[str, str]]:
        """The path and the text of the JSON of every record."""
        for oid, one in self.organizations.items():
            record = {key: value for key, value in one["o"].items() if key not in ("services", "locations")}
            places = _places(one["o"], one["o"]["locations"])
            whole = {"id": oid, **record, "locations": places, "services": [each["id"] for each in one["services"]]}
            yield f"/api/v1/organizations/{oid}.json", _json(meta, "organization", whole)
            for each in one["services"]:
                told = {"id": each["id"], "organization_id": oid, "state": "unconfirmed", **each["s"]}
                told = {key: value for key, value in told.items() if key not in ("publication", "editors_note")}
                told["locations"] = each["places"]
                yield f"/api/v1/services/{each['id']}.json", _json(meta, "service", told)

    def _service(self, oid: str, record: Plain, sid: str, one: Plain) -> Plain:
        places = _places(record, one["locations"])
        districts = [place["district"] for place in places]
        return {
            "o": record,
            "s": one,
            "oid": oid,
            "sid": sid,
            "id": f"{oid}/{sid}",
            "path": f"/uslugi/{oid}/{sid}/",
            "places": places,
            "districts": districts,
            "form": one["service_types"][0],
            "district": ", ".join(self.terms["districts"][code]["name"] for code in districts),
            "areas": self._named("areas", one["support_areas"]),
            "types": self._named("service_types", one["service_types"]),
            "audiences": ", ".join(name for _, name in self._named("audiences", one["audiences"])),
            "languages": ", ".join(name for _, name in self._named("languages", one["languages"])),
            "forms": self._broader("service_types", one["service_types"]),
            "groups": self._broader("audiences", one["audiences"]),
            "cost": COSTS.get(one["cost"]["kind"], ""),
            "host": urlsplit(one["sources"][0]["url"]).hostname,
            "year": one["sources"][0]["published"][:4],
        }

    def _named(self, vocabulary: str, codes: Iterable[str]) -> list[tuple[str, str]]:
        return [(code, _name(self.terms[vocabulary][code])) for code in codes]

    def _broader(self, vocabulary: str, codes: Iterable[str]) -> list[str]:
        terms = self.terms[vocabulary]
        both = (one for code in codes for one in (code, terms[code].get("broader")))
        return [*dict.fromkeys(code for code in both if code)]


def _places(record: Plain, codes: Iterable[str]) -> list[Plain]:
    return [{"id": code, **record["locations"][code]} for code in codes]


def _page(context: Mapping[str, Any], title: str, description: str) -> Plain:
    return {**context, "title": title, "description": description}


def _name(term: Any) -> str:
    """A name in Polish, of a term or of a text in several languages."""
    said = term.get("name", term) if isinstance(term, dict) else term
    return str(said["pl"] if isinstance(said, dict) else said)


def _json(meta: str, name: str, record: Plain) -> str:
    return f'{{\n{meta}\n"{name}": {json.dumps(record, ensure_ascii=False)}\n}}\n'
