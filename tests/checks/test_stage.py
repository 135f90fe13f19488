"""What a public catalogue needs beyond a pilot."""

from dataclasses import replace

from catalogue_examples import site
from service_catalogue.checks.stage import nobody_answers, public_stage
from service_catalogue.model import is_listed


def test_ready() -> None:
    """The fictional catalogue has a publisher and confirmed help lines."""
    assert not list(public_stage(site()))


def test_no_publisher() -> None:
    """Name, phone and e-mail of the publisher are needed."""
    settings = site().site
    assert settings
    empty = replace(site(), site=replace(settings, data={**settings.data, "publisher": {}}))
    found = {problem.values["key"]: problem.code for problem in public_stage(empty)}
    assert found == dict.fromkeys(("publisher.name", "publisher.phone", "publisher.email"), "stage.publisher")


def test_somebody_answers_for_what_is_published() -> None:
    """Name, e-mail, controller of personal data and a private contact are needed where a site is put on the net."""
    settings = site().site
    assert settings
    nobody = replace(site(), site=replace(settings, data={**settings.data, "publisher": {}}))
    found = {problem.values["key"]: problem.code for problem in nobody_answers(nobody)}
    named = ("publisher.name", "publisher.email", "publisher.controller", "publisher.private_contact")
    assert found == dict.fromkeys(named, "stage.publication")


def test_unconfirmed_line() -> None:
    """Every help line has been confirmed by somebody."""
    lines = site().vocabularies["help_lines"]
    bare = {code: {key: part for key, part in line.items() if key != "assurance"} for code, line in lines.data.items()}
    unsure = replace(site(), vocabularies={**site().vocabularies, "help_lines": replace(lines, data=bare)})
    found = [(problem.code, problem.values["value"]) for problem in public_stage(unsure)]
    assert found == [("stage.help-line", code) for code, line in bare.items() if is_listed(line)]


def test_unconfirmed_place_of_urgent_help() -> None:
    """The places that urgent help leads to have been confirmed too."""
    record = site().organizations["miejski-osrodek-przykladowy"]
    parts = {key: part for key, part in record.data["services"]["punkt-informacyjny"].items() if key != "assurance"}
    services = {**record.data["services"], "punkt-informacyjny": parts}
    unsure = replace(record, data={**record.data, "services": services})
    found = public_stage(replace(site(), organizations={**site().organizations, record.id: unsure}))
    assert [(one.code, one.values["value"]) for one in found] == [
        ("stage.urgent-place", "miejski-osrodek-przykladowy/punkt-informacyjny")
    ]
