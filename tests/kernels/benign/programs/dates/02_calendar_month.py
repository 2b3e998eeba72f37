# Print the calendar of February 2024 and count leap years
import calendar
print(calendar.month(2024, 2))
print(sum(calendar.isleap(y) for y in range(1900, 2001)), calendar.monthrange(2023, 2))
calendar.setfirstweekday(6); print(calendar.calendar(2023)[:60])
