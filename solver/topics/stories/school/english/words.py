"""English words that hold a story together: verbs by what they do, prepositions, adverbs, and the words that are strict.

Nouns, names and adjectives are open. A word of `OPERATORS` stands only where a form accounts for it.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.word_problems.english.lexicon import forms_of

HAVE: Final = "have own possess keep".split()
HOLD: Final = "hold contain seat fit carry store include house".split()
GAIN: Final = (
    "get receive find collect pick win earn make bake catch gather harvest grow produce borrow build draw paint fold knit sew "
    "print prepare gain score add brew download dig knit adopt hatch inherit raise write record deliver pluck fetch plant cook "
    "lay pour_in assemble manufacture save"
).split()  # fmt: skip
LOSE: Final = (
    "lose eat drink use break drop throw remove donate burn waste spill discard give sell lend spend post send hand withdraw "
    "take_out pour_out cut_off saw_off cut_out give_away throw_away fly_away run_away swim_away go_away get_off get_out go_home "
    "leave die escape wither borrow_from take_away fly_off drive_away walk_away blow_away burn_down pour_off saw_off chop_off "
    "tear_out eat_up use_up consume smash crack rot melt leak take_off"
).split()  # fmt: skip
JOIN: Final = "join arrive come come_in enter get_on get_in board land come_back fly_in move_in add climb_on park".split()
GIVE: Final = "give hand lend send pass donate offer award present sell distribute".split()
BUY: Final = "buy purchase order choose".split()
PAY: Final = "pay spend".split()
EARN: Final = "earn save get receive make win collect find".split()  # where it is money
SHARE: Final = "share divide split distribute".split()
PUT: Final = "put pack place arrange plant stack load bag set fit pour store paste stick plant line_up put_into".split()
DAMAGE: Final = "break crack smash burn rot damage spoil".split()
CUT: Final = "cut saw divide split tear slice".split()
MOVE: Final = "run walk drive cycle swim ride jog travel row hike sail fly climb go ski skate march".split()
DO: Final = "read solve answer play practise practice work type learn visit wash clean repair watch train study sleep mow fill serve knit carry sell deliver spend use".split()
NEED: Final = "need want require".split()
COST: Final = "cost".split()
WEIGH: Final = "weigh measure".split()
OTHER: Final = (
    "be do go buy save remain stay wear like play feed drink last take sit stand live attend go come see meet help start begin finish end "
    "fill charge owe rise fall increase decrease reduce drop_by enjoy decide plan bloom flower vote sing dance travel ask say "
    "contain show serve leave pour add set lie change exchange swap visit fill rent bring ride prefer choose speak return"
).split()  # fmt: skip
VERBS: Final = tuple(
    dict.fromkeys(
        v.partition("_")[0]
        for group in (HAVE, HOLD, GAIN, LOSE, JOIN, GIVE, BUY, PAY, SHARE, PUT, CUT, MOVE, DO, NEED, COST, WEIGH, OTHER)
        for v in group
    )
)  # fmt: skip
FORMS: Final[dict[str, str]] = {}
for _verb in VERBS:
    for _form in forms_of(_verb):
        FORMS.setdefault(_form, _verb)
FORMS.update({
    "has": "have", "had": "have", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "found": "find",
    "left": "leave", "sat": "sit", "lay": "lie", "lies": "lie", "stood": "stand", "saw": "see", "saws": "saw", "sawed": "saw", "sawn": "saw",
    "felt": "feel", "ground": "grind", "spent": "spend", "bore": "bear", "learnt": "learn", "burnt": "burn", "travelled": "travel",
    "travelling": "travel", "sitting": "sit", "getting": "get", "putting": "put", "cutting": "cut", "running": "run", "swimming": "swim", "dropped": "drop", "planned": "plan", "stopped": "stop", "rented": "rent", "practising": "practise",
})  # fmt: skip
AUX: Final = frozenset(
    "do does did is are was were be been being am has have had will would can could should must may might".split()
)
PARTICLES: Final = frozenset("away off out on up down in back over into".split())
PREPOSITIONS: Final = frozenset(
    "in on at to for from with of by into onto among amongst between per during over after before under around through inside near within as about".split()
)
AMONG: Final = ("among", "amongst", "between", "into", "with", "for", "to")
PLACES: Final = ("in", "on", "at", "inside", "by", "near", "under")
PRONOUNS: Final = frozenset(
    "he she it they him her them his hers its their theirs we us you i himself herself themselves".split()
)
ARTICLES: Final = frozenset("a an the his her its their my our your this that these those".split())
OPERATORS: Final = frozenset(
    "each every per more less fewer than times twice half double triple left remaining remain remains remained rest others other another both all "
    "average except without not no none neither nor never only still already before after ago again back instead same equal equally altogether "
    "together total first now then originally both one some several few many much any most least apiece until unless if when while "
    "who which that but and or so because however though although as such remainder extra additional further rather either "
    "today yesterday tomorrow there here how what where why than too also even just nearly almost around approximately exactly every respectively "
    "difference sum ratio product percent percentage fraction change profit loss discount faster slower older younger taller shorter "
    "longer heavier lighter cheaper bigger smaller larger higher lower dearer wider deeper thicker nearer further farther older "
    "last next ago twice once always often sometimes usually daily weekly monthly yearly hourly empty less minus plus".split()
)  # fmt: skip
# Words that may hold quantities together or change them, where a problem is read by patterns or by the roles of its numbers.
STRICT: Final = frozenset(
    "each every per more less fewer than times twice half quarter third left remaining remain remains remained rest average mean "
    "another other others both either neither except without not no none never nobody nothing n't only still already before after "
    "ago again back instead until till unless some any few several many much how what which who when if same equal equally different "
    "difference total altogether together sum product first next last extra additional plus minus increase increases increased "
    "decrease decreases decreased reduce reduced reduces further farther faster slower longer shorter older younger cheaper dearer heavier "
    "lighter bigger larger smaller higher lower taller wider narrower deeper earlier later sooner early late or and but then while "
    "one ones whose return returns returned twin about least most own same also too between nearly almost exactly over under above below "
    "doubles doubled halves halved triples tripled broken missing ratio percent isn't doesn't don't didn't won't aren't wasn't can't "
    "opposite towards toward apart meet meets all ten's except instead free discount sale tax stops stopped stop breaks pauses "
    "altogether additionally afterwards meanwhile since because so though although once square circular".split()
)  # fmt: skip
# Past tenses that are never a part of a name.
FINITE: Final = frozenset(
    "ate drank drove ran went came gave took spent won bought wrote knew swam flew grew sang wore rode brought caught taught threw had has have".split()
)
COMPARATIVES: Final = frozenset(
    "taller shorter longer heavier lighter cheaper bigger smaller larger higher lower dearer wider deeper thicker older younger "
    "narrower thinner warmer colder hotter cooler faster slower greater further farther".split()
)
LESSER: Final = frozenset(
    "shorter lighter cheaper smaller lower younger narrower thinner colder cooler less fewer slower".split()
)
MEASURED: Final = frozenset("long wide tall high deep thick old heavy away far".split())
WEEKDAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
DAYTIME: Final = frozenset(
    "morning afternoon evening night noon midday today yesterday tomorrow weekend".split()
)
# What may stand anywhere in a clause and changes nothing.
IDLE: Final = frozenset(
    "then also later however first finally just about_to so only already still now today yesterday afterwards soon next meanwhile please "
    "suddenly quickly happily carefully usually tonight once".split()
)
PEOPLE: Final = frozenset(
    "person people child man woman boy girl pupil student adult passenger guest member visitor spectator player worker teacher friend "
    "classmate customer employee neighbour neighbor kid parent tourist participant scout runner singer dancer musician villager "
    "resident voter fan attendee camper traveller swimmer sister brother cousin family".split()
)
SELLERS: Final = frozenset(
    "cashier shopkeeper seller assistant salesman saleswoman clerk driver waiter shop vendor".split()
)
ALTOGETHER: Final = frozenset("together altogether total".split())
_WORD: Final = re.compile(r"[a-zà-öø-ÿ][a-zà-öø-ÿ'-]*")


def is_open(word: str) -> bool:
    """Whether a word may be part of a name of a thing."""
    return (
        bool(_WORD.fullmatch(word))
        and word not in OPERATORS
        and word not in AUX
        and word not in PARTICLES
        and word not in ARTICLES
        and word not in PREPOSITIONS
        and word not in PRONOUNS
    )
