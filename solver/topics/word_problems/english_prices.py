"""English clause patterns about money: who has how much, who buys what, what things cost."""

from __future__ import annotations

from typing import Final

from solver.topics.word_problems import meanings as say
from solver.topics.word_problems import meanings_costs as costs
from solver.topics.word_problems import meanings_shares as shares
from solver.topics.word_problems.english_slots import SLOTS
from solver.topics.word_problems.grammar import Rule

_BARE: Final = SLOTS["bare"]
_WANT: Final = (
    "(?:wants? to|would like to|needs? to|plans? to|decides? to|decided to|wanted to|is going to|am going to|goes to|"
    "went to|will|intends? to|is about to)"
)
_GET: Final = "(?:bought|buys?|purchased|purchases?|gets?|got|orders?|ordered)"
_BUY: Final = f"(?:(?P<plan>{_WANT}) (?:buy|purchase|get|order)|{_GET}|has bought)"
_WITH: Final = "(?:with (?:him|her|me|us|them)|to spend|in (?:his|her|my|their|the) (?:wallet|pocket|purse|piggy bank|savings|bank)|at first|in cash|in savings|to begin with|saved(?: up)?)"
_NOTE: Final = "(?: (?:bill|note|banknote|coin)s?)"
_AT: Final = "(?:for|at|that costs?|which costs?|costing|priced at|worth)"

