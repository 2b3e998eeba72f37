"""The methods that can be asked for: their names, the phrases that ask for them, and a task solved by another of its methods.

Read: a phrase at any usual place of a problem, "by completing the square", 用配方法, "(factoring)"; "without …", 不用…, which leaves the other methods. Not read:
two methods at once, a method that is itself what is asked about ("complete the square: x^2+6x").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Methodical, Solution, Task


@dataclass(frozen=True, slots=True)
class Method:
    """A way to solve: its name, and the phrases (regular expressions, `|` between them) that ask for it.

    `strong`: the phrase means nothing else, so "with the quadratic formula" and "x^2 = 4x (factoring)" ask for it too.
    """

    en: str
    zh: str
    english: str
    chinese: str
    strong: bool = True


_SUBSTITUTION: Final = "(?:u[- ]|a suitable |an appropriate )?substitution|substituting"
METHODS: Final[Mapping[str, Method]] = {
    "factoring": Method("factoring", "因式分解法", "factoring|factorising|factorizing|factorisation|factorization|factor and cancel|factoring and cancell?ing|cancell?ing|cancell?ation",
                        "因式分解法?|分解因式法?|十字相乘法?|提公因式法|提取公因式法|约分法?|约去零因子法?|消去零因子法?"),
    "completing-the-square": Method("completing the square", "配方法", "completing the squares?|completion of the square|complete the square", "配方法?"),
    "formula": Method("formula", "公式法", "(?:quadratic|vertex|abc) formula|formula(?= *[.,;)]| *$| to )", "(?:求根|顶点|顶点坐标)公式法?|公式法"),
    "square-roots": Method("square roots", "直接开平方法", "(?:taking |extracting |finding )?(?:the )?square roots?(?: property| principle)?", "直接开平方法?|直接开方法?|开平方法?|开方法", strong=False),
    "graph": Method("graph", "图象法", "graphing|graphs?(?= *[.,;:)]| *$| to )|drawing (?:a |the )?(?:graphs?|curves?|lines)|sketching (?:a |the )?graphs?|graphical(?: means)?|graphically", "图[象像]法?|画图[象像]?法?|作图法?|函数图[象像]"),
    "substitution": Method("substitution", "代入消元法", _SUBSTITUTION, "代入消元法?|代入法?"),
    "change-of-variable": Method("substitution", "换元法", "change of variables?|changing variables", "换元积分法|换元法?|凑微分法?|第[一二]类换元(?:积分)?法|变量代换法?"),
    "elimination": Method("elimination", "加减消元法", "elimination|eliminating|addition|subtraction|addition and subtraction|linear combinations?|adding|subtracting", "加减消元法?|加减法|消元法"),
    "cramer": Method("Cramer's rule", "克拉默法则", "cramer'?s?(?: rule)?|determinants", "克[拉莱][默姆](?:法则|规则)?|行列式法?"),
    "gauss": Method("Gaussian elimination", "高斯消元法", "gauss(?:ian)?(?:[- ]jordan)?(?: elimination| reduction)?|row reduction|row reducing|(?:elementary )?row operations|(?:an |the )?augmented matrix|matrices|matrix methods?|matrix row operations",
                    "高斯(?:[-—]?[若约]尔?[当丹])?消[元去]法?|(?:初等)?行变换法?|增广矩阵|矩阵法?|化(?:为|成)?(?:上|下)?三角形?(?:行列式)?法?"),
    "inverse-matrix": Method("inverse matrix", "逆矩阵法", "(?:an? |the )?(?:inverse matrix|matrix inver(?:se|sion)|inverse of the (?:coefficient )?matrix|matrix inverses?)|inverse matrices", "逆矩阵法?"),
    "euclid": Method("Euclid's algorithm", "辗转相除法", "euclid'?s?(?: algorithm)?|(?:the )?euclidean(?: algorithm| division)?|repeated division|successive division", "辗转相除法?|欧几里得算法|欧几里德算法"),
    "prime-factors": Method("prime factors", "分解质因数法", "prime factor(?:i[sz]ation|s|ing)?s?|factor trees?|prime decomposition", "分解[质素]因数法?|[质素]因数分解法?|[质素]因数法"),
    "listing": Method("listing", "列举法", "listing(?: (?:all )?(?:the |their )?(?:factors|multiples|divisors))?|lists?(?: of (?:factors|multiples|divisors))?", "列举法?|枚举法?|列表法"),
    "short-division": Method("short division", "短除法", "short division|(?:the )?(?:ladder|cake)(?: method| diagram)?", "短除法?|短除式"),
    "hospital": Method("L'Hôpital's rule", "洛必达法则", "l'?\\s?h(?:o|ô|ö)s?pital'?s?(?: rule)?", "洛必[达塔](?:法则)?|罗必塔(?:法则)?|罗比塔(?:法则)?"),
    "rationalising": Method("rationalising", "有理化", "rationali[sz]ing(?: the (?:numerator|denominator))?|rationali[sz]ation|(?:multiplying by )?(?:the )?conjugates?", "(?:分子|分母)?有理化法?|乘以?共轭(?:根式)?"),
    "equivalents": Method("equivalent infinitesimals", "等价无穷小", "equivalent infinitesimals?(?: substitution)?|equivalent infinitely small quantities|asymptotic equivalen(?:ce|ts?)", "等价无穷小(?:量)?(?:代换|替换)?(?:法)?"),
    "taylor": Method("Taylor series", "泰勒展开", "(?:taylor|maclaurin)(?:'s)?(?: series| expansions?| polynomials?| formula)?|series expansions?", "泰勒(?:公式|展开式?|级数)?(?:法)?|麦克劳林(?:公式|展开式?|级数)?"),
    "highest-power": Method("dividing by the highest power", "同除最高次幂", "dividing (?:\\w+ )*by the highest power(?: of \\w)?|(?:the )?highest power(?: of \\w)?", "(?:分子分母)?同时?除以?最高次(?:幂|项)?(?:法)?|抓大头法?"),
    "rules": Method("differentiation rules", "求导法则", "(?:the )?(?:differentiation rules|rules of differentiation|derivative rules)", "求导法则|求导公式", strong=False),
    "definition": Method("definition", "定义法", "(?:the )?(?:limit )?definition(?: of (?:the |a )?(?:derivatives?|(?:definite )?integrals?))?|riemann sums?|(?:a |the )?limit of (?:riemann )?sums|first principles?|(?:the )?limit definition|(?:the )?difference quotient", "(?:(?:导数|定积分)的?)?定义法?|黎曼和"),
    "antiderivative": Method("fundamental theorem of calculus", "牛顿-莱布尼茨公式", "(?:the )?fundamental theorem(?: of calculus)?|(?:the )?newton[- ]leibni[tz]+(?: formula)?|(?:an )?antiderivatives?", "牛顿[-—·]?莱布尼[茨兹]公式|微积分基本定理|原函数法?", strong=False),
    "direct": Method("known rule", "直接积分法", "direct integration|(?:a |the )?(?:known|standard|basic) (?:rules?|formulas?)", "直接积分法?", strong=False),
    "parts": Method("integration by parts", "分部积分法", "(?:integration |integrating )?by parts|parts|tabular integration", "分部积分法?"),
    "partial-fractions": Method("partial fractions", "部分分式法", "partial fractions?(?: decomposition)?", "部分分式法?|裂项法?|有理函数积分法?"),
    "trig-substitution": Method("trigonometric substitution", "三角换元法", "(?:a )?trig(?:onometric)?[- ]substitutions?", "三角换元法?|三角代换法?"),
    "symmetry": Method("symmetry of the zeros", "对称法", "(?:the )?symmetry(?: of the (?:roots|zeros|parabola))?|(?:its |the )(?:zeros|roots|x-intercepts)|(?:the )?axis of symmetry", "对称性|对称轴|零点法?|交点式", strong=False),
    "derivative": Method("derivative", "求导法", "(?:the )?derivatives?|differentiation|differentiating|calculus", "求导法?|导数法?|微分法?", strong=False),
    "cofactors": Method("cofactors", "按行展开", "(?:the )?(?:cofactors?|laplace|minors)(?: expansions?)?|expansion by (?:cofactors|minors)|expanding (?:along|by) (?:a |the )?(?:first )?(?:row|column|cofactors|minors)",
                        "代数余子式(?:展开)?法?|余子式(?:展开)?法?|拉普拉斯展开|按[第]?[一1首]?[行列]展开法?|展开法"),
    "sarrus": Method("rule of Sarrus", "对角线法则", "(?:the )?rule of sarrus|sarrus'?s?(?: rule)?|diagonals", "对角线法则?|沙[路吕]法?则?|萨[吕鲁]斯?法则"),
    "adjugate": Method("adjugate", "伴随矩阵法", "(?:the )?(?:adjugate|adjoint)(?: matrix)?", "伴随矩阵法?"),
    "cases": Method("cases", "分类讨论", "(?:considering |splitting into )?cases|case analysis|casework", "分类讨论(?:法)?|分段讨论法?|零点分段法?", strong=False),
    "squaring": Method("squaring", "平方法", "squaring(?: both sides)?", "(?:两边)?平方法?", strong=False),
    "number-line": Method("number line", "数轴法", "(?:a |the )?number line|(?:the )?geometric meaning", "数轴法?|几何意义|数形结合", strong=False),
    "pairing": Method("pairing", "首尾配对法", "(?:gauss'?s? )?pairing|gauss'?s? (?:trick|method)", "首尾配对法?|配对法?|倒序相加法?|高斯(?:求和)?法"),
    "synthetic": Method("synthetic division", "综合除法", "synthetic division|ruffini'?s?(?: rule| scheme)?|horner'?s?(?: scheme| method)?", "综合除法|秦九韶算?法?|霍纳法"),
    "long-division": Method("long division", "竖式除法", "(?:polynomial )?long division", "(?:多项式)?(?:长除法|竖式除法?|竖式)"),
    "remainder-theorem": Method("remainder theorem", "余数定理", "(?:the )?(?:polynomial )?remainder theorem", "余[数式]定理"),
    "assumption": Method("assumption", "假设法", "(?:making )?(?:an? |the )?assumptions?|supposition|assuming (?:that )?(?:they are |all are )?(?:all )?(?:of )?one kind", "假设法?"),
    "equation": Method("equation", "方程法", "an? (?:linear )?equation|setting up an? equation|equations|algebra", "(?:列|一元一次)?方程(?:法|解答?)?|列方程", strong=False),
    "lifting-legs": Method("lifting legs", "抬腿法", "lifting (?:the )?(?:legs|feet)", "抬[腿脚]法?|砍足法"),
    "table": Method("table", "列表法", "(?:making |drawing up )?(?:an? |the )?table|guess and check|trial and error", "列表法?|尝试法|逐一尝试", strong=False),
}  # fmt: skip

SAME_NAME: Final[Mapping[str, tuple[str, ...]]] = {
    "substitution": ("change-of-variable",),
    "factoring": ("prime-factors", "partial-fractions"),
}
"""A name that means one method of systems or polynomials and another of integrals or whole numbers: the task says which it has."""

_LEAD: Final = r"(?:by means of|with the help of|by the use of|by use of|by (?:using|applying|use of)|by|using|use|via|applying|apply|utili[sz]ing|employing)"
_OF: Final = r"(?:(?:the )?(?:method|technique|process|rule) of )?(?:the |a |an )?(?:method of )?"
_KIND: Final = r"(?:[- ](?:method|methods|technique|rule|approach|algorithm|strategy|process))?"
_TAIL: Final = r"(?:\s+(?:or otherwise|if possible|only))?"
_FIRST_TO: Final = r"(?:\s+(?:to|in order to|and)(?=\s+[a-z]{4}))?"
_NAMED: Final = re.compile(r"(?i)\b(?:the|a) (?:u[- ])?substitution$|代换$")
_HINT: Final = re.compile(r"\s*[:,]?\s*(?:\$|\\\()?\s*[a-z]\s*=")
"""Behind the phrase the substitution itself is named: "the substitution u = x^2" says how, and has to be read."""
_YONG: Final = r"(?:(?:请|试|必须|只能?|分别)?(?:用|利用|运用|采用|使用|应用|通过|借助于?|根据))"
_OR_ANOTHER: Final = re.compile(
    r"(?<=[法则])(?:或者?|/)(?:用|利用)?[\u4e00-\u9fff]{2,6}[法则](?=来?[解求计])"
)
"""用克拉默法则或消元法解: the first one will do."""
_NEGATED: Final = re.compile(
    r"(?i)(?:without|\bnot?|n't|\bnever|\bavoid(?:ing)?|rather than|instead of|other than|\bexcept)\s*(?:\w+\s+){0,2}$|(?:不|别|勿|禁止|除了?|而非)(?:能|要|可|得|准|许)?$"
)


@dataclass(frozen=True, slots=True)
class Request:
    """Methods that a text asks for (more than one: it is not clear which), the phrases, and the text without them."""

    methods: tuple[str, ...]
    phrases: tuple[str, ...]
    rest: str


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for name, method in METHODS.items():
        lead = rf"(?:from|{_LEAD})" if name == "definition" else _LEAD
        english = rf"\b{lead}\s+{_OF}(?:{method.english}){_KIND}\b{_TAIL}{_FIRST_TO}"
        if method.strong:
            english += rf"|\bwith\s+{_OF}(?:{method.english}){_KIND}\b|(?:^|(?<=[(,;:.\[]))\s*{_OF}(?:{method.english}){_KIND}\s*(?=[),;:.\]]|$)"
        chinese = rf"{_YONG}[\"“]?(?:{method.chinese})[\"”]?(?:的?方法|法)?(?:来|去|进行)?"
        closed = "|".join(
            p if p.endswith("法") else f"{p.removesuffix('?')}" for p in method.chinese.split("|")
        )
        chinese += rf"|(?:(?<=^)|(?<=[\s(,:。;]))(?:{closed})(?=解|求|计算|[\s),.:。;]|$)"
        if name == "graph":
            english += r"|\bgraphically\b"
        if name == "completing-the-square":
            english += r"|\bcomplete the square (?:to|and)(?= (?:solve|find))"
        found.append((name, re.compile(rf"(?i)(?:{english}|{chinese})(?!\s+of\b)")))
    return tuple(found)


def requested(text: str) -> Request | None:
    """The method that a cleaned text asks for, and the text without the phrase; None where it asks for none.

    >>> requested("Solve x^2+6x+5=0 by completing the square.").methods
    ('completing-the-square',)
    >>> requested("用配方法解方程x^2+6x+5=0").rest
    '解方程x^2+6x+5=0'
    """
    text = _OR_ANOTHER.sub("", text)
    spans: list[tuple[int, int, str]] = []
    for name, pattern in _patterns():
        for match in pattern.finditer(text):
            named = _NAMED.search(match[0]) and _HINT.match(text, match.end())
            if match[0].strip() and not named and not _NEGATED.search(text[: match.start()]):
                spans.append((match.start(), match.end(), name))
    spans = [s for s in spans if not any(_is_within(s, other) for other in spans if other is not s)]
    if not spans:
        return None
    spans.sort()
    rest, at = "", 0
    for start, end, _ in spans:
        rest, at = rest + text[at:start] + " ", max(at, end)
    names = tuple(dict.fromkeys(name for _, _, name in spans))
    return Request(names, tuple(text[a:b].strip() for a, b, _ in spans), _tidied(rest + text[at:]))


@lru_cache(maxsize=1)
def _barring() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for name, method in METHODS.items():
        if not method.strong:
            continue
        english = rf"[,(]?\s*\b(?:without\s+(?:using|use\s+of|the\s+use\s+of|applying)?|(?:but\s+)?(?:do\s+not|don't|not)\s+(?:use|using|apply|by(?:\s+using)?)|avoiding)\s*{_OF}(?:{method.english}){_KIND}(?![A-Za-z])\s*\)?"
        chinese = rf"[,，(]?\s*(?:要求)?(?:不|不要|不能|不得|不可以?|不许|禁止|勿|别)(?:使)?用[\"“]?(?:{method.chinese})[\"”]?(?:的?方法|法)?(?:来|去)?\s*\)?"
        found.append((name, re.compile(rf"(?i)(?:{english}|{chinese})")))
    return tuple(found)


def barred(text: str) -> Request | None:
    """The method that a cleaned text forbids, and the text without the phrase.

    >>> barred("Find the limit without using L'Hopital's rule.").methods
    ('hospital',)
    >>> barred("不用求根公式法解方程x^2+6x+5=0").rest
    '解方程x^2+6x+5=0'
    """
    for name, pattern in _barring():
        if (match := pattern.search(text)) is not None:
            rest = _tidied(f"{text[: match.start()]} {text[match.end() :]}")
            return Request((name,), (match[0].strip(" ,，()"),), rest)
    return None


def _is_within(span: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Whether a longer phrase covers this one: "factoring" in "prime factoring"."""
    inside = other[0] <= span[0] and span[1] <= other[1]
    return inside and other[1] - other[0] > span[1] - span[0]


