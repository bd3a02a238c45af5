import {
  CloudFormationClient,
  DescribeStackResourcesCommand,
  type StackResource,
} from '@aws-sdk/client-cloudformation';

/** Resources of a service's stack on the running stage, by type (`AWS::SQS::Queue`) and prefix of the logical id. */
export async function resourcesOf(
  service: string,
  type: string,
  logicalId: string,
  cloudFormation = new CloudFormationClient({}),
): Promise<readonly StackResource[]> {
  const StackName = `waypost-${process.env['WAYPOST_STAGE'] ?? 'local'}-${service}`;
  const { StackResources = [] } = await cloudFormation.send(new DescribeStackResourcesCommand({ StackName }));
  return StackResources.filter(
    ({ ResourceType, LogicalResourceId }) => ResourceType === type && LogicalResourceId?.startsWith(logicalId),
  );
}

/** Physical id of the only resource with that type and name. */
export async function resourceOf(
  service: string,
  type: string,
  logicalId: string,
  cloudFormation?: CloudFormationClient,
): Promise<string> {
  const [only, ...others] = await resourcesOf(service, type, logicalId, cloudFormation);
  if (only?.PhysicalResourceId && others.length === 0) return only.PhysicalResourceId;
  throw new Error(`${service} has no one ${type} that begins with ${logicalId}`);
}
