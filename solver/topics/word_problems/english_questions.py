"""English clause patterns for questions."""

from __future__ import annotations

from typing import Final

from solver.topics.word_problems import questions as ask
from solver.topics.word_problems import questions_more as more
from solver.topics.word_problems.english_motion import MOTION_QUESTIONS
from solver.topics.word_problems.english_parts import LARGE, SMALL
from solver.topics.word_problems.grammar import Rule

_DOES: Final = "(?:does|did|will|would|must|should|do|has|have|is|am|was)"
_SPEND: Final = "(?:spend|spent|pay|paid|owe|need|need to pay|have to pay|spend shopping|needs? to spend)"
_IT: Final = "(?:everything|them(?: all)?|it all|it|these(?: items)?|all of (?:them|it|these)|all (?:the|<n>|these) items|both(?: items)?|all <n>|the items|<word> purchases?|(?:his|her|my|their|the) (?:shopping|purchases?|order|bill))"
_PLACE: Final = "(?: (?:in|on|at|from|for) (?!(?:an?|one|each|every|the|that|this) (?:day|week|month|year|hour|weekend|season)s?(?![a-z]))<np a>)?"
_FIND: Final = "(?:find|what is|what was|what are|what were)"
_OF_THEM: Final = "(?:of (?:them|these|those|the <np>) )"
_VERB: Final = "(?:are|were|is|was|chose|choose|picked|selected|likes?|liked|prefer|preferred|play|played|joined|voted for|study|studied|speak|take|took|wear|ride|signed up for|ordered|drink)"
_SINCE: Final = "(?: (?:after .*|now|then|in the end|at the end))?"

