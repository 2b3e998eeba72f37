"""From a picture to a problem in a real browser: how it gets here, what is corrected, what goes wrong."""

from __future__ import annotations

import base64
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from solver.errors import PictureRefused
from solver.ports import Note, Wait
from tests.browser.fields import formula_field
from tests.browser.homework import AWAY, CHINESE, HomeworkReader
from tests.browser.homework import page as homework
from tests.browser.scripted import ScriptedServices

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DONE = '.turn.last:not([data-state="running"])'


@pytest.fixture
def reader(services: ScriptedServices) -> Iterator[HomeworkReader]:
    services.reader.reset()
    yield services.reader
    services.reader.reset()


def choose(
    page: Any, image: bytes | None = None, *, name: str = "homework.png", wait: str = ".region"
) -> None:
    """Choose a file as the menu's first way does."""
    page.click("#stepwise-picture")
    with page.expect_file_chooser() as chooser:
        page.click('[data-way="file"]')
    chooser.value.set_files({"name": name, "mimeType": "", "buffer": homework() if image is None else image})
    page.wait_for_selector(wait)


def scripts(page: Any) -> str:
    return str(page.evaluate("performance.getEntriesByType('resource').map((one) => one.name).join(' ')"))


def test_a_picture_is_corrected_and_solved(open_page: Any, reader: HomeworkReader) -> None:
    reader.notes = [Note("picture-several", (("count", "2"),)), Note("picture-formulas-unread")]
    page = open_page()
    page.fill("#stepwise-problem", "typed before")
    assert "picture-reader" not in scripts(page) and "mathlive" not in scripts(page)
    choose(page)
    assert "mathlive" not in scripts(page), "only a formula needs it"
    notes = page.inner_text(".picture-notes")
    assert "2 problems" in notes and "python -m solver.ocr fetch" in notes, (
        "what is missing and how to get it"
    )
    assert page.locator(".problem-choice").count() == 2
    assert page.input_value("#stepwise-read") == r"1. Find the vertex of \(y=x^2-4x+8\) for $0."
    # how sure it was is said in words, and seen without colour
    doubtful = page.locator(".region").nth(1)
    assert "58% confidence" in doubtful.get_attribute("aria-label") and doubtful.inner_text() == "58%"
    styles = page.eval_on_selector_all(
        ".region", "all => all.map((one) => getComputedStyle(one).borderTopStyle)"
    )
    assert styles == ["solid", "dotted", "solid", "solid", "dashed", "solid"]
    doubtful.click()
    area = "document.querySelector('#stepwise-read')"
    assert (
        page.evaluate(
            f"getSelection().toString() || {area}.value.slice({area}.selectionStart, {area}.selectionEnd)"
        )
        == r"\(y=x^2-4x+8\)"
    )
    assert "58%" in page.inner_text(".panel-said")
    # a formula of the preview is corrected in MathLive
    page.click(".preview .math")
    formula_field(page)
    page.keyboard.press("Backspace")
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    assert page.input_value("#stepwise-read") == r"1. Find the vertex of \(y=x^2-4x+3\) for $0."
    assert page.get_attribute(".preview .math", "data-tex") == "y=x^2-4x+3"
    # corrections stay when the other problem is looked at; a region of the other one leads there
    page.click(".problem-choice >> nth=1")
    assert page.inner_text(".preview").startswith("2. Solve")
    page.locator(".region").nth(0).click()
    assert "+3" in page.input_value("#stepwise-read")
    assert not page.locator(".turn").count(), "nothing is solved before it was looked over"
    page.click(".panel-solve")
    page.wait_for_selector(DONE)
    assert page.locator(".problem-text .math").first.get_attribute("data-tex") == "y=x^2-4x+3"
    assert page.locator(".thumb img").evaluate("image => image.naturalWidth") == 1000
    assert page.input_value("#stepwise-problem") == "typed before"
    page.click('.turn.last .turn-foot [data-act="retry"]')
    page.wait_for_selector('.turn.last[data-state="running"]')
    page.wait_for_selector(DONE)
    page.click(".thumb")
    page.wait_for_selector(".enlarged")
    page.keyboard.press("Escape")
    page.click("#stepwise-picture")
    page.click('[data-way="back"]')  # the other problem of the page
    page.wait_for_selector(".problem-choice")


