"""A catalogue of social services: checked text records become a site, a map and open data."""

__version__ = "0.1.0"
