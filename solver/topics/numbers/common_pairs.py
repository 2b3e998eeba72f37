r"""Two whole numbers by their greatest common divisor and least common multiple: the other one, their product, the least sum, how many pairs.

Read: both told (or one of them and the product, or the ratio of the two numbers), and one question. The numbers may be in signs (`7!`).
"""

from __future__ import annotations

import math
import re
from fractions import Fraction
from typing import Final

from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment
from solver.topics.clauses import Said, clauses, table
from solver.topics.numbers.exact_signs import signs
from solver.topics.prepared import Prepared

MAX_NUMBER: Final = 10**9
WORDS: Final = {
    "product": Words("The product of two numbers is the product of their greatest common divisor and their least common multiple: \\[{g}\\times {m}={value}\\]", "两数之积等于它们的最大公因数与最小公倍数之积：\\[{g}\\times {m}={value}\\]"),
    "signs": Words("\\[{formula}={value}\\]", "\\[{formula}={value}\\]"),
    "other": Words("So the other number is \\[\\frac{{{product}}}{{{one}}}={value}\\] and indeed the greatest common divisor of \\({one}\\) and \\({value}\\) is \\({g}\\).", "所以另一个数是 \\[\\frac{{{product}}}{{{one}}}={value}\\] 并且 \\({one}\\) 与 \\({value}\\) 的最大公因数确实是 \\({g}\\)。"),
    "parts": Words("Write the numbers as \\({g}x\\) and \\({g}y\\), where \\(x\\) and \\(y\\) have no common divisor but 1. Then \\(xy={rest}\\).", "把两数写成 \\({g}x\\) 和 \\({g}y\\)，其中 \\(x,\\ y\\) 互质，则 \\(xy={rest}\\)。"),
    "ratio": Words("The numbers are \\({g}\\times {a}\\) and \\({g}\\times {b}\\), since \\({a}:{b}\\) is in lowest terms and \\({g}\\) is their greatest common divisor.", "两数是 \\({g}\\times {a}\\) 和 \\({g}\\times {b}\\)，因为 \\({a}:{b}\\) 是最简比，\\({g}\\) 是它们的最大公因数。"),
    "from_lcm": Words("With the ratio \\({a}:{b}\\) in lowest terms the numbers are \\({a}d\\) and \\({b}d\\), where \\(d\\) is their greatest common divisor, and the least common multiple is \\({product}d={m}\\). So \\(d={g}\\).", "比 \\({a}:{b}\\) 已是最简比，两数为 \\({a}d\\) 和 \\({b}d\\)，\\(d\\) 是最大公因数，最小公倍数是 \\({product}d={m}\\)，所以 \\(d={g}\\)。"),
    "pairs": Words("The possible pairs are {pairs}.", "可能的数对有 {pairs}。"),
    "sum": Words("Their sum is \\({a}+{b}={value}\\).", "它们的和是 \\({a}+{b}={value}\\)。"),
    "end": Words("Of the sums, \\({a}+{b}={value}\\) is the {which}.", "各数对的和中，{which}的是 \\({a}+{b}={value}\\)。"),
    "count": Words("Each pair of different numbers counts in both orders: \\({value}\\) ordered pairs.", "两数不同的数对有两种次序，所以共有 \\({value}\\) 个有序数对。"),
    "code": Words("all pairs that fit", "所有符合的数对"),
    "code_other": Words("the product of both is known", "两数之积已知"),
    "method": Words("all divisors of the least common multiple were tried", "逐一检验最小公倍数的每一个因数"),
    "sentence": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
}  # fmt: skip
_GCD: Final = r"(?:greatest common (?:divisor|factor)|highest common factor|gcd|gcf|hcf)"
_LCM: Final = r"(?:least common multiple|lowest common multiple|lcm)"
_TWO: Final = r"(?:of|for) (?:(?:the |these )?(?:two |2 )?(?:positive |whole |natural )*(?:integers|numbers)(?: <u:word> and <v:word>)?|<u2:word> and <v2:word>)"
_IS: Final = r"(?:is|equals|is equal to|are)"
_PAIRED: Final = r"(?:two |2 )?(?:positive |whole |natural )*(?:integers|numbers)?"
TABLE: Final = table({
    "gcd": (
        rf"(?:the |their )?{_GCD}(?: (?:{_TWO}))? {_IS} <g>",
        rf"(?:the )?{_PAIRED} (?:<u:word> and <v:word> )?have (?:a |the )?{_GCD} (?:of )?<g>",
        r"gcd ?\( ?<u:word> ?, ?<v:word> ?\) ?= ?<g>",
    ),
    "lcm": (
        rf"(?:the |their )?{_LCM}(?: (?:{_TWO}))? {_IS} <m>",
        rf"(?:they have |and )?(?:a |the )?{_LCM} (?:of )?<m>",
        r"lcm ?[\[\(] ?<u:word> ?, ?<v:word> ?[\]\)] ?= ?<m>",
    ),
    "gcd_of": (r"gcd ?\( ?<u:word> ?, ?<one> ?\) ?= ?<g>",),
    "lcm_of": (r"lcm ?[\[\(] ?<u:word> ?, ?<one> ?[\]\)] ?= ?<m>",),
    "ratio": (r"(?:the )?ratio of (?:<u:word> to <v:word>|(?:the )?(?:two |2 )?(?:positive )?(?:integers|numbers)) is <a>(?: ?: ?| to )<b>",),
    "one": (r"(?:given that )?(?:one|1) of (?:the|these|them)? ?(?:two |2 )?(?:integers|numbers)? ?is <one>", r"(?:one|1) (?:number|integer) is <one>"),
    "ask_other": (r"(?:then )?(?:what is|find) (?:the )?other(?: (?:one|number|integer))?", r"find <u:word>", r"what is <u:word>"),
    "ask_end": (
        r"(?:then )?(?:what is|find) the (?P<which>least|smallest|greatest|largest|minimum|maximum)(?: possible)? (?:value of )?(?:the )?(?:sum|<u:word> ?\+ ?<v:word>)(?: of (?:the )?(?:two |2 )?(?:integers|numbers))?",
    ),
    "ask_product": (r"(?:then )?(?:what is|find) (?:their product|the product of (?:the )?(?:two |2 )?(?:integers|numbers)|(?P<u>[a-z]) ?(?:·|\*)? ?(?P<v>[a-z])(?![a-z]))",),
    "ask_sum": (r"(?:then )?(?:what is|find) (?:their sum|the sum of (?:the )?(?:two |2 )?(?:integers|numbers))",),
    "ask_gcd": (rf"(?:then )?what is their {_GCD}",),
    "ask_count": (r"how many ordered pairs(?: of positive integers)?,? ?\(? ?(?:<u:word> ?, ?<v:word>)? ?\)?,?(?: of positive integers)?(?: (?:satisfy|are there|such that|for which|have|with))?",),
    "posit": (r"<u:word> and <v:word> are (?:positive )?integers",),
})  # fmt: skip
TABLE_ZH: Final = table({
    "gcd": (r"(?:已知)?(?:两个?(?:自然|正整)?数|<u:some>和<v:some>|它们|甲乙?两数)?的?最大公(?:因|约)数(?:是|为) ?<g>",),
    "lcm": (r"(?:它们)?的?最小公倍数(?:是|为) ?<m>", r"(?:已知)?(?:两个?(?:自然|正整)?数|甲乙?两数)的?最小公倍数(?:是|为) ?<m>"),
    "one": (r"其中(?:一|1)个?数?是 ?<one>", r"(?:一|1)个数是 ?<one>"),
    "ask_other": (r"(?:则|那么|求)?另(?:一|1)个数(?:是多少|是几|是)?",),
    "ask_product": (r"(?:则|那么|求)?(?:这)?(?:两|2)个?数的(?:乘积|积)(?:是多少|是)?",),
    "ask_end": (r"(?:则|那么|求)?(?:这)?(?:两|2)个?数(?:之|的)?和(?P<which>最小|最大)(?:是多少|是)?", r"(?:则|那么|求)?(?:这)?(?:两|2)个?数(?:之|的)?和的(?P<which>最小|最大)值(?:是多少|是)?"),
})  # fmt: skip