PUT = """([name, data]) => {
    const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
    const files = new DataTransfer();
    files.items.add(new File([bytes], "a.png", { type: "image/png" }));
    if (name === "text") files.setData("text/plain", "x + 1 = 2");
    if (name === "drop") {
        for (const type of ["dragenter", "dragover", "drop"]) {
            document.querySelector("h1").dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }));
            if (type === "dragover") window.hinted = getComputedStyle(document.querySelector(".drop-hint")).display;
        }
    } else document.querySelector("#stepwise-problem").dispatchEvent(new ClipboardEvent("paste", { clipboardData: files, bubbles: true, cancelable: true }));
}"""


def test_paste_and_drop(open_page: Any, reader: HomeworkReader) -> None:
    page = open_page()
    page.wait_for_selector("#stepwise-picture")  # from then on the page listens
    image = base64.b64encode(homework()).decode()
    page.evaluate(PUT, ["text", image])  # what an office program puts on the clipboard: its text is meant
    for way in ("paste", "drop"):
        page.evaluate(PUT, [way, image])
        page.wait_for_selector(".region")
        page.keyboard.press("Escape")
        page.wait_for_selector("dialog.picture-panel", state="hidden")
    assert len(reader.seen) == 2
    assert page.evaluate("hinted") == "grid"
    assert page.locator(".drop-hint").is_hidden()


def test_cut_turn_and_read_again(open_page: Any, reader: HomeworkReader) -> None:
    page = open_page()
    choose(page)
    page.click(".picture-side .button >> nth=0")
    page.focus(".crop-handle.se")
    for _ in range(5):
        page.keyboard.press("Shift+ArrowUp")  # a tenth each
    holder = page.locator(".crop-holder").bounding_box()
    left = page.locator(".crop-handle.nw").bounding_box()
    page.mouse.move(left["x"] + 22, left["y"] + 22)
    page.mouse.down()
    page.mouse.move(left["x"] + 22 + holder["width"] / 4, left["y"] + 22, steps=4)
    page.mouse.up()
    page.click(".panel-foot .button >> nth=1")
    page.wait_for_selector(".region")
    (width, height), content = reader.seen[-1]
    assert abs(width - 750) < 12 and abs(height - 210) < 8 and content == "page"
    page.click(".picture-side .button >> nth=0")
    page.click(".panel-tools .button >> nth=1")
    page.select_option(".panel-choice select", "formula")
    page.click(".panel-foot .button >> nth=1")
    page.wait_for_selector(".region")
    assert reader.seen[-1] == ((height, width), "formula")
    assert page.input_value("#stepwise-read") == r"\(\frac{x+1}{2}=3\)"
    page.click(".picture-side .button >> nth=1")
    page.wait_for_function("document.querySelector('.picture-panel').dataset.step === 'edit'")
    assert len(reader.seen) == 4, "and again as it is"


