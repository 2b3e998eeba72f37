# A new loop by hand, in a thread pool
import asyncio
from concurrent.futures import ThreadPoolExecutor
async def f(): await asyncio.sleep(0); return 'ok'
def go():
    loop = asyncio.new_event_loop()
    try: return loop.run_until_complete(f())
    finally: loop.close()
with ThreadPoolExecutor(1) as ex: print(ex.submit(go).result())
