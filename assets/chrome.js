// What stands around the sheet: the header (name, language, tutor, theme) and the composer.
"use strict";

(() => {
  const Stepwise = window.Stepwise;
  const { say, localize } = Stepwise;
  const THEME = "stepwise-theme"; // in localStorage itself, because it is needed before the first paint

  // ---- theme -------------------------------------------------------------------------------------------------

  const system = window.matchMedia("(prefers-color-scheme: dark)");

  function storedTheme() {
    try {
      return localStorage.getItem(THEME);
    } catch {
      return null; // storage is closed to us, as in some frames
    }
  }

  function applyTheme() {
    const dark = (storedTheme() || (system.matches ? "dark" : "light")) === "dark";
    document.documentElement.classList.toggle("stepwise-dark", dark);
    document.body?.classList.toggle("dark", dark);
    document.querySelector("#stepwise-theme")?.setAttribute("aria-pressed", String(dark));
  }

  function toggleTheme() {
    const dark = !document.documentElement.classList.contains("stepwise-dark");
    try {
      localStorage.setItem(THEME, dark ? "dark" : "light");
    } catch {
      // not remembered then
    }
    document.documentElement.classList.toggle("stepwise-dark", dark);
    document.body.classList.toggle("dark", dark);
    document.querySelector("#stepwise-theme").setAttribute("aria-pressed", String(dark));
  }

  // ---- header ------------------------------------------------------------------------------------------------

  function option(value, text) {
    const node = document.createElement("option");
    Object.assign(node, { value, textContent: text });
    return node;
  }

  /** The tutor's name in the page's language, or the model's own. */
  const modelName = (name) => (`model.${name}` in window.StepwiseData.locales.en ? say(`model.${name}`) : name);

  function mountHeader({ element, trigger }) {
    const language = element.querySelector("#stepwise-language");
    const model = element.querySelector("#stepwise-model");
    const strategy = element.querySelector("#stepwise-strategy");
    const { locales, models, strategies } = window.StepwiseData;
    language.replaceChildren(...Object.keys(locales).map((code) => option(code, locales[code]["language.name"])));
    language.value = Stepwise.language();
    language.addEventListener("change", () => {
      Stepwise.setLanguage(language.value);
      trigger("settings", {});
    });
    model.replaceChildren(...models.map((name) => option(name, modelName(name))));
    strategy.replaceChildren(...strategies.map((name) => option(name, say(`strategy.${name}`))));
    // the built-in tutor has its own ways, offered below its answer
    const offer = () => { strategy.hidden = model.value === "builtin"; };
    model.addEventListener("change", offer);
    offer();
    Stepwise.onLanguage((code) => {
      language.value = code;
      for (const node of model.options) node.textContent = modelName(node.value);
      for (const node of strategy.options) node.textContent = say(`strategy.${node.value}`);
    });
    Stepwise.model = () => model.value;
    Stepwise.strategy = () => (strategy.hidden ? null : strategy.value);
    element.querySelector("#stepwise-theme").addEventListener("click", toggleTheme);
    element.querySelector("#stepwise-new").addEventListener("click", () => { Stepwise.clear(); focusComposer(); });
    element.querySelector("#stepwise-code").addEventListener("click", toggleCode);
    element.querySelector("#stepwise-keys").addEventListener("click", showKeys);
    element.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); focusComposer(); });
    system.addEventListener("change", applyTheme);
    applyTheme();
    localize(element);
  }

  function toggleCode(event) {
    const hidden = document.body.classList.toggle("stepwise-no-code");
    event.currentTarget.setAttribute("aria-pressed", String(!hidden));
  }

  function showKeys() {
    const dialog = document.querySelector("#stepwise-keys-dialog");
    if (!dialog.open) dialog.showModal();
  }

  // ---- composer ----------------------------------------------------------------------------------------------

  let box, button;

  const focusComposer = () => box?.focus();

  function grow() {
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight, window.innerHeight * 0.4)}px`;
    button.disabled = !document.body.classList.contains("stepwise-running") && !box.value.trim();
  }

  function submit() {
    if (Stepwise.running()) return hint("composer.wait"); // what is typed stays
    if (!box.value.trim()) return hint("composer.empty");
    if (Stepwise.solve(box.value)) {
      box.value = "";
      grow();
    }
  }

  /** Says something in the line under the composer for a moment. */
  function hint(key) {
    const line = document.querySelector(".stepwise .keys");
    line.textContent = say(key);
    setTimeout(() => { line.textContent = say("composer.hint"); }, 4000);
  }

  /** The button is Solve or Stop. */
  function composer(busy, stopping) {
    if (!button) return;
    const key = busy ? (stopping ? "phase.stopping" : "composer.stop") : "composer.send";
    button.classList.toggle("stop", busy);
    button.firstElementChild.dataset.i18n = key;
    button.firstElementChild.textContent = say(key);
    button.disabled = busy ? stopping : !box.value.trim();
  }

  function mountComposer({ element }) {
    box = element.querySelector("textarea");
    button = element.querySelector("#stepwise-send");
    localize(element);
    box.addEventListener("input", grow);
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || composing(event)) return;
      event.preventDefault();
      submit();
    });
    element.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      if (Stepwise.running()) Stepwise.stop();
      else submit();
    });
    Stepwise.mountTools?.(element);
    grow();
    if (window.matchMedia("(hover: hover)").matches) focusComposer(); // on a phone that would open the keyboard
  }

  // ---- keys of the whole page --------------------------------------------------------------------------------

  const typing = (node) => node.closest?.("textarea, input, select, math-field, [contenteditable]");
  /** A key that an input method takes; Safari says so by the code alone. */
  const composing = (event) => event.isComposing || event.keyCode === 229;

  document.addEventListener("keydown", (event) => {
    if (composing(event)) return;
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) Stepwise.stop();
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "?") showKeys();
    else if (event.key === "/") {
      event.preventDefault();
      focusComposer();
    }
  });

  // In a Space's frame, which Gradio would let grow with its content: scroll inside, so that the composer stays in view.
  if (window.parent !== window) window.parent.postMessage({ type: "SET_SCROLLING", enabled: true }, "*");
  applyTheme();
  document.addEventListener("DOMContentLoaded", applyTheme);
  Object.assign(Stepwise, {
    mountHeader,
    mountComposer,
    composer,
    preferences: () => ({ language: Stepwise.language() }),
  });
})();
