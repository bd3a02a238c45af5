"""Signing keys of Cognito and JWT authorizers.

AWS: the authorizer fetches the user pool's public keys over https; however busy the pool is, a good token is taken.
Source: https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
Engine: asks itself for its own keys, over plain http even when it serves https alone, and refuses every good token then; over
https, those that come while it is too busy to answer itself within five seconds.
Patch: its own keys are read where they are.
Delete when: api.contract.ts passes without this patch, under load too.
"""

import json
from urllib.parse import urlsplit

from ministack.services import apigateway, apigateway_v1, cognito

KEYS_PATH = "/.well-known/jwks.json"


def apply() -> None:
    fetch_keys = apigateway._fetch_jwks
    own_address = f"http://{apigateway._HOST}:{apigateway._PORT}/"

    async def read_own_keys(url):
        path = urlsplit(url).path
        if not url.startswith(own_address) or not path.endswith(KEYS_PATH):
            return await fetch_keys(url)
        _, _, keys = cognito.well_known_jwks(path.removeprefix("/").removesuffix(KEYS_PATH))
        return json.loads(keys)

    apigateway._fetch_jwks = apigateway_v1._fetch_jwks = read_own_keys
