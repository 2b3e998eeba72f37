"""Sentences that the solver itself says to a reader, in both languages, by code.

Words of the page are in `ui/locales`; words of a topic stand in the topic.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from solver.errors import KernelDied, KernelUnavailable, ModelUnavailable, PictureRefused, SolverError
from solver.kernel_sentences import KERNELS
from solver.picture_sentences import PICTURES
from solver.ports import Language

SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "empty": (
        "There is no problem yet. Type one, for example: solve x^2 - 5x + 6 = 0.",
        "还没有题目。请输入一道题，例如：解方程 x^2 - 5x + 6 = 0。",
    ),
    "too-long": (
        "This text has {length:,} characters; a problem may have at most {limit:,}. Send just the one problem.",
        "这段文字有 {length:,} 个字符，一道题最多 {limit:,} 个。请只发送一道题。",
    ),
    "not-text": (
        "This looks like the content of a file, not like a problem. Type or paste the problem as text.",
        "这看起来像是文件内容，而不是题目。请以文字形式输入或粘贴题目。",
    ),
    "language": (
        "I read problems in English and in Chinese. Please write this one in one of the two.",
        "我能读懂中文和英文的题目，请用其中一种语言输入。",
    ),
    "declined": (
        "I could not read all of this problem, so I will not guess an answer. What I do not understand: {parts}.",
        "这道题我没有完全读懂，所以不会乱猜答案。没有读懂的部分：{parts}。",
    ),
    "declined-all": (
        "I could not read this as a kind of problem that I can solve, so I will not guess an answer.",
        "我没能认出这是哪一类我会解的题目，所以不会乱猜答案。",
    ),
    "read-as": ("I read some words otherwise than they are typed: {parts}.", "有些字词我按下面的意思来读：{parts}。"),
    "read-as-pair": ("“{typed}” as “{read}”", "“{typed}”读作“{read}”"),
    "no-figure": (
        "The problem refers to something that I cannot see: “{word}”. Say in words what it shows (the points, lengths, angles or values), "
        "then I can work with it.",
        "题目提到了我看不到的图或表：“{word}”。请用文字写出图（表）中的已知条件，例如各点、长度、角度或数据。",
    ),
    "no-mathematics": (
        "I do not see a mathematical question in this text. I am a maths tutor: type a problem, for example: solve x^2 - 5x + 6 = 0.",
        "这段文字里没有数学问题。我是数学辅导老师，请输入一道数学题，例如：解方程 x^2 - 5x + 6 = 0。",
    ),
    "no-object": (
        "What to work on is missing: there is no number and no formula in this text. Write it behind the question, "
        "for example: simplify (x^2 - 1)/(x - 1).",
        "题目里没有数也没有式子，不知道要对什么进行计算。请把它写出来，例如：化简 (x^2 - 1)/(x - 1)。",
    ),
    "no-numbers": (
        "No numbers are told in this problem, so there is nothing to compute with. Add them, and I can solve it.",
        "题目里没有给出数，没有办法计算。请把数补上。",
    ),
    "not-closed": (
        "A bracket is opened and not closed: “{word}”. Close it, and I can read the formula.",
        "有一个括号没有配对：“{word}”。请补上另一半括号，我就能读懂这个式子。",
    ),
    "no-question": (
        "Nothing is asked about \\({word}\\). Say what to do with it, for example: simplify, factor, expand, solve, differentiate, plot.",
        "没有说明要对 \\({word}\\) 做什么。请写明要求，例如：化简、因式分解、展开、解方程、求导、画图。",
    ),
    "notion": (
        "This asks for an explanation of a notion. I explain by solving: give me a problem of this kind, and I show every step and why it is allowed.",
        "这是在问概念。我是通过解题来讲解的：请给我一道这类的题目，我会写出每一步和理由。",
    ),
    "proof": (
        "This asks for a proof, and I do not write proofs. I can compute, solve and check: ask for a value or for the solutions.",
        "这是证明题，我还不会写证明。我可以计算、求解和检验：请改成求值或求解的问题。",
    ),
    "one-number": (
        "Only one number is told here ({word}), and that does not seem to be enough to find what is asked. "
        "Is something missing in the problem?",
        "题目里只有一个数（{word}），看来不足以求出所问的结果。是不是漏写了条件？",
    ),
    "two-readings": (
        "I can read this in two ways: {word}. Is a space in it a times sign, or does another equation begin there? Put a × or a comma there.",
        "这里有两种读法：{word}。中间的空格是乘号，还是另一个等式的开始？请在那里写上 × 或逗号。",
    ),
    "contradiction": (
        "These conditions cannot all hold at once, so there is no answer: {parts}. Look for a slip in one of them; if they are separate "
        "problems, send them one at a time.",
        "这些条件不能同时成立，所以没有答案：{parts}。请检查其中是否有写错的；如果它们是几道不同的题，请分开发送。",
    ),
    "angles-impossible": (
        "There is no such triangle: the angles of a triangle add up to 180°, and these add up to {sum}°. Check the angles.",
        "没有这样的三角形：三角形的内角和是 180°，而题中三个角的和是 {sum}°。请检查各角的度数。",
    ),
    "hypotenuse-impossible": (
        "There is no such right triangle: the hypotenuse is the longest side, so it cannot be {long} beside a leg of {leg}. Check which side is which.",
        "没有这样的直角三角形：斜边是最长的边，直角边为 {leg} 时斜边不可能是 {long}。请检查哪条是斜边。",
    ),
    "chance-impossible": (
        "A probability lies between 0 and 1, so it cannot be {value}. Check that number.",
        "概率在 0 和 1 之间，不可能是 {value}。请检查这个数。",
    ),
    "part-impossible": (
        "A part of {part} cannot belong to a whole of {whole}. Check the numbers.",
        "总数是 {whole}，其中的一部分不可能是 {part}。请检查这两个数。",
    ),
    "vague-amount": (
        "How much is meant by “{word}” is not told, so there is no single answer. Add the number, and I can solve it.",
        "题目没有说明“{word}”具体是多少，所以答案不唯一。请补上这个数。",
    ),
    "not-by": (
        "“{method}” does not work for this problem. These do: {offered}.",
        "这道题不能用“{method}”来解，可以用：{offered}。",
    ),
    "not-by-any": (
        "“{method}” does not work for this problem; I know only one way to solve it. Leave the method out to see it.",
        "这道题不能用“{method}”来解，我只会一种解法。去掉对方法的要求，就可以看到解答。",
    ),
    "one-method": (
        "Ask for one method at a time, not for {method} at once. For this problem I know: {offered}.",
        "一次请只要求一种方法（题目同时要求了{method}）。这道题可以用：{offered}。",
    ),
    "no-methods": ("There is one way to solve this problem.", "这道题只有一种解法。"),
    "suggest": (
        "Try to say it more simply, one question at a time. I can do arithmetic, fractions, percent, units and time; word problems with "
        "prices, parts, ratios, journeys and work; whole numbers, bases, counting and chances, statistics with box plots; equations, "
        "inequalities and systems; polynomials, functions and their graphs; sequences, sums and power series; triangles, circles, areas "
        "and volumes, lines and conics, vectors and matrices; complex numbers; limits, derivatives, extrema, integrals and "
        "differential equations; linear programming.",
        "可以换个更简单的说法，一次只问一个问题。我会做：四则运算、分数、百分数、单位与时间；价格、占比、比例、行程和工程类应用题；整数、进位制、计数与概率、"
        "统计与箱线图；方程、不等式和方程组；多项式、函数及其图像；数列、求和与幂级数；三角形、圆、面积与体积、直线与圆锥曲线、向量与矩阵；复数；"
        "极限、导数、极值、积分与微分方程；线性规划。",
    ),
    "formula": ("This formula cannot be worked with: {why}.", "这个式子无法处理：{why}。"),
    "too-hard": (
        "I gave up on this problem after {seconds:g} seconds: a formula in it is too large or too hard for me. "
        "Make the numbers smaller, or try another model.",
        "这道题我算了 {seconds:g} 秒还没有结果：其中有的式子太大或太难。请把数改小一些，或者换一个模型。",
    ),
    "no-value": (
        "The cell did not give a value that answers the question, so there is no answer to show.",
        "代码没有得到可以作为答案的结果，所以没有答案可以显示。",
    ),
    **KERNELS,
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
    "step-limit": (
        "I stopped after {rounds} rounds of code without an answer. Try again, or ask for a part of the problem.",
        "运行了 {rounds} 轮代码仍然没有得出答案，已停止。请重试，或者只问题目的一部分。",
    ),
    "no-answer": (
        "The solution ended without a final answer. Try again, or say the problem in another way.",
        "解题过程结束了，但没有给出最终答案。请重试，或者换一种说法。",
    ),
    "unchecked": ("No other way to check this answer is known.", "没有其他方法来验证这个答案。"),
    "unchecked-kind": ("answer: \\({answer}\\)", "答案：\\({answer}\\)"),
    "picture": ("A picture of it:", "画出图来看："),
    "not-varied": (
        "There is no number in this problem that could be another one, so there is no other problem of its kind.",
        "这道题中没有可以更换的数，所以无法编出同类的题目。",
    ),
    "none-found": (
        "I found no other problem that is of the same kind and equally hard. Try a problem with other numbers.",
        "没有找到同类型、同难度的其他题目。请换一道数不同的题目试试。",
    ),
    "fewer-found": (
        "I found only {made} problems of this kind that are equally hard.",
        "同类型、同难度的题目只找到 {made} 道。",
    ),
    "no-specimen": (
        "There are no model problems for this topic in this language.",
        "这个类型还没有中文的示例题目。",
    ),
    "code-given-up": (
        "The code keeps failing. Do not write any more code: finish by reasoning alone, answer in \\boxed{{}}.",
        "代码一直出错。不要再写代码，只用推理完成，最后答案放在 \\boxed{{}} 中。",
    ),
    "answer-now": (
        "Give the final answer now, in \\boxed{{}}.",
        "现在请直接给出最终答案，放在 \\boxed{{}} 中。",
    ),
    "thought-enough": (
        "Considering the limited time by the user, I have to give the solution based on the thinking directly now.",
        "考虑到时间有限，我现在必须根据目前的思考直接给出解答。",
    ),
    "model-endless": (
        "The model repeats itself or does not come to an end, so it was stopped. Try again, say the problem in another way, or choose another model.",
        "模型一直在重复，或者无法结束，已停止。请重试，换一种说法，或者换一个模型。",
    ),
    "program-answer": ("The program gives \\(\\boxed{{{answer}}}\\).", "程序给出的答案是 \\(\\boxed{{{answer}}}\\)。"),
    "reason-instead": (
        "The program gave no answer. Do not write any more code: solve the problem by reasoning step by step, answer in \\boxed{{}}.",
        "程序没有给出答案。不要再写代码，请一步一步推理来解这道题，最后答案放在 \\boxed{{}} 中。",
    ),
    "verify": (
        "Now verify this answer with code, in another way than it was found. End with one line: Verification: True, Verification: False, "
        "or Verification: Uncertain.",
        "现在请用代码以另一种方法验证这个答案。最后单独写一行：验证结果：正确、验证结果：错误，或者验证结果：不确定。",
    ),
    "revise": (
        "The verification says that the answer is wrong. Find the mistake, correct the solution, and give the new answer in \\boxed{{}}.",
        "验证表明答案是错误的。请找出错误，改正解答，并把新的答案放在 \\boxed{{}} 中。",
    ),
    "answer-stands": ("The answer is \\(\\boxed{{{answer}}}\\).", "答案是 \\(\\boxed{{{answer}}}\\)。"),
    "verified-true": (
        "the model verified its own answer with code and finds it right; that alone is no proof",
        "模型用代码验证了自己的答案，认为正确；但这本身不是证明",
    ),
    "verified-false": (
        "the model verified its own answer with code and finds it wrong",
        "模型用代码验证了自己的答案，认为有误",
    ),
    "verified-uncertain": (
        "the model tried to verify its own answer with code and is not certain",
        "模型尝试用代码验证自己的答案，但不能确定",
    ),
    "attempt": ("Attempt {number}", "第 {number} 次尝试"),
    "attempts": ("{done} of {of} attempts are done.", "{of} 次尝试中已完成 {done} 次。"),
    "votes": (
        "{agree} of {of} attempts agree: \\(\\boxed{{{answer}}}\\)",
        "{of} 次尝试中有 {agree} 次结果一致：\\(\\boxed{{{answer}}}\\)",
    ),
    "votes-agree": (
        "{agree} of {of} independent attempts agree; that alone is no proof",
        "{of} 次独立尝试中有 {agree} 次结果一致；但这本身不是证明",
    ),
    "scored-best": (
        "Of {of} attempts the reward model rates this one best ({score}): \\(\\boxed{{{answer}}}\\)",
        "在 {of} 次尝试中，奖励模型给这一次的评分最高（{score}）：\\(\\boxed{{{answer}}}\\)",
    ),
    "scored-vote": (
        "{agree} of {of} attempts have the answer that the reward model favours: \\(\\boxed{{{answer}}}\\)",
        "{of} 次尝试中有 {agree} 次得到奖励模型最看好的答案：\\(\\boxed{{{answer}}}\\)",
    ),
    "scored-by": (
        "a reward model prefers it among {of} attempts; that alone is no proof",
        "奖励模型在 {of} 次尝试中选择了它；但这本身不是证明",
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
    "contradicts": (
        "The solution states \\({answer}\\), but the code printed \\({printed}\\) last.",
        "解答中写的是 \\({answer}\\)，但代码最后输出的是 \\({printed}\\)。",
    ),
    "contradicts-how": ("both values compared in the kernel", "在内核中比较这两个值"),
} | PICTURES  # fmt: skip


FORMULA_FAULTS: Final[Mapping[str, str]] = {
    "the formula is too long": "式子太长",
    "the formula is nested too deeply": "括号嵌套太深",
    "a power is too large to write out": "其中一个乘方大得无法写出来",
    "a factorial is too large to write out": "其中一个阶乘大得无法写出来",
    "division by zero": "除数为 0",
    "brackets are needed behind a function": "函数名后面需要加括号",
}
"""What `FormulaError` says about formulas that are well formed, in Chinese; other faults are of spelling."""


def formula_fault(message: str, language: Language) -> str:
    """The sentence about a formula that cannot be worked with.

    >>> formula_fault("division by zero", "zh")
    '这个式子无法处理：除数为 0。'
    """
    return say(
        "formula", language, why=message if language == "en" else FORMULA_FAULTS.get(message, "写法有误")
    )


def say(code: str, language: Language, **values: object) -> str:
    """The sentence for `code`, filled in.

    >>> say("unchecked", "zh")
    '没有其他方法来验证这个答案。'
    """
    english, chinese = SENTENCES[code]
    return (chinese if language == "zh" else english).format(**values)


def sentence_of(error: SolverError, language: Language) -> str:
    """What a reader is told of an error whose sentence takes no other value.

    >>> sentence_of(KernelDied("", cause="memory"), "zh")
    'Python 进程结束了（占用的内存太多），之前的变量已经丢失。下一段代码会在新的进程中运行。'
    """
    if isinstance(error, KernelDied):
        if error.cause == "lost":
            return say("kernel-lost", language)
        return say(error.code, language, why=say(f"died-{error.cause}", language) if error.cause else "")
    if isinstance(error, KernelUnavailable) and error.cause:
        return say(f"kernel-{error.cause}", language)
    if isinstance(error, ModelUnavailable | PictureRefused):
        return say(error.code, language, **error.values)
    return say(error.code, language)