def read(text: Text) -> Reading:
    """The facts about two numbers, and one question."""
    source = text.source
    if not re.search(r"common|gcd|lcm|公(?:因|约|倍)", source):
        return None
    plain, worked_out = _in_digits(source)
    found = clauses(plain, TABLE_ZH if text.language == "zh" else TABLE)
    if isinstance(found, str):
        return None
    kinds = {said.kind: said for said in found}
    if len(kinds) != len(found):
        return None
    return _task(kinds, worked_out, text.language)


def _in_digits(source: str) -> tuple[str, list[str]]:
    """Formulas without letters as their values; the others without delimiters. Reminders of what n! means are left out."""
    worked_out = list[str]()
    source = re.sub(r"\(note that [^()]*means[^()]*\)", "", source, flags=re.IGNORECASE)
    source = re.sub(
        r"\\mathop ?\{ ?(?:\\text ?\{)?lcm\}?\}|\\operatorname\{lcm\}|\\text\{lcm\}", "lcm", source
    )

    def put(match: re.Match[str]) -> str:
        inside = match[1]
        end = inside[len(inside.rstrip(".,?")) :]
        found = (
            None
            if re.search(r"[a-zA-Z=<>]", re.sub(r"\\(?:cdot|times)", "", inside))
            else signs(inside.rstrip(".,?"))
        )
        if found is None or found.value.denominator != 1:
            return f" {inside} "
        if found.latex != str(found.value):
            worked_out.append(f"{found.latex}={found.value}")
        return f" {found.value}{end} "

    plain = re.sub(r"\$([^$]*)\$", put, source)
    plain = re.sub(r"\\gcd", "gcd", re.sub(r"\\[,!;:]|\\(?:left|right)(?![a-z])", "", plain))
    plain = re.sub(r" +(?=[.,;?)\]])", "", " ".join(plain.lower().split()))
    return re.sub(r"(?<=\) )(satisfy|have|such that|for which) (?=gcd|lcm)", r"\1, ", plain), worked_out


