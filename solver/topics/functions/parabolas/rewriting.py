"""The wording of problems about parabolas: other ways to say a thing become the words that `words` lists."""

from __future__ import annotations

import re
from typing import Final

_X: Final = r"(?<![A-Za-z\\])(?:\$\s*[xt]\s*\$|\\\(\s*[xt]\s*\\\)|[xt])"
_Y: Final = r"(?<![A-Za-z\\])(?:\$\s*y\s*\$|\\\(\s*y\s*\\\)|y)"
_EXTREME: Final = (
    r"(?P<extreme>max(?:imum)?|min(?:imum)?|largest|greatest|highest|smallest|least|lowest|extreme)"
)
_WAYS: Final = {"上": "up", "下": "down"}
_DOES: Final = r"(?:do(?:es)?|will|is|has|can|are)"
_ZH_EXTREME: Final = r"(?P<extreme>最大|最小|最高|最低|最|极)(?:值|点)?"


def rewritten(text: str) -> str:
    """`xaxis` for x-axis, `atextreme` for "for which x is … largest", letters of points left out."""
    text = re.sub(  # the vertex form is a way, where something else is asked
        r"(?:请)?(?:先)?(?:用|利用|通过)?(?:配方法|配方)?\s*(?:把|将)\s*(?:二次函数|抛物线|函数)?\s*(\$?y\s*=[^,，。;$]{3,60}\$?)\s*(?:化|写|配方|变形|改写|转化)(?:成|为)\s*(?:顶点式)?\s*(?:\$?y\s*=\s*a\s*\(\s*x\s*[-+]\s*[hm]\s*\)\s*\^\s*\{?2\}?\s*\+\s*[kn]\$?)?\s*(?:\(a≠0\))?(?:的形式)?\s*[,，。;]\s*(?!并|再|然后)(?=[^。?]*(?:顶点|对称轴|最[大小]值|开口))",
        r"抛物线 \1 , ",
        text,
    )
    text = _other_words(re.sub(r"\$\s*[A-Z]\s*:\s*", "$", text))  # the name of the curve
    real = r"(?:(?i:for|over|where|with)\s+(?:all\s+|any\s+|every\s+)?(?:real\s+(?:numbers?\s+|values?\s+of\s+)?|values?\s+of\s+)\$?x\$?|(?i:where|and)\s+\$?x\$?\s+is\s+(?:an?y?\s+)?real(?:\s+number)?|\(?\s*\$?x\s*(?:∈|\\in)\s*\\?(?:mathbb\{?)?[Rℝ]\}?\$?\s*\)?)"
    text = re.sub(rf",?\s*{real}(?=\s*[,.;?]|\s*$)", " ", text)
    # a condition in brackets behind a formula is no factor: y^2=2px (p>0)
    text = re.sub(r"\(\s*\$?([a-z]\s*(?:[<>]=?|!=|\\neq?|\\[gl]e?q?)\s*-?\d+)\$?\s*\)", r" , \1 , ", text)
    text = re.sub(r"\(\s*\$?(-?[\d./]+\s*<=?\s*[a-z]\s*<=?\s*-?[\d./]+)\$?\s*\)", r" , \1 , ", text)
    text = re.sub(
        r"\$?\b[xt]\s*(?:∈|\\in(?![a-z]))\s*(?=\$?\s*(?:\\left\s*)?\[)", lambda m: "$" * m[0].count("$"), text
    )
    text = re.sub(rf"{_X}\s*-?\s*(?:axis|轴)", " xaxis ", text)
    text = re.sub(
        r"(?i)(?:两条?|两个)?坐标轴|\b(?:both\s+)?(?:the\s+)?(?:two\s+)?(?:coordinate\s+)axes\b|\bboth\s+axes\b|\bthe\s+axes\b",
        " xaxis , yaxis ",
        text,
    )
    text = re.sub(rf"{_Y}\s*-?\s*(?:axis|轴)", " yaxis ", text)
    text = re.sub(rf"{_X}\s*-?\s*intercept", " xintercept", text)
    text = re.sub(rf"{_Y}\s*-?\s*intercept", " yintercept", text)
    text = re.sub(rf"{_X}\s*-?\s*coordinates\b", " xcoordinates ", text)
    text = re.sub(rf"{_X}\s*-?\s*(?:coordinate|value)\b(?!\s+of\s+\$?[x\d])", " xcoordinate ", text)
    text = re.sub(rf"{_Y}\s*-?\s*(?:coordinate|value)\b", " ycoordinate ", text)
    text = _vertex_places(text)
    # the letter of a point: A(1, 0)
    text = re.sub(
        r"(?<![A-Za-z\\])\$?([A-Z])\$?\s*(?=\$?\s*(?:\\left\s*)?\(\s*[-\d\\a-z][^()]*,[^()]*\))", " ", text
    )
    text = _named_points(text)
    text = re.sub(
        r"(?i)\bopens?\s+(up|down)(?:wards?)?(?!\s+or\b)\b", lambda m: f" opens{m[1].lower()} ", text
    )
    text = re.sub(
        r"开口(?:方向)?(?:是)?(?:朝|向)([上下])(?!还是|或)", lambda m: f" opens{_WAYS[m[1]]} ", text
    )
    text = re.sub(r"(?i)\bhow\s+far\s+apart\s+are\b", "find the distance between", text)
    text = re.sub(
        r"(?i)\bhow\s+high\s+(?:(?:above|off)\s+(?:the\s+)?\w+\s+)?(?:does|do|will|can)\b",
        "find the maximum height",
        text,
    )
    amount = rf"(?:(?i:after\s+|in\s+)?(?i:how\s+many)\s+[a-z]+\s+(?i:does|do|will|should|must|need\s+to)\b|(?i:when|at\s+what\s+time)\s+(?i:does|do|will)\b)(?=[^?]*?(?:{_EXTREME}|(?i:maximi[sz]|minimi[sz])))".replace(
        "?P<extreme>", "?:"
    )
    text = re.sub(amount, " atextreme ", text)
    text = re.sub(
        r"(?:经过|在|过|第)?\s*(?:多少|几)\s*秒(?:钟)?(?:后|时)?(?=[^。?]*(?:最高|最大))", " atextreme ", text
    )
    if "atextreme" in text:
        text = re.sub(r"(?i)\bhighest\s+point\b|最高点|最高(?!值)", " maximum ", text)
        text = re.sub(r"(?i)\blowest\s+point\b|最低点", " minimum ", text)
    text = re.sub(r"(?i)\bas\s+small\s+as\s+possible\b", "minimum", text)
    text = re.sub(r"(?i)\bas\s+(?:large|great|big)\s+as\s+possible\b", "maximum", text)
    text = _where(_too(text))
    if "atextreme" in text:  # 当x=____时，y有最小值____ asks for both
        gap = r"(?:(?:为|是|等于|=)?\s*(?:_{2,}|\(\s*\))|=\s*\?)"
        text = re.sub(rf"(最[大小]值)\s*{gap}", r"\1 , \1", text)
        text = re.sub(r"(?i)\b((?:max|min)imum)(?:\s+value)?\s*(?:is|of|=)?\s*_{2,}", r"\1 , \1", text)
    return text


