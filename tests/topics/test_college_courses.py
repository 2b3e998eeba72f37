"""First-year topics: moving limits, Bayes, distributions, letters from the course of a function, optimisation, spaces of matrices, chords."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from solver.ports import Problem
from solver.topics import choices, reading_of
from solver.topics.base import Reader, Unread
from solver.topics.calculus import course_letters, limits, optimisation, related_rates, variable_limits
from solver.topics.discrete import event_chances, named_distributions, normal, sequences, total_probability
from solver.topics.equations import matrix_spaces, systems
from solver.topics.expressions import trigonometric_identities
from solver.topics.geometry import circle_lines, conic_chords, figures, triangles
from solver.topics.methods import method_of
from tests.topics.solved import is_declined, solves

CASES = [
    (variable_limits.read, "Find the derivative of the function g(x) = \\int_{\\cos x}^{1} \\sqrt{1-t^2} dt", r"\sqrt{1-\cos^2 x}\cdot\sin x", r"-\sqrt{1-\cos^2 x}\cdot\sin x"),
    (variable_limits.read, "Suppose f(x) = ∫_0^x t e^{-t} dt. Find f''(x).", r"e^{-x}-xe^{-x}", r"xe^{-x}"),
    (variable_limits.read, "Given $F(x)=\\int_0^{2x} \\frac{1}{1+t^2}dt$, find $F'(1)$.", r"\frac{2}{5}", r"\frac{1}{5}"),
    (variable_limits.read, r"\lim_{x\to 0} \frac{\int_0^{x} \cos t^2 dt}{x}", "1", "0"),
    (variable_limits.read, r"求函数 $\Phi(x)=\int_{x^2}^{1} \frac{\sin t}{t}dt$ 的导数.", r"-\frac{2\sin(x^2)}{x}", r"\frac{2\sin(x^2)}{x}"),
    (total_probability.read, "A disease affects 2% of people. A test detects it with probability 0.99, and gives a false positive with probability 0.05. Find the probability that a person who tests negative actually has the disease.", r"\frac{1}{4656}", r"\frac{99}{344}"),
    (total_probability.read, "某工厂有两条生产线，第一条的产量占60%，次品率为1%；第二条的产量占40%，次品率为2%。现从产品中任取一件，求它是次品的概率。", "0.014", "0.03"),
    (event_chances.read, "Events A and B satisfy P(A) = 0.6, P(B) = 0.5 and P(A∪B) = 0.8. Find P(A|B).", "0.6", "0.3"),
    (event_chances.read, "Given P(A) = 0.3, P(B) = 0.6 and P(A|B) = 0.2, find P(B|A).", "0.4", "0.2"),
    (event_chances.read, "If A and B are independent, P(A) = 0.2 and P(A∪B) = 0.6, find P(B).", "0.5", "0.4"),
    (event_chances.read, r"已知 $P(A)=0.7$，$P(AB)=0.3$，求 $P(A\overline{B})$。", "0.4", "0.3"),
    (normal.read, "X is normally distributed with mean 100 and variance 225. Find P(X > 130).", "0.0228", "0.9772"),
    (normal.read, "Find the 90th percentile of a normal distribution with mean 50 and standard deviation 10.", "62.82", "37.18"),
    (normal.read, "设随机变量X~N(2,9)，求P(|X-2|<3)。", "0.6827", "0.9545"),
    (normal.read, "设随机变量X~N(μ,σ^2)，且P(X<0)=P(X>4)，P(X<1)=0.3，求P(1<X<3)。", "0.4", "0.2"),
    (named_distributions.read, "If X has a Poisson distribution with mean 3, find P(X >= 2).", r"1-\frac{4}{e^3}", r"1-\frac{3}{e^3}"),
    (named_distributions.read, "袋中有5个红球和3个白球，从中任取3个，设X为取到红球的个数，求P(X=2)。", r"\frac{15}{28}", r"\frac{15}{56}"),
    (named_distributions.read, "10件产品中有3件次品，从中任取2件，设X为取到的次品数，求P(X>=1)。", r"\frac{8}{15}", r"\frac{7}{15}"),
    (course_letters.read, "For which m is f(x) = mx + sin x increasing on R?", r"[1, \infty)", r"[-1, \infty)"),
    (course_letters.read, "Find the values of a for which f(x)=x^3+ax has no critical points", r"(0, \infty)", r"[0, \infty)"),
    (course_letters.read, "已知f(x)=x^3+ax^2+bx+a^2在x=1处有极值10，求a,b的值。", r"a=4,\ b=-11", r"a=-3,\ b=3"),
    (course_letters.read, "若函数f(x)=ln x-ax在(0,2)上单调递增，求a的取值范围。", r"(-\infty, \frac{1}{2}]", r"(-\infty, 1]"),
    (optimisation.read, "A cylindrical can must hold 500 cm^3. Find the radius that minimizes the surface area.", r"\sqrt[3]{\frac{250}{\pi}}", r"\sqrt[3]{\frac{500}{\pi}}"),
    (optimisation.read, "A company sells x units at price p = 100 - 2x dollars. The cost is C = 20x + 50. Find the number of units that maximizes profit.", "20", "25"),
    (optimisation.read, "Find the area of the largest rectangle inscribed in a semicircle of radius 4.", "16", "32"),
    (optimisation.read, "某工厂生产甲、乙两种产品，生产每吨甲产品需要A原料3吨、B原料2吨，生产每吨乙产品需要A原料1吨、B原料3吨。每吨甲产品获利5万元，每吨乙产品获利3万元。现有A原料13吨，B原料18吨，问该厂最大利润是多少？", "27", "28"),
    (optimisation.read, "A gardener has 60 feet of fencing to enclose a rectangular garden against a long brick wall. Find the greatest area, in square feet, that he can enclose.", "450", "225"),
    (optimisation.read, "A tray without a lid is made from a 16 cm by 10 cm sheet of metal by cutting equal squares from each corner and folding up the sides. Find the greatest volume of the tray.", "144", "140"),
    (optimisation.read, "From the corners of a square sheet of tin of side 12 cm equal squares are cut and the flaps are folded up to form an open box. What is the largest possible volume of the box in cubic centimetres?", "128", "144"),
    (optimisation.read, "A company makes closed cylindrical cans that hold 330 cm³. What radius needs the least material?", r"\sqrt[3]{\frac{165}{\pi}}", r"\sqrt[3]{\frac{330}{\pi}}"),
    (optimisation.read, "A bakery makes cakes and pies. A cake takes 2 kg of flour and 1 kg of sugar, and a pie takes 1 kg of flour and 1 kg of sugar. Every day there are 20 kg of flour and 12 kg of sugar available. Each cake gives a profit of $8 and each pie gives a profit of $5. Find the largest daily profit.", "84", "80"),
    (related_rates.read, "Gas escapes from a spherical balloon at 20 cm³/s. How fast is the radius decreasing when it is 10 cm?", r"\frac{1}{20\pi}", r"\frac{1}{10\pi}"),
    (related_rates.read, "The side of a square grows at 2 cm/s. How fast is the area growing when it is 25 cm²?", "20", "100"),
    (named_distributions.read, "The number of accidents at a junction follows a Poisson distribution with mean 2 per week. Find the probability that there are exactly 3 accidents in a week.", r"\frac{4}{3e^2}", r"\frac{2}{e^2}"),
    (named_distributions.read, "Buses pass a stop according to a Poisson process with an average rate of 6 per hour. Find the probability that more than two buses pass in an hour.", r"1-\frac{25}{e^6}", r"\frac{25}{e^6}"),
    (named_distributions.read, "Typing errors occur as a Poisson process at an average rate of 0.5 per page. Find the probability of at least one error in 4 pages.", "1-e^{-2}", "1-e^{-0.5}"),
    (total_probability.read, "3% of people have a virus. A test correctly identifies 90% of people who have the virus, but wrongly gives a positive result for 5% of people who do not have it. A randomly chosen person tests positive. Find the probability that they have the virus.", r"\frac{54}{151}", r"\frac{97}{151}"),
    (total_probability.read, "A disease affects 1% of the population. The test misses the disease in 10% of those who have it and gives a false positive in 5% of healthy people. A person tests positive. What is the probability that this person has the disease?", r"\frac{2}{13}", r"\frac{2}{101}"),
    (total_probability.read, "0.5% of adults have a condition. A test gives a positive result for 98% of those who have the condition and produces false positives in 3% of those who do not. If an adult tests positive, how likely is it that they have the condition?", r"\frac{98}{695}", r"\frac{1}{200}"),
    (limits.read, "The limit of sqrt(x^2 + 6x) - x as x → +∞ is", "3", "6"),
    (systems.read, "Find the points where the line y = 2x - 5 meets the circle x^2 + y^2 = 25.", r"(0,-5),\ (4,3)", r"(0,-5),\ (3,4)"),
    (systems.read, "Where does the line y = x + 1 cut the circle x^2 + y^2 = 25?", r"(-4,-3),\ (3,4)", r"(4,3),\ (3,4)"),
    (systems.read, "Find the coordinates of the points of intersection of the line y = x + 2 and the parabola y = x^2.", r"(-1,1),\ (2,4)", r"(1,1),\ (2,4)"),
    (triangles.read, "In triangle ABC, a = 5 m, b = 6 m, and C = 120°. Find c in m.", r"\sqrt{91}", r"\sqrt{31}"),
    (triangles.read, "In triangle ABC, AB = 5 cm, AC = 8 cm and angle A = 60°. Find the area of the triangle in square cm.", r"10\sqrt{3}", "20"),
    (figures.read, "A triangular sail has sides of 3 m, 4 m and 5 m. What is its area?", "6", "12"),
    (figures.read, "A triangular piece of land has sides 7 m, 24 m and 25 m. What is the perimeter of the piece?", "56", "84"),
    (sequences.read, "Evaluate the infinite geometric series 9 + 3 + 1 + ...", r"\frac{27}{2}", "13"),
    (choices.read, "The limit of sqrt(x^2 + 6x) - x as x -> +∞ is (a) 0 (b) 3 (c) 6 (d) infinity", "B", "C"),
    (choices.read, "(1 + i)^8 = ? A. 8 B. -16 C. 16i D. 16", "D", "C"),  # 16i is no 16 of a unit
    (trigonometric_identities.read, "Simplify sin x/cos x as a single trigonometric ratio.", r"\tan x", r"\cot x"),
    (matrix_spaces.read, "Find A^n where A = [[2,1],[1,2]].", r"\begin{pmatrix} \frac{3^n+1}{2} & \frac{3^n-1}{2} \\ \frac{3^n-1}{2} & \frac{3^n+1}{2} \end{pmatrix}", r"\begin{pmatrix} 2^n & 1 \\ 1 & 2^n \end{pmatrix}"),
    (matrix_spaces.read, "Find the kernel of the matrix \\begin{pmatrix}1&2\\\\2&4\\end{pmatrix}.", "(2, -1)", "(1, 2)"),
    (matrix_spaces.read, "Find a basis for the row space of [[1,2],[2,4],[0,1]].", "(1, 0), (0, 1)", "(1, 2)"),
    (conic_chords.read, "Find the length of the latus rectum of x^2/25+y^2/16=1.", r"\frac{32}{5}", r"\frac{16}{5}"),
    (conic_chords.read, "椭圆x^2/25+y^2/9=1上一点P到左焦点的距离为3，求P到右焦点的距离。", "7", "13"),
    (conic_chords.read, "过抛物线y^2=4x的焦点的直线交抛物线于A(x1,y1),B(x2,y2)两点，若x1+x2=6，求|AB|。", "8", "7"),
    (conic_chords.read, "Find the equations of the tangents to x^2/4+y^2/3=1 parallel to y = x/2.", r"y=\frac{x}{2}+2,\ y=\frac{x}{2}-2", r"y=\frac{x}{2}+1,\ y=\frac{x}{2}-1"),
    (optimisation.read, "半径为3的球内接一个圆锥，圆锥体积的最大值是多少？", r"\frac{32\pi}{3}", r"12\pi"),
    (optimisation.read, "求半径为6的球的内接圆柱的最大体积。", r"96\sqrt{3}\pi", r"96\pi"),
    (optimisation.read, "内接于半径为√3的球的圆柱，体积的最大值是多少", r"4\pi", r"3\pi"),
    (optimisation.read, "某种商品每件进价为30元，按每件40元出售时每月可售出600件，如果售价每涨1元，月销量就减少10件，售价定为多少元时月利润最大？", "65", "60"),
    (optimisation.read, "某商品进价每件20元，售价30元时每周可卖出200件，售价每上涨1元，每周少卖10件。售价不低于30元，求每周的最大利润", "2250", "2000"),
    (optimisation.read, "某工厂生产甲、乙两种产品，每生产1件甲产品要用A原料3千克、B原料1千克，每生产1件乙产品要用A原料2千克、B原料2千克。每件甲产品获利50元，每件乙产品获利40元。工厂每天最多能用A原料120千克、B原料80千克，每天最大利润是多少元？", "2200", "2000"),
    (optimisation.read, "某企业生产甲、乙两种产品，生产1吨甲产品需用A原料3吨、B原料1吨，生产1吨乙产品需用A原料1吨、B原料2吨。每吨甲、乙产品的利润分别为5万元、3万元。若该企业每天可用A原料12吨、B原料9吨，则每天的最大利润为多少万元？", "24", "20"),
    (named_distributions.read, "在12件产品中有4件次品，从中任意抽取3件，至少有1件次品的概率是多少？", r"\frac{41}{55}", r"\frac{14}{55}"),
    (named_distributions.read, "从含有2件次品的10件产品中任取3件，求恰有1件次品的概率。", r"\frac{7}{15}", r"\frac{8}{15}"),
    (named_distributions.read, "有10件产品，其中有2件次品，从中任取3件，求取出的产品都是正品的概率", r"\frac{7}{15}", r"\frac{8}{15}"),
    (event_chances.read, "甲、乙两人独立地射击同一目标，命中率分别为0.6和0.7，求恰有一人命中的概率。", "0.46", "0.42"),
    (event_chances.read, "甲、乙两人各射击一次，击中目标的概率分别是0.8和0.5，且互不影响，两人都击中目标的概率是百分之多少？", r"40\%", r"50\%"),
    (event_chances.read, "甲、乙、丙三人独立破译一份密码，能译出的概率分别为1/5，1/3，1/4，求密码被译出的概率。", r"\frac{3}{5}", r"\frac{2}{5}"),
    (course_letters.read, "若f(x)=(a-1)x+2在R上单调递减，求a的取值范围。", r"(-\infty, 1)", r"(-\infty, 1]"),  # constant for a = 1
    (course_letters.read, "Find the range of a so that f(x) = (x+a)/(x+1) is increasing on (-1,∞).", r"(-\infty, 1)", r"(-\infty, 1]"),
    (conic_chords.read, "抛物线y^2=4x上横坐标为4的点到焦点的距离。", "5", "3"),  # the abscissa is told, not the distance
    (conic_chords.read, "抛物线y^2=4x上一点P的横坐标为5，求点P到焦点的距离。", "6", "4"),
]  # fmt: skip
DECLINED = [
    (event_chances.read, "甲、乙两人各射击一次，命中率分别为0.8和0.7，至少有一人命中的概率是多少？"),  # independent?
    (event_chances.read, "甲、乙两人独立射击两次，命中率分别为0.8和0.7，至少有一人命中的概率是多少？"),
    (named_distributions.read, "10件产品中有3件次品，从中有放回地任取4件，恰有2件次品的概率是多少？"),
    (named_distributions.read, "10件产品中有3件次品，从中任取4件，有2件次品的概率是多少？"),  # just 2?
    (optimisation.read, "半径为3的球内接一个圆柱，圆柱侧面积的最大值是多少？"),
    (optimisation.read, "半径为3的半球内接一个圆柱，圆柱体积的最大值是多少？"),
    (optimisation.read, "某商品进价每件40元，售价60元时每天可卖出300件，售价每上涨1元，每天少卖10件。售价不低于70元，每天的最大利润是多少元？"),
    (optimisation.read, "某企业生产甲、乙两种产品，每生产1吨甲产品要用A原料2吨、B原料1吨，每生产1吨乙产品要用A原料1吨、B原料2吨。每吨甲产品获利4万元，每吨乙产品获利3千元。企业每周最多能用A原料14吨、B原料13吨，那么每周最大利润是多少万元？"),  # two units of money
    (variable_limits.read, "Find the derivative of F(x) = \\int_0^x \\sin(xt) dt."),  # x inside
    (variable_limits.read, "If F(x) = ∫_0^x t^2 dt, find F(3) and F'(3)."),  # two questions
    (variable_limits.read, "Find the derivative of F(x) = \\int_0^x \\frac{1}{t} dt."),  # no such integral
    (variable_limits.read, "设f(x)=∫_0^{x}(t-1)e^t dt，求f(x)的极值。"),  # the values, not the derivative
    (total_probability.read, "A disease affects 2% of people. A test is 95% accurate. Find the probability that a person who tests positive has the disease."),  # accurate for whom?
    (total_probability.read, "Bag 1 contains 3 red and 4 blue balls, and bag 2 contains 5 red and 6 blue balls. A bag is chosen at random and two balls are drawn from it. Find the probability that both are red."),
    (total_probability.read, "Bag 1 contains 3 red and 4 blue balls, and bag 2 contains 5 red and 6 blue balls. A ball is drawn from each bag. Find the probability that it is red."),
    (total_probability.read, "甲、乙两台机床加工同一种零件，产量分别占总产量的50%、30%，次品率分别为2%、3%。任取一个零件，求它是次品的概率。"),  # 80 %
    (event_chances.read, "If P(A) = 0.4, P(B) = 0.5, find P(A∪B)."),  # not determined
    (event_chances.read, "P(A)=0.6, P(B)=0.3, P(A and B)=0.5. Find P(A|B)."),  # impossible
    (event_chances.read, "If P(A)=0.3 and P(B)=0.4 and A and B are not independent, find P(AB)."),
    (event_chances.read, "P(A)=0.6, P(B)=0.3, P(AB)=0.2. Find P(A|B) and P(B|A)."),
    (normal.read, "X ~ N(50, 10). Find P(X < 60)."),  # variance or deviation?
    (normal.read, "已知X~N(2,σ^2)，P(X<4)=0.8，求P(1<X<2)。"),  # not determined
    (normal.read, "X is normally distributed with mean 100 and standard deviation 15. Find the probability that the mean of 9 values is less than 105."),
    (named_distributions.read, "If X has a Poisson distribution with mean 3, find P(X = 2) and P(X = 3)."),
    (named_distributions.read, "袋中有5个红球和3个白球，从中有放回地任取3个，设X为取到红球的个数，求P(X=2)。"),
    (named_distributions.read, "X ~ B(100, 0.3). Find P(X = 30)."),  # 100 digits
    (course_letters.read, "已知函数f(x)=x^3-ax^2+3x在R上不单调，求a的取值范围。"),
    (course_letters.read, "Find the values of a for which f(x) = x^3 + ax^2 + 3x + 1 is not increasing on R."),
    (course_letters.read, "已知函数f(x)=x^2-2ax+1在区间[1,+∞)上单调递增，求a的最大值。"),
    (course_letters.read, "已知f(x)=x^3+ax^2+bx在x=1处有极值，求a,b的值。"),  # one equation, two letters
    (optimisation.read, "The sum of two numbers is 20. Find the smallest value of their product."),  # there is none
    (optimisation.read, "The product of two numbers is 36. Find the minimum of their sum."),  # they may be negative
    (optimisation.read, "Find the point on the parabola y = x^2 closest to the point (0, 3)."),  # two points
    (optimisation.read, "A farmer has 100 m of fence and wants to enclose a rectangular field along a river. The side along the river costs twice as much. Find the largest area he can enclose."),
    (optimisation.read, "某商品进价为每件40元，售价为每件80元时每月可卖300件，每涨价1元少卖10件，问售价定为多少元时利润最大？"),  # it would fall
    (optimisation.read, "A farmer has 80 m of fencing for a rectangular field that borders a river. What is the largest area, in square feet, that he can enclose?"),
    (optimisation.read, "Equal squares are cut from two corners of a 24 cm by 24 cm sheet of card and the sides are folded up to make an open box. Find the maximum volume of the box."),
    (optimisation.read, "An open cylindrical can must hold 500 cm³. Find the radius that uses the least metal."),
    (optimisation.read, "A workshop makes chairs and tables. A chair takes 2 hours of carpentry and 1 hour of finishing; a table takes 3 hours of carpentry and 2 hours of painting. Each week there are 60 hours of carpentry and 36 hours of finishing available. The profit is $40 on a chair and $70 on a table. What is the greatest weekly profit?"),
    (related_rates.read, "The side of a square grows at 2 cm/s. How fast is the area growing when it is 25 cm?"),  # the side is?
    (named_distributions.read, "Calls reach a help desk as a Poisson process at a mean rate of 4 per hour. Find the probability of at most one call in a given minute."),
    (named_distributions.read, "Calls reach a help desk as a Poisson process at a mean rate of 4 per hour. Find the probability of at most one visitor in a given hour."),
    (total_probability.read, "2% of a population has a disease. A test detects it in 95% of people. If someone tests positive, what is the chance that they have the disease?"),
    (total_probability.read, "2% of a population has a disease. A test detects it in 95% of those who have it and gives a false positive for 4% of those who have it. If someone tests positive, what is the chance that they have the disease?"),
    (circle_lines.read, "Where does the line y = x + 1 cut the circle x^2 + y^2 = 25?"),  # the points, not the chord
    (systems.read, "Find the distance between the points where the line y = 2x - 5 meets the circle x^2 + y^2 = 25."),
    (triangles.read, "In triangle ABC, a = 7 cm, b = 8 m and angle C = 60°. Find c."),
    (triangles.read, "In triangle ABC, a = 7 cm, b = 8 cm and angle C = 60°. Find c in mm."),
    (figures.read, "A triangular plot has sides of 13 m, 14 m and 15 m. Fencing costs $5 per metre. What does it cost to fence the plot?"),
    (sequences.read, "Calculate the infinite geometric series 1 + 2 + 4 + ..."),
    (choices.read, "Simplify: (a) 2x+x (b) 3x-x (c) 4x+2x"),  # parts
    (trigonometric_identities.read, "Simplify sin x + cos x to a single trigonometric function."),
    (matrix_spaces.read, "Find bases for the null space and the column space of [[1,2],[2,4]]."),
    (matrix_spaces.read, "Find A^n where A = [[1,1],[0,1]]."),  # not diagonalisable
    (matrix_spaces.read, "Find the LU decomposition of [[0,1],[1,0]]."),
    (conic_chords.read, "直线y=x+5与椭圆x^2/4+y^2/3=1交于A,B两点，求弦长|AB|。"),  # no common point
    (conic_chords.read, "直线y=x-1与椭圆x^2/4+y^2/3=1交于A,B两点，求三角形OAB的面积。"),
    (conic_chords.read, "过椭圆x^2/16+y^2/4=1内一点P(5,1)的弦恰好被P平分，求这条弦所在直线的方程。"),  # outside
    (conic_chords.read, "Find the distance from the point (4, 5) on the parabola y^2=4x to its focus."),  # not on it
    (normal.read, "Scores are normally distributed with mean 70 and standard deviation 10. Find the probability that a score is not between 60 and 80."),
    (normal.read, "Scores are normally distributed with mean 70 and standard deviation 10. What percentage of scores are not between 60 and 80?"),
    (normal.read, "Scores are normally distributed with mean 70 and standard deviation 10. Find the probability that the average score is above 80."),
    (normal.read, "某班成绩服从正态分布N(80,100)，求两名学生成绩都高于90分的概率。"),
    (course_letters.read, "若函数f(x)=x^3-ax^2+1在(0,2)内存在单调递减区间，求实数a的取值范围。"),  # on a part only
    (optimisation.read, "A factory makes two products, A and B. Each A needs 2 hours of labor and 1 kg of steel, each B needs 1 hour of labor and 3 kg of steel. There are 10 hours of labor and 15 tons of steel. The profit is $3 per A and $4 per B. Find the maximum profit."),  # kg and tons
    (optimisation.read, "某工厂生产甲、乙两种产品，生产每吨甲产品需要A原料3吨、B原料2吨，生产每吨乙产品需要A原料1吨、B原料3吨。每吨甲产品获利5万元，每吨乙产品获利3千元。现有A原料13吨，B原料18吨，问该厂最大利润是多少？"),  # 万元 and 千元
    (optimisation.read, "某工厂生产甲、乙两种产品，生产每吨甲产品需要A原料3吨、B原料2吨，生产每件乙产品需要A原料1吨、B原料3吨。每吨甲产品获利5万元，每吨乙产品获利3万元。现有A原料13吨，B原料18吨，问该厂最大利润是多少？"),  # tons and pieces
    (optimisation.read, "某工厂生产甲、乙两种产品，生产每吨甲产品需要A原料3吨、B原料2吨，生产每吨乙产品需要A原料1吨、B原料3吨。每吨甲产品获利5万元，每吨乙产品获利3万元。现有A原料13千克，B原料18吨，问该厂最大利润是多少？"),
    (matrix_spaces.read, "Find the nullity and a basis of the null space of [[1,2],[2,4]]."),
    (matrix_spaces.read, "求矩阵[[1,2],[2,4]]的零空间的维数和一组基。"),
    (matrix_spaces.read, "判断向量组(1,2),(3,4)是否线性无关，并求秩。"),
    (matrix_spaces.read, "Find the number of vectors in a basis of the null space of [[1,2],[2,4]]."),
    (matrix_spaces.read, "Find U in the LU decomposition of [[2,1],[4,5]]."),
    (matrix_spaces.read, "Find 2A^n where A = [[2,1],[1,2]]."),
    (matrix_spaces.read, "Find A^n B where A = [[2,1],[1,2]]."),
    (matrix_spaces.read, "Find A^n for n = 3 where A = [[2,1],[1,2]]."),
    (conic_chords.read, "过抛物线y^2=4x的焦点F作斜率为1的直线交抛物线于A,B两点，求|AF|。"),  # a part of the chord
    (conic_chords.read, "过抛物线y^2=4x的焦点作斜率为1的直线交抛物线于A,B两点，求|AB|与|AF|。"),
    (conic_chords.read, "直线y=x-1与抛物线y^2=4x交于A,B两点，求|OA|。"),
    (conic_chords.read, "椭圆x^2/9+y^2/25=1上一点P到左焦点的距离为3，求P到右焦点的距离。"),  # its foci lie on the y-axis
    (conic_chords.read, "过椭圆x^2/25+y^2/9=1的上焦点作斜率为1的直线交椭圆于A,B两点，求|AB|。"),
]  # fmt: skip
WITHOUT = [
    ("Find lim_{x→0} (1-cos x)/x^2 without using L'Hôpital's rule.", "hospital"),
    ("不用洛必达法则求极限lim_{x→0}(e^x-1)/x", "hospital"),
    ("Solve x^2-5x+6=0 without using the quadratic formula.", "formula"),
    ("不用公式法解方程x^2-2x-1=0", "formula"),
    ("Solve x+y=5, x-y=1 without using elimination.", "elimination"),
]
TABLES = (
    "calculus.optimisation.tables",
    "calculus.optimisation.programmes",
    "discrete.named_distributions.words",
    "discrete.normal.topic",
    *(f"discrete.total_probability.{kind}" for kind in ("screening", "makers", "bags", "weather")),
)


@pytest.mark.parametrize(("reader", "problem", "right", "wrong"), CASES)
def test_college_questions_are_solved(reader: Reader, problem: str, right: str, wrong: str) -> None:
    solves(reader, problem, right, wrong)


@pytest.mark.parametrize(("reader", "problem"), DECLINED)
def test_what_is_told_otherwise_is_left(reader: Reader, problem: str) -> None:
    assert is_declined(reader, problem)


@pytest.mark.parametrize(("problem", "barred"), WITHOUT)
def test_a_method_that_is_not_to_be_used_is_not_used(problem: str, barred: str) -> None:
    found = reading_of(Problem(problem, "zh" if re.search(r"[\u3400-\u9fff]", problem) else "en"))
    assert not isinstance(found, Unread)
    assert method_of(found.task) not in (None, barred)


@pytest.mark.parametrize("table", TABLES)
def test_every_wording_is_a_pattern(table: str) -> None:
    module = import_module(f"solver.topics.{table}")
    for sentences in (module.TABLE_EN, module.TABLE_ZH):
        assert sentences and all(isinstance(wording, re.Pattern) for _, wording in sentences)
