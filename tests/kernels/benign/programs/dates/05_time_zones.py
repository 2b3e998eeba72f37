# A flight leaves Beijing at 9:30 and takes 13 h 20 min to New York: local arrival time?
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones
dep = datetime(2024, 3, 9, 9, 30, tzinfo=ZoneInfo('Asia/Shanghai'))
arr = (dep + timedelta(hours=13, minutes=20)).astimezone(ZoneInfo('America/New_York'))
print(arr, arr.utcoffset(), arr.tzname(), datetime(1970, 1, 1, tzinfo=timezone.utc).timestamp())
print(len(available_timezones()) > 300, ZoneInfo('Europe/Berlin').utcoffset(datetime(2024, 7, 1)))