def test_handwriting_by_mouse_and_pen(open_page: Any, reader: HomeworkReader) -> None:
    page = open_page(color_scheme="dark")
    page.click("#stepwise-picture")
    page.click('[data-way="draw"]')
    page.click(".panel-foot .button >> nth=1")
    assert "nothing on the sheet" in page.inner_text(".panel-said.wrong")
    sheet = page.locator(".draw-sheet").bounding_box()

    def stroke(*points: tuple[int, int]) -> None:
        page.mouse.move(sheet["x"] + points[0][0], sheet["y"] + points[0][1])
        page.mouse.down()
        for x, y in points[1:]:
            page.mouse.move(sheet["x"] + x, sheet["y"] + y, steps=3)
        page.mouse.up()

    ink = "(() => { const c = document.querySelector('.draw-sheet'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 128; return n; })()"
    stroke((100, 60), (200, 60))
    one = page.evaluate(ink)
    stroke((100, 160), (200, 160))
    assert page.evaluate(ink) > 1.8 * one > 0
    page.click('[data-do="undo"]')
    assert page.evaluate(ink) == one
    page.click('[data-tool="eraser"]')
    stroke((150, 30), (150, 90))
    assert 0.4 * one < page.evaluate(ink) < 0.95 * one
    page.click('[data-tool="pen"]')
    page.evaluate("""() => { const sheet = document.querySelector(".draw-sheet"); const area = sheet.getBoundingClientRect();
        const send = (type, x, pressure) => sheet.dispatchEvent(new PointerEvent(type, { pointerId: 1, pointerType: "pen", pressure, buttons: 1, clientX: area.x + x, clientY: area.y + 200, bubbles: true, cancelable: true }));
        sheet.setPointerCapture = () => {};
        send("pointerdown", 100, 0.2); for (let x = 100; x < 200; x += 5) send("pointermove", x, 0.9); send("pointerup", 200, 0); }""")
    assert page.evaluate(ink) > 2 * one, "pressed harder, the line is wider"
    page.click(".panel-foot .button >> nth=1")
    page.wait_for_selector(".region")
    (width, height), content = reader.seen[-1]
    assert content == "formula" and (width, height) == (2 * 156, 2 * 196), "cut to the ink, at twice the size"
    corner = page.locator(".picture-frame img").evaluate(
        "async (image) => { await image.decode(); const c = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext('2d'); c.drawImage(image, 0, 0); return [...c.getImageData(2, 2, 1, 1).data, ...c.getImageData(64, 56, 1, 1).data]; }"
    )
    assert corner == [255, 255, 255, 255, 0, 0, 0, 255], "black on white in the dark, too"


FAULTS: list[tuple[Exception | None, str, str, str]] = [
    (PictureRefused("picture-blank"), "nothing on this picture", "什么都没有", "Choose another picture"),
    (AWAY, "apt-get install tesseract-ocr", "apt-get install tesseract-ocr", "Try again"),
    (
        None,
        "not a picture that I can read",
        "不是我能识别的图片",
        "Choose another picture",
    ),  # as the reader finds
]


def test_what_goes_wrong_is_said(open_page: Any, reader: HomeworkReader) -> None:
    page = open_page()
    page.fill("#stepwise-problem", "typed before")
    for language in ("en", "zh"):
        page.select_option("#stepwise-language", language)
        for fault, english, chinese, button in FAULTS:
            reader.fault = fault
            choose(page, None if fault else b"just text", name="a.txt", wait=".picture-failed")
            words = page.inner_text('.picture-failed[role="alert"]')
            assert (english if language == "en" else chinese) in words
            assert language == "zh" or page.inner_text(".panel-foot .button >> nth=-1") == button
            page.click(".panel-foot .button >> nth=0")
    assert page.input_value("#stepwise-problem") == "typed before"
    assert page.evaluate("document.activeElement.id") == "stepwise-problem"


@pytest.mark.console_errors
def test_a_lost_connection_and_a_huge_file(open_page: Any, reader: HomeworkReader) -> None:
    page = open_page()
    for script in ("picture-reader", "mathlive.min"):
        page.route(f"**/{script}*", lambda route: route.abort())
    page.click("#stepwise-formula")
    page.wait_for_selector("text=could not be loaded. Check your network")
    page.unroute("**/picture-reader*")
    page.click("#stepwise-formula")
    page.wait_for_selector("text=You can still change the LaTeX")
    page.click('.formula-keys .key[data-insert^="\\\\sqrt{"]')
    page.keyboard.press("ArrowLeft")
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    assert page.input_value("#stepwise-problem") == r"\(\sqrt{2}\)"
    page.route("**/pictures?*", lambda route: route.abort())
    choose(page, wait=".picture-failed")
    assert "connection was lost" in page.inner_text(".picture-failed")
    page.unroute("**/pictures?*")
    page.click("text=Try again")
    page.wait_for_selector(".region")
    page.keyboard.press("Escape")
    page.evaluate("StepwiseData.picture_bytes = 1 << 10")
    choose(page, wait=".picture-failed")
    assert "too large" in page.inner_text(".picture-failed")
    assert len(reader.seen) == 1, "it was not even sent"


