"""English clause patterns about wholes, parts, ratios, numbers of things, ages, legs, coins and tickets."""

from __future__ import annotations

from typing import Final

from solver.topics.word_problems import meanings as say
from solver.topics.word_problems import meanings_parts as parts
from solver.topics.word_problems import meanings_shares as shares
from solver.topics.word_problems.grammar import Rule

_ANIMALS: Final = {
    "chicken": 2, "hen": 2, "duck": 2, "goose": 2, "bird": 2, "turkey": 2, "ostrich": 2, "rooster": 2, "duckling": 2,
    "rabbit": 4, "cow": 4, "pig": 4, "sheep": 4, "goat": 4, "horse": 4, "dog": 4, "cat": 4, "lamb": 4, "donkey": 4,
    "spider": 8, "ant": 6, "beetle": 6, "man": 2, "person": 2, "child": 2, "bunny": 4, "hare": 4, "sparrow": 2, "pigeon": 2,
}  # fmt: skip
_WHEELS: Final = {
    "bicycle": 2, "bike": 2, "motorcycle": 2, "motorbike": 2, "tricycle": 3, "car": 4, "unicycle": 1, "scooter": 2,
    "van": 4, "taxi": 4,
}  # fmt: skip
_CENTS: Final = {"penny": 1, "nickel": 5, "dime": 10, "quarter": 25}
LARGE, SMALL = "the larger number", "the smaller number"

_HAS: Final = "(?:has|have|had|holds?|contains?|keeps?|raises?|sells?|sold|owns?|is home to|held|contained)"
_ARE: Final = "(?:are|were|is|live|live together|stand|are parked|were parked)"
_KINDS: Final = (
    "(?::|;|,? which are(?: either| all)?|,? consisting of|,? made up of|,? namely|,? all of which are(?: either)?|"
    ",? that are(?: either)?|,? each of which is(?: either)?| of <n> (?:kinds|types|sorts|colou?rs)(?::|,)|,? either|,? both)(?: only| just| either)?"
)
_IS: Final = (
    "(?:is|are|were|was|chose|choose|picked|selected|likes?|liked|prefers?|preferred|plays?|played|joined|voted for|studies|"
    "study|studied|speaks?|takes?|took|wears?|rides?|signed up for|ordered|drinks?|goes? for|went for)"
)
_OF_WHOLE: Final = "(?: of (?:it|them|these|all|the total(?: number)?|the whole|(?:all )?(?:of )?(?:the |these |those |its |their )?<bare w>(?: (?:in|on|at) <np>)?))"
_MAKE: Final = "(?:make up|makes up|made up|account for|accounts for|accounted for|represents?|form|forms|comprise|comprises|constitutes?|are|is|were)"
_GETS: Final = (
    "(?:gets?|got|receives?|received|takes?|took|keeps?|kept|has|is given|was given|will get|will receive)"
)
_SPLIT: Final = "(?:shared?|divided?|split)"
_AMONG: Final = "(?:among|between|by|amongst|into)"

