"""Services as a table."""

from service_catalogue.model import Condition, Eligibility, Service, TaxonomyTerm
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.tables.organizations import TO_ORGANIZATION
from service_catalogue.open_data.tables.shape import Column, Table, table, with_extension
from service_catalogue.words import condition_in_words, service_path


def services(edition: Edition) -> Table:
    """Listed services, a row each; names of areas, forms and groups stand in a row with semicolons between."""
    return table(
        "services", columns_of_services(edition), edition.catalogue.services, key=("id",), foreign=(TO_ORGANIZATION,)
    )


def columns_of_services(edition: Edition) -> tuple[Column[Service], ...]:
    """What is told of a service, in the order of the columns."""
    return (*_what(edition), *_for_whom(edition), *_way_in(edition), *_when(edition))


def _what(edition: Edition) -> tuple[Column[Service], ...]:
    catalogue, at = edition.catalogue, "/services/x"
    return (
        Column("id", "id", lambda one: one.id),
        Column("organization_id", "organization_id", lambda one: one.organization.id),
        Column("organization", "organization", lambda one: one.organization.name),
        Column("organization_kind", "/kind", lambda one: one.organization.kind),
        Column("name", f"{at}/name", lambda one: one.name),
        Column("description", f"{at}/description", lambda one: one.description),
        Column("state", "state", lambda one: catalogue.trust_in(one).level),
        Column("status", f"{at}/status", lambda one: one.status),
        Column("support_areas", f"{at}/support_areas", lambda one: _names(one.support_areas)),
        Column("service_types", f"{at}/service_types", lambda one: _names(one.service_types)),
        Column("audiences", f"{at}/audiences", lambda one: _names(one.audiences)),
        Column("districts", "districts", lambda one: _names(one.districts)),
        Column("keywords", f"{at}/keywords", lambda one: one.keywords),
        Column("aliases", f"{at}/aliases", lambda one: one.aliases),
        Column("website", f"{at}/website", lambda one: one.website),
        Column("emails", f"{at}/emails", lambda one: one.emails),
        Column("phone", "phone", _first_phone),
        Column("page", "page", lambda one: edition.site_url + service_path(one)),
    )


def _names(terms: tuple[TaxonomyTerm, ...]) -> list[str]:
    return [term.name.pl for term in terms]


def _first_phone(service: Service) -> str | None:
    phone = next(iter(service.callable_phones()), None)
    return with_extension(phone) if phone else None


def _for_whom(edition: Edition) -> tuple[Column[Service], ...]:
    at = "/services/x"
    rules = f"{at}/eligibility"
    return (
        Column("eligible", f"{at}/eligibility_description", lambda one: one.eligibility_description),
        Column("not_eligible", f"{at}/ineligibility_description", lambda one: one.ineligibility_description),
        Column("qualify", f"{rules}/any_of", lambda one: _ways(_rules(one).any_of, edition)),
        Column("sex", f"{rules}/sex", lambda one: _rules(one).sex),
        Column("sobriety", f"{rules}/sobriety", lambda one: _rules(one).sobriety),
        Column("conditions", f"{rules}/conditions", lambda one: _rules(one).conditions),
        Column("residence", f"{rules}/residence/rule", _residence_rule),
        Column("serves", f"{at}/service_area", lambda one: _areas(one, edition)),
        Column("languages", f"{at}/languages", lambda one: _names(one.languages)),
    )


def _rules(service: Service) -> Eligibility:
    return service.eligibility or Eligibility()


def _residence_rule(service: Service) -> str | None:
    residence = _rules(service).residence
    return residence.rule if residence else None


def _ways(conditions: tuple[Condition, ...], edition: Edition) -> list[str]:
    return [condition_in_words(condition, edition.words) for condition in conditions]


def _areas(service: Service, edition: Edition) -> list[str]:
    area = service.service_area
    if not area:
        return []
    country = [edition.words.text("service_area.country")] if area.country else []
    return [*_names(area.districts), *_names(area.gminas), *country, *([area.text] if area.text else [])]


def _way_in(_edition: Edition) -> tuple[Column[Service], ...]:
    at = "/services/x"
    return (
        Column("delivery", f"{at}/delivery", lambda one: one.delivery),
        Column("access", f"{at}/access/how", lambda one: one.access and one.access.how),
        Column("referral_by", f"{at}/access/referral_by", lambda one: one.access and one.access.referral_by),
        Column("access_note", f"{at}/access/note", lambda one: one.access and one.access.note),
        Column(
            "documents_needed",
            "documents_needed",
            lambda one: None if one.required_documents is None else bool(one.required_documents),
            kind="boolean",
        ),
        Column("documents", f"{at}/required_documents", lambda one: one.required_documents),
        Column("cost", f"{at}/cost/kind", lambda one: one.cost and one.cost.kind),
        Column("cost_note", f"{at}/cost/note", lambda one: one.cost and one.cost.note),
        Column("maximum_stay", f"{at}/maximum_stay", lambda one: one.maximum_stay),
        Column("allowance", f"{at}/allowance", lambda one: one.allowance),
    )


def _when(_edition: Edition) -> tuple[Column[Service], ...]:
    at = "/services/x"
    return (
        Column("hours_stated", f"{at}/schedule_raw", lambda one: one.schedule_raw),
        Column("hours_as_of", f"{at}/schedule_as_of", lambda one: one.schedule_as_of),
        Column("season_from", f"{at}/season/from", lambda one: one.season and one.season.from_),
        Column("season_to", f"{at}/season/to", lambda one: one.season and one.season.to),
        Column("public_holidays", f"{at}/public_holidays", lambda one: one.on_holidays),
        Column("intake_opens", f"{at}/intake/opens", lambda one: one.intake and one.intake.opens),
        Column("intake_closes", f"{at}/intake/closes", lambda one: one.intake and one.intake.closes),
        Column("intake_note", f"{at}/intake/note", lambda one: one.intake and one.intake.note),
        Column("valid_from", f"{at}/valid_from", lambda one: one.valid_from),
        Column("valid_to", f"{at}/valid_to", lambda one: one.valid_to),
        Column("alert", f"{at}/alert/text", lambda one: one.alert and one.alert.text),
        Column("confirmed", f"{at}/assurance/date", lambda one: one.assurance and one.assurance.date, kind="date"),
        Column("confirmed_how", f"{at}/assurance/method", lambda one: one.assurance and one.assurance.method),
        Column("former_ids", f"{at}/former_ids", lambda one: one.former_ids),
    )
