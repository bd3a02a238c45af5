import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyCommand, everyEvent, everyRoute, nameOf } from '@waypost/contracts/catalogue';
import { format, resolveConfig } from 'prettier';
import { apiTypesOf, askedByStorefront } from './api-types.ts';
import { asyncApi } from './async-api.ts';
import { contractsPage } from './contracts-page.ts';
import { commandSchemas, eventSchema, gatewaySchema, hasBodyModel, registrySchema } from './message-schemas.ts';
import { apiOwners, openApiOf } from './open-api.ts';
import { readSummaries, summaryOf } from './summaries.ts';

/** The root of the checkout; every path here is relative to it. */
export const ROOT = join(import.meta.dirname, '../../..');

const SCHEMAS = 'packages/contracts/schemas';

/** Folder of the types for the storefront's client. */
const CLIENT = 'apps/storefront/src/api/generated';

/** Folders of generated files, to find those whose contract was deleted. */
const PLACES = [
  `${SCHEMAS}/**/*.json`,
  `${CLIENT}/*.ts`,
  'services/*/openapi.json',
  'docs/asyncapi.json',
  'docs/events.md',
];

/** Everything that is generated from the contracts: path → text, formatted as the rest of the project is. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const summaries = readSummaries();
  const documents: [string, object][] = [
    ...everyEvent.flatMap((event): [string, object][] => [
      [`${SCHEMAS}/events/${nameOf(event)}.json`, eventSchema(event, summaryOf(summaries, event))],
      [`${SCHEMAS}/registry/${nameOf(event)}.json`, registrySchema(event, summaryOf(summaries, event))],
    ]),
    ...everyCommand.flatMap((command): [string, object][] => {
      const { request, result } = commandSchemas(command, summaryOf(summaries, command));
      const path = `${SCHEMAS}/commands/${nameOf(command)}`;
      return [
        [`${path}.request.json`, request],
        [`${path}.result.json`, result],
      ];
    }),
    ...everyRoute
      .filter(hasBodyModel)
      .map((route): [string, object] => [`${SCHEMAS}/gateway/${nameOf(route)}.json`, gatewaySchema(route)]),
    ...apiOwners.map((owner): [string, object] => [`services/${owner}/openapi.json`, openApiOf(owner)]),
    ['docs/asyncapi.json', asyncApi(summaries)],
  ];
  const texts: [string, string][] = [
    ...documents.map(([path, document]): [string, string] => [path, JSON.stringify(document, null, 2)]),
    ['docs/events.md', contractsPage(summaries)],
    ...(await Promise.all(
      askedByStorefront.map(async (owner): Promise<[string, string]> => [
        `${CLIENT}/${owner}.ts`,
        await apiTypesOf(owner),
      ]),
    )),
  ];
  return new Map(await Promise.all(texts.map(async ([path, text]) => [path, await formatted(path, text)] as const)));
}

/** Content of a generated file, formatted by prettier. */
export async function formatted(path: string, text: string): Promise<string> {
  return await format(text, { ...(await resolveConfig(join(ROOT, path))), filepath: path });
}

/** Which files are missing or differ from what the contracts say, and which have no contract any more. */
export function staleFiles(files: ReadonlyMap<string, string>, root: string = ROOT): readonly string[] {
  const present = globSync(PLACES, { cwd: root });
  const orphans = present.filter((path) => !files.has(path));
  const changed = [...files].filter(
    ([path, text]) => !present.includes(path) || readFileSync(join(root, path), 'utf8') !== text,
  );
  return [...changed.map(([path]) => path), ...orphans].toSorted();
}
