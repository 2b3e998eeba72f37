"""A kept pattern is the pattern; a file that is not ours changes nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver import compiled
from solver.models import rehearsal

ROOT = Path(__file__).resolve().parents[1]
PATTERNS = [
    (r"(?P<n>\\d+)\\s*(?P<unit>kg|g)?", re.IGNORECASE),
    (r"(?<![A-Za-z])([a-z])(?=\\s*=)", 0),
    (r"[\u3400-\u9fff]{2,}(?:元|角|分)", 0),
    (r"^(?:(a)|b(?(1)c|d))*$", re.MULTILINE | re.DOTALL),
    (r"\\bhow\\s+(?:much|many)\\b.*?\\?", re.IGNORECASE | re.DOTALL),
    (r"(?i:x)[^\\W\\d_]+|\\w{3}", 0),
]
TEXTS = st.text("abcdx 0123456789kgKG元角分千克=?howmuch\\n", max_size=40)


@pytest.fixture
def shelf(tmp_path: Path) -> compiled._Shelf:
    """A file of the patterns, written and read again."""
    file = tmp_path / "kept.patterns"
    compiled.write(file, {key: compiled._make(*key) for key in map(_key, PATTERNS)})
    compiled.write(file, {**compiled._Shelf(file).all(), ("more", 0): compiled._make("more", 0)})
    return compiled._Shelf(file)


def _key(pattern: tuple[str, int]) -> tuple[str, int]:
    return pattern[0], int(pattern[1])


@pytest.mark.parametrize("pattern", PATTERNS, ids=[p for p, _ in PATTERNS])
def test_a_kept_pattern_finds_what_the_pattern_finds(
    pattern: tuple[str, int], shelf: compiled._Shelf
) -> None:
    true = compiled._original(*_key(pattern))
    kept = compiled._pattern(pattern[0], *shelf.code(_key(pattern)))
    assert (kept.pattern, kept.flags, kept.groups, kept.groupindex) == (
        true.pattern, true.flags, true.groups, true.groupindex,
    )  # fmt: skip

    @given(TEXTS)
    def alike(text: str) -> None:
        assert [m.groups() for m in kept.finditer(text)] == [m.groups() for m in true.finditer(text)]
        assert [m.span() for m in kept.finditer(text)] == [m.span() for m in true.finditer(text)]

    alike()


def test_a_reading_process_imports_no_topic_before_patterns_are_kept() -> None:
    """Those of topics that come before are compiled anew at each start: it took twice as long."""
    code = "import sys, solver.models.reading_process; print([m for m in sys.modules if m.startswith('solver.topics.stories')])"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


@pytest.mark.parametrize("content", [b"", b"x", b"\xff" * 4000, (8).to_bytes(8, "little") + b"12345678"])
def test_a_file_that_is_not_ours_is_none(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "kept.patterns"
    file.write_bytes(content)
    assert compiled._Shelf(file).index == {}


def test_patterns_of_another_interpreter_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "kept.patterns"
    compiled.write(file, {("a", 0): compiled._make("a", 0)})
    assert compiled._Shelf(file).index
    monkeypatch.setattr(compiled, "_magic", lambda: ("another",))
    assert compiled._Shelf(file).index == {}


def test_a_bad_pattern_is_a_bad_pattern() -> None:
    with pytest.raises(re.error):
        re.compile("(")


@pytest.mark.parametrize("how", ["keep", "renew"])
def test_a_process_finds_what_another_compiled(how: str, tmp_path: Path) -> None:
    program = """
import re, sys
from pathlib import Path
from solver import compiled
compiled.place = lambda: Path(sys.argv[1])
compiled.install()
assert re.compile("(kept|for)ever").match("forever")[1] == "for"
print(len(compiled._fresh))
compiled.{}()
"""
    said = [
        subprocess.run(
            [sys.executable, "-c", program.format(how), str(tmp_path / "kept.patterns")],
            cwd=ROOT, capture_output=True, text=True, check=True,
        ).stdout
        for _ in range(2)
    ]  # fmt: skip
    assert int(said[0]) >= 1 and int(said[1]) == 0


def test_a_renewed_file_has_what_was_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "kept.patterns"
    used, unused, fresh = ("used(?=d)", 32), ("of another version", 32), ("new here", 32)
    compiled.write(file, {key: compiled._make(*key) for key in (used, unused)})
    for name, value in {
        "place": lambda: file,
        "_shelf": compiled._Shelf(file),
        "_patterns": {},
        "_fresh": {},
    }.items():
        monkeypatch.setattr(compiled, name, value)
    for key in (used, fresh):
        compiled._compile(*key)
    compiled.renew()
    assert set(compiled._Shelf(file).index) == {used, fresh}


def test_a_rehearsal_is_due_after_a_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsal, "ROOT", tmp_path)
    monkeypatch.setattr(compiled, "place", lambda: tmp_path / "kept.patterns")
    (tmp_path / "module.py").touch()
    assert rehearsal.is_due()
    (tmp_path / "kept.patterns").touch()
    os.utime(tmp_path / "kept.patterns", (2e9, 2e9))
    assert not rehearsal.is_due()
    os.utime(tmp_path / "module.py", (3e9, 3e9))
    assert rehearsal.is_due()
