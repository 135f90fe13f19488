"""A script is published with what it imports, as one file that says the same."""

from pathlib import Path

import pytest

from service_catalogue.publishing.joined_script import ScriptError, join_script


def script(folder: Path, **modules: str) -> Path:
    """Writes modules by name and gives the one that is called `entry`."""
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return folder / "entry.js"


def test_what_is_imported_comes_first_and_once(tmp_path: Path) -> None:
    entry = script(
        tmp_path,
        entry='import { a } from "./one.js";\nimport { b } from "./two.js";\na(b);\n',
        one='import { b } from "./two.js";\nexport function a(x) {}\n',
        two="export const b = 1;\n",
    )
    assert join_script(entry).split() == ["const", "b", "=", "1;", "function", "a(x)", "{}", "a(b);"]


def test_a_script_of_one_module_stays_as_it_is(tmp_path: Path) -> None:
    assert join_script(script(tmp_path, entry="export const a = 1;\n")) == "export const a = 1;\n"


def test_a_name_that_would_mean_two_things_ends_the_build(tmp_path: Path) -> None:
    entry = script(
        tmp_path, entry='import { a } from "./one.js";\nconst own = a;\n', one="const own = 1;\nexport const a = own;\n"
    )
    with pytest.raises(ScriptError, match=r"entry\.js: own"):
        join_script(entry)
