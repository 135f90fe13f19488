"""Organizations and places as tables."""

from service_catalogue.model import Accessibility, Location, Organization
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.tables.shape import Column, Key, Table, table
from service_catalogue.words import organization_path

Place = tuple[Organization, Location]
"""A place with the organization whose it is."""
TO_ORGANIZATION = Key(fields=("organization_id",), table="organizations")


def organizations(edition: Edition) -> Table:
    """Organizations with at least one listed service."""
    catalogue = edition.catalogue
    columns: tuple[Column[Organization], ...] = (
        Column("id", "id", lambda one: one.id),
        Column("name", "/name", lambda one: one.name),
        Column("kind", "/kind", lambda one: one.kind),
        Column("legal_form", "/legal_form", lambda one: one.legal_form),
        Column("description", "/description", lambda one: one.description),
        Column("aliases", "/aliases", lambda one: one.aliases),
        Column("website", "/website", lambda one: one.website),
        Column("emails", "/emails", lambda one: one.emails),
        Column("krs", "/organization_identifiers/krs", lambda one: one.organization_identifiers.krs),
        Column("nip", "/organization_identifiers/nip", lambda one: one.organization_identifiers.nip),
        Column("regon", "/organization_identifiers/regon", lambda one: one.organization_identifiers.regon),
        Column("same_as", "/same_as", lambda one: one.same_as),
        Column("former_ids", "/former_ids", lambda one: one.former_ids),
        Column("services", "services", lambda one: len(catalogue.services_of[one.id]), kind="integer"),
        Column("created", "created", lambda one: _day(edition, one, first=True), kind="date"),
        Column("changed", "changed", lambda one: _day(edition, one, first=False), kind="date"),
        Column("page", "page", lambda one: edition.site_url + organization_path(one)),
    )
    return table("organizations", columns, catalogue.organizations, key=("id",))


def _day(edition: Edition, one: Organization, *, first: bool) -> str | None:
    """The day on which its record was made, or changed last."""
    change = edition.history.by_organization.get(one.id)
    return (change.created if first else change.changed).isoformat() if change else None


def location_id(organization: Organization, place: Location | str) -> str:
    """The full id of a place: `<organization>/<place>`."""
    return f"{organization.id}/{place if isinstance(place, str) else place.id}"


def locations(edition: Edition) -> Table:
    """Places with a listed service; of a protected one only that it is there."""
    at = "/locations/x"
    way_in = f"{at}/accessibility"
    columns: tuple[Column[Place], ...] = (
        Column("id", "id", lambda pair: location_id(*pair)),
        Column("organization_id", "organization_id", lambda pair: pair[0].id),
        Column("name", f"{at}/name", lambda pair: pair[1].name),
        Column("address_1", f"{at}/address_1", lambda pair: pair[1].address_1),
        Column("postal_code", f"{at}/postal_code", lambda pair: pair[1].postal_code),
        Column("city", f"{at}/city", lambda pair: pair[1].city),
        Column("access_note", f"{at}/access_note", lambda pair: pair[1].access_note),
        Column("confidential", f"{at}/confidential", lambda pair: pair[1].confidential, kind="boolean"),
        Column("gmina", f"{at}/gmina", lambda pair: pair[1].gmina and pair[1].gmina.name.pl),
        Column("gmina_terc", "terc", lambda pair: pair[1].gmina and pair[1].gmina.terc),
        Column("district", f"{at}/district", lambda pair: pair[1].district and pair[1].district.name.pl),
        Column("latitude", f"{at}/latitude", lambda pair: pair[1].latitude, kind="number"),
        Column("longitude", f"{at}/longitude", lambda pair: pair[1].longitude, kind="number"),
        Column("precision", f"{at}/position/precision", lambda pair: pair[1].position and pair[1].position.precision),
        Column("point_source", f"{at}/position/source", lambda pair: pair[1].position and pair[1].position.source),
        Column("step_free", f"{way_in}/step_free", lambda pair: _entrance(pair).step_free, kind="boolean"),
        Column("toilet", f"{way_in}/toilet", lambda pair: _entrance(pair).toilet, kind="boolean"),
        Column(
            "induction_loop", f"{way_in}/induction_loop", lambda pair: _entrance(pair).induction_loop, kind="boolean"
        ),
        Column("accessibility_note", f"{way_in}/note", lambda pair: _entrance(pair).note),
        Column("emails", f"{at}/emails", lambda pair: pair[1].emails),
        Column("hours_stated", f"{at}/schedule_raw", lambda pair: pair[1].schedule_raw),
        Column("hours_as_of", f"{at}/schedule_as_of", lambda pair: pair[1].schedule_as_of),
    )
    pairs = [(one, place) for one in edition.catalogue.organizations for place in one.locations]
    return table("locations", columns, pairs, key=("id",), foreign=(TO_ORGANIZATION,))


def _entrance(pair: Place) -> Accessibility:
    return pair[1].accessibility or Accessibility()