def _whole(said: Said | None, name: str) -> int | None:
    value = None if said is None or name not in said.values else Fraction(str(said.number(name)))
    return int(value) if value is not None and value.denominator == 1 and 0 < value <= MAX_NUMBER else None


def _task(kinds: dict[str, Said], worked_out: list[str], language: Language) -> Reading:
    asks = [k for k in kinds if k.startswith("ask_")]
    if len(asks) != 1 or not _same_letters(kinds):
        return None
    g, m, one = _whole(kinds.get("gcd"), "g"), _whole(kinds.get("lcm"), "m"), _whole(kinds.get("one"), "one")
    if "gcd_of" in kinds and "lcm_of" in kinds and not {"gcd", "lcm", "one"} & set(kinds):
        g, m, one = _whole(kinds["gcd_of"], "g"), _whole(kinds["lcm_of"], "m"), _whole(kinds["gcd_of"], "one")
        if one != _whole(kinds["lcm_of"], "one"):
            return None
    elif "gcd_of" in kinds or "lcm_of" in kinds:
        return None
    opening = [
        WORDS["signs"].say(language, formula=w.split("=")[0], value=w.split("=")[1])
        for w in dict.fromkeys(worked_out)
    ]
    if "ratio" in kinds:
        return _by_ratio(kinds["ratio"], m, g, asks[0], opening, language) if one is None else None
    if g is None or m is None or m % g:
        return None
    if asks[0] == "ask_other":
        return _other(g, m, one, opening, language) if one is not None else None
    return _several(g, m, asks[0], kinds[asks[0]], opening, language) if one is None else None


def _same_letters(kinds: dict[str, Said]) -> bool:
    """Whether letters that are named are the same two all the time, and a single one that is asked for is the unknown one."""
    unknown = {kinds[k].values["u"] for k in ("gcd_of", "lcm_of") if k in kinds}
    asked = kinds["ask_other"].values.get("u") if "ask_other" in kinds else None
    if len(unknown) > 1 or asked is not None and {asked} != unknown:
        return False
    pairs = {
        tuple(said.values[k] for k in keys)
        for said in kinds.values()
        for keys in (("u", "v"), ("u2", "v2"))
        if all(k in said.values for k in keys)
    }
    return len({frozenset(p) for p in pairs}) <= 1 and all(
        len(w) == 1 or not w.isascii() for p in pairs for w in p
    )


def _other(g: int, m: int, one: int, opening: list[str], say: Language) -> Reading:
    if (g * m) % one:
        return None
    other = g * m // one
    if math.gcd(one, other) != g:
        return None
    steps = (
        *opening,
        WORDS["product"].say(say, g=g, m=m, value=g * m),
        WORDS["other"].say(say, product=g * m, one=one, value=other, g=g),
    )
    lines = [comment(WORDS["code_other"].say(say)), f"{g}*{m}//{one}"]
    tests = (f"igcd(answer, {one}) == {g} and ilcm(answer, {one}) == {m}",)
    return Prepared(say, steps, cell(*lines), tests, WORDS["method"], WORDS["sentence"])


