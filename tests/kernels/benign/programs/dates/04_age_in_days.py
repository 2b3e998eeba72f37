# Days between two dates, ages
from datetime import datetime
a = datetime.strptime('1990-05-17', '%Y-%m-%d'); b = datetime(2024, 2, 29, 12, 30)
print((b - a).days, (b - a).total_seconds(), (b - a)/2, b.timestamp() > 0)
b - a
