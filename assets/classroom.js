// What a class needs of the ordinary page: joining and leaving, a closed solution that opens, and the way to the presentation, whose
// scripts are loaded when it is first wanted.
"use strict";

(() => {
  const Stepwise = window.Stepwise;
  const { say, localize } = Stepwise;
  const LOOK_MS = 30_000; // how often a page with a closed solution asks whether its teacher has opened it

  // ---- presenting --------------------------------------------------------------------------------------------

  let loading = null;

  function load() {
    const [script, style] = window.StepwiseData.present;
    loading ??= new Promise((done, failed) => {
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: style });
      const code = Object.assign(document.createElement("script"), { src: script });
      const styled = new Promise((ready) => { link.onload = ready; link.onerror = failed; });
      code.onload = () => styled.then(done);
      code.onerror = failed;
      document.head.append(link, code);
    }).catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  }

  Stepwise.actions.present = async (button, _, turn) => {
    try {
      await load();
    } catch {
      return Stepwise.announce(say("present.not-loaded"));
    }
    button.focus(); // Safari does not: the focus comes back to it
    return Stepwise.present(turn.view.id);
  };

  // ---- a closed solution -------------------------------------------------------------------------------------

  let looked = 0;

  /** The server says whether it is open; asked at the moment that it named, and now and then, for the teacher may open it earlier. */
  setInterval(() => {
    const closed = document.querySelector(".turn.last .closed");
    if (!closed || document.hidden || Stepwise.running()) return;
    const now = Date.now();
    const opens = Number(closed.dataset.opensS || Infinity) * 1000;
    if (now - looked < (now >= opens ? 3000 : LOOK_MS)) return;
    looked = now;
    Stepwise.send("tutor", { turn: closed.closest(".turn").dataset.id, act: "look" });
  }, 1000);

  // ---- the class ---------------------------------------------------------------------------------------------

  let entry, dialog;
  let mine = {}; // {class, name, number, closed}, empty for who is in none

  async function call(method, body) {
    try {
      const answer = await fetch("membership", { method, headers: body ? { "Content-Type": "application/json" } : {}, body: body && JSON.stringify(body) });
      const found = await answer.json();
      return answer.ok ? found : { code: found.code || "failed" };
    } catch {
      return { code: "offline" };
    }
  }

  async function refresh() {
    const found = await call("GET");
    if (!found.code) mine = found;
    show();
  }

  function show() {
    const word = entry.querySelector(".side-class-open span");
    if (mine.class) delete word.dataset.i18n;
    else word.dataset.i18n = "class.join";
    word.textContent = mine.class ? say("class.in", { name: mine.class }) : say("class.join");
  }

  const JOIN = `<h2 id="stepwise-class-title" data-i18n="class.join"></h2><p data-i18n="class.words"></p><form>
    <label><span data-i18n="class.code"></span><input type="text" name="code" maxlength="12" autocomplete="off" autocapitalize="characters" spellcheck="false" required></label>
    <label><span data-i18n="class.name"></span><input type="text" name="name" maxlength="60" autocomplete="off"></label>
    <p class="class-note" role="alert"></p>
    <p class="side-buttons"><button type="button" class="button ghost" data-do="close"><span data-i18n="cell.cancel"></span></button>
    <button class="button"><span data-i18n="class.do-join"></span></button></p></form>`;
  const MEMBER = `<h2 id="stepwise-class-title"></h2><p class="class-who"></p><p class="class-shut" data-i18n="class.is-closed"></p><p data-i18n="class.leave.words"></p>
    <p class="class-note" role="alert"></p><p class="side-buttons"><button type="button" class="button ghost" data-do="leave"><span data-i18n="class.leave"></span></button>
    <button type="button" class="button" data-do="close"><span data-i18n="keys.close"></span></button></p>`;

  async function open() {
    await refresh();
    dialog.innerHTML = mine.class ? MEMBER : JOIN;
    if (mine.class) {
      dialog.querySelector("h2").textContent = say("class.in", { name: mine.class });
      dialog.querySelector(".class-who").textContent = say(mine.name ? "class.as-name" : "class.as-number", mine);
      dialog.querySelector(".class-shut").hidden = !mine.closed;
    }
    localize(dialog);
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("input, [data-do=close]").focus();
  }

  /** Says what went wrong, and whether anything did. */
  function failed({ code }) {
    const key = code === "no-cookie" ? "side.no-cookie" : `failure.${code}`;
    if (code) dialog.querySelector(".class-note").textContent = code === "no-cookie" ? say(key) : `${say(key)} ${say(`${key}.do`)}`;
    return Boolean(code);
  }

  async function join(event) {
    event.preventDefault();
    const { code, name } = event.target.elements;
    const found = await call("POST", { code: code.value, name: name.value });
    if (failed(found)) return code.select();
    mine = found;
    show();
    return open(); // what the class is called, and as whom
  }

  async function leave() {
    if (failed(await call("DELETE"))) return;
    mine = {};
    show();
    dialog.close();
  }

  const { mountSidebar } = Stepwise;
  Stepwise.mountSidebar = (parts) => {
    entry = document.createElement("div");
    entry.className = "side-class";
    entry.innerHTML = `<button type="button" class="quiet side-class-open"><span data-i18n="class.join"></span></button>
      <a class="quiet" href="class" target="_blank" rel="noopener" data-i18n="class.teachers"></a>`;
    dialog = document.createElement("dialog");
    dialog.className = "stepwise class-dialog";
    dialog.setAttribute("aria-labelledby", "stepwise-class-title");
    parts.element.querySelector(".side").append(entry);
    parts.element.append(dialog);
    entry.querySelector("button").addEventListener("click", open);
    dialog.addEventListener("submit", join);
    dialog.addEventListener("click", (event) => {
      const act = event.target.closest("[data-do]")?.dataset.do;
      if (act === "leave") leave();
      else if (act === "close") dialog.close();
    });
    mountSidebar(parts);
    Stepwise.onLanguage(show);
    refresh();
    window.addEventListener("focus", refresh); // the class may have been left in another tab, or deleted
  };
})();
