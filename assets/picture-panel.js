// The panel over the page in which a picture is worked on: one dialog, filled anew at each step. What a step does is not known here.
"use strict";

(() => {
  const { say, localize } = window.Stepwise;
  const SHELL = `
    <header><h2 id="stepwise-panel-title" tabindex="-1"></h2>
      <button type="button" class="quiet panel-close" data-i18n-aria-label="picture.close" data-i18n-title="picture.close"><span aria-hidden="true">✕</span></button></header>
    <div class="panel-body"></div>
    <p class="panel-said" role="status"></p>
    <footer class="panel-foot"></footer>`;
  let dialog = null;
  let leave = null;

  function build(name, className, html = "") {
    const node = document.createElement(name);
    node.className = className;
    node.innerHTML = html;
    return node;
  }

  function make() {
    dialog = build("dialog", "stepwise picture-panel", SHELL);
    dialog.setAttribute("aria-labelledby", "stepwise-panel-title");
    dialog.querySelector(".panel-close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      if (dialog.open) return; // the event comes late: the panel is open again, for something else
      leave?.();
      leave = null;
      dialog.querySelector(".panel-body").replaceChildren(); // a camera or a picture is not kept in view
    });
    document.body.append(dialog);
  }

  /** Fills the panel: a step's title, what is in it, its buttons; `onLeave` is called when another step or the page takes over. */
  function show({ titleKey, body, foot = [], step, onLeave = null }) {
    if (!dialog) make();
    leave?.();
    leave = onLeave;
    dialog.dataset.step = step;
    dialog.querySelector("h2").textContent = say(titleKey);
    dialog.querySelector(".panel-body").replaceChildren(...body);
    dialog.querySelector(".panel-foot").replaceChildren(...foot);
    tell("");
    localize(dialog);
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("h2").focus();
  }

  /** A sentence above the buttons, which a screen reader says. */
  function tell(text, { alert = false } = {}) {
    const line = dialog.querySelector(".panel-said");
    line.setAttribute("role", alert ? "alert" : "status");
    line.classList.toggle("wrong", alert);
    window.Stepwise.writing.preview(line, text); // a formula in it is typeset
  }

  function button(key, onClick, className = "button") {
    const node = build("button", className, `<span data-i18n="${key}"></span>`);
    node.type = "button";
    node.addEventListener("click", onClick);
    return node;
  }

  /** A picture of a turn at its full size. */
  function enlarge(url) {
    const image = Object.assign(build("img", "enlarged"), { src: url, alt: say("picture.alt") });
    show({ titleKey: "picture.title", body: [image], foot: [button("picture.close", close)], step: "enlarged" });
  }

  const close = () => dialog?.close();
  const isOpen = () => Boolean(dialog?.open);

  window.Stepwise.panel = { show, close, isOpen, tell, build, button, enlarge };
})();
