// The page's words and its formulas: switches languages in place, hands formulas to KaTeX.
// Everything of ours hangs on one global, window.Stepwise; data comes from Python in window.StepwiseData.
"use strict";
window.Stepwise = window.Stepwise || {};

(() => {
  const { locales } = window.StepwiseData;
  let language = first([window.StepwisePreferences?.language, ...(navigator.languages || [navigator.language])]);

  /** The first of the browser's languages that the page speaks, else English. */
  function first(wanted) {
    const known = wanted.map((tag) => String(tag).toLowerCase().split("-")[0]).find((code) => code in locales);
    return known || "en";
  }

  /** The sentence for `key` in the language `code` with its {placeholders} filled. */
  function sayIn(code, key, values = {}) {
    const text = locales[code]?.[key] ?? locales.en[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => {
      if (name === "clock" && name in values) return clock(values[name]);
      return name in values ? String(values[name]) : whole;
    });
  }

  /** A moment, in seconds since 1970, as the reader's own clock shows it; with its day where that is not today. */
  function clock(seconds) {
    const date = new Date(seconds * 1000);
    const time = { hour: "2-digit", minute: "2-digit" };
    const day = date.toDateString() === new Date().toDateString() ? {} : { weekday: "short", month: "short", day: "numeric" };
    return date.toLocaleString(document.documentElement.lang || undefined, { ...day, ...time });
  }

  const say = (key, values) => sayIn(language, key, values);
  const tag = (code) => (code === "zh" ? "zh-CN" : code);

  /** Puts the words of the current language into everything below `root` that asks for them. */
  function localize(root) {
    for (const node of root.querySelectorAll("[data-i18n]")) {
      const text = say(node.dataset.i18n, JSON.parse(node.dataset.i18nArgs || "{}"));
      if (node.textContent !== text) node.textContent = text;
      node.lang = tag(language); // the words around it may be in the problem's language
    }
    for (const attribute of ["title", "aria-label", "placeholder", "alt"]) {
      for (const node of root.querySelectorAll(`[data-i18n-${attribute}]`)) {
        node.setAttribute(attribute, say(node.getAttribute(`data-i18n-${attribute}`)));
      }
    }
  }

  const listeners = [];

  /** Switches the page; what is on the sheet stays. Unknown languages change nothing. */
  function setLanguage(code) {
    if (!(code in locales)) return;
    language = code;
    document.documentElement.lang = tag(code);
    localize(document);
    listeners.forEach((listener) => listener(code));
  }

  const typesetBefore = new Map(); // the same formula comes back at each update of its paragraph

  /** KaTeX's HTML for `tex`, or null where it cannot be read. */
  function formula(tex, display) {
    const key = (display ? "D" : "I") + tex;
    if (!typesetBefore.has(key)) {
      if (typesetBefore.size > 2000) typesetBefore.clear();
      const options = { displayMode: display, throwOnError: true, trust: false, strict: "ignore", maxSize: 30, maxExpand: 1000 };
      let html = null;
      try {
        html = window.katex.renderToString(tex, options);
      } catch {
        // the source stays readable in the element; see .tex-source
      }
      typesetBefore.set(key, html);
    }
    return typesetBefore.get(key);
  }

  /** Typesets every formula below `root`; one that KaTeX refuses shows its source. */
  function typeset(root) {
    for (const node of root.querySelectorAll(".math:not([data-done])")) {
      const html = formula(node.dataset.tex, node.dataset.display === "1");
      node.dataset.done = "1";
      if (html === null) node.classList.add("tex-source");
      else node.innerHTML = html;
      if (node.localName === "span") keepWithNext(node);
    }
  }

  /** A formula is a box of its own: without this a full stop behind it could start the next line. */
  function keepWithNext(node) {
    const next = node.nextSibling;
    const marks = next?.nodeType === Node.TEXT_NODE && next.data.match(/^[.,;:!?)\]’”。，、；：！？）]+/);
    if (!marks) return;
    next.data = next.data.slice(marks[0].length);
    const box = document.createElement("span");
    box.className = "keep";
    box.append(marks[0]);
    ([...node.querySelectorAll(".katex-html > .katex-base")].pop() || node).append(box);
  }

  document.documentElement.lang = tag(language);
  Object.assign(window.Stepwise, {
    say,
    sayIn,
    tag,
    localize,
    setLanguage,
    typeset,
    language: () => language,
    /** What is remembered comes from Gradio's BrowserState; empty at the first visit. */
    restore: (preferences) => preferences?.language && setLanguage(preferences.language),
    onLanguage: (listener) => listeners.push(listener),
  });
})();
