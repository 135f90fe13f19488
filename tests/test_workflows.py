"""Workflows on recorded events of our own making; they have not run on GitHub. `make lint` looks at their form."""

import re

import pytest

from workflows import EVENTS, FILES, event, runs, steps, value, workflow

SITES = ("site.yml", "starter site.yml")
CHECKS = ("check.yml", "starter check.yml")


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("told", [path.stem for path in EVENTS.glob("*.json") if not path.stem.startswith("pull")])
def test_a_fork_publishes_nothing(name: str, told: str) -> None:
    """By a push, at night, or by hand: no job runs in a copy of the repository, and every one runs in its own."""
    jobs = workflow(name)["jobs"]
    expected = set() if told.endswith("-fork") else set(jobs)
    assert {job for job, one in jobs.items() if runs(one, {"github": {"event": event(told)}})} == expected


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize(
    ("variables", "expected"), [({}, "site"), ({"PUBLISH_AS": ""}, "site"), ({"PUBLISH_AS": "preview"}, "preview")]
)
def test_only_the_variable_of_the_repository_makes_a_preview(
    name: str, variables: dict[str, str], expected: str
) -> None:
    built = [step for _, step in steps(name) if step.get("run") == "make build"]
    assert [value(step["env"]["PUBLISH_AS"], {"vars": variables}) for step in built] == [expected]


@pytest.mark.parametrize("name", FILES)
def test_no_text_of_a_stranger_is_a_part_of_a_script(name: str) -> None:
    """Titles, branches, logins and messages reach commands as values of variables, and of these only the login."""
    for _, step in steps(name):
        assert "${{" not in step.get("run", "")
    told = set(re.findall(r"github\.event\.[\w.]+", FILES[name].read_text("utf-8")))
    assert told <= {
        "github.event.repository.fork",
        "github.event.pull_request.number",
        "github.event.pull_request.user.login",
        "github.event.pull_request.base.sha",
        "github.event.pull_request.head.sha",
    }


@pytest.mark.parametrize("name", CHECKS)
def test_records_are_checked_by_the_program_of_the_base(name: str) -> None:
    """What is proposed lies in a folder of its own; no command of it is run, and Python finds no module in it."""
    told = {"github": {"event": event("pull-request-from-a-fork")}}
    of_records = [step for job, step in steps(name) if job == "records"]
    program, proposal = (step["with"] for step in of_records if step.get("uses", "").startswith("actions/checkout@"))
    assert "path" not in program
    assert value(program["ref"], told) == event("pull-request-from-a-fork")["pull_request"]["base"]["sha"]
    assert (proposal["path"], "ref" in proposal) == ("proposal", False)
    for step in of_records:
        if step.get("working-directory"):
            assert step["env"]["PYTHONSAFEPATH"] == "1"
            started = [line.strip() for line in step["run"].splitlines() if "python" in line]
            assert all(line.startswith("../.venv/bin/python -m service_catalogue check ") for line in started)
        else:
            assert "cd proposal" not in step.get("run", "")
    assert any("build" in step.get("run", "") and "proposal/catalogue" in step["run"] for step in of_records)


@pytest.mark.parametrize("name", FILES)
def test_rights_are_the_smallest(name: str) -> None:
    """Nothing at the top, no secret, no credentials left behind, actions at a commit; a pull request reads only."""
    text, told = FILES[name].read_text("utf-8"), workflow(name)
    assert told["permissions"] == {}
    assert "secrets." not in text
    assert "pull_request_target" not in text
    assert "workflow_run" not in text
    for _, step in steps(name):
        used = step.get("uses")
        assert not used or re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", used)
        assert not used or not used.startswith("actions/checkout@") or step["with"]["persist-credentials"] is False
    if name in CHECKS:
        rights = {right for job in told["jobs"].values() for right in job["permissions"].items()}
        assert rights <= {("contents", "read"), ("pull-requests", "read")}
