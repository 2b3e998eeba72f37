"""Heights and profits: the story around a quadratic function, taken off so that the question is left.

Letters that only name a quantity ("after t seconds", 售价x(元)) are dropped, questions for a time, a price or a
number of things become questions for the place of the extreme value. Nothing is solved here.
"""

from __future__ import annotations

import re
from typing import Final

_L: Final = r"\$?\s*(?<![A-Za-z\\])[A-Zb-z](?:\(\s*[a-z]\s*\))?(?![A-Za-z'])\s*\$?"
_NOUN: Final = r"time|height|altitude|profit|revenue|income|earnings|cost|price|area|width|length|side|depth|distance|speed"
_ZH_NOUN: Final = (
    "飞行时间|运动时间|行驶时间|时间|飞行高度|飞行的高度|高度|水平距离|距离|总利润|利润|每件售价|销售单价|销售价|销售价格|售价|单价|价格|定价"
    "|销售量|销量|产量|数量|收入|销售额|总收入|成本|面积|边长|宽|长|行距|路程|总利润额|日利润|月利润|月销售利润|销售利润"
)
_TIME: Final = r"seconds?|secs?|minutes?|hours?|s"
_NOT_COUNTED: Final = rf"{_TIME}|met(?:er|re)s?|feet|foot|dollars?|cents?|yuan|days?|inches|yards?|cm|m"
_ZH_UNIT: Final = r"(?:单位\s*[:：]?\s*)?\$?\s*(?:\\(?:text|mathrm)\{)?(?:米|秒|元|件|万元|千元|百件|千克|个|台|m|s|cm|平方米|m\^\{?2\}?|元/件|元/千克|分钟)\}?\s*\$?"
_TOP: Final = r"maximi[sz]|minimi[sz]|max|min|largest|greatest|highest|smallest|least|lowest|top\b|peak"


def without_story(text: str) -> str:
    """The text with quantities unnamed and with `atextreme`, `landing`, `counted` for what is asked.

    >>> without_story("Its height after t seconds is h = 30t - 5t^2.")
    'Its height after  seconds is h = 30t - 5t^2.'
    """
    zh = re.search(r"[\u3400-\u9fff]", text) is not None
    return _unclear(_chinese(text) if zh else _english(text))


def _unclear(text: str) -> str:
    """A second quantity that is asked for is not neutral, as it is where it only names a letter."""
    text = re.sub(
        r"(?i)(\band|,)\s+(?:also\s+)?(?:find\s+|what\s+is\s+)?(?:the\s+|its\s+)(?:price|width|cost|time|length|quantity|number|dimensions|area|height|revenue)\b(?=\s*[?.,]|\s+of\s+the\s+\w+\s*[?.]|$)",
        r"\1 unclearquantity ",
        text,
    )
    return re.sub(
        rf"(?:和|及|以及|与|并求)(?:相应的?|对应的?|此时的?)?(?:{_ZH_NOUN})(?:是|为|分别)*(?:多少|各)?(?=[?。,，]|$)",
        " unclearquantity ",
        text,
    )


