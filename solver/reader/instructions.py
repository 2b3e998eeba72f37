"""Sentences of an English problem that only say how an exact answer is to be written: they go, the question stays.

Only whole sentences whose every word is known. Not: rounding, units, "in the form a + b√c", which ask for something else.
"""

from __future__ import annotations

import re
from typing import Final

_THING: Final = (
    r"(?:all\s+)?(?:of\s+)?(?:(?:your|the|its|all|every|each|possible|real|rational|integer|complex|final|exact|other|two|three|four)\s+)*(?:final\s+)?"
    r"(?:answers?|solutions?|roots?|values?|results?|them|it|expression|simplified\s+expression|\$[a-z]\$|numbers?|zeroe?s)(?:\s+(?:of|for)\s+\$[^$]{1,20}\$,?|\s+of\s+this\s+(?:root|polynomial|equation))?"
)
_FRACTION: Final = r"(?:(?:single|simplified|reduced|common|improper|proper)\s+)*fraction"
_ENDING: Final = r"(?:lowest\s+terms|(?:its\s+)?(?:simplest|simplified|reduced|exact)(?:\s+(?:exact|radical|surd|fractional|possible))*\s+form|simplest\s+terms)"
_MANNER: Final = (
    rf"(?:as\s+an?\s+{_FRACTION}(?:\s+in\s+{_ENDING})?|in\s+{_ENDING}|as\s+(?:an\s+)?(?:exact\s+)?(?:values?|integers?|whole\s+numbers?|decimals?)"
    r"|(?:as\s+a\s+(?:comma-?\s?separated\s+)?list(?:\s+of\s+numbers)?)(?:,?\s+separated\s+by\s+commas)?|,?\s*separated\s+by\s+(?:a\s+)?commas?|in\s+any\s+order|in\s+either\s+order"
    r"|as\s+an?\s+ordered\s+(?:pairs?|triples?|quadruples?)|(?:in|using)\s+(?:interval|set|set-builder)\s+notation|as\s+an?\s+(?:interval|expression|equation|polynomial|simplified\s+expression)"
    r"|(?:as\s+a\s+polynomial\s+)?(?:with|in)\s+(?:the\s+)?(?:terms\s+(?:of|in)\s+)?(?:order\s+of\s+)?(?:decreasing|descending)\s+(?:degree|order|powers?)(?:\s+of\s+\$?[a-z]\$?)?"
    r"|in\s+terms\s+of\s+\$?(?:\\pi|π|pi|[a-z])\$?(?:\s+and\s+\$?[a-z]\$?)?|in\s+rectangular\s+form|in\s+expanded\s+form|in\s+factored\s+form|in\s+(?:the\s+)?(?:slope|gradient)[-\s]intercept\s+form|with\s+(?:an?\s+)?(?:rational|integer)\s+denominators?|exactly)"
)
_VERB: Final = r"(?:please\s+)?(?:express|enter|give|write|leave|state|list|put|present|submit)"
_SENTENCE: Final = re.compile(
    rf"(?i)(?:(?<=[.?!\]$)])|^)\s*\(?{_VERB}\s+{_THING}(?:,?\s*(?:and\s+)?{_MANNER})+\s*[.!]\s*\)?(?=\s|$|[A-Z])"
)
_HINTS: Final = re.compile(
    r"(?i)^\s*without\s+(?:using\s+)?(?:a\s+)?calculators?,\s*|,?\s+(?:in\s+your\s+head|mentally|by\s+hand|without\s+(?:using\s+)?a\s+calculator)(?=\s*[.?])"
    r"|(?:(?<=[.?!])|^)\s*(?:please\s+)?(?:show\s+(?:all\s+)?(?:your\s+|the\s+)?(?:working|work|steps)(?:\s+out)?|explain\s+your\s+(?:reasoning|answer)|justify\s+your\s+answer)(?:\s+(?:clearly|fully))?\s*[.:]"
    r"|(?<=[.?!])\s*(?:please\s+)?(?:give|write|show|state)\s+(?:out\s+)?(?:every|all\s+(?:of\s+)?(?:the\s+)?)\s*digits?(?:\s+of\s+(?:the|your)\s+(?:answer|result|number))?\s*[.!]"
    r"|,\s+(?:giving|writing(?:\s+out)?|showing|stating|keeping)\s+(?:every|each|all\s+(?:of\s+)?(?:the\s+|its\s+)?)\s*digits?(?:\s+(?:of|in)\s+(?:the|your)\s+(?:answer|result|number|product|sum|difference))?(?=\s*[.!]?\s*$)"
    r"|,\s*or\s+otherwise\s*,?(?=\s)"
    r"|\(\s*(?:note|remember|recall|assume|hint)?:?\s*you\s+may\s+(?:not\s+)?use\s+a\s+calculator[^()]{0,30}\)"
)
_KIND: Final = rf"(?:(?:an?|the|your)\s+)?(?:(?:exact|single|simplified|reduced|common|improper|proper|mixed)\s+)*(?:fraction|number|integer|whole\s+number|answer|value)(?:\s+in\s+{_ENDING})?"
_EITHER: Final = re.compile(
    rf"(?i)(?:(?<=[.?!\]$)])\s*\(?{_VERB}|,\s+(?:giving|writing|leaving|expressing))\s+(?:{_THING}\s+as\s+)?{_KIND}\s+or\s+{_KIND}\s*[.!]?\s*\)?\s*$"
)
_INLINE: Final = re.compile(
    rf"(?i),?\s+(?:expressed|written|as\s+expressed)\s+as\s+an?\s+{_FRACTION}(?:\s+in\s+{_ENDING})?(?=\s*[?.]\s*$)"
    r"|(?<=[.?\]$)])\s*(?:completely\s+|fully\s+)?(?:simplify|rationali[sz]e)(?:\s+(?:your\s+answer|the\s+denominators?|all\s+denominators?))?(?:\s+(?:completely|fully))?(?:\s+and\s+rationali[sz]e\s+(?:the|all)\s+denominators?)?\s*\.\s*$"
)
_STYLE: Final = re.compile(r"\\displaystyle(?![A-Za-z])|\\renewcommand\s*\{\\arraystretch\}\s*\{[\d.]+\}")


def without_instructions(text: str) -> str:
    r"""`text`, a cleaned English text, without sentences on how to write the answer.

    >>> without_instructions("Find x if 3x = 4. Express your answer as a common fraction in simplest form.")
    'Find x if 3x = 4.'
    >>> without_instructions(r"Solve \[x^2 = 4.\]Enter all the solutions, separated by commas."), without_instructions("Compute 7^2 in your head.")
    ('Solve \\[x^2 = 4.\\]', 'Compute 7^2.')
    >>> without_instructions("Find x. Express your answer as a decimal rounded to the nearest tenth.")
    'Find x. Express your answer as a decimal rounded to the nearest tenth.'
    """
    text = _STYLE.sub(" ", text)
    text = _EITHER.sub("", _INLINE.sub("", _HINTS.sub("", text)))
    before = ""
    while before != text:
        before, text = text, _SENTENCE.sub(" ", text).strip()
    return text
