"""A conversation that becomes a record: each answer is checked as soon as it is given, by the checks of all records."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from service_catalogue.editors.answering import UNKNOWN, UnclearError, answered, below, choices, labels
from service_catalogue.editors.fixes import mended
from service_catalogue.editors.one_record import errors_alone
from service_catalogue.editors.questions import OF_ORGANIZATION, OF_PLACE, OF_SERVICE, Ask, Question, Say
from service_catalogue.model import for_readers
from service_catalogue.notation import words_of
from service_catalogue.records import (
    MISSING,
    Data,
    Pointer,
    Problem,
    Sources,
    has_errors,
    hint,
    message,
    new_text,
    read,
    schemas,
    value_at,
    with_value,
)
from service_catalogue.words import Translation

LATER = {"shape.missing", "origin.missing", "safety.unreachable", "safety.no-voice", "reference.unused-place"}
"""What only the whole record can answer."""


@dataclass(slots=True)
class Conversation:
    """What was answered so far, and with what one asks and says."""

    sources: Sources
    words: Translation
    today: date
    ask: Ask
    say: Say
    data: Data = field(default_factory=dict)
    known: frozenset[tuple[str, str]] = frozenset()
    """The errors that the answers so far have left to others: code and values."""

    def whole(self) -> Data:
        """Asks everything, and gives the record."""
        self.say(self.words.text("new.hello"))
        self._put(Question("organization_name", ("name",), needed=True), ())
        self._all(OF_ORGANIZATION, ())
        while not self.data.get("services") or self._is_yes(self.words.text("new.more_services")):
            self._service()
        return self.data

    def _service(self) -> None:
        self.say(self.words.text("new.service"))
        place: Pointer = ()
        while not place:
            name = self._told(Question("name", ("name",), needed=True))
            slug = _free(name, self.data.get("services", {}))
            made, faults = self._checked(with_value(self.data, ("services", slug), {"name": name, **for_readers()}))
            self._tell(faults)
            if not faults:
                self.data, place = made, ("services", slug)
        self._all(OF_SERVICE, place)
        where = self._place()
        if where:
            self.data = with_value(self.data, (*place, "locations"), [where])

    def _place(self) -> str:
        """The id of the place of a service, known or new; nothing where nobody knows it."""
        known = self.data.get("locations", {})
        for id_ in known:
            if self._is_yes(self.words.text("new.same_place", place=known[id_].get("address_1", id_))):
                return str(id_)
        if self._is_yes(self.words.text("new.secret")):
            id_ = _free(self.words.text("new.secret_place"), known)
            self.data = with_value(self.data, ("locations", id_), {"confidential": True})
            return id_
        new = self.words.text("new.place")
        self._all(OF_PLACE, ("locations", new))
        id_ = _free(str(value_at(self.data, ("locations", new, "address_1")) or new), known)
        self.data = with_value(self.data, ("locations", id_), value_at(self.data, ("locations", new)) or {})
        self.data = with_value(self.data, ("locations", new), MISSING) if id_ != new else self.data
        if not value_at(self.data, ("locations", id_, "address_1")):
            self.data = with_value(self.data, ("locations", id_), MISSING)
            return ""
        site = self.sources.site.data if self.sources.site else {}
        for key in ("city", "gmina"):
            self.data = with_value(self.data, ("locations", id_, key), site[key])
        return id_

    def _all(self, questions: Iterable[Question], owner: Pointer) -> None:
        for question in questions:
            if not question.of or choices(question.of, self.words) or self.sources.vocabularies[question.of].data:
                self._put(question, owner)

    def _put(self, question: Question, owner: Pointer) -> None:
        """Asks until the answer is one that the checks accept, or nobody knows it."""
        while answer := self._told(question):
            try:
                value = answered(question, answer, self.sources, self.words)
            except UnclearError as unclear:
                self.say(str(unclear))
                continue
            made, faults = self._checked(with_value(self.data, (*owner, *question.place), value))
            if not faults:
                self.data = made
                return
            self._tell(faults)

    def _tell(self, faults: Iterable[Problem]) -> None:
        for fault in faults:
            self.say(f"{message(fault, self.words.texts)} ({hint(fault, self.words.texts)})")

    def _told(self, question: Question) -> str:
        """What somebody answers; nothing where it may be left open."""
        self.say(f"\n{self._said(f'entry_form.ask.{question.key}', f'entry_form.part.{question.key}')}")
        own = self._said(f"entry_form.hint.{question.key}", f"entry_form.{question.key}.hint")
        for note in filter(None, dict.fromkeys((own, self._said(f"new.hint.{question.kind}")))):
            self.say(f"  {note}")
        if question.kind == "choice":
            for number, text in enumerate(choices(question.of, self.words).values(), 1):
                self.say(f"  {number}) {text}")
        while True:
            answer = " ".join(self.ask("> ").split())
            if answer == "?" and question.kind == "codes":
                for code, name in labels(self.sources.vocabularies[question.of]).items():
                    self.say(f"  {code} ({name})")
            elif answer.lower() in UNKNOWN and not question.needed:
                return ""
            elif answer or not question.needed:
                return answer
            else:
                self.say(self.words.text("new.needed"))

    def _said(self, *keys: str) -> str:
        return next((self.words.texts[key] for key in keys if key in self.words.texts), "")

    def grounds(self) -> dict[str, str]:
        """How one knows all this: the parts of a change that say so."""
        how = self._one_of("entry_form.grounds.how", "entry_form.how")
        if how == "phone":
            return {"how": how, "who": self._one_of("entry_form.grounds.who", "entry_form.who")}
        who = {"visit": "visitor", "document": "website"}.get(how, how)
        return {"how": how, "who": who, **({"url": self._link()} if how == "document" else {})}

    def _one_of(self, question: str, prefix: str) -> str:
        known = below(prefix, self.words)
        self.say(f"\n{self.words.text(question)}")
        for number, text in enumerate(known.values(), 1):
            self.say(f"  {number}) {text}")
        while not (answer := self.ask("> ").strip()).isdecimal() or not 0 < int(answer) <= len(known):
            self.say(self.words.text("new.of_list", n=len(known)))
        return [*known][int(answer) - 1]

    def _link(self) -> str:
        rule = schemas().part("organization", ("website",))["pattern"]
        self.say(f"\n{self.words.text('entry_form.grounds.url')}")
        while not re.fullmatch(rule, answer := self.ask("> ").strip()):
            self.say(self.words.text("entry_form.grounds.badUrl"))
        return answer

    def _is_yes(self, question: str) -> bool:
        return self.ask(f"\n{question} ").strip().lower() in ("t", "tak")

    def _checked(self, data: Data) -> tuple[Data, list[Problem]]:
        """Data with what is surely meant, and the errors that it has and the answers before had not."""
        made = mended(new_text(data).encode("utf-8"), self.sources)
        record, reading = read("nowy.yaml", made)
        unread = [one for one in reading if has_errors([one])]
        if record is None or unread:
            return data, unread[:1]
        typed = record.typed(schemas().typed("organization", record.data))
        alone = errors_alone(typed, self.sources, self.today)
        found = {(one.code, str(one.values)): one for one in alone if one.code not in LATER}
        faults = [one for key, one in found.items() if key not in self.known]
        self.known = self.known if faults else frozenset(found)
        return typed.data, faults


def _free(name: str, known: Data) -> str:
    """An id that is made of a name and not taken."""
    id_ = "-".join(words_of(name))[:60].strip("-") or "x"
    return id_ if id_ not in known else next(f"{id_}-{n}" for n in range(2, 1000) if f"{id_}-{n}" not in known)
