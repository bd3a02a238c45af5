import { type StageProfile, useAlarmTopic, Workflow } from '@waypost/cdk-kit';
import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { arrangeShipments, prepareOrder } from '../express-workflows.ts';
import { orderWorkflow } from '../workflow.ts';

const lines = [{ sku: 'TENT-RIDGE-2P', quantity: 1 }];

/** Result of each command that the script doesn't mention. */
const STRAIGHT = {
  'reserve-stock': { outcome: 'reserved', parts: ['north', 'south'].map((warehouse) => ({ warehouse, lines })) },
  'assess-risk': { outcome: 'low' },
  'quote-shipping': { outcome: 'quoted', carrier: 'ground' },
  'await-review': { outcome: 'waiting' },
  'authorize-payment': { outcome: 'authorized' },
  'await-payment': { outcome: 'waiting' },
  'check-order': { outcome: 'go_on' },
  'arrange-shipment': { outcome: 'arranged', shipmentId: 'shp', warehouse: 'north' },
  'capture-payment': { outcome: 'captured' },
  'confirm-order': { outcome: 'confirmed' },
  'begin-compensation': { outcome: 'compensating' },
  'cancel-shipments': { outcome: 'cancelled' },
  'reverse-payment': { outcome: 'voided' },
  'release-stock': { outcome: 'released' },
  'cancel-order': { outcome: 'cancelled' },
};
export type CommandName = keyof typeof STRAIGHT;

/**
 * Results of commands in the script: an outcome, or an error with that name. The script travels in the correlation id,
 * which every command has.
 */
export type Script = Partial<
  Record<CommandName, Readonly<Record<string, unknown>> & ({ readonly outcome: string } | { readonly throws: string })>
>;

/** An actor that returns the scripted result of one command, and records its request. */
const ACTOR = `exports.handler = async ({ metadata, data }) => {
  const played = JSON.parse(metadata.correlationId)[process.env.COMMAND] ?? JSON.parse(process.env.STRAIGHT);
  if (!played.throws) return { reason: data.reason, ...played, asked: data };
  const error = new Error('as the script says');
  error.name = played.throws;
  throw error;
};`;

/** Timeout of the rehearsed workflow's waits for people, in seconds. */
const WAITS = { review: 3, payment: 3 };

/** The shop's workflows, as they are, on actors: its template needs no assets, so it is created as it is. */
export function rehearsalTemplate(stage: StageProfile, name: string): object {
  const app = new App();
  const stack = new Stack(app, name);
  useAlarmTopic(stack, new Topic(stack, 'Alarms'));
  // One for all: a template that is handed over as it is has at most 51,200 bytes.
  const role = new Role(stack, 'Actors', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  const actors = Object.fromEntries(
    Object.entries(STRAIGHT).map(([command, answer]) => [
      command,
      new Function(stack, command, {
        role,
        runtime: Runtime.NODEJS_24_X,
        handler: 'index.handler',
        code: Code.fromInline(ACTOR),
        environment: { COMMAND: command, STRAIGHT: JSON.stringify(answer) },
      }).functionArn,
    ]),
  );
  const shared = { stage, service: name, invokes: Object.values(actors), impact: 'none: this is a rehearsal' };
  const prepare = new Workflow(stack, 'prepare', { ...shared, type: 'EXPRESS', definition: prepareOrder(actors) });
  const arrange = new Workflow(stack, 'arrange', { ...shared, type: 'EXPRESS', definition: arrangeShipments(actors) });
  const children = { 'prepare-order': prepare.stateMachineArn, 'arrange-shipments': arrange.stateMachineArn };
  const workflow = new Workflow(stack, 'order', {
    ...shared,
    type: 'STANDARD',
    definition: orderWorkflow({ ...actors, ...children }, WAITS),
    starts: [prepare, arrange],
  });
  new CfnOutput(stack, 'WorkflowArn', { value: workflow.stateMachineArn });
  return app.synth().getStackByName(name).template;
}
