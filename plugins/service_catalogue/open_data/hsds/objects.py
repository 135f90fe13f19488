"""Organizations, places and services as HSDS 3.1 objects."""

from collections.abc import Iterator
from dataclasses import dataclass

from service_catalogue.model import Condition, Location, Organization, Service, confirmed_schedules, holiday_hours
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.hsds import parts
from service_catalogue.open_data.hsds.ids import Ids, Thing, thing
from service_catalogue.open_data.hsds.terms import Terms
from service_catalogue.open_data.origin import in_one_line
from service_catalogue.words import address_in_words, capacity_in_words

_STATUS = {
    None: "active",
    "active": "active",
    "planned": "inactive",
    "temporarily_closed": "temporarily closed",
    "defunct": "defunct",
}
"""HSDS knows no unknown status: what a source offers counts as active, and an attribute says that it is not known."""


@dataclass(frozen=True, slots=True)
class Objects:
    """Makes the objects of an edition; the same thing has the same UUID wherever it stands."""

    edition: Edition
    ids: Ids
    terms: Terms

    def organization(self, one: Organization) -> Thing:
        """An organization by itself, as lists and services show it."""
        email = one.emails[0] if one.emails else None
        return thing(
            id=self.ids.of("organization", one.id),
            name=one.name,
            alternate_name="; ".join(one.aliases),
            description=one.description,
            email=email,
            website=one.website,
            legal_status=one.legal_form,
        )

    def full_organization(self, one: Organization) -> Thing:
        """An organization with its phones, places and register numbers."""
        id_ = self.ids.of("organization", one.id)
        numbers = one.organization_identifiers
        registers = (("PL-KRS", numbers.krs), ("PL-NIP", numbers.nip), ("PL-REGON", numbers.regon))
        sources = tuple(in_one_line(source, self.edition) for source in one.sources)
        facts = (("stable-id", one.id), ("kind", one.kind), ("same-as", one.same_as), ("source", sources))
        return self.organization(one) | thing(
            phones=parts.phones(self.ids, id_, one.phones),
            contacts=parts.contacts(self.ids, id_, one.emails[1:]),
            locations=[self.location(one, place) for place in one.locations],
            organization_identifiers=[
                {
                    "id": self.ids.of("organization_identifier", id_, scheme),
                    "organization_id": id_,
                    "identifier_scheme": scheme,
                    "identifier_type": scheme.removeprefix("PL-"),
                    "identifier": number,
                }
                for scheme, number in registers
                if number
            ],
            attributes=list(self.terms.facts(id_, "organization", facts)),
        )

    def location(self, one: Organization, place: Location) -> Thing:
        """A place; of a protected one only that it is there, and how to reach it."""
        id_ = self.ids.of("location", one.id, place.id)
        addresses = self._addresses(id_, place)
        point = place.position and place.position.precision
        facts = (
            ("confidential", place.confidential),
            ("address", None if addresses else address_in_words(place)),
            ("precision", point),
        )
        codes = [term for term in (place.district, place.gmina) if term and not place.confidential]
        entrance = place.accessibility
        return thing(
            id=id_,
            location_type="virtual" if place.confidential else "physical",
            organization_id=self.ids.of("organization", one.id),
            name=place.name,
            description=place.access_note,
            latitude=None if place.confidential else place.latitude,
            longitude=None if place.confidential else place.longitude,
            external_identifier=f"{one.id}/{place.id}",
            addresses=addresses,
            contacts=parts.contacts(self.ids, id_, place.emails),
            phones=parts.phones(self.ids, id_, place.phones),
            accessibility=[
                thing(
                    id=self.ids.of("accessibility", id_),
                    description=entrance.note,
                    details="; ".join(self._entrance(place)),
                )
            ]
            if entrance
            else [],
            attributes=[*self.terms.coded(id_, "location", codes), *self.terms.facts(id_, "location", facts)],
        )

    def _entrance(self, place: Location) -> Iterator[str]:
        for name in ("step_free", "toilet", "induction_loop"):
            said = getattr(place.accessibility, name)
            if said is not None:
                yield self.edition.words.text(f"accessibility.{name}.{'yes' if said else 'no'}")

    def _addresses(self, id_: str, place: Location) -> list[Thing]:
        """An address where all that HSDS asks for is known: it has no half an address."""
        gmina = place.gmina
        if place.confidential or not (place.address_1 and place.city and place.postal_code and gmina and gmina.terc):
            return []
        return [
            {
                "id": self.ids.of("address", id_),
                "address_1": place.address_1,
                "city": place.city,
                "region": gmina.name.pl,
                "state_province": f"PL-{gmina.terc[:2]}",
                "postal_code": place.postal_code,
                "country": "PL",
                "address_type": "physical",
            }
        ]

    def service(self, one: Service) -> Thing:
        """A service by itself with its organization, as lists show it."""
        catalogue, words = self.edition.catalogue, self.edition.words
        expired = catalogue.trust_in(one).level == "expired" and not one.has_ended
        change = self.edition.history.by_organization.get(one.organization.id)
        only = one.eligibility.any_of[0] if one.eligibility and len(one.eligibility.any_of) == 1 else Condition()
        how = [words.text(f"access.{step}") for step in one.access.how] if one.access else []
        return thing(
            id=self.ids.of("service", one.id),
            organization_id=self.ids.of("organization", one.organization.id),
            name=one.name,
            alternate_name="; ".join(one.aliases),
            description=one.description,
            url=one.website,
            email=one.emails[0] if one.emails else None,
            status="inactive" if expired else _STATUS[one.status],
            application_process="; ".join([*how, *([one.access.note] if one.access and one.access.note else [])]),
            fees_description=self._fees(one),
            eligibility_description=one.eligibility_description,
            minimum_age=only.minimum_age,
            maximum_age=only.maximum_age,
            assured_date=one.assurance and one.assurance.date,
            alert=one.alert and one.alert.text,
            last_modified=change.moment if change else None,
        ) | {"organization": self.organization(one.organization)}

    def _fees(self, one: Service) -> str:
        if not one.cost:
            return ""
        return ". ".join(part for part in (self.edition.words.text(f"cost.{one.cost.kind}"), one.cost.note) if part)

    def full_service(self, one: Service) -> Thing:
        """A service with all that belongs to it."""
        id_, words = self.ids.of("service", one.id), self.edition.words
        hours = confirmed_schedules(one, self.edition.catalogue.trust_in(one))
        codes = (*one.support_areas, *one.service_types, *one.audiences)
        return self.service(one) | thing(
            phones=parts.phones(self.ids, id_, one.phones),
            contacts=parts.contacts(self.ids, id_, one.emails[1:]),
            schedules=parts.schedules(self.ids, id_, hours, self._holidays(one)),
            service_areas=parts.areas(self.ids, id_, one.service_area, words),
            languages=parts.languages(self.ids, id_, one),
            cost_options=parts.costs(self.ids, id_, one),
            required_documents=parts.documents(self.ids, id_, one),
            service_at_locations=[self.at_location(one, place) for place in one.locations],
            attributes=[
                *self.terms.coded(id_, "service", codes),
                *self.terms.facts(id_, "service", self._facts(one)),
            ],
        )

    def _holidays(self, one: Service) -> str:
        """What holds on public holidays, as HSDS has no exceptions: said beside the hours, with the closed days."""
        if not one.on_holidays:
            return ""
        catalogue, words = self.edition.catalogue, self.edition.words
        told = holiday_hours(one, catalogue.trust_in(one), catalogue.today)
        days = ", ".join(day.day.isoformat() for day in told if not day.slots)
        said = f"{words.text('hours.holidays')}: {words.text(f'holidays.{one.on_holidays}')}"
        return f"{said} ({days})" if days else said

    def at_location(self, one: Service, place: Location) -> Thing:
        """A service in one of its places."""
        id_ = self.ids.of("service_at_location", one.id, place.id)
        return thing(
            id=id_,
            service_id=self.ids.of("service", one.id),
            location_id=self.ids.of("location", one.organization.id, place.id),
            service_areas=parts.areas(self.ids, id_, place.service_area, self.edition.words),
            location=self.location(one.organization, place),
        )

    def _facts(self, one: Service) -> Iterator[tuple[str, object]]:
        """What HSDS has no place for."""
        catalogue, rules = self.edition.catalogue, one.eligibility
        yield "stable-id", one.id
        yield "state", catalogue.trust_in(one).level
        yield "status-unknown", one.status is None
        yield "not-eligible", one.ineligibility_description
        if rules:
            yield from (("sex", rules.sex), ("sobriety", rules.sobriety), ("condition", rules.conditions))
            yield "residence", rules.residence and rules.residence.rule
        yield from (("maximum-stay", one.maximum_stay), ("allowance", one.allowance), ("delivery", one.delivery))
        yield "capacity", tuple(capacity_in_words(part, self.edition.words) for part in one.capacity)
        if one.access:
            yield from (("access", one.access.how), ("referral-by", one.access.referral_by))
        yield "no-documents", one.required_documents == ()
        yield "keyword", one.keywords
        yield "season", one.season and f"--{one.season.from_}/--{one.season.to}"
        yield from (("public-holidays", one.on_holidays), ("hours-stated", one.schedule_raw))
        yield from (("valid-from", one.valid_from), ("valid-to", one.valid_to))
        yield "source", tuple(in_one_line(source, self.edition) for source in one.sources)
