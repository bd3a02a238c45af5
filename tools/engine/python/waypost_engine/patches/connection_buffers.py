"""A connection takes little memory.

AWS: how many connections a client keeps open is no concern of its functions.
Source: https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/node-reusing-connections.html
Engine: asyncio gives each TLS connection a buffer of 256 KB for as long as it is open, and functions keep hundreds of them.
Patch: 16 KB, which is as much as one TLS record holds.
Delete when: the engine serves plain connections beside functions, or asyncio shares its buffers.
"""

import asyncio.sslproto


def apply() -> None:
    asyncio.sslproto.SSLProtocol.max_size = 16 * 1024
