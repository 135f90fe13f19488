"""A catalogue in which somebody planted hostile text in every field that takes free text."""

import copy
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from catalogue_examples import site
from service_catalogue.records.schemas import schemas

EVIL = "https://zly.example"
HOSTILE = (
    "<script>ran=1</script>",
    "</script><script>ran=1</script>",
    f"<script src={EVIL}/x.js></script>",
    f"<img src={EVIL}/x.png onerror=ran=1>",
    "<img src=x onerror=ran=1>",
    "<svg onload=ran=1>",
    "<svg><script>ran=1</script></svg>",
    f"<iframe src={EVIL}></iframe>",
    "<iframe srcdoc='<script>parent.ran=1</script>'>",
    "<object data=javascript:ran=1></object>",
    f"<link rel=stylesheet href={EVIL}/x.css>",
    "<style>*{display:none}</style>",
    f"<base href={EVIL}/>",
    f"<meta http-equiv=refresh content=0;url={EVIL}>",
    f"<form action={EVIL}><input autofocus onfocus=ran=1>",
    "<math><mi xlink:href=javascript:ran=1>x</mi></math>",
    "<a href=javascript:ran=1>kliknij</a>",
    "<details open ontoggle=ran=1>",
    "<plaintext>",
    "<!-- <img src=x onerror=ran=1> -->",
    "--><img src=x onerror=ran=1>",
    "]]><script>ran=1</script>",
    "<![CDATA[<b>x</b>]]>",
    "?><x onclick=ran=1>",
    '" onmouseover="ran=1" autofocus onfocus="ran=1',
    "' onmouseover='ran=1' x='",
    "</title><script>ran=1</script>",
    "</textarea><img src=x onerror=ran=1>",
    "</noscript><img src=x onerror=ran=1>",
    "&lt;script&gt;ran=1&lt;/script&gt;",
    "&#x3c;img src=x onerror=ran=1&#x3e;",
    "\\u003cimg src=x onerror=ran=1\\u003e",
    "{{ 7 * 7 }}{% raw %}",
    "{0} {name} {n.__class__} %s %(x)s",
    "${ran=1}",
    "`+(ran=1)+`",
    "';ran=1;//",
    '\\";ran=1;//',
    "{{constructor.constructor('ran=1')()}}",
    "<%= 7 * 7 %> #{7*7} $(id)",
    "[kliknij](javascript:ran=1)",
    f"![x]({EVIL}/x.png)",
    "=HYPERLINK(1;2)",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)",
    "::error file=x::%0A::warning::x",
    "'; DROP TABLE services; --",
    "../../../etc/passwd %2e%2e%00",
    "__proto__",
    "mailto:x@zly.example?bcc=y%0Abcc:z",
    "Zażółć 𝕏 👩‍👩‍👧 ١٢٣",
)
FREE = {None, r"^\S(.*\S)?$"}
"""Patterns of the fields that take any text."""
TYPED = {"hours", "opens_at", "closes_at", "native", "terc", "roman", "local_id"}
"""Fields of the fictional records that have rules of their own beyond a pattern."""
ROMAN = ("V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII")
BASE = "fundacja-przyklad"


def plant(name: str, data: Any, text: str) -> Any:
    """The data of a record with a text in the place of every free text."""
    planted = copy.deepcopy(data)
    for pointer, schema, value in list(schemas().walk(name, data)):
        if isinstance(value, str) and _is_free(pointer, schema):
            told = f"{text} {pointer[-1]}" if pointer[-1] in range(1, 9) else text
            _put(planted, pointer, told[: schema.get("maxLength", len(told))].strip())
    return planted


def _is_free(pointer: tuple[Any, ...], schema: Mapping[str, Any]) -> bool:
    ruled = {"enum", "x-vocabulary", "x-service", "x-location"} & schema.keys()
    keys = [step for step in pointer if isinstance(step, str)]
    return not ruled and schema.get("pattern") in FREE and keys[-1] not in TYPED


def _put(data: Any, pointer: tuple[Any, ...], text: str) -> None:
    for step in pointer[:-1]:
        data = data[step]
    data[pointer[-1]] = text


def plant_catalogue(folder: Path) -> Path:
    """The fictional catalogue with an organization and a term of each vocabulary for each hostile text."""
    (folder / "organizations").mkdir(parents=True)
    (folder / "vocabularies").mkdir()
    for id_, record in site().organizations.items():
        _write(folder / "organizations" / f"{id_}.yaml", _without_towns(record.data))
    for id_, data in _organizations():
        _write(folder / "organizations" / f"{id_}.yaml", _without_towns(data))
    for name, record in site().vocabularies.items():
        _write(folder / "vocabularies" / f"{name}.yaml", {**record.data, **dict(_terms(name, record.data))})
    settings = site().site
    assert settings
    _write(folder / "site.yaml", plant("site", settings.data, HOSTILE[0]))
    return folder


def _without_towns(data: Any) -> Any:
    """The same without the towns of protected places, which may only be the city of the catalogue."""
    kept = copy.deepcopy(data)
    for place in kept.get("locations", {}).values():
        if place.get("confidential"):
            place.pop("city", None)
    return kept


def _organizations() -> Iterator[tuple[str, Any]]:
    """For each text an organization of its own, which belongs to the terms that hold the same text."""
    for number, text in enumerate(HOSTILE):
        data = plant("organization", site().organizations[BASE].data, text)
        del data["former_ids"]
        for service in data["services"].values():
            service.pop("former_ids", None)
            service.pop("replaced_by", None)
            service["support_areas"] = [f"wrogi-{number}"]
        yield f"wrogi-{number}", data


def _terms(name: str, known: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """For each text a term like the fullest one; a city has only so many districts, which hold several texts each."""
    fullest = max(known.values(), key=lambda term: len(str(term)))
    texts = [" ".join(HOSTILE[first::13]) for first in range(13)] if name == "districts" else HOSTILE
    for number, text in enumerate(texts):
        term = plant(name, {"wrogi": fullest}, text)["wrogi"]
        term.pop("plan_order", None)
        yield f"wrogi-{number}", {**term, **_own_numbers(term, number)}


def _own_numbers(term: Mapping[str, Any], number: int) -> dict[str, Any]:
    """The numbers and codes that no two terms may share."""
    if "roman" in term:
        return {"number": 5 + number, "roman": ROMAN[number], "local_id": f"krk-{5 + number:02}"}
    if "channel" in term:
        return {"rank": 100 + number, "number": f"116 {300 + number}"}
    own = {"rank": 100 + number, "terc": f"0001{number:03}"}
    return {key: value for key, value in own.items() if key in term}


def _write(file: Path, data: Any) -> None:
    """JSON is YAML; what JSON need not escape stands as it is."""
    file.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
