"""The formula field: typed with the keyboard alone, its keys are read by the tutor, its preview is what the sheet shows."""

from __future__ import annotations

from typing import Any

import pytest

from solver.formula import FormulaError, parse
from tests.browser.fields import formula_field
from ui.markdown import plain

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]


def test_a_formula_is_typed_with_the_keyboard_alone(open_page: Any) -> None:
    page = open_page()
    page.fill("#stepwise-problem", "Solve ")
    page.focus("#stepwise-formula")
    page.keyboard.press("Enter")
    formula_field(page)
    page.focus('.formula-keys .key[tabindex="0"]')
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.title") == "fraction"
    page.keyboard.press("Enter")
    assert page.input_value(".formula-latex input") == r"\frac{}{}"
    formula_field(page)
    page.keyboard.type("x+1")
    page.keyboard.press("Tab")
    page.keyboard.type("x^12+1")
    page.keyboard.press("ArrowRight")
    page.keyboard.type("=sin2x")
    page.focus('[role="tab"][aria-selected="true"]')
    page.keyboard.press("ArrowRight")
    assert page.locator('.formula-keys .key[data-insert="a"]').is_visible()
    page.focus("math-field")
    page.keyboard.press("Enter")
    assert page.input_value("#stepwise-problem") == r"Solve \(\frac{x+1}{x^{12}+1}=\sin2x\)"
    page.keyboard.press("ArrowLeft")
    page.click("#stepwise-formula")  # the caret is in it: it is changed, not another one made
    formula_field(page)
    page.click(".key.shift")
    page.click('.formula-keys .key[data-insert="B"]')
    page.click(".formula .done")
    assert page.input_value("#stepwise-problem").endswith(r"\sin2xB\)")
    page.click("#stepwise-formula")
    formula_field(page)
    page.keyboard.press("Escape")
    assert (
        page.locator(".formula").count() == 0
        and page.evaluate("document.activeElement.id") == "stepwise-problem"
    )


# read as a part of words, or by language models only
UNREAD = {"cases", "matrix", "sum", "prod", "to", "approx", "pm", "in", "cup", "cap", "varnothing", "mathbb", "angle", "triangle", "perp", "parallel", "vec"}  # fmt: skip


def test_what_the_keys_write_the_tutor_reads(open_page: Any) -> None:
    page = open_page()
    page.click("#stepwise-formula")
    formula_field(page)
    written = page.evaluate("""() => { const field = document.querySelector("math-field"); const found = [];
        for (const keys of Object.values(Stepwise.formulaKeys)) for (const key of keys) {
            field.setValue("a");
            field.executeCommand("moveToMathfieldEnd");
            field.insert(typeof key === "string" ? key : key[1], { selectionMode: "placeholder" });
            for (let n = 2; n < 6 && /placeholder/.test(field.getValue("latex")); n++) { field.insert(String(n)); field.executeCommand("moveToNextPlaceholder"); }
            if (typeof key !== "string") found.push(Stepwise.formula.plain(field.getValue("latex")));
        }
        return found; }""")
    assert len(written) > 55
    assert r"a\int_2^{3}4\,dx" in written and r"a\frac{2}{3}" in written
    for latex in written:
        if not any(f"\\{name}" in latex or f"{{{name}}}" in latex or "{pmatrix}" in latex for name in UNREAD):
            try:
                parse(
                    latex + ("" if latex[-1] not in "e-+" and not latex.endswith(("times", "div")) else " b")
                )
            except FormulaError as error:
                pytest.fail(f"{latex}: {error}")


TEXTS = [
    r"Solve \(x^2=4\) and $y=2$.", "3 apples for $3 and $4 each", r"\[\int_0^1 x\,dx\] is $$\frac12$$", "a\nb $ x$ c", r"\$5 and $x$", "（1）求\\(x\\)。", "$5-$7", "<b>$a<b$</b>", r"$a$5 \(\)",
]  # fmt: skip


def test_the_preview_is_what_the_sheet_will_show(open_page: Any) -> None:
    page = open_page()
    page.click("#stepwise-formula")
    page.wait_for_selector(".formula")
    strip = "(node) => [node.textContent, node.querySelectorAll('br').length, [...node.querySelectorAll('.math')].map((one) => [one.localName, one.dataset.tex])]"
    for text in TEXTS:
        shown, meant = page.evaluate(
            f"""([text, html]) => {{ const keep = Stepwise.typeset; Stepwise.typeset = () => {{}};
                const one = document.createElement("div"); Stepwise.writing.preview(one, text); Stepwise.typeset = keep;
                const other = document.createElement("div"); other.innerHTML = html; return [one, other].map({strip}); }}""",
            [text, plain(text)],
        )
        assert shown == meant, text
