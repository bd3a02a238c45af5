"""What `Ref` of a secret gives.

AWS: the secret's ARN.
Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html
Engine: its name, so that what grantRead grants is refused.
Patch: the ARN, on create and on update; delete and update still find the secret by its name.
Delete when: a function with `secret.grantRead` reads its secret without this patch.
"""

from ministack.services import secretsmanager
from ministack.services.cloudformation import provisioners


def _name_of(physical_id: str) -> str:
    return physical_id.split(":secret:")[1].rsplit("-", 1)[0] if ":secret:" in physical_id else physical_id


def _arn_of(name: str) -> str:
    _, secret = secretsmanager._resolve(name)
    return (secret or {}).get("ARN", name)


def apply() -> None:
    handler = provisioners._RESOURCE_HANDLERS["AWS::SecretsManager::Secret"]
    create, update, delete = handler["create"], handler.get("update"), handler["delete"]

    def create_secret(logical_id, properties, stack_name):
        name, attributes = create(logical_id, properties, stack_name)
        return _arn_of(name), attributes

    def update_secret(physical_id, old, new, *rest, **options):
        name, attributes = update(_name_of(physical_id), old, new, *rest, **options)
        return _arn_of(name), attributes

    handler["create"] = create_secret
    handler["delete"] = lambda physical_id, properties: delete(_name_of(physical_id), properties)
    if update:
        handler["update"] = update_secret
