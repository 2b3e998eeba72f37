"""The wording of sequence problems: other ways to say a thing become the one that `givens` reads."""

from __future__ import annotations

import re
from typing import Final

from solver.reader.numerals import chinese_value, english_value
from solver.topics.discrete.sequences.defined_sums import without_definition

_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_DIGITS: Final = "一二三四五六七八九"
_ITEM: Final = r"-?(?:\d+(?:\.\d+)?(?:/\d+)?|\\d?frac\{\d+\}\{\d+\})"
_DOTS: Final = r"(?:\.{3,}|…+|\\[lcd]?dots[bmci]?)"
_PLUS_LIST: Final = re.compile(
    rf"\$?\s*(?P<items>{_ITEM}(?:\s*[+-]\s*(?:\d+(?:\.\d+)?(?:/\d+)?|\\d?frac\{{\d+\}}\{{\d+\}})){{2,}})\s*[+-]\s*{_DOTS}\s*(?P<last>[+-]?\s*\d)?\s*\$?"
)
_REAL_TERMS: Final = re.compile(
    r"(?i)[,;(]?\s*(?:且|其中|where\s+|with\s+|and\s+)?(?:\$\s*)?[a-z]_\{?n\}?\s*(?:\\in(?![a-z])|∈)\s*(?:\\math(?:bf|bb|rm)\s*)?\{?\s*[Rℝ]\s*\}?(?:\s*\$)?\)?"
    r"|[,;]?\s*(?:且)?(?:它的|其)?(?:各项|每一?项)(?:均|都)?(?:为|是)实数|[,;]?\s*(?:and\s+)?(?:with|of|has|having|whose)?\s*(?:all\s+(?:of\s+)?(?:its\s+|the\s+)?)?(?:real\s+terms|terms\s+(?:are\s+)?(?:all\s+)?real(?:\s+numbers)?)"
)
"""Only real sequences are looked for anyway."""
INFINITE: Final = r" $\\vartheta_{oo}$ "  # doubled, since it stands in replacements


def progressions(text: str) -> str:
    """AP and GP written out."""
    text = re.sub(r"\bA\.\s?P\.?(?![A-Za-z])|\bAP\b", "arithmetic progression", text)
    return re.sub(r"\bG\.\s?P\.?(?![A-Za-z])|\bGP\b", "geometric progression", text)


def reworded(text: str) -> str:
    """The whole text in the words that are read."""
    text = without_definition(text)
    number = r"\$?\s*(-?[\d./]+|\\d?frac\{\d+\}\{\d+\})\s*\$?"
    text = re.sub(
        rf"以?{number}为首项\s*[,、]?\s*(?:且)?(?:以)?{number}为(公差|公比)", r"首项为\1,\3为\2", text
    )
    text = re.sub(rf"以{number}为(首项|公差|公比)", r"\2为\1", text)
    text = re.sub(  # {a_n}是公差为3的等差数列: the name is not the difference
        r"(\\?\{\s*[a-z]_\{?n\}?\s*\\?\}\s*\$?)\s*(?:是|为)\s*(?:一个|各项)?(?=\s*(?:公差|公比|首项|递增|递减|单调|均|都|正))",
        r"\1 , ",
        text,
    )
    text = _REAL_TERMS.sub("", text)
    text = _told_shortly(text)
    text = re.sub(r"每一?项(?:都|均)?(?:是|为)正(?:实数|数)?", "各项为正数", text)
    if re.search(r"(?i)\bgeometric\b|\bGP\b|G\.\s?P\.", text):
        text = re.sub(
            r"(?i)(?<!common )\b(the|its|and|with|a)\s+ratio\b(?!\s+(?:of\s+(?:the|a|any|each)|between))",
            r"\1 common ratio",
            text,
        )
    text = _related_terms(_elliptic(progressions(text)))
    text = _counted(_without_range(_numerals(text)))
    text = (
        re.sub(r"(?i)\b(first\s+term)\s+(?:of\s+)?\$?a\s*=\s*(?=-?[\d\\])", r"\1 is $", text)
        if "$a" in text
        else text
    )
    text = re.sub(r"(?i)\b(first\s+term)\s+a\s*=\s*(?=-?\d)", r"\1 is ", text)
    text = re.sub(
        r"(?i)\b(has|have|having|with)\s+an?\s+(?=common|first|second|third|fourth|fifth)", r"\1 ", text
    )
    text = _named(_partial_sums(_first_and_total(_next_terms(text))))
    text = _series(text)
    return _started(text)


