"""PDFs have the words and the formulas, in both languages; nothing that was said is run by Typst."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from solver.events import Answer, Code, Done, Output, Reasoning
from solver.export import pdf
from solver.export.document import Document, Exported, Refused, Solved
from solver.export.typeset import typeset
from solver.ports import Language, Problem
from tests.export.streams import HOSTILE, LEFT_OUT, everywhere, whole

SPECIMENS = Path(__file__).parents[2] / "solver/variation/specimens"
FORMULAS = (
    r"x = \frac{-b\pm\sqrt{b^2-4ac}}{2a}",
    r"\left(\frac{1}{2}\right)^{2} + \sqrt[3]{x}",
    r"\int_0^{\pi}\sin x\,dx = \left.-\cos x\right|_0^{\pi}",
    r"\lim_{x\to 0^+}\frac{\sin x}{x}",
    r"\sum_{k=1}^{n} k^2",
    r"\left[\begin{matrix}1 & 2\\3 & 4\end{matrix}\right]^{-1}",
    r"\begin{pmatrix}1&2\\3&4\end{pmatrix}",
    r"|x|=\begin{cases} x & \text{for}\: x\ge 0\\ -x & \text{otherwise}\end{cases}",
    r"\begin{aligned}x^2-5x+6&=0\\(x-2)(x-3)&=0\end{aligned}",
    r"\left\{\begin{array}{l}x+y=5\\2x-y=1\end{array}\right.",
    r"\begin{array}{r|rr}1&2&3\\ \hline 4&5&6\end{array}",
    r"\boxed{\frac{35}{11}}",
    r"\binom{n}{k} \overline{AB} \vec{v} \hat{y} \overrightarrow{CD} \underbrace{a+b}_{n}",
    r"\xrightarrow{R_2-2R_1} \cancel{x} \phantom{x} f''(x)",
    r"x \in \mathbb{R} \setminus \left\{0\right\} \quad \text{其中 } x>0",
    r"\{1, 2\}, \lvert a\rvert, a \equiv 3 \pmod{7}, 90^\circ, \max_{x} f",
)
HAS_CHINESE = any(Path("/usr/share/fonts").glob("*/*/*CJK*")) if shutil.which("apt-get") else True
needs_chinese = pytest.mark.skipif(not HAS_CHINESE, reason="no Chinese font on this machine")


def text_of(made: Exported) -> str:
    """What a reader can search for, without spaces: lines are broken anywhere."""
    pages = PdfReader(io.BytesIO(made.data)).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


@pytest.mark.parametrize("tex", FORMULAS)
def test_the_formulas_of_school_are_set(tex: str) -> None:
    assert typeset(tex, display=True) is not None


def test_so_are_those_of_all_specimens() -> None:
    answers = {
        json.loads(line)["answer"]
        for path in SPECIMENS.glob("*.jsonl")
        for line in path.read_text().splitlines()
    }
    assert len(answers) > 500
    assert [tex for tex in answers if typeset(tex, display=True) is None] == []


@needs_chinese
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Problem", "Answer", "Output", "Exported")),
        ("zh", ("题目", "答案", "输出", "由Stepwise导出", "已验证")),
    ],
)
def test_a_pdf_has_the_words(language: Language, words: tuple[str, ...]) -> None:
    prose = "\n\n".join(f"先看 **这里**：\\[{tex}\\]" for tex in FORMULAS)
    extra = Solved(Problem("解方程 $x^2=4$。", "zh"), (Reasoning(0, prose), Answer("x=2"), Done("answered")))
    document = whole(language)
    found = text_of(pdf.write(Document(document.title, language, (*document.entries, extra)), "n"))
    for word in (
        *words,
        "wordproblem",
        "wordcode",
        "wordoutput",
        "wordclaim",
        "wordfailure",
        "先看这里",
        "解方程",
        "35",
    ):
        assert word in found, word
    assert not [word for word in LEFT_OUT if word in found]
    assert "\\frac" not in found and "\\begin" not in found, "formulas are typeset"


def test_nothing_that_was_said_is_run() -> None:
    found = text_of(pdf.write(everywhere("\n\n".join(HOSTILE)), "n"))
    assert '#read("/etc/passwd")' in found and "#import" in found and "root:" not in found
    assert "<script>alert(1)</script>" in found


@settings(max_examples=8, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30).filter(lambda t: not pdf.CHINESE.search(t))
)
def test_any_text_can_be_set(text: str) -> None:
    assert pdf.write(everywhere(f"$x$ {text} \\({text}\\) a\n{text}"), "n").data.startswith(b"%PDF")


def test_long_output_is_cut_and_says_so() -> None:
    events = (Code(1, "1"), Output(1, "stdout", "7 " * 1_000_000), Done("answered"))
    made = pdf.write(Document("t", "en", (Solved(Problem("p", "en"), events),)), "n")
    assert len(PdfReader(io.BytesIO(made.data)).pages) < 6
    assert "morecharactersofoutput" in text_of(made)


def test_without_a_chinese_font_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "CHINESE_FONTS", ())
    with pytest.raises(Refused, match="no-chinese"):
        pdf.write(Document("题目", "en", ()), "n")
    assert pdf.write(Document("t", "en", ()), "n").data.startswith(b"%PDF")
