"""The commands `review` and `comment`: what a proposal does, told where nothing can be done, and said where it can."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from service_catalogue.checks import check_folder
from service_catalogue.editors.review import review
from service_catalogue.editors.review_comment import WrongReviewError, comment, read_review, suggestions
from service_catalogue.history import is_state
from service_catalogue.hours import this_day
from service_catalogue.records import CLEAN, ERRORS, WRONG_USE
from service_catalogue.words import read_translation


def add_review(commands: Any) -> None:
    """Adds `review` and `comment` to the commands."""
    made = commands.add_parser("review", help="opisz zmianę", description="Opisuje proponowaną zmianę jako JSON.")
    made.add_argument("--catalogue", type=Path, default=Path("catalogue"), metavar="FOLDER", help="folder katalogu")
    made.add_argument("--base", required=True, metavar="STAN", help="gałąź, do której ma trafić zmiana")
    made.set_defaults(run=_review)
    said = commands.add_parser("comment", help="komentarz o zmianie", description="Robi z opisu komentarz i sugestie.")
    said.add_argument("review", type=Path, metavar="OPIS.json", help="opis, który zrobiło polecenie review")
    said.add_argument("--commit", default="", metavar="SHA", help="stan, do którego należą sugestie")
    said.add_argument("--site", default="", metavar="ADRES", help="adres strony, na której uwagi są wyjaśnione")
    said.set_defaults(run=_comment)


def _review(options: argparse.Namespace) -> int:
    words = read_translation(options.catalogue / "translations", "pl")
    if not is_state(options.catalogue, options.base):
        print(words.text("summary.no-such-state", state=options.base), file=sys.stderr)
        return WRONG_USE
    sources, problems = check_folder(options.catalogue, this_day())
    print(json.dumps(review(sources, problems, options.catalogue, options.base), ensure_ascii=True))
    return CLEAN


def _comment(options: argparse.Namespace) -> int:
    """Prints the bodies of two requests: the comment, and a review with suggestions."""
    words = read_translation(Path("catalogue/translations"), "pl")
    try:
        told = read_review(options.review.read_bytes())
    except (WrongReviewError, OSError):
        print(words.text("review.wrong"), file=sys.stderr)
        return ERRORS
    comments = list(suggestions(told, words))
    made: dict[str, Any] = {"comment": {"body": comment(told, words, options.site)}, "suggestions": None}
    if comments:
        made["suggestions"] = {"event": "COMMENT", "commit_id": options.commit, "comments": comments}
    print(json.dumps(made, ensure_ascii=True))
    return CLEAN