def _other_words(text: str) -> str:
    """Where the curve meets its own axis, where it cuts an axis, the interval that is meant again, an order that is told."""
    curve = r"(?:it|the\s+(?:curve|parabola|graph|function)|this\s+(?:curve|parabola|graph))"
    text = re.sub(
        r"(?i)\b(?:the\s+)?(?:very\s+)?(bottom|top)\s+(?:point\s+)?of\s+(?=(?:the|this|that)\s+(?:curve|parabola|graph)\b)",
        lambda m: f"the {'lowest' if m[1].lower() == 'bottom' else 'highest'} point of ",
        text,
    )
    text = re.sub(
        rf"(?i)\bwhere\s+does\s+{curve}\s+(?:attain|reach|have|take|get\s+to)\s+its\s+(highest|lowest|maximum|minimum)\s+point",
        r"what is the \1 point",
        text,
    )
    text = re.sub(  # the line in which the curve is symmetric
        r"(?i)\b(?:the\s+)?(?:equation\s+of\s+)?(?:the\s+|a\s+)?(?:vertical\s+)?line\s+(?:about|in|around)\s+which\s+([^.;]*?)\s+is\s+(?:symmetric(?:al)?|mirrored|its\s+own\s+mirror\s+image)",
        r"the axis of symmetry of \1",
        text,
    )
    text = re.sub(r"关于(?:哪|什么|某)(?:一)?条?直线(?:成轴)?对称", "的对称轴是", text)
    pair = r"\$?([A-Z]?\s*\([^()]{1,20}\))\$?"
    text = re.sub(
        rf"(?i)\b(?:the\s+)?points?\s+{pair}\s*(?:,|and)\s*{pair}\s+(?:both\s+)?(?:lie|are)\s+on\s+((?:the|a)\s+(?:parabola|curve|graph)(?:\s+(?:of|with\s+equation))?\s*\$?y\s*=\s*[^.,;$]{{3,40}}\$?)",
        r"\3 passes through \1 and \2 ",
        text,
    )
    ends = {"lowest": "lowest", "minimum": "lowest", "smallest": "lowest", "least": "lowest"}
    text = re.sub(  # a point is asked for, and no value
        r"(?i)\b(?:at\s+)?(?:which|what)\s+point\s+(?:does|do|is|will)\b([^?]*?)\b(lowest|minimum|smallest|least|highest|maximum|largest|greatest)(?:\s+value)?",
        lambda m: f"what is the {ends.get(m[2].lower(), 'highest')} point , {m[1]}",
        text,
    )
    text = re.sub(
        r"(?<=点)(?:的?位置)?(?:是在|在|位于|落在|处于|处在)(?:(?:图[像象]|抛物线|坐标平面)上?的?)?(?:(?:哪一?个?|什么|何)(?:点|处|地方|位置|里|儿)|哪)(?:上)?(?=\s*(?:[,，。?？;.呢啊]|$))",
        " ",
        text,
    )
    text = re.sub(r"与\s*(?:它的?|其|自己的?)?\s*对称轴的?(?:交点|公共点)(?:的?坐标)?", "的顶点坐标", text)
    text = re.sub(
        r"(?i)\b(?:intersects?|meets?|crosses|cuts)\s+its\s+(?:own\s+)?axis(?:\s+of\s+symmetry)?\b",
        " has its vertex ",
        text,
    )
    for axis, other in (("x", "x"), ("y", "y")):
        text = re.sub(
            rf"(?i)(?:the\s+)?\$?{other}\$?\s*-?\s*coordinates?\s+of\s+(?:the|its)\s+points?\s+(?:where|at\s+which)\s+{curve}\s+(?:cuts?|crosses|meets|intersects|hits)\s+the\s+\$?{axis}\$?\s*-?\s*axis",
            f" the {axis}-intercept ",
            text,
        )
    text = re.sub(
        r"(?i)\b(?:on|over|in)\s+(?:that|this|the\s+same)\s+interval\b|[它其]?在(?:这个|此|该|这一)(?:范围|区间|取值范围)(?:内|上)?的?",
        " ",
        text,
    )
    text = re.sub(
        r"(?i)\band\s+(?:the\s+)?\$?x\$?(?:\s*-?\s*value)?\s+(?:at\s+which|where|for\s+which)\s+(?:it|this)\s+(?:occurs|is\s+(?:attained|reached|taken))",
        " , attoo ",
        text,
    )
    if not re.search(
        r"[a-z]\s*\(\s*[a-z]\s*\)\s*\$?\s*=", text
    ):  # "find f(x)" of a function that is only described
        text = re.sub(
            r"(?i)(?<=find |mine )\$?(?:the\s+(?:rule|formula)\s+(?:of|for)\s+)?f\s*\(x\)\$?(?=\s*[.?]?\s*$)",
            " its equation ",
            text,
        )
        text = re.sub(r"(?i)\b(the\s+quadratic(?:\s+function)?)\s+\$?f\$?\s+(?=has|with|whose)", r"\1 ", text)
    return text


