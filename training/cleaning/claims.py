"""Outputs that are claimed and that nothing printed. Whether an output is the real one is known when a program runs: at export."""

from __future__ import annotations

import re
from typing import Final

from solver.transcript import output_text
from training.cleaning.base import Fault, cells, proses
from training.cleaning.numbers import numbers
from training.examples import Example

_CLAIM: Final = re.compile(
    r"(?:输出(?:结果)?(?:会是|将是|应为|应该是|为|是)|运行结果(?:会是|为|是)|打印出(?:来)?的(?:是|为)"
    r"|\b(?:program|code|script) (?:will |would )?(?:prints?|outputs?)\b|\boutput (?:of [\w ]{1,30} )?(?:is|will be|would be)\b"
    r"|^(?:Output|输出)(?=\s*[:：]))\s*(?:that |out )?[:：]?\s*(?:```(?:\w*\n)?|`)?\s*((?:[^\n`。.]|\.(?=\d)){1,80})",
    re.IGNORECASE | re.MULTILINE,
)
_QUOTED: Final = re.compile(r"^[ \t]*```output\b", re.MULTILINE)


def clean(example: Example) -> Example:
    """The example as it is.

    Raises:
        Fault: `no-output`: the last program printed nothing; `claimed-output`: the prose tells of an output that no program gave.
    """
    found = cells(example)
    if found and not output_text(found[-1]).strip():
        raise Fault("no-output", f"{found[-1].source[-60:]!r}")
    printed = "\n".join(output_text(cell) for cell in found)
    values: set[object] | None = None
    for text in proses(example):
        if _QUOTED.search(text):
            raise Fault("claimed-output", "an output stands where no program ran")
        for claim in _CLAIM.finditer(text):
            said = numbers(claim[1])
            if said and values is None:
                values = set(numbers(printed))
            if said and values is not None and not values.intersection(said):
                raise Fault("claimed-output", claim[0].strip())
    return example
