"""Where the files lie that come with the program: its schemas, its words, its theme, the start of a new catalogue.

In a checkout they are folders at the top, where people who write no Python find them; the wheel has the same folders
inside the package (`setup.py` maps them).
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_CHECKOUT = _PACKAGE.parents[1]
_DISTRIBUTION = "service-catalogue"


def product_folder(name: str) -> Path:
    """The folder `schemas`, `translations` … of this program, installed or in a checkout."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _CHECKOUT / name


def data_licence() -> bytes:
    """The licence of the data, whole: a wheel carries it among its metadata."""
    checkout = _CHECKOUT / "LICENSE-DATA"
    if checkout.is_file():
        return checkout.read_bytes()
    from importlib.metadata import files

    found = next(file for file in files(_DISTRIBUTION) or () if file.name == checkout.name)
    return Path(str(found.locate())).read_bytes()
