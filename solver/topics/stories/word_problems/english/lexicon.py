"""English words: what is a noun and what is not, verbs by what they do to a quantity, stems by which names are matched.

Closed lists are for verbs, function words, units and what everybody knows (legs, wheels, coins); nouns are open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from solver.topics.stories.word_problems.wording import singular

_IRREGULAR: Final[Mapping[str, tuple[str, ...]]] = {
    form.split()[0]: tuple(form.split()[1:])
    for form in (
        "buy bought|get got gotten|find found|win won|make made|take took taken|grow grew grown|build built|draw drew drawn|"
        "catch caught|sew sewed sewn|knit knitted|lose lost|eat ate eaten|drink drank drunk|break broke broken|"
        "throw threw thrown|lend lent|cut cut|feed fed|sell sold|send sent|spend spent|pay paid|give gave given|have has had|"
        "keep kept|hold held|leave left|read read|ride rode ridden|run ran run|swim swam swum|drive drove driven|put put|"
        "choose chose chosen|go went gone|come came come|see saw seen|bring brought|write wrote written|speak spoke spoken|"
        "wear wore worn|teach taught|learn learnt learned|think thought|stand stood|sit sat|sing sang sung|win won|"
        "set set|let let|shut shut|steal stole stolen|lay laid|fall fell fallen|fly flew flown|meet met|hurt hurt|"
        "split split|shine shone|begin began begun|burn burnt burned|spill spilt spilled|bake baked|plan planned|"
        "hand handed|order ordered|stay stayed|play played|owe owed|do did done|say said|tell told|know knew known|"
        "fit fit fitted|use used|cost cost costed|bear bore born|deal dealt|dig dug|hang hung|hide hid hidden|mow mowed mown|"
        "rise risen|shake shook shaken|show showed shown|spread spread|sweep swept|tear tore torn|withdraw withdrew withdrawn|"
        "be is am are was were been being"
    ).split("|")
}
_DOUBLED: Final = frozenset("plan stop shop drop pack ship knit get put run swim cut win dig begin rob bat fit mow chop mop pot wrap skip snap stir".split()) - {"pack", "mow"}  # fmt: skip


def forms_of(verb: str) -> Iterator[str]:
    """The forms of a verb.

    >>> sorted(forms_of("buy")), sorted(forms_of("bake"))
    (['bought', 'buy', 'buying', 'buys'], ['bake', 'baked', 'bakes', 'baking'])
    """
    yield verb
    yield from _IRREGULAR.get(verb, ())
    last, rest = verb[-1], verb[:-1]
    consonant_y = last == "y" and verb[-2] not in "aeiou"
    yield (
        rest + "ies"
        if consonant_y
        else verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    )
    stem = verb + last if verb in _DOUBLED else rest if last == "e" and not verb.endswith("ee") else verb
    yield stem + "ing"
    if verb not in _IRREGULAR:
        yield rest + "ied" if consonant_y else stem + "ed"


ABBREVIATED: Final = {
    "kilogram": "kg", "kilo": "kg", "kgs": "kg", "gram": "g", "litre": "l", "liter": "l", "metre": "m", "meter": "m",
    "millilitre": "ml", "milliliter": "ml", "kilometre": "km", "kilometer": "km", "centimetre": "cm", "centimeter": "cm",
    "gigabyte": "gb", "millimetre": "mm", "millimeter": "mm", "milligram": "mg", "decimetre": "dm", "decimeter": "dm",
}  # fmt: skip
MEASURES: Final = frozenset({*ABBREVIATED.values(), "tonne", "ton", "pound", "ounce", "gallon", "mile", "hour", "minute", "acre", "hectare", "cup", "page"})  # fmt: skip
# What a verb does to what its subject has, where a number stands behind it.
STATE: Final = (
    "have own keep hold contain store stock carry house employ display exhibit possess hold weigh measure seat "
    "show number accommodate feature support transport offer host comprise cover serve use"
).split()
GAIN: Final = (
    "get receive find collect pick win earn make bake catch gather harvest save grow plant raise produce borrow build draw paint "
    "fold knit sew print pack fill cook prepare gain inherit add score accept acquire download pluck dig record write mine "
    "assemble fetch obtain create craft lay brew wash repair read walk run cycle swim drive cover travel watch solve answer "
    "complete finish deposit hatch adopt welcome invite hire unload import restock refill recruit learn type row jog hike "
    "photograph count see bring take"
).split()  # fmt: skip
LOSE: Final = (
    "lose eat drink use break drop throw remove donate cut feed burn waste spill pour consume mail send ship deliver return "
    "crack discard pop smash give sell lend spend post hand drain withdraw finish chop peel plant swallow release transfer "
    "destroy leak evaporate kill"
).split()  # fmt: skip
GIVE: Final = "give hand lend send pass donate offer mail award present".split()
BUY: Final = "buy purchase order get choose take acquire want select need pick bring".split()
SELL: Final = "sell auction".split()
PAY: Final = "pay spend".split()
MOVE_AWAY: Final = "leave depart fly go drive swim walk run get move".split()
MOVE_IN: Final = "arrive come join enter board get return park".split()

CHANGING: Final = frozenset({*LOSE, *GIVE, *SELL, *PAY, *MOVE_AWAY}) - {
    "use",
    "walk",
    "run",
    "plant",
    "read",
    "ship",
    "post",
    "mail",
    "release",
    "go",
    "leave",
}
ANIMAL_LEGS: Final = {
    **dict.fromkeys(
        "chicken hen duck goose bird turkey ostrich rooster duckling sparrow pigeon peacock parrot owl swan crane chick emu flamingo "
        "man person child woman human penguin pheasant farmer people quail cock crow eagle canary".split(), 2),
    **dict.fromkeys(
        "rabbit cow pig sheep goat horse dog cat lamb donkey bunny hare zebra lion elephant tiger deer calf pony llama alpaca giraffe "
        "mule ox buffalo kitten puppy hamster lizard turtle tortoise frog fox camel antelope mouse bear monkey table chair".split(), 4),
    **dict.fromkeys("spider octopus scorpion crab tarantula".split(), 8),
    **dict.fromkeys("ant beetle bee butterfly dragonfly insect ladybug ladybird fly grasshopper cricket wasp cockroach".split(), 6),
}  # fmt: skip
WHEELS: Final = {
    **dict.fromkeys("bicycle bike motorcycle motorbike scooter moped".split(), 2), "tricycle": 3, "unicycle": 1,
    **dict.fromkeys("car van taxi jeep cab wagon quad".split(), 4),
}  # fmt: skip
CENTS: Final = {"penny": 1, "nickel": 5, "dime": 10, "quarter": 25}

COLLECTIVE: Final = frozenset(
    "animal pet fruit toy person people child item flower vehicle student pupil creature bird insect ticket book coin tree drink vegetable "
    "stamp visitor passenger guest member worker employee customer participant spectator voter vote thing piece object question "
    "problem seat plant instrument ball sticker card pastry cake marble bead pencil pen shape beverage dessert snack container "
    "letter bill note banknote player athlete resident shirt sweet candy sandwich meal room boat table bottle box bag crate "
    "kid adult machine kind type head wheel fish goods product answer attempt shot point basket stool furniture attendee "
    "audience crowd staff class club team farm mixture total game match shift day ball cup".split()
)  # fmt: skip

# No word of a noun: an open slot cannot swallow a clause.
FUNCTION: Final = frozenset(
    "a an the this that these those each every per some any all both one ones another other others rest remaining remainder "
    "has have had having is are was were be been being am do does did will would can could should must may might shall "
    "of for to in on at from with without by as into onto after before during until since than then if when while because among "
    "between through toward towards against along and or but so not n't no nor only just also too either neither though although "
    "he she it they we you i him her them us me his hers its their theirs our my your who whom whose which what how why where "
    "much many more less fewer most least few total sum difference ratio product average altogether together combined "
    "costs costing spent spends paid pays paying bought buys buying sold sells gave given gives got gets took taken eats ate left "
    "goes went loses lost made makes found finds receives received wants wanted needs needed times twice half double triple percent there "
    "here now cheaper older younger longer shorter taller heavier lighter greater larger bigger smaller higher lower dearer "
    "brings brought kept keeps puts contains contained holds held same different equal equally ago earns earned whether such own "
    "additional extra originally remain remains remained whole entire let worth owe owes chose chosen joined voted spoke split "
    "divided divides shared shares downstream upstream respectively including consisting namely plus minus 's ' already still again "
    "exactly every once until away except instead rather first second third last next either nobody none nothing "
    "apiece cost make makes pay spend buy sell need want say says said many old find give get bringing leaving "
    "collected collects raises raised saves saved planted reads grew baked bakes weighs weigh weighed".split()
)  # fmt: skip
# Words that may be part of a phrase that names a part of a whole, but tell nothing that names are matched by.
LIGHT: Final = frozenset(
    "a an the of for to in on at from with by as into onto and or is are was were be been being am do does did has have had will would "
    "can could should there here it they them he she his her their its our my your this that these those who which what how many much "
    "some any all both one ones other others each every kind kinds type types sort 's ' out up down off away i we you me us him "
    "number amount total altogether together only either also about so still now people's get got gets".split()
)  # fmt: skip
# Function words that may stand before the noun they belong to: "lower seats", "the first class".
SOFT: Final = frozenset("lower upper higher larger bigger smaller longer shorter older younger lighter heavier first second third last next single half double extra whole little".split())  # fmt: skip
SLIPS: Final = {
    "recieve": "receive", "recieves": "receives", "recieved": "received", "recive": "receive", "alltogether": "altogether",
    "altogehter": "altogether", "altogther": "altogether", "togehter": "together", "togather": "together", "teh": "the",
    "hte": "the", "wich": "which", "whcih": "which", "chnage": "change", "mony": "money", "moeny": "money", "dose": "does",
    "boght": "bought", "bougth": "bought", "bougt": "bought", "byus": "buys", "expencive": "expensive", "payed": "paid",
    "expansive": "expensive", "muhc": "much", "mutch": "much", "meny": "many", "diffrence": "difference", "ratoi": "ratio",
    "spended": "spent", "twise": "twice", "tiket": "ticket", "tikets": "tickets", "studens": "students", "chidren": "children",
    "childrens": "children", "peices": "pieces", "remaning": "remaining", "thier": "their", "anwser": "answer", "awnser": "answer",
    "quater": "quarter", "fourty": "forty", "ninty": "ninety",
}  # fmt: skip
# What no phrase begins with.
EMPTY: Final = frozenset("are is was were be been being of them it they he she who which that and or there have has had do does did a an".split()) - {"a", "an"}  # fmt: skip
PERIODS: Final = frozenset(
    "day week month year hour minute weekend morning afternoon evening night season time".split()
)
WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTHS: Final = (
    "january february march april may june july august september october november december".split()
)
SEASONS: Final = "spring summer autumn winter".split()
ARTICLES: Final = frozenset("a an the his her its their my our this that these those".split())
# What a phrase never contains: these words change what is counted.
BARRIER: Final = frozenset(
    "than ratio times per more less fewer remaining rest remainder not n't no without except unless if when while but how what why "
    "total sum difference twice half double left equal equally average together altogether combined respectively "
    "same every each both older younger cheaper dearer because , . ? ! ; : ( ) = + others another until including".split()
)


def _base_forms() -> dict[str, str]:
    bases: dict[str, str] = {}
    for verb in dict.fromkeys(
        [*_IRREGULAR, *STATE, *GAIN, *LOSE, *GIVE, *BUY, *SELL, *PAY, *MOVE_AWAY, *MOVE_IN]
    ):
        for form in forms_of(verb):
            bases.setdefault(form, verb)
    return bases


_BASES: Final = _base_forms()


def stem(word: str) -> str:
    """A word without its ending, so that "sold", "selling" and "sells" are one.

    >>> stem("sold"), stem("selling"), stem("apples"), stem("walked"), stem("geese")
    ('sell', 'sell', 'apple', 'walk', 'goose')
    """
    if word in _BASES:
        return _BASES[word]
    one = singular(word)
    for ending in ("ing", "ed"):
        if one.endswith(ending) and len(one) > len(ending) + 3:
            cut = one[: -len(ending)]
            return (
                cut[:-1]
                if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "ls"
                else cut.removesuffix("e")
            )
    return one


def words_of(name: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    return frozenset(stem(w) for w in name.replace("-", " ").split() if w not in LIGHT)


def is_collective(name: str) -> bool:
    """Whether a name is for things of many names: "animals", "the fruit", "the weight"."""
    head = name.partition(" of ")[0].split()
    return bool(head) and (stem(head[-1]) in COLLECTIVE or name in _GENERIC)


_GENERIC: Final = frozenset("part portion share workforce stock mass volume paint dough cargo crop harvest herd flock crowd audience membership food weight amount total number money time distance length area load trip journey quantity sum prize whole mixture blend collection land budget work way route day order supply stock cost price salary income book estate sample drink".split())  # fmt: skip


def common(container: str, item: str) -> int | None:
    """How many of an item everybody knows a thing to have: legs of a hen, wheels of a car, cents of a dime."""
    head = container.split()[-1] if container else ""
    match item:
        case "leg" | "foot":
            return ANIMAL_LEGS.get(head)
        case "head":
            return 1 if head in ANIMAL_LEGS else None
        case "wheel" | "tyre" | "tire":
            return WHEELS.get(head)
        case "cent":
            return CENTS.get(head)
        case _:
            return None


_OCCURS: Final = frozenset([*STATE, *GAIN, *MOVE_IN, *BUY]) | frozenset(
    (
        "attend sing grow live stand work visit contain hold see come play study learn take join choose own sit lie stay appear exist "
        "participate compete receive inherit need require be employ enter travel fly sail walk wear drink like prefer vote pick belong "
        "do have get there give spend pay dance listen picture display available now fit go show amount"
    ).split()
)


def is_content(name: str, container: str) -> bool:
    """Whether the first name is what the second one holds.

    >>> is_content("pen", "box of pen"), is_content("loaf", "loaf of bread")
    (True, False)
    """
    return " of " in container and container.partition(" of ")[2] == name


def is_measure(word: str) -> bool:
    """Whether a word is a unit of measure."""
    return word in MEASURES


def says_nothing(word: str) -> bool:
    """Whether a word of a question does not tell what is asked for: "how many boys attend"."""
    return word in _OCCURS


_PAIRS: Final = (("boy", "girl"), ("man", "woman"), ("adult", "child"), ("male", "female"), ("male", "woman"))
_OPPOSITE: Final = {**dict(_PAIRS[::-1]), **{b: a for a, b in _PAIRS[::-1]}}


def opposite(name: str) -> str | None:
    """The other half of an audience, a class, a team: "boys" of "girls"."""
    head, _, last = name.rpartition(" ")
    other = _OPPOSITE.get(singular(last))
    return f"{head} {other}".strip() if other else None


_CONTRARY: Final = (
    "empty occupied", "empty taken", "empty full", "vacant occupied", "vacant taken", "free taken", "free occupied",
    "absent present", "unsold sold", "single married", "unmarried married", "odd even", "broken unbroken", "paid unpaid",
)  # fmt: skip


def contrary(word: str) -> tuple[str, ...]:
    """Words for what is not so, stems as `words_of` gives them.

    >>> contrary(stem("empty"))
    ('occupi', 'take', 'full')
    """
    pairs = [tuple(stem(w) for w in pair.split()) for pair in _CONTRARY]
    return tuple(b if a == word else a for a, b in pairs if word in (a, b))


_LEFT: Final = re.compile(r"\b(?:left|remain(?:s|ing)?)\b")


def asks_what_is_left(question: str) -> bool:
    """Whether a question is for what is left: "how many are left", "how much remains"."""
    return bool(_LEFT.search(question))


_TO_DO: Final = re.compile(
    r"\b(?:still|yet|left|remain(?:s|ing)?|unfinished|undone|un(?:read|paid|painted|opened|sold|used|eaten|answered|marked|solved|planted|spent|packed|ploughed|mown|swum|sewn|finished))\b|n't\b|\bnot\b"
)
_TOGETHER: Final = re.compile(
    r"\b(?:together|in total|in all|altogether|combined|all told)\b|\b(?:total|combined) (?:cost|price|weight|mass|length|number|amount|capacity)\b"
)
_EACH_OF_THEM: Final = re.compile(r"\b(?:each|every|respectively|individually|separately)\b")
_HOW_MUCH: Final = re.compile(
    r"\bhow (?:many|much|long|far|heavy)\b|\bwhat (?:is|are|was|were|do|does|did)\b"
)


def asks_what_is_to_do(question: str) -> bool:
    """Whether a question is for what is not done yet.

    >>> asks_what_is_to_do("how many pages has she still to read"), asks_what_is_to_do("how many pages did she read")
    (True, False)
    """
    return bool(_TO_DO.search(question))


def asks_for_one_sum(question: str) -> bool:
    """Whether a question is for one amount that several things make together.

    >>> asks_for_one_sum("what do a brick and a tile weigh together"), asks_for_one_sum("how much is each")
    (True, False)
    """
    return (
        bool(_TOGETHER.search(question))
        and not _EACH_OF_THEM.search(question)
        and len(_HOW_MUCH.findall(question)) < 2
    )


def asks_for_total(question: str) -> bool:
    """Whether a question is for all that there ever was: not told apart in English.

    "How many does she have in total?" may well be asked after she gave some away.
    """
    return False


def times_in(question: str) -> frozenset[str]:
    """The times that a question names: in English the grammar itself reads "on Monday" as a part of what is asked for."""
    return frozenset()


def asks_for_more(question: str) -> bool:
    """Whether a question is for what is paid besides what was paid before: "how much more does she pay"."""
    return False
