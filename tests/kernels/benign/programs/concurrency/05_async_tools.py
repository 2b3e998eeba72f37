# Queues, locks, timeouts, tasks and async generators
import asyncio
q = asyncio.Queue()
async def producer():
    for i in range(3): await q.put(i)
    await q.put(None)
async def numbers():
    while (v := await q.get()) is not None: yield v
t = asyncio.create_task(producer())
print([v async for v in numbers()]); await t
try:
    async with asyncio.timeout(.05): await asyncio.sleep(10)
except TimeoutError: print('too slow')
async with asyncio.Lock(): print('locked')
async with asyncio.TaskGroup() as tg: a = tg.create_task(asyncio.sleep(.01, 'done'))
print(a.result(), await asyncio.to_thread(sum, range(10)), await asyncio.get_running_loop().run_in_executor(None, pow, 2, 5))
