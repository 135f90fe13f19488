"""What one says on the command line of what is to be built."""

import argparse
from pathlib import Path

from service_catalogue.notation import day_typed
from service_catalogue.publishing.publication import Order
from service_catalogue.publishing.settings import NO, PUBLICATIONS, YES


def add_order(command: argparse.ArgumentParser) -> None:
    """Adds the options that say what is to be built."""
    command.add_argument("--catalogue", type=Path, default=Path("catalogue"), metavar="FOLDER", help="folder katalogu")
    command.add_argument("--output", type=Path, default=Path("output"), metavar="FOLDER", help="folder gotowej strony")
    command.add_argument("--stage", choices=("pilot", "public"), default="pilot", help="wersja próbna albo publiczna")
    command.add_argument("--site-url", default="", metavar="ADRES", help="adres strony, także z podfolderem")
    command.add_argument("--today", type=day_typed, default=None, metavar="RRRR-MM-DD", help="dzień, na który budować")
    command.add_argument(
        "--previous", default="", metavar="PLIK|ADRES", help="spis plików (index.json) ostatniej strony"
    )
    command.add_argument("--releases", default="", metavar="FOLDER", help="folder z dawnymi wydaniami danych")
    command.add_argument(
        "--first-publication", type=switch_typed, default=False, metavar="1", help="1: niczego jeszcze nie opublikowano"
    )
    command.add_argument(
        "--allow-removals", type=switch_typed, default=False, metavar="1", help="1: znikanie usług jest zamierzone"
    )
    publications = ("", *PUBLICATIONS)
    command.add_argument(
        "--publish-as",
        choices=publications,
        default="",
        help="co zostanie opublikowane: strona albo podgląd",
    )
    add_cache(command)
    command.add_argument("--times", type=Path, metavar="PLIK", help="zapisz czasy etapów jako JSON")


def add_cache(command: argparse.ArgumentParser) -> None:
    """Adds the option that names a folder for what need not be found out again."""
    command.add_argument(
        "--cache", type=_folder_or_none, metavar="FOLDER", help="folder na to, czego następnym razem nie trzeba liczyć"
    )


def _folder_or_none(text: str) -> Path | None:
    return Path(text) if text else None


def order_of(options: argparse.Namespace, commit: str = "") -> Order:
    """What is to be built, as it was asked for."""
    return Order(
        folder=options.catalogue,
        output=options.output,
        stage=options.stage,
        site_url=options.site_url,
        today=options.today,
        times=options.times,
        commit=commit,
        previous=options.previous,
        releases=Path(options.releases) if options.releases else None,
        first_publication=options.first_publication,
        allow_removals=options.allow_removals,
        publish_as=options.publish_as,
        cache=options.cache,
    )


def switch_typed(text: str) -> bool:
    """1 or 0, also as a word."""
    if text.lower() not in (*YES, *NO):
        raise argparse.ArgumentTypeError(f"{text} (1, 0)")
    return text.lower() in YES
