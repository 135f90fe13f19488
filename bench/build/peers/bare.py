"""The floor: the same pages by a loop over YAML files with Jinja. Arguments: catalogue, templates, site."""

import sys
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from shown import Shown, read

folder, templates, site = map(Path, sys.argv[1:])
shown = Shown(folder)
for file in sorted((folder / "organizations").iterdir()):
    shown.add(file.stem, read(file))
ENVIRONMENT = Environment(loader=FileSystemLoader(templates), autoescape=True, trim_blocks=True, lstrip_blocks=True)


def write(path: str, text: str) -> None:
    """One file of the site."""
    place = site / path.lstrip("/")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")


for made in (shown.organization_pages(), shown.service_pages(), shown.term_pages()):
    for template, path, context in made:
        write(f"{path}index.html", ENVIRONMENT.get_template(template).render(context, path=path))
for path, text in shown.files((templates / "meta.html").read_text("utf-8")):
    write(path, text)
