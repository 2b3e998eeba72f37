"""The words that hold an account together: verbs by what they do to what is counted, strict words, kinds of things."""

from __future__ import annotations

from typing import Final

from solver.topics.stories.school.english.marks import SCALES, TIME, UNITS
from solver.topics.stories.school.english.words import (
    ARTICLES,
    AUX,
    FORMS,
    OPERATORS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    STRICT,
)
from solver.topics.stories.word_problems.wording import singular

HAVE: Final = frozenset("have own hold contain be store possess weigh fit carry".split())
GAIN: Final = frozenset(
    "get receive find collect pick win buy purchase order earn make bake catch gather harvest grow produce borrow build draw adopt acquire raise "
    "cook add gain download hatch knit sew paint print inherit lay craft create save bring rent prepare hire invite dig deposit brew discover".split()
)
LOSE: Final = frozenset(
    "lose eat drink use give donate sell spend throw remove pay burn waste spill discard lend drop withdraw mail send delete erase break "
    "consume die leave give_away throw_away throw_out sell_off hand_out give_out pay_off quit pass_out".split()
)
NEED: Final = frozenset("need want require".split())
BUY: Final = frozenset("buy purchase order get rent need want require hire".split())
SELL: Final = frozenset("sell".split())
SPEND: Final = frozenset("spend pay cost use".split())
EARN: Final = frozenset("earn make get receive charge sell collect raise save".split())
SYNONYMS: Final = (
    frozenset("buy purchase order get".split()), frozenset("make bake cook prepare create produce".split()), frozenset("earn make get receive".split()),
    frozenset("eat consume".split()), frozenset("spend pay".split()), frozenset("run jog".split()), frozenset("drive travel go ride walk run bike cover".split()),
    frozenset("pick collect gather harvest get find".split()), frozenset("give donate give_away".split()), frozenset("use need".split()),
    frozenset("collect get receive find have".split()), frozenset("practice practise work".split()),
)  # fmt: skip
KINDS: Final[dict[str, frozenset[str]]] = {
    "fruit": frozenset("apple orange banana pear peach plum mango grape strawberry cherry lemon kiwi melon watermelon pineapple blueberry coconut lime".split()),
    "animal": frozenset("dog cat cow pig sheep goat horse chicken duck rabbit bird fish hen turkey goose hamster lion tiger bear monkey elephant zebra giraffe snake turtle llama donkey deer".split()),
    "pet": frozenset("dog cat rabbit bird fish hamster snake turtle parrot gerbil".split()),
    "flower": frozenset("rose tulip daisy lily sunflower daffodil orchid carnation violet marigold".split()),
    "vegetable": frozenset("potato carrot cucumber pepper tomato onion cabbage lettuce broccoli bean pea corn".split()),
    "person": frozenset("boy girl man woman child kid adult student teacher parent pupil player member guest friend passenger worker employee".split()),
    "child": frozenset("boy girl kid".split()), "student": frozenset("boy girl".split()), "pupil": frozenset("boy girl".split()), "kid": frozenset("boy girl child".split()),
    "bird": frozenset("chicken duck turkey goose hen pigeon sparrow parrot crow".split()),
    "coin": frozenset("penny nickel dime quarter".split()), "vehicle": frozenset("car truck bus van motorcycle bike bicycle".split()),
}  # fmt: skip
GROUPS: Final = frozenset(
    "boy girl friend kid man woman person child brother sister student sibling cousin family group team couple worker player guy pair".split()
)
"""Names for all of whom a story tells."""
LOOSE: Final = frozenset("piece number amount".split())
"""Heads that say nothing: a piece of candy is a candy."""
WEEKDAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS: Final = frozenset(
    "january february march april may june july august september october november december spring summer autumn winter".split()
)
DAYTIME: Final = frozenset(
    "morning afternoon evening night noon midday weekend lunch dinner breakfast".split()
)
_NO_NOUN: Final = (
    frozenset(
        "hundred thousand million dozen today yesterday tomorrow tonight ago half off please however suppose timess timesd percent again "
        "already initially later everyone everything everybody someone nothing something anything nobody ones equally evenly overall whole "
        "total combined costs cost worth per apiece long".split()
    )
    | WEEKDAYS
)
STOP: Final = OPERATORS | AUX | ARTICLES | PREPOSITIONS | PRONOUNS | PARTICLES | _NO_NOUN
_NOUN_TOO: Final = frozenset(
    "books book drinks drink walks walk runs cuts cut orders order plants plant prints records charges loads load bikes bike slices slice calls call "
    "packs pack points point hits hit pages page visits visit trips trip cards card stamps stamp boxes box bags bag rides ride snacks snack toys pieces piece "
    "sales sale lands wins plays play flies fishes fish bowls bowl tapes waters water dresses dress works work bets shots shot saves rings ring "
    "shows show gifts gift seats seat beds bed eggs egg nails nail picks pick races race rests studies trains train stores store houses house "
    "games game tips tip bands band fans fan lights light screws stars star times tickets ticket rows row lines line reports drives "
    "paints paint coats coat notes note pins pin holes hole marks mark files file votes vote boats boat flowers flower lets meals meal hours "
    "stop stops stand stands stay visit catch haul hike drop drops spray load bucket buckets building buildings meeting meetings painting paintings drawing drawings earring earrings string strings wing wings dressing topping toppings serving servings clothing purchase purchases charge charges permit permits dance dances design designs exchange fall guess help hope insult judge kick laugh lock look love market measure mistake move offer part pass pay pump punch question reply request rise roll rolls rush search shower sign signs sleep smile sort spray stay step steps swing swings switch talk tie ties tour track trade trail treat treats trick turn turns twist walk waste watch watches wish wonder yard worker donation class classes share shares weeks days exercises exercise sets set stacks stack scores score deposits deposit prizes prize parks park tests test".split()
)
# A clause with one of these is no mere scene, even without a number.
UNTOLD: Final = (
    STRICT
    | frozenset(
        "share shared shares split splits divide divides divided give gives gave sell sells sold eat eats ate use uses used lose loses lost drop "
        "drops dropped throw throws threw donate donates donated spend spends spent pay pays paid pour pours poured mix mixed cut cuts remove "
        "removed refund refunds refunded discount discounted off twins triplets pair pairs couple overtime round trip commission interest "
        "break breaks broke broken burn burns burned burnt delete deleted erase erased trade traded exchange exchanged combine combined "
        "join joins joined leave leaves left quit quits die dies died double doubled triple tripled per average weekend weekends weekday weekdays "
        "except unless assuming assume only decides decided".split()
    )
) - frozenset("and or but then so because since who how what which when if own while last next first to too also all now one other "
              "different together pair sells sell any after before still until between over back again total".split())  # fmt: skip