def test_waiting_is_told_and_can_be_cancelled(open_page: Any, reader: HomeworkReader) -> None:
    reader.waits, reader.gate = [Wait("queued", ahead=2), Wait("loading", 0.4)], threading.Semaphore(0)
    page = open_page()
    choose(page, wait="text=Pictures ahead of yours: 2")
    reader.gate.release()
    page.wait_for_selector("text=being loaded: 40%")
    assert page.locator(".picture-waiting progress").evaluate("bar => bar.value") == pytest.approx(0.4)
    assert reader.running == 1
    page.click(".panel-foot .button")
    end = time.monotonic() + 3
    while reader.running:
        assert time.monotonic() < end, "who cancels frees the engine"
        time.sleep(0.05)
    assert not reader.seen and page.locator("dialog.picture-panel").is_hidden()


def test_a_photo_from_the_computers_camera(open_page: Any, reader: HomeworkReader) -> None:
    page = open_page()
    page.evaluate(
        "() => { navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'NotAllowedError'); }; }"
    )
    page.click("#stepwise-picture")
    page.click('[data-way="photo"]')
    page.wait_for_selector("text=may not use the camera")
    page.keyboard.press("Escape")
    page.evaluate("""() => { const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 480 });
        setInterval(() => canvas.getContext("2d").fillRect(0, 0, 9, 9), 50);
        navigator.mediaDevices.getUserMedia = async () => (window.stream = canvas.captureStream(10)); }""")
    page.click("#stepwise-picture")
    page.click('[data-way="photo"]')
    page.click(".panel-foot .button:not(.ghost):enabled")
    page.wait_for_selector(".region")
    assert reader.seen == [((640, 480), "page")]
    assert page.evaluate("stream.getTracks().every((track) => track.readyState === 'ended')"), (
        "the camera is off"
    )


def test_a_phone_in_chinese_in_the_dark(open_page: Any, reader: HomeworkReader) -> None:
    reader.problems = dict(CHINESE)
    page = open_page(locale="zh-CN", color_scheme="dark", reduced_motion="reduce", **PHONE)
    steps = []

    def look() -> None:
        steps.append(page.evaluate("document.documentElement.scrollWidth"))
        small = page.evaluate(
            """() => [...document.querySelectorAll(".stepwise :is(button, select, input, summary)")]
                .filter((node) => node.checkVisibility() && !node.matches(".region, [type=radio]") && (!document.querySelector("dialog[open]") || node.closest("dialog")))
                .map((node) => [node.outerHTML.slice(0, 90), node.getBoundingClientRect()])
                .filter(([, box]) => box.height < 43.5 || box.width < 43.5).map(([html]) => html)"""
        )
        assert not small

    page.click("#stepwise-picture")
    look()
    with page.expect_file_chooser() as camera:
        page.click('[data-way="photo"]')  # the phone's own program takes the photo
    assert camera.value.element.get_attribute("capture") == "environment"
    page.click("#stepwise-formula")
    formula_field(page)
    look()
    page.click(".formula .cancel")
    choose(page, homework(CHINESE))
    look()
    assert page.inner_text(".picture-panel h2") == "请核对识别结果"
    page.click(".preview .math")
    formula_field(page)
    look()
    page.keyboard.press("Escape")
    page.click(".picture-side .button >> nth=0")
    page.wait_for_selector(".crop-box")
    look()
    page.click(".panel-foot .button >> nth=0")
    page.click(".panel-solve")
    page.wait_for_selector(DONE)
    assert max(steps) <= 390 and "求抛物线" in page.inner_text(".problem-text")
