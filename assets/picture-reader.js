// From a picture to a problem: which step comes when. A picture is read at once, can be cut, turned and read again, and is corrected in the
// editor; only then it is solved. What was read stays until it is solved or another picture takes its place. A picture of a student's own lines
// goes the same way, and is handed over instead of solved.
"use strict";

(() => {
  const { say } = window.Stepwise;

  /** @type {{blob: Blob, content: string, reading?: object, texts?: string[], picked?: number, note?: string, use?: (text: string) => void} | null} */
  let work = null;
  let pending = null; // AbortController of what is being read

  const panel = () => window.Stepwise.panel;

  /** A file that somebody chose, took, pasted or dropped; with `use`, what is read is given to it. */
  function open(blob, { content = "page", more = false, use = null } = {}) {
    work = { blob, content, use, note: more ? "picture.first-only" : null };
    return read();
  }

  const draw = () => window.Stepwise.draw.open({ onBack: panel().close, onDone: (blob, content) => open(blob, { content }) });
  const photograph = () => window.Stepwise.camera.open({ onDone: (blob) => open(blob), onOther: () => { panel().close(); document.querySelector(".tools .chosen").click(); } });
  const resume = () => (waiting() ? edit() : undefined);
  const waiting = () => Boolean(work?.reading && !work.use);

  // ---- reading -----------------------------------------------------------------------------------------------

  async function read() {
    const { blob, content } = work;
    const control = new AbortController();
    pending = control;
    const view = readingView(blob);
    panel().show({
      titleKey: "picture.reading", step: "read", body: [view.node],
      foot: [panel().button("cell.cancel", panel().close, "button ghost")],
      onLeave: () => { control.abort(); view.forget(); },
    });
    try {
      const reading = await window.Stepwise.sending.read(blob, { content, told: view.tell, signal: control.signal });
      if (pending !== control || control.signal.aborted) return;
      if (work.use) reading.problems = [together(reading.problems)];
      work = { ...work, reading, texts: reading.problems.map(({ text }) => text), picked: 0 };
      window.Stepwise.draw.forget();
      edit();
    } catch (error) {
      if (!(error.key || error.words)) throw error;
      if (pending === control && !control.signal.aborted) fail(error);
    }
  }

  /** A student's lines are one text, however the reader has parted them. */
  const together = (problems) => ({ label: "", text: problems.map(({ label, text }) => (label && !text.startsWith(label) ? `${label} ${text}` : text)).join("\n"), regions: problems.flatMap(({ regions }) => regions) });

  function readingView(blob) {
    const node = panel().build("div", "picture-waiting", '<div class="picture-frame"></div><p class="panel-status" role="status"></p><progress max="1"></progress>');
    const status = node.querySelector(".panel-status");
    const bar = node.querySelector("progress");
    let address = null;
    window.Stepwise.crop.decode(blob).then((bitmap) => {
      if (!bitmap || address === "") return;
      bitmap.close();
      address = URL.createObjectURL(blob);
      node.querySelector(".picture-frame").append(Object.assign(document.createElement("img"), { src: address, alt: say("picture.alt") }));
    });
    const tell = (wait) => {
      const [key, values, share] = told(wait);
      status.textContent = say(key, values);
      if (share === null) bar.removeAttribute("value");
      else bar.value = share;
    };
    tell({ sent: 0 });
    return { node, tell, forget: () => { if (address) URL.revokeObjectURL(address); address = ""; } };
  }

  /** The words and the share that is done, for what `sending` tells. */
  function told({ sent, reason, fraction, ahead }) {
    if (reason === "queued") return ["picture.queued", { ahead: ahead ?? 1 }, null];
    if (reason === "loading") return ["picture.loading", { percent: Math.round((fraction ?? 0) * 100) }, fraction ?? null];
    return sent < 1 ? ["picture.sending", { percent: Math.round(sent * 100) }, sent] : ["picture.reading.now", {}, null];
  }

  async function fail(error) {
    const { blob, use } = work;
    const text = panel().build("p", "picture-failed");
    text.setAttribute("role", "alert");
    text.textContent = window.Stepwise.sending.sentence(error);
    const { button } = panel();
    const type = button("picture.type", () => { panel().close(); document.querySelector("#stepwise-problem").focus(); }, "button ghost");
    const buttons = [use ? button("picture.later", panel().close, "button ghost") : type];
    const other = () => { panel().close(); if (use) window.Stepwise.chooseLines(use); else document.querySelector(".tools .chosen").click(); };
    if (work.reading) buttons.push(button("picture.kept", edit, "button plain"));
    if (error.again) buttons.push(button("turn.retry", read));
    else buttons.push(button("picture.other", other));
    panel().show({ titleKey: use ? "work.not-read" : "picture.failed", step: "failed", body: [text], foot: buttons });
    const bitmap = error.again ? null : await window.Stepwise.crop.decode(blob);
    if (!bitmap || !text.isConnected) return;
    bitmap.close();
    buttons[0].after(button("picture.crop", cut, "button plain"));
    window.Stepwise.localize(buttons[0].parentElement);
  }

  // ---- cutting, correcting, solving --------------------------------------------------------------------------

  /** From the file as it came, which has more pixels; from what the engine prepared where that was turned, or this browser cannot open the file. */
  async function cut() {
    const turned = work.reading?.notes.some(({ code }) => code === "picture-turned");
    const source = (turned ? null : await window.Stepwise.crop.decode(work.blob)) || (await prepared());
    if (!source) return panel().tell(say("picture.not-cut"), { alert: true });
    window.Stepwise.crop.open(source, {
      content: work.content,
      onBack: work.reading ? edit : panel().close,
      onDone: (blob, content) => {
        work = { ...work, blob, content }; // what was read before stays until there is something new
        read();
      },
    });
  }

  async function prepared() {
    try {
      const answer = await fetch(work.reading.picture.url);
      return answer.ok ? await window.Stepwise.crop.decode(await answer.blob()) : null;
    } catch {
      return null;
    }
  }

  function edit() {
    window.Stepwise.pictureEditor.open(work, { onSolve: solve, onCrop: cut, onAgain: read, onClose: panel().close, note: work.note });
  }

  function solve(text) {
    if (!text.trim()) return;
    if (work.use) {
      panel().close(); // gives the focus back, before `use` may take it
      work.use(text);
      work = null;
      return;
    }
    const { name, url } = work.reading.picture;
    if (!window.Stepwise.solve(text, null, null, { name, url })) {
      panel().tell(say("picture.busy"), { alert: true });
      return;
    }
    if (work.texts.length < 2) work = null; // the other problems of the page may come next
    panel().close();
  }

  window.Stepwise.pictures = { open, draw, photograph, resume, waiting };
})();
