"""The program as it looks on a terminal."""

import fcntl
import os
import pty
import struct
import subprocess
import termios


def on_terminal(tumen, *words, columns=0, **environment):
    """What the program prints to a terminal, both streams together."""
    ours, theirs = pty.openpty()
    if columns:
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(tumen.command(*words), cwd=tumen.folder, stdin=theirs, stdout=theirs, stderr=theirs,
                               env={"TERM": "xterm", "PATH": os.environ["PATH"], **environment})
    os.close(theirs)
    said = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        said += piece
    os.close(ours)
    assert process.wait(timeout=60) == 0
    return said.decode()
