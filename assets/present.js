// A solution on a projector: the problem, the steps so far, the plot; one step at a key press. A reader of the sheet's blocks, loaded when
// it is first wanted. What comes while a problem is still being solved goes on here: at its end the next step waits for its key.
"use strict";

(() => {
  const Stepwise = window.Stepwise;
  const { say, localize, typeset } = Stepwise;
  const SHOWN = { ladder: ["rung"], work: ["prose", "cell", "figure"], answer: ["answer"], end: ["failure", "note"] };
  const KEYS = {
    ArrowRight: "next", PageDown: "next", " ": "next", Enter: "next", n: "next",
    ArrowLeft: "back", PageUp: "back", Backspace: "back", p: "back",
    Home: "first", End: "last", Escape: "leave", c: "code", b: "dark", ".": "dark", // clickers send "b" or "." for a dark screen
  };
  const FRAME = `
    <div class="present-stage"><div class="present-problem" role="heading" aria-level="1" tabindex="-1"></div><div class="present-steps" aria-live="polite"></div></div>
    <div class="present-bar"><p class="present-note" role="status"></p>
      <button type="button" class="quiet" data-do="back" data-i18n-aria-label="present.back" data-i18n-title="present.back">←</button>
      <span class="present-place"></span>
      <button type="button" class="quiet" data-do="next" data-i18n-aria-label="present.next" data-i18n-title="present.next">→</button>
      <button type="button" class="quiet" data-do="code" aria-pressed="false" data-i18n-title="present.code.hint"><span data-i18n="present.code"></span></button>
      <button type="button" class="quiet" data-do="leave" data-i18n-aria-label="present.leave" data-i18n-title="present.leave">✕</button></div>`;

  let overlay, stage, list, opener;
  let turn = null; // the id of the one that is presented
  let at = 0; // so many steps are shown
  let wanted = false; // the next one was asked for before it was there
  let following = false; // all that comes is shown: End was pressed
  let withCode = false;
  const built = new Map(); // block id -> {html, node, before, after}

  // ---- from blocks to steps ----------------------------------------------------------------------------------

  /** A block's element, typeset once; `before`: it belongs to what stands before it, `after`: to what comes. */
  function made(block) {
    const known = built.get(block.id);
    if (known?.html === block.html) return known;
    const node = known?.node ?? document.createElement("div");
    node.className = `block ${block.kind}-block`;
    node.innerHTML = block.html; // made and escaped by Python, as on the sheet
    for (const act of node.querySelectorAll("[data-act]")) act.remove();
    for (const fold of node.querySelectorAll("details.fold")) fold.open = true;
    const prose = block.kind === "prose";
    const found = {
      html: block.html,
      node,
      before: prose && Boolean(node.firstElementChild?.matches(".math.display")),
      after: prose && /[:：]\s*$/.test(node.textContent),
    };
    localize(node);
    typeset(node);
    built.set(block.id, found);
    return found;
  }

  const isCodeAlone = (block) => block.kind === "cell" && !made(block).node.querySelector(".outs");

  /** The steps as lists of blocks. A formula goes with the sentence before it, and a sentence that ends in a colon with what comes. */
  function stepsOf(view) {
    const steps = [];
    let open = false; // the last step waits for what its colon announces
    for (const block of view.blocks) {
      if (!SHOWN[block.zone]?.includes(block.kind)) continue;
      if (!withCode && isCodeAlone(block)) continue; // nothing of it would be seen
      const { before, after } = made(block);
      if (steps.length && (open || before)) steps.at(-1).push(block);
      else steps.push([block]);
      open = after;
    }
    return steps;
  }

  // ---- showing -----------------------------------------------------------------------------------------------

  const view = () => Stepwise.turn(turn)?.view;
  const runs = () => view().state === "running";

  /** Makes the overlay equal to the turn as it is now, touching only what changed. */
  function refresh() {
    if (!view()) return leave();
    const steps = stepsOf(view());
    const before = list.childElementCount;
    if (following) at = steps.length;
    else if (wanted && steps.length > at) [at, wanted] = [at + 1, false];
    at = Math.min(at, steps.length); // a sentence may turn out to belong to what comes
    list.setAttribute("aria-live", runs() ? "off" : "polite"); // what grows would be read over and over
    while (list.childElementCount > at) list.lastElementChild.remove();
    steps.slice(0, at).forEach((blocks, index) => {
      const node = list.children[index] ?? list.appendChild(Object.assign(document.createElement("section"), { className: "present-step" }));
      const nodes = blocks.map((block) => made(block).node);
      if (nodes.length !== node.childElementCount || nodes.some((one, place) => node.children[place] !== one)) node.replaceChildren(...nodes);
    });
    overlay.classList.toggle("with-code", withCode);
    overlay.querySelector('[data-do="code"]').setAttribute("aria-pressed", String(withCode));
    overlay.querySelector('[data-do="back"]').disabled = at === 0;
    overlay.querySelector('[data-do="next"]').disabled = at === steps.length && !runs();
    overlay.querySelector(".present-place").textContent = say("present.place", { at, count: steps.length });
    const note = at < steps.length ? (at ? "" : "present.begin") : runs() ? "present.more" : at ? "present.over" : "";
    const words = overlay.querySelector(".present-note");
    const said = note ? say(note) : "";
    if (words.textContent !== said) words.textContent = said;
    if (list.childElementCount !== before) bringIntoView();
  }

  /** The newest step whole, or its beginning where it is taller than the screen. */
  function bringIntoView() {
    const newest = list.lastElementChild;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const behavior = still ? "instant" : "smooth";
    const settle = () => {
      if (!newest) return stage.scrollTo({ top: 0, behavior });
      if (!newest.isConnected) return undefined;
      const room = stage.clientHeight - stage.querySelector(".present-problem").offsetHeight;
      return newest.scrollIntoView({ block: newest.offsetHeight > room ? "start" : "end", behavior });
    };
    settle();
    for (const image of newest?.querySelectorAll("img") ?? []) image.decode?.().then(settle, () => {});
  }

  const ACTS = {
    next() {
      const steps = stepsOf(view());
      if (at < steps.length) at += 1;
      else wanted = runs();
      refresh();
    },
    back() {
      [at, wanted, following] = [Math.max(0, at - 1), false, false];
      refresh();
    },
    first() {
      [at, wanted, following] = [0, false, false];
      refresh();
    },
    last() {
      following = true;
      refresh();
    },
    /** The same place in the solution, whether code is among its steps or not. */
    code() {
      const newest = at ? stepsOf(view())[at - 1][0].id : null;
      withCode = !withCode;
      const steps = stepsOf(view());
      const there = steps.findIndex((blocks) => blocks.some((block) => block.id === newest));
      if (newest) at = there < 0 ? Math.min(at, steps.length) : there + 1;
      refresh();
    },
    dark() {
      overlay.classList.add("is-dark");
      overlay.querySelector(".present-note").textContent = say("present.dark");
    },
    leave,
  };

  function onKey(event) {
    if (!turn) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === "Tab") return;
    const act = event.shiftKey && event.key === " " ? "back" : KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    event.stopImmediatePropagation(); // Esc would stop what is being solved
    if (overlay.classList.contains("is-dark")) {
      overlay.classList.remove("is-dark");
      event.preventDefault();
      return refresh();
    }
    if (!act || ([" ", "Enter"].includes(event.key) && event.target.closest?.("button"))) return undefined;
    event.preventDefault();
    return ACTS[act]();
  }

  // ---- coming and going --------------------------------------------------------------------------------------

  function make() {
    overlay = document.createElement("div");
    overlay.className = "stepwise present";
    overlay.tabIndex = -1;
    overlay.setAttribute("role", "dialog");
    overlay.setAttribute("aria-modal", "true");
    overlay.setAttribute("data-i18n-aria-label", "present.label");
    overlay.innerHTML = FRAME;
    stage = overlay.querySelector(".present-stage");
    list = overlay.querySelector(".present-steps");
    overlay.addEventListener("click", (event) => {
      if (overlay.classList.contains("is-dark")) overlay.classList.remove("is-dark");
      const act = event.target.closest("[data-do]")?.dataset.do;
      if (act) ACTS[act]();
    });
    window.addEventListener("keydown", onKey, { capture: true });
    document.addEventListener("fullscreenchange", () => { if (turn && !document.fullscreenElement) leave(); });
    const { told } = Stepwise;
    Stepwise.told = (...news) => {
      told?.(...news);
      if (turn) refresh();
    };
  }

  const others = () => [...document.body.children].filter((node) => node !== overlay);

  /** Presents a turn, from its beginning. */
  function present(id) {
    if (!overlay) make();
    opener = document.activeElement;
    [turn, at, wanted, following] = [id, 0, false, false];
    built.clear();
    list.replaceChildren();
    const problem = overlay.querySelector(".present-problem");
    problem.innerHTML = view().problem;
    overlay.lang = view().language === "zh" ? "zh-CN" : view().language;
    document.body.append(overlay);
    for (const node of others()) node.inert = true;
    localize(document.body);
    typeset(problem);
    refresh();
    problem.focus({ preventScroll: true });
    overlay.requestFullscreen?.().catch(() => {}); // a frame may not allow it: the overlay fills that then
  }

  function leave() {
    if (!turn) return;
    turn = null;
    overlay.classList.remove("is-dark");
    for (const node of others()) node.inert = false;
    overlay.remove();
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    opener?.focus?.();
  }

  Stepwise.present = present;
})();
