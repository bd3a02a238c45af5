import type { CommandContract, EventContract, RouteContract } from '@waypost/contracts';
import { everyCommand, everyEvent, everyRoute } from '@waypost/contracts/catalogue';
import * as z from 'zod';
import { summaryOf } from './summaries.ts';

const fieldsOf = (schema: z.ZodType): string =>
  schema instanceof z.ZodObject
    ? Object.entries(schema.shape)
        .map(([name, field]) => `\`${name}${field instanceof z.ZodOptional ? '?' : ''}\``)
        .join(' ')
    : '';

const outcomesOf = ({ result }: CommandContract): string =>
  (result instanceof z.ZodDiscriminatedUnion ? result.options : [result])
    .flatMap((option) => (option instanceof z.ZodObject ? literalsOf(option.shape['outcome']) : []))
    .join(' ');

const literalsOf = (schema: unknown): string[] =>
  schema instanceof z.ZodLiteral ? [...schema.values].map((value) => `\`${String(value)}\``) : [];

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The page that lists everything that crosses a service's border: events, commands and routes. */
export function contractsPage(summaries: ReadonlyMap<string, string>): string {
  const eventRow = (event: EventContract) => [
    `[${event.name}](../packages/contracts/schemas/events/${event.owner}/${event.name}.v${event.version}.json)`,
    `${event.version}`,
    event.owner,
    summaryOf(summaries, event),
    fieldsOf(event.schema),
  ];
  const commandRow = (command: CommandContract) => [
    `\`${command.name}\``,
    `${command.version}`,
    command.owner,
    summaryOf(summaries, command),
    fieldsOf(command.request),
    outcomesOf(command),
  ];
  const routeRow = ({ owner, method, path, access, summary }: RouteContract) => [
    `\`${method} ${path}\``,
    owner,
    access,
    summary,
  ];
  return `# What crosses a service's border

Generated from [packages/contracts](../packages/contracts) by \`npm run schemas\` there; don't edit.

## Events

Each is the \`detail\` of an event on the bus, as \`{ metadata, data }\`; the fields named here are those of \`data\`. All of
them as one [AsyncAPI document](asyncapi.json).

${table(['event', 'version', 'told by', 'when', 'data'], everyEvent.map(eventRow))}

## Commands

Commands that the workflow of one service sends to another. The field \`outcome\` states the result; only unexpected errors are thrown.

${table(['command', 'version', 'answered by', 'does', 'asks', 'outcomes'], everyCommand.map(commandRow))}

## Routes

The public HTTP API; each service's \`openapi.json\` has the details.

${table(['route', 'answered by', 'for', 'does'], everyRoute.map(routeRow))}
`;
}
