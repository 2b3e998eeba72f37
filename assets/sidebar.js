// The sidebar: the conversations that the server keeps for this browser. The address names the one on the sheet (#c=…).
// Titles come as HTML that ui/markdown.py made and escaped; everything else is text.
"use strict";

(() => {
  const Stepwise = window.Stepwise;
  const { say, localize, typeset } = Stepwise;
  const SEARCH_MS = 250;
  const DAY_MS = 86_400_000;

  let nav, list, search, note, more, all, shade, dialog;
  let current = null; // the conversation on the sheet
  let wanted = null; // the one that was asked for and has not come yet
  let busyBefore = false;
  let lines = [];
  let shown = "";
  let asked = 0; // an answer to an older question is dropped
  let searching = 0;

  // ---- the server --------------------------------------------------------------------------------------------

  /** What the server answers, or {code} of what went wrong. */
  async function call(method, path, body) {
    const options = { method, headers: body ? { "Content-Type": "application/json" } : {}, body: body && JSON.stringify(body) };
    try {
      const answer = await fetch(path, options);
      const found = await answer.json();
      return answer.ok ? found : { code: found.code || "failed" };
    } catch {
      return { code: "offline" };
    }
  }

  /** Says what went wrong, and whether anything did. */
  function failed({ code }) {
    const key = code === "no-cookie" ? "side.no-cookie" : `failure.${code}`;
    if (code) note.textContent = `${say(key)}${code === "no-cookie" ? "" : ` · ${say(`${key}.do`)}`}`;
    return Boolean(code);
  }

  async function refresh() {
    if (!nav) return;
    const number = ++asked;
    const found = await call("GET", `conversations?search=${encodeURIComponent(search.value)}`);
    if (number !== asked || failed(found)) return;
    lines = found.conversations;
    show(found.more);
  }

  async function showMore() {
    const number = ++asked;
    const before = lines[lines.length - 1].updated;
    const found = await call("GET", `conversations?search=${encodeURIComponent(search.value)}&before=${before}`);
    if (number !== asked || failed(found)) return;
    lines = [...lines, ...found.conversations];
    show(found.more);
  }

  // ---- the list ----------------------------------------------------------------------------------------------

  const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());

  /** The words over the conversations of a day, a week or a month. */
  function dayOf(seconds) {
    const date = new Date(seconds * 1000);
    const days = Math.round((midnight(new Date()) - midnight(date)) / DAY_MS);
    if (days <= 0) return say("side.today");
    if (days === 1) return say("side.yesterday");
    if (days < 7) return say("side.week");
    const thisYear = date.getFullYear() === new Date().getFullYear();
    return date.toLocaleDateString(document.documentElement.lang, thisYear ? { month: "long" } : { month: "long", year: "numeric" });
  }

  /** Shows the list, unless it looks just so already: what is under a finger must not be replaced. */
  function show(hasMore) {
    const looks = JSON.stringify([lines, hasMore, search.value.trim(), Stepwise.language(), lines.map((line) => dayOf(line.updated))]);
    note.textContent = lines.length ? "" : say(search.value.trim() ? "side.nothing-found" : "side.empty");
    if (looks === shown) return markCurrent();
    shown = looks;
    const open = nav.querySelector(".side-acts:not([hidden])")?.closest("li").dataset.id;
    list.replaceChildren();
    let group, words;
    for (const line of lines) {
      if (words !== dayOf(line.updated)) {
        words = dayOf(line.updated);
        const head = document.createElement("h2");
        head.textContent = words;
        group = document.createElement("ul");
        list.append(head, group);
      }
      group.append(item(line));
    }
    if (open) toggleActs(list.querySelector(`[data-id="${open}"]`));
    more.hidden = !hasMore;
    all.hidden = !lines.length || Boolean(search.value.trim());
    localize(nav);
    typeset(list);
    markCurrent();
  }

  function item(line) {
    const node = document.createElement("li");
    node.dataset.id = line.id;
    node.innerHTML = `
      <div class="side-line"><a href="#c=${line.id}"><span class="side-title">${line.html}</span></a>
      <button type="button" class="quiet side-dots" aria-expanded="false"><span aria-hidden="true">⋯</span></button></div>
      <div class="side-acts" hidden>
      <button type="button" class="quiet" data-do="rename"><span data-i18n="side.rename"></span></button>
      <button type="button" class="quiet" data-do="share"><span data-i18n="side.share"></span></button>
      <button type="button" class="quiet" data-do="export"><span data-i18n="side.export"></span></button>
      <button type="button" class="quiet" data-do="delete"><span data-i18n="side.delete"></span></button></div>`;
    const link = node.querySelector("a");
    link.title = line.title;
    link.lang = Stepwise.tag(line.language);
    link.ariaLabel = line.shared ? `${line.said}, ${say("side.shared")}` : line.said; // formulas in words
    if (line.shared) link.insertAdjacentHTML("beforeend", '<span class="side-shared" data-i18n="side.shared"></span>');
    node.querySelector(".side-dots").setAttribute("aria-label", say("side.acts", { title: line.said }));
    return node;
  }

  function markCurrent() {
    for (const link of nav?.querySelectorAll(".side-list a") ?? []) {
      if (link.closest("li").dataset.id === current) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  function toggleActs(node) {
    if (!node) return;
    const acts = node.querySelector(".side-acts");
    const hidden = !acts.hidden;
    for (const other of list.querySelectorAll(".side-acts")) other.hidden = true;
    for (const other of list.querySelectorAll(".side-dots")) other.setAttribute("aria-expanded", "false");
    acts.hidden = hidden;
    node.querySelector(".side-dots").setAttribute("aria-expanded", String(!hidden));
  }

  function onClick(event) {
    const node = event.target.closest("li");
    if (event.target.closest(".side-dots")) return toggleActs(node);
    const act = event.target.closest("[data-do]")?.dataset.do;
    const line = node && lines.find(({ id }) => id === node.dataset.id);
    if (act) {
      toggleActs(node);
      node.querySelector(".side-dots").focus(); // a dialog gives the focus back to it
    }
    if (act) ({ rename, share, export: (which) => Stepwise.exportAsked(which, { ask, words, text, dialog }), delete: remove })[act](line, node);
    else if (event.target.closest("a")) closeDrawer();
  }

  // ---- what can be done with one -----------------------------------------------------------------------------

  /** The title becomes a field; Enter keeps what is in it, Escape leaves it as it was. */
  function rename(line, node) {
    const row = node.querySelector(".side-line");
    const form = document.createElement("form");
    form.innerHTML = '<input type="text" maxlength="200" data-i18n-aria-label="side.title">';
    const field = form.firstElementChild;
    field.value = line.title;
    row.hidden = true;
    row.before(form);
    localize(form);
    field.select();
    let over = false;
    const done = async (keep) => {
      if (over) return;
      over = true;
      form.remove();
      row.hidden = false;
      if (keep && field.value.trim() && field.value !== line.title) {
        if (failed(await call("PATCH", `conversations/${line.id}`, { title: field.value }))) return;
        await refresh();
      }
      list.querySelector(`[data-id="${line.id}"] a`)?.focus();
    };
    form.addEventListener("submit", (event) => { event.preventDefault(); done(true); });
    field.addEventListener("blur", () => done(true));
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      done(false);
    });
  }

  /** Fills the dialog: a title, paragraphs, buttons [key, class, what it does]; the first one gets the focus. */
  function ask(titleKey, paragraphs, buttons) {
    const button = ([key, kind], index) =>
      `<button type="button" class="button ${kind}" data-index="${index}"><span data-i18n="${key}"></span></button>`;
    dialog.innerHTML = `<h2 id="stepwise-side-title" data-i18n="${titleKey}"></h2>
      <div class="side-words"></div><p class="side-buttons">${buttons.map(button).join("")}</p>`;
    dialog.querySelector(".side-words").append(...paragraphs);
    dialog.querySelector(".side-buttons").onclick = (event) => {
      const index = event.target.closest("button")?.dataset.index;
      if (index !== undefined) buttons[index][2]();
    };
    localize(dialog);
    if (!dialog.open) dialog.showModal();
    dialog.querySelector(".side-buttons button").focus();
  }

  function words(key, className = "") {
    const node = document.createElement("p");
    node.className = className;
    node.dataset.i18n = key;
    return node;
  }

  function text(content, className) {
    const node = document.createElement("p");
    Object.assign(node, { textContent: content, className });
    return node;
  }

  const close = () => dialog.close();

  function remove(line) {
    ask("side.delete.title", [text(line.title, "side-named"), words("side.delete.words")], [
      ["cell.cancel", "ghost", close],
      ["side.delete", "danger", async () => {
        close();
        if (failed(await call("DELETE", `conversations/${line.id}`))) return refresh();
        if (line.id === current) Stepwise.clear();
        await refresh();
        nav.querySelector(".side-new").focus();
      }],
    ]);
  }

  function removeAll() {
    ask("side.delete-all.title", [words("side.delete-all.words")], [
      ["cell.cancel", "ghost", close],
      ["side.delete-all", "danger", async () => {
        close();
        if (failed(await call("DELETE", "conversations"))) return;
        Stepwise.clear();
        await refresh();
        nav.querySelector(".side-new").focus();
      }],
    ]);
  }

  function share(line) {
    const withdraw = ["side.withdraw", "ghost", async () => {
      if (!failed(await call("DELETE", `conversations/${line.id}/share`))) line.shared = false;
      close();
      refresh();
    }];
    const make = [line.shared ? "side.share.again" : "side.share.make", "", async () => {
      const found = await call("POST", `conversations/${line.id}/share`);
      if (failed(found)) return close();
      line.shared = true;
      refresh();
      const field = document.createElement("input");
      Object.assign(field, { className: "side-link", readOnly: true, value: new URL(found.path, location.href).href });
      field.dataset.i18nAriaLabel = "side.link";
      const copied = async () => {
        field.select();
        try {
          await navigator.clipboard.writeText(field.value);
        } catch {
          document.execCommand("copy"); // no clipboard without https
        }
        dialog.querySelector('[data-index="0"] span').dataset.i18n = "cell.copied";
        localize(dialog);
      };
      ask("side.share.title", [field, words("side.share.once")], [["side.copy", "", copied], withdraw, ["keys.close", "ghost", close]]);
      field.setAttribute("aria-label", say("side.link"));
    }];
    const buttons = line.shared ? [["keys.close", "ghost", close], withdraw, make] : [["cell.cancel", "ghost", close], make];
    ask("side.share.title", [words(line.shared ? "side.share.there" : "side.share.words")], buttons);
  }

  // ---- the sheet and the address -----------------------------------------------------------------------------

  const named = () => new URLSearchParams(location.hash.slice(1)).get("c");

  /** Called by the sheet with every value that Python sends. */
  function told(value, busy) {
    if (!nav || !("conversation" in value)) return;
    const changed = value.conversation !== current;
    current = value.conversation;
    if (wanted !== null) {
      document.body.classList.remove("stepwise-opening");
      if (wanted === current) document.querySelector(".turn.last")?.scrollIntoView();
      wanted = null;
    }
    if (changed && named() !== current) {
      history.replaceState(null, "", current ? `#c=${current}` : location.pathname + location.search);
    }
    if (changed || busyBefore !== busy) refresh();
    busyBefore = busy;
    markCurrent();
  }

  function open(id) {
    wanted = id;
    if (!current) document.body.classList.add("stepwise-opening"); // no examples that vanish again
    Stepwise.open(id);
  }

  /** Called by the sheet when it is there: the address may name a conversation. */
  function begin() {
    if (window.StepwiseData.keeps && named()) open(named());
  }

  window.addEventListener("hashchange", () => {
    if (!nav) return;
    if (named() && named() !== current) open(named());
    else if (!named() && current) Stepwise.clear();
  });

  function startNew() {
    closeDrawer();
    if (current) history.pushState(null, "", location.pathname + location.search);
    Stepwise.clear();
    document.querySelector("#stepwise-problem")?.focus();
  }

  // ---- on narrow screens a drawer ----------------------------------------------------------------------------

  const behind = () => document.querySelectorAll(".stepwise.head, .stepwise.sheet, .stepwise.composer");
  const toggle = () => document.querySelector("#stepwise-list");

  function openDrawer() {
    document.body.classList.add("stepwise-side-open");
    shade.hidden = false;
    toggle().setAttribute("aria-expanded", "true");
    for (const node of behind()) node.inert = true;
    nav.querySelector(".side-close").focus();
  }

  function closeDrawer() {
    if (!document.body.classList.contains("stepwise-side-open")) return;
    document.body.classList.remove("stepwise-side-open");
    shade.hidden = true;
    toggle().setAttribute("aria-expanded", "false");
    for (const node of behind()) node.inert = false;
    toggle().focus();
  }

  function mountSidebar({ element }) {
    nav = element.querySelector(".side");
    [list, search, note, more, all] = [".side-list", ".side-search", ".side-note", ".side-more", ".side-all"].map((name) => nav.querySelector(name));
    shade = element.querySelector(".side-shade");
    dialog = element.querySelector("dialog");
    document.body.classList.add("stepwise-keeps");
    nav.querySelector(".side-new").addEventListener("click", startNew);
    nav.querySelector(".side-close").addEventListener("click", closeDrawer);
    shade.addEventListener("click", closeDrawer);
    list.addEventListener("click", onClick);
    more.addEventListener("click", showMore);
    all.addEventListener("click", removeAll);
    search.addEventListener("input", () => {
      clearTimeout(searching);
      searching = setTimeout(refresh, SEARCH_MS);
    });
    nav.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      const item = nav.querySelector(".side-acts:not([hidden])")?.closest("li");
      if (!item && !document.body.classList.contains("stepwise-side-open")) return; // it stops what runs
      event.stopPropagation();
      if (!item) return closeDrawer();
      toggleActs(item);
      item.querySelector(".side-dots").focus();
    });
    document.addEventListener("click", (event) => { if (event.target.closest("#stepwise-list")) openDrawer(); });
    Stepwise.onLanguage(() => show(!more.hidden));
    localize(element);
    refresh();
    window.addEventListener("focus", refresh); // another tab may have changed it
  }

  Object.assign(Stepwise, { mountSidebar, told, begin, reopen: () => current && open(current) });
})();
