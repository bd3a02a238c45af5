"""What a secret that a template generates is made of.

AWS: the same as GetRandomPassword, so that ExcludePunctuation and its likes count.
Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-secret-generatesecretstring.html
Engine: minds ExcludeCharacters alone.
Patch: GetRandomPassword makes it.
Delete when: the permissions suite passes without this patch.
"""

import json

from ministack.services import secretsmanager
from ministack.services.cloudformation import provisioners


def apply() -> None:
    declared = provisioners._sm_secret_string

    def secret_string(properties):
        generate = properties.get("GenerateSecretString")
        if not generate or properties.get("SecretString"):
            return declared(properties)
        _, _, body = secretsmanager._get_random_password(generate)
        password = json.loads(body)["RandomPassword"]
        template = generate.get("SecretStringTemplate")
        if not template:
            return password
        return json.dumps({**json.loads(template), generate.get("GenerateStringKey", "password"): password})

    provisioners._sm_secret_string = secret_string
