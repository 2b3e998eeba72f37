"""The phrases in which a ratio is told, as patterns for the tokens of a sentence; words that may change an amount.

What is told with them is the business of `ratio_parts`.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.marks import NUMBER, SCALES, UNITS
from solver.topics.stories.word_problems.wording import singular

_MAKES: Final = r"(?:(?:make|makes|made) up|account for|accounts for|accounted for|form|formed)"
_PLAIN_JOINT: Final = (
    (re.compile(rf"\b(?:[Tt]he|[Tt]hese|[Tt]hose) two (?=(?:[a-z]+ ){{1,3}}?(?:together )?{_MAKES} )"), "these "),
    (re.compile(rf"((?:[A-Z][a-z]+ ?|[a-z]+ ?){{1,2}}) and ((?:(?!together)[a-z]+ ?){{1,2}}) ((?:together )?{_MAKES} [^.:]*?),? in (?:the|a) ratio (?:of )?(\d+ ?: ?\d+)(?=\.)"), r"\1 and \2 \3. The ratio of \1 to \2 is \4"),
)  # fmt: skip
JOINT: Final = re.compile(
    rf"(?:^|, |\bif |\bthat )(?P<s>(?:[a-z'-]+ ){{1,9}}?)(?:together )?{_MAKES} (?:together |exactly )?$"
)
"""What stands before a share that the parts of a ratio make up together."""
JOINT_SAID: Final = re.compile(
    r"(?:together )?(?:they |(?:[a-z'-]+ of )?(?:these|those|both) (?:[a-z'-]+ ){0,3})(?:together )?"
)
PLAIN: Final = (
    (re.compile(r"\$?\\[dt]?frac\{(\d+)\}\{(\d+)\}\$?"), r"\1/\2"),
    (re.compile(r"\\([%$])"), r"\1"),
    (re.compile(r"\$(\d+(?:\s*:\s*\d+)+)\$"), r"\1"),
    (re.compile(r"(?<=\d)\s*:\s*(?=\d)"), " : "),
    (re.compile(r"\b[Aa] (?:certain )?(?:sum|amount) of money\b"), "Money"),
    *_PLAIN_JOINT,
)
_N: Final = f"{NUMBER} "
_RATIO: Final = rf"{_N}(?:: {_N}){{1,3}}|{_N}to {_N}"
_W: Final = r"(?:(?!(?:the|a|an|of|to|and|or|is|are|was|were|in|on|at|with|by|for|between|among|ratio|rest|others?|remaining|number|numbers|there) )[a-zà-ÿ'-]+ )"
_ART: Final = r"(?:(?:the|a|an|its|his|her|number of|numbers of|the number of|the numbers of|those who|the cost of the|the costs of the) )*"
_AMONG: Final = rf"(?:(?:among|of|in|for|on) (?:the )?(?:rest|others|remainder|other {_W}{{1,2}}|remaining {_W}{{1,2}}) )?"
OF: Final = re.compile(
    rf"ratio (?:of|between) {_ART}(?P<x>{_W}{{1,3}})(?:to|and) {_ART}(?P<y>{_W}{{1,3}}?)(?:to {_ART}(?P<z>{_W}{{1,3}}?))?{_AMONG}(?:there |(?:in|at|on) .{{3,30}}?)?(?:is|was|were|are|being|=)? ?(?P<r>{_RATIO})"
)
IN: Final = re.compile(
    rf"(?<![a-z'-])(?P<x>{_W}{{1,3}})(?:(?:,|and|or|to|between) )+{_ART}(?:in |by |on |with )?(?P<y>{_W}{{1,3}}?)(?:(?:,|and|or) (?:and )?{_ART}(?P<z>{_W}{{1,3}}?))?(?:, )?(?:(?:share|shares|shared|split|splits|divide|divides|get|got|gets|receive|received) (?:the (?:rest |remainder |remaining {_W})|what (?:is|was) left |what remains |(?:some |the |all the |these )?{_W}{{1,2}}?)(?:between (?:them|themselves) )?)?(?:(?:is|are|was|were|being|it|them|divided|shared|split) ){{0,2}}(?:with )?(?:in )?(?:the |a )?ratio (?:of )?(?:is |was )?(?P<r>{_RATIO})"
)
EVERY: Final = re.compile(
    rf"for every (?P<m>{_N})(?P<x>{_W}{{1,3}}?)(?:, )?(?:there (?:are|is|were) )?(?P<n>{_N})(?P<y>{_W}{{1,3}})|(?P<k>{_N})(?P<v>{_W}{{1,3}}?)(?:for|to) every (?P<l>{_N})?(?P<w>{_W}{{1,3}})"
)
UNNAMED: Final = re.compile(
    rf"into (?P<c>{_N})(?:[a-z]+ )?(?:parts|pieces|shares|portions|sections|lengths) (?:, )?(?:(?:whose|with) (?:lengths|sizes|weights) |which |that )?(?:are )?(?:in )?(?:the |a )?ratio (?:of )?(?P<r>{_RATIO})"
)
EITHER: Final = re.compile(
    rf"(?:either )?(?P<x>{_W})or (?:(?:are|is|do|does) )?(?P<y>{_W})(?:, )?(?:in|with) (?:the|a) ratio (?:of )?(?P<r>{_RATIO})"
)
APART: Final = re.compile(
    rf"(?P<x>{_W}{{1,2}})(?:gets|got|get|receives|received|has|had|have|is given|pays|paid|earns|takes|reads|saves|is|are|was) (?P<d>[\ue000-\ue7ff]) (?P<u>(?!more |fewer |less )[a-z]+ )?(?:more|longer|heavier|larger) (?:{_W}{{0,2}})?than (?P<y>(?:the )?{_W}{{1,2}})"
    rf"|there (?:are|is|were) (?P<k>[\ue000-\ue7ff]) more (?P<v>{_W}{{1,2}})than (?P<w>{_W}{{1,2}})"
)
"""How much more one part is than the other."""
REST: Final = re.compile(
    r"\b(?:every(?:one|body) else|rest|others|remainder|remaining|what (?:is|was) left|what (?:remained|remains)|other (?=[a-z]+s\b))"
)
HARMLESS: Final = frozenset(
    "remains remain some and while but then total altogether together also when who which if all next first last so because however only each every rest remaining other "
    "others remainder left both same either equal one ones how what many much most some whose ratio percent or between".split()
)
CHANGING: Final = frozenset(
    "more fewer less than times twice double added add adds joined join joins becomes become became now later another extra discount tax interest "
    "profit loss average per sold-out not no without except nobody none".split()
)
NO_NAME: Final = frozenset(
    "who made make makes from mix mixes mixing sold sells share shares split splits bought buys get gets use uses using between among come comes came go "
    "goes went work works speak speaks like likes play plays has have had contain contains then either".split()
)
KINDS: Final = tuple(
    map(
        frozenset,
        (
            {"child", "man", "woman"},
            {"adult", "boy", "girl"},
            {"small", "medium", "large"},
            {"teacher", "boy", "girl"},
        ),
    )
)
ANYTHING: Final = frozenset("person animal thing item piece".split())
FEW: Final = frozenset("of them it the his her its their is are was were be a an in on to from by with at this that these those there he she they we i you do does did".split())  # fmt: skip
WHOLE: Final = re.compile(r"\b(?:altogether|in total|in all|in the (?:whole|beginning)|to begin with|at first|originally|at the start|to start with|was shared)\b")  # fmt: skip
_CURRENCIES: Final = frozenset("dollar dollars euro euros yuan cents pence".split())


_AREAS: Final = re.compile(r"\bsquare ([a-z]+)")


def same_unit(question: str, unit: str) -> bool:
    """Whether what is asked is measured as it is told."""
    asked = _asked_units(question)
    return not asked - {unit, singular(unit)} or unit == "pounds" and asked <= {"pound", "pounds"}


def unit_wanted(question: str, unit: str) -> str:
    """Another unit of the same kind in which it is asked for; empty where there is none."""
    asked = _asked_units(question)
    others = [u for u in asked if u in SCALES and unit in SCALES and SCALES[u][0] == SCALES[unit][0]]
    return others[0] if len(asked) == len(others) == 1 else ""


def _asked_units(question: str) -> set[str]:
    question = _AREAS.sub(lambda m: f"{UNITS.get(m[1], m[1])}²", question)
    words = set(re.findall(r"[a-z²]+", question))
    return {UNITS.get(w, "") for w in words if w in UNITS and len(w) > 1} | {
        w for w in words if w in _CURRENCIES
    }


VERB: Final = re.compile(
    r"(?:contain|hold|include|consist|come|cost|weigh|sell|make|show|keep|grow|need|use|share|mix|divide|split)(?:s|ed|d)?|made|kept|sold|grew|grown|held|came|used"
)
"""Behind a noun it begins what is said of it: "90 marbles contains red …"."""
