"""What `parabolas` reads and says, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

VOCABULARY: Final = {
    "vertex": "vertex|vertices|vertex point|turning point|stationary point|coordinates of the vertex|vertex coordinates|顶点|顶点坐标|顶点的坐标|顶点是|顶点在哪里|拐点坐标",
    "high_point": "maximum point|highest point|max point|最高点|最高点坐标|最高点的坐标|最大值点",
    "low_point": "minimum point|lowest point|min point|最低点|最低点坐标|最低点的坐标|最小值点",
    "vertex_x": "xcoordinate of the vertex|xcoordinate of its vertex|xcoordinate of the turning point|vertex's xcoordinate|顶点的横坐标|顶点横坐标|顶点的xcoordinate",
    "vertex_y": "ycoordinate of the vertex|ycoordinate of its vertex|ycoordinate of the turning point|vertex's ycoordinate|顶点的纵坐标|顶点纵坐标",
    "axis": "对称轴是哪条直线|对称轴为哪条直线|axis of symmetry|line of symmetry|symmetry axis|axis|symmetric about|symmetrical about|对称轴|对称轴方程|对称轴的方程|对称轴是直线|对称轴为直线",
    "opening": "direction of opening|opening direction|opens|open|direction|which direction|up or down|upward or downward|upwards or downwards|开口方向|开口|开口的方向|开口朝哪个方向|开口向哪",
    "form": "vertex form|in vertex form|completed square form|顶点式|顶点式的形式|配方成顶点式|化成顶点式",
    "square": "complete the square|by completing the square|completing the square|配方|用配方法|配方法|利用配方法|通过配方",
    "shape": "form|in the form|of the form|形式|的形式",
    "maximum": "maximum|maximum value|max value|max|largest value|greatest value|highest value|largest|greatest|highest|最大值|最大|有最大值|取最大值|取得最大值|达到最大值|达到最大|取到最大值",
    "minimum": "minimum|minimum value|min value|min|smallest value|least value|lowest value|smallest|least|lowest|最小值|最小|有最小值|取最小值|取得最小值|达到最小值|达到最小|取到最小值",
    "extremum": "extreme value|extremum|extreme|最值|极值|有最值|取最值|取得最值",
    "roots": "xintercepts?|zeros?|zeroes|roots|intercepts? with the xaxis|零点|与xaxis的交点的横坐标|与xaxis交点的横坐标|与xaxis两交点的横坐标|xaxis截距|xaxis上的截距|在xaxis上的截距|xintercept",
    "yintercept": "yintercepts?|intercept on the yaxis|intercept with the yaxis|yaxis截距|yaxis上的截距|在yaxis上的截距|与yaxis交点的纵坐标|与yaxis的交点的纵坐标",
    "only_x": "xcoordinates|xcoordinates of|交点的横坐标|两个交点的横坐标|两交点的横坐标|交点横坐标",
    "opens_up": "opensup",
    "opens_down": "opensdown",
    "meet": "crosses|cross|crossing|meets|meet|intersects|intersect|intersection|intersections|points? of intersection|intersection points?|cuts|cut|hits|hit|crossing points?|common points?|points? where|intersected"
    "|交点|的交点|两个交点|的两个交点|两交点|交点坐标|的交点坐标|交点的坐标|的交点的坐标|的两个交点坐标|的两个交点的坐标|相交|交于|相交于|交|公共点",
    "xaxis": "xaxis|the xaxis|横轴|horizontal axis",
    "yaxis": "yaxis|the yaxis|纵轴|vertical axis",
    "distance": "distance between|distance between the two|length of the segment|distance|距离|之间的距离|间的距离|线段的长|线段长|所截得的线段的长|截得的线段长|截得的线段的长|截得的线段长度",
    "width": "在xaxis上截得的线段长|在xaxis上截得的线段的长|在xaxis上截得线段的长|在xaxis上截得的线段长度|被xaxis截得的线段长|被xaxis截得的线段的长|length of the segment cut from the xaxis",
    "count": "how many|how many times|number of|the number of|个数|的个数|有几个|有多少个|几个",
    "at": "atextreme",
    "too": "attoo",
    "landing": "landing",
    "counted": "counted",
    "unclear": "unclearquantity",
    "start_speed": "startspeed",
    "start_height": "startheight",
    "vertex_to_x": "vertextox",
    "vertex_to_y": "vertextoy",
    "vertex_to_origin": "vertextoorigin",
    "on_line": "vertexonline",
    "range": "range|range of|值域|的值域|函数值域",
    "through": "passes through|pass through|passing through|goes through|through|contains|containing|lies on|lie on|lying on|passes|经过|过点|过|经过点|通过点|图象过点|图像过点|在抛物线上|图象经过|图像经过|都经过",
    "origin": "the origin|origin|原点|坐标原点",
    "once": "exactly one point|only one point|one point|touches|touch|is tangent to|tangent to|tangent|只有一个交点|只有一个公共点|有且只有一个交点|有且只有一个公共点|有且仅有一个交点|有且仅有一个公共点|仅有一个交点|相切|有唯一公共点|有唯一交点",
    "vertex_on": "vertex on|vertex lies on|vertex is on|whose vertex is on|whose vertex lies on|顶点在",
    "focus": "focus|foci|coordinates of the focus|focal point|焦点|焦点坐标|焦点的坐标|焦点为|焦点是",
    "directrix": "directrix|equation of the directrix|directrix line|准线|准线方程|准线的方程",
    "latus": "latus rectum|length of the latus rectum|latus rectum length|通径|通径长|通径的长",
    "parameter": "distance from the focus to the directrix|distance between the focus and the directrix|distance between focus and directrix|distance from its focus to its directrix|焦点到准线的距离|焦点与准线的距离|焦点到准线距离|焦准距",
    "focal": "distance from the vertex to the focus|distance between the vertex and the focus|distance from the focus to the vertex|distance from the vertex to the directrix|distance between the vertex and the directrix|focal length|顶点到焦点的距离|焦点到顶点的距离|顶点到准线的距离|顶点与准线的距离",
    "equation": "its equation|equation of the parabola|equation of this parabola|parabola's equation|equation of the quadratic|quadratic function's equation|function's equation|解析式|函数解析式|函数的解析式|表达式|函数表达式|抛物线的解析式|抛物线的表达式|二次函数的解析式|抛物线方程|抛物线的方程|标准方程|的标准方程",
    "as_points": "coordinates|points|point|坐标|the coordinates|点的坐标",
    "parabola": "located|lie|lies|at|line|the line|用公式法|公式法|一条|一个|一元|是一条|哪个|哪一点|哪个点|哪里|哪|哪儿|什么地方|哪个位置|什么位置|位置|的位置|坐标是什么|用坐标|用坐标表示|用坐标写出|parabolas?|quadratic|quadratic functions?|functions?|curve|graph|graph of|function's|parabola's|represented by|described by|defined by"
    "|抛物线|二次函数|函数|图像|图象|曲线|的图像|的图象|直线|这条|二次",
    "coordinates": "into|whether|written|is written|written as|is written as|written in the form|is written in the form|某抛物线|某二次函数|某函数|whose|it has|三点|两点|三个点|两个点|这三点|这两点|三点都|must|should|must be|possible|all possible|rewrite|write|convert|change|put|express|interval|on the interval|over the interval|factored|factored form|in factored form|factorised|factorised form|in factorised form|factorized form|in factorized form|intercept|intercept form|in intercept form|root form|in root form|ball|stone|rocket|arrow|object|projectile|model rocket|thrown|is thrown|was thrown|thrown straight up|straight up|thrown upward|upward|upwards|vertically|vertically upward|launched|is launched|was launched|fired|is fired|kicked|is kicked|shot|into the air|balcony|ground|the ground|above the ground|cliff|tower|roof|height|its height|high|metres|meters|feet|seconds?|seconds later|after|later|goes|water|fountain|jet|yards|yard|stream|water s|horizontal|horizontal distance from the starting point|bakery|restaurant|cafe|farm|shopkeeper s|vendor|stand|club|gym|team|coach|golfer|archer|bow|catapult|trampoline|jump|jumps|jumped|springboard|diving board|pool|cave|canyon|deck|window|person|man|woman|child|kid|wall|fence|fenced|enclosed|side|sides|being|being kicked|being thrown|was kicked|above|above the water|get|square|field|farmer|farmer s|area|width|pen|garden|rectangular|rectangle|profit|total profit|daily profit|weekly profit|monthly profit|dollars|items?|rock|pebble|coin|firework|flare|diver|missile|cannonball|bullet|baseball|basketball|soccer ball|football|golf ball|tennis ball|volleyball|toy rocket|dolphin|frog|drone|boy|girl|player|student|gun|cannon|bridge|building|platform|hill|edge|top of|school|store|shop|factory|manufacturer|business|shopkeeper|ledge|tall|flight|path|motion|quantity|modeled by|modelled by|is modeled by|approximated by|given by|is given by|described|during|it reaches|it occur|tossed|is tossed|launch|release|released|dropped|straight|air|earned|earn|made|make|daily|weekly|monthly|per day|per week|per month|tickets?|shirts?|t shirts|toys?|lamps?|chairs?|tables?|bags?|boxes|books?|phones?|cakes?|produced|producing|manufactured|charge|charged|selling price|price|cost|total cost|average cost|new|new parabola|resulting|result|resulting parabola|shifted parabola|translated|image|obtained|new function|moved|its new|units|sold|selling|sells|company|firm|should be sold|revenue|real numbers?|real|constants?|coefficients?|unknown|attain|attains|attained|reach|reaches|reached|achieve|achieves|achieved|take|takes|taken|occur|occurs|its xcoordinate|two|ordered pairs?|two points|which point|what point|at what point|at which points?"
    "|where does|at what points?|make|makes|gives|solve for|solve|use|unit|units|xcoordinate"
    "|一|一种|种|一种产品|产量|生产|矩形|长方形|花园|菜园|场地|围成|的面积|面积|篱笆|墙|弹起|又|推|行进|出手|离手|水珠|水管|喷头|跳水|运动员|起跳|身高|一小球|飞机|飞机着陆|着陆|滑行|停下来|停下|才能停下来|得到的|新的抛物线|新抛物线|新的|平移|平移后|平移后的抛物线|平移后得到的抛物线|平移后所得的抛物线|移动后|后得到|后得到的|后所得|后所得的|后的|某商品|某种商品|某商店|商店|某超市|超市|商品|产品|某产品|某种产品|某公司|公司|某工厂|工厂|商场|某商场|销售某商品|每天|每月|每周|每天的|获得|获得的|所获|获利|能获得|能达到|达到的|能达到的|可以达到|达|从地面|从地面竖直|竖直向上抛|抛|踢出|铅球|篮球|足球|排球|网球|羽毛球|运动员|推出|投出|投篮|飞行|在空中|空中|发射|发射后|弹|离地|水面|喷水|喷出|近似|近似地|近似满足|拱桥|桥拱|桥面|关系|的关系|的关系是|的关系为|的关系式|的关系式为|的关系式是|函数关系式为|间的关系|每件|出售|卖出|生产|销售量|销售单价|总利润|时间|单位长度|球|小球|石子|物体|炮弹|礼炮|火箭|抛出|被抛出|竖直向上|竖直|向上|高度|米|秒|后|时间|运动|飞行|离地面|地面|水流|喷泉|水柱|利润|元|件|销售|售价|单价|单位|关系式|函数关系式|函数关系|之间|满足关系|升高到|可知|的|其|它的|点|方程|化成|化为|写成|改写成|改写为|表示|表示成|范围|范围内|取值范围|区间|时|有|取|取得|达到|实数|常数|系数|两个|两点|两个点|三点|三个点|smaller one first|the smaller one first|smaller first|the smaller first|from smallest to largest|in increasing order|least first|lowest first|two points|both|their|小的写在前面|从小到大写|按横坐标从小到大写|按横坐标从小到大排列|从左到右|横坐标|标准|函数值|自变量|自变量的值|使得|处|在何处|何处",
}

WORDS: Final = {
    "recall": Words(
        "A square is never negative. In \\({form}\\) it is 0 at \\({x}={h}\\), so there the curve turns; the value is \\({k}\\).",
        "平方不会是负数。在 \\({form}\\) 中，当 \\({x}={h}\\) 时平方等于 0，曲线在这里转向，函数值是 \\({k}\\)。",
    ),
    "take_out": Words(
        "Write the terms with \\({x}\\) together and take out the leading coefficient: \\[{before}={taken}\\]",
        "把含 \\({x}\\) 的项放在一起，提出二次项系数：\\[{before}={taken}\\]",
    ),
    "complete": Words(
        "Complete the square: half of \\({b}\\) is \\({half}\\); add and subtract its square \\({square}\\): \\[{before}={after}\\]",
        "配方：一次项系数 \\({b}\\) 的一半是 \\({half}\\)，加上再减去它的平方 \\({square}\\)：\\[{before}={after}\\]",
    ),
    "vertex": Words(
        "So the vertex is \\(({h}, {k})\\). The cell computes it once more from \\({x}=-\\frac{{b}}{{2a}}\\).",
        "所以顶点是 \\(({h}, {k})\\)。下面用公式 \\({x}=-\\frac{{b}}{{2a}}\\) 再算一遍。",
    ),
    "set_zero": Words(
        "The curve meets the \\({x}\\)-axis where \\[{body}=0\\]",
        "曲线与 \\({x}\\) 轴相交处满足 \\[{body}=0\\]",
    ),
    "zeros": Words(
        "The curve meets the \\({x}\\)-axis where \\({body}=0\\): \\({values}\\).",
        "曲线与 \\({x}\\) 轴相交处满足 \\({body}=0\\)：\\({values}\\)。",
    ),
    "no_zeros": Words(
        "The equation \\({body}=0\\) has no real solution: the curve does not meet the \\({x}\\)-axis.",
        "方程 \\({body}=0\\) 没有实数解，曲线与 \\({x}\\) 轴没有交点。",
    ),
    "at_zero": Words(
        "The curve meets the vertical axis where \\({x}=0\\); there the value is \\({value}\\).",
        "曲线与纵轴相交处 \\({x}=0\\)，这时函数值是 \\({value}\\)。",
    ),
    "compute": Words("the vertex lies at x = -b/(2a)", "顶点的横坐标是 -b/(2a)"),
    "method": Words(
        "the derivative is 0 there, and the values were put in", "该点的导数为 0，并代入求得函数值"
    ),
    "method_put_in": Words("the values were put in, and the zeros counted", "代入求值，并核对零点的个数"),
    "ends": Words(
        "On the interval only the ends and, where it lies inside, the vertex can be extreme: {values}.",
        "在这个区间上，最值只能在端点或区间内的顶点处取得：{values}。",
    ),
    "up": Words("upwards", "向上"),
    "down": Words("downwards", "向下"),
}
SENTENCES: Final = {
    "opening": Words("The parabola opens \\({answer}\\).", "开口方向是 \\({answer}\\)。"),
    "form": Words("In vertex form: \\({answer}\\).", "顶点式为 \\({answer}\\)。"),
    "axis": Words("The axis of symmetry is the line \\({answer}\\).", "对称轴是直线 \\({answer}\\)。"),
    "vertex": Words("The vertex is \\({answer}\\).", "顶点坐标是 \\({answer}\\)。"),
    "vertex_x": Words(
        "The first coordinate of the vertex is \\({answer}\\).", "顶点的横坐标是 \\({answer}\\)。"
    ),
    "vertex_y": Words(
        "The second coordinate of the vertex is \\({answer}\\).", "顶点的纵坐标是 \\({answer}\\)。"
    ),
    "high_point": Words("The highest point is \\({answer}\\).", "最高点是 \\({answer}\\)。"),
    "low_point": Words("The lowest point is \\({answer}\\).", "最低点是 \\({answer}\\)。"),
    "maximum": Words("The largest value is \\({answer}\\).", "最大值是 \\({answer}\\)。"),
    "minimum": Words("The smallest value is \\({answer}\\).", "最小值是 \\({answer}\\)。"),
    "at": Words("The extreme value is taken at \\({answer}\\).", "最值在 \\({answer}\\) 处取得。"),
    "roots": Words("The zeros are \\({answer}\\).", "零点是 \\({answer}\\)。"),
    "xpoints": Words(
        "The points on the horizontal axis are \\({answer}\\).", "与横轴的交点是 \\({answer}\\)。"
    ),
    "ypoints": Words("The point on the vertical axis is \\({answer}\\).", "与纵轴的交点是 \\({answer}\\)。"),
    "yintercept": Words(
        "The intercept on the vertical axis is \\({answer}\\).", "在纵轴上的截距是 \\({answer}\\)。"
    ),
    "width": Words(
        "The distance between these points is \\({answer}\\).", "两交点间的距离是 \\({answer}\\)。"
    ),
    "crossings": Words("The number of these points is \\({answer}\\).", "交点的个数是 \\({answer}\\)。"),
    "landing": Words(
        "It lands at \\({answer}\\), the positive zero.", "落地的时间是正的零点 \\({answer}\\)。"
    ),
    "axis_points": Words(
        "The number of points on the axes is \\({answer}\\).", "与坐标轴的交点个数是 \\({answer}\\)。"
    ),
    "vertex_to_x": Words(
        "The distance of the vertex from the \\(x\\)-axis is \\({answer}\\).",
        "顶点到 \\(x\\) 轴的距离是 \\({answer}\\)。",
    ),
    "vertex_to_y": Words(
        "The distance of the vertex from the \\(y\\)-axis is \\({answer}\\).",
        "顶点到 \\(y\\) 轴的距离是 \\({answer}\\)。",
    ),
    "vertex_to_origin": Words(
        "The distance of the vertex from the origin is \\({answer}\\).", "顶点到原点的距离是 \\({answer}\\)。"
    ),
    "range": Words("The range is \\({answer}\\).", "值域是 \\({answer}\\)。"),
}
