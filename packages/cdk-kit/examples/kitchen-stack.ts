/** `node examples/kitchen-stack.ts` prints the CloudFormation resources of a small service's stack. */
import {
  EventConsumer,
  functionsOf,
  OutboxRelay,
  platformOf,
  ServiceTable,
  stackId,
  type StackInput,
  stackProps,
} from '@waypost/cdk-kit';
import { defineEvent } from '@waypost/contracts';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Construct } from 'constructs';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { local } from '../test/profiles.ts';

const CupBroke = defineEvent({ owner: 'pantry', name: 'CupBroke', version: 1, schema: z.object({ cup: z.string() }) });

class KitchenStack extends Stack {
  constructor(scope: Construct, { stage }: StackInput) {
    super(scope, stackId('kitchen', stage), stackProps('kitchen', stage));
    const { bus } = platformOf(this, stage);
    const table = new ServiceTable(this, 'Cups', { stage });
    const define = functionsOf(this, {
      service: 'kitchen',
      stage,
      directory: folderWithBundles('count-cups', 'relay-outbox'),
      environment: { TABLE_NAME: table.tableName },
    });

    const count = define('count-cups', { impact: 'guests wait for cups that are broken' });
    table.allow(count, ['UpdateItem']);
    new EventConsumer(this, 'Broken', {
      stage,
      bus,
      events: [CupBroke],
      function: count,
      impact: 'guests wait for cups that are broken',
    });
    const relay = define('relay-outbox', { impact: 'new cups are not published' });
    new OutboxRelay(this, 'Relay', { stage, table, bus, function: relay });
  }
}

/** A service has these from its build, in `dist/<function>`. */
function folderWithBundles(...names: readonly string[]): string {
  const directory = mkdtempSync(join(tmpdir(), 'kitchen-'));
  for (const name of names) {
    mkdirSync(join(directory, 'dist', name), { recursive: true });
    writeFileSync(join(directory, 'dist', name, 'index.mjs'), 'export const handler = async () => {};');
  }
  return directory;
}

export const template = Template.fromStack(new KitchenStack(new App(), { stage: local })).toJSON();
for (const [id, { Type }] of Object.entries<{ Type: string }>(template['Resources'])) console.log(Type.padEnd(32), id);
