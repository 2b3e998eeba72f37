// A conversation as a file: the dialog of the sidebar that asks for the format, and the download.
"use strict";

(() => {
  const Stepwise = window.Stepwise;
  const { say, localize } = Stepwise;

  /** The conversation as a file: the dialog stays until the browser has it, or says why there is none. */
  function exportAsked(line, { ask, words, text, dialog }) {
    const told = words("side.export.words", "side-told");
    told.setAttribute("role", "status");
    const save = (format) => async () => {
      for (const button of dialog.querySelectorAll("[data-index]:not(.ghost)")) button.disabled = true;
      told.dataset.i18n = "side.export.making";
      localize(dialog);
      const wrong = await download(`conversations/${line.id}/export?format=${format}&lang=${Stepwise.language()}`);
      if (!dialog.open || !told.isConnected) return;
      if (!wrong) return dialog.close();
      for (const button of dialog.querySelectorAll("[data-index]")) button.disabled = false;
      delete told.dataset.i18n;
      told.textContent = wrong;
    };
    const formats = ["pdf", "ipynb", "html", "md"].map((format) => [`side.export.${format}`, "", save(format)]);
    ask("side.export.title", [text(line.title, "side-named"), told], [...formats, ["cell.cancel", "ghost", () => dialog.close()]]);
  }

  /** Saves what the server sends under the name that it gives; a sentence where it sends none. */
  async function download(path) {
    try {
      const answer = await fetch(path);
      if (!answer.ok) {
        const { code, message } = await answer.json();
        return message || say(code === "no-cookie" ? "side.no-cookie" : `failure.${code}`);
      }
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await answer.blob());
      const named = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("Content-Disposition"));
      link.download = named ? decodeURIComponent(named[1]) : "stepwise";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser may still be reading it
      return "";
    } catch {
      return say("failure.offline");
    }
  }

  Object.assign(Stepwise, { exportAsked });
})();
