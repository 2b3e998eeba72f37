// An editor for one formula: MathLive's field, its LaTeX beside it, and keys for what a keyboard lacks. MathLive is loaded with the first
// one; where it cannot be loaded the LaTeX alone can be edited.
"use strict";

(() => {
  const { say, localize, typeset } = window.Stepwise;
  // typed words that MathLive would turn into macros of its own
  const FOREIGN = /\\(differentialD|capitalDifferentialD|exponentialE|imaginaryI|imaginaryJ|mathrm|operatorname)/;
  const PLAIN = [[/\\differentialD\s?/g, "d"], [/\\exponentialE\s?/g, "e"], [/\\imaginary[IJ]\s?/g, "i"], [/\\placeholder\{[^{}]*\}/g, ""],
    [/\\(frac|binom)(?=\d)(\d)(\d)/g, "\\$1{$2}{$3}"], [/\\frac\{([^{}]*)\}(\w)/g, "\\frac{$1}{$2}"], [/\\frac(\w)\{/g, "\\frac{$1}{"], [/\\sqrt(\d)/g, "\\sqrt{$1}"],
    [/\\(lbrace|rbrace)\b/g, (_, name) => (name === "lbrace" ? "\\{" : "\\}")], [/\\(?:l|r)?vert\b/g, "|"]];

  const PARTS = `
    <div class="formula-field"></div>
    <label class="formula-latex"><span data-i18n="formula.latex"></span><input type="text" spellcheck="false" autocapitalize="off" autocomplete="off"></label>
    <p class="formula-note" role="status"></p>
    <div class="formula-tabs" role="tablist" data-i18n-aria-label="formula.keys"></div>
    <div class="formula-keys" role="tabpanel"></div>
    <div class="formula-bar">
      <span class="formula-moves"><button type="button" class="key" data-do="moveToPreviousChar" data-i18n-aria-label="formula.left">←</button>
      <button type="button" class="key" data-do="moveToNextChar" data-i18n-aria-label="formula.right">→</button>
      <button type="button" class="key" data-do="deleteBackward" data-i18n-aria-label="formula.delete">⌫</button></span>
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
    const editor = { node, source, field: null, done: () => onDone(plain(source.value)), cancel: onCancel };
    node.querySelector(".done").append(say(doneKey));
    node.querySelector(".done").addEventListener("click", editor.done);
    node.querySelector(".cancel").addEventListener("click", onCancel);
    node.addEventListener("keydown", (event) => onKey(event, editor));
    node.addEventListener("click", (event) => press(event.target.closest(".key"), editor, event.detail > 0));
    // a pressed key must not take the caret out of the formula
    node.addEventListener("pointerdown", (event) => { if (event.target.closest(".key")) event.preventDefault(); });
    source.value = tex;
    source.addEventListener("input", () => editor.field?.setValue(source.value, { silenceNotifications: true }));
    host.replaceChildren(node);
    showTabs(editor);
    localize(node);
    source.focus();
    return withField(editor, tex);
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
    editor.field.setValue(editor.source.value, { silenceNotifications: true });
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
    field.inlineShortcuts = Object.fromEntries(Object.entries(field.inlineShortcuts).filter(([, shortcut]) => !FOREIGN.test(typeof shortcut === "string" ? shortcut : shortcut.value)));
    field.addEventListener("input", () => { editor.source.value = plain(field.getValue("latex")); });
    return field;
  }

  function onKey(event, editor) {
    if (event.isComposing) return;
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
    editor.node.querySelector(".formula-keys").replaceChildren(...keys);
    typeset(editor.node.querySelector(".formula-keys"));
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
    const { field } = editor;
    if (!field) return pressWithout(key, editor);
    if (key.dataset.do) field.executeCommand(key.dataset.do);
    else field.insert(key.dataset.insert, { format: "latex", selectionMode: "placeholder", scrollIntoView: true });
    editor.source.value = plain(field.getValue("latex"));
    if (pointed) field.focus();
    else key.focus();
  }

  /** Into the LaTeX itself; gaps become empty braces. */
  function pressWithout(key, { source }) {
    const { insert } = key.dataset;
    if (insert) source.setRangeText(insert.replace(/#@|#0|#\?/g, ""), source.selectionStart, source.selectionEnd, "end");
    source.focus();
  }

  window.Stepwise.formula = { edit, plain };
})();
