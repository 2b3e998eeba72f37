// Reads a problem, its steps and its answer aloud with the browser's own voice, a sentence at a time. What is on the page is read, and nothing
// that is hidden; formulas as the words that the server makes of them (POST speech). Works on the sheet, and on a page to read only, which has no
// sheet behind its turns. Pausing is ending and beginning the sentence again: not
// every browser can pause a voice.
"use strict";

(() => {
  const Stepwise = window.Stepwise;
  const { say, sayIn, localize } = Stepwise;
  const SKIPPED = "button, summary, textarea, input, select, form, .mark, .editor, .thinking, .code, .cell-head, .levels, .side-shared, [hidden], svg";
  const BLOCKS = new Set(["P", "LI", "DIV", "SECTION", "H1", "H2", "H3", "H4", "TD", "TH", "TR", "UL", "OL", "FIGURE", "BR", "PRE", "HEADER"]);
  const END = /[。！？；]+|[.!?;]+(?=\s|$)/g;
  const VOICES_MS = 1500; // some browsers find their voices a moment after they were asked
  const HIGHLIGHT = "stepwise-aloud";

  let bar = null;
  let reading = null; // {sentences, at, voice, lang, paused}
  let opener = null; // has the focus back when the bar goes
  let number = 0; // what an older utterance says is over is no news

  // ---- what is read ------------------------------------------------------------------------------------------

  /** Where the sentences of a text begin and end. */
  function cut(text) {
    const ends = [...text.matchAll(END)].map((match) => match.index + match[0].length);
    return [...ends, text.length].map((stop, at) => [at ? ends[at - 1] : 0, stop]).filter(([from, stop]) => stop > from);
  }

  const OWN = ".problem-text, .tried"; // what a student typed

  /** The text nodes of what students typed. */
  function ownTexts(roots) {
    const found = roots.flatMap((root) => [root, ...root.querySelectorAll(OWN)]).filter((node) => node.matches(OWN));
    return found.flatMap((node) => [...node.childNodes]).filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data);
  }

  /** Sentences below `roots`, in order: {text, range}. `words` maps a formula to its words. */
  function sentencesOf(roots, words, language) {
    const found = [];
    let text = "";
    let first = null;
    let end = null;
    const flush = () => {
      const told = text.replace(/\s+/g, " ").trim();
      if (/[\p{L}\p{N}]/u.test(told)) {
        const range = document.createRange();
        range.setStart(...first);
        range.setEnd(...end);
        found.push({ text: told, range });
      }
      [text, first, end] = ["", null, null];
    };
    const add = (piece, start, stop) => {
      if (!piece) return;
      first ??= start;
      text += piece;
      end = stop;
    };
    const around = (node) => [[node.parentNode, [...node.parentNode.childNodes].indexOf(node)], [node.parentNode, [...node.parentNode.childNodes].indexOf(node) + 1]];
    const whole = (node, piece) => {
      flush();
      add(piece, ...around(node));
      flush();
    };
    const typed = (node) => { // a student's own words, in which formulas are not marked
      for (const [from, stop] of cut(node.data)) {
        const told = words.get(node.data.slice(from, stop));
        if (told === undefined || told === node.data.slice(from, stop)) plain(node.data.slice(from, stop), (offset) => [node, from + offset]);
        else plain(told, (offset) => [node, offset ? stop : from]);
      }
    };
    const plain = (piece, at) => {
      let from = 0;
      for (const match of piece.matchAll(END)) {
        const stop = match.index + match[0].length;
        add(piece.slice(from, stop), at(from), at(stop));
        from = stop;
        if (!/^\W*\d*\W*$/.test(text)) flush(); // "1." begins a step
      }
      add(piece.slice(from), at(from), at(piece.length));
    };
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE && node.parentElement.matches(OWN)) return typed(node);
      if (node.nodeType === Node.TEXT_NODE) return plain(node.data, (offset) => [node, offset]);
      if (node.nodeType !== Node.ELEMENT_NODE || node.matches(SKIPPED)) return undefined;
      if (node.localName === "details" && !node.open) return undefined;
      if (node.matches(".math")) {
        add(` ${words.get(node.dataset.tex) ?? ""}`, ...around(node));
        for (const mark of node.querySelectorAll(".keep")) plain(mark.textContent, () => around(node)[1]); // a full stop that stays with its formula
        text += " ";
        return undefined;
      }
      if (node.dataset.i18n) return plain(`${sayIn(language, node.dataset.i18n, JSON.parse(node.dataset.i18nArgs || "{}"))} `, (offset) => around(node)[offset ? 1 : 0]);
      if (node.matches(".cell")) whole(node.querySelector(".cell-title") ?? node, sayIn(language, "aloud.cell"));
      if (node.localName === "img") return node.alt ? whole(node, node.alt) : undefined;
      const block = BLOCKS.has(node.tagName) || node.matches(".check :is(strong, em), .tried, .why");
      if (block) flush();
      if (node.matches(".out.result")) add(`${sayIn(language, "aloud.result")} `, ...around(node));
      node.childNodes.forEach(walk);
      if (block) flush();
      return undefined;
    };
    for (const root of roots) {
      flush();
      walk(root);
    }
    flush();
    return found;
  }

  /** Formulas, and texts with formulas that nobody marked, in words: {formulas, texts}. */
  async function inWords(formulas, texts, language = Stepwise.language()) {
    const answer = await fetch(window.StepwiseData.speech ?? "speech", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ language, formulas, texts }) });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  const asked = new Map(); // a text is shown anew at each key, its formulas mostly stay

  /** One formula in words. */
  function formulaInWords(tex) {
    const key = `${Stepwise.language()} ${tex}`;
    if (asked.size > 200) asked.clear();
    if (!asked.has(key)) asked.set(key, inWords([tex], []).then(({ formulas }) => formulas[0]));
    return asked.get(key);
  }

  /** What stands below `roots` and has other words when it is said. */
  async function wordsOf(roots, language) {
    const formulas = [...new Set(roots.flatMap((root) => [...root.querySelectorAll(".math")].map((node) => node.dataset.tex)))];
    const texts = [...new Set(ownTexts(roots).flatMap((text) => cut(text).map(([from, stop]) => text.slice(from, stop))))];
    if (!formulas.length && !texts.length) return new Map();
    const words = await inWords(formulas, texts, language);
    return new Map([...texts.map((text, at) => [text, words.texts[at]]), ...formulas.map((tex, at) => [tex, words.formulas[at]])]);
  }

  // ---- voices ------------------------------------------------------------------------------------------------

  async function voices() {
    const { speechSynthesis: voice } = window;
    if (voice.getVoices().length) return voice.getVoices();
    await new Promise((done) => {
      voice.addEventListener?.("voiceschanged", done, { once: true });
      setTimeout(done, VOICES_MS);
    });
    return voice.getVoices();
  }

  /** The best voice of a language: that of the page's own country, one on this machine, the browser's usual one. */
  async function voiceOf(language) {
    const tag = (voice) => voice.lang.replace("_", "-").toLowerCase();
    const wanted = Stepwise.tag(language).toLowerCase();
    const rank = (voice) => 4 * (tag(voice) === wanted) + 2 * voice.localService + voice.default;
    const fits = (await voices()).filter((voice) => tag(voice).split("-")[0] === language && !tag(voice).startsWith("zh-hk"));
    return fits.sort((one, other) => rank(other) - rank(one))[0];
  }

  // ---- reading -----------------------------------------------------------------------------------------------

  async function start(button, roots, language) {
    stop();
    const mine = ++number;
    opener = button;
    show("aloud.looking");
    if (!window.speechSynthesis || !window.SpeechSynthesisUtterance) return show("aloud.none");
    const voice = await voiceOf(language);
    if (mine !== number) return undefined;
    if (!voice) return show(`aloud.no-voice.${language}`);
    let words;
    try {
      words = await wordsOf(roots, language);
    } catch {
      return mine === number ? show("aloud.failed") : undefined;
    }
    const sentences = sentencesOf(roots, words, language);
    if (mine !== number || !sentences.length) return undefined;
    reading = { sentences, at: 0, voice, language, paused: false };
    button.setAttribute("aria-pressed", "true");
    return speak();
  }

  function speak() {
    const mine = ++number;
    window.speechSynthesis.cancel();
    const { sentences, at, voice, language } = reading;
    const utterance = new SpeechSynthesisUtterance(sentences[at].text);
    Object.assign(utterance, { voice, lang: voice.lang || Stepwise.tag(language) });
    utterance.onend = () => { if (mine === number) step(1); };
    utterance.onerror = ({ error }) => {
      if (mine !== number || error === "canceled" || error === "interrupted") return;
      stop();
      show("aloud.failed");
    };
    reading.utterance = utterance; // or Chrome forgets it, and its end is never told
    mark(sentences[at].range);
    show(null);
    window.speechSynthesis.speak(utterance);
  }

  /** The sentence before or behind; behind the last one it is over. */
  function step(by) {
    if (!reading) return;
    const to = reading.at + by;
    if (to >= reading.sentences.length) return stop();
    reading.at = Math.max(0, to);
    if (reading.paused) mark(reading.sentences[reading.at].range);
    else speak();
  }

  function pause() {
    if (!reading) return;
    reading.paused = !reading.paused;
    if (!reading.paused) return speak();
    number += 1;
    window.speechSynthesis.cancel();
    show(null);
  }

  function stop() {
    number += 1;
    window.speechSynthesis?.cancel();
    opener?.setAttribute("aria-pressed", "false");
    const back = bar?.contains(document.activeElement) ? opener : null;
    [reading, opener] = [null, null];
    mark(null);
    if (bar) bar.hidden = true;
    if (back?.isConnected) back.focus({ preventScroll: true });
  }

  // ---- what is seen of it ------------------------------------------------------------------------------------

  function mark(range) {
    for (const node of document.querySelectorAll(".is-read")) node.classList.remove("is-read");
    window.CSS.highlights?.delete(HIGHLIGHT);
    if (!range) return;
    const node = range.commonAncestorContainer;
    const block = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest(".block, .problem-text");
    block?.classList.add("is-read");
    if (window.CSS.highlights) window.CSS.highlights.set(HIGHLIGHT, new Highlight(range));
    block?.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  /** The bar above the problem box: its buttons, or a sentence that says why nothing is read. */
  function show(key) {
    bar.hidden = false;
    bar.querySelector(".aloud-said").textContent = key ? say(key) : "";
    for (const button of bar.querySelectorAll("[data-aloud]")) button.hidden = !reading && button.dataset.aloud !== "stop";
    const word = bar.querySelector('[data-aloud="pause"] span');
    word.dataset.i18n = reading?.paused ? "aloud.go-on" : "aloud.pause";
    const end = bar.querySelector('[data-aloud="stop"] span');
    end.dataset.i18n = reading ? "aloud.stop" : "keys.close";
    localize(bar);
  }

  const DOES = { back: () => step(-1), pause, on: () => step(1), stop };

  /** Puts the bar before `place`. */
  function addBar(place) {
    bar = document.createElement("div");
    bar.className = "aloud-bar";
    bar.hidden = true;
    bar.setAttribute("role", "group");
    bar.dataset.i18nAriaLabel = "aloud.label";
    bar.innerHTML = `<p class="aloud-said" role="status"></p>${Object.keys(DOES).map((name) => `<button type="button" class="quiet" data-aloud="${name}"><span data-i18n="aloud.${name}"></span></button>`).join("")}`;
    bar.addEventListener("click", (event) => DOES[event.target.closest("[data-aloud]")?.dataset.aloud]?.());
    place.before(bar);
    localize(bar.parentElement);
  }

  // ---- what is asked for -------------------------------------------------------------------------------------

  /** Reads one block, or all that is seen of a turn; the same button ends it. */
  function toggle(button, block, turn, language) {
    if (opener === button) return stop();
    const roots = block ? [block] : [...turn.querySelectorAll(".problem-text, [data-zone] > .block")].filter((node) => node.checkVisibility() && !node.matches(".chips-block, .box-block, .workbox-block, .ways-block, [data-zone='check'] *"));
    return start(button, roots, language);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing && reading && !document.querySelector("dialog[open]")) stop();
  });
  window.addEventListener("pagehide", stop);

  // ---- on a page to read only --------------------------------------------------------------------------------

  if (!Stepwise.actions) {
    Stepwise.mountStill = (main) => {
      addBar(main.appendChild(document.createElement("span")));
      main.addEventListener("click", (event) => {
        const button = event.target.closest('[data-act="aloud"]');
        const turn = button?.closest(".turn");
        if (turn) toggle(button, button.closest(".block"), turn, turn.lang.split("-")[0]);
      });
    };
    return;
  }

  // ---- on the sheet ------------------------------------------------------------------------------------------

  Stepwise.actions.aloud = (button, block, turn) => toggle(button, block, turn.node, turn.view.language);

  const { mountComposer, mountSheet, settled } = Stepwise;
  Object.assign(Stepwise, {
    formulaInWords,
    mountComposer: (parts) => {
      mountComposer(parts);
      addBar(parts.element.querySelector("form"));
    },
    mountSheet: (parts) => {
      mountSheet(parts);
      Stepwise.onLanguage(() => { if (bar && !bar.hidden && reading) show(null); });
    },
    /** Another problem, or another conversation: what was read is not there any more. */
    settled: (running) => {
      settled(running);
      if (reading && (running || !reading.sentences[reading.at].range.startContainer.isConnected)) stop();
    },
  });
})();
