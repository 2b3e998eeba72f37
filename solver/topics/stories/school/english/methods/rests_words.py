"""The phrases in which parts of a whole, its rest and ratios of the rest are told; words that may change an amount.

What is told with them is the business of `rests`.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.marks import FRACTION, MONEY, NUMBER

PLAIN: Final = (
    (re.compile(r"\$?\\[dt]?frac\{(\d+)\}\{(\d+)\}\$?"), r"\1/\2"),
    (re.compile(r"\\([%$])"), r"\1"),
    (re.compile(r"\$(\d+(?:\s*:\s*\d+)+)\$"), r"\1"),
    (re.compile(r"(?<=\d)\s*:\s*(?=\d)"), " : "),
    (re.compile(r"(\d+) parts? ([a-z]+) to (\d+) parts? ([a-z]+)"), r"\2 and \4 in the ratio \1 : \3"),
)
_W: Final = "[a-zà-ÿ'-]+ "
_BE: Final = "(?:is|are|was|were|has been|have been|had been)"
REST: Final = re.compile(
    r"\b(?:(?:the |all the |all of the |all )?(?:rest|remainder|others)(?: of (?:the|his|her|its|their|them|it|these|those) ?(?:[a-z-]+ )??(?=[a-z]+ )| of (?:them|it|these))? "
    r"|(?:the |those |all the )?(?:remaining|leftover) (?:[a-z]+ )?|the other [a-z]+s |every(?:one|body|thing) else |anything else "
    rf"|(?:what|whatever|that which) (?:{_BE} )?(?:still )?(?:left over|left|remains|remained|remain|remaining) "
    rf"|(?:those|the ones|the {_W}{{1,2}}?|{_W})(?:(?:that|which|who) )?(?:{_BE} )(?:still )?(?:left over|left|remaining|unread|unpainted|unsold) "
    rf"|(?:the |those )(?:{_W}{{1,2}}?)?(?:that |which |who )?(?:left over|left|remained) "
    rf"|(?:those|the ones|the {_W}) ?(?:who|that|which) (?:do|did|does|are|were|have|had)(?: not|n't)(?: {_W[:-1]}){{0,3}}? (?=, |{FRACTION}|{_W}))"
)
"""What there is without the parts that were told."""
NOT_SO: Final = re.compile(r"\b(?:do|did|does|are|were|have|had)(?: not|n't)\b")
RATIO: Final = re.compile(
    rf"(?:(?:in|into|with|by) )?(?:the |a )?(?:(?:ratio|ratios) )?(?:of )?{NUMBER} (?:: {NUMBER} ?){{1,3}}|in the ratio (?:of )?{NUMBER} to {NUMBER} "
)
ANCHOR: Final = re.compile(
    rf"{FRACTION}|{REST.pattern}|(?<!: ){NUMBER} (?=: )|(?<=ratio ){NUMBER} (?=to )|(?<=ratio of ){NUMBER} (?=to )"
)
JOINT: Final = re.compile(
    r"(?:, )?\b(?:and then|and|then|while|but|before|after that|whereas|who|which) |, (?:then )?|: "
)
ALL_OF_IT: Final = re.compile(r"\b(?:this|it|that|them|these) ")
SILENT: Final = (
    "of|them|the|his|her|it|its|their|is|are|was|were|be|been|a|an|in|on|to|from|by|with|at|this|that|these|those|there|he|she|they|we|i|you|do|does|did|has|have|had|"
    "will|would|can|could|must|should|for|as|into|up|off|out|who|which|long|only|just|went|goes|go|get|gets|got|him|himself|herself|amount|number|part|parts|piece|pieces|find|"
    "calculate|work|many|much|used|uses|use|read|reads|so|them|people|person|things|items|money|decided|decides|share|shared|shares|divided|divides|divide|split|splits|between|among|ratio|"
    "total|length|lengths|size|sizes|wants|wanted"
)
HARMLESS: Final = frozenset(
    "remains remain remained remaining rest left and while but then same total altogether together also when who which if all first last next later so because however only "
    "others both what how much many most some whose ratio percent or between half third quarter still before after other except about own exactly each".split()
) - {"each", "except", "other", "or"}
CHANGING: Final = frozenset(
    "more fewer less than times twice double doubled add adds added join joins joined return returns returned back again became later now another extra discount tax interest profit "
    "loss average per without nobody none every bought buys buy earns earned found finds receives received increased increases".split()
)
LEFT_ASKED: Final = re.compile(
    r"\b(?:still|yet|left|remain|remains|remaining|over|unread|unsold|unpainted|unopened|uneaten|unused|unplanted|unpaid|unploughed|unfinished|unspent|empty|vacant|not|keep|keeps)\b|n't\b"
)
WHOLE_SAID: Final = re.compile(
    r"\b(?:at first|originally|to begin with|in the beginning|at the start|to start with|altogether|in total|in all)\b"
)
WHOLE_ASKED: Final = re.compile(
    rf"{WHOLE_SAID.pattern}|\bhow (?:many|much) (?:[a-z]+ ){{1,3}}(?:are there|were there|does (?:the|this) [a-z]+ have|did (?:he|she|they|the [a-z]+) have|are in|is in)"
    r"|\bhow (?:long|big|heavy) (?:is|was) the (?:whole|original)|\b(?:total|whole|original) (?:number|length|amount|weight|sum|mass)\b"
)
PART_ASKED: Final = re.compile(r"\bwhat (?:fraction|part|percent|percentage|proportion) of ")
EXTREME: Final = re.compile(r"\b(longer|longest|larger|largest|bigger|biggest|greater|greatest|smaller|smallest|shorter|shortest)\b")  # fmt: skip
COUNTED: Final = re.compile(
    rf"(?:into|between|among|with|these|the|those|of) (?:the )?({NUMBER}) (?!:|to )(?!of the )"
)
"""So many pieces, friends, farms: as many as the ratio has parts."""
TO_DO: Final = re.compile(r"\b(?:to be|to|be|been|not|n't|he|she|they|it|still|yet) (?=([a-z]+))")
REMAINS: Final = re.compile(r"\b(?:left|left over|remain|remained|remains|remaining|over)\b")
ITS: Final = re.compile(
    rf"of (?:(?:all |all of )?(?:it|them|this|his|her|its|their|(?:the )?(?:{NUMBER}|{MONEY}))|an? {NUMBER}) "
)
HEAD: Final = re.compile(r"of (?:all )?(?:the |an? )?((?:[a-zà-ÿ'-]+ ){1,2}?)(?=(?:is|are|was|were|in|on|at|to|for|of|who|that|which|,|has|had|have|[a-z]+ed|[a-z]+s) |$|(?:[a-z]+ ))")  # fmt: skip
"""Of it; of what the whole is called."""
