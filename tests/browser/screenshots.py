"""Takes the pictures of the README from the present app: `python -m tests.browser.screenshots`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.browser.conftest import ARGS, NAMES
from tests.ports import free_port

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "assets" / "screenshots"
PICTURES: dict[str, dict[str, Any]] = {
    "answer": {
        "problem": "Find the vertex of the parabola y = x^2 - 4x + 3",
        "options": {"viewport": {"width": 1240, "height": 2120}, "locale": "en-US"},
    },
    "dark": {
        "problem": "\\int_{0}^{\\pi^2} \\cos(\\sqrt{x}) dx",
        "options": {"viewport": {"width": 900, "height": 2120}, "locale": "en-US", "color_scheme": "dark"},
    },
    "phone-zh": {
        "problem": "小丽有60元，她要买一个笔袋和一本画册，笔袋的价格是18元，画册的价格比笔袋的价格多9元，请问小丽还剩余多少元钱？",
        "options": {"viewport": {"width": 390, "height": 844}, "locale": "zh-CN", "color_scheme": "dark", "device_scale_factor": 2},
    },
}  # fmt: skip


def take(page: Any, name: str, problem: str) -> None:
    """Solve `problem` and keep what the reader sees."""
    page.wait_for_selector(".examples .example")
    page.fill("#stepwise-problem", problem)
    page.press("#stepwise-problem", "Enter")
    page.wait_for_selector('.turn.last:not([data-state="running"])', timeout=60_000)
    page.wait_for_timeout(1500)  # the last pictures and fonts
    page.screenshot(path=TARGET / f"{name}.png")


def main() -> None:
    """Start the app, take every picture, stop it."""
    from playwright.sync_api import sync_playwright

    port = free_port()
    environment = {**os.environ, "HOST": "127.0.0.1", "PORT": str(port)}
    server = subprocess.Popen([sys.executable, "app.py"], cwd=ROOT, env=environment, stdout=subprocess.PIPE)
    assert server.stdout is not None
    server.stdout.readline()
    TARGET.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        chromium = next(filter(None, map(shutil.which, NAMES)))
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGS)
        page = browser.new_page()  # the first problem of a cold server is no picture of it
        page.goto(f"http://127.0.0.1:{port}/")
        take(page, "answer", PICTURES["answer"]["problem"])
        page.close()
        for name, picture in PICTURES.items():
            page = browser.new_page(**picture["options"])
            page.goto(f"http://127.0.0.1:{port}/")
            take(page, name, picture["problem"])
            page.close()
        browser.close()
    server.terminate()
    server.wait(timeout=20)


if __name__ == "__main__":
    main()
