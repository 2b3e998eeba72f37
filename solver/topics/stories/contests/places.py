"""Codes, plates and words: so many letters and digits in a row, with what may stand where. Not read: conditions on pairs of places but "all different" and palindromes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from solver.topics.clauses import Said
from solver.topics.stories.contests.kinds import Solved, Unclear, answered, every, made

_VOWELS: Final = "aeiou"
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_DIGITS: Final = "0123456789"
_ORDINALS: Final = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1}
_NTH: Final = rf"(?P<nth>{'|'.join(_ORDINALS)})"
_LIST: Final = r"[a-z0-9](?: ?, ?[a-z0-9])* ?,? (?:and|or) [a-z0-9]"
_SIGN: Final = r"(?:letters?|digits?)"
_MANY: Final = r"(?:how many (?:different |distinct |possible |valid |such )*)"
MAX_PLACES: Final = 9


@made(
    r"\bhow many\b",
    "en",
    {
        "plate": (
            rf"(?:in [a-z ]+ , )?an? (?:bicycle )?(?:license plate|code|password|serial number) consists of <a> (?P<x>{_SIGN}) followed by <b> ?-? ?(?P<y>{_SIGN})",
        ),
        "example": (r"\( ?we aren't necessarily talking about [^()]*\)", r"for example , [a-z]+\d+(?: or [a-z]+\d+)?",),
        "lock": (
            r"<who:word> is trying to break a combination lock",
            r"<who:word> just happens to know that there can be (?P<apart>no repeated digits) in the code for this type of lock",
        ),
        "dials": (
            r"this particular type of lock has <n> digits from 0 to 9",
            r"a [a-z]+ lock has <n> dials with the digits 0 ?, ?1 ?, ?2 ?, ?(?:\\?[lc]?dots|\.\.\.) ?, ?9 on each",
        ),
        "apart": (r"(?:if )?all(?: \d+)? (?:digits|letters) (?:have to|must) be different", r"(?:if )?(?:no digit|no letter|digits cannot|letters cannot) (?:may be repeated|is repeated|be repeated|can be repeated)"),
        "again": (r"(?:if )?a digit can be repeated(?: in an integer)?", r"\( ?each digit may be used more than once ?\.? ?\)", r"each digit may be used more than once|\)", r"any of the digits can be used any number of times"),
        "of": (rf"(?:given|using) the (?:\d+ )?(?P<sign>letters|digits) (?P<set>{_LIST})", rf"(?P<n>\d)-digit integers are formed using the digits (?P<set>{_LIST})"),
        "palindrome": (r"an? palindrome is a number which reads the same forward as backward", r"palindromes read the same forward and backward"),
        "must": (
            rf"(?:if )?the {_NTH} letter must be an? (?P<what>vowel|consonant)(?: \( ?a ?, ?e ?, ?i ?, ?o ?,? or u ?\))?",
            rf"(?:if )?the {_NTH} digit (?:cannot|can not|may not) be (?P<not>zero|0)",
            r"(?:such that )?each of the first (?P<first>\d) digits is greater than (?P<more>\d)",
            r"where each digit is (?:an? )?(?P<each>prime|odd|even)(?: number| digit)?",
        ),
        "differ": (rf"the {_NTH} letter must be different from the (?P<other>{'|'.join(_ORDINALS)}) letter",),
        "ask": (
            rf"{_MANY}(?P<thing>license plates|codes|settings|passwords) are (?:possible|there)",
            rf"{_MANY}(?P<k>\d)-letter (?P<thing2>words|sequences|code words) can be formed(?: from the standard 26-letter alphabet)?",
            rf"{_MANY}(?:positive )?(?P<k>\d)-digit ,? ?(?:positive )?(?P<digits>integers|numbers|zip codes|palindromes)(?: exist| are possible| are there| can be (?:formed|made)(?: using these digits| from the digits (?P<set>{_LIST}))?)?",
            r"how many such (?:\d-digit )?(?:integers|numbers) are (?P<pal>palindromes)",
        ),
    },
)  # fmt: skip
def _places(found: list[Said]) -> Solved:
    asks = every(found, "ask")
    if len(asks) != 1:
        raise Unclear
    ask = asks[0].values
    rows = _rows(found, ask)
    if not 1 <= len(rows) <= MAX_PLACES:
        raise Unclear
    for said in every(found, "must"):
        _must(rows, said)
    apart = bool(every(found, "apart")) or any(s.values.get("apart") for s in every(found, "lock"))
    if apart and every(found, "again"):
        raise Unclear
    palindrome = "palindrom" in str(ask)
    pairs = []
    for said in every(found, "differ"):
        pairs.append((_at(said.values["nth"], len(rows)), _at(said.values["other"], len(rows))))
    if apart and palindrome or (apart or palindrome) and pairs or len(pairs) > 1:
        raise Unclear
    return _counted(rows, apart=apart, palindrome=palindrome, pair=pairs[0] if pairs else None)


def _at(word: str, size: int) -> int:
    at = _ORDINALS[word] % size if word == "last" else _ORDINALS[word]
    if at >= size:
        raise Unclear
    return at


def _rows(found: list[Said], ask: Mapping[str, str]) -> list[str]:
    """What may stand in each place, as the text has it so far."""
    plate, dials, of = every(found, "plate"), every(found, "dials"), every(found, "of")
    if plate:
        if len(plate) > 1 or dials or of or ask.get("thing") not in ("license plates", "codes", "passwords"):
            raise Unclear
        said = plate[0].values
        kinds = [(said["x"], said["a"]), (said["y"], said["b"])]
        return [_LETTERS if kind.startswith("l") else _DIGITS for kind, n in kinds for _ in range(int(n))]
    if dials:
        if len(dials) > 1 or of or ask.get("thing") not in ("codes", "settings"):
            raise Unclear
        return [_DIGITS] * int(dials[0].values["n"])
    signs = _signs(of[0].values["set"] if of else ask["set"]) if of or ask.get("set") else None
    if len(of) > 1 or of and ask.get("set"):
        raise Unclear
    if ask.get("pal"):
        if not of or "n" not in of[0].values or signs is None:
            raise Unclear
        return [signs] * int(of[0].values["n"])
    size = int(ask.get("k") or 0)
    if ask.get("thing2"):
        return [signs or _LETTERS] * size
    if signs is not None:
        if "0" in signs or not (every(found, "again") or every(found, "apart")):
            raise Unclear
        return [signs] * size
    if ask.get("digits") is None:
        raise Unclear
    first = _DIGITS if ask["digits"] == "zip codes" else _DIGITS[1:]
    return [first, *[_DIGITS] * (size - 1)]


def _signs(text: str) -> str:
    signs = re.sub(r",|\band\b|\bor\b|\s", "", text)
    if len(set(signs)) != len(signs) or not (signs.isdigit() or signs.isalpha()):
        raise Unclear
    return signs


def _must(rows: list[str], said: Said) -> None:
    values = said.values
    if "what" in values:
        at = _at(values["nth"], len(rows))
        rows[at] = "".join(c for c in rows[at] if (c in _VOWELS) == (values["what"] == "vowel"))
    elif "not" in values:
        at = _at(values["nth"], len(rows))
        rows[at] = rows[at].replace("0", "")
    elif "more" in values:
        for at in range(int(values["first"])):
            rows[at] = "".join(c for c in rows[at] if int(c) > int(values["more"]))
    else:
        kept = {"prime": "2357", "odd": "13579", "even": "02468"}[values["each"]]
        rows[:] = ["".join(c for c in row if c in kept) for row in rows]


def _counted(rows: list[str], *, apart: bool, palindrome: bool, pair: tuple[int, int] | None) -> Solved:
    if (
        any(not row for row in rows)
        or any(row.isdigit() != rows[0].isdigit() for row in rows)
        and (palindrome or pair)
    ):
        raise Unclear
    sizes = [len(row) for row in rows]
    if palindrome:
        half = (len(rows) + 1) // 2
        if any(rows[i] != rows[-1 - i] and set(rows[i]) - set(rows[-1 - i]) for i in range(half)):
            raise Unclear
        sizes = [*sizes[:half], *[1] * (len(rows) - half)]
        why = "The second half is the first half turned round, so only the first half can be chosen"
    elif apart:
        seen = dict[str, int]()
        for i, row in enumerate(rows):
            if row not in (_LETTERS, _DIGITS) and set(row) != set(rows[0]):
                raise Unclear  # a place with fewer signs: how many are left depends on the others
            sizes[i] -= seen.get(row, 0)
            seen[row] = seen.get(row, 0) + 1
        why = "Nothing comes twice, so for each next place of a kind there is one possibility fewer"
    elif pair is not None:
        if rows[pair[0]] != rows[pair[1]]:
            raise Unclear
        sizes[max(pair)] -= 1
        why = "One place must differ from another, so it has one possibility fewer"
    else:
        why = "Each place can be filled whatever stands in the others"
    value = 1
    for size in sizes:
        value *= max(size, 0)
    factors = r"\cdot ".join(map(str, sizes))
    steps = (f"{why}, and the numbers of possibilities are multiplied:", rf"\[{factors}={value}\]")
    lines = (" * ".join(map(str, sizes)),)
    lines = (f"Integer({lines[0]})",)
    return answered(value, steps, lines, _check(rows, apart, palindrome, pair, value), "Count from the back: list the last places, and multiply by what stands before them.")  # fmt: skip


def _check(
    rows: list[str], apart: bool, palindrome: bool, pair: tuple[int, int] | None, value: int
) -> tuple[str, ...]:
    """All of them listed where they are few; else the count place by place, with what is still free."""
    test = (
        "len(set(t)) == len(t)"
        if apart
        else "t == t[::-1]"
        if palindrome
        else f"t[{pair[0]}] != t[{pair[1]}]"
        if pair
        else "True"
    )
    total = 1
    for row in rows:
        total *= len(row)
    if total <= 200_000:
        return (
            "from itertools import product",
            "",
            f"places = {rows}",
            f"len([t for t in product(*places) if {test}]) == claimed",
        )
    if pair:
        rest = [len(row) for i, row in enumerate(rows) if i not in pair]
        n = len(rows[pair[0]])
        return (f"claimed == ({n}**2 - {n})*{' * '.join(map(str, rest)) or 1}",)
    if palindrome:
        half = rows[: (len(rows) + 1) // 2]
        return (
            ("from itertools import product", "", f"len(list(product(*{half}))) == claimed")
            if value <= 200_000
            else ("None",)
        )
    if apart:
        kinds = [(set(row), rows.count(row)) for row in dict.fromkeys(rows)]
        terms = " * ".join(f"binomial({len(s)}, {k})*factorial({k})" for s, k in kinds)
        return (f"{terms} == claimed",)
    powers = " * ".join(f"{len(row)}**{rows.count(row)}" for row in dict.fromkeys(rows))
    return (f"claimed == {powers}",)
