"""What the checks of texts look for as data, so that a browser finds the same."""

from service_catalogue.checks import links, privacy, text
from service_catalogue.notation import browser_pattern

SOFT = {
    "number.premium-sms": "warning",
    "number.premium-in-text": "warning",
    "safety.bank-account": "warning",
    "safety.private-mailbox": "warning",
    "safety.private-phone": "note",
    "safety.personal-name": "warning",
    "link.foreign": "warning",
    "link.machine": "warning",
    "text.markup": "warning",
    "text.shouting": "warning",
    "text.link": "note",
    "text.spaces": "warning",
    "text.odd-sign": "warning",
    "time.overlap": "warning",
}
"""The codes of a value that do not stop a change, with their level; a test holds them against the checks."""


def check_rules() -> dict[str, object]:
    """Patterns as `[source, flags]`, given names and levels."""
    named = {
        "mailbox": privacy._MAILBOX,
        "freeMailbox": privacy._FREE,
        "gluedMailbox": privacy._GLUED,
        "titled": privacy._TITLED,
        "pair": privacy._PAIR,
        "html": text._HTML,
        "markdown": text._MARKDOWN,
        "linkInText": text._LINK,
        "link": links._LINK,
    }
    return {
        "patterns": {name: browser_pattern(pattern) for name, pattern in named.items()},
        "given": sorted(privacy._GIVEN),
        "levels": SOFT,
    }
