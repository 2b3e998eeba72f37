"""A whole, shares of it, and what is left of it in a ratio, in whatever words and order.

Roles: shares (fractions, percentages) of the whole or of what is left; the parts of the ratio, named by the words that stand in pairs
beside it; one amount, which is the whole, or what a part of it comes to. That the ratio is one of the rest must be said ("the rest",
"the others", "what was left"), or follow from a list of all parts. Not read: shares of a part, parts that change, several ratios.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from solver.topics.base import Text
from solver.topics.stories.school.english.marks import FRACTION, MONEY, NUMBER, SCALES
from solver.topics.stories.school.english.methods.sheet import Sheet
from solver.topics.stories.school.english.roles.words import (
    FUNCTION,
    SILENT,
    Words,
    content,
    is_number,
    prepared,
    root,
    tokens_of,
    unit_of,
)
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Term, Unfit, Working, num

# Words that change what an amount is, in a way that is not followed here.
CHANGING: Final = frozenset(
    "except without discount refund broken damaged lost lose loses returned returns return extra additional less times twice double triple "
    "average per neither none nobody never again later instead increase increased increases decrease decreased added add adds joins joined joining "
    "leave leaves borrowed lent reduced rise rose fell doubled halved remaining-of most least nearly almost about approximately rounded overlap "
    "several some few only-some unless if".split()
) - {"if", "several"}  # fmt: skip
_REST: Final = frozenset("rest remainder remaining others else leftover".split())
_MEASURES: Final = frozenset(
    map(root, "land area distance weight mass money time length volume total amount sum number whole estate budget income size cost value quantity stock supply harvest crop load mixture audience crowd staff spending sales way journey price capacity all group collection".split())
)  # fmt: skip
_PEOPLE: Final = frozenset(map(root, "people persons person thing things item items piece pieces unit units money one ones".split()))
_VERBS: Final = frozenset(
    map(
        root,
        "have own contain get receive need use come be there sell make hold keep find does do did sold bought buy many much cost weigh weight mass go went gone "
        "spend spent pay paid belong travel grow grown plant planted produce cover covered used taken take belongs earn read live work stay travelled traveled visit "
        "own bring brought play attend choose chose prefer like size area length amount volume value worth big large exist eventually finally end write written type types".split(),
    )
)  # fmt: skip
_ALL: Final = re.compile(r"\b(?:altogether|in total|in all|all|total|whole|originally|at first|entire|all together)\b")
_MORE: Final = frozenset("more larger bigger greater longer heavier further".split())
_LESS: Final = frozenset("fewer less smaller shorter lighter".split())


@dataclass
class _Story:
    made: Sheet
    tokens: list[str]
    asked: list[bool]
    used: set[str] = field(default_factory=set)
    base: Words = frozenset()
    """What the shares are said to be of."""

    def number(self, letter: str) -> Term:
        if letter in self.used:
            raise Unfit
        self.used.add(letter)
        return num(self.made.values[letter])

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence of a token begins and ends."""
        start = at
        while start > 0 and self.tokens[start - 1] != ".":
            start -= 1
        return start, self.tokens.index(".", at)


@dataclass(frozen=True)
class _Ratio:
    """The letters of its numbers ("" for one), where it begins and ends, the names of the parts."""

    letters: tuple[str, ...]
    start: int
    end: int
    names: tuple[tuple[str, ...], ...]


@dataclass
class _Part:
    """A part of the whole: its words, and what part of the whole it is (with how that is computed)."""

    words: Words
    size: Term
    strong: Words = frozenset()  # the words that stand where the name must stand


def read(text: Text) -> Exercise | None:
    """The problem, when every number of it has a role and what is asked follows."""
    if not re.search(r"(?i)ratio|\bto (?:every|each)\b|\d ?[:∶] ?\d|\bfor (?:every|each)\b|proportion", text.source):
        return None
    made = prepared(text.source)
    if made is None or made.clocks or not 3 <= made.numbers <= 9:
        return None
    found = Exercise.worked("en", lambda work: _solve(_Story(made, *tokens_of(made)), work))
    return found if found is not None and found.value > 0 else None


