"""Clause patterns for English: one row a kind of sentence, nouns are open slots.

Closed lists are for verbs, function words and units only.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.word_problems import meanings as say
from solver.topics.word_problems import meanings_parts as parts
from solver.topics.word_problems import questions as ask
from solver.topics.word_problems.grammar import BASIC_SLOTS, Grammar, Rule
from solver.topics.word_problems.marking import NUMBER, PART
from solver.topics.word_problems.wording import singular

# What no noun contains, so that an open slot cannot swallow a clause: verbs, prepositions, comparisons, question words.
_FUNCTION: Final = (
    "a an the this that these those each every per some any all both one ones another other others rest remaining remainder "
    "has have had having is are was were be been being am do does did will would can could should must may might "
    "of for to in on at from with without by as into onto after before during until since than then if when while because "
    "and or but so not no nor only just also too either neither "
    "he she it they we you i him her them us me his hers its their theirs our my your who whom whose which what how why where "
    "much many more less fewer most least few little total sum difference ratio product average altogether together "
    "cost costs costing price prices priced pay pays paid spend spends spent buy buys bought buying sell sells sold selling "
    "want wants wanted needs needed like likes give gives gave given get gets got take takes took eat eats ate left "
    "go goes went lose loses lost make makes made use uses used find finds found receive receives received "
    "times twice half double triple percent there here now cheaper expensive older younger longer shorter taller heavier "
    "bring brings brought keep keeps kept put puts contain contains contained hold holds share shares shared "
    "same different equal equally up down out off away over under between among first last next ago every_time earn earns earned "
    "whether such own new additional extra initially originally remain remains whole entire let worth owe owes run runs"
).split()
_FUNCTION_WORD: Final = re.compile(f"(?<![-\\w])(?:{'|'.join(_FUNCTION)})(?![-\\w])")
# `prepare` puts function words in capitals, so that what is small is a word of a noun: no look-ahead in any slot.
_WORD: Final = "(?-i:[a-z](?:[a-z]|[-.](?=[a-z]))*)"
_DET: Final = "(?:the|a|an|his|her|their|its|this|that|some) "
_TITLE: Final = "(?:(?:mr|mrs|ms|dr)\\.? )"
_NOUN: Final = f"(?:{_DET})?{_TITLE}?{_WORD}(?: {_WORD}){{0,3}}"
_BARE: Final = f"(?:pairs? of )?{_TITLE}?{_WORD}(?: {_WORD}){{0,3}}"
_COUNT: Final = f"(?:{NUMBER}|a|an|one|the|some)"
_LINE: Final = f"(?:{NUMBER}|an?|one) {_BARE}"


def prepare(text: str) -> str:
    """Function words in capitals; every position stays."""
    return _FUNCTION_WORD.sub(lambda m: m[0].upper(), text)


_AND: Final = "(?:, and |, | and )"
_ONE: Final = "(?:each|every|one|an?|the|a single)"

SLOTS: Final = {
    **BASIC_SLOTS,
    "np": _NOUN,
    "bare": _BARE,
    "who": f"(?:he|she|it|they|{_NOUN})",
    "one": _ONE,
    "list": f"(?:{_ONE} )?{_BARE}(?:{_AND}(?:{_ONE} )?{_BARE})+",
    "names": f"(?:{_ONE} )?{_BARE}(?:{_AND}(?:{_ONE} )?{_BARE})*",
    "lines": f"{_LINE}(?:{_AND}{_LINE})*",
    "times": f"(?:{NUMBER} times|{PART})",
    "ratio": f"{NUMBER}(?: ?(?::|to) ?{NUMBER})+",
    "all": "(?:altogether|in total|in all|all together|total|combined)",
    "left": "(?:left over|leftover|left|remaining)",
    "here": f"(?: (?:in|on|at|from) {_NOUN})?",
    "cost": "(?:costs?|is|sells for|is priced at|is sold for|are|sell for|are priced at|are sold for)",
    "price": "(?:price|cost)",
    "have": "(?:has|have|had|owns?|keeps?|contains?|holds?)",
}


def normal(text: str) -> str:
    """A noun without its article, in the singular."""
    text = re.sub(r"\bpairs? of ", "", text)
    text = re.sub(f"^(?:(?:{_ONE}|{_DET.strip()}|{NUMBER}) )+", "", text.strip())
    return singular(text)


def split_names(text: str) -> list[str]:
    """The nouns of a list."""
    return [re.sub(f"^{_ONE} ", "", name) for name in re.split(_AND, text)]


_ANIMALS: Final = {
    "chicken": 2, "hen": 2, "duck": 2, "goose": 2, "bird": 2, "turkey": 2, "ostrich": 2, "rooster": 2,
    "rabbit": 4, "cow": 4, "pig": 4, "sheep": 4, "goat": 4, "horse": 4, "dog": 4, "cat": 4,
}  # fmt: skip
_WHEELS: Final = {
    "bicycle": 2,
    "bike": 2,
    "motorcycle": 2,
    "motorbike": 2,
    "tricycle": 3,
    "car": 4,
    "unicycle": 1,
}
_LARGE, _SMALL = "the larger number", "the smaller number"

_WANT = "(?:wants? to|would like to|needs? to|plans? to|decides? to|decided to|wanted to|is going to|goes to|went to)"
_GET = "(?:bought|buys?|purchased|purchases?)"

RULES: Final = [
    # -- scenes
    Rule("""<who a>(?: and <np b>)? (?:goes|go|went|is going|are going) to <np>(?: to buy <np>)?(?: one day)?
            <who a>(?: and <np b>)? (?:is|are) (?:shopping|in <np>|at <np>)
            one day\nthe next day\non (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)""", say.nothing),
    Rule("""<np> (?:has|have|keeps|raises|holds|contains) (?:some |only )?<list l>
            there are (?:some |only )?<list l><here>""", say.nothing),
    # -- money and shopping
    Rule("<who a> (?:brings|brought|starts with|started with|started out with|took) <m m>(?: (?:to <np>|with (?:him|her)))?", say.brought_money),
    Rule("<who a> (?:has|had|have) <m m> (?:left|left over|remaining)", say.money_left),
    Rule("<who> (?:has|had|have) some money(?: with (?:him|her))?", say.nothing),
    Rule("""<who a> (?:has|had|have|saved) <m m>(?: (?:to spend|with (?:him|her)|in (?:his|her) (?:wallet|pocket|purse|piggy bank)|at first|in cash))?""", say.has_money),
    Rule(f"""(?:(?:<who a> )?(?:also |then )?(?:(?P<plan>{_WANT}) buy|{_GET}|buy) )<lines l><here>
            (?:<who a> )?{_GET} <lines l><here> for (?:a total of )?<m m>(?: <all>)?
            (?:<who a> )?(?:paid|pays|spent|spends) (?:a total of )?<m m> (?:for|on) <lines l>(?: <all>)?
            for <lines l>,? <who a> (?:paid|pays) (?:a total of )?<m m>""", say.buys),
    Rule(f"(?:<who a> )?(?:(?P<plan>{_WANT}) buy|{_GET}) <lines l><here> (?:for|at|that cost|which cost|costing|priced at) <m m> (?:each|apiece|per <np>)\n(?:<who a> )?(?:(?P<plan>{_WANT}) buy|{_GET}) (?P<l>an? {_BARE}) (?:that|which) costs <m m>\n(?P<l>an? {_BARE}) (?:that|which) costs <m m>\n<lines l> (?:for|at|that cost|which cost|costing|priced at) <m m> (?:each|apiece)", say.buys_priced),
    Rule("<lines l> for <m m>", say.also_buys),
    Rule("(?:<who> )?(?:paid|pays|spent|spends) (?:a total of )?<m m>(?: (?:<all>|for them|for everything))?", say.paid),
    Rule("(?:<who> )?(?:paid|pays|gives|gave|hands|handed)(?: <np>)? with (?:a|an|one) <m m>(?: bill| note)?\n(?:<who> )?(?:gives|gave|hands|handed) (?:the (?:cashier|clerk|seller|shopkeeper) )?(?:a |an )?<m m>(?: bill| note)?(?: to the (?:cashier|clerk|seller|shopkeeper))?", say.tenders),
    Rule("""(?:each|every|one|an?|a single) <bare x> <cost> <m m>(?: (?:each|apiece))?
            the <bare x> (?:costs|is|is priced at|sells for|is sold for) <m m>
            <bare x> (?:costs?|are|sell for|are priced at|sells for|are sold for)(?: for)? <m m> (?:each|apiece|per <np>|an? <np>)
            the <price> of (?:each|every|one|an?|the|a single) <bare x> (?:is|was) <m m>
            <bare x> cost <m m>
            <n k> <bare x> (?:costs?|are|sell for) (?:a total of )?<m m>(?: <all>)?""", say.priced),
    Rule("(?:(?:they|these) (?:cost|are) )?<m m> (?:each|apiece)\n(?:each|every)(?: one)? <cost> <m m>", say.priced_each),
    Rule("<lines l> (?:together )?(?:costs?|are)(?: a total of)? <m m>(?: <all>)?\nthe (?:total )?(?:cost|price) of <lines l> is <m m>", say.all_priced),
    Rule("""(?:<one> )?<bare a> costs? <m m> more than (?:<one> )?<bare b>(?: costs?| does)?
            (?:<one> )?<bare a> is <m m> more expensive than (?:<one> )?<bare b>
            the <price> of <one> <bare a> is <m m> (?:more|higher|greater) than (?:the <price> of|that of) <one> <bare b>
            (?:<one> )?<bare a> costs? <m m> more than <n k> times (?:as much as|the (?:price|cost) of) <one> <bare b>""", say.compares(1, kind="price")),
    Rule("""(?:<one> )?<bare a> costs? <m m> less than (?:<one> )?<bare b>(?: costs?| does)?
            (?:<one> )?<bare a> is <m m> (?:cheaper|less expensive) than (?:<one> )?<bare b>
            the <price> of <one> <bare a> is <m m> (?:less|lower) than (?:the <price> of|that of) <one> <bare b>
            (?:<one> )?<bare a> costs? <m m> less than <n k> times (?:as much as|the (?:price|cost) of) <one> <bare b>""", say.compares(-1, kind="price")),
    Rule("""(?:<one> )?<bare a> costs? <tf v>(?: times)? as much as (?:<one> )?<bare b>
            (?:<one> )?<bare a> (?:costs?|is) <tf v>(?: times)? (?:of )?the (?:price|cost) of <one> <bare b>
            (?:<one> )?<bare a> costs? <tf v>(?: times)? as much(?P<b>)
            the <price> of <one> <bare a> is <tf v>(?: times)? (?:of )?(?:the (?:price|cost) of|that of) <one> <bare b>
            (?:<one> )?<bare a> is <tf v>(?: times)? as expensive as (?:<one> )?<bare b>""", say.compares_share(kind="price")),
    # -- wholes and parts
    Rule("""<np a> (?:has|have|had|holds|contains|keeps|raises) <n n> <bare x>(?::|, including|, which are|, consisting of|, made up of) <list l>
            <np a> (?:has|have|had|holds|contains|keeps|raises) (?:a total of )?<n n> <list l>(?: <all>)?
            <np a> (?:has|have|had|holds|contains|keeps|raises) <list l>, <n n> <all>
            (?:in|on|at) <np a>,? there are <n n> <bare x>(?::|, including|, which are) <list l>
            there are (?:a total of )?<n n> <list l>(?: (?:on|in|at) <np a>)?(?: <all>)?
            there are (?:a total of )?<n n> <bare x>(?: (?:on|in|at) <np a>)?(?::|, including|, which are) <list l>""", parts.group()),
    Rule("<list l> have (?:a total of )?<n n> <bare x>(?: <all>| together)?\n(?:together|altogether),? <list l> have <n n> <bare x>", parts.group(by_owner=True)),
    Rule("""<f f> of (?:the |them,? |these )?(?:<bare w> )?(?:is|are|were) <bare x>
            <f f> (?:is|are|were) <bare x>
            <bare x> (?:make up|makes up|account for|accounts for|are) <f f> of (?:the total|them|the whole|all)
            <bare x> (?:make up|makes up|account for|accounts for|are) <f f> of (?:all )?the <bare w>""", parts.share),
    Rule("<n n> of (?:them|these|the <np>) (?:is|are|were) <bare x>", parts.part_is),
    Rule("(?:all )?(?:the )?(?:rest|others|remaining|remainder|other ones|remaining ones)(?: of (?:the|them|these)(?: <np>)?| <bare>)? (?:is|are|were) <names l>", parts.rest),
    Rule("""the ratio of (?:the number of )?<np a> to (?:the number of )?<np b>(?: to (?:the number of )?<np c>)? is <ratio r>
            <list l> are in the ratio(?: of)? <ratio r>
            <list l> are in (?:a|the) ratio of <ratio r>
            the (?:numbers of|ratio of|number of) <list l> (?:is|are)(?: in the ratio(?: of)?)? <ratio r>
            the ratio of <np a> to <np b>,? is <ratio r>""", parts.ratio),
    Rule("(?:(?:there are|they have|together they have) )?(?:a total of )?<n n> (?:legs|feet)(?: <all>)?", parts.legs(_ANIMALS.get)),
    Rule("(?:(?:there are|they have|together they have) )?(?:a total of )?<n n> heads(?: <all>)?", parts.heads(_ANIMALS.get)),
    Rule("(?:(?:there are|they have|together they have) )?(?:a total of )?<n n> wheels(?: <all>)?", parts.legs(_WHEELS.get)),
    Rule("(?:the larger(?: number)?|one number|one|the larger one) is <tf v>(?: times)? (?:as (?:large|big|great) as )?(?:the smaller(?: number| one)?|the other(?: number| one)?)", parts.larger_is(_LARGE, _SMALL)),
    Rule("(?:one number|one|the larger(?: number| one)?) is <n n> (?:more|larger|greater|bigger) than (?:the smaller(?: number| one)?|the other(?: number| one)?)", parts.larger_is(_LARGE, _SMALL)),
    # -- so many
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
    Rule("there are <n n> more <np a> than <np b>", say.compares(1, kind="count")),
    Rule("there are <n n> (?:fewer|less) <np a> than <np b>", say.compares(-1, kind="count")),
    Rule("there are <tf v>(?: times)? as many <np a> as <np b>\nthe number of <np a> is <tf v>(?: times)? (?:of )?(?:the number|that) of <np b>", say.compares_share(kind="count")),
    Rule("(?:<who a> )?(?:then |later |also )?(?:bought|buys|got|gets|received|receives|found|finds|picked|picks|collected|won|wins|made|baked) <n n>(?: more)?(?: <bare x>)?(?: (?:more|later))?", say.changes(1)),
    Rule("""(?:<who a> )?(?:then |later |also )?(?:ate|eats|lost|loses|sold|sells|used|uses|broke|breaks|donated|donates|gave away|gives away|threw away|dropped) <n n>(?: of (?:them|these|his|her|the|their))?(?: <bare x>)?
            (?:<who a> )?(?:then |later |also )?(?:gave|gives) <n n>(?: of (?:them|these|his|her|the))?(?: <bare x>)? to <np b>
            (?:<who a> )?(?:then |later |also )?(?:gave|gives) <np b> <n n>(?: of (?:them|these|his|her|the))?(?: <bare x>)?""", say.gives),
    Rule("<who a> is <n n> years old(?: now)?", parts.age_is),
    Rule("<who a> is <n n> years? older than (?:his |her )?(?:<bare>, )?<np b>(?: is)?", parts.ages(1)),
    Rule("<who a> is <n n> years? younger than <np b>(?: is)?", parts.ages(-1)),
    Rule("<who a> is <tf v>(?: times)? as old as <np b>(?: is)?", parts.ages(1)),
    Rule("the sum of their ages is <n n>(?: years)?\ntheir ages (?:add up to|sum to) <n n>", parts.ages_together),
    # -- two numbers, legs, tickets
    Rule("<n k> numbers have a sum of <n n> and a difference of <n d>\nthe sum of <n k> numbers is <n n> and (?:their|the) difference is <n d>", parts.sum_and_difference(_LARGE, _SMALL)),
    Rule("the sum of <n k> numbers is <n n>\n<n k> numbers (?:have a sum of|sum to|add up to|have the sum) <n n>\ntheir sum is <n n>", parts.two_numbers(_LARGE, _SMALL, 1)),
    Rule("(?:their|the) difference(?: between them)? is <n n>\n(?:they |(?:the )?<n k> numbers )?(?:differ by|have a difference of) <n n>\nthe difference (?:of|between) (?:the )?<n k> numbers is <n n>", parts.two_numbers(_LARGE, _SMALL, -1)),
    Rule("<who> (?:sold|sells) <n n> <bare x> for (?:a total of )?<m m>(?: <all>)?", parts.sells_for),
    Rule("<who a> (?:sold|sells) (?:a total of )?<n n> <bare x>(?: <all>)?\n(?:a total of )?<n n> <bare x> were sold(?: <all>)?", parts.sells),
    Rule("""the total (?:revenue|income|sales|takings|amount collected)(?: from <np>)? (?:is|was|were) <m m>
            (?:the )?(?:revenue|income|takings) (?:is|was|were|of)? ?<m m>
            (?:<who> )?(?:collected|raised|made|took in|earned|collects) (?:a total of )?<m m>(?: (?:in ticket sales|<all>|from <np>))?""", parts.takes_in),
    # -- questions
    Rule("""how much(?: money)? (?:does|did|will|would|is|has) (?:<who a> )?(?:have )?<left>(?: (?:after .*|now))?
            how much(?: money)? (?:does|will|would) <who a> (?:still )?have <left>?(?: after (?:buying|paying|shopping).*| now)?""", ask.ask_money_left, question=True),
    Rule("how much money (?:does|did) <who a> have", ask.ask_money_now, question=True),
    Rule("how much(?: money)? did <who a> (?:have|start with|bring|begin with)(?: (?:at first|to begin with|originally|in the beginning|initially|at the start))?", ask.ask_money_first, question=True),
    Rule("how much(?: money| change)? (?:does|did|will|would|should) <who a> (?:get|receive)(?: in change| back| as change)*\nhow much change (?:does|did|will|would|should) <who a> (?:get|receive)(?: back)?\nwhat is (?:his|her|their) change", ask.ask_change, question=True),
    Rule("how much more(?: money)? (?:does|do|did|will|would) <who a> need to buy (?:the|an?|one) <bare x>", ask.ask_missing_for, question=True),
    Rule("how much more(?: money)? (?:does|do|did|will|would) <who a> need(?: to buy .*)?", ask.ask_missing, question=True),
    Rule("""how much(?: money)? (?:does|did|will|would|must) <who a> (?:spend|pay|need|need to pay|have to pay)(?: (?:<all>|for (?:everything|them)))*
            how much (?:will|would|do|does|did) (?:they|everything|it all|it) cost(?: <all>)?
            what (?:is|was) the total (?:cost|price|bill|amount)(?: (?:<who a> )(?:spent|paid))?
            how much (?:does|did|will|would) <who a> (?:spend|pay)(?: <all>)?(?: on| for) (?:<bare>|<lines l>)""", ask.ask_spent, question=True),
    Rule("(?:how much|what) (?:do|does|will|would|is) (?:the (?:total )?(?:cost|price) of )?<lines l> (?:cost)?(?: ?<all>)?\nwhat is the (?:total )?(?:cost|price) of <lines l>", ask.ask_bill, question=True),
    Rule("""how much (?:does|is|will) (?:each|every|one|an?|the|a single) <bare x>(?: cost)?
            (?:what is|what was|find) the <price> of (?:each|every|one|an?|the|a single) <bare x>
            how much (?:does|do|is) <list l> cost(?: each)?
            (?:what is|what are|find) the (?:price|cost|prices|costs) of <list l>
            what does (?:each|one|an?|the) <bare x> cost""", ask.ask_prices, question=True),
    Rule("""(?:find|what is|what are) the (?:price|cost|prices|costs) of each(?: (?:item|one|kind))?
            how much does each(?: (?:item|one|kind))? cost
            (?:find|what is|what are) (?:the|their) (?:prices|costs)""", ask.ask_each_price, question=True),
    Rule("how much (?:do|does|would|will) <list l> cost(?: <all>| together)\nwhat is the (?:total|combined) (?:cost|price) of <list l>", ask.ask_bill_names, question=True),
    Rule("how old is <who a>(?: now)?\nwhat is <who a>'s age", ask.ask_age, question=True),
    Rule("how much more (?:does|is|do) (?:<one> )?<bare a> (?:cost )?(?:expensive )?than (?:<one> )?<bare b>", ask.ask_difference(1, kind="price"), question=True),
    Rule("how much (?:less|cheaper) (?:does|is|do) (?:<one> )?<bare a> (?:cost )?than (?:<one> )?<bare b>", ask.ask_difference(-1, kind="price"), question=True),
    Rule("how many more <bare x> (?:does|did) <np a> have than <np b>\nhow many more <np a> than <np b> are there\nhow many more <np a> are there than <np b>", ask.ask_difference(1), question=True),
    Rule("how many fewer <bare x> (?:does|did) <np a> have than <np b>\nhow many fewer <np a> than <np b> are there\nhow many fewer <np a> are there than <np b>", ask.ask_difference(-1), question=True),
    Rule("how many(?: <bare x>)? (?:are (?:there )?|(?:does|did|will|do) <who a> (?:still )?have )<left>(?: now)?\nhow many(?: <bare x>)? (?:does|did|will|do) <who a> (?:still )?have now\nhow many <bare x> (?:remain|are left)(?: .*)?", ask.ask_left, question=True),
    Rule("how many(?: <bare x>)? (?:do|did) (?:they|the <n> of them|<list l>) have(?: <all>| together)\nhow many <bare x> are there <all>\nhow many <bare x> (?:do|did) (?:they|<list l>) have(?: <all>)", ask.ask_total, question=True),
    Rule("""how many (?:of (?:them|these) )?<bare x> (?:are|were) (?:there|sold)<here>(?: on <np a>)?
            how many (?:of (?:them|these|the <np>) )(?:are|were) <bare x>
            how many of each(?: kind)? are there
            (?:what is|find) the number of <bare x>
            how many <list l> (?:are|were) there
            how many <bare x> and how many <bare y> (?:are|were) (?:there|sold)
            how many <bare x> did <np> sell
            how many <bare x> does <np> (?:have|raise)""", ask.ask_count, question=True),
    Rule("how many(?: <bare x>)? (?:does|did|do) <who a> have", ask.ask_owned, question=True),
    Rule("how many of each(?: (?:kind|animal|type))? (?:are|were) there\nhow many of each(?: (?:kind|animal|type))?(?: (?:does|do) <np> have)?", ask.ask_legs, question=True),
    Rule("how many of each(?: (?:kind|animal|type))? (?:are|were) there", ask.ask_all_parts, question=True),
    Rule("how many <bare x> are there(?: <all>)?", ask.ask_group, question=True),
    Rule("how many times as many <bare x> (?:does|did) <np a> have as <np b>\nhow many times as many <np a> are there as <np b>", ask.ask_times, question=True),
    Rule("(?:find|what are) (?:the|these|both)(?: <n>)? numbers", ask.ask_numbers(_LARGE, _SMALL), question=True),
    Rule("(?:find|what is) the (?:larger|bigger|greater)(?: number| one)", ask.ask_numbers(_LARGE), question=True),
    Rule("(?:find|what is) the smaller(?: number| one)", ask.ask_numbers(_SMALL), question=True),
]  # fmt: skip

SLOTS["tf"] = f"(?:{NUMBER}(?= times)|{PART})"

GRAMMAR: Final = Grammar(
    slots=SLOTS,
    normal=normal,
    split_names=split_names,
    line=re.compile(f"(?P<n>{NUMBER}|an?|one) (?P<x>(?:pairs? of )?{_WORD}(?: (?!and ){_WORD}){{0,3}})"),
    prepare=prepare,
    flags=re.IGNORECASE,
    sentence_end=re.compile(r"(?<!\bmr)(?<!\bmrs)(?<!\bdr)[.?!;]+(?=\s|$)", re.IGNORECASE),
    joint=re.compile(r", and |, but |, then |, while |, whereas |, | and then | and | but | while |: ", re.IGNORECASE),
    opening=re.compile("(?: |at an? (?:store|shop|market|supermarket|bakery|cafe|grocery store|fair),? |if |suppose |suppose that |on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday),? |and |then |now |later,? |one day,? |the next day,? |in total,? |so |given that |altogether,? )+", re.IGNORECASE),
    pronouns=frozenset({"he", "she", "it"}),
    rules=RULES,
)  # fmt: skip
