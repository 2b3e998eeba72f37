# The current time in several forms
from datetime import datetime, timezone, date
import time
n = datetime.now(); u = datetime.now(timezone.utc)
print(abs((n.astimezone(timezone.utc) - u).total_seconds()) < 5, date.today() == n.date() or True, time.tzname[0] != '', time.localtime().tm_year >= 2024, time.timezone)
print(type(time.ctime()), len(time.strftime('%c')) > 10, datetime.fromisoformat('2024-01-02T03:04:05+08:00'))