def _solve(story: _Story, work: Working) -> None:
    tokens = story.tokens
    ratio = _ratio(story)
    shares = [i for i, w in enumerate(tokens) if re.fullmatch(FRACTION, w)]
    if not 1 <= len(shares) <= 3 or any(story.asked[i] for i in shares):
        raise Unfit
    _check(story)
    amounts = _amounts(story, ratio, len(shares))
    whole_at, known_at = _whole_or_known(story, amounts, ratio, shares)
    head, around = _around(story, whole_at, ratio)
    own = _own_words(ratio, head)
    unit = _unit(story, whole_at if whole_at is not None else known_at)
    common = frozenset.intersection(*(frozenset(map(root, n)) for n in ratio.names))
    labels = [(words - common, of_rest) for words, of_rest in (_share_label(story, at, (ratio, own), shares, around) for at in shares)]
    if not _of_the_rest(story, ratio, own, labels):
        raise Unfit
    whole = story.number(tokens[whole_at]) if whole_at is not None else None
    known = story.number(tokens[known_at]) if known_at is not None else None
    parts = _work_out(story, work, (ratio, own), shares, labels, whole, unit)
    if set(story.made.values) - story.used - _repeated(story, whole, ratio, shares):
        raise Unfit
    if whole is None:
        assert known is not None and known_at is not None
        whole = _from_known(story, work, parts, known, known_at, around, unit)
        if whole is None:
            return
        parts = [_Part(p.words, work.step("this part", whole * p.size, unit), p.strong) for p in parts]
    _answer(story, work, parts, around, unit, ratio)


def _check(story: _Story) -> None:
    """No word changes an amount."""
    tokens = story.tokens
    for i, word in enumerate(tokens):
        if word == "per" and tokens[i + 1] in ("week", "day", "month", "year"):
            continue  # hours of a week
        if word in CHANGING or word.endswith("n't") or word in ("not", "no") and tokens[i + 1 : i + 2] not in (["others"], ["other"], ["only"]):
            raise Unfit
        if word in _MORE | _LESS | {"than"} and not story.asked[i]:
            raise Unfit
        if word in ("another", "every", "each") and tokens[i + 1 : i + 2] and is_number(tokens[i + 1]) and tokens[i - 1] != "for":
            raise Unfit


# ---- the ratio and its names


def _ratio(story: _Story) -> _Ratio:
    tokens = story.tokens
    found: list[_Ratio] = []
    at = 0
    while at < len(tokens):
        one = _colon(story, at) or _for_every(story, at)
        if one is None:
            at += 1
            continue
        found.append(one)
        at = one.end
    if len(found) != 1:
        raise Unfit
    return found[0]


def _colon(story: _Story, at: int) -> _Ratio | None:
    """ "3 : 7", "ratio of 11 to 4"."""
    tokens = story.tokens
    if not re.fullmatch(NUMBER, tokens[at]):
        return None
    sign = tokens[at + 1] if at + 1 < len(tokens) else ""
    start, end = story.sentence(at)
    if sign not in (":", "to") or sign == "to" and not {"ratio", "proportion", "ratios"} & set(tokens[start:end]):
        return None
    letters, end_at = [tokens[at]], at + 1
    while end_at + 1 < len(tokens) and tokens[end_at] == sign and re.fullmatch(NUMBER, tokens[end_at + 1]):
        letters.append(tokens[end_at + 1])
        end_at += 2
    if len(letters) < 2:
        return None
    names = _names(story, start, at, end_at, end, len(letters))
    return _Ratio(tuple(letters), at, end_at, names)


def _for_every(story: _Story, at: int) -> _Ratio | None:
    """ "for every 4 pear trees there are 5 cherry trees", "4 hens for every goose"."""
    tokens = story.tokens
    if tokens[at] not in ("for", "to") or tokens[at + 1] not in ("every", "each"):
        return None
    start, end = story.sentence(at)
    here = at + 2
    letter = ""
    if re.fullmatch(NUMBER, tokens[here]):
        letter, here = tokens[here], here + 1
    elif tokens[here] == "one":
        here += 1
    own = _name_from(tokens, here, end)
    if not own:
        raise Unfit
    ahead = next((i for i in range(at - 1, start - 1, -1) if re.fullmatch(NUMBER, tokens[i])), None)
    if ahead is not None and at - ahead <= 5 and not {",", "and"} & set(tokens[ahead:at]):
        other = _name_from(tokens, ahead + 1, at)
        if not other:
            raise Unfit
        return _Ratio((tokens[ahead], letter), ahead, here + len(own), (tuple(other), tuple(own)))
    behind = next((i for i in range(here, end) if re.fullmatch(NUMBER, tokens[i])), None)
    if behind is None or behind - here > 9:
        raise Unfit
    other = _name_from(tokens, behind + 1, end)
    if not other:
        raise Unfit
    return _Ratio((letter, tokens[behind]), at, behind + 1 + len(other), (tuple(own), tuple(other)))


