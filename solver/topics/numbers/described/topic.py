"""Questions for a number that is described in words, after definitions of letters in sentences of their own.

Read: "What is …?", "Find …", "When A is divided by B, what is the remainder?", "How many digits …?", chances of one whole number out of a row. Not: anything
of which a single word is left over, rows without an end, numbers with more than 4,000 digits.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment
from solver.topics.numbers.described import operations as op
from solver.topics.numbers.described.chinese import Chinese, chinese_question
from solver.topics.numbers.described.english import English
from solver.topics.numbers.described.parts import Part, made, shown
from solver.topics.numbers.integer_search.english import properties_of
from solver.topics.prepared import Prepared

MAX_CHARACTERS: Final = 600
WORDS: Final = {
    "code": Words("put together step by step", "一步一步地算"),
    "method": Words("worked out again from the meanings of the words: rows listed another way, digits and remainders by division", "按词义重新计算：换一种方法列出各数，用除法求数字和余数"),
    "sentence": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "chance": Words("Each of the \\({all}\\) is equally likely, and \\({fit}\\) fit: \\[\\frac{{{fit}}}{{{all}}}={value}\\]", "\\({all}\\) 个数机会均等，其中 \\({fit}\\) 个符合：\\[\\frac{{{fit}}}{{{all}}}={value}\\]"),
}  # fmt: skip
_WHAT: Final = r"(?:what is|what's|what will be|what would be|find|compute|determine|calculate|evaluate|give|name|tell me)(?: the value of)?"
_CHOSEN: Final = (
    r"(?:randomly |uniformly )*(?:chosen|selected|picked|drawn)(?: uniformly)?(?: at random| randomly)?"
)
_IT: Final = r"(?:it|the (?:chosen |selected |resulting |picked )?(?:number|integer|one|value)(?: chosen| selected| picked| drawn)?|this (?:number|integer)|this (?:chosen|selected) (?:number|integer))"
_QUESTIONS: Final = (
    (re.compile(rf"{_WHAT} (?P<n>.+)"), "number"),
    (re.compile(r"(?:when|if) (?P<a>.+) (?:is|are) divided by (?P<m>.+?), (?:what is|find|what will be) the remainder"), "remainder"),
    (re.compile(rf"{_WHAT} the remainder,? (?:when|if) (?P<a>.+) (?:is|are) divided by (?P<m>.+)"), "remainder"),
    (re.compile(r"(?:when|if) (?P<a>.+) (?:is|are) (?:written|expressed) (?:as a decimal|in decimal (?:form|notation)|in standard form|as an integer(?: in standard form)?|out),? (?P<n>(?:what is|find) .+ digits?)"), "written"),
    (re.compile(r"how many (?:total )?digits (?:does|do|are (?:there )?in|will|are in) (?P<n>.+?)(?: have| contain)?"), "digits"),
    (re.compile(r"how many digits (?:are|lie|stand|come) (?:there )?(?:to the right of|after|behind) the decimal point (?:in|of|when) (?P<n>.+)"), "decimals"),
    (re.compile(r"how many digits does the decimal (?:equal to|equivalent to|of|equivalent of) (?P<n>.+) have (?:to the right of|after|behind) (?:the|its) decimal point"), "decimals"),
    (re.compile(r"(?:when|if) (?P<n>.+) is (?:written|expressed) as a decimal, how many digits (?:are|lie) (?:there )?(?:to the right of|after) the decimal point"), "decimals"),
    (re.compile(r"how many more digits does (?P<n>.+?) have (?:when (?:it is )?)?(?:written |expressed )?(?P<a>in base \S+) than (?:it (?:does|has) )?(?:when (?:it is )?)?(?:written |expressed )?(?P<b>in base \S+)"), "more"),
    (re.compile(r"how many (?P<kind>.+?) (?:does|do) (?P<n>.+?)(?: have)"), "of"),
    (re.compile(r"how many (?P<row>.+?)(?: are there| exist)?"), "count"),
)  # fmt: skip
_CHANCES: Final = (
    re.compile(
        rf"an? (?P<row>.+) is {_CHOSEN}\. (?:what is|find) the probability that {_IT} (?P<what>(?:is|has|leaves|ends|contains) .+)"
    ),
    re.compile(
        rf"an? (?:number|integer) is {_CHOSEN},? (?:from|among|from among|out of) (?P<row>.+)\. (?:what is|find) the probability that {_IT} (?P<what>(?:is|has|leaves|ends|contains) .+)"
    ),
    re.compile(
        rf"if an? (?P<row>.+) is {_CHOSEN}, (?:what is|find) the probability that {_IT} (?P<what>(?:is|has|leaves|ends|contains) .+)"
    ),
    re.compile(rf"(?:what is|find) the probability that an? {_CHOSEN} (?P<row>.+?) (?P<what>is .+)"),
    re.compile(
        rf"an? (?P<row>.+) is {_CHOSEN}\. (?:what is|find) the probability of (?:choosing|picking|selecting|getting) (?P<what>.+)"
    ),
)
_LET: Final = re.compile(r"(?:let|suppose(?: that)?|say(?: that)?|given that|if) (?P<what>.+)")
_IS: Final = re.compile(
    r"(?:and )?(?:let )?\$(?P<letter>[a-zA-Z])\$ (?:be|is|equals|denote|denotes|represent|be equal to|is equal to) (?P<what>.+)"
)
_TURNED: Final = re.compile(
    r"(?P<what>(?:the |a ).+) (?:is equal to|equals|is|is denoted by|be) \$(?P<letter>[a-zA-Z])\$"
)
_PAIR: Final = re.compile(
    r"\$(?P<a>[a-zA-Z])\$ and \$(?P<b>[a-zA-Z])\$ (?:be|denote|represent|are) (?:the )?(?P<first>\w+)(?: possible)? and (?:the )?(?P<second>\w+)(?: possible)? (?P<row>.+?)(?:,? respectively)?"
)


def read(text: Text) -> Reading:
    """One number that is described."""
    if len(text.source) > MAX_CHARACTERS or not re.search(
        r"\d|prime|digit|integer|number|multiple|质数|素数|数字", text.source
    ):
        return None
    try:
        found = _chinese(text.source) if text.language == "zh" else _english(text.source)
    except (OverflowError, RecursionError):
        return None
    if found is None or not found.steps or shown(found.value) is None:
        return None
    lines = [comment(WORDS["code"].say(text.language)), found.source]
    if re.search(r"\bdigits\(", found.source) is not None:
        lines.insert(0, "from sympy.ntheory import digits")
    tests = (f"bool(answer == ({found.again}))",)
    return Prepared(text.language, found.steps, cell(*lines), tests, WORDS["method"], WORDS["sentence"])


def _chinese(source: str) -> Part | None:
    phrase = chinese_question(source)
    return None if phrase is None else Chinese().number(phrase)


def prepared(source: str) -> list[str]:
    """The sentences in lower case outside formulas, in one line each; reminders of what a sign means are left out."""
    source = re.sub(r"\\\((.+?)\\\)", lambda m: f"${m[1]}$", source)
    source = re.sub(
        r"\$\$(.+?)\$\$|\\\[(.+?)\\\]", lambda m: f"${(m[1] or m[2]).strip()}$", source, flags=re.DOTALL
    )
    pieces = re.split(r"(\$[^$]*\$)", " ".join(source.split()))
    text = "".join(p if i % 2 else p.lower() for i, p in enumerate(pieces))
    text = re.sub(
        r" ?\(in base (?:10|\$10\$|ten)\)|(?<=[.?!]) (?:express|write|give) (?:your|the) answer in base (?:10|\$10\$|ten)\.?$",
        "",
        text,
    )
    text = re.sub(r"([?.,])\$", r"$\1", text)  # a mark inside a formula ends the sentence
    text = re.sub(
        r"(\$\d+)\^\{?\\(?:text|mathrm|textrm)\{(st|nd|rd|th)\}\}?\$", lambda m: m[1][1:] + m[2], text
    )
    text = re.sub(r"\$(-?\d+)\$(?=(?:st|nd|rd|th)\b)", r"\1", text)
    return [s.strip(" .?") for s in re.split(r"(?<=[.?])\s+(?=[a-z$])", text) if s.strip(" .?")]


def _english(source: str) -> Part | None:
    sentences = prepared(source)
    if not sentences or len(sentences) > 4:
        return None
    if (chance := _chance(". ".join(sentences))) is not None:
        return chance
    letters = dict[str, Part]()
    *before, last = sentences
    if (
        inline := re.fullmatch(
            r"((?:let|if|given that|suppose(?: that)?) .+?), (?:then )?((?:what|find|compute|how|determine) .+)",
            last,
        )
    ) is not None and not before:
        before, last = [inline[1]], inline[2]
    for sentence in before:
        told = _defined(sentence, letters)
        if told is None:
            return None
        letters |= told
    found = _asked(last, English(letters))
    if found is None or any(not _is_used(name, last) for name in letters):
        return None
    return found


def _is_used(name: str, question: str) -> bool:
    return any(
        re.search(rf"(?<![a-zA-Z\\]){name}(?![a-zA-Z])", f) for f in re.findall(r"\$[^$]*\$", question)
    )


def _defined(sentence: str, letters: dict[str, Part]) -> dict[str, Part] | None:
    """What a sentence says that letters are."""
    match = _LET.fullmatch(sentence)
    body = match["what"] if match else sentence
    reader = English(letters)
    if (pair := _PAIR.fullmatch(body)) is not None:
        ends = reader.ends_of(f"{pair['first']} and {pair['second']} {pair['row']}")
        return None if ends is None else {pair["a"]: ends[0], pair["b"]: ends[1]}
    for cut in [
        (body,),
        *(
            (body[: m.start()].rstrip(","), body[m.end() :])
            for m in re.finditer(r",? and (?=(?:let )?\$[a-zA-Z]\$ )", body)
        ),
    ]:
        found = dict[str, Part]()
        for clause in cut:
            said = _IS.fullmatch(clause) or _TURNED.fullmatch(clause)
            part = reader.number(said["what"]) if said else None
            if (
                said is None
                or part is None
                or said["letter"] in letters
                or said["letter"] in found
                or said["letter"] in "ei"
            ):
                break
            found[said["letter"]] = part
        else:
            return found
    return None


def _asked(question: str, reader: English) -> Part | None:
    for form, kind in _QUESTIONS:
        if (match := form.fullmatch(question)) is None:
            continue
        found = _answered(kind, match, reader)
        if found is not None:
            return found
    return None


def _answered(kind: str, match: re.Match[str], reader: English) -> Part | None:
    say = reader.language
    match kind:
        case "number":
            is_plain = re.fullmatch(r"\$?-?[\d.,]+\$?", match["n"]) is not None
            return None if is_plain else reader.number(match["n"])
        case "remainder":
            return reader.number(f"remainder when {match['a']} is divided by {match['m']}")
        case "written":
            asked = re.fullmatch(
                r"(?:what is|find) (?:its |the )?(?P<d>[a-z]+ digit|(?:sum|product) of (?:all )?(?:of )?(?:its |the (?:integer|number|result)'s |the )?digits)(?: of the (?:integer|number|result))?",
                match["n"],
            )
            if asked is None:
                return None
            digits = re.sub(r"(?<=sum of ).+|(?<=product of ).+", "the digits", asked["d"])
            return reader.number(f"{digits} of {match['a']}")
        case "digits":
            return reader.number(f"number of digits in {match['n']}")
        case "decimals":
            number = reader.number(
                re.sub(r"^the (?:decimal )?(?:expansion|representation|form) of ", "", match["n"])
            )
            return None if number is None else op.decimal_length(number, say)
        case "more":
            counts = [
                op.how_many_digits(*h, say)
                for k in "ab"
                if (h := reader.numeral(f"{match['n']} written {match[k]}")) is not None
            ]
            if len(counts) != 2 or counts[0] is None or counts[1] is None:
                return None
            return op.JOINED["minus"](counts[0], counts[1], say)
    row = reader.row(match["row"] if kind == "count" else f"{match['kind']} of {match['n']}")
    return None if row is None else op.of_row("count", row, say)


def _chance(text: str) -> Part | None:
    """How likely it is that a number out of a row has a property."""
    reader = English()
    for form in _CHANCES:
        if (match := form.fullmatch(text)) is None:
            continue
        row = reader.row(match["row"])
        ready = reader.evaluated(match["what"])
        if row is None or ready is None or not row.members:
            continue
        conditions = properties_of(ready[0], min(row.members), max(row.members))
        if conditions is None:
            continue
        tests, fits = conditions
        members = [m for m in row.members if fits(m)]
        value = Fraction(len(members), len(row.members))
        step = WORDS["chance"].say("en", all=len(row.members), fit=len(members), value=shown(value))
        source = f"Rational(sum(1 for n in {row.source} if {tests}), {len(row.members)})"
        again = f"1 - Rational(sum(1 for n in {row.again} if not ({tests})), {len(row.members)})"
        return made(value, source, again, (row,), step)
    return None
