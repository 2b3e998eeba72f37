"""English clause patterns about measures that are made of parts, departments, charges for groups, digits and whole bills."""

from __future__ import annotations

from typing import Final

from solver.topics.word_problems import english_more_meanings as more
from solver.topics.word_problems.grammar import Rule

_UNIT: Final = "(?P<u>ml|millilit(?:er|re)s?|g|grams?|kg|kilograms?|lit(?:er|re)s?|l|tons?|tonnes?|pounds?|ounces?|m|met(?:er|re)s?|hectares?|acres?|pages?)"
_MADE: Final = "(?:(?:is|are|was|were) (?:made|prepared|mixed|composed|produced)(?: up)? (?:of|from|with|by mixing)|consists? of|consisted of|contains?|contained|is a mixture of)"
_HAS: Final = "(?:has|have|had|holds?|contains?|keeps?|sells?|sold|owns?|held|contained|(?:uses|used|collects|collected|produces|produced)(?= [\ue000-\ue3ff]))"
_KINDS: Final = (
    "(?::|,? which (?:is|are) (?:made of|made up of)?|,? consisting of|,? made up of|,? namely|,? made of)"
)
_IS_IN: Final = "(?:(?:are|is|were|was) (?:in|from|at|on)|works? (?:in|at|for)|worked (?:in|at|for)|(?:is|are) employed in|belongs? to|lives? in|comes? from|(?:goes|go|travels?|come) by)"
_SORTS: Final = "(?:departments?|clubs?|sections?|teams?|divisions?|branches|groups?|sports|classes|subjects|houses|buildings|floors|villages|offices)"
_OF: Final = "(?:of (?:the |its |their |all )?<bare w>)"
_ALL: Final = "(?: <all>)"

PART_RULES: Final = [
    Rule(f"""<n n> {_UNIT} of <np x> {_MADE} <list l>
            (?:an?|the) <n n>[ -]{_UNIT} <bare x> {_MADE} <list l>
            (?:an?|the) <bare x> of <n n> {_UNIT} {_MADE} <list l>
            <np a> {_HAS} <n n> {_UNIT} of <bare x>(?: in <np>)?{_KINDS} <list l>
            <np a> {_HAS} <n n> {_UNIT} of <list l>(?: <all>)?
            there (?:are|is|were) <n n> {_UNIT} of <bare x>(?: in <np a>)?{_KINDS} <list l>""", more.measured),
    Rule(f"<np a> (?:has|have|consists of|is divided into|employs people in) <n k> {_SORTS}(?:(?::|,| called| namely)* <list l>)?", more.has_sorts),
    Rule(f"""<f f> {_OF} {_IS_IN} (?:the )?<bare x>
            (?:in|at) <np>,? <f f> {_OF} {_IS_IN} (?:the )?<bare x>
            <f f> (?:of them )?{_IS_IN} (?:the )?<bare x>""", more.share_in),
    Rule(f"<rest s> {_IS_IN} (?:either )?(?:the )?<names l>(?:,? <ratioed> <ratio r>)?", more.rest_in),
    Rule(f"""the numbers? of <bare w> (?:in|at|from|who {_IS_IN}) <list l> (?:are|is|were) <ratioed> <ratio r>
            the ratio of (?:the numbers? of )?<bare w> (?:in|at|from) <np a> to (?:(?:the number of )?those |that )?(?:in|at|from )?<np b> is <ratio r>""", more.ratio_in),
    Rule("there are <n n> more <bare x> (?:in|at|from) (?:the )?<bare a> than (?:in |at |from )(?:the )?<bare b>\n(?:the )?<bare a> has <n n> more <bare x> than (?:the )?<bare b>", more.more_in(1)),
    Rule("there are <n n> (?:fewer|less) <bare x> (?:in|at|from) (?:the )?<bare a> than (?:in |at |from )(?:the )?<bare b>\n(?:the )?<bare a> has <n n> (?:fewer|less) <bare x> than (?:the )?<bare b>", more.more_in(-1)),
    Rule("there are <n n> <bare x> (?:in|at|from) (?:the )?<bare a>", more.so_many_in),
]  # fmt: skip