def _name_from(tokens: Sequence[str], at: int, end: int) -> list[str]:
    """The words of a name that begins here."""
    while at < end and tokens[at] in ("the", "a", "an", "of", "in", "on", "by", "from", "to", "at", "with", "for", "either", "both", "his", "her", "their", "go", "goes", "come", "comes", "went", "came", "use", "used"):
        at += 1
    name = []
    while at < end and len(name) < 4 and tokens[at] not in FUNCTION | SILENT and not is_number(tokens[at]):
        name.append(tokens[at])
        at += 1
    return name


def _name_to(tokens: Sequence[str], at: int, start: int) -> list[str]:
    """The words of a name that ends before this place."""
    at -= 1
    while at >= start and tokens[at] in (",", "both"):
        at -= 1
    name: list[str] = []
    while at >= start and len(name) < 3 and tokens[at] not in FUNCTION | SILENT and not is_number(tokens[at]):
        name.insert(0, tokens[at])
        at -= 1
    return name


def _listed(tokens: Sequence[str], start: int, end: int, count: int, joins: tuple[str, ...] = ("and", "or")) -> list[tuple[str, ...]]:
    """The last list of so many names between two places: "cars, vans and lorries"."""
    for at in range(end - 1, start, -1):
        if tokens[at] not in joins:
            continue
        last = _name_from(tokens, at + 1, end)
        names = [last]
        here = at
        for _ in range(count - 1):
            name = _name_to(tokens, here, start)
            if not name:
                break
            names.insert(0, name)
            here -= 1
            while here >= start and tokens[here] in (",", "both"):
                here -= 1
            here -= len(name) - 1
            while here - 1 >= start and tokens[here - 1] in ("the", "a", "an", "by", "in", "on", "from", "his", "her", "their", "to", "for", "at"):
                here -= 1
            if len(names) < count and (here - 1 < start or tokens[here - 1] != ","):
                break
            here -= 1
        if len(names) == count and all(names):
            return [tuple(n) for n in names]
    return []


def _names(story: _Story, start: int, at: int, end_at: int, end: int, count: int) -> tuple[tuple[str, ...], ...]:
    """The names of the parts of a ratio, in its order."""
    tokens = story.tokens
    word = next((i for i in range(end_at, start - 1, -1) if i < len(tokens) and tokens[i] in ("ratio", "proportion")), None)
    if word is not None and tokens[word + 1 : word + 2] in (["of"], ["between"]) and not is_number(tokens[word + 2]):
        stop = at if word < at else end
        if tokens[word + 1] == "of":
            pair = _by_to(tokens, word + 2, stop, count)
            if pair:
                return tuple(pair)
        pair = _listed(tokens, word + 1, stop, count)
        if pair:
            return tuple(pair)
    if word is not None and word < at:
        pair = _by_to(tokens, start, word, count)
        if pair and "to" in tokens[max(start, word - 5) : word]:
            return tuple(pair)
    pair = _listed(tokens, start, at, count) or _listed(tokens, end_at, end, count)
    if pair:
        return tuple(pair)
    if start >= 2:
        before = start - 2
        first, _ = story.sentence(before)
        pair = _listed(tokens, first, start - 1, count)
        if pair:
            return tuple(pair)
    raise Unfit


def _by_to(tokens: Sequence[str], start: int, end: int, count: int) -> list[tuple[str, ...]]:
    """ "reference books to comics"."""
    joints = [i for i in range(start, end) if tokens[i] == "to" and i + 1 < end and not is_number(tokens[i + 1])]
    if len(joints) != count - 1:
        return []
    names = [_name_to(tokens, joints[0], start), *(_name_from(tokens, j + 1, end) for j in joints)]
    return [tuple(n) for n in names] if all(names) else []


# ---- the amount


