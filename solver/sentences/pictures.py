"""Sentences about pictures that were sent as problems, in both languages, by code.

The first group says why a picture was refused, the second which engine cannot be used, the third are notes beside a reading.
"""

from __future__ import annotations

from typing import Final

PICTURES: Final[dict[str, tuple[str, str]]] = {
    "picture-empty": (
        "The file is empty. Choose the picture again.",
        "这个文件是空的，请重新选择图片。",
    ),
    "picture-no-image": (
        "This file is not a picture that I can read. Send a PNG, JPEG or WebP file, or a screenshot.",
        "这个文件不是我能识别的图片。请发送 PNG、JPEG 或 WebP 格式的图片，或者截图。",
    ),
    "picture-vector": (
        "This is a drawing in SVG, which may carry programs, so I do not open it. Send a screenshot of it.",
        "这是 SVG 矢量图，里面可能带有程序，所以我不会打开它。请发送它的截图。",
    ),
    "picture-heic": (
        "This photo is in Apple's HEIC format, which I cannot open. Send a screenshot of it, or set the camera to “Most Compatible” "
        "(Settings → Camera → Formats), which takes JPEG photos.",
        "这张照片是苹果的 HEIC 格式，我打不开。请发送它的截图，或者在“设置 → 相机 → 格式”中选择“兼容性最佳”，拍出的就是 JPEG 照片。",
    ),
    "picture-pdf": (
        "This is a PDF document, not a picture. Open it and send a screenshot of the one problem.",
        "这是 PDF 文档，不是图片。请打开它，把要做的那道题截图发送。",
    ),
    "picture-broken": (
        "This picture is damaged: part of the file is missing. Send it again, or take a new photo.",
        "这张图片已损坏，文件不完整。请重新发送，或者再拍一张。",
    ),
    "picture-large-file": (
        "This file has {size_mb} MB; a picture may have at most {limit_mb} MB. Cut out the one problem, or send a smaller picture.",
        "这个文件有 {size_mb} MB，图片最大 {limit_mb} MB。请只截取要做的那道题，或者发送小一点的图片。",
    ),
    "picture-large": (
        "This picture has {width} × {height} pixels, more than I can open. Cut out the one problem and send that.",
        "这张图片有 {width} × {height} 像素，太大了，打不开。请只截取要做的那道题再发送。",
    ),
    "picture-small": (
        "This picture has only {width} × {height} pixels: too few to read anything in it. Send a larger one.",
        "这张图片只有 {width} × {height} 像素，太小，看不清内容。请发送大一点的图片。",
    ),
    "picture-blank": (
        "There is nothing on this picture. Take the photo again so that the problem fills it.",
        "这张图片上什么都没有。请重新拍摄，让题目占满画面。",
    ),
    "picture-no-text": (
        "I cannot make out any text on this picture. Take it closer, in good light and straight from above, or type the problem.",
        "我在这张图片上没有认出文字。请靠近一些、在光线好的地方正对着拍，或者直接输入题目。",
    ),
    "picture-slow": (
        "Reading this picture took longer than {seconds} s, so I stopped. Cut out the one problem and send that.",
        "识别这张图片超过了 {seconds} 秒，我已停止。请只截取要做的那道题再发送。",
    ),
    "picture-heavy": (
        "Reading this picture needed too much memory, so I stopped. Send a smaller or simpler picture.",
        "识别这张图片占用的内存太多，我已停止。请发送小一点、简单一点的图片。",
    ),
    "ocr-missing": (
        "Pictures cannot be read here yet: the program Tesseract is not installed. Whoever runs this page can install it "
        "(Debian and Ubuntu: apt-get install {packages}). Until then, type the problem.",
        "这里还不能识别图片：没有安装 Tesseract 程序。网站管理员可以安装它（Debian、Ubuntu：apt-get install {packages}）。"
        "在此之前请直接输入题目。",
    ),
    "ocr-broken": (
        "Pictures cannot be read here: the program that reads them does not start. Whoever runs this page finds the reason in "
        "the server's log. Until then, type the problem.",
        "这里不能识别图片：识别程序无法启动，原因见服务器日志。在此之前请直接输入题目。",
    ),
    "ocr-no-weights": (
        "The formula reader pix2tex cannot be used here: {why}. Whoever runs this page can fetch its weights: python -m solver.ocr fetch",
        "这里不能使用公式识别程序 pix2tex：{why}。网站管理员可以下载它的权重：python -m solver.ocr fetch",
    ),
    "ocr-no-model": (
        "No model that reads pictures was named. Set STEPWISE_OCR_MODEL to openai:NAME, a model of the server, or to the name or folder of a local model.",
        "没有指定能看图的模型。请把 STEPWISE_OCR_MODEL 设为 openai:模型名（服务器上的模型），或本机模型的名称或文件夹。",
    ),
    "ocr-no-pictures": (
        "The model {model} cannot look at pictures, or cannot be asked about one. Set STEPWISE_OCR_MODEL to one that can.",
        "模型 {model} 不能识别图片，或者不能就图片提问。请把 STEPWISE_OCR_MODEL 设为能识别图片的模型。",
    ),
    "ocr-no-packages": (
        "A model of this machine needs packages that are missing here (torch, transformers, accelerate, bitsandbytes). Whoever runs "
        "this page can install them: pip install -r requirements.txt",
        "本机模型需要的软件包这里没有安装（torch、transformers、accelerate、bitsandbytes）。网站管理员可以安装：pip install -r requirements.txt",
    ),
    "ocr-unknown-model": (
        "There is no model “{model}”, neither as a folder nor on the hub (a private one needs HF_TOKEN). Check the name in STEPWISE_OCR_MODEL.",
        "找不到模型“{model}”：既没有这样的文件夹，模型库里也没有（私有模型需要设置 HF_TOKEN）。请检查 STEPWISE_OCR_MODEL 中的名称。",
    ),
    "ocr-too-large": (
        "{model} needs about {need:.1f} GB of memory, and {free:.1f} GB are free. A model with up to {fits:.1f} billion "
        "parameters, in 4 bits, would fit: set STEPWISE_OCR_MODEL to a smaller one.",
        "{model} 大约需要 {need:.1f} GB 内存，而可用的只有 {free:.1f} GB。以 4 比特加载时，参数不超过 {fits:.1f}B 的模型可以放下："
        "请把 STEPWISE_OCR_MODEL 设为更小的模型。",
    ),
    "ocr-model-broken": (
        "{model} cannot be loaded: this version of transformers does not read it, or it has no safetensors weights; the log says which. "
        "Set STEPWISE_OCR_MODEL to another one.",
        "无法加载 {model}：当前 transformers 版本不能读取它，或者没有 safetensors 格式的权重，详情见日志。请把 STEPWISE_OCR_MODEL 设为别的模型。",
    ),
    "ocr-model-slow": (
        "The model {model} did not read this picture within {seconds:g} s. Cut out the one problem and send that. Whoever runs this page "
        "can give it more time (STEPWISE_OCR_TIMEOUT_S) or choose a smaller model.",
        "模型 {model} 没能在 {seconds:g} 秒内读完这张图片。请只截取要做的那道题再发送。网站管理员可以延长时间（STEPWISE_OCR_TIMEOUT_S），或者换一个更小的模型。",
    ),
    "ocr-model-died": (
        "The model {model} broke off, usually for want of memory; the log says why. It is loaded again with the next picture.",
        "模型 {model} 中断了，通常是因为内存不足，原因见日志。识别下一张图片时会重新加载。",
    ),
    "ocr-busy": (
        "Too many pictures are being read right now. Try again in a moment.",
        "现在正在识别的图片太多，请稍后再试。",
    ),
    "picture-formulas-unread": (
        "The formulas were not read as formulas, because the weights of pix2tex are missing here: what stands in their place is only a guess, "
        "so correct it. Whoever runs this page can fetch them: python -m solver.ocr fetch",
        "公式没有按公式识别，因为这里缺少 pix2tex 的权重。公式处的内容只是猜测，请改正。网站管理员可以下载权重：python -m solver.ocr fetch",
    ),
    "picture-formulas-failed": (
        "{count} of the formulas could not be read in time; what stands in their place is only a guess, so correct it.",
        "有 {count} 个公式没能及时识别，那里的内容只是猜测，请改正。",
    ),
    "picture-words-unread": (
        "The whole picture was taken for one formula: the program Tesseract, which reads words, is not installed here.",
        "整张图片被当成了一个公式：这里没有安装识别文字的 Tesseract 程序。",
    ),
    "picture-no-chinese": (
        "Chinese words could not be read: the package {package} is missing here.",
        "没能识别中文：这里缺少软件包 {package}。",
    ),
    "picture-turned": (
        "The picture stood on its head or on its side; I have turned it.",
        "图片是倒着或侧着的，我已经把它转正。",
    ),
    "picture-first-frame": (
        "The picture moves; I have read its first image only.",
        "这是动图，我只识别了第一帧。",
    ),
    "picture-doubtful": (
        "Some of it is hard to read. Look it over carefully.",
        "有些地方不太清楚，请仔细核对。",
    ),
    "picture-no-mathematics": (
        "I see no number and no formula on this picture. Add what is missing.",
        "这张图片上没有数，也没有式子。请补上缺少的内容。",
    ),
    "picture-several": (
        "There are {count} problems on this picture. Choose one.",
        "这张图片上有 {count} 道题，请选择一道。",
    ),
    "picture-engines-differ": (
        "Two readers disagree here: {one} and {other}. Look it over carefully.",
        "两个识别程序的结果不同：{one} 和 {other}。请仔细核对。",
    ),
    "picture-next-best": (
        "The reader that was chosen here could not be used, so a simpler one has read this; the server's log says why. Look it over carefully.",
        "这里选定的识别程序无法使用，改用了较简单的程序，原因见服务器日志。请仔细核对。",
    ),
    "picture-one-reader": (
        "Only one of the two readers could be used, so nothing was compared.",
        "两个识别程序中只有一个可用，所以没有进行比较。",
    ),
}  # fmt: skip