def _vertex_places(text: str) -> str:
    """The distance of the vertex from an axis or the origin, and a line on which it lies, as one word."""
    places = (
        ("x", r"(?:the\s+)?xaxis"),
        ("y", r"(?:the\s+)?yaxis"),
        ("origin", r"(?:坐标)?原点|(?:the\s+)?origin"),
    )
    for name, place in places:
        text = re.sub(
            rf"顶点\s*到\s*(?:{place})\s*的?距离|(?i:\bdistance\s+(?:from|of|between)\s+(?:the|its)\s+vertex\s+(?:(?:of|on)\s+[^,;?]*?\s+)?(?:to|from|and)\s+(?:{place}))",
            lambda m, n=name: f" vertexto{n} {_between(m[0])} ",  # type: ignore[misc]
            text,
        )
        text = re.sub(
            rf"(?i)\bhow\s+far\s+is\s+(?:the|its)\s+vertex\s+(?:of\s+([^,;?]*?)\s+)?from\s+(?:{place})",
            rf" vertexto{name} \1 ",
            text,
        )
    line = r"\$?\s*([xy]\s*=\s*[^$,。;?]*?|[^$,。;?]*?[xy][^$,。;?=]*=[^$,。;?]*?)\s*\$?"
    text = re.sub(rf"顶点\s*(?:恰好|都)?在\s*(?:直线)?\s*{line}\s*上", r" vertexonline $\1$ , ", text)
    text = re.sub(
        rf"(?i)\bvertex\s+of\s+([^?;]*?)\s+(?:lies|is)\s+on\s+(?:the\s+)?line\s+{line}(?=\s*[,.;?]|\s+find|\s+what|$)",
        r" \1 , vertexonline $\2$ ",
        text,
    )
    return re.sub(
        rf"(?i)\bvertex\s+(?:is\s+|lies\s+)?on\s+(?:the\s+)?line\s+{line}(?=\s*[,.;?]|\s+find|\s+what|$)",
        r" vertexonline $\1$ ",
        text,
    )


