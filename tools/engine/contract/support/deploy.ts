import {
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
  DescribeStackEventsCommand,
  type CloudFormationClient,
} from '@aws-sdk/client-cloudformation';
import { eventually } from './eventually.ts';

/** Outputs of each area's stack: area → key → value. */
export type Outputs = Record<string, Record<string, string>>;
/** CloudFormation templates: area → template. */
export type Templates = Record<string, unknown>;

export const stackNameOf = (area: string): string => `waypost-contract-${area}`;

const DEPLOYED_WITHIN_MS = 300_000;

async function whyItFailed(client: CloudFormationClient, stackName: string): Promise<string> {
  const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: stackName }));
  const failed = StackEvents.filter((event) => event.ResourceStatus?.endsWith('_FAILED'));
  return failed.map((event) => `${event.LogicalResourceId}: ${event.ResourceStatusReason}`).join('\n');
}

async function deploy(
  client: CloudFormationClient,
  stackName: string,
  template: unknown,
): Promise<Record<string, string>> {
  const capabilities = ['CAPABILITY_IAM' as const];
  const body = JSON.stringify(template);
  await client.send(new CreateStackCommand({ StackName: stackName, TemplateBody: body, Capabilities: capabilities }));
  const finished = await eventually(
    async () => {
      const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stackName }));
      return Stacks?.[0]?.StackStatus?.endsWith('_IN_PROGRESS') ? undefined : Stacks?.[0];
    },
    { within: DEPLOYED_WITHIN_MS },
  );
  if (finished.StackStatus !== 'CREATE_COMPLETE') {
    throw new Error(`${stackName} is ${finished.StackStatus}:\n${await whyItFailed(client, stackName)}`);
  }
  return Object.fromEntries((finished.Outputs ?? []).map((output) => [output.OutputKey, output.OutputValue ?? '']));
}

/** Deploys the stacks side by side, from their templates alone: they have no assets. */
export async function deployStacks(client: CloudFormationClient, templates: Templates): Promise<Outputs> {
  const deployed = Object.entries(templates).map(
    async ([area, template]) => [area, await deploy(client, stackNameOf(area), template)] as const,
  );
  return Object.fromEntries(await Promise.all(deployed));
}

/** Deletes what {@link deployStacks} made. */
export async function deleteStacks(client: CloudFormationClient, areas: readonly string[]): Promise<void> {
  await Promise.all(areas.map((area) => client.send(new DeleteStackCommand({ StackName: stackNameOf(area) }))));
}