def _amounts(story: _Story, ratio: _Ratio, shares: int) -> list[int]:
    """Where the numbers stand that are neither in the ratio nor shares, nor how many parts there are."""
    tokens = story.tokens
    found = [
        i
        for i, w in enumerate(tokens)
        if re.fullmatch(f"{NUMBER}|{MONEY}", w) and not (ratio.start <= i < ratio.end and w in ratio.letters)
    ]
    counts = {len(ratio.letters), len(ratio.letters) + shares}
    few = [
        i
        for i in found
        if story.made.values[tokens[i]] in counts
        and re.fullmatch(NUMBER, tokens[i])
        and unit_of(tokens[i + 1]) is None
        and tokens[i + 1] not in FUNCTION - {"other"}
    ]
    if len(found) - len(few) >= 1:
        for i in few:
            story.used.add(tokens[i])
        found = [i for i in found if i not in few]
    return found


def _repeated(story: _Story, whole: Term | None, ratio: _Ratio, shares: Sequence[int]) -> set[str]:
    """The letters of the whole where it is told again."""
    if whole is None:
        return set()
    return {
        letter
        for i, letter in enumerate(story.tokens)
        if letter in story.made.values and story.made.values[letter] == whole.value and i not in shares and not ratio.start <= i < ratio.end
    }


def _whole_or_known(story: _Story, amounts: list[int], ratio: _Ratio, shares: Sequence[int]) -> tuple[int | None, int | None]:
    """The amount: the whole, or what a part comes to."""
    tokens = story.tokens
    values = {story.made.values[tokens[i]] for i in amounts}
    if not amounts or len(values) != 1:
        raise Unfit
    at = amounts[0]
    if story.asked[at] and tokens[at - 1] not in ("of", "the", "these", "all"):
        raise Unfit
    start, end = story.sentence(at)
    named = set(_behind(tokens, at))
    before = tokens[max(start, at - 4) : at]
    if _REST & set(before) or tokens[at + 1 : at + 2] == ["others"] or "other" in before:
        return None, at
    own = _own_words(ratio, frozenset())
    if any(o <= named for o in own) and not all(o & {root(w) for w in tokens[at + 1 : end]} for o in own):
        return None, at  # not "600 red, blue and white beads"
    if at > min(shares) and at > ratio.start:
        words = " ".join(tokens[start:end])
        if not _ALL.search(words) and not (tokens[at - 1] in ("of", "the", "these", "all")):
            raise Unfit
    return at, None


def _own_words(ratio: _Ratio, head: Words) -> list[Words]:
    """The words of each name that the others do not have and that do not name the whole."""
    names = [frozenset(map(root, n)) for n in ratio.names]
    common = frozenset.intersection(*names)
    if not all(n - common for n in names):
        raise Unfit
    return [n - common - head or n - common for n in names]


def _behind(tokens: Sequence[str], at: int) -> list[str]:
    """The noun behind a number, as roots."""
    found = []
    for word in tokens[at + 1 : at + 6]:
        if unit_of(word) or word == "of" and not found:
            continue
        if word in FUNCTION or is_number(word):
            break
        found.append(root(word))
    return found


def _around(story: _Story, whole_at: int | None, ratio: _Ratio) -> tuple[Words, Words]:
    """The noun of the whole, and all words by which it is told; without the names of its parts."""
    if whole_at is None:
        return frozenset(), frozenset()
    start, end = story.sentence(whole_at)
    tokens = story.tokens
    share = next((i for i in range(start, end) if re.fullmatch(FRACTION, tokens[i])), end)
    said = content(tokens[i] for i in range(start, share) if not story.asked[i] and not ratio.start <= i < ratio.end)
    lists = {
        root(w)
        for i in range(start, end)
        if tokens[i] in ("and", "or")
        for count in (2, 3, 4)
        for n in _listed(tokens, start, min(end, i + 4), count)
        for w in n
    }
    head = frozenset(_behind(tokens, whole_at))
    complete = [n for n in _own_words(ratio, frozenset()) if n <= head]
    head = head.difference(*complete)
    return head, (said | head) - frozenset().union(*_own_words(ratio, head)) - (lists - head)


def _unit(story: _Story, at: int | None) -> str:
    assert at is not None
    if re.fullmatch(MONEY, story.tokens[at]):
        return story.made.currency
    return unit_of(story.tokens[at + 1]) or ""


# ---- the shares