def _tidied(text: str) -> str:
    text = re.sub(r"[(\[]\s*[)\]]", " ", text)
    text = re.sub(r"\s*([,;])\s*(?=[,;.。?:]|$)", "", text)
    text = re.sub(r"^[\s,:;.。]+", "", text)
    text = re.sub(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])", "", text)
    return re.sub(r"[^\S\n]+", " ", text).strip()


def name_of(method: str, language: Language) -> str:
    """The method's name for a reader."""
    found = METHODS[method]
    return found.zh if language == "zh" else found.en


@dataclass(frozen=True, slots=True)
class Another:
    """`task` solved by `method`, which `find` works out; the question, the conclusion and the check stay the same."""

    task: Methodical
    method: str
    find: Callable[[], Solution]

    def solution(self) -> Solution:
        """The steps and the cell of this method."""
        return self.find()

    def conclude(self, value: Any) -> Conclusion | None:
        """As the task itself says."""
        return self.task.conclude(value)

    def check(self, answer: str) -> CheckPlan | None:
        """As the task itself does."""
        return self.task.check(answer)

    def methods(self) -> tuple[str, ...]:
        """Those of the task."""
        return self.task.methods()

    def by(self, method: str) -> Task:
        """The task by that method."""
        return self.task.by(method)


@dataclass(frozen=True, slots=True)
class Instead:
    """`task`, which begins by saying why it is not solved as it was asked for."""

    task: Task
    said: str

    def solution(self) -> Solution:
        """The sentence, then the steps."""
        found = self.task.solution()
        return replace(found, steps=(self.said, *found.steps))

    def conclude(self, value: Any) -> Conclusion | None:
        """As the task says."""
        return self.task.conclude(value)

    def check(self, answer: str) -> CheckPlan | None:
        """As the task does."""
        return self.task.check(answer)

    def methods(self) -> tuple[str, ...]:
        """Those of the task; none where there is only its own way."""
        return self.task.methods() if isinstance(self.task, Methodical) else ()

    def by(self, method: str) -> Task:
        """The task by that method, without the sentence."""
        assert isinstance(self.task, Methodical)
        return self.task.by(method)


def method_of(task: Task) -> str | None:
    """The method that a task will be solved by, where it has several; its default comes first."""
    if isinstance(task, Instead):
        return method_of(task.task)
    if isinstance(task, Another):
        return task.method
    offered = task.methods() if isinstance(task, Methodical) else ()
    return offered[0] if offered else None
