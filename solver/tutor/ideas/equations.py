"""Ideas of the topics about equations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

IDEAS: Final[Mapping[str, tuple[tuple[str, str, str], ...]]] = {
    "triangle_sides": (("", "No term of the sum can be negative, so each of them is zero: that gives the sides. Then compare the square of the longest side with the sum of the other squares, and check the triangle inequality.", "和里的每一项都非负，所以每一项都为零，由此得到三边。再把最长边的平方与另两边平方和比较，并检查三角形三边关系。"),),
    "nonnegative_sums": (("", "Squares, absolute values and roots are never negative. If such terms add to zero, each one is zero; every term gives an equation.", "平方、绝对值、算术平方根都是非负数。几个非负数的和为零，每一个都为零，于是每一项给出一个方程。"),),
    "from_roots": (("", "A number is a solution exactly when its linear factor is zero. So multiply the factors of all solutions and expand; conjugate solutions make a product without roots.", "一个数是解，就等于它对应的一次因式为零。把各解对应的因式相乘再展开；共轭的两个解相乘后没有根号。"),),
    "literal_equations": (
        (r"log|lg|ln|\^\s*[a-z]", "Change of base turns one logarithm into a quotient of logarithms to the base of those that are known; then factor the numbers, for the logarithm of a product is a sum.", "用换底公式化成同底的对数，再把真数分解质因数：积的对数等于对数的和。"),
        ("", "Treat every other letter as a known number and undo, from the outside in, what is done to the wanted one – the same operation on both sides each time.", "把其他字母都看作已知数，从外到里把加在所求字母上的运算一步步还原，每次两边做同样的运算。"),
    ),
    "solution_questions": (("", "You may not need every solution. For a quadratic, Vieta's formulas give sum and product, and the discriminant the number of real ones; else solve first and then answer what is asked.", "不一定要求出所有的解。二次方程可以用韦达定理求和与积，用判别式看实根个数；否则先求解，再回答问题。"),),
    "row_reduction": (("", "Row operations. Column by column, make a leading one and zeros in the rest of its column; exchanging rows, multiplying a row by a number other than zero and adding a multiple of another row change nothing essential.", "初等行变换。一列一列地来：先得到首位的一，再把该列其余的化为零。交换两行、某行乘非零数、加上另一行的倍数都是允许的。"),),
    "eigenvectors": (("", "An eigenvector only becomes longer or shorter. First find for which numbers the matrix, with that number taken from its diagonal, has determinant zero; then solve the homogeneous system for each of them.", "特征向量经矩阵变换后方向不变，只伸缩。先求使“矩阵减去该数乘单位矩阵”的行列式为零的数，再对每个数解相应的齐次方程组。"),),
    "matrix_unknowns": (("", "Cayley–Hamilton. A square matrix fulfils its own characteristic equation, whose coefficients are the trace and the determinant; or compare the matrices entry by entry.", "凯莱-哈密顿定理。方阵满足自己的特征方程，其系数由迹和行列式给出；也可以逐个元素比较。"),),
    "matrices": (
        (r"dot product|scalar product|perpendicular|orthogonal|angle between|数量积|点积|点乘|内积|垂直|夹角", "The dot product. Multiply matching components and add; it is zero exactly for perpendicular vectors, and divided by the two lengths it is the cosine of the angle.", "数量积。对应坐标相乘再相加；两向量垂直时它等于零，除以两个长度的积就是夹角的余弦。"),
        (r"eigen|特征", "The characteristic equation. An eigenvalue makes the matrix minus that multiple of the identity singular, so its determinant is zero.", "特征方程。特征值使矩阵减去它乘单位阵后不可逆，所以行列式为零。"),
        (r"determinant|\\det|行列式", "The determinant. Products along one diagonal direction less those along the other; row operations or an expansion make larger ones small.", "行列式。一个方向的对角线乘积减去另一个方向的；阶数高时先用行变换或按行展开降阶。"),
        (r"inverse|逆", "The inverse undoes the matrix. For two rows exchange the diagonal, turn the signs beside it and divide by the determinant; else reduce the matrix with the identity beside it.", "逆矩阵把原矩阵的作用还原。二阶的：对角线互换、另两个变号，再除以行列式；高阶的：与单位阵并排做行变换。"),
        (r"magnitude|length|norm|模", "The length of a vector. The squares of its components add to the square of its length, by Pythagoras.", "向量的长度。由勾股定理，各坐标平方之和等于长度的平方。"),
        ("", "Row by column. Sums go entry by entry; an entry of a product is a row of the first times a column of the second, and the order matters.", "行乘列。加减逐个元素进行；乘积的每个元素是前一个的行乘后一个的列，顺序不能换。"),
    ),
    "trigonometric": (("", "Bring the equation to the form “one function of an angle equals a number”. The reference angle comes from the exact values, its sign tells the quadrants, and the period gives all the others; then keep those in the interval.", "把方程化成“某个三角函数等于一个数”的形式。由特殊角得到参考角，由符号定象限，由周期写出全部解，再取给定范围内的。"),),
    "complex_roots": (("", "Over the complex numbers a polynomial has as many roots as its degree says. Factor as far as you can; a quadratic factor with a negative discriminant has two complex roots, and for a power equal to a number write that number with its modulus and argument.", "在复数范围内，n 次方程有 n 个根。先尽量因式分解；判别式为负的二次因式有两个虚根；若是某个幂等于一个数，就把这个数写成三角形式。"),),
    "equations": (
        (r"\||绝对值", "An absolute value is a distance from zero, so what stands inside is the number or its opposite: two equations. Check each result in the equation that is given.", "绝对值是到零的距离，所以里面的式子等于这个数或它的相反数，得到两个方程。求出后代回原方程检验。"),
        (r"\\sqrt|√|根号", "Isolate the root and square both sides. Squaring can let in numbers that do not fit, so each candidate is tested in the equation that is given.", "把根式单独放在一边，两边平方。平方可能引入增根，每个结果都要代回原方程检验。"),
        (r"\\log|\\ln|log|ln\b|对数", "Logarithms and powers undo each other. Bring the logarithms into one, then write the equation as a power; what stands in a logarithm must be positive.", "对数与乘方互为逆运算。先合并成一个对数，再改写成指数式；真数必须为正。"),
        (r"(?:\d\)?|\\right\))\s*(?:\^|\*\*)\s*(?:-?[\d.]*[xyt]|[({][^(){}]*[xyt])|\be\s*\^", "Write both sides as powers of the same base and compare the exponents; or take logarithms.", "把两边写成同底的幂，比较指数；做不到就取对数。"),
        (r"\\frac\{[^{}]*\}\{[^{}]*[a-z]|/\s*\(?[^)\s]*[a-z]|分式", "Multiply by the common denominator. That removes the fractions; but the denominators must not be zero, so results that make one zero are dropped.", "两边同乘最简公分母，化成整式方程。分母不能为零，使分母为零的结果要舍去。"),
        (r"\^\s*\{?[2-9]|²|³|\*\*", "Bring everything to one side and factor. A product is zero exactly when one of its factors is zero, so the equation falls into simpler ones.", "移到一边，分解因式。乘积为零，必有一个因式为零，方程就化成几个更简单的方程。"),
        ("", "Isolate the unknown. An equation stays true when the same is done to both sides: gather the unknown on one side and the numbers on the other, then divide by the coefficient.", "把未知数单独留在一边。等式两边做同样的运算仍然成立：未知数移到一边，数移到另一边，再除以系数。"),
    ),
    "inequalities": (
        (r"\||绝对值", "An absolute value is a distance. “Less than” means between two bounds, “greater than” means outside of them.", "绝对值就是距离。“小于”表示在两个界限之间，“大于”表示在它们之外。"),
        (r"\^|²|\\frac\{[^{}]*\}\{[^{}]*[a-z]|/\s*\(?[^)\s]*[a-z]", "Find where each factor is zero and put these points on a number line. Between them no factor changes its sign, so look at the signs in each part.", "求出每个因式的零点，标在数轴上。相邻两点之间各因式不变号，逐段看符号即可。"),
        ("", "Solve it like an equation, with one more rule: when both sides are multiplied or divided by a negative number, the sign turns round.", "像解方程一样做，只多一条规则：两边同乘或同除以负数时，不等号要改变方向。"),
    ),
    "systems": (
        (r"value of|when|的值", "Substitute. Put what is known for each letter, in brackets where it is negative, and follow the order of operations; sometimes the wanted expression comes out of the equations at once by adding or subtracting them.", "代入。把已知的值代进去，负数加括号，再按运算顺序计算；有时把方程相加或相减，就能直接得到所求的式子。"),
        ("", "Reduce the number of unknowns. Express one by the others and substitute, or add multiples of the equations so that one drops out; then go back for the rest.", "减少未知数。用其他未知数表示一个再代入，或者把方程的倍数相加减消去一个；求出后再回代求其余的。"),
    ),
    "boxes": (("", "A shape stands for a number, like a letter. The same shape is always the same number; undo the operations one after the other to find it.", "图形和字母一样代表数，相同的图形代表同一个数。把运算一步步还原，就能求出它。"),),
    "whole_unknowns": (("", "Only whole numbers count, and that leaves few candidates. Use parity – the only even prime – divisibility and size to narrow them, then try the rest in order.", "未知数只能取整数，候选就不多了。用奇偶性（偶质数只有一个）、整除和大小缩小范围，其余逐个尝试。"),),
    "root_conditions": (
        (r"x_|[αβ]|\\alpha", "Vieta's formulas. A relation between both roots can be written with their sum and product, which stand in the coefficients: that leaves an equation for the letter. In the end the roots must exist.", "根与系数的关系。把两根之间的关系用两根之和与积表示，就得到关于字母的方程；最后要检验方程有实数根。"),
        ("", "The discriminant. Its sign tells how many real roots a quadratic has, so the condition on the roots becomes one on the letter; the leading coefficient must not vanish.", "判别式。它的符号决定二次方程实根的个数，于是关于根的条件变成关于字母的条件；二次项系数不能为零。"),
    ),
    "root_values": (("", "Vieta's formulas. Sum and product of the roots stand in the coefficients; write what is asked for in terms of these two, and the roots themselves are not needed.", "韦达定理。根的和与积就藏在系数里；把所求的式子用和与积表示，不必求出根本身。"),),
    "matrix_spaces": (("", "Row operations show everything: columns with a leading one belong to the column space, the others to free unknowns and so to the null space, and vectors are independent if every column has a leading one. For a power, use a basis in which the matrix is diagonal.", "作初等行变换就能看出来：有主元的列对应列空间，其余的列对应自由未知量，也就是零空间；每一列都有主元时向量线性无关。求方幂时，先化为对角形。"),),
    "consecutive_integers": (("", "Call the first number by a letter; the others follow at equal distances. For a sum, the mean stands in the middle of the row: divide the sum by the number of terms.", "设第一个数为一个字母，其余各数依次相差相同的数。已知和时，平均数正好在中间：用和除以个数。"),),
}  # fmt: skip
