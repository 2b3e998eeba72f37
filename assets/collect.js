// The page /collect: drafts, which live in this browser until they are kept on the server, and the list of them.
"use strict";

(() => {
  const { say } = window.Stepwise;
  const PREFIX = "stepwise-collect:"; // in localStorage, a draft each: {draft, number, at}
  const MOST = 200; // problems that are pasted at once

  const drafts = {
    /** All of them, the latest first: [{key, draft, at}]. */
    all: () => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX)).map((name) => ({ key: name.slice(PREFIX.length), ...drafts.read(name.slice(PREFIX.length)) }))
      .filter((one) => one.draft).sort((a, b) => b.at - a.at),
    read(key) {
      try {
        return JSON.parse(localStorage.getItem(PREFIX + key)) || {};
      } catch {
        return {};
      }
    },
    /** Whether the browser could keep it. */
    write(key, draft, at = Date.now()) {
      try {
        localStorage.setItem(PREFIX + key, JSON.stringify({ draft, at }));
        return true;
      } catch {
        return false; // it is full, or keeps nothing
      }
    },
    forget: (key) => localStorage.removeItem(PREFIX + key),
    newKey: () => `new-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`,
    path: (key) => `/collect/${/^row-\d+$/.test(key) ? key.slice(4) : /^turn-\d+$/.test(key) ? `turn/${key.slice(5)}` : `draft/${encodeURIComponent(key)}`}`,
  };
  window.StepwiseDrafts = drafts;

  const section = document.querySelector(".collect-drafts");
  if (!section) return;

  function show() {
    const found = drafts.all();
    section.hidden = !found.length;
    section.querySelector("ul").replaceChildren(...found.map(row));
  }

  function row({ key, draft, at }) {
    const item = document.createElement("li");
    const link = Object.assign(document.createElement("a"), { href: drafts.path(key), textContent: draft.problem?.trim().slice(0, 300) || say("collect.draft.empty") });
    const hint = Object.assign(document.createElement("span"), { className: "hint" });
    const solved = draft.parts?.length ? "collect.draft.solved" : "collect.draft.unsolved";
    hint.textContent = `${say(solved)} · ${say("collect.draft.at", { clock: at / 1000 })}`;
    const forget = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: say("collect.draft.forget") });
    forget.addEventListener("click", () => {
      drafts.forget(key);
      show();
      document.querySelector("main h1").focus?.();
    });
    item.append(link, hint, forget);
    return item;
  }

  const form = document.querySelector(".collect-several form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const area = form.querySelector("textarea");
    const note = form.querySelector(".collect-note");
    const problems = area.value.split(/\n\s*\n/).map((text) => text.trim()).filter(Boolean);
    if (problems.length > MOST) {
      note.textContent = say("collect.several.many", { count: problems.length, most: MOST });
      return;
    }
    const now = Date.now();
    const left = [];
    problems.forEach((problem, index) => { // the first one comes first in the list
      if (left.length || !drafts.write(`${drafts.newKey()}${index}`, { problem, parts: [] }, now - index)) left.push(problem);
    });
    area.value = left.join("\n\n"); // what found no room stays here
    note.textContent = left.length ? say("collect.no-room") : "";
    show();
    if (!left.length) section.querySelector("a")?.focus();
  });

  window.addEventListener("storage", show);
  window.addEventListener("pageshow", show); // back from the editor
  show();
})();
