"""The socket that somebody else holds for the server, so that it outlives a restart.

Whoever connects while the server is away waits in the line of that socket, and is
served by the next one. It is handed over as systemd does: LISTEN_PID is this process,
LISTEN_FDS how many sockets there are, the first of which is file 3.
"""

import os
import socket
from collections.abc import MutableMapping

FIRST = 3


def handed_over(environ: MutableMapping[str, str]) -> socket.socket | None:
    """The listening socket that was handed to this very process, or None.

    What told of it is taken out of `environ`: it is for nobody who comes after.

    Raises:
        ValueError: there is more than one; it is not known which to serve on.
    """
    process, sockets = (environ.pop(name, "") for name in ("LISTEN_PID", "LISTEN_FDS"))
    if process != str(os.getpid()):
        return None
    if sockets != "1":
        raise ValueError("more than one socket was handed over")
    return socket.socket(fileno=FIRST)
