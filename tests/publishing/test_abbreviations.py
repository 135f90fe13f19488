"""Abbreviations are told in full: where each stands first in a text, and all in one line below."""

import pytest

from catalogue_examples import polish
from service_catalogue.publishing.abbreviations import Explained

MOPS = '<abbr title="Miejski Ośrodek Pomocy Społecznej">MOPS</abbr>'
LINE = '\n<p class="small abbreviations">Skróty na tej stronie: {}.</p>'
TOLD = "MOPS – Miejski Ośrodek Pomocy Społecznej"


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("<p>Zapytaj w MOPS. MOPS pomoże.</p>", f"<p>Zapytaj w {MOPS}. MOPS pomoże.</p>" + LINE.format(TOLD)),
        ('<a href="/MOPS/" title="MOPS">w MOPS</a>', f'<a href="/MOPS/" title="MOPS">w {MOPS}</a>' + LINE.format(TOLD)),
        ("<svg><text>MOPS</text></svg><p>x</p>", "<svg><text>MOPS</text></svg><p>x</p>"),
        ("<option>MOPS</option>", "<option>MOPS</option>"),
        ("<p>MOPSY i KMOPS</p>", "<p>MOPSY i KMOPS</p>"),
        ("MOPS", MOPS + LINE.format(TOLD)),
        ("", ""),
    ],
)
def test_what_a_page_abbreviates_is_explained(page: str, told: str) -> None:
    assert Explained(polish())(page) == told


def test_several_are_told_by_their_letters() -> None:
    said = Explained(polish())("<p>ŚDS, DPS i MOPS</p>")
    assert said.count("<abbr ") == 3
    assert said.index("DPS –") < said.index("MOPS –") < said.index("ŚDS –")