MONEY_QUESTIONS: Final = [
    Rule(f"""how much(?: money)? {_DOES} <who a> (?:still )?have <left>? ?(?:after (?:buying|paying for)|if (?:he|she|i|they) (?:buys?|bought)) (?:(?P<both>both)(?: of (?:them|these)| <bare>)?|all <n k>(?: <bare>)?|one of each|<lines l>)""", more.ask_left_after, question=True),
    Rule(f"""how much(?: money| cash)? {_DOES} (?:<who a> )?(?:still )?(?:have )?<left>{_SINCE}
            how much(?: money)? {_DOES} <who a> (?:still )?have <left>?(?: after (?:buying|paying|shopping|the).*| now| in the end)?
            {_FIND} (?:the )?(?:amount of money|money|amount|remaining amount)(?: that)? (?:<who a> )?(?:has|have|had|is|was) <left>
            how much of (?:the|his|her|my|their)(?: <m>)? ?(?:money )?(?:is|was) <left>""", ask.ask_money_left, question=True),
    Rule("how much(?: money)? (?:do|did) (?:they|<list l>|both|the two|the <n> of them)(?: of them)? have <all>", more.ask_money_together, question=True),
    Rule(f"how much(?: money)? {_DOES} <who a> have", ask.ask_money_now, question=True),
    Rule("how much(?: money)? did <who a> (?:have|start with|bring|begin with)(?: (?:at first|to begin with|originally|in the beginning|initially|at the start|before shopping))?", ask.ask_money_first, question=True),
    Rule(f"""how much(?: money| change)? {_DOES} <who a> (?:get|receive|be given)(?: (?:in change|back|as change))*
            how much change {_DOES} <who a> (?:get|receive|be given|have)(?: back)?
            how much change (?:is|was) (?:<who a> )?(?:given|due|returned|left)
            {_FIND} (?:his|her|their|my|the)(?: correct)? change
            (?:find|what is) the change(?: that)? <who a> (?:gets?|receives?|got|received)(?: back)?
            how much (?:money )?(?:{_DOES}) the (?:cashier|clerk|seller|shopkeeper) (?:give|return)(?: <who>)?(?: back)?""", ask.ask_change, question=True),
    Rule(f"how much more(?: money)? {_DOES} <who a> need to buy (?:the|an?|one) <bare x>", ask.ask_missing_for, question=True),
    Rule(f"how much more(?: money)? {_DOES} <who a> need(?: to buy .*)?", ask.ask_missing, question=True),
    Rule(f"""how much(?: money)? {_DOES} <who a> {_SPEND}(?: (?:<all>|for {_IT}|on {_IT}))*
            how much {_DOES} (?:they|everything|it all|it|{_IT}) cost(?: <who a>)?(?: <all>)?
            {_FIND} (?:the|his|her|my|their) total (?:cost|price|bill|amount|spending|expense)(?: (?:of|for) {_IT})?(?: (?:that )?(?:<who a> )?(?:spends?|pays?|spent|paid))?
            {_FIND} (?:the )?(?:total|amount|total amount)(?: of money)?(?: that)? <who a> (?:spends?|pays?|spent|paid)(?: <all>)?
            {_FIND} (?:<who a>'s|his|her|my|the) (?:total )?(?:bill|cost)
            how much {_DOES} <who a> (?:spend|pay)(?: <all>)?(?: on| for) (?:<bare>|<lines l>)
            how much (?:money )?(?:was|is) (?:spent|paid)(?: <all>)?
            how much (?:does|did|will) (?:that|this) (?:cost|come to|make)(?: <who a>)?(?: <all>)?
            how much {_DOES} <who a> {_SPEND} <all>(?: for {_IT})?""", ask.ask_spent, question=True),
    Rule("(?:how much|what) (?:do|does|will|would|is) (?:the (?:total )?(?:cost|price) of )?<lines l> (?:cost)?(?: ?<all>)?\nwhat is the (?:total )?(?:cost|price) of <lines l>", ask.ask_bill, question=True),
    Rule(f"how much (?:do|does|would|will|is) (?:it cost to buy )?one of each(?: cost)?(?: <all>)?\n{_FIND} the (?:total )?cost of one of each\nhow much (?:do|does|will|would) (?:both|they|all <n>|the two|the <n> items|all of them|these)(?: items)? cost(?: <all>)?", more.ask_costs, question=True),
    Rule(f"""how much (?:does|is|will|was|did|would) (?:each|every|one|an?|the|a single) <bare x>(?: cost)?
            {_FIND} the <price> of (?:each|every|one|an?|the|a single) <bare x>
            how much (?:does|do|is|are|did) <list l> cost(?: each)?
            {_FIND} the (?:price|cost|prices|costs) of <list l>
            what (?:does|did) (?:each|one|an?|the) <bare x> cost""", ask.ask_prices, question=True),
    Rule(f"""{_FIND} the (?:unit )?(?:price|cost|prices|costs)(?: per <word>)? (?:of|for) <asked l>
            {_FIND} the (?:price|cost|prices|costs) (?:per|of (?:one|each|a)|for (?:one|each|a)) <measure>(?: (?:of|for)) <asked l>
            how much (?:is|are|does|do) <asked l>(?: cost)? (?:per <measure>|each)
            how much (?:does|is|did) <asked l>(?: cost)?
            {_FIND} the (?:price|cost|prices|costs)(?: (?:per <measure>|of one <measure>))? of <asked x>
            (?:find |what is |and )?the (?:price|cost) of (?:one|each|a|an) <bare x>
            (?:how much )?(?:does |is )?(?:each|every|one|an?) <bare x>(?: cost)?""", more.ask_each_of, question=True),
    Rule(f"{_FIND} the (?:total|combined) (?:cost|price) of (?:one of each|both|the two|all <n>)(?: <bare>)?", more.ask_costs, question=True),
    Rule(f"""(?:how much|what) (?:do|does|will|would|did) <amount b>(?: cost)?(?: <all>)?
            (?:how much|what) (?:do|does|will|would|did) <amount b> <all> cost
            how much <amount b>(?: costs?)?(?: <all>)?
            {_FIND} the (?:total |combined )?(?:cost|price|amount) (?:of|for) <amount b>(?: <all>)?
            how much (?:does|will|would|do) it cost to (?:buy|get|purchase) <amount b>(?: <all>)?
            how much (?:money )?(?:is|are) (?:needed|required) to buy <amount b>(?: <all>)?
            how much (?:money )?{_DOES} <who> (?:pay|spend|need to pay|have to pay|need|be charged)(?: <all>)?(?: for| on| to buy| if <who> buys?) <amount b>(?: <all>)?
            how much (?:money )?{_DOES} (?:i|we|you|he|she|one|<np>) (?:pay|need|spend) to (?:buy|get) <amount b>(?: <all>)?
            {_FIND} the (?:total )?(?:cost|price) of (?:buying|getting|purchasing) <amount b>""", more.ask_costs, question=True),
    Rule(f"""(?:find|what is|what are|state) the (?:price|cost|prices|costs) (?:of|for) (?:each|one of each|each of them|both)(?: (?:item|one|kind|type|ticket|fruit|of ticket|of fruit|kind of <bare>|type of <bare>|items))?
            how much (?:does|is|did) each(?: (?:item|one|kind|kind of <bare>|type of <bare>|of them|fruit|ticket))?(?: cost)?
            {_FIND} (?:the|their|both) (?:prices|costs|unit prices|price of each)
            how much (?:do|does) they cost each""", ask.ask_each_price, question=True),
    Rule("how much (?:do|does|would|will) <list l> cost(?: <all>| together)\nwhat is the (?:total|combined) (?:cost|price) of <list l>", ask.ask_bill_names, question=True),
    Rule("how much more(?: money)? (?:does|is|do|did) (?:<one> )?<bare a> (?:cost )?(?:expensive )?than (?:<one> )?<bare b>", ask.ask_difference(1, kind="price"), question=True),
    Rule(f"""how much more(?: money)?(?: expensive)? (?:does|is|do|are|did) <amount a> (?:cost )?(?:more expensive )?than <amount b>
            (?:by )?how much (?:does|do|is|are) <amount a> (?:cost )?more (?:expensive )?than <amount b>
            how much more expensive (?:is|are) <amount a> than <amount b>
            {_FIND} the difference (?:in price |in cost )?between (?:the (?:price|cost)s? of )?<amount a> and (?:the (?:price|cost) of )?<amount b>""", more.ask_costs_difference(1), question=True),
    Rule("how much (?:less|cheaper) (?:does|is|do) (?:<one> )?<bare a> (?:cost )?than (?:<one> )?<bare b>", ask.ask_difference(-1, kind="price"), question=True),
    Rule("how much (?:less|cheaper)(?: money)? (?:does|is|do|are|did) <amount a> (?:cost )?than <amount b>", more.ask_costs_difference(-1), question=True),
]  # fmt: skip