def _told_shortly(text: str) -> str:
    """What a text leaves out the second time, as it stands the first: `the first 6 is 63`; sums as quotients and as S(3)."""
    text = re.sub(r"(?<![A-Za-z\\])([aS])\(\s*(\d{1,3}|n)\s*\)", r"\1_{\2}", text)
    total = r"S_\{?\w+\}?"
    text = re.sub(  # S_3:S_6 = 1:3, and the quotient that is asked for
        rf"({total})\s*(\$?)\s*:\s*(\$?)\s*({total})(\s*(?:=|是|为|等于)\s*\$?\s*\d+)\s*:\s*(\d+)",
        lambda m: f"{m[1]}/{m[4]}{m[5]}/{m[6]}" if bool(m[2]) == bool(m[3]) else m[0],
        text,
    )
    text = re.sub(rf"({total})\s*(?:\$\s*:\s*\$|:)\s*({total})", r"\1/\2", text)
    text = re.sub(
        rf"(?i)\b(?:the\s+)?(?:ratio|quotient)\s+(?:of\s+)?\$?({total})\$?\s+(?:to|and|over)\s+\$?({total})\$?",
        r" $\1/\2$ ",
        text,
    )
    text = re.sub(
        r"(?i)\b(?:and|with|has|having|of)?\s*(?:a\s+)?positive\s+common\s+ratio\b|\bcommon\s+ratio\s+(?:is\s+)?positive\b|公比(?:为|是)正(?:实)?数?|(?<!各)(?<!项)正公比的?|公比(?:大于|>)\s*0",
        r" , $\\psi > 0$ , ",
        text,
    )
    text = re.sub(
        r"(?i)\b(be|is)\s+(geometric|arithmetic)(?=\s+(?:with|and|such)\b|\s*[,.;])",
        lambda m: f"{m[1]} a{'n' if m[2][0] in 'aA' else ''} {m[2]} sequence",
        text,
    )
    text = re.sub(
        r"(?i)\b(?:the\s+)?sum\s+of\s+(?:the\s+)?terms\s+(?:from\s+|number\s+)?(\d+)\s+(?:to|through)\s+(\d+)\b|第\s*(\d+)\s*项?(?:到|至)第?\s*(\d+)\s*项(?:的|之)?和",
        lambda m: (
            f" $S_{{{m[2] or m[4]}}}-S_{{{int(m[1] or m[3]) - 1}}}$ " if int(m[1] or m[3]) > 1 else m[0]
        ),
        text,
    )
    names = rf"\d+|n|{'|'.join(_SMALL)}|{'|'.join(_TENS)}|hundred|thousand"
    if re.search(rf"(?i)\bfirst\s+\$?(?:{names})\$?\s+terms\b", text):
        text = re.sub(r"(?i)\b(first)\s+(?:a\s+|one\s+)?hundred\b", r"\1 100", text)
        text = re.sub(
            rf"(?i)\b(first\s+\$?(?:{names})\$?)(?=\s*(?:[,.;:?]|$|(?:is|are|was|equals?|sum|add|adds|total|have|has|to|and)\b))",
            r"\1 terms",
            text,
        )
        text = re.sub(
            r"(?i)\b(?:that|the\s+one)\s+(?=of\s+(?:the|its)\s+first\s+\$?\w+\$?\s+terms\b)", "the sum ", text
        )
        # the kind stands with the first of the sums, which lose their words
        text = re.sub(
            rf"(?i)(?<!of )(?<!of the )\b((?:the\s+)?first\s+\$?(?:{names})\$?\s+terms)\s+(?:of|in)\s+((?:an?|the|this)\s+(?:real\s+|positive\s+|infinite\s+)?(?:geometric|arithmetic)\s+(?:sequence|progression|series))\s+(?={_ADDS}\s)",
            r"in \2 , \1 ",
            text,
        )
    return text


