// The Sheet: shows turns (one problem and its solution each) from the blocks that Python sends.
// A block is {id, kind, zone, html, …}. Only blocks whose html changed are touched, so what the reader has opened,
// scrolled or is editing stays as it is. `html` is made and escaped by ui/render.py; nothing else is ever parsed.
"use strict";

(() => {
  const { say, localize, typeset } = window.Stepwise;
  const QUIET_MS = 12000; // Python sends at least one update every 2 s while it works
  const QUEUED_MS = 1500; // no answer at all for so long: we stand in line
  const NEAR_PX = 140;
  const SETTLING_MS = 1500;

  const turns = new Map(); // id -> {node, view, blocks: Map(id -> element), since}
  let sheet, list, empty, live, notice, send;
  let conversation = null; // that Python says is shown
  let following = true;
  let lastTop = 0;
  let settledAt = 0;
  let lastUpdate = 0;
  let stopping = false;

  const TURN = `
    <header class="problem">
      <div class="problem-text" role="heading" aria-level="2" tabindex="-1"></div>
      <div class="problem-acts">
        <button type="button" class="quiet aloud" data-act="aloud"><span data-i18n="aloud.read"></span></button>
        <button type="button" class="quiet" data-act="edit-problem"><span data-i18n="turn.edit"></span></button>
        <button type="button" class="quiet" data-act="present"><span data-i18n="turn.present"></span></button>
      </div>
    </header>
    <div data-zone="ladder"></div>
    <details class="work" open>
      <summary><span data-i18n="steps.title"></span><span class="took"></span></summary>
      <div data-zone="work"></div>
    </details>
    <div data-zone="answer"></div>
    <div data-zone="check"></div>
    <div data-zone="end"></div>
    <div data-zone="tutor"></div>
    <p class="status"><span class="pulse" aria-hidden="true"></span><span class="phase"></span><span class="elapsed"></span></p>
    <footer class="turn-foot"><button type="button" class="quiet" data-act="retry"><span data-i18n="turn.retry"></span></button></footer>`;

  /** Builds an element from HTML written in this file or escaped by Python. */
  function build(name, className, html) {
    const node = document.createElement(name);
    node.className = className;
    node.innerHTML = html;
    return node;
  }

  // ---- from Python -------------------------------------------------------------------------------------------

  /** Shows `value` = {order: [ids], turns: [views that may have changed]}. */
  function show(value) {
    if (!value) return;
    lastUpdate = Date.now();
    if ("conversation" in value) conversation = value.conversation;
    for (const id of [...turns.keys()]) if (!value.order.includes(id)) drop(id);
    const before = solving();
    value.turns.forEach(showTurn);
    arrangeTurns(value.order);
    if (value.deck) window.Stepwise.keepDeck?.(value.deck);
    empty.hidden = turns.size > 0;
    showNotice(value.notice);
    refresh();
    window.Stepwise.told?.(value, running());
    window.Stepwise.settled?.(running());
    if (following && (before || solving())) {  // not for a cell that the reader runs again
      settledAt = Date.now() + SETTLING_MS;
      toBottom();
    }
  }

  /** Another window on the same conversation may have put a turn before the last one. */
  function arrangeTurns(order) {
    const wanted = order.filter((id) => turns.has(id));
    if (wanted.join() === [...turns.keys()].join()) return;
    for (const id of wanted) {
      const turn = turns.get(id);
      turns.delete(id);
      turns.set(id, turn);
      list.append(turn.node);
    }
  }

  /** A sentence above the sheet, as that a conversation is not there. */
  function showNotice(key) {
    notice.hidden = !key;
    notice.innerHTML = key ? `<strong data-i18n="${key}"></strong> <span data-i18n="${key}.do"></span>` : "";
    localize(notice.parentElement);
  }

  function drop(id) {
    turns.get(id).node.remove();
    turns.delete(id);
  }

  function showTurn(view) {
    const turn = turns.get(view.id) || addTurn(view);
    const before = turn.view;
    turn.view = view;
    turn.local = false;
    turn.node.dataset.state = view.state;
    if (before?.problem !== view.problem) put(turn.node.querySelector(".problem-text"), view.problem);
    window.Stepwise.showPicture?.(turn.node, view.picture);
    for (const zone of ["ladder", "work", "answer", "check", "end", "tutor"]) {
      arrange(turn, zone, view.blocks.filter((block) => block.zone === zone));
    }
    turn.node.querySelector(".work").hidden = !view.blocks.some((block) => block.zone === "work");
    if (view.announce && !before?.announce && before) announce(view.announce, view.language);
    window.Stepwise.tutored?.(turn.node, view, before);
  }

  function addTurn(view) {
    const node = build("article", "turn", TURN);
    node.dataset.id = view.id;
    node.lang = window.Stepwise.tag(view.language);
    localize(node);
    list.append(node);
    const turn = { node, view: null, blocks: new Map(), since: Date.now() };
    turns.set(view.id, turn);
    following = true;
    stopping = false;
    return turn;
  }

  /** Makes the elements of one zone equal to `blocks`, in order, touching as few as possible. */
  function arrange(turn, zone, blocks) {
    const parent = turn.node.querySelector(`[data-zone="${zone}"]`);
    const wanted = new Set(blocks.map((block) => block.id));
    for (const child of [...parent.children]) {
      if (!wanted.has(child.dataset.block)) {
        turn.blocks.delete(child.dataset.block);
        child.remove();
      }
    }
    blocks.forEach((block, index) => {
      let node = turn.blocks.get(block.id);
      if (!node) {
        node = build("div", `block ${block.kind}-block`, "");
        node.dataset.block = block.id;
        turn.blocks.set(block.id, node);
      }
      node.block = block;
      if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] || null);
      if (node.shown !== block.html && !node.editing) {
        node.shown = block.html;
        put(node, block.html);
      }
    });
  }

  /** Replaces the content of `node`; panels the reader opened or closed stay so, and so does the focus. */
  function put(node, html) {
    const opened = new Map([...node.querySelectorAll("details[data-touched]")].map((d) => [d.dataset.key, d.open]));
    const focused = window.Stepwise.focusedIn?.(node);
    const fresh = build("div", "", html);
    localize(fresh);
    typeset(fresh);
    for (const details of fresh.querySelectorAll("details[data-key]")) {
      if (!opened.has(details.dataset.key)) continue;
      details.open = opened.get(details.dataset.key);
      details.dataset.touched = "1";
    }
    node.replaceChildren(...fresh.childNodes);
    focused?.();
  }

  /** In the language of the problem, as the answer's own words are. */
  function announce({ answer, verdict }, language) {
    const told = (key, values) => window.Stepwise.sayIn(language, key, values);
    announceText(told("answer.spoken", { answer, verdict: told(`verdict.${verdict}`) }), language);
  }

  function announceText(text, language = window.Stepwise.language()) {
    live.lang = window.Stepwise.tag(language);
    live.textContent = text;
  }

  // ---- what is running ---------------------------------------------------------------------------------------

  const solving = () => [...turns.values()].some(({ view }) => view?.state === "running");
  const running = () => [...turns.values()].some(({ view }) => view && (view.state === "running" || view.busy));

  /** Status lines, buttons and the composer follow what runs. */
  function refresh() {
    const busy = running();
    document.body.classList.toggle("stepwise-running", busy);
    if (!busy) stopping = false;
    const last = [...turns.keys()].pop();
    for (const [id, turn] of turns) {
      turn.node.classList.toggle("last", id === last);
      const waiting = turn.local && Date.now() - turn.since > QUEUED_MS;
      const phase = stopping ? "stopping" : waiting ? "queued" : turn.view.phase;
      turn.node.querySelector(".phase").textContent = say(`phase.${phase}`);
      const seconds = Math.floor((Date.now() - turn.since) / 1000);
      turn.node.querySelector(".elapsed").textContent = seconds > 0 ? say("elapsed", { seconds }) : "";
      const took = turn.view.seconds;
      turn.node.querySelector(".took").textContent = !took ? "" : say("steps.took", { seconds: took });
    }
    window.Stepwise.composer?.(busy, stopping);
  }

  /** Nothing has come for long although something should run: say so instead of waiting for ever. */
  function watchConnection() {
    if (!running()) return;
    refresh();
    if (Date.now() - lastUpdate < QUIET_MS) return;
    for (const turn of turns.values()) {
      if (turn.view.state !== "running" && !turn.view.busy) continue;
      if (turn.local && Date.now() - turn.since < 5 * QUIET_MS) continue; // standing in line is quiet too
      const blocks = turn.view.blocks.filter((block) => block.id !== "end");
      const html = `<section class="end failure" role="alert"><h3><span data-i18n="failure.offline"></span></h3>
        <p class="remedy"><span data-i18n="failure.offline.do"></span></p>
        <button type="button" class="button" data-act="retry"><span data-i18n="turn.retry"></span></button></section>`;
      showTurn({ ...turn.view, state: "failed", busy: false, blocks: [...blocks, { id: "end", kind: "failure", zone: "end", html }] });
    }
    refresh();
  }

  // ---- scrolling ---------------------------------------------------------------------------------------------

  const page = () => document.scrollingElement;
  const atBottom = () => page().scrollHeight - page().scrollTop - window.innerHeight < NEAR_PX;
  /** Only a reader who scrolls up stops the following; a page that merely grew does not. */
  function follow() {
    const top = page().scrollTop;
    if (top < lastTop - 2) following = atBottom();
    else if (atBottom()) following = true;
    lastTop = top;
  }
  const toBottom = () => page().scrollTo({ top: page().scrollHeight, behavior: "instant" });

  // ---- from the reader ---------------------------------------------------------------------------------------

  /** Sends a problem. `replaces` is the turn whose place it takes, `method` a way to solve it by, `picture` {name, url} what it was read from. */
  function solve(text, replaces = null, method = null, picture = null) {
    if (!text.trim() || running()) return false;
    const turn = newId();
    const order = [...turns.keys()].filter((id) => id !== replaces);
    const problem = escape(text.trim());
    const view = { id: turn, problem, text, picture, language: window.Stepwise.language(), state: "running", phase: "starting", seconds: null, busy: false, announce: null, blocks: [] };
    show({ order: [...order, turn], turns: [view] }); // at once; Python's first update replaces it
    turns.get(turn).local = true;
    send("solve", { text, turn, replaces, method, picture: picture?.name, language: window.Stepwise.language(), model: window.Stepwise.model(), strategy: window.Stepwise.strategy(), mode: window.Stepwise.mode?.() });
    return true;
  }

  const newId = () => `t${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

  function escape(text) {
    const node = document.createElement("div");
    node.textContent = text;
    return node.innerHTML.replaceAll("\n", "<br>");
  }

  function stop() {
    if (!running()) return;
    stopping = true;
    refresh();
    send("stop", {});
  }

  const ACTIONS = {
    copy: (button, node) => copy(button, node.block.source),
    edit: (_, node) => editCell(node),
    rerun: (_, node) => runCell(node, node.block.source),
    retry: (_, __, turn) => solve(turn.view.text, turn.view.id, turn.view.method, turn.view.picture),
    another: (button, _, turn) => solve(turn.view.text, null, button.dataset.method, turn.view.picture),
    reopen: () => window.Stepwise.reopen?.(),
    "edit-problem": (_, __, turn) => editProblem(turn),
    restore: (_, __, turn) => restoreVariables(turn),
  };

  function onClick(event) {
    const summary = event.target.closest("summary");
    if (summary) summary.parentElement.dataset.touched = "1";
    const button = event.target.closest("[data-act]");
    if (!button) return;
    const turn = turns.get(button.closest(".turn").dataset.id);
    ACTIONS[button.dataset.act]?.(button, button.closest("[data-block]"), turn);
  }

  async function copy(button, text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      copyByHand(text); // no clipboard without https
    }
    const word = button.firstElementChild;
    word.dataset.i18n = "cell.copied";
    word.textContent = say("cell.copied");
    setTimeout(() => {
      word.dataset.i18n = "cell.copy";
      word.textContent = say("cell.copy");
    }, 1600);
  }

  function copyByHand(text) {
    const area = document.body.appendChild(document.createElement("textarea"));
    area.value = text;
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  /** An editor in place of a text: grows with its content, keeps indentation; calls back with the text or not at all. */
  function editor({ value, labelKey, runKey, hintKey, code, onRun, onCancel }) {
    const node = build("div", "editor", `
      <textarea rows="1" data-i18n-aria-label="${labelKey}"></textarea>
      <div class="editor-bar"><span class="hint">${hintKey ? `<span data-i18n="${hintKey}"></span>` : ""}</span>
      <button type="button" class="button ghost cancel"><span data-i18n="cell.cancel"></span></button>
      <button type="button" class="button run"><span data-i18n="${runKey}"></span></button></div>`);
    const area = node.querySelector("textarea");
    Object.assign(area, { value, spellcheck: !code, autocapitalize: "off" });
    const grow = () => {
      area.style.height = "auto";
      area.style.height = `${area.scrollHeight + 2}px`;
    };
    area.addEventListener("input", grow);
    area.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Escape") onCancel();
      else if (event.key === "Enter" && (code ? event.ctrlKey || event.metaKey || event.shiftKey : !event.shiftKey)) onRun(area.value);
      else if (event.key === "Enter" && code) indent(area);
      else return;
      event.preventDefault();
      event.stopPropagation();
      grow();
    });
    node.querySelector(".run").addEventListener("click", () => onRun(area.value));
    node.querySelector(".cancel").addEventListener("click", onCancel);
    localize(node);
    queueMicrotask(() => {
      grow();
      area.focus({ preventScroll: true });
    });
    return node;
  }

  /** A new line as deep as this one, or deeper behind a colon. */
  function indent(area) {
    const line = area.value.slice(0, area.selectionStart).split("\n").pop();
    const depth = line.match(/^\s*/)[0] + (line.trimEnd().endsWith(":") ? "    " : "");
    area.setRangeText(`\n${depth}`, area.selectionStart, area.selectionEnd, "end");
  }

  function editCell(node) {
    if (node.editing || running()) return;
    const code = node.querySelector(".code");
    const fold = code.closest("details.fold");
    if (fold) Object.assign(fold, { open: true }).dataset.touched = "1";
    const done = () => {
      node.editing = false;
      node.querySelector(".editor")?.remove();
      code.hidden = false;
      node.classList.remove("is-editing");
      node.querySelector('[data-act="edit"]')?.focus();
    };
    node.editing = true;
    node.classList.add("is-editing");
    code.hidden = true;
    code.after(editor({
      value: node.block.source,
      labelKey: "cell.source",
      runKey: "cell.run",
      hintKey: "cell.keys",
      code: true,
      onCancel: done,
      onRun: (source) => {
        if (running()) return;
        done();
        code.querySelector("code").textContent = source; // coloured when Python has answered
        runCell(node, source);
      },
    }));
  }

  function runCell(node, source) {
    if (running()) return;
    const turn = turns.get(node.closest(".turn").dataset.id);
    begin(turn);
    window.Stepwise.ran?.(node);
    send("run", { turn: turn.view.id, part: node.block.part, source });
  }

  /** At once; Python's first update confirms it. */
  function begin(turn) {
    lastUpdate = Date.now();
    turn.view.busy = true;
    refresh();
  }

  function restoreVariables(turn) {
    if (running()) return;
    begin(turn);
    send("restore", { turn: turn.view.id });
  }

  function editProblem(turn) {
    const head = turn.node.querySelector(".problem");
    if (running() || head.querySelector(".editor")) return;
    const done = () => {
      head.classList.remove("is-editing");
      head.querySelector(".editor").remove();
      head.querySelector("button")?.focus();
    };
    head.classList.add("is-editing");
    head.append(editor({
      value: turn.view.text,
      labelKey: "composer.label",
      runKey: "turn.solve",
      hintKey: "composer.hint",
      code: false,
      onCancel: done,
      onRun: (text) => solve(text, turn.view.id, null, turn.view.picture) && done(),
    }));
  }

  // ---- the empty sheet ---------------------------------------------------------------------------------------

  let level = "middle";

  /** Examples of one level in the page's language, and the row of levels. */
  function showExamples() {
    const { examples } = window.StepwiseData;
    const code = window.Stepwise.language() in examples ? window.Stepwise.language() : "en";
    const tabs = empty.querySelector(".levels");
    const cards = empty.querySelector(".examples");
    tabs.replaceChildren(...Object.keys(examples[code]).map((name) => {
      const tab = build("button", "level", `<span data-i18n="level.${name}"></span>`);
      Object.assign(tab, { type: "button", onclick: () => { level = name; showExamples(); tabs.querySelector('[aria-pressed="true"]').focus(); } });
      tab.setAttribute("aria-pressed", String(name === level));
      return tab;
    }));
    cards.replaceChildren(...examples[code][level].map(({ text, html, said }) => {
      const card = build("button", "example", `<span>${html}</span>`);
      Object.assign(card, { type: "button", lang: window.Stepwise.tag(code), ariaLabel: said, onclick: () => solve(text) });
      return card;
    }));
    localize(empty);
    typeset(empty);
  }

  /** Called once by Gradio's component: `element` is its root, `trigger` reaches Python, `watch` hears from it. */
  function mountSheet({ element, props, watch, trigger }) {
    sheet = element.querySelector(".sheet");
    list = sheet.querySelector(".turns");
    empty = sheet.querySelector(".empty");
    live = sheet.querySelector(".live");
    notice = sheet.querySelector(".notice");
    let sent = 0; // a Stop means all that was sent before it, also what the server has not begun
    // a server that has forgotten this page finds by the conversation what it shows, and sends what it does not show
    send = (event, data) => trigger(event, { conversation, shows: [...turns.keys()], ...data, number: ++sent });
    sheet.addEventListener("click", onClick);
    window.addEventListener("scroll", follow, { passive: true });
    // formulas and pictures get their height a moment after they were put in
    new ResizeObserver(() => { if (following && Date.now() < settledAt) toBottom(); }).observe(list);
    window.Stepwise.onLanguage(() => { showExamples(); refresh(); });
    localize(sheet);
    showExamples();
    setInterval(watchConnection, 500);
    watch("value", () => show(props.value));
    show(props.value);
    window.Stepwise.begin?.();
  }

  /** Puts a kept conversation in place of what is on the sheet. */
  function open(id) {
    following = false;
    send("open", { conversation: id, model: window.Stepwise.model() });
  }

  Object.assign(window.Stepwise, {
    actions: ACTIONS, // by the data-act of a button; other files add theirs
    turn: (id) => turns.get(id),
    send: (event, data) => send(event, data),
    announce: announceText,
  });
  Object.assign(window.Stepwise, { mountSheet, solve, stop, open, running, clear: () => send("clear", {}), model: () => "builtin", strategy: () => null });
})();
