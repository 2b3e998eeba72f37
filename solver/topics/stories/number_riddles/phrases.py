"""A number told in words as a formula in x: `5 more than twice a number` is `2x+5`, 一个数的3倍减去5 is `3x-5`.

A phrase that can be taken in two ways (`5 more than twice a number plus 3`, `a number plus 3 times 4`) is not read.
"""

from __future__ import annotations

import re
from typing import Final

NUMBER: Final = r"\d{1,12}(?:\.\d{1,9})?(?:/\d{1,9})?"
_SAME: Final = r"(?:a|the|this|that|an|some|what|which)\s+(?:certain\s+|same\s+|original\s+|unknown\s+|positive\s+|whole\s+|given\s+|starting\s+|real\s+)*(?:number|integer)|itself|it"
_PARTS: Final = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_PART: Final = re.compile(rf"(?:(?:(?P<n>\d+)|a|one)[\s-]+)?(?P<p>{'|'.join(_PARTS)})s?\s+(?:of\s+)?")


class _Phrase:
    """A cursor over an English phrase."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.compound = False
        """Whether `the product of … and …` came last: `increased by 5` behind it could belong to its last part."""

    def take(self, pattern: str) -> re.Match[str] | None:
        found = re.match(rf"\s*(?:{pattern})", self.text)
        if found:
            self.text = self.text[found.end() :]
        return found

    def atom(self) -> str | None:
        """`a number`, a numeral, `the sum of … and …`, `the square of …`."""
        if self.take(rf"(?:{_SAME})\b"):
            return "x"
        if found := self.take(rf"(?P<n>{NUMBER})(?![\w.]*\d)(?!\s*(?:%|percent|more|less|times))"):
            return found["n"]
        if found := self.take(r"the\s+(?P<kind>sum|difference|product|quotient)\s+(?:of|between|when)\s+"):
            left = self.product()
            right = self.product() if left and self.take(r"and\b") else None
            if left is None or right is None or found[0].split()[-2:] == ["difference", "between"]:
                return None  # the difference between two numbers is never negative
            self.compound = True
            return {"sum": f"({left}+{right})", "difference": f"({left}-{right})", "product": f"({left})({right})", "quotient": f"({left})/({right})"}[found["kind"]]  # fmt: skip
        if found := self.take(r"its\s+(?:own\s+)?(?P<kind>square|cube|reciprocal|double|half|opposite)\b"):
            return {"square": "x^2", "cube": "x^3", "reciprocal": "1/x", "double": "2x", "half": r"\frac{1}{2}x", "opposite": "(-x)"}[found["kind"]]  # fmt: skip
        if found := self.take(r"the\s+(?P<kind>absolute\s+value|opposite|additive\s+inverse)\s+of\s+"):
            inner = self.atom()
            return (
                None
                if inner is None
                else f"|{inner}|"
                if found["kind"].startswith("abs")
                else f"(-({inner}))"
            )
        if found := self.take(r"the\s+(?P<kind>square\s+root|square|cube|reciprocal)\s+of\s+"):
            inner = self.atom()
            if inner is None:
                return None
            powers = {"square": f"({inner})^2", "cube": f"({inner})^3", "reciprocal": f"1/({inner})"}
            return powers.get(found["kind"], rf"\sqrt{{{inner}}}")
        return None

    def product(self) -> str | None:
        """An atom, or a multiple or part of one."""
        if found := self.take(
            rf"(?:(?P<n>{NUMBER})\s+times|(?P<w>twice|double|triple|thrice))\s+(?:as\s+much\s+as\s+)?"
        ):
            factor = found["n"] or {"twice": "2", "double": "2"}.get(found["w"], "3")
            inner = self.atom()
            return None if inner is None or not re.search("x", inner) else f"{_factor(factor)}{_tight(inner)}"
        if found := self.take(_PART.pattern):
            inner = self.atom()
            return (
                None
                if inner is None or not re.search("x", inner)
                else f"\\frac{{{found['n'] or 1}}}{{{_PARTS[found['p']]}}}{_tight(inner)}"
            )
        if found := self.take(r"(?P<n>\d{1,6})/(?P<d>\d{1,6})\s+of\s+"):
            inner = self.atom()
            return None if inner != "x" else f"\\frac{{{found['n']}}}{{{found['d']}}}x"
        if found := self.take(rf"(?P<n>{NUMBER})\s*(?:%|percent)\s+of\s+"):
            inner = self.atom()
            return (
                None
                if inner is None or not re.search("x", inner)
                else f"\\frac{{{found['n']}}}{{100}}{_tight(inner)}"
            )
        inner = self.atom()
        if inner is None:
            return None
        if inner == "x" and (
            found := self.take(
                r"(?:(?:is|are)\s+)?(?P<how>squared|cubed|doubled|tripled|halved|multiplied\s+by\s+itself)\b"
            )
        ):
            how = found["how"].split()[0]
            return {"squared": "x^2", "cubed": "x^3", "doubled": "2x", "tripled": "3x", "halved": r"\frac{1}{2}x", "multiplied": "x^2"}[how]  # fmt: skip
        if inner == "x" and (found := self.take(rf"times\s+(?P<n>{NUMBER})(?![\w./]*\d)")):
            return f"{_factor(found['n'])}x"
        if inner[0].isdigit() and self.take(rf"divided\s+by\s+(?:{_SAME})\b"):
            return f"({inner})/x"
        if inner == "x" and (
            found := self.take(rf"(?:is\s+)?(?P<op>multiplied|divided)\s+by\s+(?P<n>{NUMBER})(?![\w./]*\d)")
        ):
            return f"{_factor(found['n'])}x" if found["op"] == "multiplied" else f"x/({found['n']})"
        return inner

    def sum(self) -> str | None:
        """Products that are added and taken away."""
        if found := self.take(rf"(?P<n>{NUMBER})\s+(?P<op>more|greater|less|fewer)\s+than\s+"):
            inner = self.product()
            sign = "+" if found["op"] in ("more", "greater") else "-"
            return (
                None
                if inner is None or not re.search("x", inner) or self._goes_on()
                else f"{inner}{sign}{found['n']}"
            )
        if found := self.take(
            rf"(?:you\s+)?(?P<op>add(?:ing)?|subtract(?:ing)?)\s+(?P<n>{NUMBER})\s+(?:to|from)\s+"
        ):
            inner = self.product()
            to = found[0].split()[-1] == ("to" if found["op"].startswith("add") else "from")
            sign = "+" if found["op"].startswith("add") else "-"
            return (
                None
                if inner is None or not to or "x" not in inner or self._goes_on()
                else f"{inner}{sign}{found['n']}"
            )
        if found := self.take(
            rf"(?:you\s+)?(?P<op>multiply(?:ing)?|divid(?:e|ing)|doubl(?:e|ing)|tripl(?:e|ing))\s+(?:{_SAME})\b(?:\s+by\s+(?P<n>{NUMBER})(?![\w./]*\d))?"
        ):
            left = self._ordered(found["op"], found["n"])
            if left is None:
                return None
            if found := self.take(
                rf",?\s*(?:and\s+)?(?:then\s+)?(?P<op>add|subtract)(?:ing)?\s+(?P<n>{NUMBER})(?![\w./]*\d)"
            ):
                left += ("+" if found["op"] == "add" else "-") + found["n"]
            return left
        left = self.product()
        if left is None:
            return None
        if self.take(r"(?:is\s+)?added\s+to\b"):
            right = self.product()
            return None if right is None or self._goes_on() else f"{right}+{left}"
        if self.take(r"(?:is\s+)?subtracted\s+from\b"):
            right = self.product()
            return None if right is None or self._goes_on() else f"{right}-{left}"
        if self.compound and re.match(
            r"\s+(?:plus|minus|increased|decreased|diminished|reduced|less)\b", self.text
        ):
            return None
        while found := self.take(
            r",?\s*(?:and\s+)?(?:then\s+)?(?:is\s+)?(?P<op>plus|minus|increased\s+by|decreased\s+by|diminished\s+by|reduced\s+by|less)\s+"
        ):
            right = self.product()
            if right is None:
                return None
            left += ("+" if found["op"] in ("plus",) or found["op"].startswith("incr") else "-") + right
        return left

    @staticmethod
    def _ordered(op: str, number: str | None) -> str | None:
        """ "multiply a number by 6": x as an order leaves it."""
        if op.startswith(("doubl", "tripl")):
            return None if number else "2x" if op.startswith("d") else "3x"
        if number is None:
            return None
        return f"{_factor(number)}x" if op.startswith("m") else f"x/({number})"

    def _goes_on(self) -> bool:
        return (
            re.match(
                r"\s*,?\s*(?:plus|minus|increased|decreased|multiplied|divided|times|less|more)\b", self.text
            )
            is not None
        )


def _factor(number: str) -> str:
    return f"({number})" if "/" in number else number


def _tight(inner: str) -> str:
    return inner if inner == "x" or inner.startswith("(") else f"({inner})"


_IS: Final = r",?\s*(?:(?:then\s+)?(?:the\s+)?(?:result|answer)\s+is(?:\s+equal\s+to)?|is\s+equal\s+to|is|equals|gives|yields|you\s+get|to\s+(?:get|give)(?:\s+a\s+result\s+of)?|results\s+in|and\s+the\s+result\s+is|was|makes)(?:\s+the\s+same\s+as)?\s+"


def english_equation(sentence: str) -> str | None:
    """The equation of a sentence without its end mark, in lower case and with digits.

    >>> english_equation("10 more than 5 times a number equals 5 more than 10 times the number")
    '5x+10=10x+5'
    >>> english_equation("7 is subtracted from twice a number, the result is 15") is None
    False
    """
    phrase = _Phrase(sentence)
    phrase.take(r"(?:if|when|suppose(?:\s+that)?|given\s+that)\s+")
    left = phrase.sum()
    if left is None or not phrase.take(_IS):
        return None
    right = phrase.sum()
    if right is None or phrase.text.strip(" ,"):
        return None
    return f"{left}={right}" if "x" in left + right else None


_THE: Final = r"(?:一个数|某个数|哪个数|哪一个数|什么数|某数|这个数|该数|它|原数|这个数)"
_ZN: Final = r"\d{1,12}(?:\.\d{1,9})?(?:/\d{1,9})?"
_ZPART: Final = r"(?:\d+分之\d+|[一二三四五六七八九十]+分之[一二三四五六七八九十]+|\d+/\d+|一半)"
_ZPRODUCT: Final = re.compile(
    rf"(?P<the>{_THE})(?:的(?:(?P<times>{_ZN})倍|(?P<part>{_ZPART})|(?P<power>平方(?![根和差])|立方(?![根和差])|绝对值|相反数|倒数|算术平方根)))?"
)
_ZDIGITS: Final = {c: str(n) for n, c in enumerate("一二三四五六七八九十", 1)}


_OF_THE: Final = {
    "平方": "x^2",
    "立方": "x^3",
    "绝对值": "|x|",
    "相反数": "(-x)",
    "倒数": "1/x",
    "算术平方根": r"\sqrt{x}",
}
_CHAIN: Final = re.compile(
    rf"{_THE}(?P<steps>(?:,?(?:先|再|然后)?(?:加上?|减去?|乘以?|除以?){_ZN}){{2,6}}),?(?:最后)?(?:结果|得数)?(?:还)?(?:等于|是|得)(?:到)?(?P<n>{_ZN})"
)
_WITH_REST: Final = re.compile(
    rf"{_THE}除以(?P<a>\d+),?(?:得到?)?(?:商(?:是|为)?)?(?P<q>\d+),?(?:余数(?:是|为)|余)(?P<r>\d+)"
)


def _chained(steps: str) -> str | None:
    """Operations one behind the other, each on what came out before; None where a school reader would do products first."""
    made, before = "x", ""
    for comma, op, number in re.findall(rf"(,?(?:先|再|然后)?)(加|减|乘|除)(?:上|去|以)?({_ZN})", steps):
        if before and not comma and op in "乘除" and before in "加减":
            return None
        made = {"加": f"({made}+{number})", "减": f"({made}-{number})", "乘": f"({made})({number})", "除": f"({made})/({number})"}[op]  # fmt: skip
        before = op
    return made


class _Chinese:
    """A cursor over a Chinese phrase without blanks."""

    def __init__(self, text: str) -> None:
        self.text = text

    def take(self, pattern: str) -> re.Match[str] | None:
        found = re.match(pattern, self.text)
        if found:
            self.text = self.text[found.end() :]
        return found

    def product(self) -> str | None:
        if found := self.take(_ZPRODUCT.pattern):
            if found["times"]:
                return f"{_factor(found['times'])}x"
            if found["part"]:
                return f"{_fraction(found['part'])}x"
            if found["power"]:
                return _OF_THE[found["power"]]
            if found := self.take(rf"(?P<op>乘以?|除以)(?P<n>{_ZN})(?![\d.]|的|倍)"):
                return f"{_factor(found['n'])}x" if found["op"].startswith("乘") else f"x/({found['n']})"
            return "x"
        if found := self.take(rf"(?P<n>{_ZN})(?P<op>乘以?|除以){_THE}(?!的)"):
            return f"{_factor(found['n'])}x" if found["op"].startswith("乘") else f"({found['n']})/x"
        if found := self.take(rf"(?P<n>{_ZN})的(?P<k>{_ZN})倍"):
            return f"({found['n']})({found['k']})"
        found = self.take(rf"{_ZN}(?![\d.]|倍|%)")
        return found[0] if found else None

    def sum(self) -> str | None:
        if found := self.take(
            rf"比(?P<p>{_THE}(?:的{_ZN}倍)?)(?P<op>多|大|少|小)(?P<n>{_ZN})(?:的数)?(?![\d倍])"
        ):
            inner = _Chinese(found["p"]).product()
            return f"{inner}{'+' if found['op'] in '多大' else '-'}{found['n']}"
        left = self.product()
        if left is None:
            return None
        if left == "x" and (found := self.take(rf"[与和](?P<n>{_ZN})的(?P<kind>积|商)")):
            return f"{_factor(found['n'])}x" if found["kind"] == "积" else f"x/({found['n']})"
        if found := self.take(rf"[与和加](?:上)?(?P<n>{_ZN})的(?P<kind>和|差)(?:的(?P<k>{_ZN})倍)?"):
            inner = f"{left}{'+' if found['kind'] == '和' else '-'}{found['n']}"
            return f"{_factor(found['k'])}({inner})" if found["k"] else inner
        if found := self.take(rf"减去?(?P<n>{_ZN})的差的(?P<k>{_ZN})倍"):
            return f"{_factor(found['k'])}({left}-{found['n']})"
        while found := self.take(r",?(?:再)?(?P<op>加上|加|减去|减)(?!以)"):
            right = self.product()
            if right is None or ")(" in right:  # 一个数加上5的3倍: of which?
                return None
            left += ("+" if found["op"].startswith("加") else "-") + right
        self.take(r"的[和差]" if re.search(r"[-+]", left) else r"(?!)")
        return left


def chinese_equation(sentence: str) -> str | None:
    """The equation of a sentence without blanks and end mark, with digits.

    >>> chinese_equation("一个数的3倍减去5等于16"), chinese_equation("一个数的5倍比它的2倍多21")
    ('3x-5=16', '5x-(2x)=21')
    """
    sentence = re.sub(r"^(?:已知|如果|若)", "", sentence)
    if found := _CHAIN.fullmatch(sentence):
        left = _chained(found["steps"])
        return f"{left}={found['n']}" if left else None
    if (found := _WITH_REST.fullmatch(sentence)) and int(found["r"]) < int(found["a"]):
        return f"(x-{found['r']})/{found['a']}={found['q']}"
    phrase = _Chinese(sentence)
    left = phrase.sum()
    if left is None:
        return None
    if found := phrase.take(r"比"):
        right = phrase.product()
        rest = phrase.take(rf"(?P<op>多|大|少|小)(?P<n>{_ZN})(?![\d倍])") if right else None
        if rest is None or phrase.text or found is None or re.search(r"[-+]", left):
            return None
        equation = (
            f"{left}-({right})={rest['n']}" if rest["op"] in "多大" else f"({right})-{left}={rest['n']}"
        )
        return equation.replace("(x)", "x")
    if not phrase.take(r",?(?:结果|得数)?(?:等于|是|得|为|恰好等于|恰好是|正好是|正好等于)(?:到)?"):
        return None
    right = phrase.sum()
    return f"{left}={right}" if right and not phrase.text and "x" in left + right else None


def _fraction(part: str) -> str:
    if part == "一半":
        return r"\frac{1}{2}"
    if "/" in part:
        top, bottom = part.split("/")
    else:
        bottom, top = ("".join(_ZDIGITS.get(c, c) for c in p) for p in part.split("分之"))
    return rf"\frac{{{top}}}{{{bottom}}}"
