"""What stands around an answer in a sentence: `the answer is 12`, 答：12个, `x is greater than 5`, `Yes, it is`.

Text to text, of an answer whose spelling is cleaned already. A sentence is taken off only where nothing in it can change the
answer: what denies, compares or bounds stays, and the text is then not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from evaluation.grader.closing import closed
from solver.reader.numerals import chinese_value

GUARD: Final = re.compile(
    r"\b(?:not|no|nor|never|less|more|least|most|than|over|under|above|below|between|except|cannot|can't|isn't|aren't|doesn't|false"
    r"|if|unless|only|half|twice|times)\b|[大小]于|[不没非未无多少超余比倍至]",
    re.IGNORECASE,
)
"""Words before a value that say more than that it is the answer."""
_VALUE: Final = (
    r"(?=\\[a-z]+_\{?\d\}?\s*=|[-+.\d(\[|${]|\\[({f|sp-]|[A-Za-z](?:\([A-Za-z]\))?\s*(?:[<>=]|\\in|\\ne))"
)
_SENTENCE: Final = re.compile(
    rf"([A-Za-z][^=<>;:]*?)\s+(?:is(?:\s+at)?|are|was|were|equals|has|have|had|gets?|got|takes?|took|costs?|needs?|makes?|pays?|passes\s+through|saves?|spends?|spent|receives?|uses|sells|buys|reads|eats|drives|runs|weighs?|contains?|travels?|walks?|(?:will|would|should|must|can)\s+be|sold|paid|earns?|earned|made|bought|ate|read|drew|found|gave|lost|won|drank|ran|drove|[a-z]{{3,}}ed)\s*:?\s*{_VALUE}"
)
_CHINESE: Final = re.compile(
    rf"((?=.*?[\u3400-\u9fff])[^=<>;]*?)(?:应?该?是|为|等于|(?:一?共|总共)有(?:[\u3400-\u9fff]{{1,3}}(?=\d))?|一共有?|共计?有?|共需要?|还?有|还剩下?|剩下?|需要|得到|得|用了|分[到得]|(?:一?共|总共)?(?:需要?|应该?|要)(?:支?付|花)|花了?|[\u3400-\u9fff]了)\s*[::]?\s*(?:{_VALUE}|(?=[^\u3400-\u9fff]+$))"
)
_LONG: Final = re.compile(
    r"([A-Za-z][A-Za-z']*(?:\s+[A-Za-z']+){2,},?)\s+(-?\d[\d,]*(?:\.\d+)?(?:/\d+|%)?)\s*((?:[A-Za-z'/]+\s*)*)\.?"
)
"""A sentence of at least three words with one number in it."""
_MORE_OF: Final = re.compile(r"^(?:more|extra|additional)(?:\s+(?=[a-z]+(?: (?!than\b)[a-z]+){0,5}$)|$)")
_TERM: Final = r"(?:\d+(?:\.\d+)?|\d*\s*\\sqrt\s*\{?\d+\}?|\d*\s*\\pi|[a-z](?:\^\{?\d\}?)?)"
_RATIO: Final = rf"^({_TERM})\s+to\s+({_TERM})\.?$"
_MORE_THINGS: Final = re.compile(
    r"^(-?\d[\d.]*)\s+(?:more|extra|additional)(?:\s+(?=[a-z]+(?: (?!than\b)[a-z]+){0,5}$)|$)"
)
_POSSESSIVE: Final = re.compile(r"(?<=[a-z]{3})'s?(?=\s)")
_COUNTED: Final = re.compile(
    r"\b(?:and|or|plus|minus|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|double|triple|sum|from|base|log|root|square)\b",
    re.IGNORECASE,
)
_BOUNDS: Final = (
    (r"(?:is\s+)?(?:greater|larger|more)\s+than\s+or\s+equal\s+to|(?:is\s+)?at\s+least|(?:is\s+)?(?:no|not)\s+(?:less|smaller)\s+than"
     r"|大于或?等于|不小于|不少于|不低于|至少[是为]?", ">="),
    (r"(?:is\s+)?(?:less|smaller)\s+than\s+or\s+equal\s+to|(?:is\s+)?at\s+most|(?:is\s+)?(?:no|not)\s+(?:greater|more|larger)\s+than"
     r"|小于或?等于|不大于|不多于|不超过|不高于|至多[是为]?", "<="),
    (r"(?:is\s+)?(?:greater|larger|more)\s+than|大于|高于|多于|超过", ">"),
    (r"(?:is\s+)?(?:less|smaller)\s+than|小于|低于|少于", "<"),
    (r"(?:is\s+)?(?:not\s+equal\s+to|unequal\s+to)|不等于", r"\\ne "),
    (r"(?:is\s+)?equal\s+to|equals|is|等于", "="),
)  # fmt: skip
_WORKED: Final = re.compile(
    r"(?=[^=]*\d[^=]*[-+*/])(?:[-\d\s,+*/().x÷×]|\b(?:[A-Za-z]{2,}|an?)\b|(?:剩下|一共|全长|[的是有共需])+)+=\s*(-?\d[\d.,]*(?:/\d+)?)((?:\s+[A-Za-z']+)*)\.?"
)
"""An equation in numbers, with words behind it: `3 + 4 = 7 apples`."""
_RULES: Final[tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = tuple(
    (re.compile(pattern), meant)
    for pattern, meant in (
        (
            r"(?:^|,|;|\b(?:or|and)\b|或|和)\s*[^,;()或和]*[(]\s*(?:舍去?|不合题意|舍去?,不合题意|(?i:rejected|extraneous|discarded))\s*[)]",
            "",
        ),
        (r"(?<=\S)\s*[(][^()]*(?:舍去?|不合题意|(?i:rejected|extraneous|discarded))[^()]*[)]$", ""),
        (r"^(?:#{1,6}|\*\*)\s*|\*\*$", ""),
        (r"^\\text\s*\{([^{}\d]*[a-z,.-][^{}]*)\}\s*\.?$", r"\1"),
        (
            r"(?:^|(?<=\bis )|(?<=\bare )|(?<=\bcosts ))(?i:Rs|INR|USD|GBP|EUR|RMB|CNY|US)\b\.?\s*(?=[\d.])",
            "",
        ),
        (r"^`([^`]+)`$", r"\1"),
        (
            r"(?<=[a-z]{3})\s+(?:now|today|altogether|so\s+far)$",
            lambda m: "" if re.search(r"\d", m.string) else m[0],
        ),
        (r"^(?:盈利|获利|赚了?|节省了?|省了?|节约了?)(?=\d)", ""),
        (
            r"^(?:from|between)\s+(-?[\d./]+)\s+(?:to|and)\s+(-?[\d./]+)\s*[,(]?\s*(inclusive|exclusive)\)?$",
            lambda m: rf"[{m[1]}, {m[2]}]" if m[3] == "inclusive" else rf"({m[1]}, {m[2]})",
        ),
        (r"^[^∴]*∴\s*", ""),
        (r"\s*\\text\s*\{\s*,?\s*(?:i\.\s?e\.|that\s+is|即)\s*,?\s*\}\s*", ", i.e. "),
        (r"^(?i:[a-z' ]+,\s*(?:that\s+is|i\.\s?e\.|namely),?\s+)(?=\d)", ""),
        (r"^(?:解\s*[:,]?\s*)?原式\s*=(?:[^=<>]*=)*\s*(?=[^=\s])", ""),
        (
            r"\s*[,(]?\s*(?:where|其中)?\s*([CcKk])\s*(?:is|为|是)\s*(?:an?|any)?\s*(?:arbitrary|real|任意|积分)?\s*(?:real\s+)?(?:constant(?:\s+of\s+integration)?|常数)\s*\)?$",
            "",
        ),
        (
            r"^(?i:all|every|any)\s+(?i:real)\s+(?:numbers?\s+|values\s+of\s+)?([a-z])(?:$|\s+(?=except|other\s+than|but\s+not)|\s+(?:with|such\s+that|where)\s+\1\s*(?=\\ne\b))",
            "all real numbers ",
        ),
        (r"^all real numbers \\ne\b", "all real numbers except "),
        (
            r"^除了?\s*(?:[a-z]\s*=\s*)?([-\d./]+)\s*(?:以外|之外|外)的?(?:一切|所有|全体|任意)?实数$",
            r"all real numbers except \1",
        ),
        (r"^(?i:(?:in|de)creased|rose|fell|dropped|grew)\s+(?i:by)\s+(?=[-\d\\])", ""),
        (
            r"^第([一二三四五六七八九十百]+)(?=[个项天位名行列次周题年步号层]$)",
            lambda m: f"第{chinese_value(m[1]) or m[1]}",
        ),
        (r"^(?i:(?:in\s+)?(?:the\s+)?year)\s+(?=\d{4}$)", ""),
        (
            r"(?<=[\d})])\s+(?:subsets|ways|solutions|elements|pairs|triangles|diagonals|permutations|combinations|arrangements|functions|paths|handshakes)$",
            "",
        ),
        (r"^第(\d+)[个项天位名行列次周题年步]?$", r"\1"),
        (r"^([一二三四五六七八九])成$", lambda m: f"{'一二三四五六七八九'.index(m[1]) + 1}0%"),
        (r"^(\d)成$", r"\g<1>0%"),
        (r"[,;]?\s*当且仅当[^;]*?(?:时)?(?:取得?(?:等号|最[大小]值)?|等号成立|成立)?$", ""),
        (r"(?<=[\d}])\s*[(](?=[^()]*\b[a-z]{2,}(?:\s+[^\s()]+){3,})[^()\\^_+*=<>]*[)]$", ""),
        (r"^(?:第[一二三四]个)?选项\s*([A-F])\s*(?:是)?(?:正确|对)的?$", r"\1"),
        (r"^打?(\d(?:\.\d)?)折$", lambda m: f"{float(m[1]) * 10:g}%"),
        (r"^([\u3400-\u9fff]{1,3})同学$", r"\1"),
        (r"^选择?(?=[甲乙丙丁]$)", ""),
        (r"^m\s*(?=∠|\\angle(?![A-Za-z]))", ""),
        (r"^第([1-4])象限", lambda m: f"第{'一二三四'[int(m[1]) - 1]}象限"),
        (
            r"(?<=[A-F]),?\s+(?i:because|since|as)\s.*$|(?<=[A-F]),?因为.*$|(?<=[\d}%])(?:\s[a-z]+)?\s*,?\s+(?i:because|since)\s.*$",
            lambda m: re.split(r"[,\s]+(?i:because|since|as|因为)|,?因为", m[0])[0],
        ),
        (
            r"^(?i:none\s+of\s+the\s+above)\s*[,:-]?\s*\(?([A-F])\)?$|^(?i:option|choice)\s*\(?([1-9])\)?$",
            lambda m: m[1] or m[2],
        ),
        (r"(?<=\d)(天|日|周|星期|个月|年|小时|分钟?|秒)[之以]?后$", r"\1"),
        (r"^零下\s*(?=\d)", "-"),
        (
            r"^(?i:minus\s+|negative\s+)?(\d+(?:\.\d+)?)\s*((?:\\text\s*\{\s*(?:degrees|celsius)\s*\}|\s*(?i:degrees?|celsius|fahrenheit|[CF])\b)*)\s*(?i:below\s+(?:zero|0)(?:\s*\\text\s*\{\s*(?:degrees|celsius)\s*\}C?)?)$",
            r"-\1\2",
        ),
        (
            r"^(\d+(?:\.\d+)?)\s*((?:\\text\s*\{\s*(?:degrees|celsius)\s*\}|\s*(?i:degrees?|celsius|fahrenheit|[CF])\b)*)\s*(?i:above\s+(?:zero|0))$",
            r"\1\2",
        ),
        (
            r"^(?i:the\s+)?(?i:limit|integral|sum|series|value|it)\s+(?i:is|equals|=|tends\s+to|goes\s+to|diverges\s+to)\s+(?i:equal\s+to\s+)?(?:(?i:positive)\s+|(?=(?i:negative|minus|infinit|[-+]?\s*\\infty)))(?=\S+(?:\s\S+)?$)",
            "",
        ),
        (
            r"^不存在(?:这样的|满足[^,;]{1,12}的)?(?:实数|整数|点|直线|数|值|自然数|正整数)?\s*[a-zA-Z]?$",
            "不存在",
        ),
        (r"^极限(?:值)?[是为等于]+(?=[正负]?无穷大?$|[-+]?\\infty)", ""),
        (
            r"(?<=\d)\s*[(]\s*(?i:an?)\s+(?!(?i:dozen|half|third|quarter|total|loss|minimum|maximum|hundred|thousand|million|pair|approximation|rounded)\b)[a-z]{3,}(?:\s[a-z]{3,}){0,2}\s*[)]$",
            "",
        ),
        (r"^零上\s*(?=\d)", ""),
        (r"^[1一]个半(?=[\u3400-\u9fff]+$)", "1.5"),
        (r"(?<=\d)个(?=小时|星期|钟头)", ""),
        (r"^(?i:an?)\s+(?=(?i:second|minute|hour|day|week|month|year)$)", "1 "),
        (r"^([1-3一二两三])刻钟$", lambda m: f"{15 * (' 123 一二三 1两'.index(m[1]) % 4)}分钟"),
        (
            r"^(?i:the\s+)?(?i:domain|range|值域|定义域|解集|取值范围|(?:单调)?(?:递?[增减])?区间)\s*(?i:is|are|[:=为是])\s*:?\s*(?=[\[({\\A-Za-z])",
            "",
        ),
        (
            r"^(?:[a-z]\s*\([a-z]\)|[a-z]|(?i:it|the\s+function))\s+is\s+(?:strictly\s+)?(?:in|de)creasing\s+on\s+(?=[\[(])",
            "",
        ),
        (
            r"^(?i:the\s+)?(?i:(?:vertical|horizontal|straight|tangent|slant|oblique)\s+)?(?i:line|curve|circle|parabola|ellipse|直线|曲线|圆|抛物线|椭圆)\s+(?:(?:is|has\s+(?:the\s+)?equation)\s+)?(?=\$?[^=<>]*[xy][^=<>]*=[^=<>]+$)",
            "",
        ),
        (r"^(?:两|2)个半(?=[\u3400-\u9fff]+$)", "2.5"),
        (r"^(\d+)个?半(?=(?:小时|天|年|月|米|千克|吨)$)", r"\1.5"),
        (r"^(\d+)(小时|天|年|个月|米|千克|公里|吨|分钟)半$", r"\1.5\2"),
        (r"^(?i:minus|negative)\s+(?=\d|infin|\\infty)|^负(?=\d)", "-"),
        (r"^(?i:infinite|infinity)$", r"\\infty "),
        (
            r"^(?:(?i:it|the\s+(?:limit|series|integral|sequence))\s+)?(?i:diverges|tends|goes)\s+to\s+(?i:positive\s+)?(?=(?i:infinity)$|[-+]?\s*\\infty$|(?i:negative\s+infinity)$)",
            "",
        ),
        (
            r"^(?i:(?:so|thus|therefore|hence|then|finally|overall|in\s+conclusion),?\s+)+(?:(?i:we\s+(?:get|have|find|obtain))\s+)?(?:(?i:that)\s+)?",
            "",
        ),
        (
            r"^(?i:(?:i\s+(?:think|believe|guess|got|get|say)|maybe|probably|perhaps)\s+)+(?:(?i:that)\s+)?(?:(?i:the\s+answer\s+is)\s+)?",
            "",
        ),
        (r"^(?i:it\s+is|it's|its|that\s+is|that's|thats|they\s+are|they're)\s+(?=-?[\d\\$(]|[A-F]$)", ""),
        (r"^(?i:(yes|no))\s+(?i:it|they|he|she|there|this|that|you|we|i)\s+[a-z']+(?:\s+not)?$", r"\1"),
        (
            r"^(?i:(?:there\s+(?:is|are)|(?:it|[a-z]+\s+)?(?:has|have)))\s+(?=(?i:an\s+infinite|infinite(?:ly)?|no)\b)",
            "",
        ),
        (
            r"^(?i:(?:an\s+)?infinite\s+(?:number|amount|set)\s+of)\s+(?i:solutions?)$|^(?i:inf(?:initely)?\.?\s+many|infinite)\s+(?i:solutions?)(?:\s+(?i:exist))?$",
            "infinitely many solutions",
        ),
        (r"^[该此原这个本]*(?:方程|不等式)?组?(?:有|的解有)(?=无[数穷])", ""),
        (
            r"^(?i:(?:the\s+)?(?:function|expression|[a-z](?:\([a-z]\))?)\s+is\s+defined\s+(?:for|on))\s+(?=(?i:all\s+real))",
            "",
        ),
        (r"^(?i:we\s+(?:get|have|find|obtain))\s+(?:(?i:that)\s+)?", ""),
        (
            r"^(?i:the\s+|my\s+|our\s+)?(?i:final\s+|correct\s+|best\s+)?(?i:ans(?:wer)?|result|solutions?|roots?)\s*(?i:is|are|:|=)+\s*:?\s*(?=\S)",
            "",
        ),
        (r"^(?:所以|因此|故而?|于是|解得|可得|综上(?:所述)?|从而|即|则)+\s*[,:]?\s*(?!选)(?=\S)", ""),
        (r"^(?:最终|最后|正确)?(?:答案?|解|结果)\s*(?:应?[是为]|[::=])+\s*(?=\S)", ""),
        (r"^(?i:either|all|for\s+all|any|every)\s+(?=[A-Za-z]\s*(?:[<>=]|\\ne))", ""),
        (r"^(?i:either)\s+(?=.*\bor\b)", ""),
        (r"^[\u3400-\u9fffA-Za-z]{1,6}的?(?:取值)?(?:范围|解集|值|集合)[是为]\s*[::]?\s*(?=\S)", ""),
        (
            r"^(?i:about|approximately|approx\.?|roughly|around|nearly)\s+(?=[-\d\\$])|^(?:大约|约为?|大概|近似为?)\s*(?=[-\d\\])|^\\approx(?![A-Za-z])\s*(?=\S)",
            "",
        ),
        (
            r"^(?i:a\s+total\s+of|total:?)\s+(?=[-\d\\$])|^(?:一共|总共|合计|共计|共)有?\s*(?=[-\d\\])|^人民币\s*(?=\d)",
            "",
        ),
        (r"(?<=\d)\s*(?:[\u3400-\u9fff]?)左右$", lambda m: m[0].replace("左右", "")),
        (
            r"\s+(?i:is|are)\s+(?i:the\s+|its\s+|all\s+the\s+|all\s+)?(?i:only\s+|final\s+)?(?i:answers?|solutions?|roots?|results?)$",
            "",
        ),
        (
            r"\s*[(]\s*(?:\\text\s*\{)?\s*(?i:an?\s+)?(?i:double|repeated|twice|multiplicity\s*2|rounded|approx(?:imately)?|dne)\s*(?i:roots?|solutions?)?\s*\}?\s*[)]$",
            "",
        ),
        (r"\s*[(]\s*(?:二?重根|两个相等的?(?:实数)?根)\s*[)]$", ""),
        (
            r"(?<=[\d}])\s*[(]\s*(?:单位[:]?)?\s*([\u3400-\u9fff]+(?:/[\u3400-\u9fff]+)?|[A-Za-z]{1,3}(?:/[a-z]{1,3})?(?:\^\{?[23]\}?)?|\\text\s*\{[^{}\d]+\}(?:\^\{?[23]\}?)?)\s*[)]$",
            r" \1",
        ),
        (r"\s+(?i:in\s+total|in\s+all|altogether|left(?:\s+over)?|remaining|each)$", ""),
        (r"^[\u3400-\u9fff]+比[\u3400-\u9fff]+[多少贵长短高矮重轻大小快慢][了出]?(?=\d)", ""),
        (
            r"^[(]?(?:\\complement|∁|C)_\{?[UR]\}?\s*(?:[A-Z]|[(][^()]*[)])[)]?(?:\s*\\c[au]p\s*[A-Z])?\s*=\s*|^[A-Z](?:\s*\\c[au]p\s*[A-Z])+\s*=\s*",
            "",
        ),
        (
            r"^(?i:the\s+)?(?i:vertex|(?:\w+\s+)?points?|cent(?:er|re)|focus|foci|coordinates|origin|at|顶点|点|圆心|焦点|(?:[\u3400-\u9fff]*的)?坐标)\s*(?i:is|are|at|of\s+\w+\s+(?:is|are)|[:]|为|是)?\s*(?=[(])",
            "",
        ),
        (
            r"^(?:[^比每不]{1,6})?每(小时|分钟|分|秒|天|周|月|年|个|人|米|千克)\s*(?:行驶?|跑|走|飞行?|生产|修|做|加工|读|织|骑)?\s*(\d[\d.,]*\s*[\u3400-\u9fff]+)$",
            r"\2/\1",
        ),
        (
            r"^(?i:(yes|no|true|false|correct|incorrect))\s*[,.;!:]\s*(?!.*\b(?i:yes|no|true|false|solutions?)\b.*$)[^\d=]*$",
            r"\1",
        ),
        (
            r"^(?i:(yes|no))\s*[,.;!:]\s*(?i:it|this|that)\s+(?i:is|was)\s+(?i:true|correct|right|possible)$",
            r"\1",
        ),
        (
            r"^(?:[A-Z][a-z]+|He|She|They|It|We)\s+(?:has|have|had|needs?|got|made|sold|ate|read)\s+(-?\d[\d.]*)\s+(?:more|fewer)\s+[a-z]+\s+than\s+[A-Za-z ]+$",
            r"\1",
        ),
        (r"^(?i:there)\s+(?:is|are|was|were)\s+(?=\d)", ""),
        (r"^(-?\d[\d.]*)\s+(?:more|fewer|extra|additional)\s+(?=[a-z]+(?: [a-z]+){0,2}$)(?!than\b)", r"\1 "),
        (r"^(?i:no)\s*[,.;!:]\s*(?i:it|they|he|she|there|this|that)\s+[a-z' ]*$", "No"),
        (r"^(是的?|不是|不?能|对|不对|正确|错误|不?会|不?可以|不?够)\s*[,.;!]\s*[^\d=]*$", r"\1"),
        (r"^(不?够)\s*[,;]\s*(?:还|会)?[剩余差缺多少]+[下余了]?\s*\d+(?:\.\d+)?[\u3400-\u9fff]{0,3}$", r"\1"),
        (r"^(?i:the|an?)\s+(?!and\b|or\b)(?=[A-Za-z][a-z]+(?:[ -][A-Za-z]+)*$)", ""),
        (
            r"^[该此原这个本]*(?:方程|不等式|问题|题目?)?组?(?:无解|没有解|无实数?[解根]|没有实数?[解根]|不存在实数?[解根])$",
            "无解",
        ),
        (r"^(?i:(?:it|this|that)\s+is|it's)\s+(?i:(true|false))$", r"\1"),
        (r"(?<=[IVX])\s+(?i:only)$", ""),
        (
            r"^(?i:(?!false\b|if\b|unless\b|when\b|not\b)[a-z']+\s+){1,6}(?i:(?:is|are)\s+(?:undefined|not\s+defined)|(?:does\s+not|do\s+not|doesn't)\s+exist)$",
            "undefined",
        ),
        (
            r"^(?i:(?:the|this|that|it)\s+)?(?i:[a-z]+\s+){0,3}(?i:has|have)\s+(?i:no\s+(?:real\s+)?(?:solutions?|roots?))$",
            "no solution",
        ),
        (
            r"^(?i:(?:the|this|that|it)\s+)?(?i:[a-z]+\s+){0,3}(?i:has|have)\s+(?i:infinitely\s+many\s+solutions)$",
            "infinitely many solutions",
        ),
        (r"^\\frac\s*\{d\}\s*\{d[a-z]\}\s*=\s*(?=\S)", ""),
        (
            r"^[a-z]\s*(?:为|是|取|can\s+be|is)\s*(?:(?:任意|一切|全体|所有|任何)实数|(?i:any|all|every)\s+(?i:real\s+)(?i:numbers?|values?))$",
            "全体实数",
        ),
        (
            r"^(?i:there\s+(?:is|are)\s+)?(?i:no\s+(?:real\s+|such\s+|possible\s+)?(?:solutions?|roots?|values?|numbers?)(?:\s+exists?)?)$",
            "no solution",
        ),
        (
            r"^(?!.*[不没非未无多少超余倍至当若设且或]|.*比(?![A-Za-z]))[\u3400-\u9fff]{1,8}\s*(?=[A-Za-z](?:_\{?\w+\}?)?\s*=[^\u3400-\u9fff]+$)",
            "",
        ),
        (r"^(?!乙)[\u3400-\u9fff]{1,6}[:比][\u3400-\u9fff]{1,6}\s*=\s*(?=\d+\s*:)", ""),
        (
            r"^(?:the\s+)?(?i:probability|chance|ratio|area|perimeter|circumference|volume|product|difference|average|mean|median|slope|gradient|radius|diameter|distance|speed|length|width|height|remainder|quotient|discriminant|determinant|modulus|coefficient)\s*[:=]?\s*(?=[-\d\\(])",
            "",
        ),
        (r"(\d+)\s+(?:in|out\s+of)\s+(\d+)$", r"\\frac{\1}{\2}"),
        (_RATIO, r"\1:\2"),
    )
)


def told(text: str) -> str:
    r"""The answer without the sentence around it.

    >>> told("The answer is 12"), told("答:12个"), told("Tom has 5 apples"), told("小明一共有5个苹果")
    ('12', '12个', '5 apples', '5个苹果')
    >>> told("x is greater than 5"), told("x不大于3"), told("The sum is at least 5"), told("Yes, it is")
    ('x > 5', 'x <= 3', 'The sum is at least 5', 'Yes')
    """
    text = closed(parted(text))
    for pattern, meant in _RULES:
        text = pattern.sub(meant, text).strip()
    if bounded := _bounded(text) or _twice_bounded(text):
        return bounded
    if (
        (long := _LONG.fullmatch(text))
        and not GUARD.search(f"{long[1]} {(rest := _MORE_OF.sub('', long[3]))}")
        and not _COUNTED.search(long[1])
    ):
        return f"{long[2]} {rest}".strip()
    for sentence in (_SENTENCE, _CHINESE):
        if (found := sentence.match(text)) and not GUARD.search(found[1]) and _says_a_name(found[1]):
            rest = _POSSESSIVE.sub("", text[found.end() :].strip())
            rest = re.sub(_RATIO, r"\1:\2", rest)
            return _worked(_MORE_THINGS.sub(r"\1 ", rest).strip())
    return _worked(text)


def _worked(text: str) -> str:
    """What an equation in numbers comes to, without the words behind it.

    >>> _worked("3 + 4 = 7 apples"), _worked("3 + 4 = 7 only if"), _worked("x = 3")
    ('7', '3 + 4 = 7 only if', 'x = 3')
    """
    found = _WORKED.fullmatch(text.replace("$", ""))
    return found[1] if found and not GUARD.search(found[2]) and not _LETTER_X.search(text) else text


_LETTER_X: Final = re.compile(r"(?<![A-Za-z\d)])\s*x(?![A-Za-z])|(?<![A-Za-z])x\s*(?![A-Za-z\s\d(])")
"""No sign of multiplication, which has numbers on both sides."""


_PART: Final = re.compile(
    r"(?:^|(?<=[\s;,]))(?:[(]([1-9]|i{1,3}|iv|I{1,3}|IV|[a-c])[)]|([a-c])[)]|([①-⑨]))\s*(?=\S)"
)
_COUNTING: Final = ("123456789", "①②③④⑤⑥⑦⑧⑨", "abc")


def parted(text: str) -> str:
    """`(1) 3 (2) 5` as `3; 5`.

    >>> parted("(1) 3; (2) 5"), parted("①3 ②5"), parted("(i) x=1, (ii) x=2"), parted("(1)(2)")
    ('3; 5', '3; 5', 'x=1; x=2', '(1)(2)')
    """
    found = list(_PART.finditer(text))
    labels = [(m[1] or m[2] or m[3]).lower() for m in found]
    romans = ["i", "ii", "iii", "iv"][: len(labels)]
    if len(labels) < 2 or found[0].start() or not (
        labels == romans or any("".join(labels) == names[: len(labels)] for names in _COUNTING)
    ):  # fmt: skip
        return text
    ends = [*(m.start() for m in found[1:]), len(text)]
    parts = [text[m.end() : end].strip(" ;,") for m, end in zip(found, ends, strict=True)]
    return "; ".join(parts) if all(parts) else text


def _says_a_name(words: str) -> bool:
    """A sentence, and no letter or product in front of a sign."""
    return not re.fullmatch(r"[A-Za-z]{1,2}", words.strip()) or words.strip().casefold() in ("it", "he", "we")


def _bounded(text: str) -> str | None:
    for pattern, sign in _BOUNDS:
        if found := re.fullmatch(
            rf"([A-Za-z])\s*(?:{pattern})\s*([-+]?[\d.]+|-?\\frac\{{\d+\}}\{{\d+\}})", text, re.IGNORECASE
        ):
            return f"{found[1]} {sign.replace(chr(92) * 2, chr(92))} {found[2]}"
    return None


def _twice_bounded(text: str) -> str | None:
    """`x小于-2或x大于5`, 大于等于3且小于7 (of x)."""
    parts = re.split(r"\s*,?\s*(或者?|且|并且)\s*", text)
    if len(parts) != 3:
        return None
    letter = re.match(r"[A-Za-z](?![A-Za-z])", parts[0])
    both = [
        _bounded(part if re.match(r"[A-Za-z]", part) else f"{letter[0] if letter else 'x'}{part}")
        for part in parts[::2]
    ]
    return (" or " if parts[1][0] == "或" else " and ").join(b for b in both if b) if all(both) else None