def _elliptic(text: str) -> str:
    """`the 4th term is 24 and the 7th is 192` with the word again; a term that is a multiple of another as an equation."""
    ordinal = r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
    if re.search(rf"(?i)\b{ordinal}\s+term\b", text):
        text = re.sub(rf"(?i)\b(the\s+{ordinal})\s+(?:one\s+)?(?=(?:is|equals)\b)", r"\1 term ", text)
    order = {
        w: i
        for i, w in enumerate(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
        )
    }
    times = {
        "twice": 2,
        "double": 2,
        "three times": 3,
        "four times": 4,
        "five times": 5,
        "half": "1/2",
        "half of": "1/2",
    }

    def index(word: str) -> int:
        return order.get(word.lower()) or int(re.sub(r"\D", "", word))

    return re.sub(
        rf"(?i)(?:the\s+)?({ordinal})\s+term(?:\s+(?:of|in)\s+(an?\s+(?:\w+\s+){{1,2}}(?:sequence|progression|series)))?\s+(?:is|equals)\s+({'|'.join(sorted(times, key=lambda word: (-len(word), word)))})\s+(?:the\s+)?({ordinal})(?:\s+term)?",
        lambda m: f" {m[2] or ''} , $a_{{{index(m[1])}}} = {times[m[3].lower()]}a_{{{index(m[4])}}}$ ",
        text,
    )


def _related_terms(text: str) -> str:
    """Terms of the sequence that are in progression among themselves as an equation: a_1,a_2,a_4成等比数列.

    Also: a difference that is not zero, as an inequality.
    """
    item = r"\$?\s*((?:\d+\s*)?[a-zS]_\{?\d+\}?(?:\s*[+-]\s*(?:\d+\s*)?(?:[a-zS]_\{?\d+\}?|\d+))?)\s*\$?"
    between = r"\s*(?:,\s*and|,|、|and|和)\s*"
    kind = r"(?P<kind>等差|等比|geometric|arithmetic)"
    said = (
        rf"(?:依次)?(?:成|构成|是|为){kind}(?:数列)?(?:的(?:连续|前)三项)?"
        rf"|(?i:\s*(?:are|form|forms|is|be|are\s+three)\s+(?:in\s+|an?\s+|(?:the\s+)?(?:three\s+)?(?:consecutive|first\s+three)\s+terms\s+(?:of|in)\s+(?:an?\s+|another\s+)?){kind.replace('P<kind>', 'P<sort>')}\s+(?:sequence|progression))"
    )

    def equation(match: re.Match[str]) -> str:
        a, b, c = match[1], match[2], match[3]
        if (match["kind"] or match["sort"]).lower() in ("等差", "arithmetic"):
            return f" , $2*({b})=({a})+({c})$ , "
        return f" , $({b})^2=({a})*({c})$ , ${b} \\neq 0$ , "

    text = re.sub(rf"{item}{between}{item}{between}{item}\s*(?:{said})", equation, text)
    text = re.sub(
        r"公差\s*\$?\s*d?\s*\$?\s*(?:不为|不等于|不是)\s*\$?\s*(?:0|零)\s*\$?的?|公差\s*\$?\s*d\s*(?:!=|\\neq?)\s*0\s*\$?的?|非零公差的?",
        r" , $d \\neq 0$ , ",
        text,
    )
    return re.sub(
        r"(?i)(?:\b(?:with|has|having|whose)\s+)?(?:\ba\s+)?\b(?:nonzero|non-zero)\s+common\s+difference(?:\s+\$?d\$?(?![a-z]))?|\bcommon\s+difference\s+(?:\$?d\$?\s+)?(?:is\s+not|is\s+different\s+from|!=|≠|\\neq?)\s+(?:0|zero|equal\s+to\s+(?:0|zero))|(?:\bwith\s+)?\bcommon\s+difference\s+\$?d\s*(?:!=|\\neq?)\s*0\$?",
        r" , $d \\neq 0$ , ",
        text,
    )


def _without_range(text: str) -> str:
    """`(n∈N*)`, `for n ≥ 1` say nothing about a sequence that is not known already."""
    numbers = r"(?:\\mathbb\s*\{?\s*[NZ]\s*\}?|\\mathbf\s*\{?\s*[NZ]\s*\}?|[NZℕ])\s*(?:\^?\s*\{?\s*(?:\*|\+|\\ast)\s*\}?|_\s*\{?\s*\+\s*\}?)?"
    text = re.sub(rf"[(,]?\s*\$?\s*n\s*(?:∈|\\in(?![a-z]))\s*{numbers}\s*\$?\s*\)?", " ", text)
    text = re.sub(r"\(\s*\$?\s*n\s*(?:>=|\\geq?|>|\\geqslant)\s*[0-2]\s*\$?\s*\)", " ", text)
    return re.sub(
        r"(?i),?\s*\bfor\s+(?:all\s+|every\s+|each\s+|any\s+)?(?:positive\s+integers?\s+|integers?\s+|natural\s+numbers?\s+)?\$?n\$?(?:\s*(?:>=|\\geq?|>)\s*\$?[0-2]\$?)?(?=\s*[,.;?]|\s+find|\s*$)",
        " ",
        text,
    )


