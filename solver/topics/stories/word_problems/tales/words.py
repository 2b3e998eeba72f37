"""The words of English tales: verbs by what they do to a quantity, periods, what one unit has of another, names by gender."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.word_problems.english.lexicon import FUNCTION, forms_of
from solver.topics.stories.word_problems.wording import singular

# What a verb does to what its subject has: it is a state, it adds, it takes away; of all others only the sums are asked for.
STATE: Final = frozenset(
    "have own hold contain store stock carry possess weigh seat cost be accommodate include fit".split()
)
NEED: Final = frozenset("need want require".split())  # a goal: what is to be had
IN: Final = frozenset(
    "get receive find collect pick win buy purchase order earn make bake catch gather harvest save grow produce borrow build draw "
    "paint cook prepare add adopt acquire raise score sew knit create gain craft lay hatch deposit charge bring".split()
)
OUT: Final = frozenset(
    "lose eat drink use give donate sell spend throw remove pay cut burn waste spill pour consume discard lend drop withdraw "
    "return hand mail send".split()
)
DO: Final = frozenset(
    "break read write walk run drive jog swim bike cycle ride travel hike work play watch study practice sleep wash clean mow type plant "
    "pack fill serve teach visit solve answer complete finish print climb lift fold repair fix produce exercise row fly knit "
    "memorize record cover deliver ship do see invite hire attend feed milk train dance bowl throw shoot perform take practise "
    "babysit tutor rent load download deliver jump skip burn swim sing stack photograph call dig peel slice polish shovel rake "
    "vacuum iron decorate wrap assemble install process sharpen grade volunteer exercise spend run pick hit sew wear put".split()
)
BUY: Final = frozenset("buy purchase order need want get rent take pick require".split())
STRICT: Final = frozenset("buy purchase order rent sell".split())  # money is always paid for it
SELL: Final = frozenset("sell".split())
SPEND: Final = frozenset("spend pay use".split())
EARN: Final = frozenset("earn make charge receive get save collect win raise".split())
VERBS: Final = STATE | NEED | IN | OUT | DO
FORMS: Final = {form: verb for verb in sorted(VERBS) for form in forms_of(verb)} | {
    "has": "have", "had": "have", "is": "be", "are": "be", "was": "be", "were": "be", "bowls": "bowl", "practiced": "practice",
}  # fmt: skip
for _verb in ("sell", "buy", "have", "eat", "get", "run", "find", "fall", "found"):
    for _form in forms_of(_verb):
        FORMS.setdefault(_form, _verb)
FORMS["found"] = "find"
_PAST: Final = re.compile("[a-z]{2,}[a-z]ed")
_NOT_VERBS: Final = frozenset(
    "hundred seed speed weed breed feed need bed red shed sled feet indeed unused used".split()
)


def verb_of(token: str) -> str:
    """The verb of which a word is a form: a known one, or any other past tense; "" where it is none.

    >>> verb_of("bought"), verb_of("memorized"), verb_of("apples")
    ('buy', 'memorize', '')
    """
    if token in FORMS:
        return FORMS[token]
    if _PAST.fullmatch(token) and token not in FUNCTION and token not in _NOT_VERBS:
        return _base(token)
    return ""


def _base(past: str) -> str:
    stem = past[:-2]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    return stem + "e" if re.search("[^aeiou][aeiou][zvcs]$|[^aeiou]l$|[aeiou]t$|[aiou]r$", stem) else stem


PERIODS: Final = frozenset("second minute hour day week month year".split())
DAY_PARTS: Final = frozenset("morning afternoon evening night".split())
DAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS: Final = frozenset(
    "january february march april may june july august september october november december spring summer autumn fall winter".split()
)

# How many of the second unit one of the first has.
UNITS: Final = {
    ("minute", "second"): 60, ("hour", "minute"): 60, ("week", "day"): 7, ("year", "month"): 12, ("year", "week"): 52,
    ("year", "day"): 365, ("month", "week"): 4, ("month", "day"): 30, ("hour", "second"): 3600, ("foot", "inch"): 12, ("yard", "foot"): 3,
    ("yard", "inch"): 36, ("km", "m"): 1000, ("m", "cm"): 100, ("kg", "g"): 1000, ("l", "ml"): 1000, ("pound", "ounce"): 16,
    ("gallon", "quart"): 4, ("gallon", "cup"): 16, ("gallon", "pint"): 8, ("pint", "cup"): 2, ("quart", "cup"): 4, ("quart", "pint"): 2,
    ("cm", "mm"): 10, ("ton", "pound"): 2000, ("decade", "year"): 10, ("century", "year"): 100,
}  # fmt: skip

MASCULINE: Final = frozenset(
    "james john tom tim jim bob ben sam max jack joe mark paul peter david michael mike daniel dan matt matthew andrew andy adam luke "
    "kevin brian eric ethan noah liam mason logan jacob jake josh joshua ryan tyler nathan nick nicholas alan albert carl carlos charles "
    "charlie chris dave dennis derek don donald doug ed eddie edward frank fred gary george greg harry henry howard ian jason jeff jeremy "
    "jerry jesse jose juan keith ken kenny kyle larry leo louis marcus mario martin miguel oliver oscar pat patrick phil philip ralph ray "
    "rick richard rob robert roger ron ronald roy scott sean simon stan steve steven stephen ted terry theodore thomas tony travis troy "
    "victor vincent walter wayne will william zach bill billy tommy jimmy johnny bobby dean hector brad brandon aaron antonio arthur "
    "caleb christopher colin craig darren dylan elijah evan felix gabriel gavin gerald glenn grant hank harold hugo isaac ivan jared javier joel "
    "jonathan jordan julian justin malcolm neil norman omar owen pedro quentin raj randy raul rafael ricardo ross samuel sergio seth stuart "
    "father dad uncle brother grandfather grandpa son nephew husband boy man king mr".split()
)
FEMININE: Final = frozenset(
    "mary ann anna anne amy alice amanda angela barbara beth betty carol carla carmen catherine cathy christine cindy claire crystal cynthia "
    "debbie deborah diana diane donna doris dorothy elaine elizabeth ella ellen emily emma erica erin eva eve evelyn faith fiona frances gina "
    "gloria grace hannah harriet hazel heather heidi helen holly irene isabel isabella jane janet janice jasmine jean jen jenna jennifer jenny "
    "jessica jill joan joanna josie joy joyce judy julia julie june karen kate katherine kathy katie kayla kelly kim kimberly kristen laura lauren "
    "leah lena lily linda lisa lori lucy lydia madison maggie margaret maria marie marilyn martha megan melanie melissa mia michelle mila monica "
    "nancy natalie nicole nina nora olivia paige pam pamela patricia patty paula penny rachel rebecca rita rosa rose ruby ruth sally samantha "
    "sandra sara sarah sharon shirley sofia sophia sophie stephanie sue susan suzanne sylvia tammy tanya tara teresa tiffany tina tracy vanessa "
    "veronica vicky victoria violet virginia wendy zoe amelia ava chloe charlotte clara daisy abigail alyssa april "
    "mother mom aunt sister grandmother grandma daughter niece wife girl woman queen mrs ms miss".split()
)


def past(verb: str) -> str:
    """The past tense of a verb, for labels.

    >>> past("buy"), past("walk")
    ('bought', 'walked')
    """
    forms = list(forms_of(verb))
    return forms[-1] if forms[-1].endswith("ed") else forms[1]


def unit_of(word: str) -> str:
    """The period that a word for one of several stands for: "mornings" are counted like days."""
    one = singular(word)
    return "day" if one in DAY_PARTS else one
