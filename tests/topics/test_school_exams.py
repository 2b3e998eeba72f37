"""Questions of school examinations, grades 7 to 12, as the whole product reads them; near ones are declined, also where none would otherwise be answered in the end."""

from __future__ import annotations

import pytest

from solver.topics import exams
from solver.topics.discrete import placed_people
from tests.topics.solved import assert_solved, is_declined, solves, whole_table

SOLVED = (
    ("“$x>1$”是“$x^2>1$”的(  ) A. 充分不必要条件 B. 必要不充分条件 C. 充要条件 D. 既不充分也不必要条件", "A", "B"),
    ("“x^2=4”是“|x|=2”的( ) A.充分而不必要条件 B.必要而不充分条件 C.充分必要条件 D.既不充分也不必要条件", "C", "A"),
    ("Is x > 3 a necessary or sufficient condition for x > 1? A) necessary and sufficient B) sufficient but not necessary C) necessary but not sufficient D) neither", "B", "C"),
    ("For $x>0$, which expression is equivalent to $\\left(x^{2/3}\\right)^{6}\\cdot x^{-1}$? A) $x^{4}$ B) $x^{3}$ C) $x^{17/3}$ D) $x^{5}$", "B", "A"),
    ("Which of the following is equivalent to (2x - 3)(x + 4)? A) 2x^2 + 5x - 12 B) 2x^2 - 12 C) 2x^2 + 11x - 12 D) 2x^2 - 5x + 12", "A", "C"),
    ("下列式子中与$(a^2)^3$相等的是( ) A. $a^5$ B. $a^6$ C. $a^8$ D. $a^9$", "B", "A"),
    ("设$a=2^{0.3}$,$b=0.3^2$,$c=\\log_2 0.3$,则(  ) A. $a>b>c$  B. $a>c>b$  C. $b>a>c$  D. $c>a>b$", "A", "B"),
    ("设a=0.6^{0.6},b=0.6^{1.5},c=1.5^{0.6},则a,b,c的大小关系是( ) A. a<b<c B. a<c<b C. b<a<c D. b<c<a", "C", "A"),
    ("If a = 2^0.5, b = 0.5^2 and c = log_2(0.5), then which is true? A) a > b > c B) b > a > c C) c > a > b D) a > c > b", "A", "D"),
)  # fmt: skip
DECLINED = (
    "设a=3,b=5,则( ) A. a>b B. a<b C. a=b D. 无法比较",  # no option is a value of a and b
    "Which expression is equivalent to x^2? A) x*x B) x^3/x C) x^4 D) 2x",  # two of them are
    "设a=2,b=2,c=3,则( ) A. a>b>c B. a<b<c C. b<a<c D. c<a<b",
    "设x=3,y=5,则( ) A. 小明去 B. 小红去 C. 小刚去 D. 都不去",
)