SHARE_QUESTIONS: Final = [
    Rule(f"""how much(?: money)? (?:does|did|will|would|is|has) <np a> (?:get|receive|got|win|take home|be given|given|have)
            how much(?: money)? (?:do|did|will) <list l> (?:each )?(?:get|receive|win|have)
            {_FIND} <np a>'s share
            (?:find|what is) the (?:share|amount)(?: of money)? (?:of|that) <np a>(?: (?:gets?|receives?))?""", more.ask_money_shared, question=True),
    Rule("""how much(?: money)? (?:does|did|will) each(?: (?:of them|person|friend|child|one|<bare>))? (?:get|receive|have)
            how much(?: money)? (?:do|did|will) they each (?:get|receive|have)
            how many(?: <bare>)? (?:does|did|will) each(?: (?:of them|person|friend|child|one|<bare>))? (?:get|receive|have)""", more.ask_each_gets, question=True),
    Rule("how much more(?: money)? (?:does|did|will) <np a> (?:get|receive|have|win) than <np b>\nhow much more(?: money)? than <np b> (?:does|did|will) <np a> (?:get|receive|have)", ask.ask_difference(1, kind="price"), question=True),
    Rule("how much less(?: money)? (?:does|did|will) <np a> (?:get|receive|have|win) than <np b>", ask.ask_difference(-1, kind="price"), question=True),
]  # fmt: skip