def _english(text: str) -> str:
    text = re.sub(
        rf"(?i),?\s*\b(?:where|with|and|here)\s+{_L}\s*(?:is|represents|denotes|stands\s+for|gives|being)\s+(?:measured\s+)?(?:in\s+|the\s+|its\s+)?(?:horizontal\s+|ticket\s+|selling\s+)?(?:number|{_NOUN}|seconds|feet|met(?:er|re)s|dollars)\b(?:(?!\b(?:and|not|at|when|if|except|more|less|most|least)\b)[A-Za-z' ()])*(?=[,.;?]|\band\b|$)",
        " ",
        text,
    )
    text = re.sub(
        rf"(?i)\bthe\s+number\s+of\s+\w+(?:\s+(?:sold|made|produced))?\s+is\s+{_L}(?=\s*(?:,|and\b|\.))",
        " ",
        text,
    )
    text = re.sub(
        rf"(?i)\bwhen\s+its\s+({_NOUN})\s+is\s+{_L}\s*(?:{_NOT_COUNTED})?(?=\s*[,.;?])", r" \1 ", text
    )
    text = re.sub(rf"(?i)\b({_NOUN})\s*,?\s*{_L}\s*,?(?!\s*[=(^*/+-])(?=\s|[,.;?])", r"\1 ", text)
    # "after t seconds", "x items": a letter that counts a noun
    text = re.sub(rf"(?<=[A-Za-z,]\s){_L}\s*(?=(?:{_TIME})\b)", " ", text)
    text = re.sub(r"^\s*\$?t\$?\s+(?=seconds\b)", " ", text)
    text = re.sub(
        r"(?i)\b(selling|sells|sells|sold|sell|producing|produces|making|makes|manufacturing|manufactures|from|of|when|if)\s+\$?(?<![A-Za-z\\])[b-z](?![A-Za-z(])\$?\s+(?=(?!is\b|has\b|coordinates\b|intercepts\b|axis\b|values\b|equals\b|units\s+(?:to|up|down|left|right)\b)[a-z]{3,}s\b)",
        r"\1 ",
        text,
    )
    number = r"\$?(\d+(?:\.\d+)?)\$?"
    text = re.sub(
        rf"(?i)\b(?:with\s+)?(?:an?\s+|the\s+)?initial\s+(?:upward\s+|vertical\s+)?(?:velocity|speed)\s+(?:of|is)\s+{number}\s*(?:feet|foot|ft|met(?:er|re)s|m)\s*(?:per\s+second|/\s*s(?:ec)?)\b",
        r" startspeed $\1$ ",
        text,
    )
    unit = r"(?:feet|foot|ft|met(?:er|re)s?|m)"
    text = re.sub(
        rf"(?i)\bfrom\s+(?:an?\s+)?(?:the\s+)?(?:initial\s+)?(?:height|(?:top|edge|roof)?\s*(?:of\s+)?an?\s+(?:\w+\s+)?(?:of\s+height)?)\s*(?:of\s+)?{number}\s*-?\s*{unit}(?:\s+(?:high|tall))?\b(?:\s+(?:building|tower|cliff|platform|roof|hill|bridge|balcony|ledge))?",
        r" startheight $\1$ ",
        text,
    )
    ground = r"(?:hits?|strikes?|reach(?:es)?|returns?\s+to|come\s+back\s+to|comes\s+back\s+to|fall\s+to|touch(?:es)?)\s+the\s+ground|\bland\b"
    does = r"(?:does|do|will|would|is|can)"
    text = re.sub(
        rf"(?i)\b(?:when|at\s+what\s+time|after\s+how\s+(?:many\s+seconds|long)|how\s+many\s+seconds|how\s+long)\s+(?:after\s+(?:it\s+is\s+|being\s+)?\w+\s+)?{does}\s+(?:it|the\s+[a-z ]{{1,25}}?)\s+(?:take\s+(?:(?:for\s+)?(?:it|the\s+[a-z ]{{1,25}}?)\s+)?to\s+)?(?:{ground})",
        " landing ",
        text,
    )
    text = re.sub(
        rf"(?i)\bhow\s+long\s+{does}\s+(?:it|the\s+[a-z ]{{1,25}}?)\s+(?:be\s+|stay\s+|remain\s+)?in\s+the\s+air\b",
        " landing ",
        text,
    )
    text = re.sub(
        rf"(?i)\b(?:after|in)?\s*how\s+(?:many\s+(?P<unit>[a-z]+)|long)\s+(?:(?P<who>(?:the|a|an)\s+\w+|it|they|he|she)\s+)?(?=(?:should|must|does|do|will|need|needs|would|are|did|is|can)\b[^?]*?(?:{_TOP}))",
        lambda m: f" {m['who'] or ''} atextreme {_counted(m['unit'])} ",
        text,
    )
    text = re.sub(
        rf"(?i)\b(?:find|what\s+is|determine|what|at\s+what|which)\s+(?:is\s+)?(?:the\s+)?(?:(?:selling|unit|ticket)\s+)?(?P<noun>time|price|width|length|number\s+of\s+\w+)\s+(?=(?:at\s+which|when|that|for\s+which|will|should|does|which|where|gives|maximi[sz]es|minimi[sz]es|must|to|needed\s+to)\b[^?.]*?(?:{_TOP}))",
        lambda m: f" atextreme {'counted' if m['noun'].startswith('number') else ''} ",
        text,
    )
    text = re.sub(
        r"(?i)\band\s+the\s+(?:number\s+of\s+\w+|(?P<price>price|time|width))\s+(?:that|which)\s+(?:gives|produces|yields|maximi[sz]es)\s+(?:it|this)\b",
        lambda m: f" , attoo {'' if m['price'] else 'counted'} ",
        text,
    )
    occurs = r"(?:it|this|that|the\s+(?:max|min)\w*(?:\s+(?:height|value|profit|revenue))?)\s+(?:is\s+|will\s+)?(?:occurs?|be\s+reached|attained|reached|taken|achieved|happens)"
    return re.sub(
        rf"(?i),?\s*\b(?:and|also)\s+(?:find\s+|state\s+|give\s+)?(?:(?:also\s+)?(?:the\s+)?time\s+(?:at\s+which|when)|when)\s+(?:does\s+)?{occurs}",
        " , attoo ",
        text,
    )


def _counted(unit: str | None) -> str:
    """Whether what is counted comes in whole numbers."""
    return "" if unit is None or re.fullmatch(_NOT_COUNTED, unit.lower()) else "counted"