def _between(words: str) -> str:
    """The curve that is named between the vertex and the axis."""
    match = re.search(r"(?i)\bvertex\s+(?:of|on)\s+(.*?)\s+(?:to|from|and)\s", words)
    return match[1] if match else ""


def _named_points(text: str) -> str:
    """`meets the x-axis at A and B`, 交于A、B两点: the letters only name the points, and AB is their distance."""
    two = r"\$?\s*([A-Z])\s*\$?\s*(?:[、,]|和|与|and)\s*\$?\s*([A-Z])\s*\$?"
    match = re.search(
        rf"(?:交于|交点(?:分别)?(?:为|是)|\bat\s+(?:the\s+)?(?:two\s+)?(?:points?\s+)?)\s*(?:点|两点|不同的?两点)?\s*{two}(?![A-Za-z(])",
        text,
    )
    if match is None:
        return text
    a, b = match[1], match[2]
    text = text[: match.start(1)].rstrip("$ ") + " " + text[match.end(2) :].lstrip("$ ")
    either = rf"(?:{a}{b}|{b}{a})"
    text = re.sub(
        rf"(?:(?i:the\s+)?(?i:length|distance|how\s+long\s+is)\s+(?:(?i:of)\s+)?(?:(?i:the)\s+)?(?:(?i:line\s+)?(?i:segment)\s+)?)?(?:线段)?\s*\$?(?<![A-Z]){either}(?![A-Z])\$?\s*(?:之间)?(?:的?(?:长度|长|距离))?",
        " , distance , ",
        text,
    )
    return re.sub(rf"{two}(?:两点)?", " ", text)


