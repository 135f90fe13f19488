"""An answer in plain words → the value that a record holds; what is not clear is said, and asked again."""

import re

from service_catalogue.checks import names_in
from service_catalogue.editors.questions import Question
from service_catalogue.notation import folded
from service_catalogue.records import Record, Sources
from service_catalogue.words import Translation

UNKNOWN = ("?", "nie wiem", "-")
"""Answers that say that one does not know."""
MOST = 12
"""So many codes are offered at once."""
_LABEL = re.compile(r"[^()\d]+")
_YES_NO = {"t": True, "tak": True, "n": False, "nie": False}


class UnclearError(ValueError):
    """An answer of which nobody can tell what it means; its text says so to the person who gave it."""


def answered(question: Question, answer: str, sources: Sources, words: Translation, *, between: str = ";,\n") -> object:
    """The value of an answer that says something; any of the signs `between` parts several."""
    match question.kind:
        case "phones":
            return [_phone(part) for part in _parts(answer, between)]
        case "lines":
            return _parts(answer, between)
        case "yes_no":
            return _yes_no(answer, words)
        case "choice":
            found = [_choice(part, question.of, words) for part in _parts(answer, between)]
            return found if question.of == "how" else found[0]
        case "codes":
            record = sources.vocabularies[question.of]
            codes = [_code(part, record, words) for part in _parts(answer, between)]
            return codes[0] if question.single else codes
    return answer


def choices(of: str, words: Translation) -> dict[str, str]:
    """The choices of a question with their words, in order."""
    return below(f"entry_form.choice.{of}", words)


def below(prefix: str, words: Translation) -> dict[str, str]:
    """The texts whose keys begin with a prefix and a dot, by the rest of the key."""
    start = f"{prefix}."
    return {key.removeprefix(start): text for key, text in words.texts.items() if key.startswith(start)}


def labels(record: Record) -> dict[str, str]:
    """Each code of a vocabulary that a service may have, with its name; headings are none."""
    return {
        code: _name(term)
        for code, term in record.data.items()
        if isinstance(term, dict) and not term.get("group") and term.get("term_status", "active") == "active"
    }


def _name(term: dict[str, object]) -> str:
    name = term.get("name", "")
    return str(name.get("pl", "")) if isinstance(name, dict) else str(name)


def _parts(answer: str, between: str) -> list[str]:
    return [part for one in re.split(f"[{between}]", answer) if (part := one.strip())]


def _phone(text: str) -> dict[str, str]:
    number, _, rest = text.strip().rpartition("(")
    label = rest.removesuffix(")")
    is_labelled = rest.endswith(")") and number.strip() and _LABEL.fullmatch(label)
    return {"number": number.strip(), "label": label} if is_labelled else {"number": text.strip()}


def _yes_no(answer: str, words: Translation) -> bool:
    if folded(answer) not in _YES_NO:
        raise UnclearError(words.text("new.yes_or_no"))
    return _YES_NO[folded(answer)]


def _choice(answer: str, of: str, words: Translation) -> str:
    known = choices(of, words)
    if answer.isdecimal() and 0 < int(answer) <= len(known):
        return [*known][int(answer) - 1]
    found = [code for code, text in known.items() if folded(answer) in (folded(code), folded(text))]
    if not found:
        raise UnclearError(words.text("new.of_list", n=len(known)))
    return found[0]


def _code(answer: str, record: Record, words: Translation) -> str:
    """The code that is called so, or the only one that a name begins or holds."""
    usable, sought = labels(record), folded(answer)
    exact = dict.fromkeys(code for name, code in names_in(record) if name == sought and code in usable)
    alike = exact or dict.fromkeys(code for name, code in names_in(record) if sought in name and code in usable)
    if len(alike) == 1:
        return next(iter(alike))
    offered = ", ".join(f"{code} ({usable[code]})" for code in [*alike][:MOST])
    if not alike:
        raise UnclearError(words.text("new.no_code", said=answer))
    raise UnclearError(words.text("new.which", said=answer, codes=offered))
