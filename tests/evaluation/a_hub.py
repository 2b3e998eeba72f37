"""A small stand-in for the Hugging Face hub: one data set with two commits, of which one is the newest."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import unquote, urlsplit

REPOSITORY = "own/set"
FIRST, SECOND = "a" * 40, "b" * 40


class Hub:
    """Serves `files` (by commit, the text of `test.jsonl`); `newest` is the commit of `main`."""

    def __init__(self, files: dict[str, str], newest: str) -> None:
        self.files, self.newest = files, newest
        hub = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, format: str, *args: object) -> None:  # the name is the library's
                """Say nothing."""

            def do_HEAD(self) -> None:  # the name is the library's
                self.do_GET()

            def do_POST(self) -> None:  # the name is the library's
                asked = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
                path = urlsplit(self.path).path
                commit = hub.commit(path.rpartition("/")[2])
                told = [hub.entry(commit)] if "paths-info" in path and "test.jsonl" in unquote(asked) else []
                self._say(200, json.dumps(told), commit)

            def do_GET(self) -> None:  # the name is the library's
                parts = unquote(urlsplit(self.path).path).strip("/").split("/")
                if parts[:4] == ["api", "datasets", *REPOSITORY.split("/")]:
                    commit = hub.commit(parts[5] if len(parts) > 5 else "main")
                    if "tree" in parts:
                        self._say(200, json.dumps([hub.entry(commit)]), commit)
                    else:
                        self._say(200, json.dumps(hub.about(commit)), commit)
                elif parts[:4] == ["datasets", *REPOSITORY.split("/"), "resolve"] and parts[5:] == [
                    "test.jsonl"
                ]:
                    commit = hub.commit(parts[4])
                    self._say(200, hub.files[commit], commit)
                else:
                    self._say(404, "{}", "", error="EntryNotFound")

            def _say(self, status: int, text: str, commit: str, error: str = "") -> None:
                body = text.encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Content-Type", "application/json")
                if commit:
                    self.send_header("X-Repo-Commit", commit)
                    self.send_header("ETag", f'"{commit}"')
                if error:
                    self.send_header("X-Error-Code", error)
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}"

    def commit(self, revision: str) -> str:
        """The commit that a name stands for."""
        return self.newest if revision == "main" else revision

    def entry(self, commit: str) -> dict[str, object]:
        """The one file, as the hub lists it."""
        return {"type": "file", "path": "test.jsonl", "size": len(self.files[commit].encode()), "oid": commit}

    def about(self, commit: str) -> dict[str, object]:
        """The data set, as the hub describes it."""
        return {
            "id": REPOSITORY, "sha": commit, "private": False, "disabled": False, "gated": False, "downloads": 0,
            "likes": 0, "tags": [], "siblings": [{"rfilename": "test.jsonl"}],
        }  # fmt: skip
