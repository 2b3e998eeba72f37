# asyncio.run in a thread of its own
import asyncio, threading
def target(): box.append(asyncio.run(main()))
async def main(): await asyncio.sleep(.01); return 42
box = []; t = threading.Thread(target=target); t.start(); t.join(); print(box)
