"""Draws in English: what a bag, a box, a group holds, how many are drawn and how, and which outcome is asked for.

Every sentence must fit one of the patterns whole; kinds and nouns are whatever words the list of contents uses. Where several are
drawn and nothing is said about putting back, they are drawn together; one after the other without that word is declined.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from solver.reader.numerals import in_digits
from solver.topics.base import Unread
from solver.topics.discrete.draws.chances import Draw, InOrder
from solver.topics.discrete.draws.contents import Contents, singular
from solver.topics.discrete.draws.events import event_of
from solver.topics.discrete.draws.letters import read_letters

ASK: Final = (
    r"(?:please )?(?:what is|what s|what's|what are|find|calculate|compute|determine|work out|give|state|write down) "
    r"(?:the )?(?:prob|probability|chances?)"
)
_VERB: Final = r"(?:drawn|picked|chosen|selected|taken|removed|pulled)(?: out)?"
_ACTIVE: Final = r"(?:draws?|picks?|chooses?|selects?|takes?|removes?|pulls?)(?: out)?"
_GERUND: Final = r"(?:drawing|picking|getting|choosing|selecting|taking|pulling|obtaining|having)(?: out)?"
_PLACE: Final = r"(?:bag|box|jar|urn|drawer|basket|hat|bowl|container|sack|pouch|bucket|tin|group|class|team|set|pile|collection|club|box of \w+|deck|tray|crate|shelf)"
_SIZE: Final = r"(?:opaque|small|large|paper|plastic|closed|cloth|certain|single)"
_MODES: Final = {
    "": rf"at random|randomly|without looking|blindly|(?:from|out of|of) (?:the|this|that|a|it|these)(?: {_SIZE})?(?: {_PLACE})?|from it|from among them|for a prize",
    "without": r"without replacement|without replacing (?:it|them|any)|without putting (?:it|them|any) back|not replaced|and not replaced|without being replaced|without (?:putting|placing) (?:the )?(?:first|1st)(?: (?:1|[a-z]+))? back(?: in(?: (?:the )?[a-z]+)?)?|without (?:returning|replacing) (?:the )?(?:first|1st)(?: (?:1|[a-z]+))?|without returning (?:it|them|any)|without putting (?:it|them) back in(?: (?:the )?[a-z]+)?",
    "with": r"with replacement|and replaced each time|replacing (?:it|them) (?:each time|after each draw)",
    "together": r"together|simultaneously|at the same time|at once|all at once|in a single draw",
    "after": r"1 after the other|1 after another|1 by 1|1 at a time|in a row|in succession|in order|successively",
}
_SECOND: Final = r"(?:a second|another|a 2nd|the second)(?: 1| (?P<again>(?!is )[a-z]+))?"
_TWO_STEPS: Final = re.compile(
    rf"(?:a|an|1) (?P<thing>[a-z]+) is (?:randomly )?{_VERB}(?P<first>(?: at random| randomly| from the [a-z]+)*),?"
    r"(?P<note> (?:and )?(?:its|the) colou?r is (?:noted|recorded),?)? ?"
    r"(?P<back>(?:and )?(?:then )?(?:it )?(?:is )?(?:then )?(?:put back|replaced|returned)(?: (?:in|into|to) the [a-z]+)?|(?:and|but) (?:it is )?not (?:put back|replaced|returned)(?: (?:in|into|to) the [a-z]+)?|(?:without replacement|with replacement))"
    rf" ?[,.;]? ?(?:and |then |and then )?{_SECOND} is (?:then )?(?:randomly )?{_VERB}(?: at random| randomly| from the [a-z]+)*"
)


def read_english(source: str) -> Draw | Unread | None:
    """The draw of an English problem."""
    text = re.sub(r"\s+", " ", in_digits(source.lower().replace("$", " "))).strip()
    text = re.sub(r" (?=[,.?;:](?: |$))", "", text)
    if (draw := read_letters(text)) is not None:
        return draw
    if not re.search(r"\b(?:prob|probability|chance|chances)\b", text) or "given that" in text:
        return None
    text = re.sub(r"\b(?:identical|equally sized|same-sized|otherwise identical|equal-sized) ", "", text)
    reading = _Reading()
    sentences = [s for s in re.split(r"\s*[.?!;]+\s*", text) if s]
    k = 0
    while k < len(sentences):
        pair = ". ".join(sentences[k : k + 2])
        if _TWO_STEPS.fullmatch(pair) and reading.take(pair):
            k += 2  # a draw in two sentences: "… is drawn and put back. Then another is drawn."
        elif reading.take(sentences[k]):
            k += 1
        else:
            return Unread((sentences[k],)) if reading.contents else None
    return reading.draw()


class _Reading:
    """What the sentences have said so far."""

    def __init__(self) -> None:
        self.contents: Contents | None = None
        self.number: int | None = None
        self.modes: set[str] = set()
        self.event: str | None = None

    def take(self, sentence: str) -> bool:
        """Whether the whole sentence is understood."""
        sentence = re.sub(r"^(?:then|now|suppose|assume|so|if so)(?: that)?,? ", "", sentence)
        return self._says(sentence) or self._asks(sentence)

    def _says(self, sentence: str) -> bool:
        """A statement: contents, a draw, or both with `and` or a comma between."""
        return (
            self._contents(sentence)
            or self._draw(sentence)
            or self._nothing(sentence)
            or any(
                self._contents_then_draw(sentence[: m.start()], sentence[m.end() :])
                for m in re.finditer(r",? and |, ", sentence)
            )
        )

    def _contents_then_draw(self, first: str, second: str) -> bool:
        if not self._contents(first):
            return False
        if self._draw(second):
            return True
        self.contents = None
        return False

    def _nothing(self, sentence: str) -> bool:
        return bool(
            re.fullmatch(
                r"(?:the|these|all the|all) [a-z]+ (?:are|is) (?:all )?(?:the same|identical|alike|of the same size|the same size)(?: size)?(?: (?:apart from|except for|except|but for) (?:their |the )?colou?rs?)?"
                r"|(?:give|express|write|leave) (?:your|the) answer (?:as|in) (?:a )?(?:fraction|simplest form|lowest terms|common fraction|fraction in (?:its )?(?:simplest form|lowest terms)|simplified fraction)",
                sentence,
            )
        )

    def _contents(self, sentence: str) -> bool:
        if self.contents is not None:
            return False
        place = rf"(?:(?:a|an|the|1) )?(?:{_SIZE} )*{_PLACE}"
        holds = r"(?:contains|contain|holds|has|contained|held|had|containing|with|is filled with|consists of|of|is made up of)"
        for pattern in (
            rf"(?:there is )?{place} (?:that )?{holds} (?P<list>.+)",
            rf"in {place},? there are (?P<list>.+)",
            rf"there are (?P<list>.+?)(?: in {place})",
            r"there are (?P<list>.+)",
            rf"[a-z]+ has (?P<list>.+?)(?: in {place})?",
            rf"[a-z]+ has {place} {holds} (?P<list>.+)",
        ):
            match = re.fullmatch(pattern, sentence)
            if match and (found := Contents.read(match["list"])) is not None:
                self.contents = found
                return True
        return False

    def _draw(self, clause: str) -> bool:
        """How many are drawn, and how."""
        if self.number is not None or (self.contents is None and " from " not in clause):
            return False
        steps = _TWO_STEPS.fullmatch(clause)
        if steps:
            mode = "without" if re.search(r"\bnot\b|without", steps["back"]) else "with"
            names = {steps["thing"], steps["again"] or ""} - {"2nd", "second"}
            return all(self._drawn("2", name, {mode}, self.contents) for name in names)
        clause, listed = self._without_contents(clause)
        things = r"(?:of (?:them|these|the) ?)?(?P<thing>[a-z]+)?"
        for pattern in (
            rf"(?P<n>\d+|a|an) ?{things} (?:is|are|were|was) (?P<r>randomly )?{_VERB}(?P<modes>.*)",
            rf"(?:you|i|we|he|she|they|someone|somebody|[a-z]+) (?P<r>randomly )?{_ACTIVE} (?P<n>\d+|a|an) ?{things}(?P<modes>.*)",
            rf"(?P<r>randomly )?(?:take|draw|pick|choose|select)(?: out)? (?P<n>\d+|a|an) ?{things}(?P<modes>.*)",
            rf"a (?:team|committee|group|sample|delegation|hand) of (?P<n>\d+) ?{things} is (?P<r>randomly )?(?:{_VERB}|formed|made)(?P<modes>.*)",
        ):
            match = re.fullmatch(pattern, clause)
            modes = self._modes(match["modes"]) if match else None
            if match and modes is not None:
                return self._drawn(match["n"], match["thing"] or "", modes, listed or self.contents)
        return False

    def _drawn(self, number: str, thing: str, modes: set[str], contents: Contents | None) -> bool:
        """Note a draw, if what is drawn may be called so."""
        if contents is None or not contents.allows(thing):
            return False
        self.number = 1 if number in ("a", "an") else int(number)
        self.modes |= modes
        self.contents = replace(contents, drawn=singular(thing))
        return True

    def _without_contents(self, clause: str) -> tuple[str, Contents | None]:
        """A clause that names the contents behind `from`: "3 are chosen at random from 6 boys and 4 girls"."""
        if self.contents is not None:
            return clause, None
        match = re.search(
            rf" from (?:(?:a|an|the) (?:{_SIZE} )*{_PLACE} (?:of|containing|with|that contains|that has|which contains|holding) )?(?P<list>\d+ .+?)(?P<rest>,? (?:without|with) replacement|,? at random|)$",
            clause,
        )
        found = Contents.read(match["list"]) if match else None
        if match is None or found is None:
            return clause, None
        return clause[: match.start()] + match["rest"], found

    @staticmethod
    def _modes(text: str) -> set[str] | None:
        """The ways of drawing that a clause's end names; None where something else is said."""
        found: set[str] = set()
        rest = text.strip(" ,")
        while rest:
            for mode, phrases in _MODES.items():
                match = re.match(rf"(?:and )?(?:{phrases})(?![a-z])[ ,]*", rest)
                if match:
                    found |= {mode} - {""}
                    rest = rest[match.end() :]
                    break
            else:
                return None
        return found

    def _asks(self, sentence: str) -> bool:
        """The question, with a draw in front or behind."""
        if self.event is not None:
            return False
        before = re.fullmatch(
            rf"(?:if|when) (?P<said>.+?),? (?:then )?(?P<ask>{ASK} .+)", sentence
        ) or re.fullmatch(rf"(?P<said>.+?),? (?:and |then )?(?P<ask>{ASK} .+)", sentence)
        if before is not None:
            if not self._says(before["said"]):
                return False
            sentence = before["ask"]
        match = re.fullmatch(rf"{ASK} (?P<how>that|of) (?P<event>.+)", sentence)
        if match is None:
            return False
        event = match["event"]
        if behind := re.fullmatch(r"(?P<event>.+?),? (?:if|when) (?P<said>.+)", event):
            if not self._says(behind["said"]):
                return False
            event = behind["event"]
        event, listed = self._without_contents(event)
        if listed is not None:
            self.contents = listed
        self.event = self._trimmed(event)
        if match["how"] == "of":
            gerund = re.match(rf"(?:randomly )?{_GERUND} ", self.event)
            if gerund is None:
                return False
            self.event = "of " + self.event[gerund.end() :]
        return True

    def _trimmed(self, event: str) -> str:
        """The outcome without the way of drawing behind it."""
        for _ in range(4):
            for mode, phrases in _MODES.items():
                match = re.search(rf",? (?:{phrases})$", event)
                if match:
                    event, found = event[: match.start()], {mode} - {""}
                    self.modes |= found
        return event

    def draw(self) -> Draw | Unread | None:
        """The draw where all is known."""
        if self.contents is None or self.event is None:
            return None
        number = self.number
        found = event_of(self.event, self.contents, number)
        if found is None:
            return Unread((self.event,))
        event, drawn = found
        if {"with", "without"} <= self.modes or drawn > 1 and self.modes == {"after"}:
            return None
        if isinstance(event, InOrder) and not self.modes & {"with", "without"}:
            return None  # an order, but nobody says what happens between the draws
        if number is None and drawn > 1 and not self.modes & {"with", "without", "together"}:
            return None  # nobody says how they are drawn
        if "with" in self.modes and "together" in self.modes:
            return None
        return Draw(self.contents.kinds, drawn, "with" in self.modes, event)
