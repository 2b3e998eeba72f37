# Compound interest from 2020-01-15 to 2024-03-01 at 3.5 %, daily
from datetime import date
from decimal import Decimal
days = (date(2024, 3, 1) - date(2020, 1, 15)).days
amount = Decimal(1000)*(1 + Decimal('0.035')/365)**days
print(days, amount.quantize(Decimal('0.01')))
