"""Ideas of the topics about stories, and of those that hand on a part of a longer problem."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_STORY = (
    (
        r"%|percent|discount|interest|百分|折|利率|利息",
        "Find the whole. A percentage is always one of something: ask what the hundred percent are, and whether the result is the part, the rest or the whole.",
        "找准“单位一”。百分数总是针对某个整体说的：先问谁是百分之百，再看要求的是部分、剩余还是整体。",
    ),
    (
        r"km|miles?\b|speed|per hour|千米|速度|每小时|每分钟走",
        "Distance, speed and time. Distance is speed times time; moving towards each other the speeds add, in the same direction they subtract.",
        "路程、速度、时间。路程等于速度乘时间；相向而行速度相加，同向而行速度相减。",
    ),
    (
        r"times as|twice|倍",
        "Draw the smaller amount as one part. The other is so many parts of it, and the given sum or difference tells how much one part is.",
        "把较小的量画成一份，另一个量就是几份；已知的和或差告诉你一份是多少。",
    ),
    (
        "",
        "Tell the story again with amounts only: what there is at first, what is added, taken away, shared or repeated. Give the unknown amount a name and write down what ties it to the others.",
        "只用数量把故事再讲一遍：原来有多少，增加、减少、平均分还是重复几次。给未知的量起个名字，写出它与其他量的关系。",
    ),
)
IDEAS: Final[Mapping[str, tuple[tuple[str, str, str], ...]]] = {
    "word_problems": _STORY,
    "school": (
        (r"种|栽|锯|爬楼|敲", "Count the gaps, not the things. Between things in a row there is one gap fewer than things; at a closed ring there are as many.", "先数间隔，再数个数。排成一行时，间隔比个数少一；围成一圈时，两者相等。"),
        (r"(?i)\bladder|\bleans\b|north|from the top of|梯子|云梯", "Look for the right angle: the wall and the ground, north and east. Draw the triangle, say which side lies opposite the right angle, and use the Pythagorean theorem.", "先找直角：墙与地面、向北与向东。画出直角三角形，认清哪条边是斜边，再用勾股定理。"),
        (r"(?i)halfway|middle|short of|中点|离一半|超过一半", "Draw the way as a line and mark its middle. What is told is the piece between the middle and the place that is reached: find what part of the whole this piece is.", "把全程画成线段，标出中点。题目给的是中点与所到位置之间的一段：先求这一段占全程的几分之几。"),
        (r"(?i)together.*every|every.*together|同时.*每|每.*同时", "Each of them happens after multiples of its own time. They happen together after a common multiple; the first is the least one.", "各自发生的时刻都是自己间隔的倍数；同时发生的时刻是公倍数，最早的一次是最小公倍数。"),
        (r"(?i)in (?:threes|fours|fives|sixes)|bags of|地数|除以.*余", "What is left over is a remainder. Write one condition for each way of counting, list the numbers that fit the largest divisor, and look for one that fits the others.", "剩下的就是余数。每种数法写一个条件，先列出符合最大除数的数，再从中找符合其他条件的。"),
        (r"(?i)surrounded by a|path .*wide|周围|四周", "What goes around something is the large figure less the small one. The large one is wider by the path on both sides.", "围在外面的部分等于大图形减去小图形；大图形每一侧都要加上路宽。"),
        (r"(?i)melted|recast|熔铸|铸成|锻", "The shape changes, the volume does not. Find the volume from the first shape, then use it for the second.", "形状变了，体积不变。先由原来的形状求体积，再用到新的形状上。"),
        (r"(?i)\b(?:train|tram)\b.*\b(?:bridge|tunnel)|火车.*[桥隧]|列车.*[桥隧]", "From head on to tail off the train goes the length of the bridge and its own length.", "从车头上桥到车尾离桥，火车所行的路程是桥长加车长。"),
        (r"至少|最多|坐|装", "Divide with remainder and think what the remainder means in the story: does it need one more, or is it left over?", "做带余除法，再想余数在题中的意义：是要再加一份，还是剩下不要？"),
        *_STORY,
    ),
    "everyday": (
        (r"%|折|percent", "Take one change after the other: each percentage is one of the amount that it finds, not of the first one.", "一次变化一次变化地算：每个百分数都是“变化前”那个数的百分之几，不都是最初那个数的。"),
        (r"(?i)catch|overtake|追", "Look at the distance between the two: how large is it when both are on the way, and by how much does it shrink in each unit of time?", "看两者之间的距离：都在路上时相差多远，每份时间缩短多少？"),
        (r"(?i)\bmeet|toward|相遇|相向|相对", "In each unit of time both together cover the sum of their speeds.", "每份时间两者一共走的路程是速度和。"),
        (r"(?i)\b(?:average|mean)\b|平均[^分]|平均分(?:数|是|达|提|为)", "Turn each average into a total: times how many there are. Totals may be added and subtracted, averages may not.", "把每个平均数乘个数变成总数。总数可以相加减，平均数不可以。"),
        (r"(?i)\b(?:as old as|years older|years younger|ages?)\b|[岁龄]", "Both get older by the same number of years, so the difference of their ages stays. Say how many times the younger age this difference is, now and then.", "两人同时增长相同的岁数，年龄差不变。想一想年龄差在现在和那时各是年幼者年龄的几倍。"),
        (r"(?i)equally|evenly|left over|needed|平均分|剩|装|坐", "Divide with remainder and think what the remainder means here: is it left over, or does it need one more?", "做带余除法，再想余数在题中的意义：是剩下不要，还是要再加一份？"),
        *_STORY,
    ),
    "exams": (
        (r"(?i)histogram|frequency density|直方图|组距", "In a histogram the area of a bar counts, not its height: width of the class times frequency density.", "直方图中用面积表示多少：组距乘小矩形的高。"),
        (r"(?i)similar|相似", "First find the ratio of the lengths. Areas have its square, volumes its cube.", "先求长度之比；面积之比是它的平方，体积之比是它的立方。"),
        (r"(?i)bound", "Write down between which two numbers each measure lies. Then think which end of each makes the result as large (or as small) as possible.", "先写出每个量在哪两个数之间，再想各取哪一端能使结果最大（或最小）。"),
        (r"(?i)cone|圆锥", "Bend the sector in your mind: its arc becomes the circumference of the base, its radius the slant height.", "想象把扇形卷起来：弧长变成底面周长，扇形半径变成母线。"),
        (r"(?i)circle|⊙|圆O", "Look which angles stand on the same arc, where two radii make an isosceles triangle, and where a diameter or a tangent gives a right angle.", "看哪些角对着同一条弧，哪里两条半径构成等腰三角形，哪里由直径或切线得到直角。"),
        (r"(?i)best|game|局", "Think of the last game: whoever wins the match wins it. Count in how many ways the games before it can have gone.", "从最后一局想起：获胜者一定胜最后一局，再数前面各局有多少种情形。"),
        (r"(?i)profit|利润|盈利", "Let the price change by so many steps. Write the profit of one thing and the number sold with that letter; their product is a quadratic function.", "设价格变动若干次，用它表示每件的利润和销量，两者之积是二次函数。"),
        ("", "Write down what each sentence says with letters, one after the other, and what is asked; then look which law ties them together.", "把每句话用字母写下来，再写出所求，想一想哪条规律把它们联系起来。"),
    ),
    "number_riddles": (("", "Translate word by word. Name the number by a letter, write down what is done to it, in that order, and set it equal to what comes out; then undo the operations.", "逐词翻译。把这个数设为字母，按顺序写出对它做了什么，令其等于结果，再逐步还原。"),),
    "givens": (("", "Work in order. Each sentence before the question settles one letter; find it, put it into what follows, and only then answer the question.", "按顺序来。问题前面的每句话确定一个字母：先求出它，代入后面的式子，最后再回答问题。"),),
    "contests": (
        (r"(?i)\b(?:minimum|maximum|largest|smallest|least|greatest|shortest)\b.*\\|最大值|最小值", "Where can it be extreme? For sums of positive terms compare the arithmetic with the geometric mean, weighted so that the letters cancel. Else look inside, where all derivatives fit the condition, and on every part of the border, and compare.", "最值可能在哪里取到？正数的和可用加权的算术—几何平均不等式，使字母恰好消去；否则在内部用导数（拉格朗日条件），再看每一段边界，最后比较。"),
        (r"(?i)\bplanes?\b|pmatrix|tetrahedron|sphere", "Work with coordinates: a line is a point and a direction, a plane a normal vector. Two that meet share a point; what is perpendicular has the dot product zero.", "用坐标：直线由一点和方向给出，平面由法向量给出。相交就有公共点，垂直就是数量积为零。"),
        (r"floor\(|\\l(?:floor|ceil)|取整", "Write the number as its whole part and a rest between zero and one. That leaves few whole parts; try each of them.", "把数写成整数部分与零到一之间的余下部分，可能的整数部分就不多了，逐个检验。"),
        (r"\\[cl]?dots|\.{3}|…", "Look how it is built. In a sum find what the terms have in common and write the general one; what goes on without end stands again inside itself, and that gives an equation.", "看它的构造。求和时找出各项的共同形式，写出通项；无限延续的式子在自身里面再次出现，由此得到方程。"),
        (r"(?i)rational roots|integer roots|有理根|整数根", "The rational root theorem. A root in lowest terms has a numerator that divides the last coefficient and a denominator that divides the first one.", "有理根定理。既约分数根的分子整除常数项，分母整除首项系数。"),
        (r"(?i)coefficient|constant term|degree of", "What decides is the leading term, the constant term or one power. Multiply out only as far as it is needed, and combine like terms.", "关键在首项、常数项或某一次幂。按需要展开，合并同类项。"),
        (r"(?i)remainder when", "The remainder has a lower degree than the divisor, and where the divisor is zero it agrees with the polynomial.", "余式的次数低于除式；在除式的零点处，余式与多项式的值相等。"),
        (r"(?i)complex|overline|\|z\|", "A modulus of a product is the product of the moduli, and conjugation may be done part by part.", "积的模等于模的积，共轭可以逐部分进行。"),
        (r"(?i)(?:odd|even) functions?", "Replace x by its opposite, from the inside out: an even function does not notice it, an odd one hands the sign on.", "从里到外把 x 换成相反数：偶函数不变，奇函数把负号传出来。"),
        (r"(?i)such that|satisf|given that.*=|满足|已知.*=", "You may not need the letters themselves. Look for a way to write what is asked for with the expressions that are known.", "不一定要求出字母本身。想办法用已知的式子表示所求的式子。"),
        (r"(?i)probabilit|chance|概率|可能性", "List what can happen so that every outcome is equally likely, mark those that fit, and divide: fitting ones over all.", "把所有机会均等的结果列出来，标出符合要求的，再用符合的个数除以总数。"),
        (r"(?i)truth|lying|lied|guessed|is true|真话|假话|说谎|说对", "Suppose it is the first one, and look at every statement: is it true then? Count the true ones. Go on with the next one until the count is as told.", "假设是第一个人，逐句判断真假，数出真话的句数；再假设下一个，直到句数与题目相符。"),
        (r"(?i)\bboth\b|neither", "Draw two circles that overlap. Who is in both was counted twice when the two numbers are added.", "画两个相交的圆。把两个数相加时，两者都有的算了两次。"),
        (r"(?i)average|mean", "Turn each average into a sum: times how many there are. Sums may be added and subtracted, averages may not.", "把每个平均数乘个数变成总和。总和可以相加减，平均数不可以。"),
        (r"(?i)remain|left", "What is left over is a remainder. List the numbers that fit the largest divisor, and look for one that fits the others.", "剩下的就是余数。先列出符合最大除数的数，再从中找符合其他条件的。"),
        ("", "What is counted here? Put it in order, place by place or kind by kind, so that nothing is counted twice or forgotten; choices that go with each other are multiplied.", "先弄清数的是什么，再按位置或种类有序地数，不重不漏；互相搭配的选择数要相乘。"),
    ),
    "two_questions": (("", "Two questions about the same thing. Answer them one after the other; often the first result helps with the second.", "同一个对象有两个问题，逐个回答；第一个结果往往对第二个有帮助。"),),
}  # fmt: skip
