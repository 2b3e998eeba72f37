# 统计一句话中的汉字、字母和数字
import unicodedata
s = "已知 x=3，求 x²+1 的值 — answer: 10 ✓ 🎉"
汉字 = [c for c in s if '\u4e00' <= c <= '\u9fff']
print(len(汉字), ''.join(汉字), sum(c.isdigit() for c in s), unicodedata.name('²'), s.encode('utf-8')[:10], s[::-1])
print("αβγ ∑∫√ ≤≥≠ ½ ∀∃", '\u0394', 'é' == unicodedata.normalize('NFC', 'e\u0301'))
