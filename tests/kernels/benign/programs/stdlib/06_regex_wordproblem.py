# Extract the numbers of a word problem
import re
text = "Tom has 12 apples, buys 3.5 kg of pears for $7 and gives away 1/4 of the apples."
print(re.findall(r'\d+(?:\.\d+)?(?:/\d+)?', text))
m = re.search(r'(?P<name>\w+) has (?P<n>\d+)', text)
print(m.groupdict(), re.sub(r'\$(\d+)', r'\1 dollars', text))
import string
print(string.Template('$who has $n').substitute(who='Tom', n=12), string.ascii_lowercase[:5], '{:>8.3f}|{:<6}|{:^7}'.format(3.14159, 'ab', 'c'))
