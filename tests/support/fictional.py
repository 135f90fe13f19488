"""The fictional catalogue that tests build, the day for which they build it, and a history of its records."""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

TODAY = date(2026, 11, 21)
FICTIONAL = Path(__file__).parents[1] / "fictional"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
"""The version of the records that the built site says it was made of."""


def git(folder: Path, *words: str, day: str = "2026-01-01") -> None:
    """Runs git with a fixed author and day, at noon where no time is said (`2026-01-01T09:00:00Z`)."""
    moment = day if "T" in day else f"{day}T12:00:00+01:00"
    days = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    environment = os.environ | days | {"GIT_CONFIG_GLOBAL": os.devnull}
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True, env=environment)


def in_polish(folder: Path) -> Path:
    """A copy of the fictional catalogue with pages in Polish alone: a third of the work where pages do not matter."""
    shutil.copytree(FICTIONAL, folder)
    site = folder / "site.yaml"
    site.write_text(site.read_text("utf-8").replace("languages: [pl, uk, en]", "languages: [pl]"), "utf-8")
    return folder


def repository(folder: Path) -> Path:
    """A copy of the fictional catalogue whose history does not hang on that of this program: two days, one change."""
    catalogue = folder / "catalogue"
    shutil.copytree(FICTIONAL, catalogue)
    record = catalogue / "organizations" / "stowarzyszenie-wzor.yaml"
    today = record.read_text("utf-8")
    record.write_text(today.replace("name: ", "name: Dawne ", 1), "utf-8")
    git(folder, "init", "-q", "-b", "main")
    for text, day in ((record.read_text("utf-8"), "2026-11-20"), (today, "2026-11-21")):
        record.write_text(text, "utf-8")
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", "records", day=day)
    return catalogue
