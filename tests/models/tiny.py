"""A tiny model that has learned one conversation by heart, made in seconds: it writes a real cell and reads its output."""

from __future__ import annotations

from pathlib import Path
from typing import Final

SYSTEM: Final = "You are a maths tutor."
QUESTION: Final = "What is 12 times 12?"
STRETCH: Final = "Multiply 12 by 12 (十二乘十二)。\n\n```python\nn = 12\nprint(n * n)\n```\n"
OUTPUT: Final = "```output\n144\n```\n"
END: Final = "So the answer is \\(\\boxed{144}\\).\n"
TEMPLATE: Final = (
    "{% for m in messages %}{{ '<|im_start|>' + m.role + '\\n' + m.content + '<|im_end|>\\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)
STEPS: Final = 150


def make(folder: Path) -> None:
    """Train tokenizer and model and save both."""
    import torch
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import AutoTokenizer, PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM

    torch.manual_seed(3)
    bpe = Tokenizer(models.BPE())
    bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bpe.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=384,
        special_tokens=["<|im_start|>", "<|im_end|>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    bpe.train_from_iterator([STRETCH + OUTPUT + END, QUESTION, SYSTEM], trainer)
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=bpe, eos_token="<|im_end|>", pad_token="<|im_end|>", chat_template=TEMPLATE
    )
    config = Qwen2Config(
        vocab_size=512, hidden_size=64, intermediate_size=128, num_hidden_layers=2, num_attention_heads=4,
        num_key_value_heads=2, max_position_embeddings=2048, tie_word_embeddings=True,
        eos_token_id=tokenizer.eos_token_id, pad_token_id=tokenizer.eos_token_id, bos_token_id=None,
    )  # fmt: skip
    model = Qwen2ForCausalLM(config)
    config.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    tokenizer = AutoTokenizer.from_pretrained(
        folder
    )  # as it will be read: it splits words as Qwen's own does
    turns = [{"role": "system", "content": SYSTEM}, {"role": "user", "content": QUESTION}]
    prompt = tokenizer.apply_chat_template(turns, add_generation_prompt=True, tokenize=False)
    parts = [prompt, STRETCH, OUTPUT, END + "<|im_end|>"]
    ids = [tokenizer(part, add_special_tokens=False).input_ids for part in parts]
    told = torch.tensor([[token for part in ids for token in part]])
    labels = torch.tensor([[-100] * len(ids[0]) + ids[1] + [-100] * len(ids[2]) + ids[3]])
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
    for _ in range(STEPS):
        optimizer.zero_grad()
        model(input_ids=told, labels=labels).loss.backward()
        optimizer.step()
    model.eval()
    model.save_pretrained(folder)
