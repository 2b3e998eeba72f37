// A problem's text and the formulas in it, found by the same rule as in ui/markdown.py (`plain`), which shows the problem later.
"use strict";

(() => {
  const FORMULA = /(\\\(.+?\\\)|\\\[.+?\\\]|\$\$.+?\$\$|(?<!\\)\$(?!\s)[^$\n]+?(?<!\s)\$(?!\d))/s;
  const MONEY = /^\d[\d.,]*(?:\s|$|-)/; // "$3 and $4": prices
  const DELIMITERS = [["\\(", "\\)", false], ["\\[", "\\]", true], ["$$", "$$", true], ["$", "$", false]];

  const isFormula = (content) => content && content.trim() === content && !MONEY.test(`${content} `);

  /** The text in order: {start, end} of each piece, and {tex, open, close, display} where it is a formula. */
  function pieces(text) {
    let start = 0;
    return text.split(FORMULA).filter(Boolean).map((source) => {
      const piece = { start, end: start + source.length, source, ...formulaOf(source) };
      start = piece.end;
      return piece;
    });
  }

  function formulaOf(source) {
    for (const [open, close, display] of DELIMITERS) {
      if (!source.startsWith(open) || !source.endsWith(close) || source.length <= open.length + close.length) continue;
      const content = source.slice(open.length, -close.length);
      if (open === "$" && !isFormula(content)) continue;
      return { tex: content.trim(), open, close, display };
    }
    return {};
  }

  /** Shows `text` in `node` as the sheet will; `onFormula(piece)` makes every formula a button. */
  function preview(node, text, onFormula = null) {
    const shown = pieces(text).flatMap((piece) => (piece.tex === undefined ? lines(piece.source) : [formula(piece, onFormula)]));
    node.replaceChildren(...shown);
    window.Stepwise.typeset(node);
  }

  const lines = (text) => text.split("\n").flatMap((line, at) => (at ? [document.createElement("br"), line] : [line]));

  function formula(piece, onFormula) {
    const node = document.createElement(piece.display ? "div" : "span");
    node.className = piece.display ? "math display" : "math";
    node.dataset.tex = piece.tex;
    if (piece.display) node.dataset.display = "1";
    node.textContent = piece.tex;
    if (onFormula) {
      node.tabIndex = 0;
      node.setAttribute("role", "button");
      const label = (formula) => node.setAttribute("aria-label", window.Stepwise.say("formula.edit", { formula }));
      label(piece.tex); // until the server has said it in words
      window.Stepwise.formulaInWords?.(piece.tex).then(label, () => {});
      node.addEventListener("click", () => onFormula(piece));
      node.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onFormula(piece);
      });
    }
    return node;
  }

  /** The formula that the caret is in, to be changed; else the selected words, to be made one. */
  function around(text, from, to) {
    const found = pieces(text).find((piece) => piece.tex !== undefined && piece.start < to && from < piece.end);
    return found || { start: from, end: to, tex: text.slice(from, to).trim(), open: "\\(", close: "\\)" };
  }

  /** Where in `text` the words of each region stand, in order; those that the reader has changed are not found. */
  function locate(text, regions) {
    let place = 0;
    return regions.flatMap((region) => {
      const start = text.indexOf(region.text, place);
      if (!region.text || start < 0) return [];
      place = start + region.text.length;
      return [{ region, start, end: place }];
    });
  }

  window.Stepwise.writing = { pieces, preview, around, locate };
})();
