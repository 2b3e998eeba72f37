// A sheet to write on by pen, finger or mouse. Strokes are kept as points, so that the last one can be taken back and what is sent is black
// on white whatever the theme.
"use strict";

(() => {
  const PEN_PX = 3.2;
  const ERASER_PX = 26;
  const MARGIN_PX = 28;
  const SENT_SCALE = 2;

  const TOOLS = `
    <button type="button" class="button plain" data-tool="pen" aria-pressed="true"><span data-i18n="draw.pen"></span></button>
    <button type="button" class="button plain" data-tool="eraser" aria-pressed="false"><span data-i18n="draw.eraser"></span></button>
    <button type="button" class="button plain" data-do="undo"><span data-i18n="draw.undo"></span></button>
    <button type="button" class="button plain" data-do="clear"><span data-i18n="draw.clear"></span></button>`;

  let strokes = []; // stay when the panel is closed by mistake; {tool, points: [{x, y, width}]}

  /** Draws strokes; the eraser takes away down to what lies under the canvas. */
  function paint(brush, ink) {
    Object.assign(brush, { lineCap: "round", lineJoin: "round", strokeStyle: ink, fillStyle: ink });
    for (const { tool, points } of strokes) {
      brush.globalCompositeOperation = tool === "eraser" ? "destination-out" : "source-over";
      const [first, ...rest] = points;
      brush.beginPath();
      brush.arc(first.x, first.y, first.width / 2, 0, 2 * Math.PI);
      brush.fill();
      let last = first;
      for (const point of rest) {
        brush.lineWidth = point.width;
        brush.beginPath();
        brush.moveTo(last.x, last.y);
        brush.lineTo(point.x, point.y);
        brush.stroke();
        last = point;
      }
    }
    brush.globalCompositeOperation = "source-over";
  }

  function repaint(canvas) {
    const ratio = window.devicePixelRatio || 1;
    const { width, height } = canvas.getBoundingClientRect();
    if (!width) return;
    Object.assign(canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
    const brush = canvas.getContext("2d");
    brush.scale(ratio, ratio);
    paint(brush, getComputedStyle(canvas).color);
  }

  /** What was written, black on white, cut to the ink; null where there is none. */
  function picture() {
    const points = strokes.filter(({ tool }) => tool === "pen").flatMap((stroke) => stroke.points);
    if (!points.length) return null;
    const left = Math.min(...points.map(({ x }) => x)) - MARGIN_PX;
    const top = Math.min(...points.map(({ y }) => y)) - MARGIN_PX;
    const width = Math.max(...points.map(({ x }) => x)) + MARGIN_PX - left;
    const height = Math.max(...points.map(({ y }) => y)) + MARGIN_PX - top;
    const size = { width: Math.ceil(width * SENT_SCALE), height: Math.ceil(height * SENT_SCALE) };
    const ink = Object.assign(document.createElement("canvas"), size);
    const brush = ink.getContext("2d");
    brush.scale(SENT_SCALE, SENT_SCALE);
    brush.translate(-left, -top);
    paint(brush, "#000");
    const paper = Object.assign(document.createElement("canvas"), size);
    const under = paper.getContext("2d");
    under.fillStyle = "#fff";
    under.fillRect(0, 0, size.width, size.height);
    under.drawImage(ink, 0, 0);
    return new Promise((done) => paper.toBlob(done, "image/png"));
  }

  /** The step in which something is written by hand. `onDone(blob, content)` gets the picture of it. */
  function open({ onDone, onBack }) {
    const { build, button, show, tell } = window.Stepwise.panel;
    const canvas = build("canvas", "draw-sheet");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", window.Stepwise.say("draw.label"));
    const tools = build("div", "panel-tools", TOOLS);
    const kind = window.Stepwise.crop.contentChoice("formula");
    const hint = build("p", "panel-hint", '<span data-i18n="draw.hint"></span>');
    let tool = "pen";
    const refresh = () => {
      for (const one of tools.querySelectorAll("[data-tool]")) one.setAttribute("aria-pressed", String(one.dataset.tool === tool));
      for (const one of tools.querySelectorAll("[data-do]")) one.disabled = !strokes.length;
      repaint(canvas);
    };
    tools.addEventListener("click", (event) => {
      const pressed = event.target.closest("button");
      if (!pressed) return;
      tool = pressed.dataset.tool || tool;
      if (pressed.dataset.do === "undo") strokes.pop();
      if (pressed.dataset.do === "clear") strokes = [];
      refresh();
    });
    canvas.addEventListener("pointerdown", (event) => write(event, canvas, tool, refresh));
    const sizes = new ResizeObserver(() => repaint(canvas));
    const done = async () => {
      const blob = await picture();
      if (blob) onDone(blob, kind.querySelector("select").value);
      else tell(window.Stepwise.say("draw.empty"), { alert: true });
    };
    show({
      titleKey: "draw.title", step: "draw", body: [hint, canvas, tools, kind],
      foot: [button("cell.cancel", onBack, "button ghost"), button("picture.read", done)], onLeave: () => sizes.disconnect(),
    });
    sizes.observe(canvas);
    refresh();
  }

  function write(event, canvas, tool, refresh) {
    if (event.button !== 0 && event.pointerType === "mouse") return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    const area = canvas.getBoundingClientRect();
    const erasing = tool === "eraser" || event.buttons === 32; // a pen's other end
    const point = (one) => ({
      x: one.clientX - area.left,
      y: one.clientY - area.top,
      width: erasing ? ERASER_PX : PEN_PX * (one.pointerType === "pen" ? 0.6 + one.pressure : 1),
    });
    const stroke = { tool: erasing ? "eraser" : "pen", points: [point(event)] };
    strokes.push(stroke);
    const move = (moved) => {
      if (moved.pointerId !== event.pointerId) return; // a palm
      const between = moved.getCoalescedEvents?.() || [];
      for (const one of between.length ? between : [moved]) stroke.points.push(point(one));
      repaint(canvas);
    };
    const stop = (ended) => {
      if (ended.pointerId !== event.pointerId) return;
      canvas.removeEventListener("pointermove", move);
      for (const name of ["pointerup", "pointercancel"]) canvas.removeEventListener(name, stop);
      refresh();
    };
    canvas.addEventListener("pointermove", move);
    for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, stop);
    refresh();
  }

  window.Stepwise.draw = { open, forget: () => { strokes = []; } };
})();
