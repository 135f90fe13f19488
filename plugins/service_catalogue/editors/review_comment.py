"""A review from a place without rights as one comment and suggestions: every sentence is ours, every value inert text.

Whoever proposes a change can write anything into the review: what is not of its form is left out, what a value says is
shown and does nothing. Nothing of it is run, and no path leads out of the records.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from service_catalogue.editors.review import MOST, WATCHED
from service_catalogue.records import Problem, hint, message, schemas
from service_catalogue.words import Translation

MARK = "<!-- katalog: przegląd wpisów -->"
"""By this mark the comment is found again, so that there is only one."""
LARGEST = 400_000
_PATH = re.compile(r"catalogue/organizations/[a-z0-9-]{1,80}\.yaml")
_SITE = r"https://[a-z0-9.-]{1,200}(?:/[a-z0-9._-]{1,60}){0,4}/?"
_STEP = re.compile(r"[a-z0-9_-]{1,80}")
_LEVELS = ("error", "warning", "note")


class WrongReviewError(ValueError):
    """What was handed over is no review."""


def read_review(content: bytes) -> Mapping[str, Any]:
    """The review, if it is one; a stranger may have written it."""
    try:
        read = json.loads(content) if len(content) <= LARGEST else None
    except (ValueError, RecursionError):
        read = None
    lists = ("problems", "changes", "suggestions")
    if not isinstance(read, dict) or not all(isinstance(read.get(key), list) for key in lists):
        raise WrongReviewError
    return read


def comment(review: Mapping[str, Any], words: Translation, site: str = "") -> str:
    """The one comment: what changes, what is wrong, what to look at, what happens next.

    Where the site has an address, each problem leads to the page that explains it.
    """
    changes = [row for row in review["changes"][: 2 * MOST] if isinstance(row, dict)]
    told = list(dict.fromkeys(filter(None, (_change(row, words) for row in changes))))
    watched = list(dict.fromkeys(filter(None, (_watch(row, words) for row in changes))))
    problems = [line for row in review["problems"][:MOST] if (line := _problem(row, words, site))]
    parts = [MARK, words.text("review.hello")]
    for key, lines in (("changes", told), ("problems", problems), ("watch", watched)):
        parts += [f"**{words.text(f'review.{key}')}**", "\n".join(f"- {line}" for line in lines)] if lines else []
    parts.append(words.text("review.mended") if review["suggestions"] else "")
    parts.append(words.text("review.next_errors") if problems else words.text("review.next"))
    return "\n\n".join(filter(None, parts))


def suggestions(review: Mapping[str, Any], words: Translation) -> Iterator[dict[str, Any]]:
    """Each thing that could be put right, as a suggestion to click at its lines."""
    for row in review["suggestions"][:MOST]:
        if not isinstance(row, dict) or not _PATH.fullmatch(str(row.get("path"))):
            continue
        first, last, lines = row.get("first"), row.get("last"), row.get("lines")
        if not isinstance(first, int) or not isinstance(last, int) or not isinstance(lines, list):
            continue
        text = "\n".join(str(line) for line in lines[:20])
        if not 0 < first <= last <= 20_000 or last - first >= 20 or "```" in text or len(text) > 2_000:
            continue
        place = {"path": row["path"], "line": last, "side": "RIGHT"}
        place |= {"start_line": first, "start_side": "RIGHT"} if first < last else {}
        yield {**place, "body": f"{words.text('review.suggestion')}\n\n```suggestion\n{text}\n```"}


def _change(row: Mapping[str, Any], words: Translation) -> str:
    of = inert(row.get("of"))
    if row.get("what") in ("new", "gone"):
        return words.text("review.new", of=of) if row["what"] == "new" else words.text("review.gone", of=of)
    place = row.get("place")
    if row.get("what") != "field" or not isinstance(place, list) or not 0 < len(place) <= 3:
        return ""
    if not all(isinstance(step, str) and _STEP.fullmatch(step) for step in place):
        return ""
    if len(place) == 2:
        whole = {"services": "review.service", "locations": "review.place"}.get(place[0], "")
        return words.text(whole, of=of) if whole else ""
    title = schemas().part("organization", tuple(place)).get("title", "")
    return words.text("review.field", title=title, of=of) if title else ""


def _watch(row: Mapping[str, Any], words: Translation) -> str:
    what = str(row.get("what"))
    return words.text(f"review.watch_{what}", of=inert(row.get("of"))) if what in WATCHED else ""


def _problem(row: Any, words: Translation, site: str) -> str:
    """A problem in our own sentence; its values are text that does nothing."""
    if not isinstance(row, dict) or not _PATH.fullmatch(str(row.get("path"))) or row.get("level") not in _LEVELS:
        return ""
    code, line, values = str(row.get("code")), row.get("line"), row.get("values")
    if f"{code}.message" not in words.texts or not isinstance(line, int) or not isinstance(values, dict):
        return ""
    told = {str(key): str(value) for key, value in list(values.items())[:40]}
    problem = Problem(row["path"], line, 1, code, told, row["level"])
    try:
        sentence, advice = message(problem, words.texts), hint(problem, words.texts)
    except (KeyError, IndexError, ValueError, AttributeError):
        return ""
    tail = f" {inert(advice, 400)}" if advice else ""
    if site and re.fullmatch(_SITE, site):
        where = f"{site.rstrip('/')}/jak-edytowac/uwagi/{code.partition('.')[0]}/#{code}"
        tail += f" [{words.text('explained.more')}]({where})"
    return f"`{row['path'].rpartition('/')[2]}`, {words.text('review.line', n=line)}: **{inert(sentence, 400)}**.{tail}"


def inert(value: Any, longest: int = 120) -> str:
    """A stranger's text on one line of Markdown: no link, no mention, no reference, no markup."""
    text = " ".join("".join(char if char.isprintable() else " " for char in str(value or "")).split())
    text = text if len(text) <= longest else f"{text[: longest - 1]}…"
    return "".join(f"&#{ord(char)};" if char in "&<>\"'`*_[]()#@!|\\~:/+-{}=$" else char for char in text)
