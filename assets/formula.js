// An editor for one formula: MathLive's field, its LaTeX beside it, and keys for what a keyboard lacks. MathLive is loaded with the first
// one; where it cannot be loaded the LaTeX alone can be edited.
"use strict";

(() => {
  const { say, localize, typeset } = window.Stepwise;
  // of MathLive's 200 typed words those that students mean; "in", "or", "AA" and smileys stand for themselves
  const TYPED = new Set(`sqrt cbrt sin cos tan cot sec csc arcsin arccos arctan ln lg exp lim max min gcd det sum int prod deg oo infty alpha beta gamma
    delta Delta theta lambda mu rho sigma phi varphi omega pi <= >= != ≤ ≥ ≠ -> +- * ÷ ≈ ∞ ...`.split(/\s+/));
  // what MathLive writes in its own way, or shorter than people read it: x^34 is x^{3}4
  const PLAIN = [[/\\placeholder\{[^{}]*\}/g, ""], [/\\(frac|binom)(\d)(\d)/g, "\\$1{$2}{$3}"], [/(\\frac\{[^{}]*\})(\w)/g, "$1{$2}"], [/\\frac(\w)\{/g, "\\frac{$1}{"],
    [/\\sqrt(\d)/g, "\\sqrt{$1}"], [/([_^])(\w)(?=\w)/g, "$1{$2}"], [/\^\{?\\prime\}?/g, "'"], [/\^\{?\\doubleprime\}?/g, "''"], [/\\degree(?![a-z])/g, "^{\\circ}"],
    [/\\lbrack(?![a-z])\s?/g, "["], [/\\rbrack(?![a-z])\s?/g, "]"], [/\\lbrace(?![a-z])\s?/g, "\\{"], [/\\rbrace(?![a-z])\s?/g, "\\}"]];

  const POWER = /^\^(?:\d|\{\d+\})$/;

  const PARTS = `
    <div class="formula-field"></div>
    <label class="formula-latex"><span data-i18n="formula.latex"></span><input type="text" spellcheck="false" autocapitalize="off" autocomplete="off"></label>
    <p class="formula-note" role="status"></p>
    <div class="formula-tabs" role="tablist" data-i18n-aria-label="formula.keys"></div>
    <div class="formula-keys" role="tabpanel"></div>
    <div class="formula-bar">
      <span class="formula-moves"><button type="button" class="key" data-do="moveToPreviousChar" data-i18n-aria-label="formula.left">←</button>
      <button type="button" class="key" data-do="moveToNextChar" data-i18n-aria-label="formula.right">→</button>
      <button type="button" class="key" data-do="deleteBackward" data-i18n-aria-label="formula.delete">⌫</button>
      <button type="button" class="key shift" aria-pressed="false" data-i18n-aria-label="formula.shift" hidden>⇧</button></span>
      <button type="button" class="button ghost cancel"><span data-i18n="cell.cancel"></span></button>
      <button type="button" class="button done"></button>
    </div>`;
  const TABS = { number: "123", letters: "abc", functions: "f(x)", calculus: "∑ ∫", geometry: "α ∠" };
  let tab = "number";

  const plain = (latex) => PLAIN.reduce((text, [pattern, by]) => text.replace(pattern, by), latex).trim();

  /** Puts an editor for the formula `tex` into `host`. `onDone` gets LaTeX, empty where all was deleted. */
  function edit(host, { tex, doneKey, onDone, onCancel }) {
    const node = document.createElement("section");
    node.className = "formula";
    node.setAttribute("role", "group");
    node.setAttribute("aria-label", say("formula.label"));
    node.innerHTML = PARTS;
    const source = node.querySelector("input");
    const editor = { node, source, field: null, written: tex, set: null, done: () => finish(editor, onDone), cancel: onCancel };
    node.querySelector(".done").append(say(doneKey));
    node.querySelector(".done").addEventListener("click", editor.done);
    node.querySelector(".cancel").addEventListener("click", onCancel);
    node.addEventListener("keydown", (event) => onKey(event, editor), { capture: true }); // Escape begins LaTeX in MathLive's eyes
    node.addEventListener("click", (event) => press(event.target.closest(".key"), editor, event.detail > 0));
    // a pressed key must not take the caret out of the formula
    node.addEventListener("pointerdown", (event) => { if (event.target.closest(".key")) event.preventDefault(); });
    source.value = tex;
    source.addEventListener("input", () => write(editor));
    host.replaceChildren(node);
    showTabs(editor);
    localize(node);
    source.focus();
    return withField(editor, tex);
  }

  /** From the LaTeX to the field. */
  function write(editor) {
    editor.written = editor.source.value;
    editor.field?.setValue(editor.written, { silenceNotifications: true });
    editor.set = editor.field?.getValue("latex");
  }

  /** From the field to the LaTeX, which stays as somebody wrote it where the field has not changed. MathLive tells of changes late: so it is asked. */
  function read({ field, source, set, written }) {
    const latex = field?.getValue("latex");
    const shown = field && latex !== set ? plain(latex) : written;
    if (source.value !== shown) source.value = shown;
    return shown.trim();
  }

  function finish(editor, onDone) {
    if (editor.field?.mode === "latex") editor.field.executeCommand(["complete", "accept"]); // a backslash and a name without Enter
    onDone(read(editor));
  }

  async function withField(editor, tex) {
    const note = editor.node.querySelector(".formula-note");
    note.textContent = say("formula.loading");
    try {
      await window.Stepwise.loadMathLive();
    } catch {
      note.textContent = say("formula.not-loaded");
      return;
    }
    if (!editor.node.isConnected) return;
    note.textContent = "";
    const typed = editor.source.value !== tex;
    editor.field = makeField(editor);
    write(editor);
    if (!typed || document.activeElement !== editor.source) editor.field.focus();
  }

  function makeField(editor) {
    const { MathfieldElement } = window.MathLive;
    Object.assign(MathfieldElement, { fontsDirectory: new URL(window.StepwiseData.fonts, document.baseURI).href, soundsDirectory: null, plonkSound: null });
    MathfieldElement.keypressSound = null;
    MathfieldElement.locale = window.Stepwise.language() === "zh" ? "zh-cn" : "en";
    const field = new MathfieldElement({ mathVirtualKeyboardPolicy: "manual" });
    field.setAttribute("aria-label", say("formula.label"));
    editor.node.querySelector(".formula-field").append(field);
    Object.assign(field, { menuItems: [], popoverPolicy: "off", environmentPopoverPolicy: "off", smartMode: false, smartFence: true, mathVirtualKeyboardPolicy: "manual" });
    field.inlineShortcuts = { ...Object.fromEntries(Object.entries(field.inlineShortcuts).filter(([typed]) => TYPED.has(typed))), log: "\\log" };
    field.addEventListener("input", () => read(editor));
    field.addEventListener("keydown", powers(field), { capture: true });
    return field;
  }

  /**
   * After x² MathLive's caret is on the line again, so that +1 can follow; but x¹2 is nobody's wish: one more digit goes up to the others,
   * and what is no digit comes down again.
   */
  function powers(field) {
    let up = false;
    return ({ key, ctrlKey, metaKey }) => {
      if (key.length > 1 || ctrlKey || metaKey) up = up && key === "Shift";
      else if (/\d/.test(key)) {
        if (up || !field.selectionIsCollapsed || !POWER.test(field.getElementInfo(field.position)?.latex || "")) return;
        up = field.executeCommand("moveToPreviousChar");
      } else if (up) {
        field.executeCommand("moveAfterParent");
        up = false;
      }
    };
  }

  function onKey(event, editor) {
    if (event.isComposing || editor.field?.mode === "latex") return; // a backslash begins LaTeX, Enter ends it
    const key = event.target.closest?.(".key");
    if (event.key === "Escape") editor.cancel();
    else if (event.key === "Enter" && !event.target.closest("button")) editor.done();
    else if (key && walk(key, event.key)) event.preventDefault();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // ---- keys --------------------------------------------------------------------------------------------------

  function showTabs(editor) {
    const bar = editor.node.querySelector(".formula-tabs");
    bar.replaceChildren(...Object.entries(TABS).map(([name, text]) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "key formula-tab", textContent: text });
      button.setAttribute("role", "tab");
      button.dataset.tab = name;
      button.setAttribute("aria-label", say(`formula.tab.${name}`));
      button.setAttribute("aria-selected", String(name === tab));
      button.tabIndex = name === tab ? 0 : -1;
      return button;
    }));
    const keys = window.Stepwise.formulaKeys[tab].map(makeKey);
    keys[0].tabIndex = 0;
    const capitals = editor.node.querySelector(".shift");
    capitals.hidden = tab !== "letters";
    capitals.setAttribute("aria-pressed", "false");
    editor.node.querySelector(".formula-keys").replaceChildren(...keys);
    typeset(editor.node.querySelector(".formula-keys"));
  }

  function shift(key, keys) {
    const capital = key.getAttribute("aria-pressed") !== "true";
    key.setAttribute("aria-pressed", String(capital));
    for (const letter of keys.children) {
      letter.dataset.insert = capital ? letter.dataset.insert.toUpperCase() : letter.dataset.insert.toLowerCase();
      letter.textContent = letter.dataset.insert;
    }
  }

  function makeKey(key) {
    const [shown, insert, word] = typeof key === "string" ? [null, key, null] : key;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "key", tabIndex: -1 });
    button.dataset.insert = insert;
    if (shown === null) button.textContent = key;
    else {
      const math = Object.assign(document.createElement("span"), { className: "math" });
      math.dataset.tex = shown;
      button.append(math);
      const words = word.startsWith("=") ? word.slice(1) : say(`key.${word}`);
      Object.assign(button, { ariaLabel: words, title: words });
    }
    return button;
  }

  /** One stop of the Tab key for all keys; arrows go from one to the next. */
  function walk(key, name) {
    const all = [...key.parentElement.querySelectorAll(".key")];
    const across = all.filter((one) => one.offsetTop === all[0].offsetTop).length;
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across }[name];
    const next = step && all[all.indexOf(key) + step];
    if (!next) return Boolean(step);
    for (const one of all) one.tabIndex = one === next ? 0 : -1;
    next.focus();
    if (next.dataset.tab) next.click();
    return true;
  }

  function press(key, editor, pointed) {
    if (!key) return;
    if (key.dataset.tab) {
      tab = key.dataset.tab;
      showTabs(editor);
      if (!pointed) editor.node.querySelector('[aria-selected="true"]').focus();
      return;
    }
    if (key.classList.contains("shift")) return shift(key, editor.node.querySelector(".formula-keys"));
    const { field } = editor;
    if (!field) return pressWithout(key, editor);
    if (key.dataset.do) field.executeCommand(key.dataset.do);
    else field.insert(key.dataset.insert, { format: "latex", selectionMode: "placeholder", scrollIntoView: true });
    read(editor);
    field.focus(); // also from the keyboard: a gap is selected there, ready to be filled
  }

  /** Into the LaTeX itself; gaps become empty braces. */
  function pressWithout(key, { source }) {
    const { insert } = key.dataset;
    if (insert) source.setRangeText(insert.replace(/#@|#0|#\?/g, ""), source.selectionStart, source.selectionEnd, "end");
    source.dispatchEvent(new Event("input"));
    source.focus();
  }

  window.Stepwise.formula = { edit, plain };
})();
