"""The records that changed last as a JSON Feed 1.1."""

from service_catalogue.notation import readable_json
from service_catalogue.open_data.edition import Edition
from service_catalogue.words import organization_path


def json_feed(edition: Edition) -> bytes:
    """`/feed.json`: the same entries as in the Atom feed."""
    items = [
        {
            "id": edition.site_url + organization_path(one),
            "url": edition.site_url + organization_path(one),
            "title": one.name,
            "content_text": edition.words.text("feed.changed", name=one.name),
            "date_modified": moment,
        }
        for moment, one in edition.newest()
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": edition.catalogue.site.name,
        "home_page_url": f"{edition.site_url}/",
        "feed_url": f"{edition.site_url}/feed.json",
        "language": edition.words.language,
        "items": items,
    }
    return readable_json(feed)
