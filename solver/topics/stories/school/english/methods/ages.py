"""Ages: of one person at another time; a chain of older and younger; two ages by sum, difference and multiple; when a multiple holds.

Not read: ages of things, more than one time that is not now in the same problem.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.methods.families import Bag, Fact, family
from solver.topics.stories.school.working import Term, Unfit, Working, num

_MALE: Final = frozenset(
    "he him father dad brother son uncle grandfather grandpa boy man nephew husband mr".split()
)
_FEMALE: Final = frozenset(
    "she her mother mum mom sister daughter aunt grandmother grandma girl woman niece wife mrs ms miss".split()
)
_PRONOUNS: Final = ("he", "him", "his", "she", "her", "hers")
_NOW: Final = "(now|today|this year|at present|currently)?"
_OLD: Final = "(old|of age)?"


def _aged(slot: str) -> str:
    return f"(<{slot}:time> {_OLD}|<{slot}>)"


def _both(pattern: str) -> tuple[str, str]:
    """With a number of years, and with a number alone."""
    return pattern.replace("#", "<n:time> (old|of age)?"), pattern.replace("#", "<n>")


@family(
    r"\b(?:old|older|younger|age|ages|aged|born)\b",
    facts={
        "age": (*_both(f"<who=~4> is # {_NOW}"), *_both(f"{_NOW} <who=~4> is # {_NOW}"), *_both("(the age of <who=~3>|<who=~3> age) is # (now)?")),
        "more": (f"{_NOW} <who=~4> is <n:time> <way=older|younger> than <other=~4> {_NOW}", "<who=~4> is <n> <way=older|younger> than <other=~4>", f"<who=~4> is <n:time> <way=older|younger> {_NOW}"),
        "times": (f"{_NOW} <who=~4> is {_NOW} <n> times (as old as|the age of|older than) <other=~4> (is|was)? {_NOW}", "<n> times as old as <other=~4> (is)?", f"<who=~4> is <n> times as old {_NOW}", "<who=~4> age is <n> times (that of|the age of)? <other=~4> (age)?", f"<who=~4> is <n> times <other=~3> age {_NOW}",
                  f"<who=~4> is <f:part> (as old as|the age of|of the age of) <other=~4> (is|was)? {_NOW}", f"<who=~4> is <f:part> (of)? <other=~3> age {_NOW}"),
        "sum": (*_both("(the sum of (their|the|the two) ages|their ages together|their combined age|their total age|the total of their ages) is #"), *_both("(together|altogether) (they|<who=~3> and <other=~3>) are #"),
                *_both("(they|<who=~3> and <other=~3>) are # (together|altogether|in total)"), *_both("their ages (add up to|sum to|total) #"), *_both("the sum of the ages of <who=~3> and <other=~3> is #"), *_both("(the)? ages of <who=~3> and <other=~3> (add up to|total) #"),
                *_both("<who=~3> and <other=~3> have a (combined|total) age of #"), *_both("<who=~3> and <other=~3> are # (together|altogether|in total)")),
        "will": (*_both("in <k:time> <who=~4> will be # ~1"), *_both("<who=~4> will be # in <k:time>")),
        "was": (*_both("<k:time> ago <who=~4> was # ~1"), *_both("<who=~4> was # <k:time> ago")),
        "will_times": ("in <k:time> <who=~4> will be <n> times (as old as|the age of|as old|<other=~3> age) (<other=~4>)?", "<who=~4> will be <n> times as old as <other=~4> in <k:time>"),
        "was_times": ("<k:time> ago <who=~4> was <n> times (as old as|the age of|as old) (<other=~4>)?",),
    },
    asks={
        "now": (f"how old (is|are) <who=~4> {_NOW}", "(what is|find) (the (present|current)? age of <who=~4>|<who=~4> (present|current)? age) (now)?", f"find (how old <who=~4> is) {_NOW}"),
        "then": ("how old will <who=~4> be in <k:time>", "how old will <who=~4> be <k:time> from now", "in <k:time> how old will <who=~4> be"),
        "past": ("how old was <who=~4> <k:time> ago",),
        "total": ("what is (the sum of their ages|their combined age|their total age|the total of their ages)", "how old are they (altogether|together)", "what is the sum of (the|all) (three)? ages"),
        "years": ("in how many years will <who=~4> be <n> times (as old as|the age of|<other=~3> age) (<other=~4> (is)?)?", "(after|in) how many years ~1 <who=~4> be <n> times as old as <other=~4>", "how many years (from now)? (will it be)? (until|before) <who=~4> is <n> times as old as <other=~4>"),
        "gap": ("how (much|many years) <way=older|younger> is <who=~4> than <other=~4>", "what is the difference (between|in) their ages"),
    },
)  # fmt: skip
def _ages(bag: Bag, work: Working) -> None:
    for fact in (*bag.facts, bag.asked):
        if any(fact.unit(name) not in ("", "year") for name in "kn"):
            raise Unfit
    story = _Story(bag, work)
    match bag.asked.kind:
        case "now":
            term = story.age(bag.asked.word("who"))
            label = "the age now"
        case "then":
            term = work.step("the age then", story.age(bag.asked.word("who")) + bag.asked["k"], "years")
            label = "the age then"
        case "past":
            term = work.step(
                "the age at that time", story.age(bag.asked.word("who")) - bag.asked["k"], "years"
            )
            label = "the age at that time"
        case "total":
            everyone = [story.age(who) for who in story.people]
            if len(everyone) < 2:
                raise Unfit
            total = everyone[0]
            for term in everyone[1:]:
                total = total + term
            term, label = work.step("the ages together", total, "years"), "the sum of the ages"
        case "gap":
            if len(story.people) != 2:
                raise Unfit
            one, other = sorted((story.age(who) for who in story.people), key=lambda t: -t.value)
            term, label = work.step("the difference of the ages", one - other, "years"), "the difference"
        case _:
            term, label = story.years(), "the time"
    if story.left:
        raise Unfit
    work.give(term, "years", label)


class _Story:
    """Who is how old now, found fact by fact."""

    def __init__(self, bag: Bag, work: Working) -> None:
        self._bag, self._work = bag, work
        self.people: list[str] = []
        self._known: dict[str, Term] = {}
        self.left: list[tuple[Fact, str, str]] = []
        for fact in bag.facts:
            later = fact.word("other") if fact.word("who") in _PRONOUNS else ""
            apart = self._person(later) if later and later not in _PRONOUNS else ""
            who = self._person(fact.word("who"), apart)
            if not who and fact.kind in ("more", "times") and bag.facts.index(fact):
                who = self.left[-1][1]
            other = self._person(fact.word("other"), who) or (self._other(who) if fact.kind != "sum" else "")
            self.left.append((fact, who, other))
        self._close()

    def _person(self, said: str, apart: str = "") -> str:
        words = [
            w.removesuffix("'s").removesuffix("'")
            for w in said.split()
            if w not in ("the", "a", "an", "years")
        ]
        if not words or words == ["they"]:
            return ""
        if len(words) == 1 and words[0] in _PRONOUNS:
            odd = _FEMALE if words[0].startswith("h") and words[0] not in ("her", "hers") else _MALE
            possible = [p for p in self.people if p != apart and not odd & set(p.split())]
            if len(possible) != 1:
                raise Unfit
            return possible[0]
        if (
            words[0] in ("his", "her", "their", "my", "your")
            and len(words) > 1
            or len(words) > 1
            and words[0] in self.people
        ):
            words = words[1:]
        name = " ".join(words)
        if name not in self.people:
            if re.search(r"\b(?:he|she|him|it|age|ages|old|will|who|friend's)\b", name):
                raise Unfit
            self.people.append(name)
        return name

    def _other(self, who: str) -> str:
        rest = [p for p in self.people if p != who]
        return rest[0] if len(rest) == 1 else ""

    def says(self, who: str) -> str:
        """The age of someone, with names in capitals."""
        names = self._bag.sheet.names
        shown = " ".join(w.capitalize() if w in names else w for w in who.split())
        return f"the age of {shown if any(w in names for w in who.split()) else 'the ' + shown}"

    def _close(self) -> None:
        """Use every fact from which one more age follows."""
        while True:
            for entry in self.left:
                if self._use(*entry):
                    self.left.remove(entry)
                    break
            else:
                return

    def _use(self, fact: Fact, who: str, other: str) -> bool:
        known, work = self._known, self._work
        if fact.kind in ("age", "will", "was"):
            if not who or who in known:
                raise Unfit
            n = fact["n"]
            known[who] = n if fact.kind == "age" else work.step(self.says(who) + " now", n - fact["k"] if fact.kind == "will" else n + fact["k"], "years")  # fmt: skip
            return True
        if fact.kind in ("more", "times"):
            if not who or not other or who == other:
                raise Unfit
            if who in known and other in known:
                raise Unfit
            if other in known:
                known[who] = work.step(self.says(who), _forward(fact, known[other]), "years")
                return True
            if who in known:
                known[other] = work.step(self.says(other), _backward(fact, known[who]), "years")
                return True
        if fact.kind == "sum":
            pair = [who, other] if who and other else self.people
            missing = [p for p in pair if p not in known]
            if len(pair) == 2 and len(missing) == 1:
                (known_one,) = [p for p in pair if p in known]
                known[missing[0]] = work.step(self.says(missing[0]), fact["n"] - known[known_one], "years")
                return True
        return False

    def age(self, said: str) -> Term:
        """The age now of the person who is asked for."""
        who = self._person(said)
        if who not in self._known:
            self._pair(who)
            self._close()
        if who not in self._known:
            raise Unfit
        return self._known[who]

    def _pair(self, who: str) -> None:
        """Two ages that are told only together."""
        if len(self.people) != 2 or len(self.left) != 2 or self._known:
            raise Unfit
        facts = {fact.kind: (fact, a, b) for fact, a, b in self.left}
        work = self._work
        if set(facts) == {"sum", "more"}:
            total, (more, a, b) = facts["sum"][0], facts["more"]
            older = a if more.word("way") == "older" else b
            low = next(p for p in self.people if p != older)
            if who == low:
                twice = work.step(
                    "twice the younger age: without the difference both are equal",
                    total["n"] - more["n"],
                    "years",
                )
            else:
                twice = work.step(
                    "twice the older age: with the difference added both are equal",
                    total["n"] + more["n"],
                    "years",
                )
            self._known[who] = work.step(self.says(who), twice / num(2), "years")
            self.left.clear()
            return
        if "times" not in facts:
            raise Unfit
        times, big, small = facts["times"]
        if times.has("f"):
            if times.values["f"].numerator != 1:
                raise Unfit
            big, small, k = small, big, num(times.values["f"].denominator)
        else:
            k = times["n"]
        if k.value <= 1 or not big or not small:
            raise Unfit
        if "sum" in facts:
            parts = work.step("how many times the younger age both are together", k + num(1))
            self._known[small] = work.step(self.says(small), facts["sum"][0]["n"] / parts, "years")
        elif "more" in facts:
            more, a, b = facts["more"]
            if (a if more.word("way") == "older" else b) != big:
                raise Unfit
            parts = work.step("how many times the younger age the difference is", k - num(1))
            self._known[small] = work.step(self.says(small), more["n"] / parts, "years")
        else:
            self._two_times(facts, big, small, k)
        if who == big:
            self._known[big] = work.step(self.says(big), self._known[small] * k, "years")
        self.left.clear()

    def _two_times(self, facts: dict[str, tuple[Fact, str, str]], big: str, small: str, k: Term) -> None:
        """One multiple now and another at another time: the difference of the ages stays the same."""
        kind = "will_times" if "will_times" in facts else "was_times"
        if kind not in facts:
            raise Unfit
        fact, who, other = facts[kind]
        if who and other and (who, other) != (big, small):
            raise Unfit
        m, years, work = fact["n"], fact["k"], self._work
        high, low = (k, m) if kind == "will_times" else (m, k)
        if high.value <= low.value or m.value <= 1:
            raise Unfit
        text = "the multiple of the years: what the older one had to gain to keep the later multiple"
        if kind == "will_times":
            gain = work.step(text, years * (m - num(1)), "years")
            self._known[small] = work.step(self.says(small), gain / (k - m), "years")
        else:
            gain = work.step(text, years * (m - num(1)), "years")
            self._known[small] = work.step(self.says(small), gain / (m - k), "years")

    def years(self) -> Term:
        """In how many years one will be so many times as old as the other."""
        fact, work = self._bag.asked, self._work
        who, other = self._person(fact.word("who")), self._person(fact.word("other"))
        if who not in self._known or other not in self._known or fact.values["n"] <= 1:
            raise Unfit
        gap = work.step("the difference of the ages, which stays the same", self._known[who] - self._known[other], "years")  # fmt: skip
        then = work.step("the age of the younger one at that time: the difference is so many times it, less once", gap / (fact["n"] - num(1)), "years")  # fmt: skip
        return work.step("how many years from now", then - self._known[other], "years")


def _forward(fact: Fact, base: Term) -> Term:
    if fact.kind == "more":
        return base + fact["n"] if fact.word("way") == "older" else base - fact["n"]
    return base * (fact["f"] if fact.has("f") else fact["n"])


def _backward(fact: Fact, value: Term) -> Term:
    if fact.kind == "more":
        return value - fact["n"] if fact.word("way") == "older" else value + fact["n"]
    return value / (fact["f"] if fact.has("f") else fact["n"])
