"""Interest: simple and compound, for whole years or months; the interest or what the account is worth.

Not read: interest that is added more than once a year, payments in between, years that are asked for.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.methods.families import Bag, family
from solver.topics.stories.school.working import Unfit, Working, num

MAX_YEARS: Final = 8
_YEARLY: Final = "(per year|a year|each year|per annum|annually|every year|yearly|annual)"
_PUT: Final = "(puts|put|invests|invest|invested|deposits|deposited|saves|saved|borrows|borrowed|lends|lent|has|have|places|placed|pays|paid)"
_PASSIVE: Final = "(is|was|are|were|has been)? (invested|deposited|borrowed|lent|placed|put|saved|left|growing|grows|earning|earns)"
_KIND: Final = "(simple|compound|compounded)"
_RATE: Final = (
    f"<p:percent> {_YEARLY}? {_KIND}? (interest)? ({_YEARLY}|{_KIND}|compounded {_YEARLY})? ({_YEARLY})?"
)
_OFTEN: Final = re.compile(
    r"\b(?:monthly|quarterly|half-yearly|semi-annually|semiannually|daily|weekly|continuously|twice|every (?:month|quarter|six)|withdraw\w*|adds?|added more|(?:per|a|each) month|each year he|every year he|more money)\b"
)


@family(
    r"interest",
    facts={
        "deposit": (f"~ {_PUT} <m:money> ~8", "~ (loan|sum|principal|deposit|amount) ~2 (of|is) <m:money> ~3", f"<m:money> ~2 {_PASSIVE}? ~5"),
        "rate": (f"~ {_RATE} ~3", f"~ (interest rate|rate of interest|simple interest|compound interest|interest) ~3 (is|of|at|rate of)? <p:percent> {_YEARLY}? ~2", f"~ pays <p:percent> (simple|compound)? interest {_YEARLY} ~2", f"~ {_KIND} interest ~3 <p:percent> {_YEARLY}? ~2", f"~ interest (is)? (compounded|added|paid) {_YEARLY} ~2", f"~ (compounded|compound) {_YEARLY}"),
        "both": (f"~ {_PUT} <m:money> ~5 (at|earning|paying|for|with) (a|an)? ~2 {_RATE} ~2", f"~ {_PUT} <m:money> ~5 (at|with|earning|paying) ~2 {_KIND}? (interest)? (rate)? (of|at)? <p:percent> {_YEARLY}? ~3", f"~ <m:money> ~3 {_PASSIVE} ~2 (at|with|for)? ~2 {_RATE} ~2", f"~ <m:money> ~3 {_PASSIVE} ~2 (with|at)? {_KIND} interest (of|at) <p:percent> {_YEARLY}? ~2", f"~ <m:money> ~3 {_PASSIVE} ~4 (at|with) ~3 (rate of)? <p:percent> {_YEARLY}? ~3"),
        "years": ("(for|after|in|over) <t:time> ~3", "~ (for|after|over) <t:time> ~2", "~ <t:time> ~1"),
        "all": (f"~ {_PUT} <m:money> (for|over) <t:time> ~2 (at|with|earning) ~2 {_RATE} ~2", f"~ <m:money> ~3 {_PASSIVE} (for|over) <t:time> ~2 (at|with|earning) ~2 {_RATE} ~2", f"~ <m:money> ~3 {_PASSIVE} ~2 (at|with|for)? ~2 {_RATE} (for|over) <t:time> ~2", f"~ {_PUT} <m:money> ~5 (at|earning|paying|with) (a|an)? ~2 {_RATE} (for|over) <t:time> ~2"),
    },
    asks={
        "interest": (f"(what is|find|calculate|work out|how much is) the (simple|compound) interest (on|for|earned on|paid on) <m:money> ~4 (at|with) ~1 <p:percent> ({_YEARLY})? ~1 (for|after|in|over) <t:time> ~1", f"(what is|find|calculate|work out|how much is) the (simple|compound) interest (on|for|earned on|paid on) <m:money> ~3 (for|after|in|over) <t:time> ~1 (at|with) ~1 <p:percent> ({_YEARLY})? ~1", "how much (simple|compound)? (total)? interest ~8", "(what is|find|calculate|work out|what was) (the)? (simple|compound|total)? (amount of)? interest ~8", "how much (is the)? interest ~8", "how much interest ~6 (after|in|for|at the end of|over) <t:time> ~2",
                     "(what is|find|calculate|work out|how much) (the)? (simple|compound|total)? interest ~6 (after|in|for|at the end of|over) <t:time> ~2"),
        "total": (f"(how much|what) (will|does|would) <m:money> (amount to|grow to|become|be worth) (in|after) <t:time> ~1 (at|with) ~1 <p:percent> {_KIND}? (interest)? ({_YEARLY})? ~1", "how much (money)? @do ~4 (have|be|owe|get|repay|pay back|grow to|amount to|hold|contain) ~6 (altogether|in total|in all)? ~3", "(what is|find|calculate|work out) (the)? (total|final)? (amount|balance|value|sum) ~6", "how much (money)? (is|will be) (there|in) ~6", "how much @do ~4 (have to)? (repay|pay back) ~4",
                  "(what|how much) (is|will be|will) (the|his|her|this)? ~3 (be)? (worth|account|balance)? ~2 (worth)? ~3 (after|in|at the end of) <t:time> ~2", "how much (money)? @do ~4 (have|be|owe|get|repay|pay back|grow to|be worth|amount to|hold|contain) ~6 (after|in|at the end of) <t:time> ~3"),
    },
)  # fmt: skip
def _interest(bag: Bag, work: Working) -> None:
    text = bag.sheet.text
    told = {name: f for f in (*bag.facts, bag.asked) for name in "mpt" if f.has(name)}
    count = sum(f.has(name) for f in (*bag.facts, bag.asked) for name in "mpt")
    if set(told) != set("mpt") or count != 3 or _OFTEN.search(text):
        raise Unfit
    time, unit, rate = told["t"], told["m"].unit("m"), told["p"]["p"]
    compound, simple = "compound" in text, "simple" in text
    if compound and simple or rate.value <= 0 or rate.value >= 1:
        raise Unfit
    years = time["t"]
    if time.unit("t") == "month":
        years = work.step("the time in years", years / num(12), "years")
    elif time.unit("t") != "year":
        raise Unfit
    if compound:
        if years.value.denominator != 1 or not 1 <= years.value <= MAX_YEARS:
            raise Unfit
        grown = work.step("how many times as much it is after each year: the whole is 100%, that is 1", num(1) + rate)  # fmt: skip
        value = told["m"]["m"]
        for i in range(1, int(years.value) + 1):
            value = work.step(f"the money after year {i}", value * grown, unit)
        if bag.asked.kind == "total":
            work.give(value, unit, "the whole amount")
        else:
            work.give(work.step("the interest: what it grew by", value - told["m"]["m"], unit), unit, "the interest")  # fmt: skip
        return
    if not simple and years.value > 1:
        raise Unfit
    one = work.step("the interest for one year", told["m"]["m"] * rate, unit)
    gain = work.step("the interest for the whole time", one * years, unit)
    if bag.asked.kind == "interest":
        work.give(gain, unit, "the interest")
    else:
        work.give(work.step("the money with the interest", told["m"]["m"] + gain, unit), unit, "the whole amount")  # fmt: skip