MONEY_RULES: Final = [
    Rule("""<who a> (?:brings|brought|starts with|started with|started out with|took|takes) <m m>(?: (?:to <np>|with (?:him|her|me)))*
            <who a> (?:goes|went|go|is going) (?:shopping|to <np>)(?: to buy <np>)? with <m m>(?: <np_with>)?
            with <m m>(?: <np_with>)?,? <who a> (?:goes|went|go) (?:shopping|to <np>)""".replace("<np_with>", _WITH), say.brought_money),
    Rule("<who a> (?:has|had|have) <m m> (?:left|left over|remaining)", say.money_left),
    Rule(f"<who> (?:has|had|have) some money(?: {_WITH})?\n<who> (?:has|had|have) saved some money", say.nothing),
    Rule(f"<who a> (?:has|had|have|saved|has saved|have saved|has a budget of|had a budget of)(?: up)? <m m>(?: {_WITH})*", say.has_money),
    Rule("(?:<who a> )?(?:earned|earns|received|receives|got|gets|found|was given) <m m>(?: (?:more|from <np>|for <np>|as <np>))*", say.earns),
    Rule("<np> (?:gave|gives|has given) (?P<a>me|us) <m m>(?: (?:to spend|for <np>))?", costs.is_given),
    Rule("<np> (?:gave|gives|has given) <np a> <m m>(?: (?:to spend|for <np>))?", costs.is_given),
    Rule("(?:<who> )?(?:bought|buys|sold|ordered) <n n> <bare x> for <m m>(?: <all>)?", shares.mixed),
    Rule(f"""(?:<who a> )?(?:also |then )?(?:{_BUY}|buy) <lines l><here>
            (?:<who a> )?{_BUY} <lines l><here> for <m m>(?: <all>)?
            (?:<who a> )?(?:then )?(?:paid|pays|pay|spent|spends|spend) <m m>(?: <all>)? (?:for|on) <lines l>(?: <all>)?
            for <lines l>,? <who a> (?:paid|pays|pay) <m m>
            <lines l>(?: together| in total)? costs? (?:me|him|her|us|them|<who a>) <m m>(?: <all>)?
            <who a> (?:was|were) charged <m m> for <lines l>""", say.buys),
    Rule(f"""(?:<who a> )?(?:also |then )?{_BUY} <lines l><here> {_AT} <m m> (?:each|apiece)
            (?:<who a> )?(?:also |then )?{_BUY} (?P<l>(?:an?|one) {_BARE}) (?:that|which) (?:costs?|was|is priced at|is) <m m>
            (?P<l>(?:an?|one|another) {_BARE}) (?:that|which) (?:costs?|is priced at) <m m>
            (?:<who a> )?(?:paid|pays|pay) <m m> (?:each|apiece) for <lines l>
            <lines l> {_AT} <m m> (?:each|apiece)""", say.buys_priced),
    Rule(f"""(?:<who a> )?(?:also |then )?{_BUY} <lines l><here> {_AT} <m m> (?:per|an?|for each|for one) <np p>
            <lines l> {_AT} <m m> (?:per|an?) <np p>""", costs.buys_priced_per),
    Rule("<lines l> for <m m>\n<lines l> costing <m m>\n<m m> for <lines l>", say.also_buys),
    Rule(f"""(?:(?:<who a> )?(?:also |then )?{_BUY} )?<lines l><here> (?:for|at|costing) <m m> (?:more|extra) than <amount b>
            (?:(?:<who a> )?(?:also |then )?{_BUY} )?<lines l><here> (?:for|at|costing) <m m> more(?P<b>)
            (?:(?:<who a> )?(?:also |then )?{_BUY} )?<lines l><here> (?:for|costing) <tf v>(?: times)? as much(?: as <amount b>)?
            <tf v>(?: times)? as much on <lines l>(?P<b>)
            <m m> more on <lines l>(?P<b>)""", costs.bought_compared(1)),
    Rule(f"""(?:(?:<who a> )?(?:also |then )?{_BUY} )?<lines l><here> (?:for|at|costing) <m m> less than <amount b>
            (?:(?:<who a> )?(?:also |then )?{_BUY} )?<lines l><here> (?:for|at|costing) <m m> less(?P<b>)
            <m m> less on <lines l>(?P<b>)""", costs.bought_compared(-1)),
    Rule(f"""(?:<who a> )?{_BUY} (?:<n n>|one) of each(?: (?:kind|item|of them|of these))?
            (?:<who a> )?{_BUY} (?P<both>both)(?: of (?:them|these)| <bare>)?
            (?:<who a> )?{_BUY} (?:all of them|them all|all <n k>(?: of them| <bare>)?|everything|all the items)
            (?:<who a> )?{_BUY} (?:each|every) (?:of the items|of them|item|one)""", costs.buys_each),
    Rule(f"(?:<who a> )?{_BUY} (?:it|one|<n n>(?: of (?:them|these))?)", costs.buys_it),
    Rule(f"(?:<who a> )?{_BUY} (?:both )?(?:only )?(?:the )<names l>", costs.buys_named),
    Rule("<lines l>", costs.buys_more),
    Rule("(?:<who> )?(?:paid|pays|spent|spends|pay) <m m>(?: (?:<all>|for them|for everything|for it all|for all of (?:them|it)))*\n(?:the )?(?:total )?(?:bill|cost|price|total) (?:is|was|came to|comes to) <m m>(?: <all>)?", say.paid),
    Rule(f"<who a> (?:pays?|paid) for (?P<both>both)(?: of (?:them|these)| <bare>)? with (?:a |an |one |<n k> )?<m m>{_NOTE}?", costs.pays_for_both),
    Rule(f"""(?:<who> )?(?:pays?|paid)(?: (?:<np>|for (?:it|them|these|this|everything|both|<np>)))? with (?:a |an |one |<n k> )?<m m>{_NOTE}?
            (?:<who> )?(?:pays?|paid)(?: the (?:cashier|clerk|seller|shopkeeper))? using (?:a |an |one |<n k> )?<m m>{_NOTE}?
            (?:<who> )?(?:gives?|gave|hands?|handed)(?: over)? (?:(?:the|a) (?:cashier|clerk|seller|shopkeeper|shop assistant|assistant|salesperson) )?(?:a |an |one |<n k> )?<m m>{_NOTE}?(?: to the (?:cashier|clerk|seller|shopkeeper|shop assistant))?""", costs.tenders),
    Rule("(?:<who a> )?(?:then |also )?(?:spends?|spent|paid|pays) <m m> (?:on|for) <bare x>(?:,? and)?", costs.spends),
    Rule("<m m> on <np>", costs.spends_too),
]  # fmt: skip

