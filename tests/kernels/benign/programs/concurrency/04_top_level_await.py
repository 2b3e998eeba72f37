# Await at the top level of a cell
# %%
import asyncio
async def slow_square(n):
    await asyncio.sleep(.01*n)
    return n*n
# %%
print(await asyncio.gather(*(slow_square(i) for i in range(5))))
# %%
result = await asyncio.wait_for(slow_square(3), timeout=5)
result
