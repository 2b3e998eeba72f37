"""The process that reads one formula at a time with pix2tex: `python -m solver.ocr.formula_reader`, a line of JSON in, one out.

Its package pins old libraries and changes its surroundings (working directory, logging, a clipboard), so it lives here alone. Its
parts are used, not its front: weights from any folder, the likeliest token each time, and how likely the tokens were.
"""

from __future__ import annotations

import base64
import contextlib
import io
import json
import os
import sys
import time
import traceback
import types
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from solver.ocr.weights import NAMES, are_there
from solver.worker_process import confine

MEMORY_BYTES: Final = 2 << 30
"""Of addresses; loaded and reading it has 1.4 GB of them, 640 MB in use."""
MAX_TOKENS: Final = 200
"""Longer is no formula of a school book, and there is no cache of keys: 150 tokens take 4 s, 512 take 45 s."""
RESIZES: Final = 10

Progress = Callable[[float], None]


class Unloadable(Exception):
    """The weights cannot be fetched or do not fit; the text says why."""


def main() -> None:
    """Answer until the input ends."""
    confine(MEMORY_BYTES)
    answers = sys.stdout
    sys.stdout = sys.stderr  # libraries print: that is no answer
    print("{}", file=answers, flush=True)
    serve(sys.stdin, lambda told: print(json.dumps(told), file=answers, flush=True))


def serve(lines: Iterable[str], say: Callable[[dict[str, Any]], None]) -> None:
    """One answer a line. What goes wrong with a formula costs that formula, and is written to stderr."""
    reader: Reader | None = None
    for line in lines:
        request = json.loads(line)
        try:
            if reader is None:
                reader = Reader(
                    Path(request["folder"]),
                    lambda part: say({"waiting": {"reason": "loading", "fraction": round(part, 2)}}),
                )
            if request["do"] == "load":
                say({"loaded": True})
            else:
                latex, confidence = reader.read(base64.b64decode(request["image"]), request["timeout_s"])
                say({"latex": latex, "confidence": confidence})
        except Unloadable as error:
            say({"failed": str(error)})
        except Exception as error:  # noqa: BLE001  # the boundary of a process: the parent must get its line
            traceback.print_exc()
            say({"failed": type(error).__name__})


class Reader:
    """pix2tex's model with its weights from a folder."""

    def __init__(self, folder: Path, progress: Progress) -> None:
        """Fetches the weights where the folder lacks them.

        Raises:
            Unloadable: they cannot be fetched, or are others'.
        """
        if not are_there(folder):
            fetch(folder, lambda part: progress(0.8 * part))
        progress(0.8)
        import torch
        from munch import Munch
        from transformers import PreTrainedTokenizerFast

        with _torchvision_stood_in():
            from pix2tex.cli import minmax_size, pad
            from pix2tex.dataset.transforms import test_transform
            from pix2tex.models import get_model
            from pix2tex.utils import parse_args
            from timm.models.layers import StdConv2dSame
            from timm.models.resnetv2 import ResNetV2
        progress(0.9)
        torch.set_num_threads(1)
        self._torch, self._fit, self._pad, self._normal = torch, minmax_size, pad, test_transform
        settings = _package() / "model"
        self._args = parse_args(Munch(_yaml(settings / "settings" / "config.yaml")), no_cuda=True)
        self._args.wandb, self._args.device = False, "cpu"
        self._tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(settings / "dataset" / "tokenizer.json"))
        self._model = get_model(self._args)
        self._load(self._model, folder / NAMES[0])
        self._resizer: Any = None
        if (folder / NAMES[1]).is_file():
            self._resizer = ResNetV2(
                layers=[2, 3, 3], num_classes=max(self._args.max_dimensions) // 32, global_pool="avg", in_chans=1,
                drop_rate=0.05, preact=True, stem_type="same", conv_layer=StdConv2dSame,
            )  # fmt: skip
            self._load(self._resizer, folder / NAMES[1])
        progress(1.0)

    def _load(self, net: Any, path: Path) -> None:
        try:
            net.load_state_dict(self._torch.load(path, map_location="cpu", weights_only=True))
        except Exception as error:  # torch, pickle and zipfile each have their own
            raise Unloadable(f"{path.name} cannot be loaded") from error
        net.eval()

    def read(self, data: bytes, timeout_s: float) -> tuple[str, float]:
        """LaTeX of one formula, and the mean likelihood of its tokens. Empty for a picture without ink.

        The text so far where `timeout_s` is over.
        """
        import numpy as np
        from PIL import Image
        from pix2tex.utils import post_process, token2str

        image = Image.open(io.BytesIO(data)).convert("L")
        if np.ptp(np.asarray(image)) < 32:  # pix2tex divides by the difference
            return "", 0.0
        until = time.monotonic() + timeout_s
        with self._torch.inference_mode():
            tokens, confidence = self._decode(self._sized(image), until)
        return post_process(token2str(tokens, self._tokenizer)[0]), confidence

    def _sized(self, image: Any) -> Any:
        """The picture as a tensor, in the size that the resizer finds best."""
        from PIL import Image

        minmax_size, pad = self._fit, self._pad
        most, least = self._args.max_dimensions, self._args.min_dimensions
        sized = minmax_size(pad(image), most, least)
        if self._resizer is None:
            return self._tensor(pad(sized))
        start, ratio = sized.convert("RGB"), 1.0
        width, height = start.size
        tensor = self._tensor(sized)
        for _ in range(RESIZES):
            height = max(1, int(height * ratio))
            method = Image.Resampling.BILINEAR if ratio > 1 else Image.Resampling.LANCZOS
            sized = pad(minmax_size(start.resize((width, height), method), most, least))
            tensor = self._tensor(sized)
            width = (int(self._resizer(tensor).argmax(-1).item()) + 1) * 32
            if width == sized.size[0]:
                break
            ratio = width / sized.size[0]
        return tensor

    def _tensor(self, image: Any) -> Any:
        import numpy as np

        return self._normal(image=np.array(image.convert("RGB")))["image"][:1].unsqueeze(0)

    def _decode(self, tensor: Any, until: float) -> tuple[Any, float]:
        """The likeliest tokens. pix2tex itself draws them at a low temperature: then two readings of a picture may differ."""
        torch, args = self._torch, self._args
        context = self._model.encoder(tensor)
        tokens = torch.full((1, 1), args.bos_token, dtype=torch.long)
        likelihoods: list[float] = []
        while len(likelihoods) < MAX_TOKENS and time.monotonic() < until:
            logits = self._model.decoder.net(
                tokens, mask=torch.ones_like(tokens, dtype=torch.bool), context=context
            )
            likely, token = logits[0, -1].softmax(-1).max(-1)
            if int(token) == args.eos_token:
                break
            likelihoods.append(float(likely))
            tokens = torch.cat((tokens, token.view(1, 1)), dim=1)
        mean = sum(likelihoods) / len(likelihoods) if likelihoods else 0.0
        return tokens[:, 1:], mean