PRICE_RULES: Final = [
    Rule("""(?:each|every|one|an?|a single|another) <bare x> <cost> <m m>(?: (?:each|apiece))?
            the <bare x> (?:costs|is|is priced at|sells for|is sold for) <m m>
            (?:the )?<bare x> (?:costs?|are|sell for|are priced at|sells for|are sold for|were|sold for)(?: for)? <m m> (?:each|apiece)
            the <price> of (?:each|every|one|an?|the|a single) <bare x> (?:is|was) <m m>
            <bare x> cost <m m>
            <m m> is the <price> of (?:each|every|one|an?|the|a single) <bare x>
            <who> (?:charges?|charged) <m m> for (?:each|every|one|an?|a single) <bare x>
            <who> sells? (?:each|every|one|an?|a single) <bare x> (?:for|at) <m m>
            <who> sells? <bare x> (?:for|at) <m m> (?:each|apiece)
            <bare x> (?:for|at) <m m> (?:each|apiece)
            (?:the )?<n k> <bare x> (?:costs?|are|sell for)(?: a total of)? <m m>(?: <all>)?""", say.priced),
    Rule("""(?:the )?<bare x> (?:costs?|are|is|sells? for|(?:is|are) priced at|(?:is|are) sold (?:for|at)) <m m> (?:per|an?|for each|for one|for every) <np p>
            <who> sells? <bare x> (?:for|at) <m m> (?:per|an?) <np p>
            the <price> of (?:the )?<bare x> (?:is|was) <m m> (?:per|an?) <np p>
            <bare x> (?:for|at) <m m> (?:per|an?) <np p>""", costs.priced_per),
    Rule("""(?P<x>(?:an? |the |each )?(?:ticket|entry|admission)s?)(?: (?:to|for) <np>)?(?: (?:costs?|is|are|was|were)) <m m> for (?:an? |each |every |one )?<bare y>
            (?P<x><who> (?:charges?|charged)) <m m> for (?:an? |each |every |one )?<bare y>
            <m m> for (?:an? |each |every |one )?<bare y>
            <m m> (?:per|for each|an?) <bare y>""", costs.ticket_for),
    Rule("the <bare a> (?:cost|were|are) <m m>".replace("<bare a>", "(?P<a>" + _BARE + ")"), costs.bundle_priced),
    Rule("(?:(?:they|these|it) (?:cost|are|costs|is) )?<m m> (?:each|apiece)\n(?:each|every)(?: one| of them)? <cost> <m m>\n(?:it|that|which) (?:costs?|is priced at) <m m>", say.priced_each),
    Rule("(?:(?:each|every|one|an?|the) )?<bare x>(?: is| for)? <m m>(?: (?:each|apiece))?", costs.priced_too),
    Rule("<lines l> (?:together )?(?:costs?|are)(?: a total of)? <m m>(?: <all>)?\nthe (?:total )?(?:cost|price) (?:of|for) <lines l>(?: together)? (?:is|was) <m m>\n<m m> (?:is the (?:total )?(?:cost|price) of|buys|will buy|pays for) <lines l>\n<who> can buy <lines l> for <m m>\n(?:together,? |in total,? )<lines l> costs? <m m>", say.all_priced),
    Rule("""(?:<amount a>|that|which|it) (?:costs?|is|are|was|were|sells? for) <m m> (?:more|more expensive|dearer|higher|greater) than (?:that of )?<amount b>
            (?:<amount a>|that|which|it) (?:costs?|is|are) <m m> (?:more|more expensive)(?P<b>)
            (?:<amount a> )?<m m> more than <amount b>
            <amount a> <m m> more(?P<b>)
            (?:<amount a>|that|which|it) (?:costs?|is|are) <f f> (?:more|more expensive) than <amount b>
            (?:<amount a>|that|which|it) (?:costs?|is) <m m> more than <tf v>(?: times)? (?:as much as |(?:of )?)<amount b>
            (?:<amount a>|that|which|it) (?:costs?|is) <m m> more than what <amount b>""", costs.costs_compared(1)),
    Rule("""(?:<amount a>|that|which|it) (?:costs?|is|are|was|were|sells? for) <m m> (?:less|cheaper|less expensive|lower) than (?:that of )?<amount b>
            (?:<amount a>|that|which|it) (?:costs?|is|are) <m m> (?:less|cheaper)(?P<b>)
            (?:<amount a> )?<m m> less than <amount b>
            <amount a> <m m> less(?P<b>)
            (?:<amount a>|that|which|it) (?:costs?|is|are) <f f> (?:less|cheaper) than <amount b>
            (?:<amount a>|that|which|it) (?:costs?|is) <m m> less than <tf v>(?: times)? (?:as much as |(?:of )?)<amount b>
            (?:<amount a>|that|which|it) (?:costs?|is) <m m> less than what <amount b>""", costs.costs_compared(-1)),
    Rule("""(?:<amount a>|that|which|it) (?:costs?|is|are) <tf v>(?: times)? as (?:much|expensive|costly|dear) as (?:that of )?<amount b>
            (?:(?:<amount a>|that|which|it) (?:costs?|is|are) )?<tf v>(?: times)? (?:of )?(?:that of |what )?(?P<b>(?:the (?:price|cost) of )<amount>|(?<=what )<amount>|(?<=that of )<amount>)
            (?:<amount a>|that|which|it) (?:costs?|is|are) <tf v>(?: times)? as (?:much|expensive)(?P<b>)
            (?:<amount a>|that|which|it) (?:costs?|is|are) (?:as much as|the same as|as expensive as|the same price as|equal to) <amount b>""", costs.costs_compared()),
]  # fmt: skip
