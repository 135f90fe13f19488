"""A catalogue of social services: checked text records become a site, a map and open data; a plugin of Pelican."""

import sys
from pathlib import Path

__version__ = "0.1.0"


def register() -> None:
    """Joins a run of Pelican, for `PLUGINS = ["service_catalogue"]`; without what a build needs the run ends.

    Pelican leaves out a plugin that cannot be loaded and goes on, and the site would be published without its guards.
    """
    sys.path.append(str(Path(__file__).resolve().parents[1]))  # for the processes that a build starts
    try:
        from service_catalogue.publishing.generator import register as join

        join()
    except Exception as fault:  # noqa: BLE001  # whatever it is
        print(f"service_catalogue: {fault}", file=sys.stderr)  # noqa: T201
        raise SystemExit(1) from None