def _clause(story: _Story, at: int, ratio: _Ratio, shares: Sequence[int]) -> tuple[int, int]:
    """The clause in which a share stands: without what is told of the rest, of the ratio and of the other shares."""
    tokens = story.tokens
    start, end = story.sentence(at)
    for i in range(start, at):
        if story.asked[i] or i in shares or i < ratio.end and i >= ratio.start:
            start = i + 1
    for i in range(at + 1, end):
        if tokens[i] in _REST or i in shares or ratio.start <= i or story.asked[i]:
            cut = max((j for j in range(at + 1, i) if tokens[j] in (",", "and", "while", "but")), default=i)
            end = cut
            break
    joints = [i for i in range(start, at) if tokens[i] in (",", "and", "while", "but", "if")]
    for i in joints:
        if any(w in _REST for w in tokens[start:i]) or start and is_number(tokens[start - 1]):
            start = i + 1
    return start, end


def _share_label(story: _Story, at: int, named: tuple[_Ratio, Sequence[Words]], shares: Sequence[int], around: Words) -> tuple[Words, bool]:
    """The words of a share, and whether it is one of what was left."""
    tokens = story.tokens
    ratio, own = named
    start, end = _clause(story, at, ratio, shares)
    behind = at + 1
    base: list[str] = []
    of_rest = pronoun = False
    if tokens[behind] == "of":
        behind += 1
        first = next((i for i in range(story.sentence(at)[0], at) if is_number(tokens[i])), None)
        which = tokens[behind] in ("whom", "which") and first is not None and tokens[first + 1] != "."
        if which and not (frozenset(_behind(tokens, first or 0)) & around and tokens[at - 1] in (",", "and")):
            raise Unfit
        pronoun = which
        behind += which
        if tokens[behind] in ("those", "whom", "which") or "who" in tokens[behind : behind + 4]:
            raise Unfit
        while behind < end and (tokens[behind] in ("the", "all", "these", "this", "that", "his", "her", "their", "its", "it", "them", "our", "my", "whole", "entire", "remaining") or is_number(tokens[behind])):
            of_rest = of_rest or tokens[behind] == "remaining"
            pronoun = tokens[behind] in ("it", "them")
            behind += 1
            if pronoun:
                break
        while not pronoun and behind < end and tokens[behind] not in FUNCTION - _REST and not is_number(tokens[behind]) and len(base) < 3:
            base.append(tokens[behind])
            behind += 1
            if tokens[behind - 1] in _REST:
                of_rest = True
                break
            if root(base[-1]) in around or root(base[-1]) in _MEASURES:
                if not (behind < end and root(tokens[behind]) in around):
                    break
    roots = {root(w) for w in base}
    if of_rest:
        return content(tokens[start:end]) - around - roots, True
    if not around:
        verb = next((i for i in range(behind, end) if tokens[i] in ("is", "are", "was", "were", "has", "have")), behind)
        if tokens[behind] in ("in", "on", "at", "from"):
            roots |= content(tokens[behind:verb])
        story.base |= roots
    if roots and around and not roots & around and not roots & _MEASURES:
        raise Unfit
    if behind < end and tokens[behind] in ("who", "that", "which", "whose", "with", "without"):
        raise Unfit
    if roots & frozenset().union(*own):
        raise Unfit  # a share of a part
    said = content([*tokens[start:at], *tokens[behind:end]])
    label = said - around - roots
    return label, False


def _of_the_rest(story: _Story, ratio: _Ratio, names: Sequence[Words], labels: Sequence[tuple[Words, bool]]) -> bool:
    """Whether it is said that the ratio divides what is left."""
    tokens = story.tokens
    start, end = story.sentence(ratio.start)
    said = tokens[start:end]
    if set(said) & _REST or _left(said):
        return True
    if start >= 2:
        first, last = story.sentence(start - 2)
        before = tokens[first:last]
        if (set(before) & _REST or _left(before)) and not any(re.fullmatch(FRACTION, w) for w in _behind_rest(before)):
            return True
    count = len(names) + len(labels)
    for at, word in enumerate(tokens):
        if word in ("and", "or") and not ratio.start <= at < ratio.end:
            begin, stop = story.sentence(at)
            listed = _listed(tokens, begin, min(stop, at + 5), count)
            if len(listed) == count and _matched([frozenset(map(root, n)) for n in listed], names, [l for l, _ in labels]):
                return True
    return False


