"""What holds between the parts of a vocabulary or of a term and no schema can say.

Cases: `tests/cases/vocabularies`, `tests/cases/site`.
"""

from collections.abc import Iterator
from datetime import date

from service_catalogue.notation import folded
from service_catalogue.records import Problem, Sources

_UNIQUE = ("plan_order", "number", "roman", "local_id", "terc", "rank")
BOUNDS = (("minimum_age", "maximum_age"), ("confirmed_days", "ageing_days"))
_TENS, _ONES = ("", "X", "XX", "XXX"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def repeated_numbers(sources: Sources, _today: date) -> Iterator[Problem]:
    """Places in the plan, numbers of districts, register codes and ranks belong to one term each."""
    for record in sources.vocabularies.values():
        seen: dict[tuple[str, object], str] = {}
        for code, term in record.data.items():
            for key in _UNIQUE:
                first = seen.setdefault((key, term[key]), code) if key in term else code
                if first != code:
                    yield record.problem((code, key), "vocabulary.repeated", key=key, value=term[key], other=first)


def repeated_names(sources: Sources, _today: date) -> Iterator[Problem]:
    """Two terms with one name cannot be told apart."""
    for record in sources.vocabularies.values():
        seen: dict[str, str] = {}
        for code, term in record.data.items():
            name = term.get("name", "")
            name = folded(str(name.get("pl", "") if isinstance(name, dict) else name))
            if name and seen.setdefault(name, code) != code:
                yield record.problem((code, "name"), "vocabulary.repeated-name", at_key=True, other=seen[name])


def roman_numbers(sources: Sources, _today: date) -> Iterator[Problem]:
    """The Roman number of a district is its number."""
    record = sources.vocabularies.get("districts")
    for code, term in record.data.items() if record else ():
        right = _TENS[term["number"] // 10] + _ONES[term["number"] % 10] if "number" in term else term.get("roman")
        if record and term.get("roman", right) != right:
            yield record.problem((code, "roman"), "vocabulary.roman", value=term["roman"], right=right)


def lines_for_nobody(sources: Sources, _today: date) -> Iterator[Problem]:
    """A help line is for all areas or for some of them."""
    record = sources.vocabularies.get("help_lines")
    for code, line in record.data.items() if record else ():
        if record and bool(line.get("areas")) == (line.get("all_areas") is True):
            yield record.problem((code,), "vocabulary.line-areas", at_key=True, value=code)


def bounds_turned_round(sources: Sources, _today: date) -> Iterator[Problem]:
    """The lowest age is not above the highest; the same of every other lowest and highest number."""
    for record, pointer, data in sources.mappings:
        for lowest, highest in BOUNDS:
            if highest in data and data.get(lowest, data[highest]) > data[highest]:
                values = {"lowest": data[lowest], "highest": data[highest], "key": lowest}
                yield record.problem((*pointer, highest), "vocabulary.ages", **values)


def needs_without_rescue(sources: Sources, _today: date) -> Iterator[Problem]:
    """Whatever the need, one of its first steps leads to a number for any danger."""
    needs, lines = sources.vocabularies.get("urgent_needs"), sources.vocabularies.get("help_lines")
    rescue = {code for code, line in lines.data.items() if line.get("all_areas")} if lines else set()
    for code, need in needs.data.items() if needs else ():
        if needs and "steps" in need and not rescue & {step.get("line") for step in need["steps"]}:
            yield needs.problem((code, "steps"), "vocabulary.no-rescue", at_key=True)


def polish_first(sources: Sources, _today: date) -> Iterator[Problem]:
    """The site is in Polish; other languages are added to it."""
    site = sources.site
    if site and site.data.get("languages", [])[:1] not in ([], ["pl"]):
        yield site.problem(("languages",), "vocabulary.polish-first", value=", ".join(site.data["languages"]))


def repeated_editors(sources: Sources, _today: date) -> Iterator[Problem]:
    """GitHub minds no capitals in logins: one editor is named once."""
    site = sources.site
    seen: set[str] = set()
    for index, login in enumerate(site.data.get("editors", ()) if site else ()):
        if site and login.lower() in seen:
            yield site.problem(("editors", index), "vocabulary.repeated-editor", level="warning", value=login)
        seen.add(login.lower())
