// The keys of the formula editor as data: what is shown, what is inserted, what a screen reader says.
// A key is a string (shown, inserted and read as it is) or [shown as LaTeX, inserted, word]; `#0` is what was selected, `#?` a gap, `#@` what
// stands before. Words are `key.<word>` of the page's languages.
"use strict";

(() => {
  const number = [
    ..."789", ["\\div", "\\div", "divide"], ["\\frac{\\square}{\\square}", "\\frac{#0}{#?}", "fraction"], ["\\square^{\\square}", "#@^{#?}", "power"], "(",
    ..."456", ["\\times", "\\times", "times"], ["\\sqrt{\\square}", "\\sqrt{#0}", "root"], ["\\square^2", "#@^{2}", "square"], ")",
    ..."123", ["-", "-", "minus"], ["\\sqrt[n]{\\square}", "\\sqrt[#?]{#0}", "nth-root"], ["\\square_{\\square}", "#@_{#?}", "index"], "x",
    "0", ".", "=", ["+", "+", "plus"], ["|\\square|", "\\left|#0\\right|", "absolute"], ["\\pi", "\\pi", "pi"], "y",
  ];
  const letters = [..."abcdefghijklmnopqrstuvwxyz,:;!'%[]="];
  const named = (name) => [`\\${name}`, `\\${name}\\left(#?\\right)`, name];
  const functions = [
    ...["sin", "cos", "tan", "ln", "arcsin", "arccos", "arctan"].map(named), ["\\lg", "\\lg\\left(#?\\right)", "lg"],
    ["\\log_{\\square}", "\\log_{#?}\\left(#?\\right)", "log"], ["e^{\\square}", "e^{#?}", "exp"], ["10^{\\square}", "10^{#?}", "ten-power"],
    ["\\{\\begin{smallmatrix}\\square\\\\\\square\\end{smallmatrix}", "\\begin{cases}#?\\\\#?\\end{cases}", "system"],
    ["\\left(\\begin{smallmatrix}\\square&\\square\\\\\\square&\\square\\end{smallmatrix}\\right)", "\\begin{pmatrix}#?&#?\\\\#?&#?\\end{pmatrix}", "matrix"], ["\\binom{\\square}{\\square}", "\\binom{#?}{#?}", "binomial"],
  ];
  const calculus = [
    ["\\int\\square\\,dx", "\\int #?\\,dx", "integral"], ["\\int_{\\square}^{\\square}", "\\int_{#?}^{#?} #?\\,dx", "definite-integral"],
    ["\\frac{d}{dx}", "\\frac{d}{dx}\\left(#?\\right)", "derivative"], ["\\square'", "#@'", "prime"], ["\\lim_{\\square}", "\\lim_{x\\to #?} #?", "limit"], ["\\to", "\\to", "to"],
    ["\\sum_{\\square}^{\\square}", "\\sum_{#?}^{#?} #?", "sum"], ["\\prod_{\\square}^{\\square}", "\\prod_{#?}^{#?} #?", "product"],
    ["\\infty", "\\infty", "infinity"], "<", ">", ["\\le", "\\le", "at-most"], ["\\ge", "\\ge", "at-least"], ["\\ne", "\\ne", "not-equal"], ["\\approx", "\\approx", "about"], ["\\pm", "\\pm", "plus-minus"],
    ["\\in", "\\in", "in"], ["\\cup", "\\cup", "union"], ["\\cap", "\\cap", "intersection"], ["\\varnothing", "\\varnothing", "empty-set"], ["\\mathbb{R}", "\\mathbb{R}", "reals"],
  ];
  const greek = (name) => [`\\${name}`, `\\${name}`, `=${name}`];
  const geometry = [
    ...["alpha", "beta", "gamma", "theta", "lambda", "mu", "varphi", "omega"].map(greek),
    ["^{\\circ}", "^{\\circ}", "degrees"], ["\\angle", "\\angle ", "angle"], ["\\triangle", "\\triangle ", "triangle"], ["\\perp", "\\perp", "perpendicular"],
    ["\\parallel", "\\parallel", "parallel"], ["\\vec{\\square}", "\\vec{#0}", "vector"],
  ];

  window.Stepwise.formulaKeys = { number, letters, functions, calculus, geometry };
})();