def _behind_rest(said: Sequence[str]) -> Sequence[str]:
    at = next((i for i, w in enumerate(said) if w in _REST or w == "left"), 0)
    return said[at:]


def _left(said: Sequence[str]) -> bool:
    """ "what was left", "the money left", "the other tickets"."""
    text = " ".join(said)
    return bool(
        re.search(r"\b(?:what|whatever|that) (?:(?:is|was|were|are) )?(?:then )?(?:left|remains|remained)\b|\b(?:is|are|was|were) left\b|\bthe other [a-z'-]+s\b|\bleft over\b|\b[a-z]+ (?:money|that) left\b", text)
    )


def _matched(listed: Sequence[Words], names: Sequence[Words], labels: Sequence[Words]) -> bool:
    """Whether each name and each share is another one of the list."""
    free = list(range(len(listed)))
    for name in [*names, *labels]:
        hit = [i for i in free if listed[i] & name]
        if len(hit) != 1:
            return False
        free.remove(hit[0])
    return not free


# ---- working out


def _work_out(story: _Story, work: Working, named: tuple[_Ratio, Sequence[Words]], shares: Sequence[int], labels: Sequence[tuple[Words, bool]], whole: Term | None, unit: str) -> list[_Part]:
    """All parts: of the whole where it is known, as parts of one where it is not."""
    ratio, own = named
    base = whole if whole is not None else num(1)
    unit = unit if whole is not None else ""
    rest = base
    parts: list[_Part] = []
    for at, (words, of_rest) in zip(shares, labels, strict=True):
        fraction = story.number(story.tokens[at])
        if not 0 < fraction.value < 1 or of_rest and not parts:
            raise Unfit
        size = work.step("the share that is told" if whole is not None else "what part of the whole is told", (rest if of_rest else base) * fraction, unit)
        parts.append(_Part(words, size))
        rest = work.step("what is left" if whole is not None else "what part of the whole is left", rest - size, unit)
    if rest.value <= 0:
        raise Unfit
    counts = [story.number(letter) if letter else num(1) for letter in ratio.letters]
    if any(c.value <= 0 for c in counts):
        raise Unfit
    total = counts[0]
    for one in counts[1:]:
        total = total + one
    total = work.step("how many equal shares the ratio has", total)
    each = work.step("one of these shares", rest / total, unit)
    for i, (count, name) in enumerate(zip(counts, ratio.names, strict=True)):
        kept = [root(w) for w in name if root(w) in own[i]]
        edge = kept[-1] if i < len(own) - 1 else kept[0]
        parts.append(_Part(own[i], each * count if count.value != 1 else each, frozenset({edge})))
    return parts


def _best(parts: Sequence[_Part], words: Words, around: Words) -> int | None:
    """The only part that the words name."""
    scores = []
    for p in parts:
        others = frozenset().union(*(q.strong for q in parts if q is not p))
        own = p.words - (around if p.words - around else frozenset())
        scores.append(len(own & words - others) + 2 * len(p.strong & words))
    top = max(scores)
    return scores.index(top) if top and scores.count(top) == 1 else None


def _from_known(story: _Story, work: Working, parts: Sequence[_Part], known: Term, known_at: int, around: Words, unit: str) -> Term | None:
    tokens = story.tokens
    start, _ = story.sentence(known_at)
    if _REST & set(tokens[max(start, known_at - 4) : known_at + 2]) or "other" in tokens[max(start, known_at - 3) : known_at]:
        raise Unfit
    at = _best(parts, frozenset(_behind(tokens, known_at)), around)
    if at is None:
        raise Unfit
    part = parts[at]
    size = work.step("what part of the whole this is", part.size)
    whole = work.step("the whole", known / size, unit)
    if not unit and whole.value.denominator != 1:
        raise Unfit
    asked = [w for w, a in zip(tokens, story.asked, strict=True) if a]
    heads = frozenset(_behind(asked, next((i for i, w in enumerate(asked) if w in ("many", "much")), 0)))
    of_all = heads <= story.base if heads else True
    if of_all and (_ALL.search(" ".join(asked)) or heads and not any(p.strong & content(asked) for p in parts)):
        work.give(whole, unit, "the whole")
        return None
    return whole


