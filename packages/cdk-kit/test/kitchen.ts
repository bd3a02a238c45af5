import { defineCommand, defineEvent, defineRoute } from '@waypost/contracts';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { type FunctionOptions, functionsOf, type ServiceFunction } from '../src/service-function.ts';
import type { StageProfile } from '../src/stage.ts';

export const TeaPoured = defineEvent({ owner: 'kitchen', name: 'TeaPoured', version: 1, schema: z.object({}) });
export const CupBroke = defineEvent({ owner: 'pantry', name: 'CupBroke', version: 1, schema: z.object({}) });

export const PourTea = defineCommand({
  owner: 'kitchen',
  name: 'pour-tea',
  version: 1,
  request: z.object({}),
  result: z.object({ outcome: z.literal('poured') }),
});

const route = { owner: 'kitchen', summary: 'Tea', response: z.object({}) };
export const ListTeas = defineRoute({
  ...route,
  operationId: 'listTeas',
  method: 'GET',
  path: '/teas',
  access: 'open',
});
export const SmellTea = defineRoute({
  ...route,
  operationId: 'smellTea',
  method: 'GET',
  path: '/smells',
  access: 'guest',
});
export const OrderTea = defineRoute({
  ...route,
  operationId: 'orderTea',
  method: 'POST',
  path: '/tables/{table}/teas',
  access: 'shopper',
  idempotent: true,
});

/** Tools of a small service's stack. */
interface Kitchen {
  readonly stack: Stack;
  readonly stage: StageProfile;
  /** Defines a function, whose bundle is there already. */
  readonly define: (name: string, options?: Partial<FunctionOptions>) => ServiceFunction;
}

/** The template of a stack of one service, with whatever `build` puts in. */
export function templateOf(stage: StageProfile, build: (kitchen: Kitchen) => void): Template {
  const stack = new Stack(new App(), 'Kitchen');
  const directory = mkdtempSync(join(tmpdir(), 'waypost-cdk-kit-'));
  const defineIn = functionsOf(stack, { service: 'kitchen', stage, directory, environment: { TABLE_NAME: 'teas' } });
  build({
    stack,
    stage,
    define: (name, options = {}) => {
      mkdirSync(join(directory, 'dist', name), { recursive: true });
      writeFileSync(join(directory, 'dist', name, 'index.mjs'), 'export const handler = async () => {};');
      return defineIn(name, { impact: 'no tea is served', ...options });
    },
  });
  return Template.fromStack(stack);
}

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

/** Permissions of a template's roles beyond their inline policies: pairs of an action and its resource. */
export function grantsOf(template: Template): readonly (readonly [string, unknown])[] {
  return Object.values(template.findResources('AWS::IAM::Policy'))
    .flatMap(({ Properties }): readonly Statement[] => Properties.PolicyDocument.Statement)
    .flatMap(({ Action, Resource }) => [Action].flat().map((action) => [action, Resource] as const));
}

export const actionsOf = (template: Template): string[] => grantsOf(template).map(([action]) => action);

/** The logical id of the only resource of a type whose id has the words in it. */
export function idOf(template: Template, type: string, words: string): string {
  const [id, ...others] = Object.keys(template.findResources(type)).filter((each) => each.includes(words));
  if (id === undefined || others.length > 0) throw new Error(`${others.length + (id ? 1 : 0)} of ${type} are ${words}`);
  return id;
}
