"""What a story of parts that are taken has told, and the phrases in which amounts are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from solver.topics.stories.school.english.marks import FRACTION, MONEY, NUMBER
from solver.topics.stories.school.english.roles.words import Words, root, sentence_of
from solver.topics.stories.school.english.sheet import Ledger
from solver.topics.stories.school.working import Term, Working

CHANGING: Final = frozenset(
    "discount refund refunds return returns returned free voucher vouchers coupon coupons tax tip percent every average per share shares shared split splits dozen dozens "
    "again extra back-to without except instead unless neither never none broken damaged interest owe owes owed borrow borrows borrowed lend lends lent lost lose loses loss "
    "profit steal stolen swap swapped exchange exchanged change-d "
    "doubled doubles tripled halved halves or rather ratio difference grew grows grow refilled refill refills delivered deliver delivers delivery arrive arrives arrived "
    "join joins joined born adds added add pours-in inherited donated if-only nearly almost about approximately least most ago older younger ages weekly monthly daily double-d cashback deposit fee "
    "budgeted sells-for saw thinks thought looked considered tempted usually normally originally instalments installments twice-a".split()
)  # fmt: skip


NOTES: Final = frozenset("note bill banknote notes bills banknotes cheque".split())


COMES_IN: Final = frozenset(
    "won win receive receives received found finds find earn earns earned earning wage wages salary allowance gain gains gained gave gives give given collected collects inherited".split()
)


BUYS: Final = frozenset("buy buys bought buying purchase purchases purchased purchasing pay pays paid paying spend spends spent spending order orders ordered ordering get gets got getting choose chooses chose take takes took picks picked pick".split())  # fmt: skip


ALL: Final = frozenset("both all everything each total altogether together two".split())


MORE: Final = (
    "more|dearer|longer|further|farther|heavier|higher|taller|bigger|larger|greater|pricier|costlier"
)


_LESS: Final = "less|fewer|cheaper|shorter|lighter|lower|smaller|nearer"


_W: Final = "[a-zà-ÿ'-]+ "


THAN: Final = re.compile(
    rf"(?P<q>{NUMBER}|{MONEY}|{FRACTION}) (?:(?!more |less |fewer |of ){_W}){{0,2}}?(?P<s>{MORE}|{_LESS}) (?P<b>(?:(?!than |and |he |she |they ){_W}){{0,6}}?)than "
)


BARE: Final = re.compile(  # "costs $8.50 more", "is 3 m shorter": than what was told last
    rf"(?P<q>{NUMBER}|{MONEY}) (?:(?!more |less |fewer |of ){_W}){{0,1}}?(?P<s>more expensive|cheaper|dearer|pricier|shorter|longer|heavier|lighter|(?<=costs . )(?:more|less)|(?<=cost . )(?:more|less)|(?<=is . )(?:more|less)|(?<=was . )(?:more|less)|(?<=for . )(?:more|less)) (?=[.,] |and |but |how |what )"
)


TIMES: Final = re.compile(
    rf"(?P<q>{NUMBER}|{FRACTION}) (?:times )?(?:of )?(?:as (?:much|many|long|expensive|far|heavy|dear|high|big|large|costly|tall) (?P<b>(?:(?!as |again ){_W}){{0,3}}?)as |the (?:price|cost|number|amount|length|weight|mass|time|distance|quantity|sum|volume|fee) (?:of |for |on |that )?|what |(?P<z>that (?:much|many|amount|number|price|sum|distance)|(?:that|this|it) (?=[,.] )|as (?:much|many|long|far)(?= (?:, |\. |on |for |in |at |to |and |{_W}(?:on|in|at) ))) ?)"
)


THAT: Final = re.compile(
    r"(?:(?:that|this|it)(?! (?:of|for|on|cost|price|which)\b)|hers|his(?= [.,])|theirs|mine|yours) "
)


FIRST: Final = re.compile(r"(?:the|her|his) (?:first|other|previous)(?: one| piece)? ")


LEFT: Final = re.compile(
    r"\bleft\b|\bremain|\bstill\b|\bchange\b|\bbalance\b|\bleftover\b|\bunsold\b|\bunread\b|\bunused\b|\bunspent\b|\bkeep\b|\bget back\b|\bfree\b|\bnot (?:yet )?been\b|\bto go\b|\bleave\b.* with\b|\bhome with\b|\bnot (?:yet )?[a-z]+\b|\bhand back\b|\bhanded back\b|\bgiven back\b"
)


NEED: Final = re.compile(
    r"\b(?:more|further)\b.*\b(?:need|needs|needed|must|has to|have to|to go|to reach|to finish|short|require|requires|to win|missing|lacking|should|to get)\b|\b(?:still|yet) (?:need|needs|to|has to|have to|must|missing)\b|\bshort of\b"
)


TOTAL: Final = re.compile(
    r"\b(?:altogether|in total|in all|total|together|both)\b|\bhow much (?:money )?(?:does|did|do|will|would|must) (?:he|she|they|i|you|[a-z]+) (?:spend|pay)\b"
)


LAST: Final = re.compile(r"\b(?:third|(?:the|her|his) last|final|fourth|letter-[b-e]x|no-(?:iii|iv))\b")


HAS: Final = frozenset(
    "has had have with note bill notes bills banknote started starts start begins began budget card saved savings full holds hold order orders needs total contains contained out worth wallet purse lasts long altogether all account".split()
)


MEASURES: Final = frozenset(
    map(root, "price cost amount number length weight mass sum time distance value total money".split())
)


TO: Final = frozenset("to for from with at in on of by the than".split())


TELLS: Final = frozenset(
    "cost costs costing at for is was are were of needs takes uses worth with weighs lasts priced".split()
)


@dataclass(frozen=True)
class Amount:
    """An amount as it is told: where, its value in the unit of the story, the words of its own clause."""

    at: int
    term: Term
    words: Words
    each: bool
    noun: Words
    sentence: int
    sure: bool
    """A note that is handed over."""


@dataclass
class Compared:
    """A part told by comparison: where, how, the words of what it is, what it is compared with."""

    at: int
    sign: int
    by: Term
    subject: Words
    base: Words
    that: bool
    first: bool
    which: bool
    sentence: int
    end: int


Thing = Amount | Compared


@dataclass
class Story(Ledger):
    """A story of an amount from which parts are taken, while it is read."""

    tokens: list[str]
    asked: list[bool]
    work: Working
    unit: str = ""
    notes: dict[int, Term] = field(default_factory=dict)
    """How many notes are handed over, by where it is told what one is worth."""
    counted: bool = False
    parts: int = 0

    def sentence(self, at: int) -> tuple[int, int]:
        return sentence_of(self.tokens, at)


def words_told(one: Thing) -> Words:
    return one.words if isinstance(one, Amount) else one.subject


def sentence_spans(tokens: Sequence[str]) -> list[tuple[int, int]]:
    found, start = [], 0
    for i, word in enumerate(tokens):
        if word == ".":
            found.append((start, i))
            start = i + 1
    return found


NEUTRAL: Final = frozenset(
    map(
        root,
        "money dollar euro pound cent change item thing purchase payment payments buying paying shop till cashier people day trip journey way drive read walk run ride cover travel need "
        "have left remain remaining stay finish still balance amount sum wallet purse card pocket rest buy buys bought pay paid spend spent shopping afterwards end evening week stock mass weight "
        "length distance time complete do done go get receive cost visit both all win reach goal target third fourth last final far saving savings letter-cx letter-dx no-iii unsold sell sold use used bring took take add see work".split(),
    )
)  # fmt: skip
