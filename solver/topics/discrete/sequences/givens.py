"""Read what a problem says about one arithmetic or geometric sequence, in words and formulas; nothing is solved here.

Words such as "the 8th term" or 前5项和 become formulas first, so that `the 8th term is 24` is the equation a_8 = 24.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise
from typing import Final

from solver.formula import FormulaError, Node, parse_list, to_sympy
from solver.formula.nodes import Binary, Blank, Call, Group, Negative, Number, Relation, Symbol, symbols
from solver.ports import Language
from solver.reader import Account, account
from solver.topics.discrete.sequences.rewriting import reworded

VOCABULARY: Final = {
    "arithmetic": "arithmetic|arithmetic sequence|arithmetic progression|arithmetic series|等差数列|等差",
    "geometric": "geometric|geometric sequence|geometric progression|geometric series|等比数列|等比",
    "sequence": "sequence|progression|series|数列|sequences|项",
    "positive": "positive terms|only positive terms|positive terms only|only positive numbers|only positive|terms are positive|all terms positive|all terms are positive|terms are all positive|terms all positive|positive"
    "|positive numbers|terms being positive|positive real terms|positive real numbers|whose terms are positive|whose terms are all positive|term is positive|各项均为正数|各项都为正数|各项都是正数|各项均是正数|各项为正数|各项为正|各项均为正|正项|均为正数|各项全为正数|各项都为正|各项都是正|全为正数|都是正数|都为正数",
    "increasing": "increasing|递增|单调递增|递增的",
    "decreasing": "decreasing|递减|单调递减|递减的",
    "index": "position|its position|which term|how many terms|number of terms|第几项|多少项|几项|项数|共有多少项|有多少项|共有几项",
    "terms": "fibonacci|斐波那契|real|某|里|各项均为实数|各项都是实数|各项为实数|均为实数|实数|公比为实数|terms?|satisfies|satisfy|satisfying|given by|defined by|defined recursively by|recursively|recurrence|relation|in which|if its|form|following|every|list of numbers|pattern|递推公式|递推|关系|公式|满足|定义为|通项|项|whose|starts|begins|begin|start|has|having|formula|written|sum|named|称|首|有|共|它的|其|记作",
}
ORDINALS: Final = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
NUMERALS: Final = "one two three four five six seven eight nine ten eleven twelve".split()
CHINESE: Final = "一二三四五六七八九十"
TERM, SUM, DIFFERENCE, RATIO = (
    "varphi",
    "vartheta",
    "chi",
    "psi",
)  # stand for names that the words do not give
_ITEM: Final = r"-?(?:\d+(?:\.\d+)?(?:/\d+)?|\\d?frac\{\d+\}\{\d+\})"
_LISTING: Final = re.compile(
    # one class for what stands between: two repetitions side by side would try every way to share the spaces
    rf"\$?\s*(?P<items>{_ITEM}(?:[\s$]*+[,、][\s$]*+{_ITEM}){{2,}})[\s$]*[,、]?[\s$]*(?:\.{{3,}}|…+|\\[lc]?dots)\s*\$?"
)


@dataclass(frozen=True, slots=True)
class Givens:
    """What is said: equations, conditions (inequalities), what is asked; names as the problem writes them."""

    kind: str
    equations: tuple[Relation, ...]
    conditions: tuple[Relation, ...]
    asked: tuple[Node, ...]
    flags: frozenset[str]
    letter: str = "a"
    sum_letter: str = "S"
    difference: str = "d"
    ratio: str = "q"
    listing: tuple[Node, ...] = field(default=())

    def meaning(self, name: str) -> tuple[str, str] | None:
        """`a_3` → ("term", "3"), `S_n` → ("sum", "n"), `d` and `q` → ("step", ""), `n` → ("count", ""); else None."""
        head, _, index = name.partition("_")
        if index and (
            index.isdigit() and index != "0" or index == "n" or index == "oo" and head == self.sum_letter
        ):
            return (
                ("term", index)
                if head == self.letter
                else ("sum", index)
                if head == self.sum_letter
                else None
            )
        if name == (self.difference if self.kind == "arithmetic" else self.ratio):
            return "step", ""
        return ("count", "") if name == "n" else None

    def step_name(self) -> str:
        """The common difference or ratio as the problem calls it."""
        return self.difference if self.kind == "arithmetic" else self.ratio


def rewritten(text: str) -> tuple[str, tuple[Node, ...]]:
    """The text with formulas for phrases, and the members of a sequence that is listed."""
    text = text.replace(r"\(", "$").replace(r"\)", "$")
    text = reworded(text)
    text = re.sub(  # 求前n项和S_n asks for S_n alone
        r"(求出?(?:数列|该|此|这个|它|其|\\?\{\s*[a-z]_\{?n\}?\s*\\?\}|[的$\s])*)前\s*\$?\s*n\s*\$?\s*项(?:的|之)?和(?=\s*\$?\s*[ST]_\{?n)",
        r"求 ",
        text,
    )
    listing: tuple[Node, ...] = ()
    if match := _LISTING.search(text):
        try:
            listing = parse_list(re.sub(r"[$]", "", match["items"]).replace("、", ",").replace(",", ", "))
        except FormulaError:
            return text, ()
        text = f"{text[: match.start()]} {text[match.end() :].lstrip(' ,.')}"

    plain = r"\d{1,3}|n" if re.search(r"[\u3400-\u9fff]", text) else r"\d{1,3}"
    text = re.sub(rf"(?<![A-Za-z\\_])([a-cST])({plain})(?![A-Za-z\d])", r"\1_{\2}", text)

    def index(word: str) -> str:
        word = word.lower().strip("$ ").replace("两", "二")
        for table in (ORDINALS, NUMERALS, list(CHINESE)):
            if word in table:
                return str(table.index(word) + 1)
        return word

    text = re.sub(r"(?i)\b(?:denotes?|represents?|stands?\s+for)\b", "is", text)
    text = re.sub(r"(?i)\s+(?:of|with)\s+real\s+(?:numbers|terms)\b", "", text)
    count = rf"\$?\s*(\d+|n|{'|'.join(NUMERALS)})\s*\$?"
    text = re.sub(  # "the sum S_5 of its first five terms"
        rf"(?i)\bsum\s+(\$?S_\{{?\w+\}}?\$?)\s+of\s+(?:the|its)\s+first\s+{count}\s+terms\b", r"\1", text
    )
    text = re.sub(
        rf"(?i)\b(?:sum|total)\s+(?:of|to)\s+(?:(?:the|its)\s+)?(?:first\s+)?{count}\s+terms\b",
        lambda m: _formula(SUM, index(m[1])),
        text,
    )
    text = re.sub(
        r"(?i)\bsum\s+to\s+infinity\b|\binfinite\s+sum\b|\bsum\s+of\s+the\s+infinite\s+series\b|无穷项(?:的|之)?和",
        lambda _: _formula(SUM, "oo"),
        text,
    )
    text = re.sub(rf"(?i)\b({'|'.join(ORDINALS)})\s+term\b", lambda m: _formula(TERM, index(m[1])), text)
    text = re.sub(
        r"(?i)(?<![A-Za-z\d_])\$?\s*(\d+|n)\s*\$?\s*(?:-|\^)?\s*\{?(?:\\text\{|\\mathrm\{)?(?:st|nd|rd|th)\}*\s*\$?\s*term\b",
        lambda m: _formula(TERM, m[1]),
        text,
    )
    text = re.sub(
        r"(?i)\b(?:general|explicit|nth)\s+(?:term\s+)?formula\b|\bgeneral\s+term\b|数列的通项公式|通项公式|通项",
        lambda _: _formula(TERM, "n"),
        text,
    )
    text = re.sub(r"(?i)\bcommon\s+difference\b|公差", rf" $\\{DIFFERENCE}$ ", text)
    text = re.sub(r"(?i)\bcommon\s+ratio\b|公比", rf" $\\{RATIO}$ ", text)
    number = rf"\$?\s*(\d+|n|[{CHINESE}两])\s*\$?"
    text = re.sub(rf"前\s*{number}\s*项\s*(?:的|之)?\s*总?和", lambda m: _formula(SUM, index(m[1])), text)
    text = re.sub(rf"第\s*{number}\s*项|首项()", lambda m: _formula(TERM, index(m[1] or "1")), text)
    return _combined_terms(text), listing


def _combined_terms(text: str) -> str:
    """`the sum of the 4th term and the 10th term`, 第4项与第10项的和 as one formula."""
    term = rf"(?:the\s+)?\$(\\{TERM}_\{{\w+\}})\$"
    signs = {"sum": "+", "product": "*", "difference": "-", "和": "+", "积": "*", "乘积": "*", "差": "-"}
    text = re.sub(
        rf"(?i)\b(?:the\s+)?(sum|product|difference)\s+(?:of|between)\s+{term}\s+and\s+{term}",
        lambda m: f" ${m[2]}{signs[m[1].lower()]}{m[3]}$ ",
        text,
    )
    return re.sub(
        rf"{term}\s*(?:与|和|、|,)\s*{term}\s*(?:的|之)(和|积|乘积|差)",
        lambda m: f" ${m[1]}{signs[m[3]]}{m[2]}$ ",
        text,
    )


def _formula(name: str, index: str) -> str:
    return rf" $\{name}_{{{index}}}$ "


def givens(text: str, language: Language) -> tuple[Givens | None, Account]:
    """What the problem says, or None when it is not about one sequence; with the account of its words."""
    source, listing = rewritten(text)
    found = account(source, VOCABULARY)
    kinds = [k for k in ("arithmetic", "geometric") if found.has(k)]
    if len(kinds) > 1 or found.unread:
        return None, found
    pattern = "" if kinds else _kind_of(listing)
    names = Givens(
        kinds[0] if kinds else pattern,
        (),
        (),
        (),
        frozenset(),
        ratio="r" if language == "en" else "q",
        listing=listing,
    )
    collected = _collect(found, names)
    if collected is not None and pattern:
        collected = replace(collected, flags=collected.flags | {"pattern"})
    return collected, found


def _kind_of(listing: tuple[Node, ...]) -> str:
    """The kind of a sequence that is only listed, where three or more terms leave no doubt."""
    if len(listing) < 3 or any(symbols(t) for t in listing):
        return ""
    terms = [to_sympy(t) for t in listing]
    same = len({b - a for a, b in pairwise(terms)}) == 1
    scaled = 0 not in terms and len({b / a for a, b in pairwise(terms)}) == 1
    return "arithmetic" if same and not scaled else "geometric" if scaled and not same else ""


def _collect(found: Account, names: Givens) -> Givens | None:
    """Sorts the formulas into equations, conditions and questions; None when one has no place."""
    entries: list[tuple[Node, bool]] = []  # the formula, and whether it stands behind the word for asking
    order = [
        c
        for c in found.concepts
        if c.startswith("#") or c in ("is", "ask", "sequence", "arithmetic", "geometric")
    ]
    asking, after_kind, said_is = False, False, False
    for concept in order:
        if not concept.startswith("#"):
            said_is = concept == "is"
            asking |= concept == "ask"
            after_kind = concept in ("sequence", "arithmetic", "geometric")
            continue
        node = found.formulas[int(concept[1:])].node
        if renamed := _naming(node, entries[-1][0] if entries else None, names, after_kind=after_kind):
            names, drop = renamed
            if drop:
                entries.pop()
            if isinstance(node, Relation):
                entries.append((node, asking))
        elif (
            symbols(node) == {"n"}
            and entries
            and entries[-1][0] in (Symbol(f"{TERM}_n"), Symbol(f"{SUM}_n"))
            or _is_value(node)
            and entries
            and (isinstance(entries[-1][0], Symbol) or said_is and isinstance(entries[-1][0], Binary))
        ):
            entries[-1] = (Relation(("=",), (entries[-1][0], node)), entries[-1][1])
        else:
            entries.append((node, asking))
        after_kind, said_is = False, False
    names = _default_names(names, [n for n, _ in entries])
    return _sorted([(_renamed(n, names), a) for n, a in entries], names, found)


def _is_value(node: Node) -> bool:
    return not symbols(node) and not isinstance(node, Relation | Group | Blank)


def _naming(
    node: Node, before: Node | None, names: Givens, *, after_kind: bool
) -> tuple[Givens, bool] | None:
    """New names where a formula only names something; the flag says that the entry before is only its name."""
    match node:
        case Group("{}", (Symbol(name),)) if name.endswith("_n") and name.count("_") == 1:
            return replace(names, letter=name[:-2]), False
        case Symbol(name) if (
            after_kind
            and name.endswith("_n")
            and not name.startswith((TERM, SUM, names.sum_letter))  # "…sequence and S_n is the sum…"
        ):
            return replace(names, letter=name[:-2]), False
        case Relation(("=",), (Symbol(one), Symbol(two))):
            generated, name = (
                (two, one) if two.partition("_")[0] in (TERM, SUM, DIFFERENCE, RATIO) else (one, two)
            )
            found = _alias(generated, name, names, keep=True)
            return (found[0], False) if found else None
    if not isinstance(before, Symbol):
        return None
    left = node.sides[0] if isinstance(node, Relation) else node
    if isinstance(node, Relation) and isinstance(left, Symbol) and before.name not in symbols(node):
        pass
    elif isinstance(node, Relation):
        sides = [s for s in node.sides if isinstance(s, Symbol)]
        left = sides[0] if sides else node
    if not isinstance(left, Symbol):
        return None
    return _alias(before.name, left.name, names, keep=not isinstance(node, Relation))


def _alias(generated: str, name: str, names: Givens, *, keep: bool) -> tuple[Givens, bool] | None:
    """`common ratio` q, `sum of the first n terms` T_n, `first term` b_1."""
    head, _, index = name.partition("_")
    if head in (TERM, SUM, DIFFERENCE, RATIO):
        return None  # two phrases side by side, neither names the other
    if generated == DIFFERENCE and len(name) == 1:
        return replace(names, difference=name), not keep
    if generated == RATIO and len(name) == 1:
        return replace(names, ratio=name), not keep
    for marker in (SUM, TERM):
        if generated.startswith(f"{marker}_") and index == generated.partition("_")[2]:
            renamed = replace(names, sum_letter=head) if marker == SUM else replace(names, letter=head)
            return renamed, not keep
    return None


def _default_names(names: Givens, nodes: list[Node]) -> Givens:
    used = set().union(*(symbols(n) for n in nodes)) if nodes else set()
    if names.kind == "geometric" and names.ratio not in used and (other := {"q", "r"} & used):
        return replace(names, ratio=min(other))
    return names


def _renamed(node: Node, names: Givens) -> Node:
    """The markers of phrases replaced by the problem's own names."""

    def name_of(name: str) -> str:
        head, _, index = name.partition("_")
        plain = {
            DIFFERENCE: names.difference,
            RATIO: names.ratio,
            TERM: names.letter,
            SUM: names.sum_letter,
        }.get(head, head)
        return f"{plain}_{index}" if index else plain

    match node:
        case Symbol(name):
            return Symbol(name_of(name))
        case Negative(operand):
            return Negative(_renamed(operand, names))
        case Binary(op, left, right, tight):
            return Binary(op, _renamed(left, names), _renamed(right, names), tight)
        case Call(function, arguments):
            return Call(function, tuple(_renamed(a, names) for a in arguments))
        case Relation(signs, sides):
            return Relation(signs, tuple(_renamed(s, names) for s in sides))
        case _:
            return node