def _answer(story: _Story, work: Working, parts: Sequence[_Part], around: Words, unit: str, ratio: _Ratio) -> None:
    asked = [w for w, a in zip(story.tokens, story.asked, strict=True) if a]
    if not asked or any(is_number(w) and w not in story.used | _same(story) for w in asked):
        raise Unfit
    text = re.sub(r"\b(?:each|every|per|a) (month|week|day|year)\b", "", " ".join(asked)) if re.search(r"\b(?:each|every|per|a) (?:month|week|day|year)\b", " ".join(story.tokens)) else " ".join(asked)
    if re.search(r"\b(?:fraction|percent|percentage|proportion|ratio|left|remain|remaining|rest|each|altogether|together|both|total)\b", re.sub(r"\b(?:total )?(?:number|amount|area|weight|mass|length)\b", "", text)):
        raise Unfit
    _known_words(story, asked, parts, around)
    factor, shown = _factor(story, asked, unit)
    apart = set(asked) & (_MORE | _LESS) or "difference" in asked
    if apart:
        _difference(work, asked, parts, around, unit, factor, shown)
        return
    if "than" in asked:
        raise Unfit
    at = _best(parts, content(asked), around)
    if at is None:
        raise Unfit
    for i, p in enumerate(parts):
        if i != at and p.strong and p.strong <= content(asked) and not p.strong & parts[at].words:
            raise Unfit  # it names two of them
    found = work.step("what is asked for", parts[at].size, unit)
    _give(work, found, unit, factor, shown)


def _same(story: _Story) -> set[str]:
    return {w for w in story.made.values if any(story.made.values[w] == story.made.values[u] for u in story.used)}


def _give(work: Working, found: Term, unit: str, factor: Fraction, shown: str) -> None:
    if not unit and found.value.denominator != 1:
        raise Unfit
    if factor != 1:
        found = work.step(f"in {shown}", found * num(factor) if factor > 1 else found / num(1 / factor), shown)
    work.give(found, shown or unit, "what is asked for")


def _difference(work: Working, asked: Sequence[str], parts: Sequence[_Part], around: Words, unit: str, factor: Fraction, shown: str) -> None:
    if "than" in asked:
        cut = asked.index("than")
    elif "difference" in asked and "and" in asked:
        cut = asked.index("and")
    else:
        raise Unfit
    one, other = _best(parts, content(asked[:cut]), around), _best(parts, content(asked[cut:]), around)
    if one is None or other is None or one == other:
        raise Unfit
    high, low = parts[one], parts[other]
    if set(asked) & _LESS or "difference" in asked and low.size.value > high.size.value:
        high, low = low, high
    a, b = work.step("the one part", high.size, unit), work.step("the other part", low.size, unit)
    if a.value <= b.value:
        raise Unfit
    _give(work, work.step("the difference", a - b, unit), unit, factor, shown)


def _known_words(story: _Story, asked: Sequence[str], parts: Sequence[_Part], around: Words) -> None:
    """The question speaks of nothing new."""
    told = content(w for w, a in zip(story.tokens, story.asked, strict=True) if not a)
    new = content(asked) - told - _VERBS - _PEOPLE - _MEASURES - {root(w) for w in ("difference", "dollar", "euro", "cent", "square", "cubic")}
    if new:
        raise Unfit


def _factor(story: _Story, asked: Sequence[str], unit: str) -> tuple[Fraction, str]:
    """By what the answer is to be multiplied to be in the unit that is asked for."""
    asked = [w for w in asked if w not in ("square", "cubic")] if unit[-1:] not in ("²", "³") else [f"{unit_of(w)}{unit[-1]}" if unit_of(w) and asked[i - 1] in ("square", "cubic") else w for i, w in enumerate(asked)]
    named = {u for i, w in enumerate(asked) if (u := unit_of(w) or (w if w in SCALES else None)) and asked[i - 1] not in ("a", "per")} if unit in SCALES else set()
    if not named:
        if set(asked) & {"dollars", "euros", "pounds"} and unit != story.made.currency:
            raise Unfit
        return Fraction(1), ""
    if len(named) != 1:
        raise Unfit
    (shown,) = named
    if shown == unit:
        return Fraction(1), ""
    (kind, size), (other, to) = SCALES[unit], SCALES[shown]
    if kind != other:
        raise Unfit
    return size / to, shown
