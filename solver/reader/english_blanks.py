"""English sentences with a gap to fill in, as questions: "The product is ____." asks "what is the product?".

Also where the gap at the end was lost in typesetting. Nothing else of the text changes.
"""

from __future__ import annotations

import re
from typing import Final

from solver.reader.instructions import without_instructions
from solver.reader.rewording import reworded

_TAG: Final = re.compile(
    r"(?i)\(\s*(?:adapted\s+from\s+|from\s+)?(?:(?:US|UK|SASMO|AMC)\s+)?\$?(?:19|20)\d\d\$?\s[^()]{0,60}(?:problems?|questions?|level|grade|paper)\b[^()]{0,60}\)"
)
_INVITATION: Final = re.compile(
    r"(?i)^\s*(?:answer the (?:following )?question(?: below)?|fill in the blanks?|choose the correct answer|calculate the following)\s*[:.]\s*"
)
_LISTED: Final = re.compile(
    r"(?i)how many (?:numbers|integers|terms|elements|whole numbers) (?:are (?:there )?(?:in|on)|belong to) the (?:following )?(?:arithmetic )?(?:list|sequence|progression)(?: of numbers| of integers)?:?(?=[^.?]*(?:\.\.\.|…|\\[lc]?dots))"
)
_NUMBERS: Final = re.compile(
    r"\$\s*((?:-?\d+\s*,\s*){2,8}(?:\\[lc]?dots|\.\.\.)\s*(?:,\s*-?\d+\s*){0,4})([.?]?)\s*\$"
)
"""A row of numbers with a gap between dollar signs: the topics on rows read it bare."""
_GAP: Final = r"____+"
_THERE: Final = re.compile(
    rf"(?i)\bthere (are|were|will be|is) (?:at most |at least )?{_GAP} ?(?P<what>[a-z][^.?!]*?)(?P<rest>(?: (?:to|for|in|that|which|between|from|of|on|at|if|with|whose|left) [^?!]*?)?)\s*[.]?\s*$"
)
_LAST: Final = re.compile(
    rf"(?P<before>(?:^|.*[.!?:;,])\s*)(?P<subject>(?:the|its|their|his|her) (?:[^.!?;,]|(?<=\d),(?=\d))*?) (?P<verb>is|are|was|equals|will be)(?: equal to)?\s*:?\s*(?:{_GAP})?(?P<unit>[^.?!_]{{0,12}}?)\s*[.]?\s*$",
    re.IGNORECASE | re.DOTALL,
)


def as_english_question(text: str) -> str:
    """`text`, a cleaned English text, with what is to be filled in asked for.

    >>> as_english_question("The sum of 3 and 4 is ____.")
    'what is the sum of 3 and 4?'
    >>> as_english_question("When 20 is divided by 7, the remainder is .")
    'When 20 is divided by 7, what is the remainder?'
    >>> as_english_question("There are ____ prime numbers between 10 and 20.")
    'how many prime numbers are there between 10 and 20?'
    """
    text = reworded(without_instructions(_INVITATION.sub("", _TAG.sub(" ", text)).strip()))
    text = _NUMBERS.sub(r"\1\2", text)
    text = _LISTED.sub("how many terms are in the arithmetic sequence", text)
    text = re.sub(r"(?!(?<=[XYZ] )~ ?[A-Z][a-z]*\()~+", " ", text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\?\s*[.]+\s*$", "?", text)
    if re.search(r"(?i)(?:^|[.!]\s+)(?:what|how|which|who|where)\b[^.?!]*[a-z]\s*$", text):
        text = f"{text.rstrip()}?"
    if "?" in text:
        return re.sub(rf"\?\s*{_GAP}\s*\.?\s*$", "?", text).strip()
    text = re.sub(
        rf"(?i)^((?:of|among) [^.?!]*?), ?{_GAP} (?:of them )?([a-z][^?!_]*?)[.]?$", r"\1, how many \2?", text
    )
    if (found := _THERE.search(text)) is not None and found["what"].split()[0].lower() not in ("of", "and"):
        are = found[1].lower() if found[1].lower() != "is" else "are"
        return f"{text[: found.start()]}how many {found['what'].strip()} {are} there{found['rest']}?"
    if (found := _LAST.fullmatch(text)) is not None and not found["unit"].strip():
        verb = {"equals": "is"}.get(found["verb"].lower(), found["verb"])
        subject = found["subject"][0].lower() + found["subject"][1:]
        return (
            f"{found['before']}what {verb} {subject}?"
            if verb in ("is", "are", "was")
            else f"{found['before']}what is {subject}?"
        )
    return text.strip()
