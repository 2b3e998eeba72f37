// Practise mode: the switch Demonstrate | Practise, chips, the answer box, problems that are due again, the worksheet.
// What is not revealed is not here: Python sends rungs one at a time. Hangs on the sheet by `actions`, `tutored` and `send`.
"use strict";

(() => {
  const Stepwise = window.Stepwise;
  const { say, localize } = Stepwise;
  const MODES = ["demonstrate", "practise"];
  const KEYS = { mode: "stepwise-mode", level: "stepwise-level", deck: "stepwise-deck" };

  function stored(key) {
    try {
      return localStorage.getItem(KEYS[key]);
    } catch {
      return null; // storage is closed to us, as in some frames
    }
  }

  function store(key, value) {
    try {
      localStorage.setItem(KEYS[key], value);
    } catch {
      // not remembered then
    }
  }

  function deck() {
    try {
      const cards = JSON.parse(stored("deck") || "[]");
      return Array.isArray(cards) ? cards : [];
    } catch {
      return [];
    }
  }

  // ---- the switch --------------------------------------------------------------------------------------------

  let mode = MODES.includes(stored("mode")) ? stored("mode") : MODES[0];

  function addSwitch(element) {
    const group = document.createElement("div");
    group.className = "mode";
    group.setAttribute("role", "radiogroup");
    group.setAttribute("data-i18n-aria-label", "mode.label");
    group.innerHTML = MODES.map((name) => `<button type="button" role="radio" data-mode="${name}"><span data-i18n="mode.${name}"></span></button>`).join("");
    const show = () => {
      for (const button of group.children) {
        const chosen = button.dataset.mode === mode;
        button.setAttribute("aria-checked", String(chosen));
        button.tabIndex = chosen ? 0 : -1;
      }
    };
    const choose = (name) => {
      mode = name;
      store("mode", name);
      show();
    };
    group.addEventListener("click", (event) => {
      const button = event.target.closest("[data-mode]");
      if (button) choose(button.dataset.mode);
    });
    group.addEventListener("keydown", (event) => {
      if (!event.key.startsWith("Arrow")) return;
      event.preventDefault();
      choose(MODES[1 - MODES.indexOf(mode)]);
      group.querySelector('[aria-checked="true"]').focus();
    });
    element.querySelector("form").before(group);
    localize(element);
    show();
  }

  // ---- what the student asks for -----------------------------------------------------------------------------

  function ask(turn, act, more = {}) {
    if (Stepwise.running()) return;
    const settings = { model: Stepwise.model(), strategy: Stepwise.strategy(), deck: deck() };
    Stepwise.send("tutor", { turn: turn?.view.id ?? null, act, ...settings, ...more });
  }

  Stepwise.actions.tutor = (button, _, turn) => {
    const { tutor, step, what, level } = button.dataset;
    if (tutor !== "explain") return ask(turn, tutor);
    if (level) store("level", level);
    const toggle = button.getAttribute("aria-expanded") === "true";
    return ask(turn, tutor, { step: Number(step), what, level: level || stored("level"), toggle });
  };

  Stepwise.actions.worksheet = (_, __, turn) => {
    const wanted = new URLSearchParams({ problem: turn.view.text, lang: turn.view.language, count: "8" });
    window.open(`worksheet?${wanted}`, "_blank", "noopener");
  };

  const WORK = '[data-form="work"] textarea';

  /** Lines that were read from a picture, behind those that are there. */
  function takeLines(text) {
    const area = document.querySelector(`.turn.last ${WORK}`);
    if (!area) return;
    area.value = [area.value.trim(), text.trim()].filter(Boolean).join("\n");
    area.focus();
  }

  Stepwise.actions["work-picture"] = () => Stepwise.chooseLines(takeLines);

  function onPaste(event) {
    const data = event.clipboardData;
    if (!event.target.matches?.(WORK) || !data?.files.length || data.getData("text/plain")) return;
    event.preventDefault();
    event.stopPropagation(); // it is no problem
    Stepwise.openLines(data.files, takeLines);
  }

  function onSubmit(event) {
    const form = event.target.closest("[data-form]");
    if (!form) return;
    event.preventDefault();
    const box = form.querySelector("input, textarea");
    const turn = Stepwise.turn(form.closest(".turn").dataset.id);
    if (!box.value.trim() || Stepwise.running()) return;
    if (form.dataset.form === "work") ask(turn, "work", { work: box.value });
    else ask(turn, "answer", { answer: box.value });
    if (form.dataset.form === "answer") box.select();
    const button = form.querySelector('[type="submit"]'); // until something comes, or an answer was lost
    button.disabled = true;
    setTimeout(() => { button.disabled = false; }, 20000);
  }

  /** Arrows go from chip to chip; Tab leaves them. */
  function onKey(event) {
    const work = event.target.closest?.(WORK);
    if (work && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      work.form.requestSubmit();
    }
    const chips = event.target.closest?.(".chips");
    if (!chips || !["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
    const all = [...chips.querySelectorAll("button")];
    const at = all.indexOf(document.activeElement);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1 }[event.key];
    const next = all[(to + all.length) % all.length];
    all.forEach((button) => { button.tabIndex = button === next ? 0 : -1; });
    next.focus();
    event.preventDefault();
  }

  // ---- what Python answers -----------------------------------------------------------------------------------

  /** A turn was shown: say what is new, once, and bring it into view. */
  function tutored(node, view, before) {
    for (const button of node.querySelectorAll("[data-form] button")) button.disabled = false;
    const opened = (shown) => shown?.blocks.some((block) => block.id === "workbox");
    if (before && opened(view) && !opened(before)) node.querySelector('[data-form="work"] textarea').focus();
    node.classList.toggle("practised", Boolean(view.practise));
    if (view.practise && before?.state === "running" && view.state !== "running" && window.matchMedia("(hover: hover)").matches) {
      node.querySelector(".try input")?.focus({ preventScroll: true }); // on a phone that would open the keyboard
    }
    const number = view.said?.number ?? 0;
    if (!number || number === (before?.said?.number ?? 0)) return;
    Stepwise.announce([Stepwise.sayIn(view.language, view.said.key, view.said.values), view.said.text].filter(Boolean).join(": "), view.language);
    const chips = node.querySelector(".chips");
    requestAnimationFrame(() => chips?.scrollIntoView({ block: "nearest", behavior: "instant" }));
  }

  function keepDeck(cards) {
    store("deck", JSON.stringify(cards));
    showDue();
  }

  // ---- what is due again -------------------------------------------------------------------------------------

  let due;

  function addDue(empty) {
    due = document.createElement("p");
    due.className = "due";
    empty.querySelector(".lead").after(due);
    due.addEventListener("click", (event) => {
      if (event.target.closest("button")) ask(null, "due");
    });
    showDue();
  }

  function showDue() {
    if (!due) return;
    const count = deck().filter((card) => card.due_s * 1000 <= Date.now()).length;
    due.hidden = count === 0;
    due.innerHTML = count ? `<button type="button" class="chip"></button>` : "";
    if (count) due.firstElementChild.textContent = say("due", { count });
  }

  const { mountSheet, mountComposer } = Stepwise;
  Object.assign(Stepwise, {
    mode: () => mode,
    tutored,
    keepDeck,
    mountSheet: (parts) => {
      mountSheet(parts);
      const sheet = parts.element.querySelector(".sheet");
      sheet.addEventListener("submit", onSubmit);
      sheet.addEventListener("keydown", onKey);
      sheet.addEventListener("paste", onPaste);
      addDue(sheet.querySelector(".empty"));
      Stepwise.onLanguage(showDue);
    },
    mountComposer: (parts) => {
      mountComposer(parts);
      addSwitch(parts.element);
    },
  });
})();
