"""Sentences about who writes solutions: a server of models that does not answer, a model that cannot be loaded, the line before one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

MODELS: Final[Mapping[str, tuple[str, str]]] = {
    "model-unavailable": ("The model cannot be used: {why}.", "模型无法使用：{why}。"),
    "no-address": (
        "STEPWISE_OPENAI_BASE_URL is not the address of a server. Write it as http://localhost:8000/v1.",
        "STEPWISE_OPENAI_BASE_URL 不是服务器地址。请写成 http://localhost:8000/v1 这样的形式。",
    ),
    "no-key": (
        "STEPWISE_OPENAI_API_KEY holds characters that no key has, such as a space or a line break. Copy the key again.",
        "STEPWISE_OPENAI_API_KEY 中有密钥不应包含的字符，例如空格或换行。请重新复制密钥。",
    ),
    "no-server": (
        "No model server answers at {server}. Start it, or set STEPWISE_OPENAI_BASE_URL to its address.",
        "{server} 处没有模型服务器响应。请启动它，或者把 STEPWISE_OPENAI_BASE_URL 设为它的地址。",
    ),
    "no-model-server": (
        "What answers at {server} is not an OpenAI-compatible model server. Check STEPWISE_OPENAI_BASE_URL: the address usually ends in /v1.",
        "{server} 处的服务不是兼容 OpenAI 接口的模型服务器。请检查 STEPWISE_OPENAI_BASE_URL：地址通常以 /v1 结尾。",
    ),
    "no-such-model": (
        "The model server at {server} has no model “{model}”. Set STEPWISE_MODEL to openai:NAME with the name of one that it has.",
        "{server} 处的模型服务器没有模型“{model}”。请把 STEPWISE_MODEL 设为 openai:名称，名称是它已有的模型。",
    ),
    "no-such-model-of": (
        "The model server at {server} has no model “{model}”. It has: {known}. Set STEPWISE_MODEL to openai:NAME with one of these names.",
        "{server} 处的模型服务器没有模型“{model}”。它有：{known}。请把 STEPWISE_MODEL 设为 openai:名称，名称取其中之一。",
    ),
    "key-missing": (
        "The model server wants a key, and none is set. Set STEPWISE_OPENAI_API_KEY ({server}).",
        "模型服务器需要密钥，但没有设置。请设置 STEPWISE_OPENAI_API_KEY（{server}）。",
    ),
    "key-refused": (
        "The model server at {server} refused the key. Check STEPWISE_OPENAI_API_KEY, and whether the key may use this model.",
        "{server} 处的模型服务器拒绝了密钥。请检查 STEPWISE_OPENAI_API_KEY，以及该密钥是否可以使用这个模型。",
    ),
    "quota-spent": (
        "The account at the model server {server} has no credit left. Add some, or choose another model.",
        "模型服务器 {server} 的账户额度已用完。请充值，或者换一个模型。",
    ),
    "server-busy": (
        "The model server at {server} has too many requests just now. Wait a minute and try again.",
        "{server} 处的模型服务器现在请求太多。请稍等一分钟再试。",
    ),
    "server-broken": (
        "The model server at {server} reports an error of its own ({status}). Try again; if it stays, look into its log.",
        "{server} 处的模型服务器自身出错（{status}）。请重试；如果仍然出错，请查看它的日志。",
    ),
    "request-refused": (
        "The model server at {server} refused the request ({status}). Choose another model, or look into the log for its reason.",
        "{server} 处的模型服务器拒绝了请求（{status}）。请换一个模型，或者在日志中查看原因。",
    ),
    "server-silent": (
        "The model server at {server} has sent nothing for {seconds:g} seconds. It may be overloaded: try again later.",
        "{server} 处的模型服务器已经 {seconds:g} 秒没有发送任何内容，可能负载过高，请稍后再试。",
    ),
    "tools-refused": (
        "The model server at {server} cannot let “{model}” call tools. Start it so that it can (vLLM: --enable-auto-tool-choice with "
        "--tool-call-parser; llama.cpp: --jinja), or choose another model.",
        "{server} 处的模型服务器不能让“{model}”调用工具。请在启动时打开这项功能（vLLM：--enable-auto-tool-choice 和 --tool-call-parser；"
        "llama.cpp：--jinja），或者换一个模型。",
    ),
    "context-full": (
        "This solution has become too long for {model} to read. Start again, or give it a shorter problem.",
        "解答过程太长，{model} 已经无法读完。请重新开始，或者把题目写短一些。",
    ),
    "broke-off": (
        "The model server at {server} broke off in the middle of the answer. Try again.",
        "{server} 处的模型服务器在回答过程中断开了。请重试。",
    ),
    "empty-answer": (
        "{model} answered with nothing. Try again, or choose another model.",
        "{model} 没有给出任何回答。请重试，或者换一个模型。",
    ),
    "go-on": (
        "Go on from exactly where you stopped; repeat nothing.",
        "请从刚才停下的地方接着写，不要重复已经写过的内容。",
    ),
    "loading": ("The model is being loaded. {percent}", "正在加载模型。{percent}"),
    "queued": ("Waiting in line: {ahead} before you.", "正在排队，前面还有 {ahead} 位。"),
    "next-in-line": ("Next in line.", "马上轮到你。"),
    "line-full": (
        "{waiting} students are waiting for this model already. Try again in a few minutes, or choose the built-in tutor.",
        "已经有 {waiting} 位同学在等待这个模型。请几分钟后再试，或者选择内置的辅导老师。",
    ),
    "memory-full": (
        "There was not enough memory for this solution; the others go on. Try again in a while, or choose a smaller model.",
        "内存不足，无法继续这道题的解答，其他同学不受影响。请稍后再试，或者换一个更小的模型。",
    ),
    "model-broke": (
        "The computation of the model failed; the reason is in the log. Try again, or choose another model.",
        "模型在计算时出错，原因已写入日志。请重试，或者换一个模型。",
    ),
    "model-closed": ("The model is being shut down. Try again later.", "模型正在关闭，请稍后再试。"),
    "too-large": (
        "{model} needs about {need:.1f} GB of memory, and {free:.1f} GB are free. A model with up to {fits:.1f} billion "
        "parameters, in 4 bits, would fit: set STEPWISE_MODEL to a smaller one.",
        "{model} 大约需要 {need:.1f} GB 内存，而可用的只有 {free:.1f} GB。以 4 比特加载时，参数不超过 {fits:.1f}B 的模型可以放下："
        "请把 STEPWISE_MODEL 设为更小的模型。",
    ),
    "no-model": (
        "There is no model “{model}”, neither as a folder nor on the hub (a private one needs HF_TOKEN). Check the name in STEPWISE_MODEL.",
        "找不到模型“{model}”：既没有这样的文件夹，模型库里也没有（私有模型需要设置 HF_TOKEN）。请检查 STEPWISE_MODEL 中的名称。",
    ),
    "no-adapter": (
        "There is no adapter “{model}” that fits this model. Check STEPWISE_ADAPTER, and that it was trained for it.",
        "找不到适用于该模型的适配器“{model}”。请检查 STEPWISE_ADAPTER，并确认它是为这个模型训练的。",
    ),
    "model-gated": (
        "{model} may only be read by those whom its owners let in. Ask for access on its page, and set HF_TOKEN to your token.",
        "{model} 需要获得作者许可才能使用。请在它的页面申请访问权限，并把 HF_TOKEN 设为您的令牌。",
    ),
    "model-unreachable": (
        "{model} is not on this machine, and the hub cannot be reached. Check the network, or give the path of a folder.",
        "本机上没有 {model}，也无法连接模型库。请检查网络，或者改为填写本机文件夹的路径。",
    ),
    "model-broken": (
        "{model} cannot be loaded: it is not a text model that this version of transformers reads, or has no safetensors "
        "weights; the log says which. Choose another one.",
        "无法加载 {model}：它不是当前 transformers 版本能读取的文本模型，或者没有 safetensors 格式的权重，详情见日志。请换一个模型。",
    ),
    "reward-not-set": (
        "This way of solving needs a reward model: set STEPWISE_REWARD_MODEL to the folder of one, or choose another way. "
        "`python -m training reward-model` makes them.",
        "这种解题方式需要奖励模型：请把 STEPWISE_REWARD_MODEL 设为奖励模型所在的文件夹，或者换一种解题方式。可用 `python -m training reward-model` 训练奖励模型。",
    ),
    "no-reward-model": (
        "There is no reward model “{model}”. Check STEPWISE_REWARD_MODEL.",
        "找不到奖励模型“{model}”。请检查 STEPWISE_REWARD_MODEL。",
    ),
    "not-reward-model": (
        "{model} is not a reward model: it has no head that gives one score. Check STEPWISE_REWARD_MODEL.",
        "{model} 不是奖励模型：它没有输出单个评分的结构。请检查 STEPWISE_REWARD_MODEL。",
    ),
}  # fmt: skip
