"""Workflows on recorded events of our own making; they have not run on GitHub. `make lint` looks at their form."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from catalogue_examples import SITE, TODAY
from service_catalogue.__main__ import main
from workflows import EVENTS, FILES, TELLING, event, runs, steps, value, workflow

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
            assert all(re.match(r"\.\./\.venv/bin/python -m service_catalogue (check|review) ", one) for one in started)
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


RIGHTS = {
    "apply": {
        "write": {"contents": "read"},
        "propose": {"contents": "write", "pull-requests": "write"},
        "thank": {"issues": "write"},
    },
    "review": {
        "find": {"pull-requests": "read"},
        "describe": {"actions": "read", "contents": "read"},
        "say": {"pull-requests": "write"},
    },
}
"""What each job may do, and no more."""
OF_STRANGERS = {
    "github.event.issue.body",
    "github.event.label.name",
    "github.event.workflow_run.head_branch",
    "github.event.workflow_run.head_repository.owner.login",
}


@pytest.mark.parametrize("name", TELLING)
def test_each_job_has_only_the_rights_it_uses(name: str) -> None:
    told = workflow(name)
    assert told["permissions"] == {}
    assert {job: one["permissions"] for job, one in told["jobs"].items()} == RIGHTS[name]
    assert "secrets." not in TELLING[name].read_text("utf-8")


@pytest.mark.parametrize("name", TELLING)
def test_what_may_write_runs_no_program_on_what_strangers_wrote(name: str) -> None:
    """The program reads a stranger's words where it has no token; the token is where only git, gh and jq are run."""
    for job, step in steps(name):
        run = step.get("run", "")
        assert "${{" not in run
        if "write" in RIGHTS[name][job].values():
            assert not re.search(r"python|make|pip|bash |sh -c|eval", run)
        if "python" in run or "make" in run:
            assert not {"GH_TOKEN", "TOKEN"} & {*step.get("env", {})}
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"] == {"persist-credentials": False}
        assert not step.get("uses") or re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", step["uses"])


@pytest.mark.parametrize("name", TELLING)
def test_words_of_strangers_are_values_of_variables(name: str) -> None:
    told = set(re.findall(r"github\.event\.[\w.]+", TELLING[name].read_text("utf-8")))
    known = {
        *("github.event.issue.number", "github.event.repository.default_branch", "github.event.workflow_run.event"),
        *("github.event.workflow_run.head_sha", "github.event.workflow_run.id"),
    }
    assert told <= OF_STRANGERS | known


@pytest.mark.parametrize(
    ("told", "expected"),
    [("issue-labelled", True), ("issue-labelled-otherwise", False)],
)
def test_only_the_label_of_a_maintainer_starts_it(told: str, expected: bool) -> None:  # noqa: FBT001
    """Whoever writes an issue cannot label it; the other jobs wait for the first."""
    jobs = workflow("apply")["jobs"]
    assert jobs["write"]["if"] == "github.event.label.name == 'wpisz'"
    assert (event(told)["label"]["name"] == "wpisz") == expected
    assert jobs["propose"]["needs"] == "write"
    assert jobs["thank"]["needs"] == "propose"


def test_a_list_in_an_issue_is_applied_as_the_workflow_does(tmp_path: Path) -> None:
    """The body of a recorded issue, as the step hands it over, with a hostile line before the list."""
    folder = Path(copytree(SITE, tmp_path / "catalogue"))
    (tmp_path / "issue.txt").write_text(event("issue-labelled")["issue"]["body"], "utf-8")
    assert main(["apply", str(tmp_path / "issue.txt"), "--catalogue", str(folder), "--today", str(TODAY)]) == 0
    files = [(file, SITE / file.relative_to(folder)) for file in sorted(folder.rglob("*.yaml"))]
    changed = [file.name for file, before in files if file.read_bytes() != before.read_bytes()]
    assert changed == ["fundacja-przyklad.yaml"]
