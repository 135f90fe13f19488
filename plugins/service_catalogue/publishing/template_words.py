"""What every template of the catalogue can ask for: words, addresses and the settings of the build."""

from collections.abc import Callable
from functools import partial

from markupsafe import Markup

from service_catalogue.hours import holidays_near
from service_catalogue.pages import DAY, SHORT_COMMIT, danger, day_in_words, is_in_menus, standings, strip, trend
from service_catalogue.publishing.abbreviations import Explained
from service_catalogue.publishing.build import Build
from service_catalogue.publishing.kept import KEPT
from service_catalogue.publishing.qr_codes import qr_code
from service_catalogue.words import Translation, date_in_words


def template_words(made: Build, words: Translation) -> dict[str, object]:
    """The words of one language, with what is the same in all."""
    links = made.links(words)
    return {
        "once": once(),
        "t": words.text,
        "in_full": Explained(words),
        "tn": words.plural,
        "url": links.url,
        "url_in": links.url_in,
        "address": links.address,
        "address_in": links.address_in,
        "asset": links.asset,
        "asset_address": links.asset_address,
        "qr": qr_code,
        "commit": SHORT_COMMIT if made.commit else "",
        "commit_url": links.commit_url(),
        "edit_url": links.edit_url,
        "report_url": links.report_url,
        "wish_url": links.wish_url,
        "issue_url": links.issue_url,
        "secret_url": links.secret_url,
        "private_url": links.private_url,
        "outcome_url": links.outcome_url,
        "kept": KEPT,
        "site": made.catalogue.site,
        "quiet_areas": " ".join(area.code for area in made.catalogue.terms["areas"] if area.sensitive),
        "stage": "preview" if made.is_preview else made.stage,
        "language": words.language,
        "today": DAY,
        "calendar_in_menus": is_in_menus(made.catalogue.coming_events),
        "holidays": holidays_near(made.catalogue.today),
        "today_words": day_in_words(words.language),
        "date_words": partial(date_in_words, words=words),
        "urgent": danger(made.catalogue, words),
        "urgent_links": strip(made.catalogue, words),
    }


def prose_words(made: Build, words: Translation) -> dict[str, object]:
    """What the templates of prose can ask for besides: sums of the whole catalogue, on which no other page depends."""
    return {
        "standings": partial(standings, made.catalogue, words),
        "trend": partial(trend, made.past, made.catalogue, words),
        "past": made.past,
    }


def once() -> Callable[..., Markup]:
    """A way for templates to make a part the first time it is asked for under a key, and to keep it."""
    made: dict[tuple[object, ...], Markup] = {}

    def kept(*key: object, caller: Callable[[], Markup]) -> Markup:
        if key not in made:
            made[key] = caller()
        return made[key]

    return kept