COUNT_QUESTIONS: Final = [
    Rule("how old (?:is|are) <who a>(?: now)?\nwhat is <who a>'s(?: current)? age\nfind <who a>'s age\n<who a>'s age", ask.ask_age, question=True),
    Rule("how old (?:are|is) <list l>(?: now)?\n(?:find|what are) (?:the ages of )<list l>", more.ask_ages, question=True),
    Rule("how old (?:is|are) (?:each(?: of them| person| one)?|they|both)(?: now)?\n(?:find|what are) (?:their|both|the) ages\nhow old is each of <list>", more.ask_all_ages, question=True),
    Rule(f"how many more <bare x> (?:does|did|do|will|would) <np a> (?:have|get|receive) than <np b>\nhow many more <np a> than <np b> (?:are|were) there{_PLACE.replace(' a>', '>')}\nhow many more <np a> (?:are|were) there than <np b>", ask.ask_difference(1), question=True),
    Rule(f"""how many more <bare a> than <bare b> (?:are|were) (?:there|sold){_PLACE.replace(' a>', '>')}
            how many more <bare a> (?:are|were) there than <bare b>{_PLACE.replace(' a>', '>')}
            how many more <bare a> than <bare b> does <np> have
            how many more <bare x> (?:{_VERB}) (?:in )?(?:the )?<bare a> than <bare b>
            {_FIND} the difference between the number of <bare a> and (?:the number of )?<bare b>""", more.ask_parts_difference(1), question=True),
    Rule("how many fewer <bare x> (?:does|did) <np a> have than <np b>\nhow many fewer <np a> than <np b> are there\nhow many fewer <np a> are there than <np b>", ask.ask_difference(-1), question=True),
    Rule("how many fewer <bare a> than <bare b> (?:are|were) there\nhow many fewer <bare a> (?:are|were) there than <bare b>", more.ask_parts_difference(-1), question=True),
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
    Rule(f"""how many (?:{_OF_THEM})?<bare x>(?:,? and how many (?:{_OF_THEM})?<bare y>)? (?:are|were) (?:there|sold|in <np>|on <np>|at <np>|left){_PLACE}(?: <all>)?
            how many <list l> (?:are|were) (?:there|sold|in <np>|on <np>|at <np>){_PLACE}
            how many (?:{_OF_THEM}){_VERB} (?:in )?(?:the )?<bare x>
            how many <bare x>(?:,? and how many <bare y>)? (?:does|did|do|has) <who a> (?:have|raise|sell|keep|own|hold|contain|get)
            how many <list l> (?:does|did|do|has) <who a> (?:have|raise|sell|keep|own|hold|contain|get)
            how many <bare w> (?:chose|choose|picked|selected|likes?|liked|prefer|preferred|play|played|joined|voted for|study|studied|speak|take|took|wear|ride|signed up for|ordered|drink) (?:the )?<bare x>
            how many <bare w> are (?:in )?(?:the )?<bare x>
            {_FIND} the number of <bare x>(?:,? and (?:the number of )?<bare y>)?{_PLACE}
            {_FIND} the numbers of <list l>{_PLACE}
            {_FIND} how many <bare x> there are
            how many <bare x>(?:,? and how many <bare y>)? (?:did|does|do) <who> (?:sell|buy|order)
            how many <bare x> tickets and how many <bare y> tickets were sold
            how many <bare x>
            how many of the <n> (?:are|were) <bare x>""", more.ask_parts, question=True),
    Rule("how many(?: <bare x>)? (?:does|did|do|will) <who a> (?:have|get|receive)", ask.ask_owned, question=True),
    Rule("how many(?: of)? each(?: (?:kind|animal|type|coin|sort|one))*(?: (?:of )?<bare>)? (?:are|were) there<here>\nhow many of each(?: (?:kind|animal|type|coin|vehicle|kind of <bare>|type of <bare>))?(?: (?:does|do|did) <who> have)?", ask.ask_legs, question=True),
    Rule("how many of each(?: (?:kind|animal|type|kind of <bare>|type of <bare>))? (?:are|were) (?:there|sold)<here>\nhow many (?:tickets )?of each (?:kind|type)(?: of ticket)? (?:were|did <np>) (?:sold|sell)", ask.ask_all_parts, question=True),
    Rule("how many <bare x> are there(?: <all>)?", ask.ask_group, question=True),
    Rule(f"""how many <bare x> (?:are|were) (?:there )?(?:in |on |at )?(?:<np>)?(?: ?<all>)?
            how many <bare x> (?:are|were) there<here>(?: <all>)?
            how many <bare x> does <np> have(?: <all>)?
            {_FIND} the total number of <bare x><here>
            how many <bare x> (?:took part|voted|were asked)(?: <all>)?""", more.ask_whole, question=True),
    Rule("how many times as many <bare x> (?:does|did) <np a> have as <np b>\nhow many times as many <np a> are there as <np b>", ask.ask_times, question=True),
    Rule("(?:find|what are) (?:the|these|both|the two)(?: <n>)? numbers\n(?:find|what is) (?:each(?: number)?|each of the(?: <n>)? numbers)\n(?:find|what are) (?:them|they)", ask.ask_numbers(LARGE, SMALL), question=True),
    Rule("(?:find|what is) the (?:larger|bigger|greater)(?: number| one| of the <n>(?: numbers)?)?", ask.ask_numbers(LARGE), question=True),
    Rule("(?:find|what is) the smaller(?: number| one| of the <n>(?: numbers)?)?", ask.ask_numbers(SMALL), question=True),
]  # fmt: skip

QUESTIONS: Final = [*MONEY_QUESTIONS, *SHARE_QUESTIONS, *MOTION_QUESTIONS, *COUNT_QUESTIONS]
