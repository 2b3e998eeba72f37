// From a picture to a problem: which step comes when. A picture is read at once, can be cut, turned and read again, and is corrected in the
// editor; only then it is solved. What was read stays until it is solved or another picture takes its place.
"use strict";

(() => {
  const { say } = window.Stepwise;

  /** @type {{blob: Blob, content: string, reading?: object, texts?: string[], picked?: number, note?: string} | null} */
  let work = null;
  let pending = null; // AbortController of what is being read

  const panel = () => window.Stepwise.panel;

  /** A file that somebody chose, took, pasted or dropped. */
  function open(blob, { content = "page", more = false } = {}) {
    work = { blob, content, note: more ? "picture.first-only" : null };
    return read();
  }

  const draw = () => window.Stepwise.draw.open({ onBack: panel().close, onDone: (blob, content) => open(blob, { content }) });
  const photograph = () => window.Stepwise.camera.open({ onDone: (blob) => open(blob), onOther: () => { panel().close(); document.querySelector(".tools .chosen").click(); } });
  const resume = () => (work?.reading ? edit() : undefined);
  const waiting = () => Boolean(work?.reading);

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
      work = { ...work, reading, texts: reading.problems.map(({ text }) => text), picked: 0 };
      window.Stepwise.draw.forget();
      edit();
    } catch (error) {
      if (!(error.key || error.words)) throw error;
      if (pending === control && !control.signal.aborted) fail(error);
    }
  }

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
    const { blob } = work;
    const text = panel().build("p", "picture-failed");
    text.setAttribute("role", "alert");
    text.textContent = window.Stepwise.sending.sentence(error);
    const { button } = panel();
    const buttons = [button("picture.type", () => { panel().close(); document.querySelector("#stepwise-problem").focus(); }, "button ghost")];
    if (work.reading) buttons.push(button("picture.kept", edit, "button plain"));
    if (error.again) buttons.push(button("turn.retry", read));
    else buttons.push(button("picture.other", () => { panel().close(); document.querySelector(".tools .chosen").click(); }));
    panel().show({ titleKey: "picture.failed", step: "failed", body: [text], foot: buttons });
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
