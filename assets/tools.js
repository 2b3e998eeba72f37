// What stands beside the problem box: formulas and pictures. How a picture gets here (chosen, taken, pasted, dropped), and the small one
// above a problem that came from a picture. What happens to it then is in scripts that are loaded when they are first needed.
"use strict";

(() => {
  const Stepwise = window.Stepwise;
  const { say, localize } = Stepwise;
  const { later } = window.StepwiseData;
  const MATHLIVE = "mathlive/mathlive.min.js"; // 0.8 MB, for formulas only

  // ---- scripts that are loaded later -------------------------------------------------------------------------

  const loading = new Map();

  function load(name) {
    if (!loading.has(name)) {
      loading.set(name, new Promise((done, failed) => {
        const script = document.createElement("script");
        Object.assign(script, { src: later[name], async: false, onload: () => done(), onerror: () => {
          loading.delete(name);
          script.remove();
          failed(new Error(name));
        } });
        document.head.append(script);
      }));
    }
    return loading.get(name);
  }

  const loadMathLive = () => load(MATHLIVE);
  const loadAll = () => Promise.all(Object.keys(later).filter((name) => name !== MATHLIVE).map(load));

  /** Does `work` once everything is there; says so where it cannot be had. */
  async function when(work) {
    try {
      await loadAll();
    } catch {
      return note("tools.not-loaded");
    }
    note(null);
    return work();
  }

  // ---- the composer ------------------------------------------------------------------------------------------

  const icon = (path) => `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"
    stroke-linejoin="round" aria-hidden="true">${path}</svg>`;
  const ICONS = {
    camera: icon('<path d="M4 8h3.5L9 5.5h6L16.5 8H20a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1z"/><circle cx="12" cy="13" r="3.5"/>'),
    file: icon('<rect x="3" y="4" width="18" height="16" rx="2"/><circle cx="8.5" cy="9.5" r="1.6"/><path d="m3.5 18 6-6 4 4 2.5-2.5 4.5 4.5"/>'),
    pen: icon('<path d="M4 20c4 .5 5-3 8-3s3 2.5 6 2M5.5 15 16 4.5l3 3L8.5 18l-4 1z"/>'),
    back: icon('<path d="M9 7 4 12l5 5M4 12h11a5 5 0 0 1 0 10h-2"/>'),
  };
  const TOOLS = `
    <button type="button" class="tool" id="stepwise-formula" aria-expanded="false" data-i18n-aria-label="tools.formula" data-i18n-title="tools.formula">
      <span class="root" aria-hidden="true">√<i>x</i></span></button>
    <button type="button" class="tool" id="stepwise-picture" aria-haspopup="menu" aria-expanded="false" data-i18n-aria-label="tools.picture"
      data-i18n-title="tools.picture">${ICONS.camera}</button>
    <div class="tool-menu" role="menu" data-i18n-aria-label="tools.picture" hidden>
      <button type="button" role="menuitem" tabindex="-1" data-way="back" hidden>${ICONS.back}<span data-i18n="tools.back"></span></button>
      <button type="button" role="menuitem" tabindex="-1" data-way="file">${ICONS.file}<span data-i18n="tools.file"></span></button>
      <button type="button" role="menuitem" tabindex="-1" data-way="photo">${ICONS.camera}<span data-i18n="tools.photo"></span></button>
      <button type="button" role="menuitem" tabindex="-1" data-way="draw">${ICONS.pen}<span data-i18n="tools.draw"></span></button>
    </div>
    <input type="file" class="chosen" accept="image/*" tabindex="-1" aria-hidden="true" hidden>
    <input type="file" class="taken" accept="image/*" capture="environment" tabindex="-1" aria-hidden="true" hidden>`;

  let tools, menu, opener, host, box, line;

  function mountTools(element) {
    const form = element.querySelector("form");
    box = element.querySelector("textarea");
    tools = document.createElement("div");
    tools.className = "tools";
    tools.innerHTML = TOOLS;
    box.after(tools);
    host = document.createElement("div");
    line = document.createElement("p");
    host.className = "formula-host";
    line.className = "tools-note";
    line.setAttribute("role", "status");
    form.before(line, host);
    menu = tools.querySelector(".tool-menu");
    opener = tools.querySelector("#stepwise-picture");
    tools.querySelector("#stepwise-formula").addEventListener("click", toggleFormula);
    opener.addEventListener("click", () => showMenu(menu.hidden));
    menu.addEventListener("click", (event) => choose(event.target.closest("[data-way]")?.dataset.way));
    tools.addEventListener("keydown", onMenuKey);
    for (const input of tools.querySelectorAll("input")) {
      input.addEventListener("change", () => {
        take(input.files);
        input.value = ""; // the same file can be chosen again
      });
    }
    document.addEventListener("pointerdown", (event) => { if (!tools.contains(event.target)) showMenu(false); });
    document.addEventListener("paste", onPaste);
    const hint = Object.assign(document.createElement("div"), { className: "stepwise drop-hint", ariaHidden: "true", innerHTML: '<span data-i18n="tools.drop"></span>' });
    document.body.append(hint);
    for (const name of ["dragenter", "dragover", "dragleave", "drop"]) window.addEventListener(name, onDrag);
    localize(element);
    localize(hint);
  }

  function note(key) {
    line.textContent = key ? say(key) : "";
  }

  // ---- the menu ----------------------------------------------------------------------------------------------

  const touch = window.matchMedia("(pointer: coarse)");
  const hasCamera = () => Boolean(navigator.mediaDevices?.getUserMedia);

  function showMenu(open) {
    if (menu.hidden === !open) return;
    menu.querySelector('[data-way="photo"]').hidden = !touch.matches && !hasCamera();
    menu.querySelector('[data-way="back"]').hidden = !Stepwise.pictures?.waiting();
    menu.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    if (open) items()[0].focus();
  }

  const items = () => [...menu.querySelectorAll("[data-way]:not([hidden])")];

  function onMenuKey(event) {
    if (menu.hidden) return;
    const all = items();
    const at = all.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (next !== undefined) all[next % all.length].focus();
    else if (event.key === "Escape") {
      showMenu(false);
      opener.focus();
    } else {
      if (event.key === "Tab") showMenu(false);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  function choose(way) {
    if (!way) return;
    showMenu(false);
    opener.focus(); // a dialog gives the focus back to where it was
    if (way === "file") tools.querySelector(".chosen").click();
    else if (way === "photo" && touch.matches) tools.querySelector(".taken").click();
    else when(() => Stepwise.pictures[{ photo: "photograph", draw: "draw", back: "resume" }[way]]());
  }

  // ---- files -------------------------------------------------------------------------------------------------

  function take(files) {
    const found = [...files];
    if (found.length) when(() => Stepwise.pictures.open(found[0], { more: found.length > 1 }));
  }

  /** A picture of a student's own lines: `use` is given them once they have been looked over. */
  const openLines = (files, use) => when(() => Stepwise.pictures.open(files[0], { more: files.length > 1, use }));

  function chooseLines(use) {
    const input = Object.assign(document.createElement("input"), { type: "file", accept: "image/*" });
    input.addEventListener("change", () => { if (input.files.length) openLines([...input.files], use); });
    input.click();
  }

  /** A picture from the clipboard; programs that put text beside it mean the text. */
  function onPaste(event) {
    const data = event.clipboardData;
    if (!data?.files.length || data.getData("text/plain")) return;
    event.preventDefault();
    take(data.files);
  }

  function onDrag(event) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault(); // or the browser leaves the page for the file
    const over = event.type === "dragenter" || event.type === "dragover";
    if (over || event.type === "drop" || !event.relatedTarget) document.body.classList.toggle("stepwise-dropping", over);
    if (event.type === "drop") take(event.dataTransfer.files);
  }

  // ---- formulas ----------------------------------------------------------------------------------------------

  const formulaButton = () => tools.querySelector("#stepwise-formula");

  function toggleFormula() {
    if (host.firstChild) return endFormula();
    return when(() => {
      const { start, end, tex, open, close } = Stepwise.writing.around(box.value, box.selectionStart, box.selectionEnd);
      formulaButton().setAttribute("aria-expanded", "true");
      return Stepwise.formula.edit(host, {
        tex,
        doneKey: "formula.insert",
        onCancel: endFormula,
        onDone: (latex) => {
          box.setRangeText(latex && `${open}${latex}${close}`, start, end, "end");
          box.dispatchEvent(new Event("input", { bubbles: true }));
          endFormula();
        },
      });
    });
  }

  function endFormula() {
    host.replaceChildren();
    formulaButton().setAttribute("aria-expanded", "false");
    box.focus();
  }

  // ---- the small picture above a problem ---------------------------------------------------------------------

  function showPicture(turn, picture) {
    const shown = turn.querySelector(".problem > .thumb");
    if (shown?.dataset.name === picture?.name) return;
    shown?.remove();
    if (!picture) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "thumb";
    button.dataset.name = picture.name;
    for (const name of ["aria-label", "title"]) button.setAttribute(`data-i18n-${name}`, "picture.enlarge");
    const image = Object.assign(document.createElement("img"), { src: picture.url, alt: "", onerror: () => button.remove() });
    button.append(image);
    button.addEventListener("click", () => when(() => Stepwise.panel.enlarge(picture.url)));
    turn.querySelector(".problem").prepend(button);
    localize(turn);
  }

  Object.assign(Stepwise, { mountTools, showPicture, loadMathLive, chooseLines, openLines });
})();
