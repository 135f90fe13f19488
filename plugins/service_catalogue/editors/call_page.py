"""The calls as one page for a phone: opened from a file, it asks no server and keeps what is typed on the phone."""

from collections.abc import Iterable
from datetime import date
from html import escape

from service_catalogue.editors.calls import Call
from service_catalogue.editors.changes import SPEAKERS
from service_catalogue.notation import compact_json, html_safe
from service_catalogue.records import product_folder
from service_catalogue.words import Translation

QUESTIONS = (("runs", None), ("address", None), ("hours", "hours"), ("phone", "phone"), ("access", None))
"""Each question with the field that a correction of it is written into."""
WORDS = (
    *("progress", "dial", "answered", "no_answer", "later", "next", "who", "all_right", "yes", "no", "unknown"),
    *("correct", "silent", "wrong", "end", "end_note", "download", "again"),
)


def call_page(calls: Iterable[Call], words: Translation, today: date) -> str:
    """The whole page; texts of records stand in it as data only."""
    data = {
        "calls": [call.as_plain() for call in calls],
        "words": {key: words.texts[f"calls.{key}"] for key in WORDS},
        "roles": {role: words.text(f"calls.role.{role}") for role in SPEAKERS},
        "questions": [
            {"code": code, "text": words.text(f"calls.ask.{code}"), "field": field} for code, field in QUESTIONS
        ],
        "day": today.isoformat(),
        "name": f"calls-{today}",
    }
    theme = product_folder("theme")
    folder, tokens = theme / "desk", theme / "static/css/tokens.css"
    parts = {
        "title": escape(words.text("calls.title")),
        "style": "\n".join(sheet.read_text("utf-8").strip() for sheet in (tokens, folder / "calls.css")),
        "script": (folder / "calls.js").read_text("utf-8").strip(),
        "data": html_safe(compact_json(data)),
    }
    page = (folder / "calls.html").read_text("utf-8")
    for name, text in parts.items():
        page = page.replace(f"%{name}%", text)
    return page.rstrip("\n")
