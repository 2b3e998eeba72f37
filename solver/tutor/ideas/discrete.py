"""Ideas of the topics about counting, sequences and data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_CHANCE = (
    "Count what can happen and what fits. If all outcomes are equally likely, the probability is the number of fitting ones over the number of all; draws one after another are multiplied, separate cases added.",
    "数出所有可能的结果和符合要求的结果。若各结果等可能，概率就是两者之比；接连的步骤相乘，不同的情形相加。",
)
_SUM = (
    "Look at how one term comes from the next. Equal differences: half the number of terms times first plus last. Products of neighbours in the denominator: split each term so that it telescopes. Powers: use the known sum.",
    "看相邻两项的关系。差相等：项数乘首末两项之和再除以二。分母是相邻数的积：裂项相消。幂的和：用已知公式。",
)
IDEAS: Final[Mapping[str, tuple[tuple[str, str, str], ...]]] = {
    "first_terms": (("", "A formula gives each term from its number, a rule from the term before it. Write the terms down one after the other.", "通项公式由项数求出每一项，递推式由前一项求出后一项；依次写出各项即可。"),),
    "regression": (("", "The line of least squares passes through the point of the two means. Its slope compares how x and y vary together with how x varies.", "最小二乘直线经过两个平均数组成的点；斜率是 x、y 共同变化量与 x 变化量之比。"),),
    "counting_symbols": (("", "The symbol counts choices. Without order, descending factors are divided by the orders of what is chosen; with order, the descending factors alone are multiplied.", "这个符号表示选法的种数。不计顺序时，递减的因数之积还要除以所选元素的排列数；计顺序时只取递减因数之积。"),),
    "series": (("", *_SUM),),
    "mixed_sums": (("", "Sum the long part first, with the number of terms and its first and last one; or group the terms so that each group has the same value. Then do the rest in the usual order.", "先求长的那一串的和（看项数、首项和末项），或者把各项分组，使每组的值相同；然后按通常的运算顺序算完。"),),
    "closed_sums": (("", "A sum may be taken apart: term by term, with constant factors in front of the sum sign. Then the known sums of constants, of the counting numbers, their squares and their powers are put in.", "求和可以拆开：逐项求，常数因子提到求和号外。再代入常数、自然数、平方以及各次幂的已知求和公式。"),),
    "set_operations": (
        (r"\\subseteq|⊆|subset|子集", "An inclusion is a condition on the letter. The empty set lies in every set, so look at that case by itself; else put each element, or both ends, of the inner set to the test.", "包含关系就是关于字母的条件。空集是任何集合的子集，要单独讨论；非空时，逐个检验里面集合的元素或两个端点。"),
        ("", "First write out each set: its elements, or its part of the number line. An intersection has what is in both, a union what is in at least one, a difference what is in the first and not in the second, a complement what the universal set has besides. For intervals, a sketch of the number line shows which ends belong.", "先把每个集合写清楚：列出元素，或在数轴上画出范围。交集取两者共有的，并集取至少属于其中一个的，差集取属于前者而不属于后者的，补集取全集中剩下的。对区间，画数轴看端点是否取到。"),
    ),
    "sequence_graphs": (("", "A sequence lives on the whole numbers only. Work out each term, plot it above its number, and leave the points apart.", "数列只在正整数处有定义。逐项算出来，画在对应的序号上方，各点不连线。"),),
    "sequences": (
        (r"geometric|等比|\bratio\b", "A geometric sequence. Each term is the one before times the same ratio, so a term is the first one times a power of the ratio. Write what is given in the first term and the ratio, and divide equations to get rid of one.", "等比数列。每一项都是前一项乘同一个公比，所以通项是首项乘公比的幂。把已知条件用首项和公比表示，两式相除可以消去一个。"),
        (r"arithmetic|等差", "An arithmetic sequence. Each term is the one before plus the same difference, so a term is the first one plus as many differences as there are steps. Write what is given in the first term and the difference.", "等差数列。每一项都是前一项加同一个公差，所以通项是首项加若干个公差。把已知条件用首项和公差表示。"),
        ("", "Follow the rule. Find what leads from one term to the next, put the known term in, and go on step by step – or turn it into a known kind of sequence.", "按规则推。找出从一项到下一项的关系，代入已知项逐步递推，或者把它转化成熟悉的数列。"),
    ),
    "arrangements": (
        (r"相邻|next to each other|together|两端|either end|at an? end", "Side by side: take them as one block. Apart: count all and take away those side by side. A wish for a place comes first, before the others are set.", "相邻就捆绑成一个整体；不相邻可以用总数减去相邻的情况；对位置有要求的先排，再排其余的。"),
        ("", "Does the order matter? Count place by place and multiply. If the order does not matter, or equal things cannot be told apart, divide by the number of orders that look the same; round a table, one seat is fixed.", "先想顺序是否重要。一个位置一个位置地数，再相乘。不计顺序或有相同元素时，要除以重复的排列数；围成圆圈时先固定一个位置。"),
    ),
    "separated_letters": (("", "Together: glue the letters into one block. Apart: first arrange the others, then put the letters into the gaps between them and at the ends. Equal letters are not told apart.", "相邻用捆绑法：把它们看成一个整体。不相邻用插空法：先排其他的，再插入空当和两端。相同的字母不加区分。"),),
    "listed_sequences": (("", "Look at the differences between neighbours, then at their differences, or at the quotients. What stays constant is the rule; build back from it.", "看相邻两数之差，再看差的差，或者看商。保持不变的就是规律，由它往回推。"),),
    "random_variables": (("", "The expected value is the average in the long run: weigh each value with its probability. The variance is the same average of the squared distances from it.", "数学期望是以概率为权的平均值；方差是各取值与期望之差的平方以概率为权的平均值。"),),
    "draws": (("", *_CHANCE),),
    "number_chances": (("", *_CHANCE),),
    "formed_numbers": (("", "Fill the places one after the other, the most restricted one first – the leading digit must not be zero, the last one decides about even and odd – and multiply the numbers of choices.", "逐位来填，限制最多的位先填：首位不能是零，末位决定奇偶。把各位的选法数相乘。"),),
    "statistics": (
        (r"median|quartile|interquartile|box|five-number|中位数|四分位|箱", "Sort the data first. The median is the one in the middle (or the mean of the two in the middle); the quartiles are the medians of the lower and the upper half.", "先把数据从小到大排好。中位数是正中间的数（或中间两数的平均）；四分位数是前后两半的中位数。"),
        (r"deviation|variance|方差|标准差", "Spread about the mean. Take the deviations from the mean, square them so that signs do not cancel, and average; a root brings it back to the unit of the data.", "相对平均数的离散程度。先求各数与平均数的差，平方以免正负抵消，再求平均；开方后回到原来的单位。"),
        (r"mode|众数", "The mode is what occurs most often. Count how often each value occurs.", "众数是出现次数最多的数，数一数每个数出现几次。"),
        ("", "The mean shares the sum equally: sum over number. A known mean therefore tells the sum, and a missing value is what the others lack.", "平均数就是把总和平均分：总和除以个数。所以知道平均数就知道总和，缺的数等于总和减去其余各数。"),
    ),
    "total_probability": (("", "Draw a tree: first which of the cases it is, then whether the event happens in it. Along a branch the probabilities are multiplied; the branches with the event are added. If the event is known to have happened, ask which part of that sum the branch has.", "画树状图：先分是哪种情形，再看该情形下事件是否发生。沿一条路径概率相乘，各条路径相加就是事件的概率；若已知事件发生，就看某条路径在其中占多大的部分。"),),
    "event_chances": (("", "Which rule connects what is told with what is asked? Opposite events add up to one; the union is the sum less what is counted twice; a conditional probability is that of both over that of the condition; of independent events the probabilities are multiplied.", "看哪条公式把已知和所求联系起来：对立事件概率之和为一；并事件等于两概率之和减去重复的部分；条件概率等于同时发生的概率除以条件的概率；独立事件的概率可以相乘。"),),
    "normal": (("", "Say how many standard deviations each bound lies from the mean. The curve is symmetric about the mean, so half lies on each side and mirrored parts are equal; the distribution function of the standard normal variable gives the rest.", "先看各界限离均值几个标准差。正态曲线关于均值对称，两侧各占一半，对称的部分相等；其余的用标准正态分布函数求。"),),
    "coursework": (
        (r"[rρ]\s*(?:\^\s*\{?2\}?)?\s*=|cardioid|rose|螺线|心形", "In polar coordinates the area is made of thin sectors, half of the radius squared times the angle each. Find between which angles the curve is drawn just once; a loop begins and ends where r = 0.", "极坐标下的面积由小扇形组成，每个是半径平方的一半乘角度。先确定曲线恰好画一遍的角度范围；一叶的两端 r = 0。"),
        (r"(?i)markov|马尔|马氏", "What does one step do to a row of probabilities? Multiply it by the transition matrix; a stationary distribution stays as it is, and adds up to 1.", "一步转移对概率行向量做什么？右乘转移矩阵；平稳分布不变，且总和为 1。"),
        (r"(?i)least.squares|best fit|regression|最小二乘|回归|拟合", "Write down the sums of x, of y, of the squares of x and of the products; slope and intercept follow from these four.", "先算出 x、y、x 的平方与 xy 的和，斜率与截距由它们得到。"),
        (r"(?i)permutation|cycle|置换|排列", "Write the permutation as disjoint cycles. Order, sign and inverse can be read off these.", "先把置换写成不相交的轮换，阶、符号和逆都可由此读出。"),
        (r"(?i)tree|graph|edges|树|图", "Add up the degrees: every edge counts twice. A tree has one edge less than vertices.", "把度数相加：每条边算了两次。树的边数比顶点数少 1。"),
        ("", "What is free to choose, and what does each choice leave? Multiply the free choices; take away what does not count by inclusion and exclusion.", "哪些可以自由选择，每次选择之后还剩什么？自由选择相乘；不合条件的用容斥原理去掉。"),
    ),
    "named_distributions": (("", "Which experiment is it? A fixed number of equal independent trials, drawing without putting back, waiting for the first success, or rare events with a known mean number: each has its formula for the probabilities, the expected value and the variance.", "先判断是哪种试验：固定次数的独立重复试验、不放回抽取、等待首次成功，还是平均次数已知的稀有事件；每一种都有自己的概率、期望和方差公式。"),),
    "many_throws": (("", "Count equally likely outcomes. For “so many of them”, choose which ones they are and multiply by the possibilities of each; for “at least one” or “at least two alike” the opposite is often quicker.", "数等可能的结果。问“恰有几个”时，先选出是哪几个，再乘以各自的可能数；问“至少”时，往往先求对立事件更快。"),),
    "selections": (("", "Does the order matter, and can the things be told apart? Multiply the possibilities place by place, and divide by the number of orders that count as the same: orders of a group, turns of a table, a ring turned over.", "先看顺序是否重要、东西能否区分。逐个位置相乘，再除以算作同一种的个数：组内的次序、圆桌的旋转、环的翻转。"),),
    "densities": (("", "The whole area under a density is one; this fixes a constant in it. Probabilities are areas, and a mean is the integral of the variable times the density.", "密度曲线下的总面积等于一，由此可定出其中的常数。概率是面积，期望是自变量乘以密度的积分。"),),
    "lectures": (
        (r"(?i)eigenvalue|diagonal|特征值|对角|characteristic|特征多项式", "Look for the directions that the matrix only stretches. What the matrix does to them, every polynomial of the matrix does with the same polynomial of the factor.", "找矩阵只作伸缩的方向。矩阵的多项式对特征向量的作用，就是把同一个多项式用在特征值上。"),
        (r"(?i)satisf|满足", "Write the equation as a product of the matrix that is to be inverted and something else.", "把等式凑成所求逆的矩阵与另一个矩阵的乘积。"),
        ("", "Which definition or rule belongs to the words? Write it down with letters first, then put in what is told.", "先写出这些词对应的定义或公式，再把已知条件代入。"),
    ),
}  # fmt: skip
