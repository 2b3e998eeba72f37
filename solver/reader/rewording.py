"""English questions in the words that topics know, where another wording says exactly the same.

Tried only for texts that were not understood as they stand. Each row keeps every number, formula and condition.
"""

from __future__ import annotations

import re
from typing import Final

_F: Final = r"(?:\$[^$]+\$|\\\[.+?\\\])"
_ASK: Final = r"(?:what\s+is|find|compute|determine|evaluate|calculate)(?:\s+the\s+value\s+of)?"
_X: Final = r"\$?(?P<x>[a-z])\$?"
_END: Final = r"\s*[.?]?\s*$"
_PRICE: Final = r"([$£€]\d+(?:\.\d\d)?)"
_WHO: Final = r"((?:(?:the|a|an|his|her|my)\s+)?[A-Za-z]+(?:'s)?)"
_AUX: Final = r"does|did|do|will|would|must|can"
_BARE: Final = r"\$(?P<{}>[^$=<>]+)\$"


def _signed(match: re.Match[str]) -> str:
    kind = "positive" if match["sign"] == ">" else "negative"
    return f"Find the {kind} solution of {match['equation']}."


def _both(match: re.Match[str]) -> str:
    return f"Solve ${match['a']} = {match['b']}$ for ${match['x']}$."


def _ahead(much: str, sign: str, unit: str, other: str, aux: str, one: str, verb: str) -> str:
    """Who has more first: "how much less than Leo does Max get" is how much more Leo gets than Max."""
    first, second = (one, other) if sign.lower() == "more" else (other, one)
    return f"how {much} more {unit} {aux} {first} {verb} than {second}?".replace("  ", " ")


_TH: Final = {
    name: n
    for n, name in enumerate("second third fourth fifth sixth seventh eighth ninth tenth".split(), start=2)
}


def _power(match: re.Match[str]) -> str:
    """The power that is told: squared, cubed, to the fifth power, to the power 5."""
    told = match["word"] or match["th"] or match["n"]
    exponent = {"squared": 2, "cubed": 3, **_TH}.get(told.lower(), told)
    name = match["name"]
    return rf"\{name.lower()}^{{{exponent}}} {match['x']}" if name else rf"{match['x']}^{{{exponent}}}"


_FACTS: Final = {
    ("litre", "1000", "cm3"), ("liter", "1000", "cm3"), ("l", "1000", "cm3"), ("litre", "1000", "ml"), ("liter", "1000", "ml"), ("l", "1000", "ml"),
    ("m", "100", "cm"), ("km", "1000", "m"), ("kg", "1000", "g"), ("hour", "60", "minutes"), ("hour", "60", "min"), ("minute", "60", "seconds"),
    ("foot", "12", "inches"), ("yard", "3", "feet"), ("day", "24", "hours"), ("week", "7", "days"), ("cm", "10", "mm"), ("tonne", "1000", "kg"),
}  # fmt: skip


def _true_fact(match: re.Match[str]) -> str:
    """A unit in terms of another, told as a help: it says what everybody knows. What is not so stays."""
    other = re.sub(r"³|\^\{?3\}?", "3", match["other"].lower())
    told = (match["one"].lower(), match["n"].replace(",", ""), other)
    return "" if told in _FACTS else match[0]


def _in_its_unit(match: re.Match[str]) -> str:
    """The area in the unit in which all lengths are told anyway."""
    lengths = set(re.findall(r"\d\s*(mm|cm|km|m|in|ft)\b(?!²|\^)", match.string))
    return match["area"] if lengths == {match["unit"].lower()} else match[0]


_I_AM: Final = re.compile(
    r"(?is)^\s*I\s+am\s+(?P<what>an?\s+(?:[a-z-]+\s+){0,3}number)\b(?P<told>.*?)\b(?:what|which)\s+number\s+am\s+I\s*[?.]?\s*$"
)


def _who_am_i(match: re.Match[str]) -> str:
    """A riddle in which the number speaks: its digits for my digits."""
    told = re.sub(r"(?i)\bmy(?=\s)", "its", match["told"])
    told = re.sub(r"\bI\s+am\b", "it is", re.sub(r"\bme\b", "the original number", told))
    told = re.sub(r"(?<=[.!?] )its\b", "Its", told)
    return f"There is {match['what']}{told}What is the number?"


