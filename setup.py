"""What `pyproject.toml` cannot say: folders at the top of the repository become folders inside the package."""

from setuptools import find_packages, setup

PACKAGE = "service_catalogue"
FOLDERS = {name: f"{PACKAGE}.{name}" for name in ("catalogue", "schemas", "starter", "theme", "translations")}
"""Files of the program that are no Python; `records/product.py` finds them, here and installed."""

GENERAL = [
    "site.yaml",
    "thesaurus.yaml",
    *(f"vocabularies/{name}.yaml" for name in ("areas", "audiences", "help_lines", "languages", "service_types")),
    "vocabularies/urgent_needs.yaml",
]
"""Of the catalogue only what `start/general.py` makes the catalogue of another city from."""

setup(
    packages=[*find_packages("plugins"), *FOLDERS.values()],
    package_dir={"": "plugins"} | {package: folder for folder, package in FOLDERS.items()},
    package_data={package: ["**/*"] for package in FOLDERS.values()} | {FOLDERS["catalogue"]: GENERAL},
)
