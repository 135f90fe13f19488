"""The files that prose is made of: what the content folder may hold, and where its links may lead.

Pelican reads several kinds of files, follows linked folders, and takes links in braces as paths on this machine.
"""

import ast
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from service_catalogue.checks import TiesElsewhere
from service_catalogue.notation import is_blank
from service_catalogue.records import FORBIDDEN, Problem, Sources

KIND = ".md"
MOST = 100_000
"""Bytes of one page."""
_COSTLY, _MOST_COSTLY = "[<`", 100
"""Signs for each of which Markdown may read a paragraph to its end, and how many of one kind a paragraph has."""
_DEEP = re.compile(r"\A(?:\s{40}|\s*(?:(?:>|[-*+]|\d{1,9}\.)\s*){8})")
"""The start of a line that is within so many lists or quotations that Markdown would not come to an end."""
MARK = re.compile(r"[{|] ?(static|attach|filename|author|category|tag|index) ?[|}]([^\s)>\"']{0,500})", re.IGNORECASE)
"""A link as Pelican resolves it: `{filename}o-nas.md`."""
FIELDS = {"title", "slug", "summary", "template", "status", "lang", "date", "modified", "author", "url", "save_as"}
"""What the head of a page may say; Pelican would make an attribute of any other word, whatever it means inside."""
TEMPLATES = ("page", "about", "privacy", "accessibility")
"""The templates of pages of prose; others ask for what a page of prose has not."""
_FIELD = re.compile(r"\A {0,3}([A-Za-z0-9_-]{1,100}):(.{0,200})")
_OF_GUESTS = {"ARTICLE_PATHS", "PAGE_PATHS", "STATIC_PATHS", "READERS"}
"""Settings by which a site says that it has more than prose."""


def prose_of_catalogue(folder: Path) -> tuple[Path, str] | None:
    """The content folder beside a catalogue and its name, where all that is in it is prose.

    A site with articles, files or a theme of its own keeps to rules of its own; its settings are read, not run.
    """
    content, settings = folder.parent / "content", folder.parent / "pelicanconf.py"
    if not content.is_dir() or _is_of_a_guest(_assigned(settings), folder.parent):
        return None
    return content, "content"


def prose_problems(folder: Path, name: str) -> list[Problem]:
    """Every fault of the files in a folder of prose; `name` is what the folder is called in messages."""
    return [problem for path in _walk(folder) for problem in _of_file(folder, path, f"{name}/{path}")]


def told_in_prose(folder: Path, name: str, sources: Sources, starts: Iterable[str] = ("",)) -> Iterator[Problem]:
    """Sentences of prose that tie a protected service to a place; a file that cannot be read has faults of its own.

    `starts` are the parts of the folder in which prose lies.
    """
    search = TiesElsewhere(sources)
    for path in sorted({path for start in starts for path in (folder / start).rglob(f"*{KIND}")}):
        text = path.read_bytes()[:MOST].decode("utf-8", "ignore") if path.is_file() and not path.is_symlink() else ""
        for number, line in enumerate(text.splitlines() if search.is_likely(text) else (), 1):
            if said := search.place_in(line):
                shown = f"{name}/{path.relative_to(folder).as_posix()}"
                yield Problem(shown, number, 1, "safety.told-elsewhere", {"value": said})


def leads_outside(folder: Path, page: PurePosixPath, link: str) -> bool:
    """Whether a path in a link of a page, read in any way that Pelican tries, is outside of the content folder."""
    readings = {link, unquote(link), unescape(link), unquote(unescape(link)), unquote(unquote(link))}
    return any(_is_outside(folder, page, reading) for reading in readings)


def links_out(folder: Path, starts: Sequence[str]) -> Iterator[Path]:
    """Links of the file system below parts of a folder that lead out of it: folders, and files of any kind."""
    inside = folder.resolve()
    for start in starts:
        for root, folders, files in os.walk(folder / start):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for path in (Path(root) / name for name in (*folders, *files) if not name.startswith(".")):
                if path.is_symlink() and not path.resolve().is_relative_to(inside):
                    yield path


def _walk(folder: Path) -> Iterator[PurePosixPath]:
    """Every file below a folder, and every link, which is not followed."""
    for root, folders, files in os.walk(folder):
        linked = [name for name in folders if (Path(root) / name).is_symlink()]
        folders[:] = sorted(set(folders) - set(linked))
        yield from (PurePosixPath((Path(root) / name).relative_to(folder).as_posix()) for name in (*linked, *files))


