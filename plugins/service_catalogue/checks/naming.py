"""How a part of a record is called in a sentence."""

from service_catalogue.notation import words_of
from service_catalogue.records import Pointer, Values, schemas


def name_of(schema: str, pointer: Pointer) -> Values:
    """The title, key and description of a part; an item of a list is called as its list."""
    part = schemas().part(schema, pointer)
    key = next((step for step in reversed(pointer) if isinstance(step, str)), "")
    while "title" not in part and pointer:
        pointer = pointer[:-1]
        part = {**schemas().part(schema, pointer), **part}
    title = part.get("title", key)
    about, form = part.get("description", ""), part.get("x-form", "")
    return {
        "title": title,
        "key": key,
        "right": form or about,
        "about": about if form in ("", about) else f"{about} {form}",
    }


def right_id(text: str) -> str:
    """What a text would be as an id: small letters without diacritics, digits and hyphens."""
    return "-".join(words_of(text))