def fetch(folder: Path, progress: Progress) -> None:
    """The weights, by pix2tex's own downloader, into a folder of ours.

    Raises:
        Unloadable: there is no network, or no room.
    """
    import requests

    with _torchvision_stood_in():
        from pix2tex.model.checkpoints import get_latest_checkpoint as downloader

    part = folder / "part"
    try:
        part.mkdir(parents=True, exist_ok=True)
        downloader.__file__ = str(part / "here.py")  # it writes beside its own file
        downloader.tqdm = types.SimpleNamespace(tqdm=_bar(progress))
        downloader.download_checkpoints()
        for name in NAMES:
            if (part / name).stat().st_size < 1 << 20:
                raise Unloadable(f"{name} was not sent whole")
        for name in reversed(NAMES):  # the one that is looked for comes last
            (part / name).replace(folder / name)
        part.rmdir()
    except (OSError, requests.RequestException) as error:
        raise Unloadable("the weights could not be fetched") from error


def _bar(progress: Progress) -> type:
    """A stand-in for the downloader's progress bar that tells ours."""

    class Bar:
        def __init__(self, *, total: int = 0, **_: object) -> None:
            self._total, self._done = max(total, 1), 0

        def __enter__(self) -> Bar:
            return self

        def __exit__(self, *_: object) -> None:
            return None

        def update(self, count: int) -> None:
            before = self._done * 50 // self._total
            self._done += count
            if self._done * 50 // self._total != before:
                progress(min(1.0, self._done / self._total))

    return Bar


@contextlib.contextmanager
def _torchvision_stood_in() -> Iterator[None]:
    """timm imports torchvision and uses none of it for this model; beside a CPU build of torch PyPI's cannot be imported.

    Only while importing: transformers looks for it too, and would believe in it.
    """
    os.environ["NO_ALBUMENTATIONS_UPDATE"] = "1"
    import torch  # noqa: F401  # and what it looks for must not be these

    stand_ins = {}
    for name in ("", ".transforms", ".transforms.functional", ".datasets", ".ops", ".ops.misc"):
        module = types.ModuleType("torchvision" + name)
        module.__path__ = []
        module.__getattr__ = _empty_class  # type: ignore[method-assign]
        stand_ins["torchvision" + name] = module
        if name:
            parent, _, own = ("torchvision" + name).rpartition(".")
            setattr(stand_ins[parent], own, module)
    stand_ins["torchvision"].__version__ = "0"  # type: ignore[attr-defined]
    added = {name: module for name, module in stand_ins.items() if name not in sys.modules}
    sys.modules.update(added)
    try:
        yield
    finally:
        for name in added:
            sys.modules.pop(name, None)


def _empty_class(name: str) -> type:
    if name.startswith("__") or name == "InterpolationMode":  # timm does without the latter
        raise AttributeError(name)
    return type(name, (), {})


def _package() -> Path:
    import pix2tex

    return Path(pix2tex.__file__).parent


def _yaml(path: Path) -> Any:
    import yaml

    return yaml.safe_load(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