PART_RULES: Final = [
    Rule("""<who a> (?:has|have|had|found|saved|saves|collected|holds|held|contains|contained) <n n> <list l>(?:,? (?:worth|with a (?:total )?value of|totall?ing|which are worth|that are worth) <m m>)?(?: <all>)?
            <who a> (?:has|have|had|found|saved|saves|collected|holds|held|contains|contained) <n n> coins(?: (?:in|on) <np>)?(?:,| in|, all| made up of|, all of which are|, which are|:|, some|, only|, just|, all of them|, each of which is|, either|, either)* <list l>(?:,? (?:worth|with a (?:total )?value of|totall?ing|which are worth|that are worth) <m m>)?(?: <all>)?
            <who a> (?:has|have|had|saved) <m m> in <list l>
            there are <n n> coins(?: (?:in|on) <np>)?(?:,|:|, all|, all of which are|, which are)* <list l>""", shares.coins(_CENTS.get)),
    Rule("""there (?:are|were) <n n> <bare x>(?: (?:in|on|at) <np>)?(?: <all>)?
            there (?:are|were) <n n> <list l>(?: (?:in|on|at) <np>)?(?: <all>)?
            <np> (?:has|have|contains|holds) <n n> <bare x>(?: <all>)?
            the total (?:number )?(?:of <bare x> )?is <n n>""", shares.whole_of_ratio),
    Rule(f"""<np a> {_HAS} <n n> <bare x>{_KINDS} <list l>
            <np a> {_HAS} <n n> <list l>(?: <all>)?
            <np a> {_HAS} <list l>, <n n> (?:<bare x> )?<all>
            <np a> {_HAS} <list l>(?:,? and there are|,? which make) <n n> (?:<bare x> )?<all>
            (?:in|on|at) <np a>,? there {_ARE} <n n> <bare x>{_KINDS} <list l>
            (?:in|on|at) <np a>,? there {_ARE} <n n> <list l>(?: <all>)?
            there {_ARE} <n n> <list l>(?: (?:on|in|at) <np a>)?(?: <all>)?
            there {_ARE} <n n> <bare x>(?: (?:on|in|at) <np a>)?{_KINDS} <list l>
            <n n> <list l> {_ARE} (?:in|on|at) <np a>
            the (?:total )?number of <list l>(?: (?:on|in|at) <np a>)? is <n n>(?: <all>)?
            <np a> {_HAS} <n n> <list l>
            <n n> <bare x> are (?:either |all )?<list l>""", shares.whole),
    Rule("""<list l> (?:have|had|got|own) <n n> <bare x>(?: <all>| between them)?
            (?:together|altogether),? <list l> have <n n> <bare x>
            <list l> (?:have|had) <n n> <bare x> between them""", parts.group(by_owner=True)),
    Rule("""<n n> <bare x> (?:each |all )?(?:chose|choose|picked|selected|joined|voted for|play|played|like|take|study|signed up for) (?:one of|for one of|one of the) <n k> <word>(?:(?::|,) <list l>)?
            <n n> <bare x> (?:each |all )?(?:chose|choose|picked|selected|joined|voted for|play|like|take|study|signed up for) (?:either )?<list l>
            (?:in|on|at) (?:<np a>|the <bare>) (?:of|with|has|having) <n n> <bare x>
            of (?:the |a group of |all )?<n n> <bare x>(?: (?:in|on|at) <np a>)?
            <np> (?:asked|surveyed|interviewed|questioned) <n n> <bare x>
            <n n> <bare x> (?:took part in|visited|attended|answered|entered|live in|were asked in|were in) <np>
            <n n> <bare x> (?:were asked|were surveyed|were counted|were sold)""", shares.whole),
    Rule(f"""(?:<who>'s )?(?:an?|the)? ?<m m>(?: <bare>)? (?:is|was|will be|are) {_SPLIT} {_AMONG} (?:<n k> <bare>)?(?: ?(?::|,|-) ?)?(?:<list l>)?(?: <ratioed> <ratio r>)?
            (?:an?|the) <bare> of <m m> (?:is|was|will be) {_SPLIT} {_AMONG} (?:<n k> <bare>)?(?: ?(?::|,|-) ?)?(?:<list l>)?(?: <ratioed> <ratio r>)?
            (?:<n k> <bare>,? )?<list l>,? (?:share|shared|split|divide|divided|won and shared) (?:an? |the )?<m m>(?: <bare>)?(?: (?:among|between) (?:them|themselves))?(?: <ratioed> <ratio r>)?
            (?:<n k> <bare>,? )?<list l>,? (?:share|shared|split|divide|divided) (?:an? |the )?<bare> of <m m>(?: <ratioed> <ratio r>)?
            <n k> <bare> (?:share|shared|split|divide|divided) (?:an? |the )?<m m>(?: <bare>)?
            (?:<np> )?(?:shares?|divides?|splits?|gives?|leaves?|left) <m m> (?:among|between|to) (?:<n k> <bare>(?::|,) )?<list l>(?: <ratioed> <ratio r>)?""", shares.prize),
    Rule(f"""<n n> <bare x> (?:is|was|are|were) {_SPLIT} {_AMONG} <list l>(?: <ratioed> <ratio r>)?
            <list l> (?:share|shared|split|divide|divided) <n n> <bare x>(?: (?:among|between) (?:them|themselves))?(?: <ratioed> <ratio r>)?""", shares.shared_out),
    Rule(f"""<f f>{_OF_WHOLE} {_IS} (?:in )?(?:the )?<bare x>
            (?:of <bare w>,? )?<f f> {_IS} <bare x>
            <f f> of (?:the |a group of |its |their |all )?<n n> <bare w>(?: (?:in|on|at) <np>)? {_IS} (?:the )?<bare x>
            there are <f f> <bare x>
            <bare x> {_MAKE} <f f>{_OF_WHOLE}?
            the (?:number|percentage|proportion|fraction|share) of <bare x> is <f f>{_OF_WHOLE}?
            the (?:number|share) of <bare x> (?:makes up|accounts for) <f f>{_OF_WHOLE}?
            <f f>{_OF_WHOLE} (?:goes|went) to (?:the )?<bare x>
            <bare x> {_GETS} <f f>{_OF_WHOLE}?
            (?:in|on|at) <np>,? <f f>{_OF_WHOLE} {_IS} <bare x>""", shares.share),
    Rule(f"""<f f> of (?:what (?:is|was) left|the rest|the remainder|the (?:others|other <bare>|remaining <bare>|remaining ones)) {_IS} (?:the )?<bare x>
            <bare x> {_GETS} <f f> of (?:what (?:is|was) left|the rest|the remainder)""", shares.share_of_rest),
    Rule(f"""<n n> of (?:them|these|the <np>|those) {_IS} <bare x>
            <n n> {_IS} <bare x>
            <n n> <word> (?:chose|picked|voted for|joined|selected) <bare x>
            the number of <bare x> is <n n>
            there {_ARE} <n n> <bare x><here>""", shares.part_is),
    Rule(f"<bare x> {_GETS} <m m>", shares.part_gets),
    Rule(f"""<rest s> (?:{_IS}) (?:either |all |only )?(?:the )?<names l>(?:,? (?:and (?:they )?are )?<ratioed> <ratio r>)?
            <rest s> (?:is|are|was|were) (?:then |all )?{_SPLIT} (?:up )?{_AMONG} <names l>(?:,? <ratioed> <ratio r>)?
            <rest s> (?:is|are) {_SPLIT} <ratioed> <ratio r> {_AMONG} <names l>
            <rest s> (?:goes|go|went) to <names l>(?: <ratioed> <ratio r>)?
            <names l> (?:share|shared|split|divide|will share|make up|are|get|receive|form) <rest s>(?:,? (?:among|between) themselves)?(?:,? <ratioed> <ratio r>)?
            <names l> {_GETS} <rest s>
            <rest s> (?:is|are) {_SPLIT} (?P<even>equally|evenly) {_AMONG} <names l>
            <names l> (?:share|split|divide) <rest s> (?P<even>equally|evenly)
            (?:with )?the ratio of <np a> to <np b> (?:among|in|of) <rest s> (?:is|being|was) <ratio r>
            <rest s> (?:consists? of|includes?|contains?) <names l>(?: <ratioed> <ratio r>)?""", shares.rest),
    Rule("""(?:with )?(?:a |the )?ratio of (?:the number of )?<np a> to (?:the number of )?<np b>(?: to (?:the number of )?<np c>)?(?: (?:in|on|at) <np>)?(?:,? (?:is|was|being|of|equals|are|as))? <ratio r>
            (?:with )?(?:the number of )?<np a> to (?:the number of )?<np b>(?: to (?:the number of )?<np c>)?(?: (?:is|are|being))? <ratioed> <ratio r>
            (?:with )?(?:the )?<list l>(?: (?:are|is|were|being|come|appear|occur|stand))? <ratioed> <ratio r>
            (?:<np> (?:has|have|contains|holds|keeps|sells)|there are) <list l>(?: (?:in|on|at) <np>)? <ratioed> <ratio r>
            (?:with )?the (?:numbers?|ratio|amounts?|quantit(?:y|ies)) (?:of|between) <list l>(?: (?:is|are|in)| are in| being)*(?: <ratioed>)? <ratio r>
            (?:with )?(?:a |the )?ratio (?:of|between) <list l>(?: (?:is|being|of))? <ratio r>
            (?:with )?(?:a )?ratio of <ratio r> for <np a> to <np b>""", shares.ratio),
    Rule("for every <n n> <bare a>,? there (?:are|is) <n m> <bare b>", shares.for_every),
    Rule("(?:(?:with|there are|they have|together they have|it has|has|having|these have) )?<n n> (?:legs|feet)(?: (?:<all>|on the ground))?(?: (?:in|on) <np>)?", parts.legs(_ANIMALS.get)),
    Rule("(?:(?:with|there are|they have|together they have|it has|has|having|these have) )?<n n> (?:heads|animals)(?: <all>)?(?: (?:in|on) <np>)?", shares.heads(_ANIMALS.get)),
    Rule("(?:(?:with|there are|they have|together they have|has|having|these have) )?<n n> wheels(?: <all>)?(?: (?:in|on) <np>)?", parts.legs(_WHEELS.get)),
    Rule("(?:(?:with|there are|has|having) )?<n n> vehicles(?: <all>)?(?: (?:in|on) <np>)?", shares.heads(_WHEELS.get)),
    Rule("(?:<who> (?:has|have)|there are) <n n> coins(?: <all>)?", shares.coins_counted(_CENTS.get)),
    Rule("with a (?:total )?(?:value|worth) of <m m>\ntotall?ing <m m>", shares.coins_worth(_CENTS.get)),
    Rule("(?:(?:they|the coins|these coins|all the coins|the <n> coins|together they) (?:are|is) )?(?:altogether )?worth <m m>(?: <all>)?\n(?:the|their) (?:total |combined )?(?:value|worth)(?: of (?:the|all the|these|his|her) coins)? is <m m>", shares.coins_worth(_CENTS.get)),
]  # fmt: skip

