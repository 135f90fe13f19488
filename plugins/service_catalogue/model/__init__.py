"""The frozen catalogue, in the words of Open Referral HSDS."""

from service_catalogue.model.catalogue import MOST_AT_ONCE, Catalogue
from service_catalogue.model.chains import chain
from service_catalogue.model.confirmed_hours import confirmed_hours, confirmed_schedules, hours_for_all
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
from service_catalogue.model.former_ids import FormerId, Moved, former_ids, present_ids
from service_catalogue.model.gaps import gaps, score
from service_catalogue.model.making import build
from service_catalogue.model.organizations import (
    Accessibility,
    AddressPublic,
    Identifiers,
    Location,
    Organization,
    Position,
)
from service_catalogue.model.protection import Protection, is_confidential, is_public
from service_catalogue.model.publication import Plain, is_listed, is_withheld, listed, services_of, withheld
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
from service_catalogue.model.settings import AskFirst, Publisher, Site, TrustDays, Winter
from service_catalogue.model.terms import Citation, Crosswalk, Label, Powiat, TaxonomyTerm, Words
from service_catalogue.model.thesaurus import Entry, Thesaurus, thesaurus_of
from service_catalogue.model.trust import ORDER, Trust, newest_source, trust
from service_catalogue.model.urgent import HelpLine, LineAssurance, LineSource, Step, UrgentNeed

__all__ = [
    "MOST_AT_ONCE",
    "ORDER",
    "REACHING",
    "Access",
    "Accessibility",
    "AddressPublic",
    "Alert",
    "AskFirst",
    "Assurance",
    "Capacity",
    "Catalogue",
    "Citation",
    "Condition",
    "Cost",
    "Crosswalk",
    "Eligibility",
    "Entry",
    "FormerId",
    "HelpLine",
    "Identifiers",
    "Intake",
    "Label",
    "LineAssurance",
    "LineSource",
    "Location",
    "Moved",
    "Operators",
    "Organization",
    "Phone",
    "Plain",
    "Position",
    "Powiat",
    "Protection",
    "Publisher",
    "Residence",
    "Schedule",
    "Season",
    "Service",
    "ServiceArea",
    "Site",
    "Source",
    "Step",
    "TaxonomyTerm",
    "Thesaurus",
    "Translation",
    "Translations",
    "Trust",
    "TrustDays",
    "UrgentNeed",
    "Variant",
    "Winter",
    "Words",
    "build",
    "chain",
    "confirmed_hours",
    "confirmed_schedules",
    "former_ids",
    "gaps",
    "hours_for_all",
    "is_confidential",
    "is_listed",
    "is_public",
    "is_withheld",
    "listed",
    "newest_source",
    "present_ids",
    "score",
    "services_of",
    "thesaurus_of",
    "to_press",
    "trust",
    "withheld",
]
