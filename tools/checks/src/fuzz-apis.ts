// Sends generated requests, valid and invalid ones, to the APIs of the running stage: no 5xx, invalid requests are rejected, and every response
// conforms to the OpenAPI document.
import { localDirectory, projectRoot, readStageFile } from '@waypost/local';
import { installCheckTools } from '@waypost/python-tools';
import { stageClient } from '@waypost/test-kit';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.ts';

const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
  'missing_required_header',
  'ignored_auth',
];
/** Requests of the fuzzing phase per operation. The coverage phase tests the boundaries of every parameter in addition. */
const EXAMPLES = 5;
/** Concurrent runs, one per core. */
const CONCURRENCY = 2;
/** A fault would hit requests of later checks. */
const EXCLUDED_PATH = '/sandbox/faults';

const { services } = await readStageFile(process.env['WAYPOST_STAGE_FILE'] ?? join(projectRoot, '.local/stage.json'));
const token = await stageClient().signIn('operator');
const schemathesis = join(await installCheckTools(), 'schemathesis');
const documentOf = (service: string) => join(projectRoot, 'services', service, 'openapi.json');

async function fuzz(service: string): Promise<boolean> {
  const { apiUrl } = services[service] ?? {};
  if (apiUrl === undefined) throw new Error(`The stage has no API of ${service}`);
  const scope = ['--phases', 'examples,coverage,fuzzing', '--exclude-path', EXCLUDED_PATH];
  const options = ['--max-examples', String(EXAMPLES), '--checks', CHECKS.join(), '--generation-database', 'none'];
  const certificate = process.env['AWS_CA_BUNDLE'] === undefined ? [] : ['--tls-verify', process.env['AWS_CA_BUNDLE']];
  const { code, output } = await run(
    schemathesis,
    ['run', documentOf(service), '--url', apiUrl, '--header', `Authorization: Bearer ${token}`].concat(
      scope,
      options,
      certificate,
      ['--warnings', 'off', '--no-color'],
    ),
    // Schemathesis writes its cache into the current folder.
    { cwd: localDirectory, signal: AbortSignal.timeout(120_000) },
  );
  console.log(code === 0 ? `${service}: ${/^ *(\d+ generated.*)$/m.exec(output)?.[1]}` : `${service}:\n${output}`);
  return code === 0;
}

// Services with large documents run first, so that the last runs are short.
const waiting = readdirSync(join(projectRoot, 'services'))
  .filter((service) => existsSync(documentOf(service)))
  .toSorted((one, other) => statSync(documentOf(one)).size - statSync(documentOf(other)).size);
const results: boolean[] = [];
async function work(): Promise<void> {
  for (let service = waiting.pop(); service !== undefined; service = waiting.pop()) results.push(await fuzz(service));
}
await Promise.all(Array.from({ length: CONCURRENCY }, work));
process.exitCode = results.every(Boolean) ? 0 : 1;
