"""A script of the theme and the modules it imports by a relative path, as one file: one request instead of many."""

import re
from pathlib import Path

_IMPORT = re.compile(r"^import (?:\{[^}]*\} from )?\"(\.{1,2}/[^\"]+)\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:const|let|function|class)\b)", re.MULTILINE)
_NAME = re.compile(r"^(?:async )?(?:const|let|function\*?|class) (\w+)", re.MULTILINE)


class ScriptError(ValueError):
    """Two modules of one script give the same name to different things."""


def join_script(entry: Path) -> str:
    """The text of a script after that of all it imports, each once; names are imported as they are, without `as`.

    What the script itself exports it exports still.
    """
    modules = modules_of(entry)
    if len(modules) == 1:
        return modules[entry.resolve()]
    *parts, own = (_IMPORT.sub("", text) for text in modules.values())
    texts = [*(_EXPORT.sub("", text) for text in parts), own]
    names = [name for text in texts for name in _NAME.findall(_EXPORT.sub("", text))]
    if repeated := sorted({name for name in names if names.count(name) > 1}):
        raise ScriptError(f"{entry.name}: {', '.join(repeated)} stands in several modules; names in them must differ")
    return "\n".join(texts)


def modules_of(entry: Path) -> dict[Path, str]:
    """The text of a script and of all it imports, each by its file, what is imported first."""
    return _modules(entry, {})


def _modules(file: Path, found: dict[Path, str]) -> dict[Path, str]:
    """A module and all it leads to by its address, those that are imported first."""
    place, text = file.resolve(), file.read_text("utf-8")
    if place not in found:
        for path in _IMPORT.findall(text):
            _modules(place.parent / path, found)
        found[place] = text
    return found
