"""The official schemas of others, asked about the fictional site where they are at hand (REFERENCE)."""

from pathlib import Path

import reference
from published import load, zipped


@reference.needed
def test_hsds_schemas_accept_every_object(fictional_site: Path) -> None:
    assert list(reference.hsds_faults(fictional_site)) == []


@reference.needed
def test_hsds_tables_have_only_official_columns(fictional_site: Path) -> None:
    for name, columns in reference.hsds_columns().items():
        if name in {"services", "organizations", "locations", "phones", "schedules", "attributes", "taxonomy_terms"}:
            assert set(zipped(fictional_site, name)[0]) <= columns, name


@reference.needed
def test_the_data_package_profile_accepts_the_package(fictional_site: Path) -> None:
    assert reference.package_faults(load(fictional_site, "datapackage.json")) == []
