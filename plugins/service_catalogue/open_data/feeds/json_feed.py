"""The last changes as a JSON Feed 1.1."""

from service_catalogue.notation import readable_json
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.news import news
from service_catalogue.open_data.origin import in_members


def json_feed(edition: Edition) -> bytes:
    """`/feed.json`: the same entries as in the Atom feed."""
    items = [
        {
            "id": one.id,
            "url": one.address,
            "title": one.title,
            "content_text": one.text,
            "date_published": one.moment,
            "date_modified": one.moment,
            "_sources": [in_members(source, edition) for source in one.sources],
        }
        for one in news(edition)
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": edition.catalogue.site.name,
        "home_page_url": f"{edition.site_url}/",
        "feed_url": f"{edition.site_url}/feed.json",
        "language": edition.words.language,
        "_attribution": edition.attribution,
        "items": items,
    }
    return readable_json(feed)