_GROUP: Final = (
    "(?:(?:an?|the|another) (?:group|family|party|class|team|couple)(?: consisting)? (?:of|with) )?"
)
_ENTER: Final = "(?: (?:for (?:the |their )?(?:tickets?|admission|entry|entrance)|to (?:enter|visit|get into|go into|see) <np>|to (?:enter|visit)|to get in|(?:in|at) <np>|<all>|in ticket fees))*"
_ENTRY: Final = "(?:(?:the )?(?:entry|entrance|admission|tickets?|entrance fees?|admission fees?|the (?:total )?(?:cost|price|fee) of (?:tickets|entry|admission))(?: (?:to|at|into) <np>)?)"
CHARGE_RULES: Final = [
    Rule(f"""<who> (?:charges?|charged) {_GROUP}<lines l> <m m>{_ENTER}
            <who> (?:charges?|charged) <m m> for {_GROUP}<lines l>{_ENTER}
            {_GROUP}<lines l> (?:pays?|paid|spent|spends|(?:is|are|was|were) charged) <m m>{_ENTER}
            {_ENTRY} for {_GROUP}<lines l>(?: together)? (?:costs?|is|was|were|are) <m m>(?: <all>)?
            it costs? {_GROUP}<lines l> <m m>{_ENTER}
            it costs? <m m> for {_GROUP}<lines l>{_ENTER}""", more.charged),
    Rule(f"(?:and )?{_GROUP}<lines l> <m m>{_ENTER}\n<m m> for {_GROUP}<lines l>{_ENTER}\n(?:and )?for {_GROUP}<lines l>(?: (?:it|the charge|the price))? (?:costs?|is|was|charges) <m m>", more.charged_too),
]  # fmt: skip

_SPENT: Final = "(?:had |has )?(?:now )?(?:spent|paid)"
BILL_RULES: Final = [
    Rule(f"""after (?:also |then )?(?:buying|purchasing|getting)(?: also)? <lines l>(?: (?:as well|too|also))?,? <who a> {_SPENT} <m m>{_ALL}
            after <who a> (?:also |then )?(?:bought|buys|had (?:also )?bought) <lines l>(?: (?:as well|too|also))?,? (?:he|she|they|i) {_SPENT} <m m>{_ALL}
            <who a> then (?:bought|buys) <lines l>(?: as well)?,? (?:bringing|making) (?:the|his|her|my) total(?: spending)? (?:to )?<m m>""", more.buys_to_total),
    Rule(f"""(?:altogether|in total|in all),? <who a> {_SPENT} <m m>(?: (?:for|on) (?:all of them|everything|all the items|these items|all the things))?
            <who a> {_SPENT} <m m> (?:<all> )?(?:for|on) (?:all of them|everything|all the items|these items|all the things|the three items)(?: <all>)?
            (?:his|her|their|my|the) total (?:spending|bill|cost|expense) (?:is|was|came to) <m m>""", more.spent_in_all),
]  # fmt: skip

_TWO: Final = "<n k>[ -]digit"
_TENS: Final = "(?:tens(?: place)?|first|left)"
_ONES: Final = "(?:units|ones|unit|one|second|last|right)(?: place)?"
_SWAP: Final = "(?:swapped|reversed|interchanged|exchanged|switched|swapped around|written in reverse order|written in the opposite order|turned around)"
_NEW: Final = "(?:the (?:new|resulting|reversed) (?:two-digit )?number|the result|it|the number|you get a number that|we get a number that|the new number formed)"
_OLD: Final = "(?:the )?(?:original|first|old|initial|given)(?: (?:two-digit )?number| one)?"
_MORE: Final = "(?:more|greater|larger|bigger|higher)"
_LESS: Final = "(?:less|smaller|lower|fewer)"
_IF: Final = f"(?:if|when|on|after|by)? ?(?:(?:the|its|these|two|both) )*digits (?:are|is|were|get) {_SWAP},?"
_REVERSING: Final = "(?:if you |by )?(?:swapping|reversing|interchanging|exchanging|switching|swap|reverse|interchange|exchange) (?:the|its)(?: two)? digits,?(?: (?:gives|produces|makes|forms|results in|creates|yields|you get|we get))?(?: (?:an?|the) (?:new )?number)?(?: (?:that|which))?"
DIGIT_RULES: Final = [
    Rule(f"""(?:the )?(?:two )?digits of (?:a|the) {_TWO} number (?:add up to|sum to|total|have a sum of|add to) <n n>
            the sum of the (?:two )?digits (?:of|in) (?:a|the) {_TWO} number is <n n>
            (?:a|the) {_TWO} number has (?:two )?digits (?:that|which) (?:add up to|sum to|add to) <n n>
            (?:a|the) {_TWO} number has (?:a )?digits? sum(?: of)? <n n>
            (?:in|for) (?:a|the) {_TWO} number,? the sum of (?:the|its)(?: two)? digits is <n n>
            (?:the|its) (?:two )?digits (?:add up to|sum to|add to) <n n>
            the sum of (?:the|its)(?: two)? digits is <n n>""", more.digit_sum),
    Rule(f"""(?:(?:in|for) (?:a|the) {_TWO} number,? )?the {_TENS} digit(?: of (?:a|the) <n j>[ -]digit number)? is <n n> {_MORE} than the {_ONES}(?: digit)?
            (?:(?:in|for) (?:a|the) {_TWO} number,? )?the {_ONES} digit(?: of (?:a|the) <n j>[ -]digit number)? is <n n> {_LESS} than the {_TENS}(?: digit)?""", more.digits_differ(1)),
    Rule(f"""(?:(?:in|for) (?:a|the) {_TWO} number,? )?the {_ONES} digit(?: of (?:a|the) <n j>[ -]digit number)? is <n n> {_MORE} than the {_TENS}(?: digit)?
            (?:(?:in|for) (?:a|the) {_TWO} number,? )?the {_TENS} digit(?: of (?:a|the) <n j>[ -]digit number)? is <n n> {_LESS} than the {_ONES}(?: digit)?""", more.digits_differ(-1)),
    Rule(f"(?:(?:in|for) (?:a|the) {_TWO} number,? )?the {_TENS} digit(?: of (?:a|the) <n j>[ -]digit number)? is <tf v>(?: times)? (?:as (?:large|big|great) as )?the {_ONES}(?: digit)?", more.digits_differ(0)),
    Rule(f"(?:(?:in|for) (?:a|the) {_TWO} number,? )?the {_ONES} digit(?: of (?:a|the) <n j>[ -]digit number)? is <tf v>(?: times)? (?:as (?:large|big|great) as )?the {_TENS}(?: digit)?", more.digits_differ(0, swap=True)),
    Rule(f"""{_IF} {_NEW} (?:is|will be|becomes|that is) <n n> {_MORE} than {_OLD}
            {_IF} {_NEW} (?:increases|exceeds {_OLD}|is increased|grows) by <n n>
            {_REVERSING} (?:is |{_NEW} )?(?:is )?<n n> {_MORE} than {_OLD}
            {_REVERSING} (?:increases (?:it|the number) by|{_NEW} increases by) <n n>""", more.swapped(1)),
    Rule(f"""{_IF} {_NEW} (?:is|will be|becomes|that is) <n n> {_LESS} than {_OLD}
            {_IF} {_NEW} (?:decreases|is decreased|is reduced) by <n n>
            {_REVERSING} (?:is |{_NEW} )?(?:is )?<n n> {_LESS} than {_OLD}
            {_REVERSING} (?:decreases (?:it|the number) by|reduces (?:it|the number) by|{_NEW} decreases by) <n n>""", more.swapped(-1)),
]  # fmt: skip

