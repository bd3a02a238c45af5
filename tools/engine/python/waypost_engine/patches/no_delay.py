"""Every call answers at once.

AWS: an API call takes a few milliseconds inside a region.
Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Introduction.html ("single-digit millisecond")
Engine: its web server's sockets keep Nagle's algorithm on, which holds the second packet of each answer for 40 ms.
Patch: TCP_NODELAY on every accepted socket.
Delete when: `npm run bench:engine` stays under 5 ms a call without this patch.
"""

import asyncio.base_events
import socket


def _set_no_delay(connection: socket.socket) -> None:
    try:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except OSError:
        pass  # not a TCP socket


def apply() -> None:
    asyncio.base_events._set_nodelay = _set_no_delay