def _counted(text: str) -> str:
    """Sequences of a given length: their last term and their sum; and how many terms give a sum."""
    text = re.sub(
        r"(?i)(\blast\s+term\s+(?:is\s+)?\$?-?[\d/]+\$?)\s*,?\s+and\s+(?=\$?\d+\$?\s+terms\b)",
        r"\1 , has ",
        text,
    )
    match = re.search(
        r"(?i)\b(?:with|has|having|contains|consists\s+of)\s+\$?(\d+)\$?\s+terms\b|(?:共有?|有)\s*\$?(\d+)\$?\s*项",
        text,
    )
    if match:
        count = match[1] or match[2]
        rest = text[: match.start()] + " " + text[match.end() :]
        changed = re.sub(r"(?i)\b(?:last|final)\s+term\b", f"{count}th term", rest)
        changed = re.sub(r"末项|最后一项", f"第{count}项", changed)
        changed = re.sub(
            r"(?i)\b(?:its|the)\s+sum\b(?!\s+(?:of|to))|\b(?:the\s+)?sum\s+of\s+(?:all\s+)?(?:the|its)\s+terms\b(?!\s+of\s+the\s+first)",
            f"the sum of the first {count} terms",
            changed,
        )
        changed = re.sub(
            r"(?:各项|所有项|全部项)(?:的|之)?和|(?:它|数列|其)的?(?:总和|和)(?=[是为等,。?=]|$)",
            f"前{count}项和",
            changed,
        )
        text = changed if changed != rest else text
    text = re.sub(
        r"前\s*(?:多少|几)\s*项(?:的|之)?和(?:是|为|等于)\s*(\$?-?[\d./]+\$?)", r"前n项和为\1,求 $n$ ", text
    )
    return re.sub(
        r"(?i)\bhow\s+many\s+terms\s+((?:of|in)\s+.*?)\s*(?:are\s+needed|are\s+required|must\s+be\s+(?:added|taken|summed)|should\s+be\s+(?:added|taken)|add\s+up|are\s+there|will)\s*(?:together\s+)?(?:to\s+)?(?:give|get|make|obtain|have|reach|produce|yield)?\s*(?:if\s+)?(?:a|the|its|their)?\s*(?:sum|total)\s*(?:of|to\s+be|equal\s+to|is)\s*(\$?[\d./]+\$?)",
        r"\1 , the sum of the first $n$ terms is \2 . Find $n$ ",
        text,
    )


def _numerals(text: str) -> str:
    """第十五项 → 第15项, 前十二项 → 前12项; fifteenth, twentieth … as digits."""

    def chinese(match: re.Match[str]) -> str:
        tens, units = match[2], match[3]
        value = 10 * (_DIGITS.index(tens) + 1 if tens else 1) + (_DIGITS.index(units) + 1 if units else 0)
        return f"{match[1]}{value}项"

    text = re.sub(rf"([第前])([{_DIGITS}])?十([{_DIGITS}])?项", chinese, text)
    teens = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    numbers = {word: 13 + k for k, word in enumerate(teens)} | {w: 10 * k for k, w in enumerate(_TENS, 2)}
    for word, value in numbers.items():
        ordinal = word[:-1] + "ieth" if word.endswith("y") else word + "th"
        text = re.sub(rf"(?i)\b{ordinal}\s+term\b", f"{value}th term", text)
        text = re.sub(rf"(?i)\b{word}\s+terms\b", f"{value} terms", text)
    return text


def _partial_sums(text: str) -> str:
    """`partial sums T_3 = 7` names T; `partial sums` alone says nothing more than S_n does."""
    text = re.sub(
        r"(?i)\bpartial\s+sums?\s+(\$?)([A-Z])_(?!\{?n)", r"sum of the first n terms $\2_n$ where \1\2_", text
    )
    return re.sub(r"(?i)\b(?:n-?th\s+)?partial\s+sums?\b", "sum of the first n terms", text)


