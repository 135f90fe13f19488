"""Words in three languages with the same keys, each of them used, and the right form for every number."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import service_catalogue
from catalogue_examples import polish
from service_catalogue.editors.call_page import QUESTIONS as ASKED_IN_CALLS
from service_catalogue.editors.call_page import WORDS
from service_catalogue.editors.changes import REFUSALS, ROLES, SPEAKERS
from service_catalogue.editors.review import WATCHED
from service_catalogue.open_data.hsds.paths import RULES
from service_catalogue.open_data.hsds.terms import FACTS, OF_OTHERS, OF_SERVICES
from service_catalogue.open_data.left_out import LEFT_OUT
from service_catalogue.open_data.needs import NAMES as OF_FIGURES
from service_catalogue.open_data.purposes import SHOWN
from service_catalogue.open_data.tables.database import QUESTIONS
from service_catalogue.pages.first_steps import WAYS
from service_catalogue.pages.narrowing import OF_TERMS, SINGLE, TIMES
from service_catalogue.pages.planning import KINDS
from service_catalogue.pages.press import QUOTED
from service_catalogue.publishing.abbreviations import ABBREVIATIONS
from service_catalogue.publishing.kept import KEPT
from service_catalogue.records.product import product_folder
from service_catalogue.records.schemas import SCHEMA_FOLDER, schemas
from service_catalogue.records.vocabularies import WITH_PAGES
from service_catalogue.records.yaml_reading import read_file
from service_catalogue.words.translations import FOLDER, plural_form, read_words

PACKAGE = Path(service_catalogue.__file__).parent
TEMPLATES = product_folder("theme") / "templates"
FAMILIES = (
    "file|yaml|shape|reference|place|time|number|safety|text|duplicate|vocabulary|stage|assurance|phrase|address|link"
    "|origin|protection|prose|words|geography|point|help-line"
)
LANGUAGES = ("pl", "en", "uk")
SUBJECTS = sorted(file.stem for file in (FOLDER / "pl").glob("*.yaml"))
FORMS = {"pl": {"one", "few", "many"}, "uk": {"one", "few", "many"}, "en": {"one", "other"}}
FOR_BROWSERS = {"one", "few", "many", "other"}
"""All forms there are: `search.js` asks for them by `Intl.PluralRules`, whatever the language."""
INFLECTED = {"city_in"}
"""A Polish form of a name (w Krakowie), which a text in another language may leave out."""

SERVICE = "$defs/service/properties"
CHOICES = {
    "access": f"{SERVICE}/access/properties/how/items",
    "assured": "$defs/assurance/properties/method",
    "access_step": f"{SERVICE}/access/properties/how/items",
    "capacity": f"{SERVICE}/capacity/items/properties/unit",
    "cost": "$defs/cost/properties/kind",
    "day.short": "$defs/schedule/properties/byday/items",
    "delivery": f"{SERVICE}/delivery/items",
    "disability": "$defs/eligibility/properties/any_of/items/properties/disability",
    "holidays": f"{SERVICE}/public_holidays",
    "org.kind": "properties/kind",
    "qualifier": f"{SERVICE}/capacity/items/properties/qualifier",
    "residence": "$defs/residence/properties/rule",
    "rules.sobriety": "$defs/eligibility/properties/sobriety",
    "go.admits": "$defs/eligibility/properties/sex",
    "go.sobriety": "$defs/eligibility/properties/sobriety",
    "schedule_what": "$defs/schedule/properties/what",
    "sex": "$defs/eligibility/properties/sex",
    "sobriety": "$defs/eligibility/properties/sobriety",
    "withheld": f"{SERVICE}/withheld_reason",
}
"""Prefixes of keys that end in a choice of the schema of organizations, and where that choice stands."""
UNSAID = {
    "go.sobriety.unknown",
    "rules.sobriety.unknown",
    "schedule_what.service",
    "sex.any",
    "sobriety.unknown",
}
"""Choices of which nothing is said."""
READINGS = schemas().part("voices", ("voices", "x", "readings", 0))["enum"]
FORM = TEMPLATES.parent / "static/js"
"""The scripts of the form, which ask for the words below `entry_form`."""


def of_the_form() -> list[str]:
    """The endings of keys that scripts of the form write out, or put together of a prefix and a part of the schema."""
    script = "\n".join(file.read_text("utf-8") for file in (FORM / "form.js", *sorted((FORM / "form").glob("*.js"))))
    keys = set(re.findall(r'\bsay\("([\w.]+)"', script))
    keys |= {key for one in re.findall(r'say\(isPrivate \? "([\w.]+)" : "([\w.]+)"\)', script) for key in one}
    keys |= {f"place.{key}" for key in ("secret", "new")} | {"load.how", "hours.from", "hours.to"}
    asked = set(re.findall(r'ask\(\w+, "(\w+)"', script))
    keys |= {f"ask.{key}" for key in asked} | {f"group.{key}" for key in re.findall(r'\bkey: "(\w+)", make', script)}
    told = set(re.findall(r'ask\((?:textWidget|choiceWidget|linesWidget), "(\w+)"', script))
    keys |= {f"hint.{key}" for key in told}
    own = {
        key
        for key in texts("pl", "form")
        if key.startswith(tuple(f"entry_form.{one}." for one in ("part", "day", "who", "how", "choice")))
    }
    return sorted(keys | {key.removeprefix("entry_form.") for key in own})


NAMED = {
    "city": ("building", "street", "estate"),
    "calls": WORDS,
    "calls.role": SPEAKERS,
    "explained": ("bad", "good"),
    "explained.name": FAMILIES.split("|"),
    "explained.why": FAMILIES.split("|"),
    "issues": ("blad", "nowa", "organizacja"),
    "letters": ("no_folder", "wrong_address"),
    "sheet.name": ("organizations", "locations", "services"),
    "new.hint": ("codes", "phones", "lines", "choice", "yes_no"),
    "apply.source.phone": ROLES,
    "apply.source": ("visit", "document"),
    "calls.ask": tuple(code for code, _ in ASKED_IN_CALLS),
    "apply.refused": REFUSALS,
    "review": ("changes", "problems", "watch", *(f"watch_{what}" for what in WATCHED), "service", "place"),
    "correct.outcome": ("no_answer", "refused", "helped"),
    "go.unknown": ("admits", "sobriety", "hours"),
    "accessibility.induction_loop": ("yes", "no"),
    "accessibility.step_free": ("yes", "no"),
    "accessibility.toilet": ("yes", "no"),
    "build": ("services", "organizations", "pages"),
    "build_note": ("first", "no_parquet"),
    "counts.of_organizations": ("ngo", "public", "other"),
    "counts.of_services": ("ngo", "public", "other"),
    "hsds.rule": RULES,
    "hsds.taxonomy": (*WITH_PAGES, FACTS),
    "index": WITH_PAGES,
    "month.name": tuple(str(month) for month in range(1, 13)),
    "month.of": tuple(str(month) for month in range(1, 13)),
    "operator": ("provider", "commissioned_by", "funder", "premises"),
    "changes": ("added", "moved", "changed", "confirmed"),
    "plan.kind": KINDS,
    **{f"press.{name}": ("title", "means", "caveat") for name in QUOTED},
    "calendar.kind": schemas().part("event", ("kind",))["enum"],
    "calendar.cost": schemas().part("event", ("cost",))["enum"],
    "first.way": WAYS,
    "abbreviation": ABBREVIATIONS,
    "planning": ("dated", "published", "updated", "retrieved"),
    "voices.reading": READINGS,
    "previous": ("unread", "nothing", "slow", "huge", "cut", "altered", "unsound"),
    "open_data.question": tuple(QUESTIONS),
    "open_data.left_out": tuple(LEFT_OUT),
    "open_data.purpose": SHOWN,
    "open_data.purpose_why": SHOWN,
    "open_data.record": ("organization", "service", "location"),
    "summary": ("file", "error", "warning", "note"),
    "trust": ("confirmed", "ageing"),
    "urgent.danger_in": LANGUAGES,
    "header.language": LANGUAGES,
    "lost.elsewhere": LANGUAGES,
    "to_translate": ("missing", "outdated", "unread"),
    "steps": ("city_wide", "protected", "elsewhere"),
    "header.short": LANGUAGES,
    "workbook": ("sheet", "column", "field", "meaning"),
    "standing": ("confirmed", "ageing", "unconfirmed", "expired"),
    **{f"wish.{wish}": ("label", "subject", "body") for wish in ("not_us", "ended", "leave", "same")},
    "worklist.level": ("ageing", "unconfirmed", "expired"),
    "unfit": ("woman", "man", "minor", "adult", "with-children", "not-sober", "age", "districts", "saturday", "sunday"),
    "unknown": ("phone", "hours", "address", "cost", "access", "documents", "languages", "step_free"),
}
"""Prefixes of other keys that the program puts together, with their endings."""
TABLES = (
    "organizations",
    "locations",
    "services",
    "service_locations",
    "terms",
    "service_terms",
    "phones",
    "schedules",
    "capacities",
    "variants",
    "sources",
    "announcements",
    "voices",
    "known_totals",
    "events",
)
HSDS = (
    "index",
    "openapi",
    "profile",
    "full",
    "services",
    "organizations",
    "service_at_locations",
    "taxonomies",
    "taxonomy_terms",
    "record",
    "tabular",
)
FILES = (
    *("index", "catalogue", "services", "organizations", "vocabularies", "service", "organization"),
    *("datapackage", "datapackage_parquet", "workbook", "database", "geojson", "ndjson", "licence", "sums"),
    *("jsonld", "dcat", "dane_gov", "dane_gov_md5", "changes", "changes_day", "release", "releases"),
    *(f"table_{name}" for name in TABLES),
    *("free_catalogue", "free_locations", "free_services"),
    *(f"hsds_{name}" for name in HSDS),
    *("coverage", "coverage_table", "coverage_cells", "coverage_services", "plan", "voices", "events"),
)
COUNTED = ("build", "capacity", "summary")
"""Prefixes of keys that the program puts together and asks for by number."""


@cache
def texts(language: str, subject: str) -> Mapping[str, str]:
    """The texts of one file by dotted key, in the order of the file."""
    file = FOLDER / language / f"{subject}.yaml"
    record, problems = read_file(file, str(file))
    assert record
    assert not problems
    return dict(flat(record.data, ""))


def flat(data: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    """Every text of nested mappings under its dotted key."""
    for key, value in data.items():
        if isinstance(value, str):
            yield prefix + key, value
        else:
            yield from flat(value, f"{prefix}{key}.")


def words_of(language: str) -> Mapping[str, str]:
    """All texts of a language, as the program reads them."""
    words, problems = read_words(FOLDER, language)
    assert not problems
    return words.texts


def stem(key: str, keys: Iterable[str]) -> str:
    """A key without the form of a number at its end, where it has one: `withheld.other` is no form."""
    head, _, form = key.rpartition(".")
    return head if form in FOR_BROWSERS and f"{head}.one" in keys else key


def stems(found: Mapping[str, str]) -> list[str]:
    """The keys of texts in their order, a counted word once."""
    return list(dict.fromkeys(stem(key, found) for key in found))


def placeholders(text: str) -> set[str]:
    """The names in braces that a text waits for, and how their values are written: `n`, `all:.1f`."""
    return {f"{name}:{how}".rstrip(":") for _, name, how, _ in Formatter().parse(text) if name is not None}


def placeholders_of(found: Mapping[str, str]) -> dict[str, set[frozenset[str]]]:
    """The placeholders of each text; those of all forms of a counted word together."""
    result: dict[str, set[frozenset[str]]] = {}
    for key, text in found.items():
        result.setdefault(stem(key, found), set()).add(frozenset(placeholders(text)))
    return result


@pytest.mark.parametrize("language", LANGUAGES)
def test_same_subjects(language: str) -> None:
    """Every language has the files that Polish has."""
    assert sorted(file.stem for file in (FOLDER / language).glob("*.yaml")) == SUBJECTS


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_same_keys(language: str, subject: str) -> None:
    """What is said in Polish is said in every language, in the same order: the files are read side by side."""
    here, there = texts("pl", subject), texts(language, subject)
    assert list(dict.fromkeys(stem(key, there) for key in there)) == list(
        dict.fromkeys(stem(key, here) for key in here)
    )


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_same_placeholders(language: str, subject: str) -> None:
    """What is said in Polish is said in every language with the same values, and so is every form of a counted word."""
    here, there = placeholders_of(texts("pl", subject)), placeholders_of(texts(language, subject))
    for key in here.keys() & there.keys():
        same = {names - INFLECTED for names in there[key]} == {names - INFLECTED for names in here[key]}
        assert same, key
        assert there[key] == here[key] or not any(names & INFLECTED for names in there[key]), key


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_forms(language: str, subject: str) -> None:
    """A counted word has the forms of its language; one that a browser counts with has all there are."""
    found = texts(language, subject)
    for counted in set(stems(found)) - found.keys():
        forms = {form for form in FOR_BROWSERS if f"{counted}.{form}" in found}
        assert forms in (FORMS[language], FOR_BROWSERS), counted


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_twice(language: str) -> None:
    """No file overrides a word of another."""
    count = Counter(key for subject in SUBJECTS for key in texts(language, subject))
    assert not [key for key, times in count.items() if times > 1]


@cache
def source() -> str:
    """Everything that asks for words: the program and the templates."""
    files = [*sorted(PACKAGE.rglob("*.py")), *sorted(TEMPLATES.rglob("*.html"))]
    return "\n".join(file.read_text("utf-8") for file in files)


def literals(names: str) -> set[str]:
    """The keys that are written out where functions of these names are called."""
    calls = re.finditer(rf"""\b(?:{names})\(\s*(["'])([\w.-]+)\1(?!\s*~)""", source())
    return {call[2] for call in calls}


def choices(pointer: str) -> list[str]:
    """What the schema of organizations lets one choose from at a place."""
    part = json.loads((SCHEMA_FOLDER / "organization.schema.json").read_text("utf-8"))
    for step in pointer.split("/"):
        part = part[step]
    return list(part["enum"])


def composed() -> Iterator[str]:
    """The keys that the program puts together."""
    endings = {prefix: choices(pointer) for prefix, pointer in CHOICES.items()} | NAMED
    keys = {f"{prefix}.{ending}" for prefix, found in endings.items() for ending in found} - UNSAID
    for key in keys:
        yield from forms_of(key) if key.split(".")[0] in COUNTED else [key]
    yield from (f"{vocabulary}.title" for vocabulary in WITH_PAGES)
    yield from (f"data.file.{file}.{part}" for file in FILES for part in ("title", "description"))
    yield from (f"kept.{row.name}.{part}" for row in KEPT for part in ("what", "until"))
    yield from (f"kept.in.{row.store}" for row in KEPT)
    yield from (f"declared.status.{status}" for status in ("full", "partial", "none"))
    columns = set(re.findall(r'Column\(\s*"\w+",\s*"(\w+)"', source()))
    yield from (f"column.{column}.{part}" for column in columns for part in ("title", "description"))
    yield from (f"column.figure_{name}.{part}" for name in OF_FIGURES for part in ("title", "description"))
    yield from (f"find.{name}" for name in (*SINGLE, *OF_TERMS))
    yield from (f"open_at.{time}" for time in TIMES)
    yield from (f"hsds.fact.{fact}" for fact in (*OF_SERVICES, *OF_OTHERS))


def form_words() -> set[str]:
    """The keys below `entry_form`."""
    return {f"entry_form.{key}" for key in of_the_form()}


def forms_of(key: str) -> Iterator[str]:
    """The Polish forms of a counted word."""
    return (f"{key}.{form}" for form in FORMS["pl"])


def asked() -> set[str]:
    """Every Polish key that the program or a template can ask for, beside the sentences of problems."""
    labels = set(re.findall(r'"(fact\.\w+)"', source()))
    counted = {form for key in literals(r"tn|words\.plural") for form in forms_of(key)}
    return literals(r"t|words|words\.text") | labels | counted | set(composed()) | form_words()


def codes() -> set[str]:
    """Every code of a problem that can be read or checked."""
    files = [
        *(PACKAGE / "records").glob("*.py"),
        *(PACKAGE / "checks").glob("*.py"),
        PACKAGE / "editors/authority.py",
        PACKAGE / "editors/lost_addresses.py",
        PACKAGE / "editors/protection.py",
        PACKAGE / "editors/rules.py",
        PACKAGE / "words/own_words.py",
        PACKAGE / "publishing/prose_files.py",
        PACKAGE / "publishing/prose_guard.py",
    ]
    written = "\n".join(file.read_text("utf-8") for file in files)
    return set(re.findall(rf'"((?:{FAMILIES})\.[a-z][a-z-]+)"', written))


def test_what_is_asked_for_is_there() -> None:
    """No page is made with a hole in it, whatever the schema lets a record say."""
    assert len(literals(r"t|words|words\.text")) > 100
    assert sorted(asked() - words_of("pl").keys()) == []


@pytest.mark.parametrize("subject", SUBJECTS)
def test_what_is_there_is_asked_for(subject: str) -> None:
    """Nobody translates a text that is never shown."""
    found = texts("pl", subject)
    said = {f"{code}.{part}" for code in codes() for part in ("message", "hint", "nearest")}
    spare = {key for key in found if key.endswith(".other") and stem(key, found) != key}
    assert sorted(found.keys() - asked() - said - spare) == []


def test_every_code_has_its_sentence() -> None:
    """Every code of a problem that is read or checked has a message, and every message has a code."""
    keys = (key for key in words_of("pl") if key.endswith(".message"))
    assert codes() == {key.removesuffix(".message") for key in keys}


POLISH = {0: "many", 1: "one", 2: "few", 4: "few", 5: "many", 11: "many", 12: "many", 14: "many", 21: "many"}
POLISH |= {22: "few", 25: "many", 100: "many", 101: "many", 102: "few", 112: "many", 1002: "few"}
UKRAINIAN = POLISH | {21: "one", 101: "one", 111: "many"}
LAST_DIGIT = ("many", "one", "few", "few", "few", "many", "many", "many", "many", "many")
NUMBERS = st.integers(min_value=0, max_value=10**9) | st.integers(min_value=0, max_value=200)


@pytest.mark.parametrize(("language", "forms"), [("pl", POLISH), ("uk", UKRAINIAN), ("en", {0: "other", 1: "one"})])
def test_forms_of_numbers(language: str, forms: dict[int, str]) -> None:
    """Each language has its own rule."""
    assert {n: plural_form(language, n) for n in forms} == forms


TO_COUNT = (*range(26), *range(100, 126))
FEW = {2, 3, 4, 22, 23, 24, 102, 103, 104, 122, 123, 124}


@pytest.mark.parametrize(("language", "single"), [("pl", {1}), ("uk", {1, 21, 101, 121})])
def test_numbers_that_are_met_most(language: str, single: set[int]) -> None:
    """Every number to 25 and from 100 to 125, by lists that grammars give."""
    expected = {n: "one" if n in single else "few" if n in FEW else "many" for n in TO_COUNT}
    assert {n: plural_form(language, n) for n in TO_COUNT} == expected


@given(NUMBERS)
def test_ukrainian_goes_by_the_last_digit(n: int) -> None:
    """The last digit decides, unless the number ends in a teen."""
    teen = 11 <= n % 100 <= 19
    assert plural_form("uk", n) == ("many" if teen else LAST_DIGIT[n % 10])


@given(NUMBERS)
def test_polish_is_ukrainian_with_a_single_one(n: int) -> None:
    """21, 31 and 101 are `many` in Polish; nothing else differs."""
    other = plural_form("uk", n)
    assert plural_form("pl", n) == ("many" if other == "one" and n != 1 else other)


@given(NUMBERS)
def test_english_has_one_and_the_others(n: int) -> None:
    """Only 1 is `one`."""
    assert (plural_form("en", n) == "one") == (n == 1)


@given(st.sampled_from(LANGUAGES), NUMBERS)
def test_every_number_has_a_form_of_its_language(language: str, n: int) -> None:
    """No number asks for a form that its language does not have."""
    assert plural_form(language, n) in FORMS[language]


@given(st.sampled_from(LANGUAGES), NUMBERS.filter(lambda n: n > 1), st.integers(min_value=1, max_value=1000))
def test_hundreds_do_not_count(language: str, n: int, hundreds: int) -> None:
    """From 2 on, hundreds that are added change nothing."""
    assert plural_form(language, n + 100 * hundreds) == plural_form(language, n)


def test_counted_words() -> None:
    """The number stands in its word."""
    assert [polish().plural("summary.error", n) for n in (1, 3, 12)] == ["1 błąd", "3 błędy", "12 błędów"]


def test_a_missing_text_is_a_fault_of_the_program() -> None:
    """No page is made with a hole in it."""
    with pytest.raises(KeyError):
        polish().text("nie.ma")
