// Cutting out a part of a picture and turning it by quarters. Works on pixels in the browser; nothing is sent.
"use strict";

(() => {
  const { say } = window.Stepwise;
  const SHOWN_PX = 1400;
  const MAX_SIDE_PX = 4000;
  const JPEG_PX = 2_000_000; // larger ones are photos
  const LEAST = 0.03; // of a side
  const BOMB_PX = 60_000_000;
  const CORNERS = { nw: ["left", "top"], ne: ["right", "top"], sw: ["left", "bottom"], se: ["right", "bottom"] };
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  /** The picture's pixels, upright, or null where this browser cannot (or should not) open it. */
  async function decode(blob) {
    try {
      return (await isBomb(blob)) ? null : await createImageBitmap(blob);
    } catch {
      return null;
    }
  }

  /** A PNG of some kilobytes can have more pixels than there is memory for. */
  async function isBomb(blob) {
    const head = new DataView(await blob.slice(0, 24).arrayBuffer());
    return head.byteLength === 24 && head.getUint32(0) === 0x89504e47 && head.getUint32(16) * head.getUint32(20) > BOMB_PX;
  }

  /** `source` turned by `quarters`, the part `cut` of it, with no side longer than `limit` pixels. */
  function drawn(source, quarters, cut, limit) {
    const across = quarters % 2 ? source.height : source.width;
    const down = quarters % 2 ? source.width : source.height;
    const width = across * (cut.right - cut.left);
    const height = down * (cut.bottom - cut.top);
    const scale = Math.min(1, limit / Math.max(width, height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    const brush = canvas.getContext("2d");
    brush.fillStyle = "#fff"; // under a transparent picture
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.scale(scale, scale);
    brush.translate(across / 2 - across * cut.left, down / 2 - down * cut.top);
    brush.rotate((quarters * Math.PI) / 2);
    brush.drawImage(source, -source.width / 2, -source.height / 2);
    return canvas;
  }

  const whole = () => ({ left: 0, top: 0, right: 1, bottom: 1 });

  /** The step in which a picture is cut and turned. `onDone(blob, content)` gets what is to be read. */
  function open(source, { content, onDone, onBack }) {
    const { build, button, show } = window.Stepwise.panel;
    const state = { quarters: 0, cut: whole() };
    const frame = build("div", "crop-frame");
    const hint = build("p", "panel-hint", '<span data-i18n="crop.hint"></span>');
    const kind = contentChoice(content);
    const turns = build("div", "panel-tools");
    const turn = (by) => {
      state.quarters = (state.quarters + by + 4) % 4;
      state.cut = whole();
      draw(frame, source, state);
    };
    turns.append(
      button("crop.left", () => turn(-1), "button plain"),
      button("crop.right", () => turn(1), "button plain"),
      button("crop.whole", () => { state.cut = whole(); place(frame, state); }, "button plain"),
    );
    draw(frame, source, state);
    const done = () => {
      const canvas = drawn(source, state.quarters, state.cut, MAX_SIDE_PX);
      const type = canvas.width * canvas.height > JPEG_PX ? "image/jpeg" : "image/png";
      canvas.toBlob((blob) => onDone(blob, kind.querySelector("select").value), type, 0.92);
    };
    show({ titleKey: "crop.title", step: "crop", body: [hint, frame, turns, kind], foot: [button("crop.back", onBack, "button ghost"), button("picture.read", done)] });
  }

  /** What a picture shows: words and formulas, or one formula. */
  function contentChoice(chosen) {
    const node = window.Stepwise.panel.build("label", "panel-choice", `<span data-i18n="picture.content"></span>
      <select><option value="page" data-i18n="picture.content.page"></option><option value="formula" data-i18n="picture.content.formula"></option></select>`);
    node.querySelector("select").value = chosen;
    return node;
  }

  function draw(frame, source, state) {
    const canvas = drawn(source, state.quarters, whole(), SHOWN_PX);
    const box = window.Stepwise.panel.build("div", "crop-box");
    for (const corner of Object.keys(CORNERS)) {
      const handle = Object.assign(document.createElement("button"), { type: "button", className: `crop-handle ${corner}`, ariaLabel: say(`crop.corner.${corner}`) });
      handle.dataset.corner = corner;
      box.append(handle);
    }
    const holder = window.Stepwise.panel.build("div", "crop-holder");
    holder.append(canvas, box);
    frame.replaceChildren(holder);
    holder.addEventListener("pointerdown", (event) => drag(event, holder, frame, state));
    holder.addEventListener("keydown", (event) => nudge(event, frame, state));
    place(frame, state);
  }

  function place(frame, { cut }) {
    Object.assign(frame.querySelector(".crop-box").style, {
      left: `${cut.left * 100}%`, top: `${cut.top * 100}%`, width: `${(cut.right - cut.left) * 100}%`, height: `${(cut.bottom - cut.top) * 100}%`,
    });
  }

  const between = (value, least, most) => Math.min(Math.max(value, least), most);

  /** Moves a corner to a place, never past the one opposite. */
  function setCorner(cut, corner, x, y) {
    const [side, edge] = CORNERS[corner];
    cut[side] = side === "left" ? between(x, 0, cut.right - LEAST) : between(x, cut.left + LEAST, 1);
    cut[edge] = edge === "top" ? between(y, 0, cut.bottom - LEAST) : between(y, cut.top + LEAST, 1);
  }

  function shift(cut, dx, dy) {
    const right = between(dx, -cut.left, 1 - cut.right);
    const down = between(dy, -cut.top, 1 - cut.bottom);
    Object.assign(cut, { left: cut.left + right, right: cut.right + right, top: cut.top + down, bottom: cut.bottom + down });
  }

  /** A corner is dragged, the box is moved, or a new box begins outside of it. */
  function drag(event, holder, frame, state) {
    const area = holder.getBoundingClientRect();
    const at = (one) => [between((one.clientX - area.left) / area.width, 0, 1), between((one.clientY - area.top) / area.height, 0, 1)];
    let corner = event.target.dataset.corner;
    let [x, y] = at(event);
    const { cut } = state;
    if (!corner && !(x > cut.left && x < cut.right && y > cut.top && y < cut.bottom)) {
      Object.assign(cut, { left: between(x, 0, 1 - LEAST), top: between(y, 0, 1 - LEAST) });
      Object.assign(cut, { right: cut.left + LEAST, bottom: cut.top + LEAST });
      corner = "se";
    }
    const move = (moved) => {
      const [nextX, nextY] = at(moved);
      if (corner) setCorner(cut, corner, nextX, nextY);
      else shift(cut, nextX - x, nextY - y);
      [x, y] = [nextX, nextY];
      place(frame, state);
    };
    const stop = () => {
      holder.removeEventListener("pointermove", move);
      for (const name of ["pointerup", "pointercancel"]) holder.removeEventListener(name, stop);
    };
    holder.setPointerCapture(event.pointerId);
    holder.addEventListener("pointermove", move);
    for (const name of ["pointerup", "pointercancel"]) holder.addEventListener(name, stop);
    if (!event.target.dataset.corner) event.preventDefault();
  }

  function nudge(event, frame, state) {
    const [x, y] = ARROWS[event.key] || [];
    const { corner } = event.target.dataset;
    if (x === undefined || !corner) return;
    const step = event.shiftKey ? 0.1 : 0.02;
    const [side, edge] = CORNERS[corner];
    setCorner(state.cut, corner, state.cut[side] + x * step, state.cut[edge] + y * step);
    place(frame, state);
    event.preventDefault();
  }

  window.Stepwise.crop = { open, decode, contentChoice };
})();
