"""English clause patterns about boats, currents and winds."""

from __future__ import annotations

from typing import Final

from solver.topics.word_problems import meanings_motion as motion
from solver.topics.word_problems import questions_more as more
from solver.topics.word_problems.grammar import Rule

_GOES: Final = "(?:travels?|goes|went|travell?ed|sails?|sailed|rows?|rowed|covers?|covered|swims?|swam|flies|flew|moves?|moved|can travel|can row|paddles?|paddled|makes|cruises?)"
_WITH: Final = "(?:downstream|down the (?:river|stream)|with the (?:current|stream|wind|flow)|down a river|with a tailwind|in the direction of the (?:current|wind))"
_AGAINST: Final = "(?:upstream|up the (?:river|stream)|against the (?:current|stream|wind|flow)|up a river|against a headwind|back upstream)"
_KM: Final = "<n d> (?P<u>km|miles?|m)"
_SAME: Final = "(?:the same (?:distance|trip|route|journey|way)(?: back)?|the (?:return )?(?:trip|journey)(?: back)?|the way back|returning|going back|coming back|the return)"
_HOURS: Final = "<n h> hours?"
_RATE: Final = "(?:at )?<n n> (?P<u>km/h|mph|m/s)"


def _journeys(way: str) -> str:
    return f"""<who a> {_GOES} {_KM} {way} in {_HOURS}
            <who a> {_GOES} {_KM} in {_HOURS} {way}
            <who a> takes {_HOURS} to (?:travel|go|sail|row|cover|swim|fly|paddle) {_KM} {way}
            it takes <who a> {_HOURS} to (?:travel|go|sail|row|cover|swim|fly|paddle) {_KM} {way}
            {way},? <who a> {_GOES} {_KM} in {_HOURS}
            {way},? (?:it )?takes? {_HOURS}
            (?:it )?{_GOES} {_KM} {way} in {_HOURS}
            {_SAME} {way} in {_HOURS}
            {_KM} {way} in {_HOURS}
            {_SAME} {way} takes (?:it |him |her |them )?{_HOURS}
            {way},? {_SAME} takes (?:it |him |her |them )?{_HOURS}
            (?:it )?(?:takes )?{_HOURS} to (?:travel|go|sail|row|cover|swim|fly|paddle|make|return)(?: (?:back|{_SAME}))? {way}
            (?:it )?takes {_HOURS} for {_SAME} {way}
            (?:it )?takes {_HOURS} {way}
            (?:it )?(?:{_GOES}|returns|comes back|came back|returned)(?: {_SAME})? {way} in {_HOURS}"""


MOTION_RULES: Final = [
    Rule(_journeys(_WITH), motion.travels(1)),
    Rule(_journeys(_AGAINST), motion.travels(-1)),
    Rule(f"(?:takes )?{_HOURS} to (?:return|come back|get back|make the return trip|go back)", motion.travels(-1)),
    Rule(f"{_SAME} takes (?:it |him |her |them )?{_HOURS}\n(?:it )?(?:returns|comes back|returned|came back)(?: (?:upstream|against the (?:current|wind)))? in {_HOURS}", motion.travels(-1)),
    Rule(f"<who a> {_GOES} {_RATE} {_WITH}\n(?:it )?{_RATE} {_WITH}\nthe speed of <np a> {_WITH} is <n n> (?P<u>km/h|mph|m/s)\n{_WITH},? <who a> {_GOES} {_RATE}", motion.goes_at(1)),
    Rule(f"<who a> {_GOES} {_RATE} {_AGAINST}\n(?:it )?{_RATE} {_AGAINST}\nthe speed of <np a> {_AGAINST} is <n n> (?P<u>km/h|mph|m/s)\n{_AGAINST},? <who a> {_GOES} {_RATE}", motion.goes_at(-1)),
]  # fmt: skip

_STILL: Final = "(?: in (?:still|calm) (?:water|air))?"
_SPEED: Final = "(?:speeds?|rates?|velocity)"
_IN: Final = "(?:,? in (?:km/h|mph|m/s))?"
MOTION_QUESTIONS: Final = [
    Rule(f"""(?:find|what is|what are|what was) the {_SPEED} of <np a>{_STILL}(?:,? and (?:the {_SPEED} )?of <np b>{_STILL})?{_IN}
            (?:find|what is|what are|what was) the {_SPEED} of <np a>{_STILL} and <np b>{_STILL}{_IN}
            (?:find |what is |what are )?the {_SPEED} of <np a>{_STILL}{_IN}
            how fast (?:is|does) <np a>(?: (?:go|travel|move|row|flow|blow|flowing|blowing|sail|fly|swim))?{_STILL}{_IN}""", more.ask_speeds, question=True),
    Rule(f"(?:find|what are) (?:both|the|the two) {_SPEED}{_IN}", more.ask_both_speeds, question=True),
]  # fmt: skip