def _several(g: int, m: int, ask: str, said: Said, opening: list[str], say: Language) -> Reading:
    rest = m // g
    halves = [
        (x, rest // x)
        for x in range(1, math.isqrt(rest) + 1)
        if rest % x == 0 and math.gcd(x, rest // x) == 1
    ]
    pairs = [(g * x, g * y) for x, y in halves]
    source = f"pairs = [({g}*x, {g}*{rest}//x) for x in divisors({rest}) if igcd(x, {rest}//x) == 1]"
    again = f"tried = [(a, b) for a in divisors({m}) for b in divisors({m}) if igcd(a, b) == {g} and ilcm(a, b) == {m}]"
    if ask == "ask_product":
        steps = [*opening, WORDS["product"].say(say, g=g, m=m, value=g * m)]
        return Prepared(
            say,
            tuple(steps),
            cell(f"{g}*{m}"),
            (again, "{a*b for a, b in tried} == {answer}"),
            WORDS["method"],
            WORDS["sentence"],
        )
    shown = ",\\ ".join(f"({a}, {b})" for a, b in pairs)
    steps = [
        *opening,
        WORDS["parts"].say(say, g=g, rest=rest),
        WORDS["pairs"].say(say, pairs=f"\\({shown}\\)"),
    ]
    if ask == "ask_end":
        is_least = re.fullmatch("least|smallest|minimum|最小", said.values["which"]) is not None
        a, b = (min if is_least else max)(pairs, key=sum)
        steps.append(WORDS["end"].say(say, a=a, b=b, value=a + b, which=said.values["which"]))
        end = "min" if is_least else "max"
        last, test = f"{end}(a + b for a, b in pairs)", f"{end}(a + b for a, b in tried) == answer"
    elif ask == "ask_count":
        steps.append(WORDS["count"].say(say, value=sum(2 if a != b else 1 for a, b in pairs)))
        last, test = "len(pairs)", "len(tried) == answer"
    elif ask == "ask_sum" and len(pairs) == 1:
        steps.append(WORDS["sum"].say(say, a=pairs[0][0], b=pairs[0][1], value=sum(pairs[0])))
        last, test = "sum(pairs[0])", "{a + b for a, b in tried} == {answer}"
    else:
        return None
    return Prepared(
        say,
        tuple(steps),
        cell(comment(WORDS["code"].say(say)), source, last),
        (again, test),
        WORDS["method"],
        WORDS["sentence"],
    )


def _by_ratio(
    said: Said, m: int | None, g: int | None, ask: str, opening: list[str], say: Language
) -> Reading:
    a, b = _whole(said, "a"), _whole(said, "b")
    if a is None or b is None or math.gcd(a, b) != 1 or (m is None) is (g is None):
        return None
    steps = list(opening)
    if g is None:
        assert m is not None
        if m % (a * b) or ask not in ("ask_gcd", "ask_sum"):
            return None
        g = m // (a * b)
        steps.append(WORDS["from_lcm"].say(say, a=a, b=b, product=a * b, m=m, g=g))
        source = f"d = {m}//({a}*{b})"
    else:
        if ask != "ask_sum":
            return None
        steps.append(WORDS["ratio"].say(say, a=a, b=b, g=g))
        source = f"d = {g}"
    told = f"ilcm({a}*d, {b}*d) == {m}" if m is not None else f"igcd({a}*d, {b}*d) == {g}"
    if ask == "ask_gcd":
        tests = (
            f"fitting = [d for d in range(1, {m + 1 if m else 1}) if {told}]",
            f"[igcd({a}*d, {b}*d) for d in fitting] == [answer]",
        )
        return Prepared(say, tuple(steps), cell(source, "d"), tests, WORDS["method"], WORDS["sentence"])
    steps.append(WORDS["sum"].say(say, a=a * g, b=b * g, value=(a + b) * g))
    tests = (
        f"fitting = [d for d in range(1, {max(m or 0, g) + 1}) if {told}]",
        f"[{a}*d + {b}*d for d in fitting] == [answer]",
    )
    return Prepared(
        say, tuple(steps), cell(source, f"{a}*d + {b}*d"), tests, WORDS["method"], WORDS["sentence"]
    )