_YEARS: Final = "(?: years?)?"
NUMBER_RULES: Final = [
    Rule("(?:the larger(?: number)?|one number|one(?: of (?:them|the numbers))?|the larger one|the first number|the first) is <tf v>(?: times)? (?:as (?:large|big|great) as )?(?:the smaller(?: number| one)?|the other(?: number| one)?|the second(?: number)?)", parts.larger_is(LARGE, SMALL)),
    Rule("(?:one number|one(?: of (?:them|the numbers))?|the larger(?: number| one)?) is <n n> (?:more|larger|greater|bigger) than (?:the smaller(?: number| one)?|the other(?: number| one)?)\n(?:one number|one|the larger(?: number| one)?) exceeds (?:the smaller(?: number| one)?|the other(?: number| one)?) by <n n>", parts.larger_is(LARGE, SMALL)),
    Rule("(?:the smaller(?: number| one)?) is <n n> (?:less|smaller) than (?:the larger(?: number| one)?|the other(?: number| one)?)", parts.larger_is(LARGE, SMALL)),
    Rule("(?:the )?<n k> numbers (?:have|with) a (?:sum|total) of <n n> and a difference of <n d>\nthe sum of <n k> numbers is <n n>,? (?:and|with) (?:their|the|a) difference (?:is|of) <n d>\n<n k> numbers (?:add up to|sum to|total) <n n> and (?:differ by|have a difference of) <n d>", parts.sum_and_difference(LARGE, SMALL)),
    Rule("the (?:sum|total) of <n k> numbers is <n n>\n<n k> numbers (?:have a sum of|sum to|add up to|have the sum|add to|total|with a sum of) <n n>\n(?:their|the) (?:sum|total) is <n n>\n(?:they )?(?:add up to|sum to) <n n>\n<n n> is the sum of <n k> numbers", parts.two_numbers(LARGE, SMALL, 1)),
    Rule("(?:their|the) difference(?: between them)? is <n n>\n(?:they |(?:the )?<n k> numbers )?(?:differ by|have a difference of|a difference of) <n n>\nthe difference (?:of|between) (?:the )?<n k>(?: numbers)? is <n n>", parts.two_numbers(LARGE, SMALL, -1)),
    Rule("<who a> is <n n> years old(?: now| today)?", parts.age_is),
    Rule(f"<who a> is <n n>{_YEARS} older than (?:his |her )?(?:<bare>, )?<np b>(?: is)?", parts.ages(1)),
    Rule(f"<who a> is <n n>{_YEARS} younger than (?:his |her )?(?:<bare>, )?<np b>(?: is)?", parts.ages(-1)),
    Rule("<who a> is <tf v>(?: times)? as old as (?:his |her )?<np b>(?: is)?\n<who a> is <tf v>(?: times)? the age of (?:his |her )?<np b>", parts.ages(1)),
    Rule(f"""the (?:sum|total) of their (?:ages|<n> ages) is <n n>{_YEARS}
            (?:together,? )?their (?:combined )?ages? (?:add up to|sum to|total|is|are|have a sum of) <n n>{_YEARS}(?: <all>)?
            (?:together|altogether|in total),? they are <n n> years old
            they are <n n> years old <all>
            their (?:total|combined) age is <n n>{_YEARS}""", parts.ages_together),
    Rule(f"the (?:sum|total) of (?:the ages of )?<list l>'?s? (?:ages )?is <n n>{_YEARS}\n(?:the ages of )?<list l> (?:add up to|sum to|total|are together) <n n>{_YEARS}(?: old)?\n<list l> have (?:a )?(?:combined|total) ages? of <n n>{_YEARS}\n(?:together,? )<list l> are <n n> years old(?: <all>)?\n<list l> are <n n> years old (?:together|<all>)", shares.ages_of),
    Rule("(?:<who> )?(?:sold|sells) <n n> <bare x>(?: (?:for|to) <np>)? for <m m>(?: <all>)?\n<n n> <bare x> were sold for <m m>(?: <all>)?", parts.sells_for),
    Rule("<who a> (?:sold|sells) <n n> <bare x>(?: (?:for|to) <np>)?(?: <all>)?\n<n n> <bare x> were sold(?: <all>)?\n(?:there were )?<n n> <bare x> sold(?: <all>)?", parts.sells),
    Rule("""the total (?:revenue|income|sales|takings|receipts|amount collected|amount)(?: from <np>)? (?:is|was|were) <m m>
            (?:the )?(?:total )?(?:revenue|income|takings|sales|receipts)(?: from <np>)? (?:is|was|were|of|came to|totall?ed)? ?<m m>
            (?:<who> )?(?:collected|raised|made|took in|earned|collects|brought in|received)(?: (?:<all>|a total of))? <m m>(?: (?:in ticket sales|<all>|from <np>))?""", parts.takes_in),
]  # fmt: skip

