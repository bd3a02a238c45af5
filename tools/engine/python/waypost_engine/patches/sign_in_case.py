"""User names of a pool that isn't case-sensitive.

AWS: with `CaseSensitive: false`, user names and email aliases are the same in any case, at sign-up and at sign-in.
Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-case-sensitivity.html
Engine: compares them as they are.
Patched: looks users of such a pool up in lower case.
Delete when: api.contract.ts passes without this patch.
"""

from ministack.services import cognito


def apply() -> None:
    resolve = cognito._resolve_user

    def resolve_user(pool, username):
        configuration = pool.get("UsernameConfiguration") or {}
        if not isinstance(username, str) or configuration.get("CaseSensitive") is not False:
            return resolve(pool, username)
        folded = username.lower()
        for name, user in pool["_users"].items():
            attributes = cognito._attr_list_to_dict(user.get("Attributes", []))
            if name.lower() == folded or str(attributes.get("email", "")).lower() == folded:
                return user, None
        return resolve(pool, username)

    cognito._resolve_user = resolve_user
