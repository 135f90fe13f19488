"""The records that changed last as a JSON Feed 1.1."""

import json

from service_catalogue.addresses import organization_path
from service_catalogue.editions import Edition
from service_catalogue.exports.atom import MOST


def json_feed(edition: Edition) -> bytes:
    """`/feed.json`: the same entries as in the Atom feed."""
    named = {one.id: one for one in edition.catalogue.organizations}
    known = [(change.moment, id_) for id_, change in edition.history.by_organization.items() if id_ in named]
    items = [
        {
            "id": edition.site_url + organization_path(named[id_]),
            "url": edition.site_url + organization_path(named[id_]),
            "title": named[id_].name,
            "content_text": edition.words.text("feed.changed", name=named[id_].name),
            "date_modified": moment,
        }
        for moment, id_ in sorted(known, reverse=True)[:MOST]
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": edition.catalogue.site.name,
        "home_page_url": f"{edition.site_url}/",
        "feed_url": f"{edition.site_url}/feed.json",
        "language": edition.words.language,
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode() + b"\n"
