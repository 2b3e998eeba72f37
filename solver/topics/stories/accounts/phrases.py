"""English phrases of accounts: names, things, amounts with what is said of them. See `word_problems.chart` for the notation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from solver.topics.stories.accounts.values import MONEY, Tag, Thing, Verb
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
)(lambda a, b, c="", d="": "+".join(x for x in (a, b, c, d) if x))
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
)(lambda d: Tag("when", d))
A.rule(
    "when",
    "(in|on|during|for|after|at|by)? (the|his|her|their) <o:ordinal> <u:unit_word>",
    "(on|in|for)? the <o:ordinal> (day|one)",
)(lambda o, u="day": Tag("when", f"{o} {u}"))
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