_FIND: Final = "(?:find|what is|what was)"
_NOTE: Final = "(?: (?:bill|note|banknote|coin)s?)?"
QUESTIONS: Final = [
    Rule(f"""how much(?: money)?(?: change)? (?:does|did|will|would|should|do) <who a> (?:get|receive|be given)(?: back)?(?: (?:in|as) change)? (?:from|out of|for|if (?:he|she|i|they) pays? with|when (?:he|she|i|they) pays? with) (?:a |an |one |<n k> )?<m m>{_NOTE}
            how much(?: money)?(?: change)? (?:is|was) (?:given|returned|left|due) (?:from|out of) (?:a |an |one |<n k> )?<m m>{_NOTE}
            {_FIND} (?:the |his |her |my )change from (?:a |an |one |<n k> )?<m m>{_NOTE}""", more.ask_change_from, question=True),
    Rule(f"""how many {_UNIT} of <bare x>(?: and how many (?:(?P=u) of )<bare y>)? (?:are|is|were|was) (?:there|in <np>|collected|used|needed)(?: (?:in|on) <np>)?
            how many {_UNIT} of <bare x> (?:does|did|do) <np> (?:contain|have|use|collect|need|sell)
            how much <bare x>(?: and how much <bare y>)? (?:is|was|are) (?:there|in <np>|used|needed|collected)(?: in <np>)?
            {_FIND} the (?:amount|quantity|volume|mass|weight)s? of <bare x>(?: and (?:of )?<bare y>)?(?: in <np>)?""", more.ask_measured, question=True),
    Rule(f"""how many <bare x> (?:{_IS_IN}|work in) (?:the )?<bare a>
            how many <bare x> are there in (?:the )?<bare a>""", more.ask_in, question=True),
    Rule("""how many <bare x> does <np> employ(?: <all>)?
            how many <bare x> (?:are employed|are employed in <np>|work (?:in|for|at) <np>)(?: <all>)?
            how many <bare x> does <np> have(?: <all>)?
            how many <bare x> are there in the (?:company|firm|school|office)(?: <all>)?""", more.ask_staff, question=True),
    Rule(f"{_FIND} the (?:price|cost) of (?:one|a) <measure> of each(?: <bare>)?\nhow much (?:does|is) (?:one|a) <measure> of each(?: <bare>)?(?: cost)?", more.ask_measure_of_each, question=True),
    Rule(f"(?:{_FIND} )?(?:the |this )?(?:original |initial )?(?:{_TWO} )?number", more.ask_number, question=True),
]  # fmt: skip
