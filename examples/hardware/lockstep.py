#!/usr/bin/python3
"""Grants an emulator one timestep after the other over EIEIO packets, and checks what comes back.

    ganglion serve examples/hardware/echo.net.yaml --clock lockstep --port eieio:12345,policy=fail
    python3 examples/hardware/lockstep.py

The standard library is enough.
"""
import socket
import struct
import sys
import time

SERVER = ("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 12345)
TIMESTEPS = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
INPUT, OUTPUT = 0x00000, 0x10000    # base keys, as 'ganglion serve' prints them
KEY_32 = 0x08                       # keys of 32 bits
TIMED = 0x38                        # keys of 32 bits, after the timestep

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.settimeout(5)


def send(neurons):
    """Lets neurons of the input fire in the next timestep."""
    server.sendto(struct.pack(f"<BB{len(neurons)}I", len(neurons), KEY_32, *(INPUT + n for n in neurons)), SERVER)


def step(timestep):
    """Closes and grants a timestep; returns the neurons of the output that fired in it."""
    server.sendto(struct.pack("<BBI", 0, TIMED, timestep), SERVER)
    fired = []
    while True:
        packet = server.recv(256)
        count, flags, of = struct.unpack_from("<BBI", packet)
        assert flags == TIMED
        if count == 0 and of >= timestep:
            return of, fired
        fired += [key - OUTPUT for key in struct.unpack_from(f"<{count}I", packet, 6)]


# The server may have run before: its answer to a timestep that has passed says where it is.
now, _ = step(1)
now, _ = step(now + 1)      # what an earlier client has sent comes out here
begin = time.perf_counter()
expected = []
for i in range(TIMESTEPS):
    sent = [i % 128, (i + 40) % 128]
    send(sent)
    now, fired = step(now + 1)
    assert fired == sorted(expected), (now, fired, expected)
    expected = sent

seconds = time.perf_counter() - begin
print(f"{TIMESTEPS} timesteps, {seconds / TIMESTEPS * 1e6:.0f} us each, every spike as expected")
server.sendto(struct.pack("<BB", 3, 0x40), SERVER)    # EIEIO command 3: nothing more comes from here