HARMLESS_ENDS: Final = frozenset("to for".split())


def is_noun_word(word: str, *, last: bool) -> bool:
    """Whether a word may be part of the name of a thing."""
    if not last and word in ("first", "second", "third", "fourth", "fifth", "other"):
        return True
    if not word[:1].isalpha() or not word.replace("-", "").isalpha() or word in STOP:
        return False
    return not (last and word in FORMS and word not in _NOUN_TOO)


def head_of(word: str) -> str:
    """A noun as one: pens as pen, children as child."""
    return {"children": "child", "men": "man", "women": "woman", "people": "person", "mice": "mouse", "geese": "goose", "pennies": "penny"}.get(word) or singular(word)  # fmt: skip


def unit_of(word: str) -> str:
    """The measure that a word is, "" for none."""
    one = UNITS.get(word, head_of(word)) if len(word) > 2 else head_of(word)
    return one if one in SCALES or one in TIME else ""


def same_deed(one: str, other: str) -> bool:
    """Whether two verbs may tell of the same deed."""
    return one == other or any(one in group and other in group for group in SYNONYMS)


def role_of(verb: str) -> str:
    """What a verb does to what its subject has: have, gain, lose, need; all others do."""
    if verb in NEED:
        return "need"
    for role, verbs in (("lose", LOSE), ("have", HAVE), ("gain", GAIN)):
        if verb in verbs:
            return role
    return "do"


DONE_WITH: Final = frozenset(
    (
        "read type solve answer finish complete watch wash clean mow drive run walk travel paint fix "
        "grade deliver do cover memorize repair practice write"
    ).split()
)
MADE: Final = frozenset(["make", "bake", "cook", "prepare", "create", "brew"])
SMALL: Final = frozenset(("in on at to for from with by the a an his her their its of into during").split())
