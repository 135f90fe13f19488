"""Under which licence each file is, and the edition without what is OpenStreetMap's.

Points taken from OpenStreetMap and districts read off its lines are a database under the ODbL, and so is a file that
holds them. All else is CC0; the same data without them are files of their own.
"""

from dataclasses import replace

from service_catalogue.model import Catalogue, Location
from service_catalogue.open_data.edition import Edition

CC0, ODBL = "CC0-1.0", "ODbL-1.0"
PAGES = {
    CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    ODBL: "https://opendatacommons.org/licenses/odbl/1-0/",
}
"""Where each licence can be read."""
FREE = frozenset(
    (
        *("vocabularies", "changes", "changes_day", "plan", "voices", "events", "licence", "sums", "index", "dcat"),
        *("dane_gov", "dane_gov_md5", "datapackage", "datapackage_parquet", "releases", "hsds_index"),
        *("hsds_openapi", "hsds_profile"),
        *("hsds_taxonomies", "hsds_taxonomy_terms", "table_organizations", "table_service_locations", "table_terms"),
        *("table_phones", "table_schedules", "table_capacities", "table_variants", "table_sources"),
        *("table_announcements", "table_voices", "table_known_totals", "table_events"),
        *("free_catalogue", "free_locations", "free_services"),
    )
)
"""The files, by the keys of their titles, that hold neither points nor districts of places."""


def licence_of(title: str, edition: Edition) -> str:
    """The licence of a file, by the key of its title; a catalogue with nothing of OpenStreetMap is CC0 as a whole."""
    return CC0 if title in FREE or not edition.catalogue.holds_osm else ODBL


def without_osm(catalogue: Catalogue) -> Catalogue:
    """The same catalogue without the points and districts that come from OpenStreetMap."""
    organizations = {
        one.id: replace(one, locations=tuple(map(_without, one.locations))) for one in catalogue.organizations
    }
    services = tuple(
        replace(one, organization=organizations[one.organization.id], locations=tuple(map(_without, one.locations)))
        for one in catalogue.services
    )
    return replace(catalogue, organizations=tuple(organizations.values()), services=services)


def _without(place: Location) -> Location:
    if place.point_of_osm:
        place = replace(place, latitude=None, longitude=None, position=None)
    return replace(place, district=None, district_source=None) if place.district_of_osm else place
