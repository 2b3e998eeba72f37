// What a student thinks of a solution: two buttons under it. It goes to the teacher's list, without a name; a teacher who is signed in gets
// the way to keep it as an example. Only where the server has a teacher.
"use strict";

(() => {
  const Stepwise = window.Stepwise;
  const { say, localize } = Stepwise;
  if (!window.StepwiseData.thumbs) return;

  const HAND = '<path d="M7 11v9H4v-9zm0 0 4-8c1.6 0 2.6 1.2 2.3 2.8L12.6 9H18a2 2 0 0 1 2 2.4l-1.3 7A2 2 0 0 1 16.7 20H7"/>';
  const hand = (cls) => `<svg class="${cls}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round" aria-hidden="true">${HAND}</svg>`;
  const button = (up, key) => `<button type="button" class="quiet" data-up="${up}" aria-pressed="false" data-i18n-aria-label="${key}" data-i18n-title="thumb.privacy">${hand(up ? "thumb-up" : "thumb-down")}</button>`;
  const PIECES = `<span data-i18n="thumb.ask"></span>${button(1, "thumb.up")}${button(0, "thumb.down")}<a class="quiet" target="_blank" rel="noopener" data-i18n="thumb.keep" hidden></a><span class="thumb-said" role="status"></span>`;

  let conversation = null;
  let given = { thumbs: {}, paths: {} };

  /** Buttons under a solution that is whole and shown. */
  function show(node, view) {
    let line = node.querySelector(":scope > .thumbs");
    const whole = view.state === "answered" && view.blocks.some((block) => block.id === "answer");
    if (!whole) return line?.remove();
    if (!line) {
      line = document.createElement("div");
      line.className = "thumbs";
      line.setAttribute("role", "group");
      line.setAttribute("data-i18n-aria-label", "thumb.ask");
      line.innerHTML = PIECES;
      line.addEventListener("click", give);
      node.querySelector('[data-zone="end"]').before(line);
      localize(line.parentElement);
    }
    mark(line, view.id);
  }

  function mark(line, id) {
    const up = given.thumbs[id];
    for (const one of line.querySelectorAll("[data-up]")) one.setAttribute("aria-pressed", String(up === (one.dataset.up === "1")));
    const link = line.querySelector("a");
    link.hidden = !given.paths[id];
    if (given.paths[id]) link.href = given.paths[id];
  }

  function markAll() {
    for (const line of document.querySelectorAll(".turn > .thumbs")) mark(line, line.parentElement.dataset.id);
  }

  async function call(path, options) {
    try {
      const answer = await fetch(`conversations/${conversation}/${path}`, options);
      const found = await answer.json();
      return answer.ok ? found : { code: found.code || "failed" };
    } catch {
      return { code: "offline" };
    }
  }

  async function give(event) {
    const pressed = event.target.closest("[data-up]");
    if (!pressed || !conversation) return;
    const line = event.currentTarget;
    const id = line.parentElement.dataset.id;
    const up = pressed.getAttribute("aria-pressed") === "true" ? null : pressed.dataset.up === "1";
    const found = await call(`turns/${encodeURIComponent(id)}/thumb`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ up }) });
    if (!found.code) given = found;
    markAll();
    const said = line.querySelector(".thumb-said");
    said.dataset.i18n = found.code ? (found.code === "no-cookie" ? "side.no-cookie" : "thumb.failed") : up === null ? "thumb.back" : "thumb.thanks";
    said.textContent = say(said.dataset.i18n);
  }

  const { tutored, told } = Stepwise;
  Stepwise.tutored = (node, view, before) => {
    tutored?.(node, view, before);
    show(node, view);
  };
  Stepwise.told = (value, ...rest) => {
    told?.(value, ...rest);
    if (!("conversation" in value) || value.conversation === conversation) return;
    conversation = value.conversation;
    given = { thumbs: {}, paths: {} };
    const asked = conversation;
    if (asked) call("thumbs").then((found) => {
      if (found.code || asked !== conversation) return;
      given = found;
      markAll();
    });
  };
})();