_ROWS: Final = (
    (_I_AM.pattern, _who_am_i),
    (r"\b(?:use|using|by)\s+(?:an?|the|any)\s+(?:quick|quicker|easy|easier|efficient|clever|mental|suitable|convenient|smart|short|simple)\s+(?:method|way|strategy|trick)\s*(?:,\s*|to\s+)(?=(?:find|work\s+out|calculate|compute|evaluate)\b)", ""),
    (r"\b(?:use|using|by)\s+the\s+(?:distributive|associative|commutative)\s+(?:property|law|rule)(?:\s+of\s+(?:multiplication|addition))?\s*(?:,\s*|to\s+)(?=(?:find|work\s+out|calculate|compute|evaluate)\b)", ""),
    (r"(?<=prime factors)\s*,?\s+(?:using|in|with|by\s+using)\s+(?:index\s+(?:notation|form)|powers|exponents|indices|exponential\s+(?:form|notation)|exponent\s+form)(?=\s*[.?]?\s*$)", ""),
    (r"(?<=factors )(?P<ask>does\s+\$?(?P<n>\d+)\$?\s+have)\s*,?\s+(?:counting|including)\s+(?:both\s+)?\$?1\$?\s+and\s+(?:\$?(?P=n)\$?|itself)(?=\s*\?)", r"\g<ask>"),
    (r"^\s*(?:taking|using|with|if\s+we\s+take)\s+(?P<pi>\$?(?:\\pi|π|pi)\s*(?:=|as|to\s+be)\s*[^,$]{1,25}\$?)\s*,\s*(?P<ask>(?:find|calculate|work\s+out|what)\b[^.?]*(?:\.\d[^.?]*)*)[.?]\s*$", r"\g<ask>. Take \g<pi>."),
    (r"\b(?P<of>sequence\s+[-\d.,\s$]+(?:\.\.\.|\\ldots|…)\s*\$?)\s*(?:goes\s+(?:up|down)|increases|decreases)\s+by\s+the\s+same\s+(?:amount|number)\s+(?:each|every)\s+time\b", r"arithmetic \g<of>"),
    (r"^\s*(?:there\s+is|consider|i\s+am\s+thinking\s+of|i\s+think\s+of)\s+(an?\s+(?:two|three)-digit\s+number)\s*[.,;]\s*(the\s+sum\s+of\s+)?its\s+digits\b", lambda m: f"{m[2] or 'The'} {'the ' if m[2] else ''}digits of {m[1]}".replace("  ", " ")),
    (r"(?<=digits of a two-digit number)(?P<sum>[^.]*\.\s*)if\s+you\s+(?:swap|reverse|interchange|exchange)\s+(?:its|the|the\s+two)\s+digits\s*,?\s*you\s+get\s+a\s+(?:new\s+)?number\s+(?:that|which)\s+is\b", r"\g<sum>If the digits are swapped, the new number is"),
    (rf"\b(an?|the)\s+((?:[a-z]+\s+){{1,3}}?)(?:is\s+)?(?:marked|priced|listed|tagged)\s+at\s+{_PRICE}\s+is\s+(?:now\s+)?(?:on\s+sale|sold|being\s+sold|offered)\s+(?:for|at|with)\s+(?:a\s+)?(\d+(?:\.\d+)?\s*%)\s+(?:off|discount)\b", r"\1 \2costs \3. It is on sale for \4 off"),
    (rf"\b(an?|the)\s+{_PRICE}\s+([a-z]+)\s+is\s+(?:now\s+)?(?:on\s+sale\s+(?:for|at|with)\s+)?(\d+(?:\.\d+)?\s*%)\s+off\b", r"A \3 costs \2. It is on sale for \4 off"),
    (rf"\b((?:an?|the)\s+(?:[a-z]+\s+){{1,3}}?)(?:normally|usually|regularly|originally)\s+(costs?)\s+{_PRICE}\.\s+It\s+is\s+(?:now\s+)?reduced\s+by\s+(\d+(?:\.\d+)?\s*%)", r"\1\2 \3. It is on sale for \4 off"),
    (r"\b(?:hands\s+over|hands\s+the\s+(?:cashier|clerk|shopkeeper)|pays\s+with)\s+an?\s+\$?(\d+)[-\s]dollar\s+(?:bill|note)\b", r"pays with a $\1 bill"),
    (r"\b(?:handed\s+over|handed\s+the\s+(?:cashier|clerk|shopkeeper)|paid\s+with)\s+an?\s+\$?(\d+)[-\s]dollar\s+(?:bill|note)\b", r"paid with a $\1 bill"),
    (r"^(?=[^?]*\btwo-digit\s+number\b)(?![^?]*\b(?:find|what|which|determine|how|calculate|give|state|prove|show)\b)([^?]{20,200}?)[.;\s]*$", r"\1. Find the number."),
    (r"(?<![A-Za-z\\])(?:(?P<name>sin|cos|tan|cot|sec|csc)\s*)?(?<!ln\s)(?<!log\s)(?<!sqrt\s)(?<!tan\s)(?<!cos\s)(?<!sin\s)(?<!of\sa\s)(?P<x>[b-hj-z]|\([^()]{1,20}\))\s+(?:(?P<word>squared|cubed)|to\s+the\s+(?:(?P<th>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:\s+power)?|(?:power\s+(?:of\s+)?(?P<n>\d{1,2}))))(?![A-Za-z])(?!\s+(?:root|part|cent|meter|metre|inch|feet|foot))", _power),
    (rf"how\s+much\s+(greater|larger|more|less|smaller)\s+than\s+(\S+)\s+is\s+([^.?]+?){_END}", r"How much \1 is \3 than \2?"),
    (rf"\bhow\s+(many|much)\s+((?:[a-z]+\s+)?)(more|fewer|less)\s+than\s+{_WHO}\s+({_AUX})\s+{_WHO}\s+([a-z]+(?:\s+(?:up|in|out|away|home))?){_END}", lambda m: _ahead(m[1], m[3], m[2].strip(), m[4], m[5], m[6], m[7])),
    (rf"\bhow\s+(many|much)\s+(more|fewer|less)\s+([a-z]+)\s+than\s+{_WHO}\s+({_AUX})\s+{_WHO}\s+([a-z]+(?:\s+(?:up|in|out|away|home))?){_END}", lambda m: _ahead(m[1], m[2], m[3], m[4], m[5], m[6], m[7])),
    (r",?\s*(?:if\s+)?(?:they\s+)?(?:all\s+)?work(?:ing)?\s+at\s+the\s+same\s+(?:pace|rate|speed)(?=\s*[.?])", ""),
    (r"^(?P<told>[^\d]*\d+\s+(?:identical\s+|equal\s+|such\s+|of\s+the\s+same\s+)?(?P<things>[a-z]{2,}s)\b(?:(?!\d+\s+[a-z]{3}).)*?\bhow\s+(?:much|many|long)\b[^.?\d]*\d+)\s+of\s+(?:them|these)\b", r"\g<told> \g<things>"),
    (r"\bangle\s+([A-Z])\s+(?:is|measures|equals)\s+(?=\$?\d)", r"angle \1 = "),
    (rf"\bhow\s+long\s+is\s+(?:the\s+side\s+|side\s+)?\$?([A-Z]{{2}}|[a-c])\$?{_END}", r"Find \1."),
    (r"\bpositive\s+(difference\s+between)", r"\1"),
    (r"\bmeasures\s+(?=\d[\d.]*\s*(?:cm|mm|m|in|ft|feet|inches)\s+(?:by|x|×)\s)", "is "),
    (r"\s*\(\s*(?:take\s+|note(?:\s+that)?:?\s+|remember:?\s+|hint:?\s+)?1\s*(?P<one>[a-z]+)\s*=\s*(?P<n>[\d,]+)\s*(?P<other>[a-z]+(?:³|\^\{?3\}?)?)\.?\s*\)", _true_fact),
    (r"(?P<area>\barea\s+of\s+(?:the|this)\s+(?:rectangle|square|triangle))\s+in\s+(?P<unit>cm|m|mm|km)(?:²|\^\{?2\}?)(?=\s*[.?]|\s*$)", _in_its_unit),
    (r"(?<=[a-z] )(?P<what>(?:consecutive\s+(?:even\s+|odd\s+|positive\s+)*)?(?P<things>integers|numbers|angles|sides))\b(?P<told>.*?[.;,]\s*)(?P<ask>find|what\s+are|determine)\s+them\b", r"\g<what>\g<told>\g<ask> the \g<things>"),
    (r"^\s*(?=(?:simple|compound)\s+interest\s+on\b)", "Find the "),
    (r"^(?P<ask>what\s+is|find|calculate)\s+the\s+probability\s+of\s+(?:getting\s+|obtaining\s+)?(?P<what>(?:exactly\s+|at\s+least\s+|at\s+most\s+)?\w+\s+(?:heads?|tails?))\s+in\s+(?P<n>\w+)\s+(?:tosses|flips|throws)(?:\s+of\s+a\s+(?:fair\s+)?coin)?\s*[?.]?\s*$", r"A fair coin is tossed \g<n> times. \g<ask> the probability of getting \g<what>?"),
    (r"^(?P<ask>what\s+is|find|calculate)\s+the\s+probability\s+of\s+(?:getting\s+|obtaining\s+|rolling\s+)?(?P<what>(?:exactly\s+|at\s+least\s+|at\s+most\s+)\w+\s+(?:ones?|twos?|threes?|fours?|fives?|six(?:es)?))\s+in\s+(?P<n>\w+)\s+(?:rolls|throws)(?:\s+of\s+a\s+(?:fair\s+)?(?:die|dice))?\s*[?.]?\s*$", r"A fair die is rolled \g<n> times. \g<ask> the probability of getting \g<what>?"),
    (r"^\s*(?:convert|express|write)\s+(?:the\s+point\s+)?(?P<point>\([^()]*(?:\([^()]*\)[^()]*)*\))\s+(?:to|in|into)\s+polar\s+(?:coordinates|form)\s*\.?\s*$", r"Convert \g<point> from rectangular to polar coordinates."),
    (r"^\s*is\s+the\s+set\s+(?:of\s+vectors\s+)?\\?\{(?P<all>[^{}]+)\\?\}\s+(?=linearly\s+(?:in)?dependent)", r"Are the vectors \g<all> "),
    (r"^\s*solve\s+the\s+recurrence(?:\s+relation)?\s+(?P<r>\$?a_\{?n\}?\$?\s*=.+?)\s*(?:,|with|where|given)\s*(?P<first>\$?a_\{?[01]\}?\s*=\s*[^.,]+?)\s*\.?\s*$", r"A sequence satisfies \g<r> and \g<first>. Find a_n."),
    (r"\bat\s+a\s+(?:steady|constant|uniform|regular)\s+(?=\$?\d)", "at "),
    (r"\s+and\s+its\s+(length|width|breadth)\s+is\s+(?=[a-z\d])", r". Its \1 is "),
    (r"(?:(?<=\s)\$)?(\d+(?:\.\d+)?)\s*\$?\s*\\?%\s*\$?\s+of\s+\$?(\d+(?:\.\d+)?)\s*\$?\s*\\?%\s*\$?\s+of\s+\$?(\d[\d,]*(?:\.\d+)?)\$?", r"$\1\\% \\cdot \2\\% \\cdot \3$"),
    (r"^\s*what\s+number\s+is\s+(?=\$?\d+(?:\.\d+)?\s*\$?\s*\\?%)", "What is "),
    (rf"^\s*(?:if|suppose|let)\s+\$?[a-z]\$?\s+(?:is|be)\s+a(?:ny)?\s+real\s+number\s*[.,]\s*(?:then\s+)?{_ASK}\s+({_F}){_END}", r"Simplify \1."),
    (rf"^\s*for\s+(?:what|which)\s+values?\s+of\s+{_X}\s+(?:will|are|would)\s+(?:the\s+expressions\s+)?{_BARE.format('a')}\s+and\s+{_BARE.format('b')}\s+(?:be\s+)?equal{_END}", _both),
    (rf"^\s*solve\s+(?:the\s+equation\s+)?(?P<equation>\$?[^$,.;<>=]{{1,60}}=[^$,.;<>=]{{1,60}}?\$?)\s*,?\s*(?:for|where|with|given\s+that|if|when)\s+\$?[a-z]\s*(?P<sign>[<>])\s*0\$?{_END}", _signed),
    (rf"^\s*(?:solve\s+for|find)\s+{_X}\s*,?\s*(?:where|if|given\s+that)\s+\$(?P=x)\s*(?P<sign>[<>])\s*0\$\s+and\s+(?P<equation>\$[^$]+\$){_END}", _signed),
    (rf"^\s*(?:if|given\s+that|suppose(?:\s+that)?)\s+(?P<equation>\$[^$]+\$)\s+and\s+\$(?P<x>[a-z])\s*(?P<sign>[<>])\s*0\$\s*[.,]\s*{_ASK}\s+\$?(?P=x)\$?{_END}", _signed),
    (rf"^\s*{_ASK}\s+the\s+(smallest|least|largest|greatest|positive|negative)\s+(?:real\s+)?(?:number|value)\s+(?:of\s+)?\$?[a-z]\$?\s+(?:such\s+that|for\s+which|satisfying|that\s+satisfies)\s+({_F}){_END}", r"Find the \1 solution of \2."),
    (rf"^\s*what\s+(?:simplified\s+)?(?:common\s+)?fraction\s+is\s+(?:the\s+same\s+as|equal\s+to|equivalent\s+to)\s+({_F}){_END}", r"Compute \1."),
    (rf"^\s*(?:if|given\s+that|suppose(?:\s+that)?)\s+({_F})\s*,\s*(?:then\s+)?what\s+must\s+\$?([a-z])\$?\s+(?:be|equal){_END}", r"Solve \1 for $\2$."),
    (rf"^\s*for\s+what\s+value\s+of\s+\$?([a-z])\$?\s+is\s+the\s+following\s+equation\s+true\s*:\s*({_F}){_END}", r"Solve \2 for $\1$."),
    (rf"^\s*{_ASK}\s+\$?([a-z])\$?\s+(?:in|from)\s+the\s+equation\s+({_F}){_END}", r"Solve \2 for $\1$."),
    (r"\b(?:every|each)\s+real\s+(?:number|value)\s+(?:of\s+)?(?=\$?[a-z]\$?\s)", "all real numbers "),
    (rf"^\s*for\s+(?:which|what)\s+(?:real\s+)?(?:values?\s+of\s+|numbers?\s+)?{_X}\s+(?:is|does|do)\s+(?P<claim>[^?]*?[<>=][^?]*?)\s+(?:true|hold|satisfied){_END.replace('$', '')}", r"Solve \g<claim> for $\g<x>$. "),
    (rf"^\s*(?:for\s+(?:what|which|all)\s+(?:real\s+)?(?:values?\s+of\s+|numbers?\s+)?{_X}\s*,?\s+(?:is|are|do(?:es)?\s+we\s+have|do\s+you\s+have)|when\s+is)\s+(?P<claim>(?:(?!\b(?:for|all|every|any)\b)[^?])*?(?:[<>]|\\[gl]eq?(?:slant)?(?![a-z])|\\[gl]t(?![a-z]))(?:(?!\b(?:for|all|every|any)\b)[^?])*?)(?:\s+true)?\s*[.?]?\s*$", lambda m: f"Solve {m['claim']}."),
    (r"\b(find|give|state|write(?:\s+down)?|determine)\s+(?:the\s+)?expressions?\s+for\s+(?=\$?\(?[fgh])", r"\1 "),
    (r"^\s*list\s+(?=(?:all\s+)?(?:the\s+)?(?:two|three|four|five|six|complex|square|cube|third|fourth|fifth|sixth)\b)", "Find "),
    (r"\bhow\s+long\s+is\s+the\s+(third|remaining|other)\s+side\b", r"what is the length of the \1 side"),
    (r"\b(?:a|the)\s+triangle\s+(?:has|with)\s+(?:two\s+)?sides\s+(?:of\s+lengths?\s+|measuring\s+)?(?P<sides>[^.?]*?\d[^.?]*?)\s+(?:with|and)\s+an?\s+angle\s+of\s+(?P<angle>\S+)\s+between\s+them\b", r"two sides of a triangle have lengths \g<sides> and the included angle is \g<angle>"),
    (r"\b(?:a|the)\s+triangle\s+(?:has|with)\s+(?:two\s+)?sides\s+(?:of\s+lengths?\s+|measuring\s+)?(?P<sides>[^.?]*?\d[^.?]*?)\s+(?:with|and)\s+an?\s+included\s+angle\s+of\s+(?P<angle>[^\s,.?]+(?:\s+degrees)?)(?=\s*[.,?])", r"two sides of a triangle are \g<sides> and the included angle is \g<angle>"),
    (r"\bhow\s+many\s+sides\s+has\s+(it|the\s+polygon|this\s+polygon)(?:\s+got)?(?=\s*[.?]?\s*$)", r"how many sides does \1 have"),
    (r"(?P<told>\bdomain\b[^?.]*?)\s*,?\s+(?:over|in|within)\s+the\s+(?:set\s+of\s+)?real(?:s|\s+numbers?)(?=\s*[.?]?\s*$)", r"\g<told>"),
    (r"\b(?P<of>(?:the\s+)?polynomial\s+\S.*?)\s+has\s+(?P<one>\$?[a-z]\s*[-+]\s*\d+\$?)\s+and\s+(?P<two>\$?[a-z]\s*[-+]\s*\d+\$?)\s+as\s+(?:its\s+)?factors\b", r"\g<one> and \g<two> are factors of \g<of>"),
    (r"\bare\s+(?:both\s+)?factors\s+of\s+(?:(?:the\s+)?polynomial\s+)?(?P<open>\$?)\s*[a-zA-Z]\(x\)\s*=\s*", r"are factors of \g<open>"),
    (r"\bare\s+both\s+factors\s+of\b", "are factors of"),
    (r"\s*,?\s*or\s+(?:else\s+)?(?:explain|say|state|show)\s+(?:why|that)\s+(?:there\s+is|there\s+are|it\s+has|no)\s*(?:no\s+|none\s*)?(?:solutions?(?:\s+exists?)?)?(?=\s*[.?])", ""),
    (r"\s*,?\s*(?:and\s+)?(?:remember\s+to\s+|be\s+sure\s+to\s+|then\s+)?check(?:ing)?\s+(?:(?:your|the|all|any)\s+)?(?:answers?|solutions?|results?|for\s+extraneous\s+(?:roots|solutions))(?:\s+for\s+extraneous\s+(?:roots|solutions))?(?=\s*[.?])", ""),
    (r"(?<=[.?$\d])\s*\(?\s*(?:give|write|state|leave|express)\s+(?:it\s+as\s+)?(?:an?|the)\s+(?:exact\s+)?(?:simplified\s+|reduced\s+)?(?:fraction|value|number|answer|integer)(?:\s+in\s+(?:its\s+)?(?:lowest|simplest)\s+(?:terms|form))?\s*\.?\s*\)?\s*$", ""),
    (r"\buse\s+(?:de\s+moivre's\s+theorem|de\s+moivre)\s+to\s+(?=(?:evaluate|find|compute|calculate|simplify)\b)", ""),
    (r"^\s*locate\s+", "Find "),
    (r"(?i)\b(onto|surjective|one-to-one|injective|bijective|hcf|gcd|lcm|mean|average|slope|gradient|perpendicular|identical|even|odd)\s+\(\s*(?:or\s+|i\.e\.\s+|also\s+called\s+|that\s+is,?\s+)?(?:onto|surjective|surjections?|one-to-one|injective|injections?|bijective|bijections?|highest\s+common\s+factor|greatest\s+common\s+divisor|least\s+common\s+multiple|average|mean|gradient|slope|at\s+right\s+angles|the\s+same)\s*\)", r"\1"),
    (r"\brelative\s+(maxim|minim|extrem)", r"local \1"),
    (r"\bwrite\s+(\$?[a-zA-Z]\([a-z]\([a-z]\)\)\$?)\s+in\s+simplest\s+form", r"find \1"),
    (r"\bthen\s+work\s+out\b", "then find"),
    (r"\b(find|compute|calculate|evaluate|determine)\s+\$?([a-z]{1,2}|[a-z]\s*[-+*/]\s*[a-z])\$?\s*,?\s+and\s+(?:also\s+)?(?:find\s+)?(?:the\s+|its\s+)?(?:complex\s+)?conjugate(?:\s+of\s+\$?\2\$?(?![a-z])|(?=\s*[.?]?\s*$))", r"\1 $\2$ and $\\overline{\2}$"),
    (r"(?<=[\di$])\s*,?\s+(?:and|then|,)\s+(?:then\s+)?(?:write|express|give|leave|state|put)\s+(?:them|each(?:\s+(?:of\s+them|one|root|answer))?|(?:the|your|all|all\s+the)\s+(?:answers?|roots?|results?|solutions?))\s+in\s+(?:the\s+)?(?P<form>form\s+\$?[axu]\s*\+\s*(?:[byv]i|i[byv])\$?|(?:rectangular|cartesian|standard|algebraic)\s+form)(?=\s*[.?]?\s*$)", r" in the \g<form>"),
    (r"\b(?:list|find|determine|give|state|write\s+down|compute)\s+(?:all\s+)?(?:the\s+|its\s+)?eigenvalues(?P<of>\s+of\s+(?:the\s+matrix\s+)?\$?[A-Z]\$?)?\s*,?\s*\(?(?:counted\s+|together\s+|each\s+|repeated\s+)?(?:with|including|according\s+to)\s+(?:their\s+|its\s+)?(?:algebraic\s+)?multiplicit(?:y|ies)\)?(?=\s*[.;,]|\s*$)", r"Find the eigenvalues\g<of>"),
    (r"\blist\s+(?:all\s+)?(?:the\s+)?(?=eigenvalues\b)", "Find the "),
    (r"\b(remains?)\s+unspent\b", r"\1"),
    (r"\b(is|are)\s+(?:still\s+)?unspent\b", r"\1 left"),
    (r"\s*,\s*exactly(?=\s*\?)", ""),
    (r"\s*\(\s*exact\s+(?:answer|value)(?:\s+in\s+[a-z/²³^\d]+)?\s*\)", ""),
    (r"(?<=\d)\s+with\s+(\$?(?:θ|\\theta|[a-zαβ])\$?)\s+(?:lying\s+)?in\s+(?:the\s+)?(?=(?:first|second|third|fourth)\s+quadrant|quadrant\b)", r" and \1 is in the "),
    (r"\b(?:in\s+the\s+)?(first|second|third|fourth)\s+quadrant\b", lambda m: ("in " if m[0].lower().startswith("in") else "") + "quadrant " + {"first": "I", "second": "II", "third": "III", "fourth": "IV"}[m[1].lower()]),
    (r"^(?P<told>.*?(?P<u>\$?\\?(?:vec\s*)?\{?[a-z]\}?)\s*=\s*(?:\(|\\langle|<)[^.]*?\s+and\s+\$?(?P<v>\\?(?:vec\s*)?\{?[a-z]\}?)\s*=[^.]*?)(?P<ask>\bangle\s+between)\s+them\b", r"\g<told>\g<ask> \g<u>$ and $\g<v>$"),
    (r"\bhow\s+many\s+(positive\s+)?(divisors|factors)\s+does\s+\$?(\d+)\$?\s+have\s*,?\s+and\s+what\s+is\s+their\s+sum\s*\?", r"How many positive divisors does \3 have, and what is the sum of the positive divisors of \3?"),
    (r"\b(?P<find>find|determine|compute|calculate)\s+the\s+number\s+of\s+(?:positive\s+)?(?P<what>divisors|factors)\s+of\s+\$?(?P<n>\d+)\$?\s*,?\s+and\s+(?:the|their)\s+sum(?:\s+of\s+(?:these|those|its|all\s+(?:of\s+)?(?:these|its)|the)\s+(?:positive\s+)?(?P=what))?(?=\s*[.?]?\s*$)", r"How many positive divisors does \g<n> have, and what is the sum of the positive divisors of \g<n>?"),
    (r"\b(gcd|lcm|GCD|LCM|HCF|hcf)\s*\(([^()]*)\)\s+and\s+(gcd|lcm|GCD|LCM|HCF|hcf)\s*\(([^()]*)\)", r"\1(\2), and find \3(\4)"),
    (r"\bdoes\s+the\s+improper\s+integral\s+of\s+(?P<f>[^?]+?)\s+from\s+(?P<a>\S+)\s+to\s+(?:positive\s+)?infinity\s+converge\s*\?(?:\s*if\s+(?:it\s+does|so|it\s+converges)\s*,\s*(?:find|give|evaluate|compute)\s+its\s+value\s*\.?)?", r"Evaluate $\\int_{\g<a>}^{\\infty} \g<f> dx$."),
    (r"(?<=->)\s*(?:positive\s+|plus\s+|\+\s*)?infinity\b|(?<=→)\s*(?:positive\s+|plus\s+|\+\s*)?infinity\b", r"\\infty"),
    (r"(?<=->)\s*(?:negative\s+|minus\s+|-\s*)infinity\b|(?<=→)\s*(?:negative\s+|minus\s+|-\s*)infinity\b", r"-\\infty"),
    (r"\bsum\s+(?:of\s+)?(?P<f>\$?[^$,.;?]*?\b[a-z]\b[^$,.;?]*?\$?)\s*,?\s+(?:from\s+|for\s+)?\$?(?P<k>[a-z])\s*=\s*(?P<a>\d+)\$?\s+to\s+\$?(?:infinity|∞|oo|\\infty)\$?(?=\s*(?:[.?]|$))", r"$\\sum_{\g<k>=\g<a>}^{\\infty} \g<f>$"),
    (r"^\s*(?:make|get)\s+\$?(?P<x>[A-Za-z])\$?\s+the\s+subject\s+of\s+(?:the\s+(?:formula|equation)\s*:?\s+)?(?P<f>[^?]*?=[^?]*?)\s*\.?\s*$", r"Solve \g<f> for \g<x>."),
    (r"^\s*(?:rearrange|transpose|change)\s+(?:the\s+(?:formula|equation)\s*:?\s+)?(?P<f>[^?]*?=[^?]*?)\s+(?:to\s+(?:make|get)\s+\$?(?P<x>[A-Za-z])\$?\s+the\s+subject|(?:to\s+(?:find|get|isolate)|for)\s+\$?(?P<y>[A-Za-z])\$?)\s*\.?\s*$", lambda m: f"Solve {m['f']} for {m['x'] or m['y']}."),
    (r"^\s*rationali[sz]e\s+(?!the\b|de)(?=\S)", "Rationalize the denominator: "),
    (r"^\s*integrate\s+(?P<f>[^?.]+?)\s+(?:d[a-z]\s+)?from\s+(?P<a>\S+)\s+to\s+(?:positive\s+)?infinity\b", r"Evaluate $\\int_{\g<a>}^{\\infty} \g<f> dx$"),
    (r"\b(?:improper\s+)?integral\s+of\s+(?P<f>[^?.]+?)\s+(?:dx\s+)?from\s+(?P<a>\S+)\s+to\s+(?:positive\s+)?infinity\b", r"$\\int_{\g<a>}^{\\infty} \g<f> dx$"),
    (r"\blim(?:it)?\s+(?:as\s+)?\$?([a-z])\s*->\s*([^\s$,]+)\$?\s+of\s+(.+?)(?=\s*[.?]?\s*$)", r"limit of \3 as \1 approaches \2"),
    (r"\bsum\s+of\s+(\$?[^$.?]+?\$?)\s+for\s+\$?k\s*=\s*(\d+)\$?\s+to\s+\$?(\d+)\$?", r"$\\sum_{k=\2}^{\3} \1$"),
    (r"(?<=\w)\s*,?\s+(?:and\s+their|whose)\s+(?:\w+\s+)?\w+s\s+are\s+in\s+(?:the|a)\s+(?:ratio|proportion)\s+(?:of\s+)?(?=\d)", " in the ratio "),
)  # fmt: skip
_COMPILED: Final = tuple((re.compile(pattern, re.IGNORECASE | re.DOTALL), usual) for pattern, usual in _ROWS)


def reworded(text: str) -> str:
    r"""`text`, a cleaned English text, in the usual words.

    >>> reworded("How much greater than $3^2$ is $5^2$?")
    'How much greater is $5^2$ than $3^2$?'
    >>> reworded("If $|x - 1| = 4$ and $x < 0$, what is the value of $x$?")
    'Find the negative solution of $|x - 1| = 4$.'
    >>> reworded(r"What is $20\%$ of $50\%$ of 80?")
    'What is $20\\% \\cdot 50\\% \\cdot 80$?'
    """
    for pattern, usual in _COMPILED:
        text = pattern.sub(usual, text)
    return text