def _named(text: str) -> str:
    """`Let {b_n} be a geometric sequence`, `T_n denotes the sum of …` with the name behind what it names."""
    kind = r"(?:\w+\s+)?(?:geometric|arithmetic)\s+(?:sequence|progression|series)"
    name = r"\$?\s*\\?\{?\s*[a-z]_\{?n\}?\s*\\?\}?\s*\$?"
    text = re.sub(
        rf"(?i)\b(?:let|suppose)\s+({name})\s+(?:be|is|denote)\s+an?\s+({kind})", r"In the \2 \1 ", text
    )
    total = r"(?:the\s+)?sum\s+of\s+(?:the\s+|its\s+)?first\s+\$?n\$?\s+terms"
    letter = r"\$?([A-Z])_\{?n\}?\$?"
    text = re.sub(
        rf"(?i)(?:\blet\s+)?(?<![A-Za-z$]){letter}\s+(?:is|be|denotes?|represents?)\s+{total}",
        r"sum of the first n terms $\1_n$ ",
        text,
    )
    return re.sub(
        rf"(?i){total}\s+of\s+(?:the|an?)\s+({kind})\s+({name})\s+(?:is|be)\s+(?:denoted\s+(?:by\s+)?)?{letter}",
        r"sum of the first n terms $\3_n$ of the \1 \2 ",
        text,
    )


_SMALL: Final = "one two three four five six seven eight nine ten eleven twelve".split()
_COUNT: Final = rf"\$?(\d+|{'|'.join(_SMALL[1:])}|[一二三四五六七八九十])\$?"
_TOTAL: Final = r"\$?(-?\d+(?:\.\d+)?(?:/\d+)?)\$?"
_ADDS: Final = r"(?:add\s+up\s+to|adds?\s+to|sum\s+to|total|have\s+(?:a\s+)?(?:sum|total)\s+of|is|equals)"
_FIRST_AND_NEXT: Final = re.compile(
    rf"(?i)(?:the\s+)?(?:sum\s+of\s+(?:the\s+|its\s+)?)?\bfirst\s+{_COUNT}(?:\s+terms)?(?P<kind>\s+of\s+an?\s+(?:\w+\s+){{1,2}}(?:sequence|progression|series))?\s+{_ADDS}\s+{_TOTAL}\s*,?\s*(?:and|while)?\s*(?:the\s+)?(?:sum\s+of\s+the\s+)?next\s+{_COUNT}(?:\s+terms)?\s+{_ADDS}\s+{_TOTAL}"
    rf"|前\s*{_COUNT}\s*项的?(?:之)?和(?:是|为|等于)\s*{_TOTAL}\s*[,，]?\s*(?:而|且)?(?:接下来|接着|后面|其后|紧接着)的?\s*{_COUNT}\s*项的?(?:之)?和(?:是|为|等于)\s*{_TOTAL}"
)


def _number(word: str) -> int:
    """A small count in digits or in words."""
    if word.isdigit():
        return int(word)
    return (english_value(word.lower()) if word.isascii() else chinese_value(word)) or 0


def _next_terms(text: str) -> str:
    """`the first five terms add up to 40 and the next five to 115` as two sums from the beginning; `the first ten add up to` with the word."""

    def sums(match: re.Match[str]) -> str:
        n, first, m, then = (g for g in match.groups() if g and g != match["kind"])
        return f" {(match['kind'] or '').replace(' of ', ' in ', 1)} , $S_{{{_number(n)}}} = {first}$ , $S_{{{_number(n) + _number(m)}}} = {first} + {then}$ "

    text = _FIRST_AND_NEXT.sub(sums, text)
    return re.sub(
        rf"(?i)\b(first\s+{_COUNT})\s+(?=(?:add\s+up|adds?|sum|total)\b)", lambda m: f"{m[1]} terms ", text
    )


def _first_and_total(text: str) -> str:
    """`starts at 5`, `its first 3 terms add up to 7` in the words for a first term and for a sum."""
    number = r"(\$?-?(?:\d+(?:\.\d+)?(?:/\d+)?|\\d?frac\{\d+\}\{\d+\})\$?)"
    text = re.sub(
        rf"(?i)\b(?:starts?|starting|begins?|beginning)\s+(?:at|with|from)\s+{number}(?!\s*[,\d]\s*\$?-?\d)(?!\$?\s*terms)",
        r"has first term \1",
        text,
    )
    text = re.sub(r"(?:公比|公差)\s*\$?[a-z]?\$?\s*(?:均?为|都?是)\s*(?:非零)?(?:实数|常数)\s*,?", "", text)
    text = re.sub(
        r"(?i),?\s*(?:and\s+|with\s+)?(?:the\s+|a\s+)?common\s+(?:ratio|difference)\s+\$?[a-z]?\$?\s*(?:is|being)\s+(?:a\s+)?real(?:\s+number)?",
        "",
        text,
    )
    count = r"(\$?(?:\d+|n|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\$?)"
    text = re.sub(
        rf"(?i)\bwhat\s+(?:do|does|is\s+the\s+total\s+that)\s+(?:the|its)\s+first\s+{count}\s+terms\s+(?:add\s+up|sum|total|add)(?:\s+to)?",
        r" find the sum of its first \1 terms",
        text,
    )
    total = r"(?:adding\s+up\s+to|that\s+add\s+up\s+to|add\s+up\s+to|adding\s+to|add\s+to|summing\s+to|sum\s+to|totall?ing|total|have\s+(?:a\s+)?(?:sum|total)\s+of|with\s+(?:a\s+)?(?:sum|total)\s+of)"
    return re.sub(
        rf"(?i)(?:\b(?:has|have|with|having|the|its)\s+)*\bfirst\s+{count}\s+terms\s+(?:of\s+(?:the|an?|this)\s+(?:\w+\s+){{0,2}}(?:sequence|series|progression)\s+)?{total}\s+(?=\$?-?[\d\\])",
        r" , the sum of its first \1 terms is ",
        text,
    )


