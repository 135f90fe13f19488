"""What each problem means: its sentence about an example, why it matters, how it looks when wrong and when right."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from service_catalogue.records import Problem, hint, message, product_folder, read_file
from service_catalogue.words.translations import Translation

EXAMPLES = product_folder("translations") / "examples.yaml"
NOWHERE = "nowhere"
"""The place of an example that no record can show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One kind of problem, told by an example of it."""

    code: str
    message: str
    hint: str
    why: str
    bad: str
    good: str
    at: str
    """Where the example stands: `organization`, `service`, `place`, `file`, the name of a schema, or nowhere."""

    @property
    def family(self) -> str:
        """The first word of the code."""
        return self.code.partition(".")[0]


def explanations(words: Translation) -> Iterator[Explanation]:
    """Every problem there is, in one language, in the order of the examples."""
    record = read_file(EXAMPLES, str(EXAMPLES))[0]
    for family, codes in (record.data if record else {}).items():
        for name, example in codes.items():
            yield _explanation(f"{family}.{name}", example, words)


def _explanation(code: str, example: dict[str, Any], words: Translation) -> Explanation:
    problem = Problem("", 1, 1, code, example.get("values", {}))
    return Explanation(
        code=code,
        message=message(problem, words.texts),
        hint=_sentence(hint(problem, words.texts)),
        why=words.text(f"explained.why.{code.partition('.')[0]}"),
        bad=example["bad"],
        good=example["good"],
        at=example["at"],
    )


def _sentence(advice: str) -> str:
    return f"{advice[:1].upper()}{advice[1:]}{'' if advice.endswith(('.', '?')) or not advice else '.'}"