COUNT_RULES: Final = [
    Rule("""<who a> (?:has|have|had|owns?|keeps?|contains?|holds?|picked|caught|collected|baked|made|read|planted) <n n> <bare x><here>
            there (?:are|were|is) <n n> <bare x>(?: (?:in|on|at) <np b>)?
            (?:in|on|at) <np b>,? there (?:are|were) <n n> <bare x>""", say.owns),
    Rule("""<who a> <have> <n n> (?:more|extra) <bare x> than <np b>(?: does| has)?
            <who a> <have> <n n> more than <np b>
            <who a> <have> <n n> more <bare x> than <tf v>(?: times)? as many as <np b>""", say.compares_item(1)),
    Rule("""<who a> <have> <n n> (?:fewer|less) <bare x> than <np b>(?: does| has)?
            <who a> <have> <n n> (?:fewer|less) than <np b>""", say.compares_item(-1)),
    Rule("<who a> <have> <tf v>(?: times)? as many(?: <bare x>)? as <np b>(?: does| has)?\n<who a> <have> <tf v>(?: times)? the number of <bare x> (?:that |as )?<np b>(?: does| has)?", say.compares_item(1)),
    Rule("(?:together|altogether|in total),? they have (?:a total of )?<n n>(?: <bare x>)?\nthey have (?:a total of )?<n n> <bare x>(?: <all>| together)\nthere are <n n> <bare x> (?:altogether|in total|in all)", say.all_have),
    Rule("there are <n n> more <np a> than <np b>(?:<here>| (?:in|at) (?:an?|the) <bare> (?:of|with) <n k> <bare x>)", shares.more_of(1)),
    Rule("(?:in|at) (?:an?|the) <bare> (?:of|with) <n k> <bare x>,? there are <n n> more <np a> than <np b>\n(?:an?|the) <bare> of <n k> <bare x> has <n n> more <np a> than <np b>", shares.more_of(1)),
    Rule("there are <n n> (?:fewer|less) <np a> than <np b><here>", shares.more_of(-1)),
    Rule("there are <tf v>(?: times)? as many <np a> as <np b><here>", shares.more_of(0)),
    Rule("there are <n n> more <np a> than <np b>\nthe number of <np a> (?:is|was) <n n> more than (?:the number of|that of) <np b>", say.compares(1, kind="count")),
    Rule("there are <n n> (?:fewer|less) <np a> than <np b>", say.compares(-1, kind="count")),
    Rule("there are <tf v>(?: times)? as many <np a> as <np b>\nthe number of <np a> (?:is|was) <tf v>(?: times)? (?:of )?(?:the number of|the number|that of|that) <np b>", say.compares_share(kind="count")),
    Rule("<list l> (?:have|had|saved|earned) <m m>(?: (?:<all>|between them))\n(?:together|altogether),? <list l> (?:have|had|saved|earned) <m m>", say.money_together),
    Rule("<who a> <have> <m m> more(?: money)? than <np b>(?: does| has)?", shares.money_compared(1)),
    Rule("<who a> <have> <m m> less(?: money)? than <np b>(?: does| has)?", shares.money_compared(-1)),
    Rule("<who a> <have> <tf v>(?: times)? as much(?: money)? as <np b>(?: does| has)?", shares.money_compared(0)),
    Rule("(?:<who a> )?(?:then |later |also )?(?:bought|buys|got|gets|received|receives|found|finds|picked|picks|collected|won|wins|made|baked) <n n>(?: more)?(?: <bare x>)?(?: (?:more|later))?", say.changes(1)),
    Rule("""(?:<who a> )?(?:then |later |also )?(?:ate|eats|lost|loses|sold|sells|used|uses|broke|breaks|donated|donates|gave away|gives away|threw away|dropped) <n n>(?: of (?:them|these|his|her|the|their))?(?: <bare x>)?
            (?:<who a> )?(?:then |later |also )?(?:gave|gives) <n n>(?: of (?:them|these|his|her|the))?(?: <bare x>)? to <np b>
            (?:<who a> )?(?:then |later |also )?(?:gave|gives) <np b> <n n>(?: of (?:them|these|his|her|the))?(?: <bare x>)?""", say.gives),
]  # fmt: skip
