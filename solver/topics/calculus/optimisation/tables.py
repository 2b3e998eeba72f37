"""The sentences of optimisation stories in both languages: what each states, not what follows."""

from __future__ import annotations

from typing import Final

from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.clauses import table

_U: Final = (
    r"(?: ?(?:cm|m|metres?|meters?|feet|ft|foot|inches|inch|in|yards?|units?|centimet(?:er|re)s?|dm))?"
)
_U2: Final = r"(?: ?(?:square (?:metres?|meters?|feet|cm|centimet(?:er|re)s?|yards?|inches|units?)|(?:cm|m|ft|in)(?:\^ ?\{?2\}?|²)))?"
_U3: Final = r"(?: ?(?:cubic (?:metres?|meters?|feet|cm|centimet(?:er|re)s?|inches|units?)|(?:cm|m|ft|in)(?:\^ ?\{?3\}?|³)|mL|ml))?"
_FIELD: Final = r"(?:rectangular )(?:field|garden|area|region|plot(?: of land)?|pen|pasture|enclosure|yard|play area|corral)"
_ALONG: Final = r"(?:along|next to|beside|bordering|borders|by|against|adjacent to|alongside|that borders|that (?:lies|runs) (?:along|beside)|on the bank of|whose one side is along)"
_WALL: Final = r"(?:a|the|an existing|one side of a|his|her)? ?(?:(?:straight|long|existing|stone|brick) )*(?:river|wall|barn|stream|lake|house|canal|cliff|building)"
_MOST: Final = r"(?:largest|greatest|maximum|max|biggest|maximal)(?: possible)?"
_LEAST: Final = r"(?:smallest|least|minimum|minimal|min|lowest)(?: possible)?"
_BE_MAX: Final = r"(?:is|are|be|has|have)? ?(?:a maximum|as large as possible|maximal|maximum|maximi[sz]ed|as great as possible|the largest possible|largest)"
_BE_MIN: Final = r"(?:is|are|be)? ?(?:a minimum|as small as possible|minimal|minimum|minimi[sz]ed|the smallest possible|smallest)"
_DIMS: Final = r"the dimensions(?: of (?:the|this|such a|a)? ?(?:rectangular )?[a-z]+)?"
_TO_MAX: Final = r"(?:that|which|to|so as to|needed to|should be used to|that will|in order to|so that they) ?(?:will )?(?:maximi[sz]es?|give|gives|have|enclose|enclosing|produce) (?:the )?(?:largest|greatest|maximum|max)? ?(?:possible )?"
_FARMER: Final = r"(?:farmer|rancher|gardener|man|woman|person|owner|homeowner|shepherd|zookeeper|school)"
_FENCE: Final = r"(?:fence|fencing|wire|fencing material|wire fence)"
_SHEET: Final = r"(?:piece|sheet) of (?:cardboard|card|metal|tin|tinplate|paper|material|sheet metal|alumin(?:i)?um|steel|plastic)"
_SIZED: Final = (
    rf"an? <s>{_U} (?:by|x|×) <s2>{_U} (?:rectangular )?{_SHEET}",
    rf"an? (?:rectangular )?{_SHEET} ?,? (?:measuring|that measures|that is|which measures|with dimensions|of size) <s>{_U} (?:by|x|×) <s2>{_U}",
    rf"an? (?P<square>square) {_SHEET} ?,? (?:(?:of|with|whose) (?:an? )?(?:sides?|edges?)(?: length)?(?: is| of)?|measuring) <s>{_U}(?: on (?:a|each) side)?",
    rf"an? <s> ?-? ?{_U} (?P<square>square) {_SHEET}",
)
_SQUARES: Final = r"(?:(?:equal|congruent|identical|small|equal-sized|same-sized) )*squares?(?: of (?:equal size|the same size|side x))?"
_CORNERS: Final = (
    r"(?:out )?(?:of|from|off|at) (?:each|every|the|its|all|each of (?:the|its))? ?(?:4 )?corners?"
)
_BOX: Final = r"an? (?:open(?:-top|-topped| topped)?|topless|lidless)? ?(?:rectangular )?(?:box|tray)(?: (?:with no|without a|with an open) (?:lid|top))?"
_FOLDED: Final = (
    r"(?:the )?(?:sides|flaps|edges|rest|remaining flaps)(?: are| is)? (?:then )?(?:folded|bent|turned) up"
)
TABLE_EN: Final = table({
    # a fence
    "fence": (
        rf"(?:an?|the) (?:farmer|rancher|gardener|man|woman|person|owner|homeowner) (?:has|with|wants to use|uses|have) <L>{_U} (?:of )?(?:fence|fencing|wire|fencing material|wire fence)(?: available)?",
        rf"<L>{_U} of (?:fence|fencing|wire) (?:is|are) (?:available|used) to (?:enclose|fence off|fence in|make) an? {_FIELD}(?P<river> {_ALONG} {_WALL})?",
        rf"(?:an?|the) {_FARMER} (?:has|with|uses|have) <L>{_U} (?:of )?{_FENCE}(?: available)? (?:for|to (?:enclose|fence off|fence in|fence|build|make)|with which to (?:enclose|make|build)) an? (?P<field>{_FIELD})(?P<river>(?: that| which)? {_ALONG} {_WALL})?",
    ),
    "enclose": (
        rf"(?:he|she|who|they|and)? ?(?:wants?|wishes?|plans?|needs?|would like|is going|wants) ?(?:to )?(?:enclose|fence off|fence in|fence|build|make) an? {_FIELD}(?P<river>(?: that| which)? {_ALONG} {_WALL})?",
    ),
    "nofence": (r"only (?:the other )?3 sides (?:need|have to|must|will|are to)(?: to)? (?:be fenced|fencing|a fence)", r"(?:he|she|they)? ?(?:needs|requires|need|uses)? ?no (?:fence|fencing) (?:is |being )?(?:needed |required |necessary |used )?(?:along|on|for|by|next to|against) (?:the )?(?:side along the )?(?:river|wall|barn|stream|lake|house|canal)(?: side)?", r"the side (?:along|next to|by|on|against) the (?:river|wall|barn|stream|lake|house) (?:does not need|needs no|will not need|requires no|does not require) (?:to be fenced|fence|fencing|a fence)"),
    "ask_area": (
        rf"{FIND}the {_MOST} area(?: of (?:the|this) (?:field|garden|plot|pen|rectangle|region|enclosure))?(?: ?(?:that)? ?(?:he|she|they)? ?(?:can|could|that can)? ?(?:be )?(?:enclosed?|fence|fenced)?)?(?: this way)?",
        rf"what {_MOST} area can (?:he|she|they) enclose",
    ),
    "ask_field": (
        rf"{FIND}{_DIMS} {_TO_MAX}(?:the )?(?:enclosed )?area(?: enclosed)?",
        rf"{FIND}the dimensions of the {_MOST} (?:such )?(?:field|garden|plot|pen|rectangle|area|enclosure)(?: (?:he|she) can enclose)?",
        rf"what dimensions (?:should be used|should the (?:field|garden|pen) have|give|will give|maximi[sz]e|would give) ?(?:so that|to maximi[sz]e)? ?(?:the )?(?:{_MOST})? ?(?:enclosed)? ?area(?: {_BE_MAX})?",
    ),
    # a box
    "sheet": (
        rf"an? open(?:-top|-topped)? ?(?:rectangular)? ?box ?(?:with no top|without a lid)? ?(?:is|is to be|will be|can be)? ?(?:made|constructed|formed) (?:from|out of) an? (?P<square>square) (?:piece|sheet)? ?(?:of )?(?:cardboard|metal|tin|paper|material|sheet metal|cardboard sheet)? ?,? ?(?:with (?:a )?sides?(?: length)?|of side(?: length)?|whose side is|measuring|having sides?)? ?(?:of )?<s>{_U} ?(?:on (?:a|each) side|by <s2>{_U})? ?,? ?(?:by )?cutting (?:out )?(?:equal|congruent|identical|small|same size)? ?squares? (?:of side x|of equal size)? ?(?:out )?(?:from|at|out of) (?:each corner|each of the (?:4 )?corners|the (?:4 )?corners|all 4 corners|every corner) and (?:folding|bending|turning) up (?:the )?(?:sides|flaps|edges)",
        rf"an? open(?:-top|-topped)? ?(?:rectangular)? ?box ?(?:is|is to be|will be|can be)? ?(?:made|constructed|formed) (?:from|out of) an? (?:rectangular)? ?(?:piece|sheet)? ?(?:of )?(?:cardboard|metal|tin|paper|material|sheet metal)? ?,? ?(?:that measures|measuring|with dimensions|of size)? ?<s>{_U} by <s2>{_U} ?,? ?(?:by )?cutting (?:out )?(?:equal|congruent|identical|small)? ?squares? (?:of side x|of equal size)? ?(?:out )?(?:from|at|out of) (?:each corner|each of the (?:4 )?corners|the (?:4 )?corners|all 4 corners) and (?:folding|bending|turning) up (?:the )?(?:sides|flaps|edges)",
        rf"(?:equal|congruent|identical) squares are cut (?:out )?(?:of|from) (?:each corner|the (?:4 )?corners|each of the (?:4 )?corners) of an? (?P<square>square) (?:piece|sheet) of (?:cardboard|metal|tin|paper) (?:with|of) sides? (?:length )?(?:of )?<s>{_U} and the (?:sides|flaps) are (?:folded|bent|turned) up to (?:form|make) an open box",
        *(rf"{_SQUARES} are (?:cut|removed) {_CORNERS} of {sized} ?,? and {_FOLDED} to (?:form|make) {_BOX}" for sized in _SIZED),
        *(rf"{_BOX} (?:is|is to be|will be|can be) (?:made|formed|constructed) (?:from|out of) {sized} ?,? by cutting (?:out )?{_SQUARES} {_CORNERS} and (?:folding|bending|turning) up (?:the )?(?:sides|flaps|edges)" for sized in _SIZED),
        *(rf"{_BOX} (?:is|is to be|will be|can be) (?:made|formed|constructed) (?:from|out of) {sized} ?,? by cutting (?:out )?{_SQUARES} {_CORNERS}" for sized in _SIZED),
        *(rf"(?:you|we|i|someone) cut {_SQUARES} (?:out of|from|off) (?:each of )?(?:the )?(?:4 )?corners? of {sized} ?,? and (?:fold|bend|turn) up the (?:sides|flaps|edges)(?: to (?:form|make) {_BOX})?" for sized in _SIZED),
        *(rf"{sized} (?:has|is to have) {_SQUARES} cut {_CORNERS} and (?:is (?:then )?folded(?: up)?|{_FOLDED}) (?:in)?to (?:form |make )?{_BOX}" for sized in _SIZED),
        *(rf"from {_CORNERS[len('(?:out )?(?:of|from|off|at) '):]} of {sized} ?,? {_SQUARES} are (?:cut(?: out)?|removed) ?,? and {_FOLDED} to (?:form|make) {_BOX}" for sized in _SIZED),
    ),
    "ask_volume": (rf"what is (?:that|this) (?:{_MOST} )?volume", rf"{FIND}the (?:{_MOST})? ?volume(?: (?:of|for) (?:the|such a|this) (?:box|tray))?(?: that (?:can be obtained|(?:the box|the tray|it) can have))?",),
    "ask_cut": (
        rf"what (?:size|sized) (?:of )?squares? (?:will )?(?:gives?|produces?|yields?|maximi[sz]es?) (?:a box (?:of|with) )?(?:the )?(?:{_MOST} )?(?:possible )?volume",
        rf"how (?:large|big) should the (?:squares|cut-out squares|corner squares) be ,? ?(?:in order )?(?:to (?:maximi[sz]e|get|obtain|give)|for|so that the box has) (?:the )?(?:{_MOST} )?(?:possible )?volume(?: of the box)?",
        rf"(?:what|which) value of x (?:gives|maximi[sz]es|produces|will give|yields) (?:the )?(?:{_MOST} )?(?:possible )?volume(?: of the box)?",
        rf"{FIND}the side(?: length)? of the squares?",
        rf"{FIND}(?:the )?(?:size|side|side length|length of the side) of the squares? (?:that should be cut|to be cut|cut out|that must be cut)? ?(?:out)? ?(?:{_TO_MAX}|for (?:the )?{_MOST} )?(?:the )?volume(?: of the box)?",
        rf"(?:what size|how large|how big) (?:squares?|should the squares?) (?:should be cut|be) ?(?:out)? ?(?:{_TO_MAX}|so that the box has the {_MOST} |to maximi[sz]e )(?:the )?volume(?: of the box)?",
    ),
    # a can
    "can": (
        rf"an? (?:manufacturer|company|firm|factory) (?:makes|produces|wants to make|is designing|designs|needs) (?:an? )?(?:closed )?cylindrical (?:cans?|tins?) (?:of volume|that (?:must |should |will )?(?:each )?holds?|to hold|with (?:a )?volume(?: of)?|which (?:must |should |will )?(?:each )?holds?) <V>{_U3}",
        rf"an? (?:closed )?(?:cylindrical|cylinder-shaped) (?:can|tin|container|drum)(?: with a (?:lid|top|top and a bottom))? (?:must|is to|should|has to|will)? ?(?:be made to|be designed to)? ?(?:hold|contain|have a volume of|has a volume of|with a volume of|of volume) <V>{_U3}(?: of (?:oil|liquid|soup|juice|water))?",
        rf"(?:the volume of an? (?:closed )?(?:cylindrical can|cylinder) is) <V>{_U3}",
    ),
    "ask_radius": (rf"{FIND}(?:the )?radius (?:of the (?:can|base|cylinder) )?(?:that|which|to|for which) (?:minimi[sz]es?|gives the {_LEAST}|the) (?:the )?(?:total )?(?:surface area|amount of (?:material|metal)(?: used)?|cost of the (?:material|metal)|material)(?: {_BE_MIN})?", rf"{FIND}(?:the )?radius (?:of the (?:can|tin|base|cylinder) )?(?:that|which) (?:uses|needs|requires|takes|gives|has) the {_LEAST} (?:metal|material|tin|amount of (?:metal|material)|(?:total )?surface area)", rf"{FIND}(?:the )?radius (?:of the (?:can|tin|base|cylinder) )?(?:that|which) makes the (?:(?:total )?surface area|amount of (?:metal|material)(?: used| needed)?) {_BE_MIN}", rf"what radius (?:uses|needs|requires|gives) the {_LEAST} (?:metal|material|(?:total )?surface area)"),
    "ask_can": (rf"{FIND}(?:{_DIMS}|the radius and height|the radius and the height) (?:of the (?:can|cylinder) )?(?:that|which) (?:will )?(?:minimi[sz]es?|use the {_LEAST}) (?:the )?(?:total )?(?:surface area|amount of (?:material|metal)(?: used)?|cost of the (?:material|metal)|material)",),
    "ask_surface": (rf"{FIND}the {_LEAST} (?:total )?surface area(?: of the (?:can|cylinder))?",),
    # two numbers
    "numbers": (
        rf"{FIND}(?:2|two) (?:positive |nonnegative |real |non-negative )?(?:real )?numbers (?:whose|with) (?P<fixed>sum|product|difference) (?:is|of) <n> (?:and|such that) (?:whose|their|the)? ?(?P<goal>sum|product|sum of squares|sum of their squares) {_BE_MAX}",
    ),
    "numbers_min": (
        rf"{FIND}(?:2|two) (?:(?P<positive>positive) |nonnegative |real |non-negative )?(?:real )?numbers (?:whose|with) (?P<fixed>sum|product|difference) (?:is|of) <n> (?:and|such that) (?:whose|their|the)? ?(?P<goal>sum|product|sum of (?:their )?squares) {_BE_MIN}",
    ),
    "pair": (r"the (?P<fixed>sum|product|difference) of (?:2|two) (?:(?P<positive>positive) |nonnegative |real |non-negative )?(?:real )?numbers is <n>",),
    "ask_pair_max": (rf"{FIND}the {_MOST} (?:value )?(?:of )?(?:their )?(?P<goal>product)",),
    "ask_pair_min": (rf"{FIND}the {_LEAST} (?:value )?(?:of )?(?:their )?(?P<goal>sum|product|sum of (?:their )?squares)",),
    # rectangles
    "rectangle": (
        rf"{FIND}{_DIMS} of (?:the )?{_MOST} area (?:with|that has|having|whose) (?:a )?perimeter (?:of |is )?<P>{_U}",
        rf"{FIND}{_DIMS} (?:with|that has) (?:a )?perimeter (?:of )?<P>{_U} (?:whose area|that has the {_MOST} area|with (?:the )?{_MOST} area)(?: is as large as possible)?",
    ),
    "rectangle_area": (rf"{FIND}the {_MOST} area of (?:a|the)? ?rectangle (?:with|that has|whose|having) (?:a )?perimeter (?:of |is )?<P>{_U}",),
    "inscribed": (rf"{FIND}the (?:{_MOST})? ?area of (?:the|a) (?:largest |biggest )?rectangle (?:that can be |which can be )?inscribed in a (?P<half>semi-?circle|circle) of radius <R>{_U}",),
    "point": (rf"{FIND}the point on (?:the )?(?:line|curve|parabola|graph of)? ?y = (?P<body>[-+*/^(){{}}\\\w. ]+?) (?:that is |which is )?(?:closest|nearest) to (?:the )?(?P<from>origin|(?:point )?\( [-\d./]+ , [-\d./]+ \))",),
    # prices
    "demand": (
        r"an? (?:company|firm|manufacturer|store|shop|factory) (?:sells|can sell|produces and sells) (?P<x>[a-z]) (?:units?|items?|[a-z]+) (?:per (?:day|week|month) )?at (?:a )?(?:price|price of) ?(?:per unit)? ?(?:of )?p ?(?:\( ?[a-z] ?\))? ?= ?\$? ?(?P<price>[-+*/^(){}\w. ]+?) ?(?:dollars)?(?: each| per unit)?",
        r"the (?:price|demand) (?:function|equation)? ?(?:for (?:a|the) (?:product|item|commodity) )?(?:is )?p ?(?:\( ?(?P<x>[a-z]) ?\))? ?= ?\$? ?(?P<price>[-+*/^(){}\w. ]+?) ?(?:dollars)?",
    ),
    "cost": (r"(?:and )?(?:the )?(?:total )?cost (?:function )?(?:of (?:producing|making) [a-z] (?:units|items) )?(?:is |is given by )?(?:C ?(?:\( ?[a-z] ?\))? ?= ?)?\$? ?(?P<cost>[-+*/^(){}\w. ]+?) ?(?:dollars)?",),
    "ask_units": (rf"{FIND}(?:the )?(?:number of (?:units|items)|how many (?:units|items)|the (?:production|output) level) ?(?:that|which|should be sold|must be sold|should (?:it|the company) sell)? ?(?:to)? ?(?:that)? ?(?:maximi[sz]es?|for) (?:the )?(?:{_MOST} )?(?:profit|profits)",),
    "ask_profit": (rf"{FIND}the {_MOST} profit",),
    "ask_revenue": (rf"{FIND}the {_MOST} revenue",),
    "raise": (
        r"an? (?:[a-z]+ ){0,3}?(?:sells|can sell|sold) <n> (?:[a-z]+ ){1,3}?(?:a|per|each|every) (?:day|week|month|year) (?:at|when the price is|for) (?:a price of )?\$? ?<p>(?: dollars)?(?: each| per [a-z]+)?",
    ),
})  # fmt: skip
_M: Final = r"(?:厘米|米|分米|cm|m|dm)?"
_BIG: Final = r"(?:最大|最大值)"
TABLE_ZH: Final = table({
    "wall": (
        rf"(?:某人|小明|某农户|农户|一农户|李大爷|工人师傅)?(?:要|想|准备)?用(?:长为|总长为|长度为)? ?<L> ?{_M}(?:长)?的?(?:篱笆|栅栏|铁丝网|竹篱笆|栏杆)[,，]?(?:一面|一边)?(?:靠|利用|借助|的一面靠|靠着)(?:一面)?(?:足够长的)?(?:旧)?墙(?:作为一边)?[,，]?(?:\(墙足够长\))?(?:围成|围|建|修建)(?:一个|一块)?(?:矩形|长方形)(?:的)?(?:菜园|花园|场地|鸡场|养鸡场|菜地|苗圃|花圃|区域|羊圈)?",
    ),
    "wire": (
        rf"(?:把|将|用)(?:一根|一段)?(?:长为|长度为|长)? ?<P> ?{_M}(?:长)?的?(?:铁丝|绳子|篱笆|细铁丝|铁丝线)?(?:围成|弯成|折成|围)(?:一个|一块)?(?:矩形|长方形)(?:的)?(?:菜园|花园|场地|菜地)?",
        rf"(?:矩形|长方形)的?周长(?:为|是) ?<P> ?{_M}",
    ),
    "ask_area": (rf"{FIND_ZH}(?:这个|该)?(?:矩形|长方形|菜园|花园|场地|鸡场|养鸡场|菜地|苗圃|花圃|它|围成的矩形)?的?(?:最大面积|面积的最大值|面积最大值|最大的面积){HOW_MUCH_ZH}",),
    "ask_field": (rf"{FIND_ZH}(?:当)?(?:矩形|长方形|菜园|花园|场地|它)?的?(?:长|长、宽|长和宽|长与宽|长宽|边长)(?:各|分别)?(?:为|是)?多少(?:时)?[,，]?(?:菜园|花园|场地|矩形|长方形|它|围成的矩形|所围成的矩形)?的?面积最大",),
    "sheet": (
        rf"(?:用|把|将|有|在)?(?:一块|一张)?边长(?:为|是) ?<s> ?{_M}的(?:正方形)(?:的)?(?:铁皮|铁片|纸板|硬纸板|纸片|薄铁皮|材料)?(?:的)?[,，]?(?:在它的|在其|从|在|的)?(?:四个角|四角|四个角上|四角上|四个角处)(?:上|处)?(?:各|分别|都)?(?:剪去|截去|切去|减去)(?:一个|一块)?(?:相同|大小相同|相等|同样大小|全等)?的?(?:小)?正方形[,，]?(?:然后|再|后|并)?(?:把(?:四边|四周)?|将(?:四边|四周)?)?(?:折起|沿虚线折起|把四边折起|翻折|折转|四边折起)?[,，]?(?:做成|制成|焊成|折成|做|围成)(?:一个|一只)?(?:无盖|没有盖|无盖的)的?(?:长方体)?(?:方盒|盒子|纸盒|方底箱子|水箱|铁盒|容器|箱子|长方体盒子)",
        rf"(?:用|把|将|有|在)?(?:一块|一张)?长(?:为|是)? ?<s> ?{_M}[,，、]?(?:和)?宽(?:为|是)? ?<s2> ?{_M}的(?:长方形|矩形)(?:的)?(?:铁皮|铁片|纸板|硬纸板|纸片|薄铁皮|材料)?(?:的)?[,，]?(?:在它的|在其|从|在|的)?(?:四个角|四角|四个角上|四角上|四个角处)(?:上|处)?(?:各|分别|都)?(?:剪去|截去|切去|减去)(?:一个|一块)?(?:相同|大小相同|相等|同样大小|全等)?的?(?:小)?正方形[,，]?(?:然后|再|后|并)?(?:把(?:四边|四周)?|将(?:四边|四周)?)?(?:折起|沿虚线折起|把四边折起|翻折|折转|四边折起)?[,，]?(?:做成|制成|焊成|折成|做|围成)(?:一个|一只)?(?:无盖|没有盖|无盖的)的?(?:长方体)?(?:方盒|盒子|纸盒|方底箱子|水箱|铁盒|容器|箱子|长方体盒子)",
    ),
    "ask_volume": (rf"{FIND_ZH}(?:这个|该)?(?:方盒|盒子|纸盒|箱子|铁盒|容器|水箱|它)?的?(?:最大容积|容积的最大值|最大体积|体积的最大值){HOW_MUCH_ZH}",),
    "ask_cut": (rf"{FIND_ZH}(?:当)?(?:剪去|截去|切去)?的?(?:小)?正方形的?边长(?:为|是)?多少(?:时)?[,，]?(?:方盒|盒子|纸盒|箱子|铁盒|容器|水箱|它|所得的?方盒)?的?(?:容积|体积)最大",),
    "can": (
        r"(?:要)?(?:做|制作|制造|设计)(?:一个|一种)?(?:容积|体积)(?:为|是)(?:定值)? ?<V> ?(?P<pi>π|\\pi)?(?:立方厘米|cm\^3|cm³)?的?(?:有盖|密闭|封闭)?(?:的)?圆柱形?的?(?:罐头盒|罐|容器|饮料罐|铁罐|油桶|罐子)",
        r"(?:圆柱|圆柱体)的?(?:体积|容积)(?:为|是) ?<V> ?(?P<pi>π|\\pi)?(?:立方厘米|cm\^3|cm³)?",
    ),
    "ask_radius": (rf"{FIND_ZH}(?:当)?(?:它的|其)?底面半径(?:为|是)?多少(?:时)?[,，]?(?:才能使|能使|可使|使)?(?:所用|用|用的|所用的)?(?:材料|料|铁皮)(?:最省|最少)", rf"{FIND_ZH}(?:当)?(?:它的|其)?底面半径(?:为|是)?多少(?:时)?[,，]?(?:它的|圆柱的)?(?:表面积|全面积)最小"),
    "ask_surface": (rf"{FIND_ZH}(?:它|圆柱|该圆柱)?的?(?:表面积|全面积)的?最小值{HOW_MUCH_ZH}",),
    "pair": (r"(?:两个|2个)(?P<positive>正)?(?:实)?数的?(?P<fixed>和|积|差)(?:为|是|等于) ?<n>",),
    "ask_pair_max": (rf"{FIND_ZH}(?:这两个数|它们|这两数|两数)?的?(?P<goal>积|乘积)的?最大值{HOW_MUCH_ZH}",),
    "ask_pair_min": (rf"{FIND_ZH}(?:这两个数|它们|这两数|两数)?的?(?P<goal>和|平方和|积)的?最小值{HOW_MUCH_ZH}",),
    "inscribed": (rf"(?:求)?半径(?:为|是) ?<R> ?(?:厘米|cm|米|m)?的(?P<half>半圆|圆)的?(?:内接)?(?:矩形|内接矩形|内接长方形)的?(?:最大面积|面积的最大值){HOW_MUCH_ZH}",),
    # in a ball
    "in_ball": (
        r"(?:在)?(?:一个)?半径(?:为|是) ?<R:root> ?(?:厘米|cm|米|m)?的(?:一个)?球(?:体)?(?:内|的|中)?(?:内接)(?:一个|有一个)?(?P<solid>圆柱|圆锥)(?:体)?",
        r"(?:一个|有一个)?(?P<solid>圆柱|圆锥)(?:体)?内接于(?:一个)?半径(?:为|是) ?<R:root> ?(?:厘米|cm|米|m)?的(?:一个)?球(?:体)?(?:内|中)?",
        r"内接于(?:一个)?半径(?:为|是) ?<R:root> ?(?:厘米|cm|米|m)?的(?:一个)?球(?:体)?的(?P<solid>圆柱|圆锥)",
        rf"(?:求|在)?半径(?:为|是) ?<R:root> ?(?:厘米|cm|米|m)?的球(?:体)?(?:内|的|中)?(?:的)?(?:所有)?内接(?P<solid>圆柱|圆锥)(?:中)?(?:体)?的?(?P<ask>最大体积|体积的最大值|体积最大值){HOW_MUCH_ZH}",
        r"(?:一个)?(?P<solid>圆柱|圆锥)的?外接球的?半径(?:为|是) ?<R:root> ?(?:厘米|cm|米|m)?",
    ),
    "ask_solid": (rf"{FIND_ZH}(?:这个|该|此)?(?:内接)?(?:(?P<again>圆柱|圆锥)(?:体)?|它|其)?的?(?:最大体积|体积的最大值|体积最大值|体积的最大|体积最大(?:为|是))(?:是多少|为多少|是|为|多少)?",),
    # a price that rises
    "goods": (r"(?:某种|某)?(?:商店|商场|超市|网店|商家|店)?(?:销售|经销|出售|购进)?(?:一种|某种|某)?(?:商品|产品|水杯|杯子|帽子|雨伞|球拍|篮球|灯具|茶叶|饮料|文化衫|T恤|鞋子?|手套|口罩|衬衫|服装|书包|水果|玩具|文具|台灯|纪念品)?(?:的)?[,，]?(?:已知|若|其)?(?:每件|每个|单件)?的?(?:进价|成本|进货价|成本价)(?:为|是)?(?:每件|每个)?(?:为|是)? ?<c> ?元(?:/件|一件)?",),
    "sales": (
        r"(?:若|当|如果)?(?:按)?(?:每件|每个)?(?:以)?的?(?:售价|定价|销售价|销售单价|单价|售价定)?(?:为|是)?(?:每件|每个)? ?<p> ?元(?:/件|一件)?(?:时|的价格|出售|出售时|销售时|售出)?[,，]?(?:平均)?(?:每天|每月|每周|每星期|一个月|一天|一周)?(?:可|可以|能|能够)?(?:卖出|售出|卖|销售|售)(?:每天|每月|每周)? ?<n> ?(?:件|个)",
        r"(?:若|当|如果)?(?:现在|目前)?(?:按|以)(?:每件|每个)? ?<p> ?元(?:/件|一件)?(?:的价格|的售价)?(?:出售|销售|售出|卖出)(?:时)?[,，]?(?:平均)?(?:每天|每月|每周|每星期)?(?:可|可以|能|能够)?(?:卖出|售出|卖|销售|售)(?:每天|每月|每周)? ?<n> ?(?:件|个)",
    ),
    "raised": (r"(?:若|如果|市场调查(?:发现|表明|反映))?[,:，：]?(?:售价|单价|价格|销售单价|每件|定价)?(?:每|若每)?(?:件|个)?(?:涨价|上涨|提高|涨|增加|提价) ?<u> ?元[,，]?(?:则|其|那么)?(?:每天|每月|每周|每星期|月|日|周)?(?:就|就会|会|将)?(?:的)?(?:要)?(?:销量|销售量|销售)?(?:就|就会|会|将|就要)?(?:少卖|少卖出|减少|少售出|少销售|少) ?<d> ?(?:件|个)",),
    "floor": (r"(?:若|如果|已知|要求|规定)?(?:每件)?(?:商品)?(?:的)?(?:售价|定价|销售价|销售单价|单价)(?:不低于|不得低于|不能低于|至少为|不少于) ?<p> ?元",),
    "lowered": (r"(?:若|如果|市场调查(?:发现|表明|反映))?[,:，：]?(?:售价|单价|价格|销售单价|每件|定价)?(?:每|若每)?(?:件|个)?(?:降价|下降|降低|降) ?<u> ?元[,，]?(?:则|其|那么)?(?:每天|每月|每周|每星期)?(?:就|就会|会|将)?(?:的)?(?:销量|销售量|销售)?(?:就|就会|会|将|可以|可)?(?:多卖|多卖出|增加|多售出|多销售|多) ?<d> ?(?:件|个)",),
    "ask_price": (rf"{FIND_ZH}(?:当)?(?:每件|该商品|商品)?(?:的)?(?:售价|定价|销售价|销售单价|单价)(?:应)?(?:定)?(?:为)?多少(?:元)?(?:时)?[,，]?(?:才能使|能使|可使|使|才能获得|可获得)?(?:每天|每月|每周|每星期|月|日|周)?(?:的)?(?:总)?(?:销售)?(?:最大利润|利润最大|获得最大利润|所得利润最大|获利最大|利润达到最大)",),
    "ask_profit": (rf"{FIND_ZH}(?:该商店|商店|商场)?(?:每天|每月|每周|每星期|月|日|周)?(?:的)?(?:可|能)?(?:获得|可获得|获得的|可获得的)?(?:的)?(?:总)?(?:最大利润|最大销售利润|利润的最大值|利润最大值|销售利润最大){HOW_MUCH_ZH}(?:元)?",),
    "demand": (r"(?:当)?(?:销售价|售价|销售单价|单价|定价)(?:定)?(?:为)? ?(?P<x>[a-z]) ?(?:元|元/件)?(?:/件)?(?:时)?[,，]?(?:每天|每月|每周)?的?(?:销售量|销量)(?:为|是) ?(?P<amount>[-+*/^(){}\w. ]+?) ?(?:件|个)",),
})  # fmt: skip
