# A locale that is not installed
import locale
locale.setlocale(locale.LC_ALL, 'tlh_KX.UTF-8')
