// For those who do not use a mouse or a screen: the focus stays where the reader was, also when what had it is made anew; what scrolls can be
// scrolled by keyboard; one landmark for the page's content.
"use strict";

(() => {
  const Stepwise = window.Stepwise;
  const SCROLLING = ".code, .math.display, .math.wide, .out-text, .problem-text, .prose-block pre, .prose-block table, .thinking > div, .side-list";
  const LOOK_MS = 250;
  const SAID_CHARS = 200;

  // ---- the focus ---------------------------------------------------------------------------------------------

  /** What tells a button from the others of its block: what it does, not what it is called now. */
  function keyOf(node) {
    const { act, tutor, step, what, level, method } = node.dataset;
    return JSON.stringify([node.localName, act, tutor, step, what, level, method]);
  }

  const usable = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.disabled;
  const same = (root, key) => [...root.querySelectorAll("button, summary, input, textarea")].find((node) => keyOf(node) === key && usable(node));
  const put = (node) => node?.focus({ preventScroll: true });

  /** Called before the content of `node` is replaced: gives the way back to what has the focus in it, or to what took its place. */
  function focusedIn(node) {
    const active = document.activeElement;
    if (!node.contains(active)) return null;
    const key = keyOf(active);
    const step = active.dataset.step;
    return () => put(same(node, key) ?? node.querySelector(step ? `[data-step="${step}"][aria-pressed="true"], [data-step="${step}"]` : "button"));
  }

  let last = null; // {turn, key} of what had the focus on the sheet

  document.addEventListener("focusin", ({ target }) => {
    const turn = target.closest?.(".turn");
    last = turn ? { turn: turn.dataset.id, key: keyOf(target) } : null;
  });
  document.addEventListener("pointerdown", () => { last = null; }); // a mouse may leave the focus nowhere

  /** Something was shown, and nothing runs any more: what was hidden or replaced meanwhile may have had the focus. */
  function settled(running) {
    if (running) return;
    tellCell();
    if (!last || document.activeElement !== document.body) return;
    const turns = [...document.querySelectorAll(".turn")];
    const here = turns.find((node) => node.dataset.id === last.turn);
    const latest = turns[turns.length - 1];
    put((here && same(here, last.key)) ?? latest?.querySelector('.chips [tabindex="0"]') ?? latest?.querySelector(".problem-text") ?? document.querySelector("#stepwise-problem"));
  }

  // ---- what a cell came to -----------------------------------------------------------------------------------

  let cell = null; // that the reader runs again

  /** Said once: the output of a cell is not where the focus is. */
  function tellCell() {
    if (!cell?.isConnected) return;
    const failed = cell.querySelector(".error-last");
    const text = (failed ?? cell.querySelector(".stdout"))?.textContent.trim().slice(0, SAID_CHARS) ?? "";
    Stepwise.announce([Stepwise.say(failed ? "cell.ran.failed" : "cell.ran"), text].filter(Boolean).join(" "));
    cell = null;
  }

  // ---- what scrolls ------------------------------------------------------------------------------------------

  const overflows = (node) => node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1;

  /** Without a stop of the Tab key nobody could scroll it by keyboard; with one where nothing scrolls everybody would stop for nothing. */
  function look() {
    fit();
    for (const node of document.querySelectorAll(`.stepwise :is(${SCROLLING})`)) {
      const scrolls = overflows(node) && getComputedStyle(node).overflow !== "visible";
      if (scrolls && node.tabIndex < 0) node.tabIndex = 0;
      else if (!scrolls && node.tabIndex === 0 && node !== document.activeElement) {
        if (node.classList.contains("problem-text")) node.tabIndex = -1;
        else node.removeAttribute("tabindex");
      }
    }
  }

  /** A formula in a line breaks between its parts; one part that is wider than the page scrolls by itself. */
  function fit() {
    for (const node of document.querySelectorAll(".sheet span.math.wide")) node.classList.remove("wide");
    if (document.documentElement.scrollWidth <= document.documentElement.clientWidth) return;
    for (const node of document.querySelectorAll(".sheet span.math")) {
      const edge = node.closest(".block, .problem-text, .example")?.getBoundingClientRect().right ?? Infinity;
      node.classList.toggle("wide", [...node.querySelectorAll(".katex-html > .katex-base")].some((base) => base.getBoundingClientRect().right > edge + 1));
    }
  }

  let looking = 0;
  function soon() {
    if (looking) return;
    looking = setTimeout(() => { looking = 0; look(); }, LOOK_MS);
  }

  new MutationObserver(soon).observe(document.documentElement, { childList: true, subtree: true });
  window.addEventListener("resize", soon);
  document.addEventListener("toggle", soon, { capture: true });

  // ---- landmarks ---------------------------------------------------------------------------------------------

  const { mountSheet } = Stepwise;
  Object.assign(Stepwise, {
    focusedIn,
    settled,
    ran: (node) => { cell = node; },
    mountSheet: (parts) => {
      mountSheet(parts);
      for (let node = parts.element; node; node = node.parentElement) {
        if (node.localName === "main") node.setAttribute("role", "presentation"); // Gradio's own, around all of the page
      }
    },
  });
})();
