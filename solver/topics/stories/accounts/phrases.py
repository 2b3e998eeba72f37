"""English phrases of accounts: names, things, amounts with what is said of them. See `word_problems.chart` for the notation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from solver.topics.stories.accounts.values import MONEY, Amount, Mod, Ref, Tag, Thing, Verb
from solver.topics.stories.accounts.words import (
    DAYTIME,
    MONTHS,
    UNTOLD,
    WEEKDAYS,
    head_of,
    is_noun_word,
    unit_of,
)
from solver.topics.stories.school.english.marks import TIME
from solver.topics.stories.school.english.verbs import verb_of
from solver.topics.stories.school.english.words import FORMS
from solver.topics.stories.word_problems.chart import Grammar, Parse

A: Final = Grammar()
ONE: Final = "1"


def _numbers(name: str, low: str, high: str) -> None:
    def read(tokens: Sequence[str], at: int) -> Iterator[Parse]:
        if at < len(tokens) and low <= tokens[at] <= high and len(tokens[at]) == 1:
            yield Parse(at + 1, tokens[at], 0.0)

    A.primitive(name, read)


class Name(str):
    """A word that stands with a capital in the problem."""

    __slots__ = ()


def is_number(token: str) -> bool:
    return len(token) == 1 and "\ue000" <= token <= "\uebff"


_numbers("N", "\ue000", "\ue3ff")
_numbers("M", "\ue400", "\ue7ff")
_numbers("F", "\ue800", "\uebff")

# -- names of things -------------------------------------------------------------------------------


_TITLES: Final = frozenset(
    "mr mrs ms dr uncle aunt brother sister friend cousin teacher lake mount farmer coach captain governor grandpa grandma nurse".split()
)


def _words(tokens: Sequence[str], at: int) -> Iterator[tuple[int, tuple[str, ...], float]]:
    for end in range(at + 1, min(at + 6, len(tokens) + 1)):
        word = tokens[end - 1]
        can = (
            word in ("can", "cans") and end == at + 1 and (word == "cans" or tokens[end : end + 1] == ("of",))
        )
        if can:
            yield end, ("can",), 0.0
        if not is_noun_word(word, last=False):
            return
        if (
            isinstance(word, Name)
            and end > at + 1
            and not isinstance(tokens[end - 2], Name)
            and tokens[end - 2] not in _TITLES
        ):
            return  # "the shoes Edward has"
        if is_noun_word(word, last=True):
            said = tokens[at:end]
            doubtful = sum(w in FORMS or bool(verb_of(w)) for w in said[1:])
            yield (
                end,
                (*said[:-1], word if isinstance(word, Name) else head_of(word)),
                0.25 * (end - at - 1) + 0.8 * doubtful,
            )


def _nouns(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """A bare noun, with what it is of: "bags of potato chips"."""
    for end, words, cost in _words(tokens, at):
        unit = unit_of(tokens[end - 1]) if end == at + 1 else ""
        thing = Thing(unit=unit) if unit else Thing(words)
        if thing.words and thing.words[-1] in ("money", "dollar", "buck"):
            thing = MONEY
        yield Parse(end, thing, cost)
        if end + 1 < len(tokens) and tokens[end] == "of":
            behind = end + 1
            if tokens[behind] in ("the", "his", "her", "their", "these") and unit:
                behind += 1
            for last, of, more in _words(tokens, behind):
                yield Parse(last, replace(thing, of=of), cost + more - 0.3)


A.primitive("noun", _nouns)

# -- verbs -----------------------------------------------------------------------------------------


def _verbs(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    verb = verb_of(tokens[at]) if at < len(tokens) else ""
    if verb and not is_number(tokens[at]):
        yield Parse(at + 1, verb, 0.0 if tokens[at] in FORMS else 0.3)
    elif at < len(tokens) and tokens[at] in _MORE_FORMS:
        yield Parse(at + 1, _MORE_FORMS[tokens[at]], 0.0)


_MORE_VERBS: Final = (
    "type mow shovel rake babysit tutor paint plant iron deliver assemble download upload jog bike watch walk earn charge charges post memorize hire bake cook discover spot notice count sketch juggle attend receive hatch raise earn weigh produce contain require provide own share spray answer invite spend "
    "brush floss vacuum sweep dust scan chop peel grate carve mail stack load unload recycle swim lift squat row kick dribble score bowl skip jump juggle "
    "cost invest deposit withdraw owe borrow rent lease subscribe grade teach coach train study practice rehearse sing dance record film shoot edit publish "
    "harvest trim prune water feed groom breed raise milk shear pluck gather produce generate consume burn emit pump fill drain pour mix"
).split()
_MORE_FORMS: Final[dict[str, str]] = {}
for _verb in _MORE_VERBS:
    _stem = _verb.removesuffix("e")
    for _form in (_verb, f"{_verb}s", f"{_verb}es", f"{_stem}ing", f"{_verb}ing", f"{_stem}ed"):
        _MORE_FORMS.setdefault(_form, _verb)
for _word in "water train trains waters record records film films score scores dust".split():
    _MORE_FORMS.pop(_word, None)


def _ings(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    word = tokens[at] if at < len(tokens) else ""
    if word.endswith("ing") and (verb := verb_of(word) or _MORE_FORMS.get(word, "")):
        yield Parse(at + 1, verb, 0.0)


def _pasts(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    word = tokens[at] if at < len(tokens) else ""
    verb = verb_of(word)
    if verb and verb != word and not word.endswith(("ing", "s")) or word in ("cut", "read", "put", "sold"):
        yield Parse(at + 1, verb, 0.0)


A.primitive("verb_word", _verbs)
A.primitive("ing", _ings)
A.primitive("past", _pasts)
A.words("adv", "also", "then", "already", "still", "usually", "now", "just", "always", "later", "first", "currently", "normally", "typically", "finally", "however", "initially", "originally", "even", "recently", "actually", "regularly", "only", "so", "therefore", "next", "immediately", "quickly", "eventually", "accidentally", "on average", "consistently", "generally", "personally", "successfully", "excitedly", "afterwards", "often")  # fmt: skip
A.words("modal", "will", "would", "can", "could", "did", "does", "do", "has", "have", "had", "is able to", "was able to", "are able to", "were able to", "decides to", "decided to", "decide to", "plans to", "plan to", "is going to", "are going to", "was going to", "managed to", "manages to", "manage to", "should", "gets to", "likes to", "went out and", "goes out and", "is planning to", "began to", "started to", "starts to", "would like to", "ended up", "ends up", "chose to", "expects to", "went on to", "agreed to", "happened to", "is used to", "tries to", "might", "may", "shall", "intends to", "hopes to", "continued to", "was only able to", "is expected to", "are expected to", "was told to", "used the money to", "uses the money to", "used some of the money to", "uses that money to", "is trying to", "has been", "have been", "had been", "goes to", "went to", "enjoys")  # fmt: skip
A.words("must", "needs to", "need to", "needed to", "wants to", "want to", "wanted to", "has to", "have to", "had to", "must", "is required to", "are required to", "is supposed to", "has a goal to", "is hoping to")  # fmt: skip
A.alias(
    "errand",
    "(goes|went|go|stops|stopped|walks|walked|drives|drove|headed|heads|was sent|is going|travels|traveled|stopped by) (to|by|at|into|back to|over to)? (<det>)? <noun> (to|and)",
    cost=0.6,
)
A.rule("verb", "(<adv>)* <errand> (<adv>)* <v:verb_word>")(lambda v: Verb(v) if v != "be" else None)
A.rule("verb", "(<adv>|<modal>)* <v:verb_word> (<adv>)*")(lambda v: Verb(v) if v != "be" else None)
A.rule("verb", "(<adv>)* <m:must> (<adv>)* <v:verb_word> (<adv>)*")(
    lambda v, m: Verb(v, "need") if v != "be" else None
)
A.rule(
    "verb",
    "(<adv>|<modal>)* (is|was|are|were|be|been|has been|have been|had been|kept|keeps|finish|start|begin|finished|finishes|started|starts|began|spent|continued|enjoys|loves|goes|went) (<adv>)* <v:ing>",
    "(<adv>)* (is|was|are|were) (<adv>)* (planning|hoping|trying|going) (on <w:ing>|to <v:verb_word>)",
    cost=0.2,
)(lambda v="", w="": Verb(v or w))
A.words("be", "is", "are", "was", "were", "will be", "would be", "has been", "have been", "had been", "is also", "are also", "were only", "are only", "is only")  # fmt: skip
A.words("there", "there is", "there are", "there was", "there were", "there will be", "there 's", "there would be", "there are also", "there were also", "there are currently", "there are only")  # fmt: skip
A.words("det", "the", "a", "an", "his", "her", "my", "our", "their", "its", "this", "that", "these", "those", "some", "all the", "all of the", "all of his", "all of her", "all his", "all her", "all their", "all")  # fmt: skip
A.words("poss", "his", "her", "their", "my", "our", "its")
A.words("particle", "up", "out", "off", "away", "down", "in", "over", "on", "through", "around", "for", "at", "into", "to", "about", "from", "a distance of", "at a rate of", "at a speed of", "a total of", "with", "by")  # fmt: skip

# -- who -------------------------------------------------------------------------------------------

A.words("who", "he", "him", value="he")
A.words("who", "she", "her", value="she")
A.words("who", "they", "them", "both of them", "they both", "they all", "all of them", "the two of them", "the two", "the three of them", "everyone", "both", "the pair", "the couple", "all three", value="they")  # fmt: skip
A.words("who", "it", value="it")
A.words("who", "i", "we", "you", "me", "us", value="you")
A.rule("who", "(<det>)? <x:noun>")(lambda x: " ".join((*x.words, *x.of)) if x.words else None)
A.rule("who", "(<det>)? <o:noun> 's <x:noun>")(
    lambda o, x: " ".join((*o.words, *x.words)) if o.words and x.words else None
)
A.rule("who", "<poss> <x:noun> ,? <y:noun> ,?", cost=0.9)(lambda x, y: " ".join(y.words) or None)
A.rule("who", "<x:noun> , (a|an|the|his|her) <noun> (<tag>)? ,", cost=0.9)(
    lambda x: " ".join(x.words) or None
)
A.rule(
    "several",
    "<a:who> (and|&) <b:who>",
    "<a:who> , <b:who> ,? and <c:who>",
    "<a:who> , <b:who> , <c:who> ,? and <d:who>",
    cost=0.1,
)(  # fmt: skip
    lambda a, b, c="", d="": "+".join(x for x in (a, b, c, d) if x)
)
A.alias("whos", "<x:who>", "<x:several>")
A.rule("whos", "(the|all|all the|these|all of the)? <n:N> (<noun>|of them)", cost=0.3)(lambda n: f"they#{n}")

# -- when and where --------------------------------------------------------------------------------

A.words("unit_word", *sorted({f for p in TIME for f in (p, p + "s")}), "weekend", "weekends", "season", "semester", "workday", "workdays", "weekday", "weekdays", "morning", "evening", "night", "afternoon", "shift")  # fmt: skip
A.words("day", *sorted(WEEKDAYS))
A.words("month", *sorted(MONTHS))
A.words("daytime", *sorted(DAYTIME))
A.words("ordinal", "first", "second", "third", "fourth", "fifth", "last", "next", "following", "final", "sixth", "previous", "same", "other")  # fmt: skip
A.rule(
    "when",
    "(on|last|this|next|the next|by)? <d:day> (morning|afternoon|evening|night)?",
    "(in|last|this|next|during)? <d:month>",
)(  # fmt: skip
    lambda d: Tag("when", d)
)
A.rule(
    "when",
    "(in|on|during|for|after|at|by)? (the|his|her|their) <o:ordinal> <u:unit_word>",
    "(on|in|for)? the <o:ordinal> (day|one)",
)(  # fmt: skip
    lambda o, u="day": Tag("when", f"{o} {u}")
)
A.rule("when", "(in|at|during|for|over)? (the|his|her|their)? <d:daytime>", "(this|last|next) <d:daytime>")(
    lambda d: Tag("when", d)
)
A.words("now", "yesterday", "today", "tomorrow", "last night", "last week", "this week", "next week", "last year", "this year", "last month", "this month", "next month", "tonight", "next year", "the day before", "the previous day", "the next day", "the following day", "the week before", "the following week", "the year before", "the next week", "the following month", "the previous year", "the previous week", "the previous month", "the month before", "over the weekend", "on weekends", "on weekdays", "on the weekend", "during the week", "the second time", "the first time", "that day", "that night", "that week", "the same day")  # fmt: skip
A.rule("when", "<d:now>")(lambda d: Tag("when", d))
A.alias("tag", "<x:when>")
A.words("tag", "later", "first", "then", "also", "afterwards", "one day", "already", "so far", "at first", "initially", "originally", "now", "after that", "currently", "as well", "too", "finally", "at once", "to start", "to begin with", "online", "still", "there", "at home", "recently", "on average", "in the end", "at the end", "by himself", "by herself", "after this", "to start with", "at the beginning", "in the beginning", "at the start", "long", "tall", "every time", "of them", "on him", "on her", "with him", "with her", "to himself", "to herself", "for himself", "for herself", "however", "meanwhile", "unfortunately", "fortunately", "luckily", "next", "in addition", "additionally", "moreover", "soon", "just", "old", "in it", "on it", "for it", "home", "here", "inside", "right now", "in the process", "by accident", "by mistake", "for her", "for him", "for them", "for me", "on them", "by them", "by him", "by her", "so", value=Tag("none"))  # fmt: skip
A.words("tag", "in total", "altogether", "total", "in all", "together", "combined", "overall", "all together", "collectively", "between them", "in sum", "all in all", value=Tag("total"))  # fmt: skip
A.words(
    "tag",
    "at the beginning of the day",
    "at the start of the day",
    "at the beginning of the week",
    "at the start of the week",
    "at the start of the month",
    "at the beginning of the month",
    "at the beginning of the year",
    "at the beginning of the game",
    "in the middle of the day",
    "over the course of the day",
    value=Tag("none"),
)
A.words("tag", "left", "remaining", "left over", value=Tag("left"))
_PREPOSITIONS: Final = frozenset(
    "in on at from to for with by into inside near around under onto off through across along among during about before after beside behind between towards against without down up out".split()
)
_OPENERS: Final = frozenset("all the a an his her their my its our this that some these those".split())
_INSIDE: Final = frozenset("the a an his her their my its our of 's to in on at for with from and".split())
_NOT_INSIDE: Final = (UNTOLD | WEEKDAYS | {f"{day}s" for day in WEEKDAYS} | (MONTHS - frozenset("stop stops spring summer fall winter autumn".split())) | ({f for p in TIME for f in (p, p + "s")} - {"second"}) | frozenset("last next rest others left total combined all both one some many few several until how what which who when where if while so but or because after before since how again back until ago each every".split())) - frozenset("stop stops spring summer fall winter autumn first other break breaks pair pairs trip round off weekend weekday combined april may march".split())  # fmt: skip


def _places(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """A place, a purpose, company: words that tell no amount."""
    if at >= len(tokens) or tokens[at] not in _PREPOSITIONS or tokens[at] == "without":
        return
    end = at + 1
    while end < len(tokens) and tokens[end] in _OPENERS:
        end += 1
    start = end
    while end < len(tokens) and end - start < 7 and not is_number(tokens[end]):
        word = tokens[end]
        if word in _NOT_INSIDE or not (word.replace("-", "").isalpha() or word == "'s") or word in FORMS and not is_noun_word(word, last=True) and tokens[end - 1] not in _PREPOSITIONS:  # fmt: skip
            return
        end += 1
        if word not in _INSIDE:
            yield Parse(end, Tag("where", " ".join(tokens[at:end])), 0.9 + 0.5 * (end - start))


def _purposes(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """ "To make a cake", "working at a shop"."""
    if at + 1 >= len(tokens):
        return
    if not (tokens[at] == "to" and (verb_of(tokens[at + 1]) == tokens[at + 1] or tokens[at + 1] in _MORE_FORMS) or tokens[at].endswith("ing") and len(tokens[at]) > 4 and tokens[at] not in ("during", "remaining", "nothing", "everything", "something", "morning", "evening")):  # fmt: skip
        return
    end = at + 1
    while end < len(tokens) and end - at < 9 and not is_number(tokens[end]):
        word = tokens[end]
        if word in _NOT_INSIDE or not (word.replace("-", "").isalpha() or word == "'s"):
            return
        end += 1
        if word not in _INSIDE or end == at + 1:
            yield Parse(end, Tag("why", " ".join(tokens[at:end])), 1.2 + 0.5 * (end - at))


A.primitive("tag", _places)
A.primitive("tag", _purposes)
A.rule("tag", "of (a|an|his|her|the|their) <x:noun>", cost=1.2)(
    lambda x: Tag("where", f"of {' '.join(x.words)}") if x.words else None
)
A.rule("tags", "<a:tag>")(lambda a: (a,))
A.rule("tags", "<a:tag> (,)? <b:tag>")(lambda a, b: (a, b))
A.rule("tags", "<a:tag> (,)? <b:tag> (,)? <c:tag>")(lambda a, b, c: (a, b, c))

# -- amounts ---------------------------------------------------------------------------------------

A.words("about", "exactly", "only", "about", "an average of", "a total of", "up to", "just", "around", "as many as", "another", "an additional", "an extra", "a further", "some", "all", "approximately", "roughly", "a combined", "a combined total of")  # fmt: skip
A.words("again", "more", "additional", "extra", "other", "further")
A.words("many", "new", "different", "whole", "full", "of the", "of his", "of her", "of their", "of these", "such", "identical", "of its", "of those", "of my", "separate", "individual", "more of the", "regular")  # fmt: skip
A.alias("num", "(<about>)* <x:N>")
A.words("one", "a", "an", "one", "another", "a single", value=ONE)


@A.rule("plain", "<n:num> (<many>)? <x:noun>", "<n:one> (<many>)? <x:noun>", "(<about>)* <n:N> <e:again> (<many>)? <x:noun>", "another <n:N> <x:noun>")  # fmt: skip
def _plain(n: str, x: Thing, e: str = "") -> Amount | None:
    if x == MONEY or n == ONE and x.unit and not x.of and x.unit in ("second", "foot", "pound"):
        return None
    return Amount("n", "" if n == ONE else n, x, again=bool(e))


A.rule(
    "plain",
    "(a|an|his|her|their) (collection|total|group|herd|flock|pile|supply|number|stock) of <n:N> <x:noun>",
    cost=-0.5,
)(lambda n, x: Amount("n", n, x))


@A.rule(
    "plain", "(the|these|those|his|her|their|all the|all|the other|my) <n:N> (<many>)? <x:noun>", cost=0.1
)
def _the_plain(n: str, x: Thing) -> Amount | None:
    return Amount("n", n, x, determined=True)


@A.rule("plain", "<n:num> (of them|of these|of those)?", "(<about>)* <n:N> <e:again>", cost=0.5)
def _bare(n: str, e: str = "") -> Amount:
    return Amount("n", n, again=bool(e))


@A.rule("plain", "(<about>)* <m:M>", "(<about>)* <m:M> <e:again>", "(a|an|the|his|her) <m:M> (bill|note|coin)", "<m:M> (worth of|of) <noun>")  # fmt: skip
def _money(m: str, e: str = "") -> Amount:
    return Amount("m", m, MONEY, again=bool(e))


@A.rule("plain", "<n:N> <m:M> (bills|bill|notes|coins|note)", cost=-0.3)
def _notes(n: str, m: str) -> Amount:
    return Amount("n", n, Thing(("note",)), mods=(Mod("price", m),))


@A.rule("plain", "(a|an|the|one|his|her) <n:N> <u:noun> <y:noun>", cost=0.3)
def _sized(n: str, u: Thing, y: Thing) -> Amount | None:
    """ "A 200 page book": one book, which has 200 pages."""
    return Amount("n", "", y, mods=(Mod("holds", n, u),)) if len(u.words) < 2 and y.words else None


@A.rule(
    "plain",
    "(some|the|his|her|their)? <x:noun> (for|costing|at|that cost|that costs|which cost|which costs|worth) <m:M>",
    cost=0.5,
)
def _all_for(x: Thing, m: str) -> Amount | None:
    """ "Pears for $5": all of them together are one thing."""
    return Amount("n", "", x, mods=(Mod("paid", m),)) if x.words else None


@A.rule(
    "plain",
    "(some|the|his|her|their)? <x:noun> (for|costing|at|that cost|that costs|which cost|which costs|worth) <c:cmp>",
    cost=0.5,
)
def _all_for_compared(x: Thing, c: Amount) -> Amount | None:
    return (
        Amount("n", "", x, mods=(Mod("compared", amount=c),))
        if x.words and c.thing in (Thing(), MONEY)
        else None
    )


@A.rule(
    "plain",
    "<n:one> <x:noun> (with|of|that has|containing|holding|which has|that contains|that holds|weighing|that is|which is|that weighs) <k:N> <y:noun> (long|in it|inside)?",
    cost=-0.1,
)
def _one_with(n: str, x: Thing, k: str, y: Thing) -> Amount | None:
    return Amount("n", "", x, mods=(Mod("holds", k, y),)) if x.words else None


@A.rule("plain", "<f:F> (a|an|of a|of an)? <u:noun>", cost=-0.1)
def _part_of_unit(f: str, u: Thing) -> Amount | None:
    """ "Half a cup", "1/2 mile"."""
    return Amount("n", f, u) if u.unit else None


@A.rule("plain", "<k:N> <n:N> <u:noun> <y:noun>", cost=0.3)
def _so_many_sized(k: str, n: str, u: Thing, y: Thing) -> Amount | None:
    return Amount("n", k, y, mods=(Mod("holds", n, u),)) if u.unit and y.words else None


A.words("cheaper", "cheaper", "less expensive", "less", "fewer", "shorter", "lower", "lighter", "younger", "slower", "smaller", value=-1)  # fmt: skip
A.words("cheaper", "more", "more expensive", "dearer", "longer", "higher", "heavier", "older", "taller", "further", "farther", "faster", "larger", "bigger", "greater", value=1)  # fmt: skip
A.words("that", "that", "that amount", "that many", "that much", "it", "this", "this amount", "the amount", "that number", "this number", value=Ref(that=True))  # fmt: skip
A.words("do", "did", "does", "do", "has", "have", "had", "was", "is", "are", "were", "got", "will")


A.rule("ref", "<w:who> <v:verb_word> (<x:noun>)? (<t:when>)?", cost=0.1)(
    lambda w, v, x=Thing(), t=None: (
        Ref(w, x, when=t.text if t else "", verb=v) if v not in ("have", "do", "be") else None
    )
)


@A.rule("ref", "<w:who> (<do>)? (<t:when>)?", "<w:who> <verb_word> (<t:when>)?", "(he|she|they|it) (<do>|<verb_word>)? <t:when>", "<t:when>", "(on|in) <t:when>")  # fmt: skip
def _ref(w: str = "", t: Tag | None = None) -> Ref | None:
    return Ref(w if w not in ("he", "she", "they", "it") or t is None else "", when=t.text if t else "")


A.rule("ref", "(<det>)? <x:noun> (<do>)?")(lambda x: Ref(" ".join((*x.words, *x.of)), x) if x.words else None)
A.rule(
    "ref",
    "the (number|amount|price|cost|total|length|weight|size|age) of (<det>)? <x:noun> (<t:who> <verb_word>)?",
)(  # fmt: skip
    lambda x, t="": Ref(t or " ".join((*x.words, *x.of)), x)
)
A.rule(
    "ref",
    "(the (number|amount) of)? (<x:noun>)? (that)? <w:who> (has|had|have|did)? <verb_word> (to)? <t:who>",
    "what <w:who> (has|had|have|did)? <verb_word> (to)? <t:who>",
    cost=0.4,
)(lambda w, t, x=Thing(): Ref(w, x, to=t))
A.rule("ref", "(what)? <w:who> (has|had|have|did)? <verb_word> (on|for) (<det>)? <x:noun>", cost=0.3)(
    lambda w, x: Ref(w, x)
)
A.rule("ref", "the (first|second|third|last|other) (one)?", cost=0.2)(lambda: None)
A.rule("ref", "(<det>)? <x:noun> 's (<noun>)?")(lambda x: Ref(" ".join(x.words)))
A.alias("ref", "<x:that>")
A.rule("ref", "(<det>)? <x:noun> and (<det>)? <y:noun> (combined|together|do|did|has|have|had)?")(
    lambda x, y: Ref(f"{' '.join(x.words)}+{' '.join(y.words)}") if x.words and y.words else None
)


@A.rule("cmp", "(<about>)* <n:N> <s:cheaper> (<x:noun>)? than <r:ref>", "(<about>)* <n:M> <s:cheaper> than <r:ref>", "(<about>)* <n:F> <s:cheaper> (<x:noun>)? (than <r:ref>)?", "(<about>)* <n:N> (<x:noun>) <s:cheaper> than <r:ref>", "(<about>)* <n:N> <s:cheaper> (<x:noun>)? (<tag>) than <r:ref>")  # fmt: skip
def _more(n: str, s: int, r: Ref | None = None, x: Thing = Thing()) -> Amount:
    x = MONEY if "\ue400" <= n < "\ue800" else x
    return Amount("more", n, x, s, ref=r or Ref(that=True))


@A.rule("cmp", "(<about>)* <n:N> <u:noun> <s:cheaper> than <r:ref>", cost=0.1)
def _more_units(n: str, u: Thing, s: int, r: Ref) -> Amount | None:
    return Amount("more", n, u, s, ref=r) if u.unit else None


A.rule("cmp", "<n:N> (fewer|less) <x:noun>", cost=0.3)(
    lambda n, x: Amount("more", n, x, -1, ref=Ref(that=True)) if not x.unit else None
)
A.alias("factor", "(<about>)* <x:F> (times)?", "(<about>)* <x:N> times", "(<about>)* <x:N> timesd")


@A.rule("cmp", "<k:factor> as (many|much|long|far|expensive) (of)? (<x:noun>)? (<tag>)? as <r:ref>", "<k:factor> (of)? the <x:noun> (that)? <w:who> (<do>|<verb_word>)", "<k:factor> as (many|much|long|far) (<x:noun>)?", "<k:factor> the (number|amount|price|cost|total|distance|time) (of <x:noun>)? (of|as|that|than)? <r:ref>", "<k:factor> (of)? <r:that>", "<k:factor> (of)? what <r:ref>", "<k:factor> <r:that>", "<k:factor> that (much|many) <x:noun>", "<k:factor> the (number|amount) of <x:noun>")  # fmt: skip
def _times(k: str, r: Ref | None = None, x: Thing = Thing(), w: str = "") -> Amount | None:
    if w:
        r = Ref(w)
    return Amount("times", k, x, ref=r or Ref(that=True))


@A.rule(
    "cmp",
    "(<about>)* <n:N> <s:cheaper> (<x:noun>)? than <c:cmp>",
    "(<about>)* <n:M> <s:cheaper> than <c:cmp>",
    cost=-0.1,
)
def _more_than_times(n: str, s: int, c: Amount, x: Thing = Thing()) -> Amount | None:
    return Amount("times", c.letter, x or c.thing, s, n, c.ref) if c.form == "times" and not c.extra else None


@A.rule(
    "cmp", "the same (number|amount) (of <x:noun>)? (as <r:ref>)?", "as (many|much) (<x:noun>)? as <r:ref>"
)
def _same(x: Thing = Thing(), r: Ref | None = None) -> Amount:
    return Amount("same", "", x, ref=r or Ref(that=True))


A.words("rest_word", "the rest", "the remaining", "the remainder", "what is left", "what was left", "the others", "the rest of them", "what remains", "what remained", "the remaining amount", "the remaining money", "what he has left", "what she has left", "the amount left", "what he had left", "what she had left", "the money left", "the rest of it", "what 's left", "what is left over", "what they have left", "what they had left", "what she had", "what he had", "what they had", "what remained of it")  # fmt: skip


@A.rule("part", "(<about>)* <f:F> (of)? (them|it|these|those|that|his|this|which)", "(<about>)* <f:F> (of)? (the|his|her|their|those|these|all|all the|its|all his|all her)? <x:noun> (that|which)? (he|she|they)? (has|have|had|was|were)?")  # fmt: skip
def _part(f: str, x: Thing = Thing()) -> Amount:
    return Amount("f", f, x, whole=x)


@A.rule("part", "(<about>)* <f:F> (of)? (the remaining|the rest of the|the rest of his|the rest of her|the leftover|his remaining|her remaining|their remaining|the left) <x:noun>", "(<about>)* <f:F> (of)? <rest_word>", "(<about>)* <f:F> (of)? the <x:noun> (left|remaining|that remained|that were left|that was left)")  # fmt: skip
def _part_of_rest(f: str, x: Thing = Thing()) -> Amount:
    return Amount("f", f, x, 1, whole=x)


@A.rule(
    "part",
    "<f:F> (of)? (the|his|her|their)? <n:N> <x:noun>",
    "<f:F> (of)? (the|his|her|their|a|an|that)? <n:M>",
    cost=-0.1,
)
def _part_of_number(f: str, n: str, x: Thing = MONEY) -> Amount:
    return Amount("f", f, x, extra=n, whole=x)


A.rule(
    "part",
    "<rest_word> (of (the|his|her|their) <x:noun>)?",
    "the (remaining|other) <x:noun>",
    "the rest of (the|his|her|their) <x:noun>",
)(  # fmt: skip
    lambda x=Thing(): Amount("rest", thing=x)
)
A.rule(
    "part",
    "some (<x:noun>)",
    "some of (the|his|her|their) <x:noun>",
    "a (certain|number) (number)? of <x:noun>",
    cost=0.3,
)(  # fmt: skip
    lambda x: Amount("some", thing=x)
)
A.rule("part", "all (of)? (the|his|her|their|these)? <x:noun>", "all of (them|it)", cost=0.3)(
    lambda x=Thing(): Amount("all", thing=x)
)

# -- what is said behind an amount -----------------------------------------------------------------

A.words("per", "a", "an", "per", "each", "every", "for each", "for every", "in each", "in every", "on each", "to each", "from each", "every single", "with each", "for one", "in one", "per each", "for a", "for an", "in a", "at each", "into each")  # fmt: skip
A.words("each", "each", "apiece", "a piece", "each one", "per piece", "per item", "individually", "per unit", "in each", "for each", "for each one", "on each", "each in it")  # fmt: skip
A.words("period", "daily", "every day", "each day", "a day", "per day", value="day")
A.words("period", "weekly", "every week", "each week", "a week", "per week", value="week")
A.words("period", "monthly", "every month", "each month", "a month", "per month", value="month")
A.words(
    "period", "yearly", "annually", "every year", "each year", "per annum", "a year", "per year", value="year"
)
A.words("period", "hourly", "every hour", "each hour", "an hour", "per hour", "per hr", value="hour")
A.words("at_price", "for", "at", "costing", "that cost", "which cost", "worth", "that costs", "priced at", "at a price of", "at a cost of", ", costing", "which costs", "that are", "which are", "that were", "that sell for", ", each costing", ", which cost", "at a rate of", "for only", ", which costs", ", that cost", "each costing", "each worth")  # fmt: skip
A.rule(
    "mod",
    "(<at_price>)? <m:M> (<each>|<per> (<noun>))",
    "(at|costing|that cost|which cost|priced at|that costs) <m:M>",
    "each (<at_price>) <m:M>",
    "that (each)? (cost|costs) <m:M> (each)?",
    "(,)? each (of which)? (cost|costs) <m:M>",
)(  # fmt: skip
    lambda m: Mod("price", m)
)
A.rule(
    "mod",
    "(for|at|worth) (a total of|a total cost of|a total price of) <m:M>",
    "(for|worth|at) <m:M> (in total|total|altogether)?",
    cost=0.2,
)(  # fmt: skip
    lambda m: Mod("paid", m)
)
A.rule("mod", "(<at_price>) <c:cmp>", cost=0.1)(
    lambda c: Mod("compared", amount=c) if c.thing in (Thing(), MONEY) else None
)
A.words("holding", "with", "of", "containing", "holding", "that have", "that has", "that contain", "that hold", "which have", "which contain", "which hold", "that weigh", "weighing", "that each have", "that each contain", "each with", "each containing", "each holding", "each having", "each weighing", ", each with", ", each containing", ", each having", ", each holding", ", each weighing", "that are", "which are", "having", "each of which has", ", each of which has", ", each of which contains", "which has", "that contains", ", with each", "that can hold", "that can each hold", "which can hold", "that holds", "that weighs", "that has")  # fmt: skip
A.rule(
    "mod",
    "<holding> <n:num> <x:noun> (each|in each|on each|apiece|per <noun>|(in|on|per) each <noun>|inside each|long|in each one|in each of them|long each)",
    "(each with|each containing|each holding|each having|each weighing|, each with|, each containing|, each having|, each holding|, each weighing|each of which has|, each of which has|, each of which contains|that each have|that each contain) <n:num> <x:noun>",
    "of <n:N> <x:noun> (each)?",
    ", with each <noun> (having|containing|holding|weighing|with) <n:num> <x:noun>",
    "(that|which) (have|has|contain|contains|hold|holds) <n:num> <x:noun> (each|in each|in it|inside)?",
)(  # fmt: skip
    lambda n, x: Mod("holds", n, x)
)
A.rule(
    "mod",
    "(,)? (that|which|who|, which|, who) (can|could|will)? each <verb_word> (an average of|up to)? <n:num> <x:noun>",
    "(that|which) (<adv>)? <verb_word> <n:num> <x:noun> each",
)(lambda n, x: Mod("holds", n, x))
A.rule("mod", "(that|which|, which) (are|is|were|was) <n:num> <x:noun> (long|tall|wide|each|deep)? (each)?")(
    lambda n, x: Mod("holds", n, x) if x.unit or x.words[-1:] == ("page",) else None
)
A.rule("mod", "(every|each|per|a|an|for each|for every|in each|in every|to each|on each|in a) <u:noun>")(
    lambda u: Mod("per", thing=u)
)
A.rule("mod", "<u:period>", cost=-0.1)(lambda u: Mod("per", thing=Thing(unit=u)))
A.rule(
    "mod",
    "for <n:num> (straight|consecutive|more)? <u:noun>",
    "(for)? <n:N> <u:noun> in a row",
    "over <n:num> <u:noun>",
    "during <n:num> <u:noun>",
    "in <n:num> <u:noun>",
    "for (a|an|one) <u:noun>",
)(  # fmt: skip
    lambda u, n="": Mod("for", n, u) if u.unit in TIME else None
)


@A.rule("mod", "(for)? <n:N> times <u:period>", "(for)? <n:N> <d:noun> <u:period>", "once <u:period>")
def _often(u: str, n: str = "", d: Thing = Thing(("time",))) -> Mod | None:
    return Mod("often", n, d, Thing(unit=u)) if d.unit or d.words == ("time",) else None


@A.rule("mod", "<n:N> times (per|each|every) <u:noun>", "(for)? <n:N> <d:noun> (per|each|every) <u:noun>")
def _often_each(n: str, u: Thing, d: Thing = Thing(("time",))) -> Mod | None:
    return Mod("often", n, d, u) if d.unit or d.words == ("time",) else None


A.rule("mod", "<n:N> times")(lambda n: Mod("repeat", n))
A.rule("mod", "(in|every|per|for every) <n:N> <u:noun>")(lambda n, u: Mod("within", n, u) if u.unit else None)
A.words("mod", "each", value=Mod("each"))
