"""The frozen catalogue, in the words of Open Referral HSDS."""

from service_catalogue.model.admission import (
    admits_whom,
    ages,
    is_for_some,
    is_of_districts,
    needs_no_referral,
    turned_away,
)
from service_catalogue.model.beside import with_beside
from service_catalogue.model.calendar import Occurrence
from service_catalogue.model.catalogue import MOST_AT_ONCE, Catalogue
from service_catalogue.model.chains import chain
from service_catalogue.model.confirmed_hours import (
    HolidayHours,
    confirmed_hours,
    confirmed_schedules,
    holiday_hours,
    hours_for_all,
)
from service_catalogue.model.events import Event
from service_catalogue.model.facts import (
    REACHING,
    Assurance,
    Phone,
    Schedule,
    ServiceArea,
    Source,
    Translation,
    Translations,
    to_press,
)
from service_catalogue.model.former_ids import former_ids, present_ids
from service_catalogue.model.gaps import gaps, score
from service_catalogue.model.making import build
from service_catalogue.model.organizations import (
    NGO_KINDS,
    Accessibility,
    Identifiers,
    Location,
    Organization,
)
from service_catalogue.model.planning import KnownTotal, Paper, Part, Plan, Quote, Voice, Voices, WiderPlace
from service_catalogue.model.protection import TELLING, Protection, is_confidential, is_public, tells_no_place
from service_catalogue.model.publication import (
    PUBLICATION,
    Plain,
    is_listed,
    is_withheld,
    listed,
    services_of,
    withheld,
    withheld_for,
)
from service_catalogue.model.services import (
    Access,
    Alert,
    Capacity,
    Condition,
    Cost,
    Eligibility,
    Intake,
    Operators,
    Residence,
    Season,
    Service,
    Variant,
)
from service_catalogue.model.settings import AskFirst, Publisher, Site, Tiles, TrustDays, Winter
from service_catalogue.model.terms import Label, TaxonomyTerm, Words
from service_catalogue.model.thesaurus import Entry, Thesaurus, thesaurus_of
from service_catalogue.model.trust import ORDER, Trust, newest_source, trust
from service_catalogue.model.urgent import HelpLine, UrgentNeed

__all__ = [
    "MOST_AT_ONCE",
    "NGO_KINDS",
    "ORDER",
    "PUBLICATION",
    "REACHING",
    "TELLING",
    "Access",
    "Accessibility",
    "Alert",
    "AskFirst",
    "Assurance",
    "Capacity",
    "Catalogue",
    "Condition",
    "Cost",
    "Eligibility",
    "Entry",
    "Event",
    "HelpLine",
    "HolidayHours",
    "Identifiers",
    "Intake",
    "KnownTotal",
    "Label",
    "Location",
    "Occurrence",
    "Operators",
    "Organization",
    "Paper",
    "Part",
    "Phone",
    "Plain",
    "Plan",
    "Protection",
    "Publisher",
    "Quote",
    "Residence",
    "Schedule",
    "Season",
    "Service",
    "ServiceArea",
    "Site",
    "Source",
    "TaxonomyTerm",
    "Thesaurus",
    "Tiles",
    "Translation",
    "Translations",
    "Trust",
    "TrustDays",
    "UrgentNeed",
    "Variant",
    "Voice",
    "Voices",
    "WiderPlace",
    "Winter",
    "Words",
    "admits_whom",
    "ages",
    "build",
    "chain",
    "confirmed_hours",
    "confirmed_schedules",
    "former_ids",
    "gaps",
    "holiday_hours",
    "hours_for_all",
    "is_confidential",
    "is_for_some",
    "is_listed",
    "is_of_districts",
    "is_public",
    "is_withheld",
    "listed",
    "needs_no_referral",
    "newest_source",
    "present_ids",
    "score",
    "services_of",
    "tells_no_place",
    "thesaurus_of",
    "to_press",
    "trust",
    "turned_away",
    "with_beside",
    "withheld",
    "withheld_for",
]