def _series(text: str) -> str:
    """`12 + 8 + 16/3 + …` is the list of terms; its sum is the sum to infinity."""
    match = _PLUS_LIST.search(text)
    if match and not match["last"] and (len(re.findall(_PLUS_LIST, text)) == 1):
        items = re.sub(r"\s*([+-])\s*", lambda m: ", " if m[1] == "+" else ", -", match["items"].lstrip("-"))
        items = ("-" if match["items"].startswith("-") else "") + items
        text = f"{text[: match.start()]} {items}, ... {text[match.end() :]}"
        text = re.sub(
            r"(?i)\bsum\s+of\s+the\s+(geometric\s+)?series(?=\s*:?\s*-?[\d\\])",
            rf"{INFINITE} of the \1series",
            text,
        )
    infinite = r"(?:infinite|unending|convergent\s+infinite)"
    zh_infinite = re.search(r"无穷|无限", text)
    if re.search(rf"(?i)\b{infinite}\b", text):
        text = re.sub(
            rf"(?i)\b(?:evaluate|calculate|compute)\s+(?:the|this)\s+(?={infinite}\s+(?:geometric\s+)?(?:series|sum)\b)",
            "Find the sum of the ",
            text,
        )
        text = re.sub(
            rf"(?i)\bsum\s+of\s+(?:the|an|this)\s+(?:following\s+)?{infinite}\s+(geometric\s+)?(series|sequence|progression)",
            rf"{INFINITE} of the \1\2",
            text,
        )
        text = re.sub(r"(?i)\b(its|the)\s+sum\b(?!\s+(?:of|to))", INFINITE, text)
        text = re.sub(rf"(?i)\b{infinite}\s+(?=geometric)", "", text)
    if zh_infinite:
        text = re.sub(r"的?(?:各项|所有项|所有各项)(?:的|之)?和", "的" + INFINITE, text)
        text = re.sub(r"(?<=[\s.…$])的和(?!为|是)", "的" + INFINITE, text)
        text = re.sub(r"(?:无穷|无限)(?:递缩|递减)?(?=等比)", "", text)
        text = text.replace("等比级数", "等比数列")
    return text


def _started(text: str) -> str:
    """`The first three terms of … are 5, 9, 13`, `begins 5, 10, 20` → the list with dots."""
    between = r"(?:\s*\$?\s*(?:,\s*and|,|、|and|和)\s*\$?\s*)"
    items = rf"\$?\s*(?P<items>{_ITEM}(?:{between}{_ITEM}){{2,4}})\s*\$?(?!\s*[,+]?\s*{_DOTS})(?![\w^*/+])"
    start = r"\b(?:begins?|starts?|starting|beginning)(?:\s+with)?\s*:?\s*"
    first = r"\b(?:the\s+|its\s+)?first\s+(?:three|four|five|3|4|5)\s+terms\s*(?P<of>(?:of\s+[^,.;\d]*?)?)\s*(?:are|is|being|be|:)\s*"
    zh = r"的?前(?:三|四|五|3|4|5)项(?:分别|依次)?(?:为|是|:)\s*"

    def listed(match: re.Match[str]) -> str:
        members = re.split(between, match["items"])
        return f" {match.groupdict().get('of') or ''} {', '.join(m.strip(' $') for m in members)}, ... "

    for opening in (start, first, zh):
        text = re.sub(rf"(?i){opening}{items}", listed, text)
    return text
