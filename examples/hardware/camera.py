#!/usr/bin/python3
"""Plays an event camera of 8 by 8 pixels: a dot that moves along the diagonal, as SPIF words over UDP.

    ganglion serve examples/hardware/echo.net.yaml --port spif:3333,sensor=8x8
    python3 examples/hardware/camera.py

The standard library is enough.
"""
import socket
import struct
import sys
import time

INPUT = ("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 3333)
COMMANDS = ("127.0.0.1", int(sys.argv[2]) if len(sys.argv) > 2 else 3332)
START, STOP = 0x5EC00000, 0x5EC10000
NO_TIME, BRIGHTER = 0x80000000, 0x8000

output = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
output.settimeout(2)
output.sendto(struct.pack("<I", START), COMMANDS)
time.sleep(0.1)

for i in range(8):
    event = NO_TIME | i << 16 | BRIGHTER | i           # column, polarity, row
    output.sendto(struct.pack("<I", event), INPUT)
    (key,) = struct.unpack("<I", output.recv(1024))
    polarity, pixel = divmod(key & 0xFFFF, 64)
    print(f"neuron {key & 0xFFFF}: column {pixel % 8}, row {pixel // 8}, {'brighter' if polarity else 'darker'}")

output.sendto(struct.pack("<I", STOP), COMMANDS)