@pytest.mark.parametrize(("problem", "answer", "wrong"), SOLVED)
def test_it_is_solved(problem: str, answer: str, wrong: str) -> None:
    assert_solved(whole_table, problem, answer, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_near_ones_are_left_alone(problem: str) -> None:
    assert is_declined(whole_table, problem)


KINDS = (
    # histograms
    ("In a histogram, the bar for the class 10 < x ≤ 30 has a frequency density of 1.5. Find the frequency of this class.", "30", "20"),
    ("I'm stuck on a histogram question: the bar for the class 20 ≤ t < 35 has frequency density 2.4. How many people are in that class?", "36", "48"),
    ("On a histogram, the class 160 < h ≤ 175 has frequency 45. Work out the frequency density for this class.", "3", "45"),
    ("频率分布直方图中,某一组的组距为10,频率/组距为0.02,样本容量为200,求这一组的频数。", "40", "4"),
    # similar solids
    ("Two similar cylinders have heights 6 cm and 9 cm. The volume of the smaller cylinder is 80 cm³. Find the volume of the larger cylinder.", "270", "120"),
    ("Two mathematically similar vases have volumes 54 cm³ and 128 cm³. The surface area of the smaller vase is 90 cm². What is the surface area of the larger vase, in cm²?", "160", "120"),
    ("Cone A and cone B are similar. The height of cone A is 4 cm and the height of cone B is 10 cm. The surface area of cone A is 48 cm². Work out the surface area of cone B.", "300", "120"),
    ("The volumes of two similar bottles are 27 ml and 64 ml. The smaller one is 9 cm high. How tall is the larger bottle?", "12", "16"),
    ("Solid A and solid B are similar. The ratio of their surface areas is 4 : 9. The volume of solid A is 64 cm³. Find the volume of solid B.", "216", "144"),
    ("The ratio of the volumes of two similar solids is 8:27. What is the ratio of their surface areas?", "4:9", "2:3"),
    ("两个相似圆柱的高之比为2:3,则它们的体积之比为______。", "8:27", "4:9"),
    # bounds
    ("x = 3.6 and y = 2.4, each correct to 1 decimal place. Find the upper bound of x/y.", r"\frac{73}{47}", "1.5"),
    ("A car travels 150 km, correct to the nearest 10 km, in 2.5 hours, correct to 1 decimal place. Calculate the upper bound of its average speed.", r"\frac{3100}{49}", "62"),
    ("The length of a rectangle is 8.4 cm and its width is 5.6 cm, each correct to 1 decimal place. Calculate the upper bound for the area of the rectangle, in cm².", "47.7425", "47.04"),
    ("p = 8.5 correct to 1 decimal place and q = 3.2 correct to 1 decimal place. Work out the lower bound for p - q.", "5.2", "5.3"),
    ("The radius of a circle is 7 cm to the nearest cm. Find the upper bound for its circumference in terms of pi.", r"15\pi", r"14\pi"),
    # angles of a circle
    ("Points A, B and C lie on a circle with centre O. Angle AOB = 110°. C is on the major arc. Find angle ACB.", "55", "110"),
    ("ABCD is a cyclic quadrilateral. Angle ABC = 82°. Find angle ADC.", "98", "82"),
    ("AB is a diameter of a circle and C is a point on the circle. Angle BAC = 34°. Find angle ABC.", "56", "66"),
    ("PT is a tangent to the circle, centre O, at T. Angle OPT = 28°. Calculate angle POT.", "62", "28"),
    ("TA and TB are tangents to a circle with centre O. Angle ATB = 50°. Find angle AOB.", "130", "100"),
    ("如图,四边形ABCD内接于⊙O,∠A=110°,则∠C的度数是______。", "70", "110"),
    ("如图,点A、B、C在⊙O上,∠ACB=40°,则∠AOB=______。", "80", "40"),
    # matches
    ("甲、乙两人进行乒乓球比赛,采用三局两胜制(先胜两局者获胜,比赛结束)。已知每局比赛甲获胜的概率均为$\\frac{2}{3}$,且各局结果相互独立,求甲最终获胜的概率。", r"\frac{20}{27}", r"\frac{4}{9}"),
    ("甲乙两队进行排球决赛,采用五局三胜制,每局比赛甲队获胜的概率为2/3,求甲队以3:1获胜的概率。", r"\frac{8}{27}", r"\frac{32}{81}"),
    ("甲、乙两人比赛,采取三局两胜制,每局甲胜的概率为3/5,乙胜的概率为2/5,求比赛恰好进行两局就结束的概率。", r"\frac{13}{25}", r"\frac{9}{25}"),
    ("甲、乙进行三局两胜制比赛,每局甲获胜的概率为2/3,设比赛局数为X,求X的数学期望。", r"\frac{22}{9}", "2"),
    ("Teams A and B play until one team has won two games. The probability that A wins a game is 0.7. Find the probability that the match lasts three games.", "0.42", "0.58"),
    # cones
    ("用一个圆心角为θ的扇形围成一个圆锥的侧面(接缝忽略不计),圆锥的底面半径为3 cm,母线长为5 cm,则θ等于多少度?", "216", "108"),
    ("圆锥的侧面展开图是一个半径为4的半圆,则圆锥的底面半径为______。", "2", "4"),
    ("A cone has base radius 3 cm and slant height 5 cm. When it is cut open and laid flat it forms a sector. Find the angle of the sector.", "216", "108"),
    # profits
    ("某商品进价为每件40元,按每件60元出售时每周可卖300件.市场调查发现:每涨价1元,每周要少卖10件.问售价定为每件多少元时每周利润最大?最大利润是多少元?", r"65;\ 6250", r"60;\ 6250"),
    ("服装店销售衬衫,平均每天可售出20件,每件盈利40元,如果每件衬衫每降价1元,平均每天可多售出2件。每件降价多少元时,商场平均每天盈利最多?", "15", "20"),
    ("某商品的进价为每件40元,售价为每件60元时,每周可卖出300件。市场调查发现,售价每上涨1元,每周要少卖出10件。问每件售价定为多少元时,每周的利润最大?", "65", "60"),
    # i, j, k with a letter
    ("The vectors $\\mathbf{a}=2\\mathbf{i}-\\mathbf{j}+2\\mathbf{k}$ and $\\mathbf{b}=p\\mathbf{i}+4\\mathbf{j}-\\mathbf{k}$ are perpendicular. Find the value of $p$.", "3", "2"),
    ("Given that vectors a = 3i + 2j and b = ki - 6j are perpendicular, find k.", "4", "-9"),
    ("The vectors $\\mathbf{u}=k\\mathbf{i}+2\\mathbf{j}$ and $\\mathbf{v}=8\\mathbf{i}+k\\mathbf{j}$ are parallel. Find the possible values of k.", "4, -4", "4"),
    ("Find the value of p if the vectors 2i + pj + k and 4i - 2j - 2k are perpendicular to each other.", "3", "1"),
    ("If $\\vec{a}=2\\hat{i}+\\lambda\\hat{j}+\\hat{k}$ and $\\vec{b}=\\hat{i}-2\\hat{j}+3\\hat{k}$ are orthogonal, find $\\lambda$.", r"\frac{5}{2}", "2"),
    ("已知向量$\\vec{a}=2\\vec{i}+3\\vec{j}$,$\\vec{b}=x\\vec{i}-6\\vec{j}$,且$\\vec{a}\\perp\\vec{b}$,则x=", "9", "-4"),
    # drawn without putting back
    ("一批产品共6件,其中有2件次品,从中任取3件,设取到的次品数为X,求P(X=1).", r"\frac{3}{5}", r"\frac{2}{5}"),
    ("从5名男生和3名女生中选出3人参加比赛，设X为选出的女生人数，求P(X≤1)。", r"\frac{5}{7}", r"\frac{2}{7}"),
    ("A box contains 6 items, 2 of which are defective. Three items are chosen at random. Let X be the number of defective items. Find P(X = 1).", r"\frac{3}{5}", r"\frac{2}{5}"),
    ("从4名男生和2名女生中任选3人参加演讲比赛,设所选3人中女生的人数为X,求X的数学期望E(X)。", "1", "2"),
    ("A bag contains 4 red and 6 blue balls. 3 balls are drawn without replacement. What is the expected number of red balls?", r"\frac{6}{5}", r"\frac{9}{5}"),
    ("从装有3个白球、4个红球的箱子中,随机取出了3个球,X为红球的个数,求X的方差。", r"\frac{24}{49}", r"\frac{36}{49}"),
    # perpendicular bisectors
    ("Find the equation of the perpendicular bisector of the line segment joining A(1, 2) and B(5, 10). Give it in the form x + by = c.", "x+2y=15", "2x+y=15"),
    ("A is the point (−1, 4) and B is the point (3, 2). Find the equation of the perpendicular bisector of AB, giving your answer in the form ax + by + c = 0, where a, b and c are integers.", "2x-y+1=0", "x+2y+1=0"),
    ("The points A(2, 1) and B(6, 3) are given. Find the equation of the perpendicular bisector of AB in the form y = mx + c.", "y=-2x+10", "y=2x+10"),
    ("P is the point (3, 7) and Q is the point (9, −1). The perpendicular bisector of PQ has equation ay = bx + c. Find its equation.", "4y=3x-6", "4y=3x+6"),
    ("已知点A(1,2),B(5,10),求线段AB的垂直平分线的方程。", "x+2y-15=0", "2x-y=0"),
    # for all numbers of an interval
    ("若不等式$x^2-ax+4\\ge 0$对任意$x\\in[1,4]$恒成立,求实数$a$的取值范围。", r"a\le 4", r"a\le 5"),
    ("若不等式x^2-2x+m>0在区间[0,3]上恒成立,则实数m的取值范围是______。", "m>1", r"m\ge 1"),
    ("已知函数f(x)=x^2-ax+3,若对任意x∈[1,3],f(x)≥0恒成立,求实数a的取值范围。", r"a\le 2\sqrt{3}", r"a\le 4"),
    ("若存在x∈[1,3],使不等式x^2-2x-a≤0成立,求a的取值范围。", r"a\ge -1", r"a\ge 3"),
    ("若对任意$x>0$,$x+\\frac{4}{x}\\ge a$恒成立,则实数a的取值范围是______。", r"a\le 4", r"a<4"),
    ("若对任意x∈(0,1),x^2-2x-a<0恒成立,求a的取值范围。", r"a\ge 0", "a>0"),
    ("Find the set of values of a for which x^2 - ax + 4 ≥ 0 for all x in [1, 4].", r"a\le 4", r"a\le 5"),
    # y = k/x
    ("反比例函数$y=\\frac{k}{x}$的图象经过点(3,-2),则当x=-1时,y的值为______。", "6", "-6"),
    ("The point (3, 4) lies on the curve y = k/x. The point (a, 6) also lies on the curve. Find the value of a.", "2", "8"),
)  # fmt: skip
NEAR = (
    "A histogram shows the class 10 < x ≤ 30. The class 30 < x ≤ 40 has frequency density 1.5. Find the frequency of both classes.",
    "Two similar cylinders have heights 6 cm and 9 cm. The volume of the smaller cylinder is 80 cm³. Find the volume of the smaller cylinder.",
    "Two similar vases have heights 6 cm and 9 cm. The smaller vase weighs 80 g. Find the volume of the larger vase.",
    "x = 3.6 and y = 2.4, each correct to 1 decimal place. Find the upper bound of x/z.",
    "The length of a rectangle is 8.4 cm, correct to 1 decimal place, and its width is 5.6 cm. Calculate the upper bound for the area of the rectangle.",
    "A, B and C are points on a circle with centre O. Angle AOB = 110°. Find angle ACB.",  # on which arc?
    "A, B, C and D are points on a circle. Angle ABD = 35°. Work out the size of angle ACD.",  # on which sides?
    "如图,四边形ABCD内接于⊙O,若∠BOD=140°,则∠BCD=______。",
    "已知甲、乙进行三局两胜制的比赛,每局甲胜的概率均为0.6,在第一局乙获胜的条件下,求甲最终获胜的概率。",
    "甲、乙两人进行五局两胜制比赛,每局甲获胜的概率为0.6,求甲获胜的概率。",
    "A cone has base radius 5 cm and slant height 3 cm. When it is cut open and laid flat it forms a sector. Find the angle of the sector.",
    "某商品的进价为每件40元,售价为每件60元时,每周可卖出300件。售价每上涨1元,每周要多卖出10件。问每件售价定为多少元时,每周的利润最大?",
    "某商品的进价为每件40元,售价为每件60元时,每周可卖出300件。售价每上涨1元,每周要少卖出10件,售价不能超过62元。问每件售价定为多少元时,每周的利润最大?",
    "若不等式x^2-ax+4≥0对任意x∈[-1,4]恒成立,求a的取值范围。",  # the factor of a changes its sign
    "Find the perpendicular bisector of the line segment with endpoints (0, 3) and (4, 3) in the form y = mx + c.",
    "A is the point (1, 2) and B is the point (5, 10). Find the equation of the perpendicular bisector of AC.",
    "The histogram bar for the class 0-10 has height 3 cm. Find the frequency.",
    "若不等式x^2-ax+b≥0对任意x∈[1,4]恒成立,求a的取值范围。",
    "The vectors a = 2i + 3j and b = 4i + mj + k are parallel. Find the value of n.",
    "The vectors a = 2i + 3j and b = mi + nj are parallel. Find the value of m.",
    "从4名男生和2名女生中任选3人,设所选3人中老师的人数为X,求E(X)。",
    "A bag contains 4 red and 6 blue balls. 3 balls are drawn with replacement. What is the expected number of red balls?",
    "反比例函数y=k/x的图象经过点(0,-2),求k的值。",
)  # fmt: skip


@pytest.mark.parametrize(("problem", "answer", "wrong"), KINDS)
def test_a_kind_is_solved_and_proved(problem: str, answer: str, wrong: str) -> None:
    solves(exams.read, problem, answer, wrong)


@pytest.mark.parametrize("problem", NEAR)
def test_near_ones_are_no_kind(problem: str) -> None:
    assert is_declined(exams.read, problem)


@pytest.mark.parametrize(
    ("problem", "answer", "wrong"),
    [
        ("甲、乙等5名同学站成一排照相,若甲、乙两人不相邻,则不同的站法共有多少种?(用数字作答)", "72", "48"),
        ("甲、乙、丙、丁、戊五名同学站成一排,甲不站两端,则不同的站法共有多少种?", "72", "48"),
    ],
)
def test_one_condition_of_a_row(problem: str, answer: str, wrong: str) -> None:
    solves(placed_people.read, problem, answer, wrong)
