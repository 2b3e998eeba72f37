// What was read beside the picture that it was read from: the reader corrects it before anything is solved.
"use strict";

(() => {
  const { say } = window.Stepwise;
  const SURE = 0.85;
  const FAIR = 0.6;
  const BADGE = 0.06; // of the picture's width; narrower ones would cover one another
  const ARROWS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

  const SIDES = `
    <section class="picture-side">
      <div class="picture-frame"><img><div class="regions" role="group"></div></div>
      <p class="legend"><span class="sure" data-i18n="region.sure"></span><span class="fair" data-i18n="region.fair"></span><span class="doubtful" data-i18n="region.doubtful"></span></p>
      <div class="panel-tools"></div>
    </section>
    <section class="text-side">
      <ul class="picture-notes"></ul>
      <fieldset class="problems"><legend data-i18n="picture.which"></legend></fieldset>
      <label class="panel-label" for="stepwise-read" data-i18n="picture.text"></label>
      <textarea id="stepwise-read" rows="4" spellcheck="false" autocapitalize="off"></textarea>
      <p class="panel-label" id="stepwise-preview" data-i18n="picture.preview"></p>
      <div class="preview" role="group" aria-labelledby="stepwise-preview"></div>
      <p class="panel-hint" data-i18n="picture.preview.hint"></p>
      <div class="formula-host"></div>
    </section>`;

  const sureness = (confidence) => (confidence >= SURE ? "sure" : confidence >= FAIR ? "fair" : "doubtful");

  /** The step in which a reading is corrected. `work` = {reading, texts, picked} is changed in place, so that it can be left and gone on with. */
  function open(work, { onSolve, onCrop, onAgain, onClose, note }) {
    const { build, button, show } = window.Stepwise.panel;
    const node = build("div", "picture-columns", SIDES);
    const editor = { node, work, area: node.querySelector("textarea"), preview: node.querySelector(".preview"), host: node.querySelector(".formula-host") };
    const { picture } = work.reading;
    Object.assign(node.querySelector("img"), { src: picture.url, alt: say("picture.alt"), width: picture.width, height: picture.height });
    node.querySelector(".panel-tools").append(button("picture.crop", onCrop, "button plain"), button("picture.again", onAgain, "button plain"));
    const send = () => {
      editor.host.querySelector(".done")?.click(); // a formula that is being changed counts
      onSolve(editor.area.value);
    };
    if (work.use) node.querySelector("#stepwise-preview").dataset.i18n = "work.preview";
    showNotes(editor, note);
    showProblems(editor);
    showRegions(editor);
    editor.area.addEventListener("input", () => changed(editor));
    editor.area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
    });
    for (const name of ["keyup", "click"]) editor.area.addEventListener(name, () => mark(editor));
    editor.solve = button(work.use ? "work.use" : "composer.send", send, "button panel-solve");
    show({ titleKey: "picture.check", step: "edit", body: [node], foot: [button("picture.later", onClose, "button ghost"), editor.solve] });
    pick(editor, work.picked);
  }

  function showNotes({ node, work }, note) {
    const list = node.querySelector(".picture-notes");
    const sentences = [...(note ? [say(note)] : []), ...work.reading.notes.map(window.Stepwise.sending.sentence)];
    list.replaceChildren(...sentences.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
    list.hidden = !sentences.length;
  }

  // ---- the problems on the page ------------------------------------------------------------------------------

  function showProblems(editor) {
    const { problems } = editor.work.reading;
    const field = editor.node.querySelector(".problems");
    field.hidden = problems.length < 2;
    problems.forEach((problem, at) => {
      const label = window.Stepwise.panel.build("label", "problem-choice", '<input type="radio" name="stepwise-problem-choice"><strong></strong><span class="start"></span>');
      const radio = label.querySelector("input");
      radio.value = String(at);
      radio.addEventListener("change", () => pick(editor, at));
      label.querySelector("strong").textContent = problem.label || say("picture.number", { number: at + 1 });
      window.Stepwise.writing.preview(label.querySelector(".start"), problem.text.split("\n")[0]);
      field.append(label);
    });
  }

  function pick(editor, at) {
    const { work, node } = editor;
    work.picked = at;
    const radio = node.querySelector(`.problem-choice input[value="${at}"]`);
    if (radio) radio.checked = true;
    editor.host.replaceChildren();
    editor.area.value = work.texts[at];
    changed(editor);
    const mine = new Set(work.reading.problems[at].regions);
    for (const region of node.querySelectorAll(".region")) region.classList.toggle("other", !mine.has(Number(region.dataset.at)));
  }

  // ---- the text and how it will look -------------------------------------------------------------------------

  function changed(editor) {
    const { area, preview, work } = editor;
    work.texts[work.picked] = area.value;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
    window.Stepwise.writing.preview(preview, area.value, (piece) => editFormula(editor, piece));
    editor.solve.disabled = !area.value.trim();
    mark(editor);
  }

  function editFormula(editor, piece) {
    const { area, host, preview } = editor;
    const at = window.Stepwise.writing.pieces(area.value).filter(({ tex }) => tex !== undefined).findIndex(({ start }) => start === piece.start);
    const done = () => {
      host.replaceChildren();
      (preview.querySelectorAll(".math")[at] || area).focus();
    };
    area.readOnly = true; // the formula's place in it must stay where it is
    const release = () => { area.readOnly = false; };
    const shown = window.Stepwise.formula.edit(host, {
      tex: piece.tex,
      doneKey: "formula.done",
      onCancel: () => { release(); done(); },
      onDone: (latex) => {
        release();
        area.setRangeText(latex && `${piece.open}${latex}${piece.close}`, piece.start, piece.end, "end");
        changed(editor);
        done();
      },
    });
    const show = () => host.lastChild?.scrollIntoView({ block: "nearest" });
    show();
    shown.then(show); // the field has its height now
  }

  // ---- where it stands in the picture ------------------------------------------------------------------------

  function showRegions(editor) {
    const { regions } = editor.work.reading;
    const parent = editor.node.querySelector(".regions");
    parent.setAttribute("aria-label", say("region.all"));
    parent.replaceChildren(...regions.map((region, at) => regionButton(editor, region, at)));
    parent.addEventListener("keydown", walk);
    editor.node.querySelector(".legend").hidden = regions.length === 0;
  }

  function regionButton(editor, { kind, text, confidence, box }, at) {
    const percent = Math.round(confidence * 100);
    const told = words(kind, confidence, text);
    const [left, top, width, height] = box.map((share) => `${share * 100}%`);
    const node = Object.assign(document.createElement("button"), { type: "button", className: `region ${sureness(confidence)}`, title: told, ariaLabel: told, tabIndex: at ? -1 : 0 });
    node.dataset.at = String(at);
    Object.assign(node.style, { left, top, width, height });
    if (confidence < SURE && box[2] > BADGE) node.append(Object.assign(document.createElement("span"), { className: "percent", textContent: `${percent}%`, ariaHidden: "true" }));
    node.addEventListener("click", () => select(editor, at));
    return node;
  }

  const words = (kind, confidence, text) => say(`region.${kind}`, { percent: Math.round(confidence * 100), text });

  /** One stop of the Tab key for all regions; arrows go from one to the next. */
  function walk(event) {
    const step = ARROWS[event.key];
    if (!step) return;
    const all = [...event.currentTarget.children];
    const next = all[Math.min(Math.max(all.indexOf(event.target) + step, 0), all.length - 1)];
    for (const one of all) one.tabIndex = one === next ? 0 : -1;
    next.focus();
    event.preventDefault();
  }

  function places({ work, area }) {
    const { regions, problems } = work.reading;
    const { label, text, regions: own } = problems[work.picked];
    // the page's number of the problem may stand in its first region only
    const bare = (words) => (label && !text.startsWith(label) && words.startsWith(label) ? words.slice(label.length).trim() : words);
    const mine = own.map((at, place) => ({ at, text: place ? regions[at].text : bare(regions[at].text) }));
    return window.Stepwise.writing.locate(area.value, mine);
  }

  function select(editor, at) {
    const owner = editor.work.reading.problems.findIndex(({ regions }) => regions.includes(at));
    if (owner >= 0 && owner !== editor.work.picked) pick(editor, owner);
    const found = places(editor).find(({ region }) => region.at === at);
    editor.area.focus();
    if (found) editor.area.setSelectionRange(found.start, found.end);
    const { kind, confidence, text } = editor.work.reading.regions[at];
    window.Stepwise.panel.tell(found ? words(kind, confidence, text) : say("region.changed"));
    editor.area.scrollIntoView({ block: "nearest" }); // the sentence may have pushed it down
    mark(editor, at);
  }

  /** The region that the caret is in stands out. */
  function mark(editor, at = null) {
    const { area, node } = editor;
    const here = places(editor).find(({ start, end }) => start <= area.selectionStart && area.selectionEnd <= end);
    const current = String(at ?? (document.activeElement === area ? here?.region.at : null));
    for (const region of node.querySelectorAll(".region")) region.toggleAttribute("data-current", region.dataset.at === current);
  }

  window.Stepwise.pictureEditor = { open };
})();
