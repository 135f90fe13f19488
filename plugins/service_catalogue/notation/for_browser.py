"""What this room knows of numbers, words and links as data, so that a browser judges them by the same rules."""

import re

from service_catalogue.notation import links, nothing, pasting, phones, register_numbers, scripts

_CLASSES = {r"\w": r"\p{L}\p{N}_", r"\d": r"\p{Nd}", r"\s": r"\s"}
_LETTERS = {r"[^\W_]": r"[\p{L}\p{N}]", r"[^\W\d_]": r"[\p{L}]"}
"""Classes that are said by what they leave out."""
_WORD = r"[\p{L}\p{N}_]"
_EDGE = f"(?:(?<!{_WORD})(?={_WORD})|(?<={_WORD})(?!{_WORD}))"


def browser_pattern(pattern: re.Pattern[str]) -> list[str]:
    """A pattern of Python as one of JavaScript with its flags: words have letters of every alphabet in both."""
    source, made, within = pattern.pattern, "", False
    for letters, said in _LETTERS.items():
        source = source.replace(letters, said)
    for found in re.finditer(r"\\.|\[|\]|[^\\\[\]]+", source, re.DOTALL):
        part = found[0]
        if part in ("[", "]"):
            within = part == "["
        elif part == r"\b" and not within:
            part = _EDGE
        elif part in (r"\W", r"\D"):
            part = f"[^{_CLASSES[part.lower()]}]"
        elif part in _CLASSES:
            part = _CLASSES[part] if within else f"[{_CLASSES[part]}]"
        elif part in ('\\"', "\\'") or (part == r"\-" and not within):
            part = part[1:]
        made += part
    return [
        made.replace(r"\A", "^"),
        "u" + "i" * bool(pattern.flags & re.IGNORECASE) + "m" * bool(pattern.flags & re.MULTILINE),
    ]


def notation_rules() -> dict[str, object]:
    """Patterns as `[source, flags]`, lists of words and weights, by the name of what they tell."""
    named = {
        "cityService": phones._CITY_SERVICE,
        "premium": phones._PREMIUM,
        "premiumSms": phones._PREMIUM_SMS,
        "noCode": phones._NO_CODE,
        "inText": phones._IN_TEXT,
        "abroadInText": phones._ABROAD_IN_TEXT,
        "smsInText": phones._SMS_IN_TEXT,
        "likePesel": register_numbers._LIKE_PESEL,
        "likeAccount": register_numbers._LIKE_ACCOUNT,
        "label": links._LABEL,
        "machine": links._NUMBER,
        "odd": scripts._ODD,
        "mixed": scripts._MIXED,
        "latin": scripts._LATIN_LETTER,
        "cyrillic": scripts._CYRILLIC_WORD,
        "lookalike": scripts._LOOKALIKE,
        "space": pasting._SPACE,
        "dash": pasting._DASH,
        "joiner": pasting._JOINER,
        "around": pasting._AROUND,
        "seen": nothing._SEEN_AT_ONCE,
    }
    return {
        "patterns": {name: browser_pattern(pattern) for name, pattern in named.items()},
        "standIns": sorted(" ".join(words) for words in nothing._STAND_INS),
        "nothing": sorted(nothing._NOTHING),
        "ofWhat": sorted(nothing._OF_WHAT),
        "near": sorted(links._NEAR),
        "scripts": [script.capitalize() for script in scripts.SCRIPTS],
        "weights": {
            "nip": register_numbers._NIP,
            "regon": {str(length): weights for length, weights in register_numbers._REGON.items()},
            "pesel": register_numbers._PESEL,
        },
    }
