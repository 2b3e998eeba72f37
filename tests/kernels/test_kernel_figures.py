"""Plots: each exactly once, as PNG, with words; Chinese labels whatever the program sets."""

from __future__ import annotations

import pytest

from solver.kernels import LiveKernel
from tests.kernels.cells import figures, run, text
from tests.kernels.gateways import drawn

pytestmark = [pytest.mark.asyncio(loop_scope="session"), drawn]

PLT = "import numpy as np, sympy as sp, matplotlib, matplotlib.pyplot as plt\nx = sp.Symbol('x')\n"


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("plt.plot([1, 2])", id="left open"),
        pytest.param("plt.plot([1, 2]); plt.show()", id="show"),
        pytest.param("plt.plot([1, 2]); plt.show(); plt.show()", id="show twice"),
        pytest.param("fig, ax = plt.subplots(); ax.plot([1, 2])\nfig", id="figure as result"),
        pytest.param("fig, ax = plt.subplots(); ax.plot([1, 2])\nax", id="axes as result"),
        pytest.param("plt.hist([1, 2, 2])", id="histogram"),
        pytest.param("p = sp.plot(x**2, show=False)\np.show()", id="sympy shown later"),
        pytest.param("sp.plot_implicit(sp.Eq(x**2 + sp.Symbol('y')**2, 4))", id="sympy implicit"),
        pytest.param("matplotlib.use('Agg')\nplt.plot([1, 2]); plt.show()", id="Agg"),
        pytest.param("%matplotlib inline\nplt.plot([1, 2])", id="magic"),
        pytest.param("plt.switch_backend('Agg'); plt.plot([1, 2])", id="switch"),
        pytest.param("%config InlineBackend.figure_format = 'svg'\nplt.plot([1, 2])", id="svg"),
        pytest.param(
            "%config InlineBackend.figure_formats = {'retina', 'pdf'}\nplt.plot([1, 2])", id="retina"
        ),
    ],
)
async def test_a_plot_comes_exactly_once(kernel: LiveKernel, source: str) -> None:
    events = await run(kernel, PLT + source)
    assert [type(e).__name__ for e in events] == ["Figure"], events
    assert figures(events)[0].data.startswith(b"\x89PNG")
    assert figures(events)[0].mime == "image/png" and figures(events)[0].alt.startswith("Plot: ")


async def test_two_plots_come_in_order(kernel: LiveKernel) -> None:
    source = "for name in 'ab':\n    plt.figure(); plt.plot([1, 2]); plt.title(name)"
    assert [f.alt.split(";")[0] for f in figures(await run(kernel, PLT + source))] == ["Plot: a", "Plot: b"]


async def test_no_figure_is_left_for_the_next_cell(kernel: LiveKernel) -> None:
    await run(kernel, PLT + "plt.plot([1, 2])")
    assert text(await run(kernel, "plt.get_fignums()"), "result") == "[]"


@pytest.mark.parametrize(
    ("source", "alt"),
    [
        pytest.param(
            "t = np.linspace(-2, 6, 50)\nplt.plot(t, t**2, label='$x^2$')\nplt.title('Parabola $y = x^2$')\n"
            "plt.xlabel('time'); plt.xlim(-2, 6); plt.ylim(-1, 15); plt.legend()",
            "Plot: Parabola y = x^2; x (time) from −2 to 6; y from −1 to 15; curves: x^2",
            id="one curve",
        ),
        pytest.param(
            "t = np.linspace(0, 2, 9)\nplt.plot(t, t, label=r'$\\left(2,\\ \\frac{\\sqrt{3}}{2}\\right)$')\n"
            "plt.title(r'$\\frac{1}{2} e^{- x^{2}}$'); plt.xlim(0, 2); plt.ylim(0, 2); plt.legend()",
            "Plot: 1/2 e^(- x^2); x from 0 to 2; y from 0 to 2; curves: (2, (√(3))/(2))",
            id="no marks of TeX",
        ),
        pytest.param(
            "sp.plot(sp.sin(x), sp.cos(x), (x, 0, 3), ylim=(-1, 1), xlim=(0, 3), legend=True)",
            "Plot: x from 0 to 3; y (f(x)) from −1 to 1; curves: sin(x), cos(x)",
            id="sympy",
        ),
        pytest.param(
            "_, axes = plt.subplots(1, 2); axes[0].set_title('L'); axes[0].axis('off'); axes[1].axis('off')\n"
            "plt.suptitle('Both')",
            "Plot: Both; L",
            id="panels",
        ),
        pytest.param("plt.subplots()[1].axis('off'); plt.show()", "Figure", id="empty"),
    ],
)
async def test_the_alternative_text_tells_what_is_drawn(kernel: LiveKernel, source: str, alt: str) -> None:
    assert [f.alt for f in figures(await run(kernel, PLT + source))] == [alt]


async def test_the_alternative_text_is_bounded(kernel: LiveKernel) -> None:
    (figure,) = figures(await run(kernel, PLT + "plt.plot([1]); plt.title('word ' * 200)"))
    assert len(figure.alt) == 400 and figure.alt.endswith("…")


@pytest.mark.parametrize(
    "setting",
    [
        pytest.param("pass", id="default"),
        pytest.param("plt.rcParams['font.sans-serif'] = ['SimHei']", id="SimHei"),
        pytest.param("plt.rcParams['font.family'] = 'Microsoft YaHei'", id="YaHei"),
        pytest.param("plt.style.use('ggplot')", id="style"),
    ],
)
async def test_chinese_labels_have_glyphs(kernel: LiveKernel, setting: str) -> None:
    fonts = await run(
        kernel, "from matplotlib.font_manager import get_font_names\nprint(*get_font_names(), sep='|')"
    )
    if "CJK" not in text(fonts, "stdout") and "WenQuanYi" not in text(fonts, "stdout"):
        pytest.skip("no CJK font is installed (Debian: fonts-noto-cjk)")
    source = f"""{PLT}
with plt.rc_context():
    {setting}
    plt.plot([-1, 1], [-1, 1], label="直线"); plt.legend()
    plt.title("函数 $y = x^2$ 的图像：抛物线"); plt.xlabel("时间（秒）"); plt.ylabel("$速度$"); plt.show()
    sp.plot(x**2, title="图像", xlabel="横轴")"""
    events = await run(kernel, source)
    assert text(events, "stderr") == ""
    assert [f.alt.split(";")[0] for f in figures(events)] == [
        "Plot: 函数 y = x^2 的图像：抛物线",
        "Plot: 图像",
    ]
