"""What shows a spot by signs alone: postal codes, coordinates, plus codes, three words, links to maps."""

import re
from urllib.parse import unquote

from service_catalogue.notation.folding import folded

_COUNTED = r"(?!\s*(?:os[oó]b|z[lł]|proc|%|m2|m²|miejsc|min|godz|dni|lat|tys|euro|pln|mb|kg|h\b))"
_LATITUDE, _LONGITUDE = r"(?:49|5[0-4])[.,]\d{3,}", r"(?:1[4-9]|2[0-4])[.,]\d{3,}"
_DEGREES = r"\d{1,2}\s*(?:°|º|deg|stopni)\s*\d{0,2}(?:[.,]\d+)?\s*(?:['′’]|min)?"
_MARKS = re.compile(
    rf"(?<![\d-])\d{{2}}\s?[-‐‑–—−]\s?\d{{3}}(?![\d-]|\s?[-/]\s?\d|\s\d{{2,3}}\b){_COUNTED}"
    rf"|{_LATITUDE}\D{{1,24}}{_LONGITUDE}|{_LONGITUDE}\D{{1,24}}{_LATITUDE}"
    r"|(?<!\d)(?:49|50)[.,]\d\d\s?[,;/ ]\s?(?:19|20)[.,]\d\d(?!\d)|"
    r"(?<!\d)(?:19|20)[.,]\d\d\s?[,;/ ]\s?(?:49|50)[.,]\d\d(?!\d)"
    rf"|(?<!\d){_DEGREES}"
    r"|\b[NE]\s?\d{2}[.,]\d{2,}|\d{2}[.,]\d{2,}(?:\s?°\s?[NEnsew]|\s?[NE])\b|\d{2}[.,]\d{3,}\s?[nsew]\b"
    r"|(?<!\d)(?:49|50)[ .]?\d\d[ .]?(?:\d\d)?\s?[Nn]?\s?[-/,; ]\s?0?(?:19|20)[ .]?\d\d[ .]?\d{1,2}(?!\d)"
    r"|(?<!\d)50[0-5]\dN|\b3[34][UVuv]\s\d{6}|(?<!\d)2[34]\d{4}[.,]?\d{0,3}\s?[/,; ]\s?5\d{5}(?!\d)"
    r"|(?<!\d)\d{6}_\d\.\d{4}\.|\+50\.\d{2,8}\+0?19\.|(?i:działk\w{1,3}\s(?:nr|ew)|\bobręb\s(?:nr|\d))"
    r"|(?i:\b9[fg]2[2-9cfghjmpqrvwx]{5}[-+ ]?[2-9cfghjmpqrvwx]{2,3}\b)"
    r"|\b(?=\w{0,3}[CFGHJMPQRVWX])(?=\w{0,3}\d)[2-9CFGHJMPQRVWX]{4}\s[2-9CFGHJMPQRVWX]{2}\b"
    r"|(?i:pięćdziesi[aą]t\s(?:stopni|przecinek|kropka))"
    r"|(?i:kod(?:em|u)?(?:\spocztow\w{1,3})?:?\s(?:trzydzieści|3[0-2]\s?\d{3}\b)|\bPL-3[0-2]-?\d{3}\b)"
    r"|\b[NE]\s?\d{2}\s\d{1,2}[.,]\d|\bKR\d[A-Z]/\d{6,8}/\d|\bPL-?(?:2000|1992)\b"
    r"|(?i:\bkod\w{0,3}:?\s(?:poczt\w*:?\s)?\d{5}\b)"
    r"|(?i:\b(?=[\dcfghjmpqrvwx]*[cfghjmpqrvwx])(?=[\dcfghjmpqrvwx]*\d|[\dcfghjmpqrvwx]*\+[\dcfghjmpqrvwx]*\d)"
    r"[2-9cfghjmpqrvwx]{4,8}\s?\+\s?[2-9cfghjmpqrvwx]{2,3}(?![\w]))"
    r"|\b[NSE]\s?\d{2}\s\d{2}\s\d{2}|///\s?\w+[.·]\w+[.·]\w+|\bgeo:\s?-?\d|\b3[34][UVuv]\s?[A-Za-z]{2}\s?\d{4,10}\b"
    r"|(?i:\bu2[uvy][0-9b-hjkmnp-z]{4,9}\b)",
)
_SPACED_CODE = re.compile(r"(?<![\d-])\d{2}\s\d{3},?\s(?=[A-ZŁŚŻ][a-ząćęłńóśźż]{3})")
_MAP_HOST = re.compile(
    r"\b(?:e?map[asy]?|mapy|geoportal\w*|msip|plan(?=\.))\.[\w.-]+|\bgoo\.gl\b|\bg\.co/maps"
    r"|\bmaps?\.app\b"
    r"|\b(?:openstreetmap|osm|openmaps|waze|what3words|w3w|plus\.codes|wego\.here|here|mapquest|maps|organicmaps|ge0)"
    r"\.(?:org|com|co|me|net|app)\b|\bplus\.codes\b|what3words\W|\b(?:targeo|jakdojade|zumi|e-mapa|emapa|e-map)\.(?:pl|com|net)\b"
    r"|\b(?:google|bing|yahoo|yandex|apple|duckduckgo|seznam|2gis)\.[\w.]+/(?:\w+/)?(?:maps?|local|mapy)\b"
    r"|\b2gis\.\w+|\bhe\.re/\w"
    r"|[?&](?:q|ll|sll|daddr|saddr|destination|cbll|center)=[^&\s]{0,60}\d|\bom://|\bmaps?://|\bwaze://"
    r"|\b(?:streetview|street-view|mapillary)\b",
)
_SHORT_LINK = re.compile(
    r"\b(?:bit\.ly|tinyurl\.com|cutt\.ly|is\.gd|t\.ly|rb\.gy|ow\.ly|shorturl\.at|tiny\.pl|t\.co)/\w"
)
"""A link that hides where it leads."""


def mark_in(text: str) -> str:
    """The first sign of one spot in a text, or nothing."""
    told = unquote(text)
    searched = ((_MARKS, told), (_SPACED_CODE, told), (_MAP_HOST, folded(told)), (_SHORT_LINK, folded(told)))
    return next((found[0] for pattern, where in searched if (found := pattern.search(where))), "")