def _sorted(entries: list[tuple[Node, bool]], names: Givens, found: Account) -> Givens | None:
    equations, conditions, asked = list[Relation](), list[Relation](), list[tuple[Node, bool]]()
    loose: list[Node] = []
    for node, asking in entries:
        match node:
            case Relation(_, sides) if any(isinstance(s, Blank) for s in sides):
                asked += [(s, True) for s in sides if not isinstance(s, Blank)]
            case Relation(signs, sides) if set(signs) == {"="}:
                equations += [Relation(("=",), (a, b)) for a, b in pairwise(sides) if a != b]
            case Relation():
                conditions.append(node)
            case _ if symbols(node) == {"n"} and node != Symbol("n"):
                return None
            case _ if _is_value(node):
                loose.append(node)
            case _:
                asked.append((node, asking))
    if len(loose) == 1 and found.has("index"):
        equations.append(Relation(("=",), (Symbol(f"{names.letter}_n"), loose.pop())))
    if found.has("index"):
        asked = [
            (n, a)
            for n, a in asked
            if n not in (Symbol("n"), Symbol(f"{names.letter}_n"), Symbol(f"{names.sum_letter}_n"))
        ]
        asked.append((Symbol("n"), True))
    questions = _questions(asked, names)
    if loose or not questions:
        return None
    for position, node in enumerate(names.listing, start=1):
        equations.append(Relation(("=",), (Symbol(f"{names.letter}_{position}"), node)))
    flags = frozenset(f for f in ("positive", "increasing", "decreasing") if found.has(f))
    all_positive = Relation((">",), (Symbol(f"{names.letter}_n"), Number(Fraction(0), "0")))
    if all_positive in conditions:
        conditions.remove(all_positive)
        flags |= {"positive"}
    return replace(
        names,
        equations=tuple(dict.fromkeys(equations)),
        conditions=tuple(conditions),
        asked=questions,
        flags=flags,
    )


def _questions(asked: list[tuple[Node, bool]], names: Givens) -> tuple[Node, ...]:
    """What is asked; a bare a_n or S_n that only names is dropped when something else is asked."""
    nodes = list(dict.fromkeys(n for n, _ in asked))
    naming = (Symbol(f"{names.letter}_n"), Symbol(f"{names.sum_letter}_n"), Symbol("n"))
    definite = [n for n in nodes if n not in naming]
    if definite:
        also = any(asking and n in naming for n, asking in asked)
        return () if also else tuple(definite)
    behind = list(dict.fromkeys(n for n, asking in asked if asking)) or nodes
    return (
        tuple(behind)
        if len(behind) == 1
        else tuple(n for n in behind if n != Symbol("n"))
        if len(behind) == 2 and Symbol("n") in behind
        else ()
    )