def _of_file(folder: Path, path: PurePosixPath, shown: str) -> Iterator[Problem]:
    file = folder / path
    if file.is_symlink():
        yield Problem(shown, 1, 1, "prose.linked")
    elif any(part.startswith(".") for part in path.parts):
        if path.name not in (".gitkeep", ".gitignore", ".DS_Store"):
            yield Problem(shown, 1, 1, "prose.hidden")
    elif not file.is_file() or path.suffix != KIND:
        yield Problem(shown, 1, 1, "prose.not-markdown", {"suffix": path.suffix or path.name})
    else:
        yield from _of_text(file, folder, path, shown)


def _of_text(file: Path, folder: Path, path: PurePosixPath, shown: str) -> Iterator[Problem]:
    with file.open("rb") as opened:
        content = opened.read(MOST + 1)
    if len(content) > MOST:
        yield Problem(shown, 1, 1, "prose.too-large", {"limit": MOST // 1000})
        return
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        yield Problem(shown, content.count(b"\n", 0, fault.start) + 1, 1, "prose.encoding")
        return
    hidden, lines = FORBIDDEN.search(text), text.splitlines()
    if hidden:
        place = (text.count("\n", 0, hidden.start()) + 1, hidden.start() - text.rfind("\n", 0, hidden.start()))
        yield Problem(shown, *place, "file.character", {"char": f"U+{ord(hidden[0]):04X}"})
    yield from _of_head(lines, shown)
    yield from _of_weight(lines, shown)
    for number, line in enumerate(lines, 1):
        for found in MARK.finditer(line):
            wrong = wrong_link(folder, path, found[1], found[2])
            if wrong:
                yield Problem(shown, number, found.start() + 1, wrong, {"link": found[0]})


def _of_head(lines: Sequence[str], shown: str) -> Iterator[Problem]:
    for number, line in enumerate(lines, 1):
        found = _FIELD.match(line)
        key, value = (found[1].lower(), found[2].strip()) if found else ("title", "x")
        if found and key not in FIELDS:
            yield Problem(shown, number, 1, "prose.field", {"key": found[1], "fields": ", ".join(sorted(FIELDS))})
        elif key == "template" and value not in TEMPLATES:
            yield Problem(shown, number, 1, "prose.template", {"value": value, "allowed": ", ".join(TEMPLATES)})
        elif key == "title" and is_blank(value):
            yield Problem(shown, number, 1, "prose.untitled")
        if not line.strip():
            return


def _of_weight(lines: Sequence[str], shown: str) -> Iterator[Problem]:
    """What Markdown would work at for minutes, though it is short."""
    paragraph, first = "", 1
    for number, line in enumerate((*lines, ""), 1):
        if _DEEP.match(line):
            yield Problem(shown, number, 1, "prose.too-deep")
        if line.strip():
            paragraph += line
            continue
        for sign in _COSTLY:
            if paragraph.count(sign) > _MOST_COSTLY:
                yield Problem(shown, first, 1, "prose.too-dense", {"value": sign, "limit": _MOST_COSTLY})
        paragraph, first = "", number + 1


def wrong_link(folder: Path, page: PurePosixPath, what: str, link: str) -> str | None:
    """The code of what is wrong with a link that Pelican would resolve; it may name another page of prose."""
    target = unquote(urlsplit_path(link))
    start = PurePosixPath() if target.startswith("/") else page.parent
    named = folder / normpath(str(start / target.lstrip("/")))
    if what.lower() != "filename":
        return "prose.link-kind"
    if leads_outside(folder, page, urlsplit_path(link)) or named.suffix != KIND or not named.is_file():
        return "prose.link"
    return None


def urlsplit_path(link: str) -> str:
    """The path of a link without what follows it; a text that is no address is a path."""
    try:
        return urlsplit(link).path
    except ValueError:
        return link


def _is_outside(folder: Path, page: PurePosixPath, link: str) -> bool:
    start = PurePosixPath() if link.startswith("/") else page.parent
    named = normpath(str(start / link.replace("\\", "/").lstrip("/")))
    if named.startswith("..") or "\0" in named:
        return True
    return not (folder / named).resolve().is_relative_to(folder.resolve())


def _assigned(settings: Path) -> Mapping[str, object]:
    """What a file of settings assigns at its top, as far as it is plain values."""
    try:
        tree = ast.parse(settings.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return {}
    found: dict[str, object] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            value = node.value.value if isinstance(node.value, ast.Constant) else None
            found |= {name.id: value for name in node.targets if isinstance(name, ast.Name)}
    return found


def _is_of_a_guest(assigned: Mapping[str, object], site: Path) -> bool:
    theme = assigned.get("THEME")
    other = theme is not None and not (isinstance(theme, str) and (site / theme / "templates").is_dir())
    return bool(_OF_GUESTS & assigned.keys()) or other
