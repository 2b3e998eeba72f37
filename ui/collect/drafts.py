"""A draft: what a teacher types, before it is an example. Outputs are never part of it; they come from the kernel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from solver.errors import ProblemRefused
from solver.events import Answer, Done, Event
from solver.intake import accept
from solver.latex import boxed
from solver.ports import Language, Problem
from solver.transcript import Cell, Prose, fold
from ui.i18n import problem_language

Kind: TypeAlias = Literal["prose", "cell"]
MOST_PARTS: Final = 40
LONGEST_PART: Final = 20_000
LONGEST_ANSWER: Final = 2_000
LONGEST_LABEL: Final = 200
LABELS: Final = ("source", "licence", "reference", "subject", "level")
_LICENCE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]{0,63}")
_FENCE: Final = re.compile(r"^\s*(?:```|~~~)", re.MULTILINE)
_DELIMITERS: Final = re.compile(r"^(?:\$\$?|\\\(|\\\[)\s*(.*?)\s*(?:\$\$?|\\\)|\\\])$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Fault:
    """What keeps a draft from being an example: the key of a sentence, its values, and the part or field that it is about."""

    code: str
    values: Mapping[str, object]
    at: int | str = ""

    def told(self) -> dict[str, Any]:
        """For the page's script."""
        return {"code": self.code, "values": dict(self.values), "at": self.at}


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of prose, or a cell."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A problem, its solution in parts, and what is said of it."""

    problem: str
    language: Language
    parts: tuple[Part, ...]
    answer: str
    labels: Mapping[str, str]

    def faults(self) -> list[Fault]:
        """What is wrong with it as it stands, before anything runs; empty where nothing is."""
        found = [fault] if (fault := problem_fault(self.problem, self.language)) is not None else []
        if not self.parts:
            found.append(Fault("no-solution", {}))
        if len(self.parts) > MOST_PARTS:
            found.append(Fault("many-parts", {"most": MOST_PARTS}))
        for number, part in enumerate(self.parts):
            if len(part.text) > LONGEST_PART:
                found.append(Fault("long-part", {"number": number + 1, "most": LONGEST_PART}, number))
            elif _FENCE.search(part.text):
                found.append(Fault(f"fence-{part.kind}", {"number": number + 1}, number))
        if not self.answer:
            found.append(Fault("no-answer", {}, "answer"))
        if len(self.answer) > LONGEST_ANSWER:
            found.append(Fault("long-answer", {"most": LONGEST_ANSWER}, "answer"))
        if not self.labels["source"]:
            found.append(Fault("no-source", {}, "source"))
        if not _LICENCE.fullmatch(self.labels["licence"]):
            found.append(Fault("no-licence", {}, "licence"))
        found += [
            Fault("long-label", {"most": LONGEST_LABEL}, name)
            for name, text in self.labels.items()
            if len(text) > LONGEST_LABEL
        ]
        return found

    def record(self) -> dict[str, Any]:
        """For the page's script; `draft` reads it."""
        return {
            "problem": self.problem,
            "language": self.language,
            "parts": [{"kind": part.kind, "text": part.text} for part in self.parts],
            "answer": self.answer,
            **self.labels,
        }


def draft(sent: Mapping[str, Any]) -> Draft:
    r"""What a page sent; whatever is not of the right kind counts as empty. Parts of white space are left out.

    Its `language` is that of the page, for a problem without words.

    >>> draft({"problem": " 1 + 1 ", "parts": [{"kind": "cell", "text": "1+1\n"}, {"kind": "prose", "text": " "}], "answer": r"\(2\)"}).record()["answer"]
    '2'
    """
    texts = {name: _text(sent.get(name)).strip() for name in ("problem", "answer", *LABELS)}
    parts = sent.get("parts")
    kept = tuple(
        Part("cell" if one.get("kind") == "cell" else "prose", _text(one.get("text")).strip("\n").rstrip())
        for one in (parts if isinstance(parts, list) else ())
        if isinstance(one, dict) and _text(one.get("text")).strip()
    )
    language = problem_language(texts["problem"], _text(sent.get("language")))
    answer = _DELIMITERS.sub(r"\1", texts["answer"])
    return Draft(texts["problem"], language, kept, answer, {name: texts[name] for name in LABELS})


def problem_fault(text: str, language: Language) -> Fault | None:
    """Why a text cannot be a problem, if it cannot."""
    try:
        accept(text, language)
    except ProblemRefused as error:
        return Fault("problem", {"why": str(error)}, "problem")
    return None


def of_stream(problem: Problem, events: Iterable[Event], labels: Mapping[str, str]) -> Draft:
    """A stream as a draft. What comes behind the answer is how it was checked, and no part of the solution.

    A solution without an answer of its own has that of its last box.
    """
    parts, answer = list[Part](), ""
    for block in fold(events):
        match block:
            case Prose(text=text) if text.strip():
                parts.append(Part("prose", text.strip("\n").rstrip()))
            case Cell(source=source) if source.strip():
                parts.append(Part("cell", source.strip("\n").rstrip()))
            case Answer(latex=latex):
                answer = latex
                break
            case _:
                pass
    said = "\n".join(part.text for part in parts if part.kind == "prose")
    known = dict.fromkeys(LABELS, "") | dict(labels)
    return Draft(problem.text, problem.language, tuple(parts), answer or boxed(said) or "", known)


def ending(answer: str) -> tuple[Event, ...]:
    """How the stream of an example ends."""
    return (Answer(answer), Done("answered"))


def _text(found: object) -> str:
    """A text as files and databases take it: no NUL, no half of a surrogate pair."""
    text = found if isinstance(found, str) else ""
    return text.replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")