def _too(text: str) -> str:
    """ "… and the value of x at which it occurs" asks for a second thing."""
    x = r"\$?x\$?"
    occurs = r"(?:it|this|that|the\s+(?:max|min)\w*(?:\s+value)?)\s+(?:is\s+)?(?:occurs?|attained|reached|taken|achieved|happens)"
    text = re.sub(
        rf"(?i)\b(?:and|also)\s+(?:find\s+|state\s+|give\s+)?(?:also\s+)?(?:the\s+)?(?:corresponding\s+)?value\s+of\s+{x}\s+(?:at\s+which|where|for\s+which|when)\s+{occurs}",
        " , attoo ",
        text,
    )
    text = re.sub(
        rf"(?i)\band\s+the\s+corresponding\s+(?:value\s+of\s+{x}|{x}(?:-value)?)(?![a-z])", " , attoo ", text
    )
    text = re.sub(rf"(?i)\b(?:and|also)\s+(?:state\s+|find\s+)?where\s+{occurs}", " , attoo ", text)
    return re.sub(
        rf"(?:,|并|且|以及|及|和)*(?:求出?|写出|指出|说出)?(?:此时|这时|相应的?|对应的?|(?<=[,并且及和])取得最[大小]?值时)(?:自变量)?的?\s*{x}\s*(?:的值|的取值|值)?",
        " , attoo ",
        text,
    )


def _where(text: str) -> str:
    """A question for the place of the extreme value instead of the value."""
    x = r"\$?[a-z]\$?"
    of = r"(?:value|values)\s+of\s+"
    text = re.sub(
        rf"(?i)\b(?:at|for|find|give|state|determine|write\s+down)?\s*(?:what|which|the)?\s*\b{of}{x}(?![a-z])\s*(?=(?:{_DOES}\b|makes?\b|gives?\b|minimi[sz]es?|maximi[sz]es?|(?:at|for)\s+which|where|when|that\b|such\s+that|so\s+that|if\b)[^?]*?{_EXTREME[:-1]}|minimi[sz]|maximi[sz]))",
        " atextreme ",
        text,
    )
    text = re.sub(rf"(?i)\bwhat\s+(?:must|should)\s+{x}\s+be\b(?=[^?]*{_EXTREME})", " atextreme ", text)
    text = re.sub(
        rf"(?i)\b(?:where|when|at\s+(?:what|which)\s+(?:value\s+of\s+)?{x}|at\s+(?:what|which)\s+xcoordinate|for\s+(?:what|which)\s+{x})\s+(?:does|is|do|will|has)\b(?=[^?]*{_EXTREME})",
        " atextreme ",
        text,
    )
    text = re.sub(r"(?i)\bminimi[sz]es?\b|\bminimi[sz]ed\b", " minimum ", text)
    text = re.sub(r"(?i)\bmaximi[sz]es?\b|\bmaximi[sz]ed\b", " maximum ", text)
    # 当x取何值时，y有最大值；y取最小值时x的值；x=___时，y有最小值
    what = r"(?:取什么值|取何值|取多少|取几|为何值|为多少|是多少|等于多少|等于几|为什么值|为几|取值为多少|=\s*\?)"
    text = re.sub(
        rf"(?:当|若)?\s*(?:自变量)?\s*{x}\s*{what}\s*时?(?=[^。?]*?{_ZH_EXTREME})", " atextreme ", text
    )
    return re.sub(
        rf"(?P<before>(?:取得?|有|达到?|使)[^。?]{{0,12}}?{_ZH_EXTREME}(?:的|时)?)\s*,?\s*(?:自变量)?\s*{x}\s*(?:的值|的取值|取值|值|=\s*\?|{what})",
        r" \g<before> atextreme ",
        text,
    )
