# Numbers with separators and the locale
import locale
locale.setlocale(locale.LC_ALL, '')
print(f'{1234567.891:,.2f}', locale.format_string('%d', 1234567, grouping=True), locale.getlocale()[1], locale.getpreferredencoding())
print(f'{0.1234:.1%} {12345:e} {255:#x} {3+4j:.2f}')
