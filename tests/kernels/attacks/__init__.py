"""The escape battery: what a hostile cell would try, each proved to succeed in an unconfined kernel.

`attack.py` says what an attack is, `cases/` lists them, `world.py` is what there is to attack, `server.py` is the
process attacked, `battery.py` runs all and prints; `test_battery.py` does the same for pytest.

Safe for the machine it runs on: sizes are bounded, only the world's own processes are signalled, only the world's own
folder (and two files named by a random number in /tmp and /dev/shm) is written to, and everything is removed again.
"""