def _chinese(text: str) -> str:
    text = re.sub(r"(?:距离|离)(?:地面|水面)的?(?=高度)", "", text)
    noun = rf"({_ZH_NOUN})"
    letter = r"\$?\s*(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])\s*\$?"
    text = re.sub(
        rf"{noun}\s*{letter}\s*\(\s*{_ZH_UNIT}\s*\)", lambda m: "" if "距离" in m[1] else m[1], text
    )
    text = re.sub(rf"{noun}\s*{letter}\s*(?:米|秒|元|件)", r"\1", text)
    text = re.sub(rf"{noun}\s*\(\s*{_ZH_UNIT}\s*\)\s*{letter}(?=[与和,的关之满])", r"\1", text)
    text = re.sub(rf"{noun}\s*{letter}\s*(?=[与和,是为的关之满])(?!为何)", r"\1", text)
    text = re.sub(r"(?<=[\u3400-\u9fff])\s*\$?\s*t\s*\$?\s*秒(?=[后时钟])", "秒", text)
    text = re.sub(r"\$?\s*x\s*\$?\s*(?=元(?:出售|销售|时|卖))", "", text)
    text = re.sub(r"的(?:水平)?(?:距离|路程)(?=[与和,的关之满])", "", text)
    text = re.sub(r"\(\s*单位\s*[:：]?\s*\$?\s*[a-z米秒元]+\s*\$?\s*\)", "", text)
    text = re.sub(
        r"(?:(?:矩形|长方形)的?)?(?:一边|其中一边|宽|长|边)(?:的)?长?(?:为|是)\s*\$?x\$?\s*(?:米|m|厘米|cm)(?=[,，。])",
        "矩形",
        text,
    )
    text = re.sub(r"(?<=[与和])\s*\$?\s*[xt]\s*\$?\s*(?=(?:之间)?的(?:函数)?关系)", "时间", text)
    much = r"(?:多少|几|多长|多久|何值|何)"
    land = r"(?:落地|落到地面|落回地面|回到地面|着地)"
    text = re.sub(
        rf"(?:小球|石子|球|它|物体|火箭|炮弹)?(?:从抛出到{land}|从发射到{land})\s*(?:共)?(?:需要?|用了?|经过了?|所用|所需|要|的)(?:的)?(?:时间)?(?:是|为|要|需)?\s*(?:{much}\s*(?:秒|时间)?|_{{2,}}\s*(?:秒|s)?)",
        " landing ",
        text,
    )
    text = re.sub(
        rf"(?:小球|石子|球|它|物体|火箭|炮弹)?(?:经过|抛出后|在|第)?{much}\s*(?:秒钟?|时间|时)?\s*(?:后|时)?\s*,?(?:小球|石子|球|它|物体|火箭|炮弹)?{land}",
        " landing ",
        text,
    )
    text = re.sub(
        rf"(?:小球|球|它)?(?:弹起|抛出|发射|踢出)?后?(?:又|再)?(?:落回|回到|落到)地面(?:所用|所需|需要|用)的?时间(?:是|为)?(?:{much}\s*秒?|_{{2,}}\s*(?:秒|s)?)?",
        " landing ",
        text,
    )
    text = re.sub(
        rf"(?:铅球|实心球|标枪)?(?:被)?(?:推出|投出|掷出|推|掷|投)的(?:水平)?(?:距离|成绩)(?:是|为)?\s*(?:{much}\s*米?|_{{2,}}\s*米?)",
        " landing ",
        text,
    )
    unit = r"(?:元/件|元/千克|万元|元|米|秒钟|秒|件|台|个|张|棵|千克)"
    asked = rf"(?:应)?(?:该)?(?:定为|定在|定|为|是|取|等于|经过|达到|应为)?\s*{much}(?P<unit>{unit})?(?:/件)?\s*(?:时|后|,?才能|能)(?=[^。?]*?最[大高小低])"
    text = re.sub(
        rf"(?:(?:当|若|在|这种商品的?|该商品的?|每件|小球的?|问)*(?P<of>{_ZH_NOUN}|每?件|生产|销售|卖出|种植)?){asked}",
        lambda m: (
            f" atextreme {'counted' if m['unit'] in ('件', '台', '个', '张', '棵') else ''} "
            if m["of"] or m["unit"]
            else m[0]
        ),
        text,
    )
    text = re.sub(
        rf"(?:,|并|且|以及|及|和)*(?:求出?)?(?:此时|这时|相应|对应)的?(?:{_ZH_NOUN})(?:是|为|应定为)?(?:多少|几)?(?:{unit})?(?=[?。,，]|$)",
        " , attoo ",
        text,
    )
    text = re.sub(rf"滑行(?:的)?(?:最远)?(?:{much})米(?:才)?(?:能|会)?停(?:下来?|止)?", "最大值", text)
    return re.sub(
        rf"最(大|高|小|低)(?={_ZH_NOUN})", lambda m: {"高": "最大", "低": "最小"}.get(m[1], f"最{m[1]}"), text
    )
