"""Make `characters.txt` and `words.txt` anew: `python -m solver.reader.sounds.make PYPINYIN.whl JIEBA.tar.gz`, files as `pip download` brings them.

Characters are those of GB 2312, which every input method for simplified characters has. Each has its most usual sound; `SEVERAL` are those with more than one in daily use.
Words are two characters that jieba's dictionary counts often, and those of any length that sound like one of `homophones.VOCABULARY`.
"""

from __future__ import annotations

import json
import sys
import tarfile
import unicodedata
import zipfile
from collections import defaultdict
from itertools import product
from pathlib import Path
from typing import Final

from solver.reader.homophones import VARIANTS, VOCABULARY

OFTEN: Final = 300
SELDOM: Final = 5
"""Counts of jieba's dictionary."""
SEVERAL: Final = {
    c: tuple(s.split("/"))
    for c, s in (
        row.split(":")
        for row in """长:chang/zhang 重:zhong/chong 乘:cheng 得:de/dei 行:hang/xing 还:hai/huan 着:zhe/zhao 了:le/liao 地:di/de 的:de 数:shu 为:wei 少:shao
        分:fen 相:xiang 差:cha/chai 系:xi/ji 解:jie 率:lv/shuai 角:jiao 正:zheng 和:he 模:mo/mu 都:dou/du 单:dan 切:qie 式:shi 没:mei 几:ji 调:diao/tiao 传:chuan/zhuan
        弹:dan/tan 降:jiang 便:bian/pian 觉:jue/jiao 校:xiao/jiao 间:jian 空:kong 量:liang 教:jiao 曾:ceng/zeng 藏:cang/zang 朝:chao/zhao 称:cheng/chen 盛:sheng/cheng
        省:sheng/xing 会:hui/kuai 奇:qi/ji 济:ji 给:gei 合:he 乐:le/yue 石:shi 折:zhe 种:zhong 转:zhuan 载:zai 恶:e/wu 厦:sha/xia 大:da 期:qi 什:shen 价:jia""".split()
    )
}


def main(pypinyin: Path, jieba: Path) -> None:
    readings = _characters(pypinyin)
    characters = defaultdict[str, list[str]](list)
    for character, sounds in readings.items():
        for sound in sounds:
            characters[sound].append(character)
    here = Path(__file__).parent
    (here / "characters.txt").write_text(
        "".join(f"{sound} {''.join(same)}\n" for sound, same in sorted(characters.items())), "utf-8"
    )
    meant = {sounds for word in VOCABULARY for sounds in product(*(readings[c] for c in word))}
    words = {
        word
        for word, count in _counts(jieba).items()
        if all(c in readings for c in word)
        and word not in VARIANTS
        and (
            (len(word) == 2 and count >= OFTEN)
            or (count >= SELDOM and meant.intersection(product(*(readings[c] for c in word))))
        )
    }
    lines = defaultdict[str, list[str]](list)
    for word in sorted(words):
        lines[word[0]].append(word)
    (here / "words.txt").write_text("".join(" ".join(line) + "\n" for line in lines.values()), "utf-8")


def _characters(wheel: Path) -> dict[str, tuple[str, ...]]:
    with zipfile.ZipFile(wheel) as archive:
        table: dict[str, str] = json.loads(archive.read("pypinyin/pinyin_dict.json"))
    made: dict[str, tuple[str, ...]] = {}
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            character = bytes((high, low)).decode("gb2312", "ignore")
            if character:
                made[character] = SEVERAL.get(
                    character, (_without_tone(table[str(ord(character))].split(",")[0]),)
                )
    return made


def _without_tone(syllable: str) -> str:
    """ü is typed as v."""
    parts = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(c for c in parts if not unicodedata.combining(c))


def _counts(archive: Path) -> dict[str, int]:
    with tarfile.open(archive) as files:
        name = next(name for name in files.getnames() if name.endswith("/jieba/dict.txt"))
        dictionary = files.extractfile(name)
        assert dictionary is not None
        rows = (line.split() for line in dictionary.read().decode("utf-8").splitlines())
        return {row[0]: int(row[1]) for row in rows}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
