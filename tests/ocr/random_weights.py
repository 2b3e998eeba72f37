"""`python -m tests.ocr.random_weights FOLDER`: a checkpoint of pix2tex's shape with random numbers, as its real one would lie there.

It reads nothing rightly; it proves the way from a folder to an answer.
"""

from __future__ import annotations

import sys
from pathlib import Path

from solver.ocr import formula_reader
from solver.ocr.weights import NAMES


def main(folder: Path) -> None:
    """Write both files."""
    import torch
    from munch import Munch

    with formula_reader._torchvision_stood_in():
        from pix2tex.models import get_model
        from pix2tex.utils import parse_args
        from timm.models.layers import StdConv2dSame
        from timm.models.resnetv2 import ResNetV2
    torch.manual_seed(0)
    settings = formula_reader._yaml(formula_reader._package() / "model" / "settings" / "config.yaml")
    arguments = parse_args(Munch(settings), no_cuda=True)
    arguments.wandb, arguments.device = False, "cpu"
    model = get_model(arguments)
    net = model.decoder.net
    with (
        torch.no_grad()
    ):  # towards ordinary tokens, so that there is something to show, and at the eighth place to the end
        net.to_logits.bias[100:200] += 3.0
        net.pos_emb.emb.weight[8:] = 1000.0 * net.to_logits.weight[arguments.eos_token].sign()
        net.to_logits.weight[arguments.eos_token] *= 20
    torch.save(model.state_dict(), folder / NAMES[0])
    resizer = ResNetV2(
        layers=[2, 3, 3], num_classes=max(arguments.max_dimensions) // 32, global_pool="avg", in_chans=1,
        drop_rate=0.05, preact=True, stem_type="same", conv_layer=StdConv2dSame,
    )  # fmt: skip
    torch.save(resizer.state_dict(), folder / NAMES[1])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
