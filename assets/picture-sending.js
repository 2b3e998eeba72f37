// A picture to this server and what it says while it reads. Nothing else is ever sent anywhere, and nothing to any other place.
"use strict";

(() => {
  const QUIET_MS = 15000; // the server says something twice a second
  const OFFLINE = { key: "failure.offline", again: true };

  /**
   * Reads `blob`; resolves to the reading, rejects with {words} or {key} of a sentence and `again`, whether the same may be tried later.
   * `told` hears {sent: 0…1} and what the engine waits for. Aborting `signal` stops the engine.
   */
  function read(blob, { content, told, signal }) {
    if (blob.size > window.StepwiseData.picture_bytes) {
      return Promise.reject({ key: "picture.large-file", values: { limit: window.StepwiseData.picture_bytes >> 20 }, again: false });
    }
    return new Promise((done, failed) => {
      const request = new XMLHttpRequest(); // fetch cannot say how much has been sent
      let place = 0;
      let timer = 0;
      const listen = () => {
        clearTimeout(timer);
        timer = setTimeout(() => request.abort(), QUIET_MS);
      };
      const end = (settle, value) => {
        clearTimeout(timer);
        settle(value);
      };
      const lines = () => {
        const text = request.responseText;
        for (let close = text.indexOf("\n", place); close >= 0; close = text.indexOf("\n", place)) {
          const line = text.slice(place, close).trim();
          place = close + 1;
          if (line) hear(JSON.parse(line));
        }
      };
      const hear = ({ wait, reading, error }) => {
        if (wait) told(wait);
        if (reading) end(done, reading);
        if (error) end(failed, error);
      };
      request.open("POST", `pictures?content=${content}`);
      request.setRequestHeader("Content-Type", "application/octet-stream");
      request.upload.onprogress = (event) => told({ sent: event.loaded / event.total });
      request.upload.onload = () => {
        told({ sent: 1 });
        listen();
      };
      request.onprogress = () => {
        listen();
        if (request.status === 200) lines();
      };
      request.onload = () => {
        try {
          if (request.status === 200) lines();
          else hear(JSON.parse(request.responseText));
        } catch {
          // a proxy's own page, or a cut line
        }
        end(failed, OFFLINE); // does nothing where it is settled
      };
      request.onerror = request.onabort = () => end(failed, OFFLINE);
      signal.addEventListener("abort", () => request.abort());
      request.send(blob);
    });
  }

  /** The sentence of an error or a note in the page's language. */
  const sentence = ({ words, key, values }) => words?.[window.Stepwise.language()] ?? words?.en ?? window.Stepwise.say(key, values);

  window.Stepwise.sending = { read, sentence };
})();
