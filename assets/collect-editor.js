// The editor of /collect. Each part of a solution is a field; a cell's outputs come from the server, as HTML that is escaped there, and are
// never sent back. What is typed is in the browser's drafts at every moment.
"use strict";

(() => {
  const { say, localize, typeset, language } = window.Stepwise;
  const drafts = window.StepwiseDrafts;
  const form = document.querySelector(".collect-editor");
  if (!form) return;

  const LABELS = ["licence", "source", "subject", "level", "reference"];
  const REMEMBERED = "stepwise-collect-labels"; // what was said of the last example: the next is often alike
  const REST_MS = 300;
  const data = JSON.parse(document.getElementById("collect-data").textContent);
  const list = form.querySelector(".collect-parts");
  const status = form.querySelector(".collect-status");
  const faults = form.querySelector(".collect-faults");
  const note = document.querySelector(".collect-draft");
  const preview = document.querySelector(".collect-preview");
  const field = (name) => form.elements[name];
  const act = (name) => document.querySelector(`[data-do="${name}"]`);
  const parts = () => [...list.children];
  const area = (part) => part.querySelector("textarea");

  // ---- a draft -----------------------------------------------------------------------------------------------

  let key = data.key;
  let resting = null;
  let changed = false; // since it was opened, kept or forgotten

  const draft = () => ({
    problem: field("problem").value,
    language: language(),
    parts: parts().map((part) => ({ kind: part.dataset.kind, text: area(part).value })),
    answer: field("answer").value,
    ...Object.fromEntries(LABELS.map((name) => [name, field(name).value])),
  });

  function put(found, outputs = {}) {
    field("problem").value = found.problem || "";
    putSolution(found, outputs);
    for (const name of LABELS) field(name).value = found[name] || "";
  }

  /** The parts in place of what is there; the fields that are there already stay, with their focus. */
  function putSolution(found, outputs = {}) {
    const wanted = found.parts || [];
    wanted.forEach(({ kind, text }, index) => {
      let part = list.children[index];
      if (part?.dataset.kind !== kind) {
        const fresh = make(kind);
        if (part) part.replaceWith(fresh);
        else list.append(fresh);
        part = fresh;
      }
      if (area(part).value !== text) area(part).value = text;
      if (kind === "cell") showOutputs(part, outputs[index] || "");
    });
    parts().slice(wanted.length).forEach((part) => part.remove());
    field("answer").value = found.answer || "";
    settle();
  }

  function make(kind) {
    return document.getElementById(`part-${kind}`).content.firstElementChild.cloneNode(true);
  }

  function showOutputs(part, html) {
    const outs = part.querySelector(".collect-outs");
    part.classList.remove("is-stale");
    if (outs.shown === html) return;
    outs.shown = html;
    outs.innerHTML = html;
    dress(outs);
  }

  /** Words, formulas, and keys for what scrolls. */
  function dress(node) {
    localize(node);
    typeset(node);
    for (const wide of node.querySelectorAll(".out-text, .code")) wide.tabIndex = 0;
  }

  /** Heights, numbers, and the answer as mathematics. */
  function settle() {
    for (const one of form.querySelectorAll("textarea")) {
      one.style.height = "auto";
      one.style.height = `${one.scrollHeight + 2}px`;
    }
    parts().forEach((part, index) => { part.querySelector(".collect-kind").dataset.number = index + 1; });
    const value = form.querySelector(".collect-value");
    const answer = field("answer").value.trim();
    value.hidden = !answer;
    if (value.shown !== answer) {
      value.shown = answer;
      const math = document.createElement("span");
      Object.assign(math.dataset, { tex: answer, display: "0" });
      math.className = "math";
      math.textContent = answer;
      value.replaceChildren(math);
      typeset(value);
    }
  }

  function keepDraft() {
    clearTimeout(resting);
    if (!changed) return;
    if (!key) {
      key = drafts.newKey();
      history.replaceState(null, "", drafts.path(key)); // a reload finds it again
    }
    if (!drafts.write(key, draft())) tell("collect.no-room");
  }

  function touched() {
    changed = true;
    settle();
    clearTimeout(resting);
    resting = setTimeout(keepDraft, REST_MS);
  }

  function begin() {
    const path = location.pathname.match(/^\/collect\/draft\/(.+)$/);
    if (path) key = decodeURIComponent(path[1]);
    const found = key ? drafts.read(key) : {};
    if (data.draft) put(data.draft, data.outputs);
    if (found.draft) {
      put(found.draft, JSON.stringify(found.draft.parts) === JSON.stringify(data.draft?.parts) ? data.outputs : {});
      note.hidden = false;
      note.querySelector("span").textContent = say("collect.draft.yours", { clock: found.at / 1000 });
    } else if (!data.number) {
      const before = remembered();
      for (const name of LABELS) field(name).value ||= before[name] || "";
    }
    if (!list.children.length) list.append(make("prose"), make("cell"));
    settle();
    if (!data.key) field("problem").focus();
  }

  function remembered() {
    try {
      return JSON.parse(localStorage.getItem(REMEMBERED)) || {};
    } catch {
      return {};
    }
  }

  // ---- the server --------------------------------------------------------------------------------------------

  let running = null; // an AbortController

  function busy(control) {
    running = control;
    act("stop").hidden = !control;
    for (const name of ["solve", "run", "keep", "anyway"]) act(name).disabled = Boolean(control);
    form.classList.toggle("is-busy", Boolean(control));
  }

  function tell(code, values) {
    status.textContent = code ? say(code, values) : "";
  }

  /** Says what is wrong, each with a way to the field that it is about. */
  function showFaults(found) {
    for (const one of form.querySelectorAll("[aria-invalid]")) one.removeAttribute("aria-invalid");
    faults.replaceChildren(...found.map(({ code, values, at }) => {
      const item = document.createElement("li");
      const about = typeof at === "number" ? parts()[at] && area(parts()[at]) : at && field(at);
      const words = say(`collect.fault.${code}`, values);
      if (!about) {
        item.textContent = words;
        return item;
      }
      about.setAttribute("aria-invalid", "true");
      const way = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: words });
      way.addEventListener("click", () => about.focus());
      item.append(way);
      return item;
    }));
  }

  /** Sends an object and gives each line of the answer to `take`; whether it came to its end. */
  async function stream(path, body, take) {
    const control = new AbortController();
    showFaults([]);
    act("anyway").hidden = true;
    busy(control);
    keepDraft();
    try {
      const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), signal: control.signal });
      if (!answer.ok || answer.headers.get("Content-Type").startsWith("application/json")) {
        const said = await answer.json();
        tell(said.faults ? (body.keep ? "collect.mend" : "collect.first") : "");
        if (said.faults) showFaults(said.faults);
        else refuse(said.code);
        return false;
      }
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      let last = false;
      for (;;) {
        const { value, done } = await reader.read();
        const lines = (rest + (value || "")).split("\n");
        rest = lines.pop();
        for (const line of lines) if (line) last = take(JSON.parse(line)) || last;
        if (done) break;
      }
      if (!last) tell("collect.broken-off");
      return last;
    } catch (error) {
      tell(error.name === "AbortError" ? "collect.stopped" : "collect.offline");
      return false;
    } finally {
      busy(null);
    }
  }

  function refuse(code) {
    const key = `failure.${code}`;
    if (code === "signed-out" || code?.startsWith("collect.")) tell(code === "signed-out" ? "collect.signed-out" : code);
    else if (code?.startsWith("store-")) tell("collect.not-kept", { why: say(key) });
    else tell(code === "example-gone" ? "collect.example-gone" : "collect.failed");
    if (code === "example-gone") forgetNumber();
  }

  /** It was deleted meanwhile: what is here becomes a new one, and nothing is lost. */
  function forgetNumber() {
    data.number = null;
    if (key) drafts.forget(key);
    key = "";
    changed = true;
    keepDraft();
  }

  async function solve() {
    const before = draft();
    if (before.parts.some((part) => part.text.trim()) && !window.confirm(say("collect.replace"))) return;
    tell("collect.solving");
    let began = false;
    await stream("/collect/solve", { ...before, model: field("model").value }, (line) => {
      if (line.draft) {
        began = true;
        putSolution(line.draft, line.outputs);
        field("source").value = line.draft.source;
        touched();
      }
      if (!line.ended) return false;
      if (line.why) status.textContent = line.why;
      else tell(line.ended === "answered" ? "collect.solved" : "collect.unsolved");
      return true;
    });
    if (began) {
      changed = true;
      keepDraft();
    }
  }

  /** Runs all cells, and keeps the example if that is wanted. */
  async function run({ keep = false, anyway = false } = {}) {
    tell("collect.running");
    for (const part of parts()) if (!area(part).value.trim()) part.remove(); // the server leaves them out, too: places stay the same
    if (!list.children.length) list.append(make("prose"));
    settle();
    const shown = parts();
    await stream("/collect/try", { ...draft(), keep, anyway, number: data.number }, (line) => {
      for (const [place, html] of Object.entries(line.outputs || {})) if (shown[place]) showOutputs(shown[place], html);
      if (!line.faults) return false;
      showFaults(line.faults);
      showPreview(line.preview);
      if (line.kept) kept(line.kept);
      else if (line.code) refuse(line.code);
      else if (!line.faults.length) tell("collect.ran");
      else {
        const hopeless = line.faults.some(({ code }) => code === "cell-failed" || code === "kernel");
        tell(keep ? hopeless ? "collect.mend" : "collect.doubt" : "collect.found");
        act("anyway").hidden = !keep || hopeless;
      }
      return true;
    });
  }

  function kept() {
    const { licence, source, subject, level } = draft();
    try {
      localStorage.setItem(REMEMBERED, JSON.stringify({ licence, source, subject, level }));
    } catch {
      // then it is typed again
    }
    clearTimeout(resting);
    changed = false;
    if (key) drafts.forget(key);
    location.assign("/collect?notice=kept");
  }

  function showPreview(html) {
    preview.hidden = !html;
    if (!html) return;
    const turns = preview.querySelector(".turns");
    turns.innerHTML = html;
    dress(turns);
  }

  // ---- by hand -----------------------------------------------------------------------------------------------

  const ACTS = {
    solve,
    run: () => run(),
    anyway: () => run({ keep: true, anyway: true }),
    stop: () => running?.abort(),
    "add-prose": () => add("prose"),
    "add-cell": () => add("cell"),
    forget: () => {
      drafts.forget(key);
      changed = false;
      location.assign(data.key ? location.pathname : "/collect");
    },
  };

  function add(kind) {
    const part = make(kind);
    list.append(part);
    touched();
    area(part).focus();
  }

  const PART_ACTS = {
    up: (part) => part.previousElementSibling?.before(part),
    down: (part) => part.nextElementSibling?.after(part),
    remove: (part) => {
      const next = part.nextElementSibling || part.previousElementSibling;
      part.remove();
      (next ? area(next) : act("add-prose")).focus();
    },
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do], [data-part]");
    if (!button || button.dataset.do === "keep") return;
    if (button.dataset.do) return ACTS[button.dataset.do]?.();
    const part = button.closest(".collect-part");
    PART_ACTS[button.dataset.part](part);
    stale(0);
    touched();
    if (button.isConnected) button.focus();
  });

  /** What cells gave before is no longer what they give, from this part on. */
  function stale(from) {
    for (const part of parts().slice(from)) if (part.dataset.kind === "cell" && part.querySelector(".collect-outs").shown) part.classList.add("is-stale");
  }

  form.addEventListener("input", (event) => {
    const part = event.target.closest(".collect-part");
    if (part?.dataset.kind === "cell") stale(parts().indexOf(part));
    event.target.removeAttribute("aria-invalid");
    if (event.target.name !== "model") touched();
  });

  form.addEventListener("keydown", (event) => {
    if (event.isComposing || event.key !== "Enter" || running) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      run();
    } else if (event.target.localName === "input") event.preventDefault(); // a field of one line sends nothing
    else if (event.target.classList.contains("is-code") && event.target.closest(".collect-part")) indent(event);
  });

  /** A new line as deep as this one, or deeper behind a colon. */
  function indent(event) {
    const box = event.target;
    const line = box.value.slice(0, box.selectionStart).split("\n").pop();
    event.preventDefault();
    box.setRangeText(`\n${line.match(/^\s*/)[0]}${line.trimEnd().endsWith(":") ? "    " : ""}`, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!running) run({ keep: true });
  });
  document.querySelector(".class-delete form")?.addEventListener("submit", () => {
    changed = false;
    drafts.forget(key);
  });
  window.addEventListener("pagehide", keepDraft);
  window.addEventListener("resize", settle);
  begin();
})();
