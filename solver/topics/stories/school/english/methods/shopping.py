"""One person's shopping told in open words: what things cost, by themselves or compared, what was bought, the money before and after.

Asked: the total, the change, what is left, what there was at first, what is missing, the price of one thing. Every number has one place and is
needed; words that may change an amount are not open. Not read: buyers who are compared, things sold, wages, taxes, percentages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from solver.topics.base import Text
from solver.topics.stories.school.english.marks import ANY, FRACTION, MONEY, NUMBER
from solver.topics.stories.school.english.methods.patterns import STRICT
from solver.topics.stories.school.english.methods.sheet import Sheet, sheet
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Term, Unfit, Working, num
from solver.topics.stories.word_problems.wording import singular

DEBUG = False
_M: Final = f"{MONEY} "
_N: Final = f"{NUMBER} "
_BUYS: Final = "buy|buys|bought|buying|purchase|purchases|purchased|order|orders|ordered|picks|picked|chooses|chose|gets|got|treats|treated|takes|took|wants|wanted|likes|like|needs|needed"
_COST: Final = "cost|costs|costing|is|are|was|were|sells for|sell for|is priced at|are priced at|was priced at|is worth|comes to|come to|came to"
_BARRED: Final = "|".join(
    map(
        re.escape,
        sorted(
            STRICT
            | set(
                "everything him me you we us i this these those there them it a an the for at to of from with in on up by into it he she they his her their its who that which would has had have left out some "
                "pays paid pay spends spent spend hands gave gives put puts went goes go going after before note notes price prices off".split()
            )
            | {w for w in _BUYS.split("|")}
            | {w for way in _COST.split("|") for w in way.split()},
            key=len,
            reverse=True,
        ),
    )
)
_W: Final = rf"(?:(?!(?:{_BARRED}) )[a-zà-ÿ'-]+ )"
_DET: Final = "(?:(?:an?|the|one|some|his|her|their|its) )"
_NP: Final = rf"(?:{_DET}?(?:(?:pair|bottle|packet|bag|box|cup|glass|tub|bucket|bar|bunch|tin|set|loaf|carton|jar|tube|slice) of )?{_W}{{1,3}})"
_CALLED: Final = rf"(?:(?:{_COST}|for|at|which is|that is) )"
_OPTION: Final = rf"(?:(?:for|to|at|in|from) {_DET}?{_W}{{1,2}})?(?:(?:, )?(?:that|which|who) )?"
_BEFORE_NAMES: Final = frozenset(f"a an the one some his her their its of {_BUYS.replace('|', ' ')}".split())
_SIGNS: Final = {"more": 1, "dearer": 1, "less": -1, "cheaper": -1, "fewer": -1}
_PHRASES: Final = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("line", rf"(?P<n>{_N})(?P<x>{_W}{{1,3}})(?:(?:for|at|costing|priced at|that cost|which cost|, at) )(?P<m>{_M})(?:each|apiece|a piece|per {_W}) "),
        ("coupon", rf"(?:{_DET}?{_W}?(?:voucher|coupon|gift card|discount) (?:(?:for|of|worth|giving|that gives|which gives|that takes) )+)(?P<m>{_M})(?:off )?(?:(?:the|her|his|their) (?:total|bill|price|order|shopping) )?|(?P<k>{_M})off (?:the|her|his|their) (?:total|bill|order|shopping|whole {_W}) "),
        ("left", rf"(?:has|had|have|with)? ?(?:only |still )?(?P<m>{_M})(?:left over|left|remaining|over) (?:(?:out )?of (?:the |her |his )?(?P<h>{_M})(?:(?:that )?{_DET}?{_W}?(?:he|she|they|{_W})? ?(?:had|has|gave|brought|took|started with) ?(?:him|her|them)? )?)?"),
        ("tender", rf"(?:an? )?(?P<n>{_N})?(?P<m>{_M})(?:notes|note|bills|bill|banknote) |(?:hands over|handed over|pays with|paid with|pay with|hands the {_W}|gives the {_W}|gave the {_W}) (?:a )?(?P<k>{_M})(?:(?:note|bill|banknote) )?"),
        ("compared", rf"(?P<x>{_NP})?{_OPTION}{_CALLED}?(?P<m>{_M})(?P<s>more|dearer|less|cheaper) (?:expensive )?(?:than (?P<y>{_NP}))?"),
        ("times", rf"(?P<x>{_NP})?{_OPTION}{_CALLED}?(?:only )?(?:(?P<f>{FRACTION} )(?:of )?(?:the (?:price|cost) of|as (?:much|expensive|dear) as) (?P<y>{_NP})|(?P<k>{_N})times (?:the (?:price|cost) of|as (?:much|expensive|dear) as) (?P<z>{_NP})|(?:(?P<g>{FRACTION} )|(?P<h>{_N})times )(?:as much|that price|the price|that)(?: on (?P<on>{_NP})| (?!as |of |on )))"),
        ("two", rf"{_NP}{_OPTION}{_CALLED}(?P<m>{_M})for (?P<x>{_NP})(?:, )?and (?P<k>{_M})for (?P<y>{_NP})"),
        ("sum", rf"(?:spends|spent|pays|paid|spend) {_M}(?:on|for) {_NP}(?:, {_NP})*(?:, )?and {_NP}(?!{_CALLED}|{_M})"),
        ("price", rf"(?P<x>{_NP}){_OPTION}{_CALLED}(?P<m>{_M})(?:each )?|(?:spends|spent|pays|paid|spend) (?P<k>{_M})(?:on|for) (?P<y>{_NP})|(?P<l>{_M})(?:on|for) (?P<z>{_NP})"),
        ("all", rf"all (?P<n>{_N})(?:of them |things |items )?"),
        ("alone", rf"(?:, )?and (?P<list>{_DET}{_W}{{1,3}})(?=$|, )"),
        ("names", rf"(?:{_BUYS}|paying for|pays for|paid for|getting) (?:up |out )?(?P<list>{_NP}(?:(?:, and|,|and) {_NP})*)(?=$|, |at |from |in |and then |and (?:has|had) )"),
        ("has", rf"(?:has|had|have|with|took|takes|brought|brings|got|gets|receives|received|saved|has saved|starts with|started with) (?:the )?(?P<m>{_M})(?:to spend |saved |in (?:his|her|their|the) {_W}{{1,3}})?"),
        ("given", rf"(?P<g>[a-z]+ )(?:(?:gave|gives) (?P<to>[a-z]+ )(?P<m>{_M})|(?:put|puts) (?P<k>{_M})in (?P<of>[a-z]+)'s {_W}{{1,2}})"),
    )
)  # fmt: skip
_BOUGHT: Final = re.compile(
    rf"\b(?:{_BUYS}|paying for|pays for|paid for|getting|shopping for|spent|spends|spend|pays|paid) (?P<list>.*)"
)
_LEADS: Final = frozenset("for to of in at from with by".split())
_BOTH: Final = re.compile(
    rf"\b(?:all {NUMBER}|both(?: (?:things|items|of them|of these|pairs))?|one of each|the two|them both|all of them|them all|everything) "
)
_HARMLESS: Final = frozenset("and while but then same total altogether together also when who which if all next first last later own so because however only another after before still back".split())  # fmt: skip
_CHANGING: Final = frozenset(
    "sell sells sold selling earn earns earned wage wages find finds found lose loses lost borrow borrows borrowed lend lends lent owe owes return returned "
    "share shares shared split splits tax tip percent week weekly month monthly day daily every per steals stolen donates donated refund interest fine salary "
    "discount sale profit loss deposit cashback points exchange dozen free friends siblings not no n't never isn't won't can't don't doesn't".split()
)  # fmt: skip
_NO_BUYER: Final = frozenset(
    "he she they i we you to would will can could did does do must should may might has have had not for of is are was were be been by from in on at with".split()
)
_SHOPS: Final = frozenset(
    "shop store stall market bakery kiosk café cafe restaurant supermarket shopkeeper baker".split()
)
_RELATIVES: Final = frozenset(
    "mum mom dad mother father grandma grandpa granny gran grandmother grandfather grandad aunt auntie uncle parents nan".split()
)
_ASKED: Final = (
    ("missing", r"how (?:much|many) more |how much (?:is|does) .*(?:short|missing)"),
    ("change", r"\bchange\b"),
    ("left", r"\bleft\b|\bstill (?:have|has)\b|\bkeep\b|(?:take|bring|go|carry)s? home|\bremain|have over"),
    ("first", r"\b(?:before|at first|to begin with|to start with|originally|in the beginning|start with|at the start|beginning)\b"),
    ("spent", r"\b(?:spend|spent|pay|paid|altogether|in total|in all|total|bill|together|hand over)\b|cost (?:him|her|them) "),
    ("price", r"\b(?:cost|costs|price|is|was|were|are)\b"),
)  # fmt: skip


@dataclass
class _Store:
    """What was told: prices by what they are for, how often each was bought, the amounts of money."""

    made: Sheet
    work: Working
    prices: dict[str, Term] = field(default_factory=dict)
    relations: list[tuple[str, str, int, Term]] = field(default_factory=list)
    counts: dict[str, Term] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    money: dict[str, Term] = field(default_factory=dict)
    both: bool = False
    bought: list[str] = field(default_factory=list)

    def name(self, said: str) -> str:
        """The name under which a thing is known: its last words without what stands in front."""
        words = said.split()
        for at in range(len(words) - 1, -1, -1):
            if words[at] in _BEFORE_NAMES:
                words = words[at + 1 :]
                break
        if not words or len(words) > 3:
            raise Unfit
        name = _plain(words)
        same = [n for n in self.order if n == name] or [
            n for n in self.order if n.endswith(f" {name}") or name.endswith(f" {n}")
        ]
        if len(same) > 1:
            raise Unfit
        if not same:
            self.order.append(name)
        return same[0] if same else name

    def number(self, letter: str) -> Term:
        """A number of the problem; each has one place."""
        letter = letter.strip()
        if letter in self.used:
            raise Unfit
        self.used.add(letter)
        return num(self.made.values[letter])

    def set(self, kind: str, amount: Term) -> None:
        """An amount of money that is told once."""
        if kind in self.money:
            raise Unfit
        self.money[kind] = amount

    def price(self, name: str) -> Term:
        """What one of a thing costs."""
        for _ in range(6):
            if name in self.prices:
                return self.prices[name]
            for x, y, sign, by in self.relations:
                for one, other, up in ((x, y, True), (y, x, False)):
                    if one not in self.prices and other in self.prices:
                        self.prices[one] = self._compared(one, self.prices[other], sign, by, up=up)
        raise Unfit

    def _compared(self, name: str, base: Term, sign: int, by: Term, *, up: bool) -> Term:
        """One price from the other; `sign` 0: a multiple."""
        if sign:
            made = base + by if (sign > 0) == up else base - by
        else:
            made = base * by if up else base / by
        return self.work.step(f"what the {name} costs", made, self.made.currency)


def _plain(words: list[str]) -> str:
    """ "children's tickets" as "child ticket"."""
    return " ".join(_singular(word.removesuffix("'s").removesuffix("'")) for word in words)


def _singular(word: str) -> str:
    return {"children": "child", "men": "man", "women": "woman"}.get(word, singular(word))


def read(text: Text) -> Exercise | None:
    """The problem, when every word and number of it has a place."""
    made = sheet(text.source)
    if made is None or made.clocks or made.percents or not made.currency or made.numbers < 2:
        return None
    if sum(s.asks for s in made.sentences) != 1 or not made.sentences[-1].asks or _several_buyers(made):
        return None
    work = Working("en")
    try:
        _solve(_Store(made, work), [s.text for s in made.sentences[:-1]], made.sentences[-1].text)
    except Unfit:
        if DEBUG:
            raise
        return None
    return (
        Exercise.of(work)
        if work.answer is not None and work.answer.made is not None and work.answer.value >= 0
        else None
    )


def _several_buyers(made: Sheet) -> bool:
    text = made.text
    doing = re.findall(rf"([a-z'-]+) (?:{_BUYS}|spends|spent|spend|pays|paid|pay)\b", text)
    buyers = {word for word in doing if word in made.names or word not in STRICT and word not in _NO_BUYER}
    if (
        re.search(r"\bthey\b", text)
        and len(buyers) != 1
        or re.search(r"\bhe\b", text)
        and re.search(r"\bshe\b", text)
    ):
        return True
    having = {word for word in re.findall(r"([a-z'-]+) (?:has|had)\b", text) if word in made.names}
    return len(buyers | having) > 1


def _solve(store: _Store, told: list[str], question: str) -> None:
    lead, asked = _divided(question)
    for sentence in (*told, *([lead] if lead else [])):
        _tell(store, sentence)
    rest = _tell(store, asked, asks=True)
    kind = next((k for k, p in _ASKED if re.search(p, asked)), "")
    if not kind or set(store.made.values) - store.used:
        raise Unfit
    _ask(store, kind, rest)


def _divided(question: str) -> tuple[str, str]:
    found = re.search(r"\b(?:how (?:much|many)|what|find|work out|calculate) ", question)
    if found is None:
        raise Unfit
    return question[: found.start()], question[found.start() :]


def _tell(store: _Store, sentence: str, *, asks: bool = False) -> str:
    """Take what a sentence tells; the words that are left must change nothing."""
    store.both |= bool(_BOTH.search(sentence))
    buys = _BOUGHT.search(sentence)
    begins = len(sentence) if buys is None or asks else buys.start("list")
    at, left = 0, []
    last = ""
    while at < len(sentence):
        hit = next(
            (
                (k, m)
                for k, p in _PHRASES
                if (m := p.match(sentence, at))
                and m.end() > at
                and (k in ("names", "alone") or re.search(ANY, m[0]))
            ),
            None,
        )
        if hit is None:
            end = sentence.index(" ", at) + 1
            left.append(sentence[at : end - 1])
            at = end
            continue
        led = [w for w in left if w not in (",", "then")]
        if (
            hit[0] in ("price", "compared", "times")
            and led
            and (led[-1] in _LEADS or led[-1] == "and" and len(led) > 1 and led[-2])
        ):
            raise Unfit  # "a jacket and trousers cost $90", "tickets for the zoo are $9"
        if (
            hit[0] in ("compared", "times")
            and not (hit[1]["x"] or hit[1].groupdict().get("on"))
            and led
            and led[-1] not in ("", "it", "they", "which", "that")
        ):
            raise Unfit  # "his dad gives him half the price of the bike"
        known = len(store.order)
        name = _take(store, *hit, last)
        if hit[1].end() > begins:
            new = store.order[known:] if hit[0] == "names" else [name] if name else []
            store.bought += [n for n in new if n not in store.bought]
        last = name or last
        left.append("")
        at = hit[1].end()
    for i, word in enumerate(left):
        counted = re.fullmatch(NUMBER, word)
        if counted and i + 1 < len(left):
            _count(store, word, left[i + 1 : i + 4])
        elif (
            re.fullmatch(ANY, word)
            or not asks
            and (word in STRICT and word not in _HARMLESS or word in _CHANGING)
            and not _harmless(word, left, i)
        ):
            raise Unfit
        elif (
            asks
            and word in _CHANGING - {"each"}
            or asks
            and word
            in ("than", "twice", "times", "difference", "ratio", "instead", "most", "least", "if", "without")
        ):
            raise Unfit
    return " ".join(left)


def _harmless(word: str, left: list[str], at: int) -> bool:
    return (
        word in ("both", "one")
        or word in ("sells", "sell")
        and at > 0
        and left[at - 1] in _SHOPS
        or word == "each"
        and at > 0
        and left[at - 1] == "of"
        or word == "some"
    )


def _count(store: _Store, letter: str, behind: list[str]) -> None:
    """ "3 child tickets": so many of a thing whose price is told elsewhere."""
    for size in (3, 2, 1):
        if len(behind) >= size and all(re.fullmatch("[a-z'-]+", w) for w in behind[:size]):
            name = _plain(behind[:size])
            for known in (name, name.removesuffix(" ticket")):
                if known in store.order and known not in store.counts:
                    store.counts[known] = store.number(letter)
                    return
    raise Unfit


def _take(store: _Store, kind: str, match: re.Match[str], last: str) -> str:
    """Put a phrase into the store; the thing that it is about."""
    group = match.groupdict()
    match kind:
        case "line":
            name = store.name(group["x"])
            store.counts[name] = store.number(group["n"])
            _set_price(store, name, store.number(group["m"]))
            return name
        case "two":
            _set_price(store, store.name(group["x"]), store.number(group["m"]))
            _set_price(store, store.name(group["y"]), store.number(group["k"]))
        case "sum":
            raise Unfit
        case "all":
            if store.number(group["n"]).value != len(store.order):
                raise Unfit
        case "names" | "alone":
            for said in re.split(", and |, |and ", group["list"]):
                name = store.name(said)
            return name
        case "coupon":
            store.set("coupon", store.number(group["m"] or group["k"]))
        case "left":
            store.set("left", store.number(group["m"]))
            if group["h"]:
                store.set("has", store.number(group["h"]))
        case "tender":
            amount = store.number(group["m"] or group["k"])
            store.set(
                "tender",
                store.work.step(
                    "the money that is handed over", store.number(group["n"]) * amount, store.made.currency
                )
                if group["n"]
                else amount,
            )
        case "compared":
            name = store.name(group["x"]) if group["x"] else last
            base = store.name(group["y"]) if group["y"] else _only_other(store, name)
            if not name or name == base:
                raise Unfit
            store.relations.append((name, base, _SIGNS[group["s"]], store.number(group["m"])))
            return name
        case "times":
            name = store.name(said) if (said := group["x"] or group["on"]) else last
            base = store.name(said) if (said := group["y"] or group["z"]) else _only_other(store, name)
            if not name or name == base:
                raise Unfit
            store.relations.append(
                (name, base, 0, store.number(group["f"] or group["k"] or group["g"] or group["h"]))
            )
            return name
        case "price":
            name = store.name(group["x"] or group["y"] or group["z"])
            _set_price(store, name, store.number(group["m"] or group["k"] or group["l"]))
            return name
        case "given":
            _given(store, group)
        case _:
            store.set("has", store.number(group["m"]))
    return ""


def _given(store: _Store, group: dict[str, str | None]) -> None:
    """Money that the buyer is given, and does not give."""
    giver, other = (group["g"] or "").strip(), (group["to"] or group["of"] or "").strip()
    buying = {
        m[1]
        for m in re.finditer(
            rf"\b([a-z]+) (?:{_BUYS}|spends|spent|pays|paid|would|will|buy|have)\b", store.made.text
        )
    }
    if (
        giver in buying
        or giver in ("he", "she", "they")
        or other not in buying
        and other not in ("him", "her")
    ):
        raise Unfit
    if other in ("him", "her") and giver in store.made.names and giver not in _RELATIVES:
        raise Unfit
    store.set("has", store.number(group["m"] or group["k"] or ""))


def _only_other(store: _Store, name: str) -> str:
    """ "… and a coat for twice as much": as the one thing that was spoken of before."""
    others = [n for n in store.order if n != name]
    if len(others) != 1:
        raise Unfit
    return others[0]


def _set_price(store: _Store, name: str, price: Term) -> None:
    if name in store.prices:
        raise Unfit
    store.prices[name] = price


def _lines(store: _Store) -> list[str]:
    """What was bought: what is named where somebody buys; all that has a price where "both" are bought."""
    if store.both:
        if not set(store.bought) <= set(store.order) or store.counts:
            raise Unfit
        return list(store.order)
    return list(dict.fromkeys((*store.counts, *store.bought)))


def _ask(store: _Store, kind: str, rest: str) -> None:
    work, unit = store.work, store.made.currency
    things = [n for n in store.order if re.search(rf"\b{re.escape(n.split()[-1])}(?:s|es)?\b", rest)]
    money = store.money
    if kind == "price" or kind == "spent" and things and len(things) < len(store.order):
        if len(things) != 1 or money.keys() & {"coupon", "tender"} or things[0] in store.counts:
            raise Unfit
        (name,) = things
        if money:
            if money.keys() != {"has", "left"}:
                raise Unfit
            spent = work.step("what was spent altogether", money["has"] - money["left"], unit)
            others = [n for n in store.order if n != name]
            if name not in _known(store, name, others):
                raise Unfit
            for other in others:
                spent = work.step(f"without the {other}", spent - _cost(store, other), unit)
            work.give(spent, unit, f"the price of the {name}")
            return
        if kind == "price" and len(store.relations) != len(store.order) - 1:
            raise Unfit
        work.give(store.price(name), unit, f"the price of the {name}")
        return
    needed = {"spent": set(), "change": set(), "left": set(), "first": {"left"}, "missing": {"has"}}[kind]  # type: ignore[var-annotated]
    if things and kind not in ("missing", "left"):
        raise Unfit
    bought = _lines(store) or (list(store.order) if kind == "missing" else [])
    if not bought or store.counts.keys() - set(bought) or not _all_needed(store, bought):
        raise Unfit
    total: Term | None = None
    for name in bought:
        cost = _cost(store, name)
        total = cost if total is None else total + cost
    assert total is not None
    total = work.step("what everything costs altogether", total, unit)
    if "coupon" in money:
        total = work.step("what is to be paid with the voucher", total - money["coupon"], unit)
    have = set(money) - {"coupon"}
    if kind in ("change", "left"):
        if len(have) != 1 or not have <= {"has", "tender"}:
            raise Unfit
        term, says = money[have.pop()] - total, "what is left" if kind == "left" else "the change"
    elif have != needed:
        raise Unfit
    elif kind == "first":
        term, says = total + money["left"], "the money at first"
    elif kind == "missing":
        term, says = total - money["has"], "what is missing"
    else:
        term, says = total, "the cost"
    work.give(work.step(says, term, unit), unit, says)


def _all_needed(store: _Store, bought: list[str]) -> bool:
    """Whether every price that is told is one of what was bought, or another follows from it; none follows in two ways."""
    if len(store.prices) + len(store.relations) != len(store.order):
        return False
    needed = set(bought)
    for _ in store.relations:
        needed |= {n for x, y, *_ in store.relations if {x, y} & needed for n in (x, y)}
    return needed == set(store.order)


def _known(store: _Store, name: str, others: list[str]) -> list[str]:
    """The thing of which no price follows from what was told of the others."""
    if name in store.prices or any(name in r[:2] for r in store.relations):
        return []
    if not all(n in store.prices or any(n in r[:2] for r in store.relations) for n in others):
        return []
    return [name]


def _cost(store: _Store, name: str) -> Term:
    price = store.price(name)
    if name in store.counts:
        return store.work.step(f"what the {name}s cost", store.counts[name] * price, store.made.currency)
    return price
