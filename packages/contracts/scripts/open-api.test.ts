import { describe, expect, it } from 'vitest';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { everyRoute } from '@waypost/contracts/catalogue';
import { apiOwners, openApiOf } from './open-api.ts';

/**
 * Findings of the recommended rules, with examples validated against their schemas. Nothing is fetched: the documents
 * have no external references.
 */
async function problemsIn(document: object): Promise<string[]> {
  const config = await createConfig({
    extends: ['recommended'],
    rules: {
      'no-invalid-media-type-examples': 'error',
      'no-invalid-schema-examples': 'error',
      'no-unused-components': 'error',
    },
  });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  return problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer ?? ''} ${message}`);
}

describe.each(apiOwners)('the API document of %s', (owner) => {
  const document = openApiOf(owner);

  it('passes the recommended rules, and its examples are valid', async () => {
    expect(await problemsIn(document)).toEqual([]);
  }, 60_000);

  it('has every route of the service and no other', () => {
    const operations = Object.values(document.paths ?? {}).flatMap((path) =>
      [path.get, path.put, path.post, path.delete].flatMap((operation) => operation?.operationId ?? []),
    );
    const routes = everyRoute.filter((route) => route.owner === owner).map(({ operationId }) => operationId);
    expect(operations.toSorted()).toEqual(routes.toSorted());
  });
});

describe('the document of placing an order', () => {
  const operation = openApiOf('order').paths?.['/orders']?.post;

  it('asks for the ID token and an Idempotency-Key', () => {
    expect(operation?.security).toEqual([{ idToken: [] }]);
    expect(operation?.parameters).toContainEqual(expect.objectContaining({ name: 'Idempotency-Key', required: true }));
  });

  it('answers 202 with the correlation id, or with a problem document', () => {
    expect(Object.keys(operation?.responses ?? {})).toEqual([
      '202',
      '400',
      '401',
      '409',
      '413',
      '415',
      '422',
      '429',
      '500',
    ]);
    expect(JSON.stringify(operation?.responses?.['202'])).toContain('x-correlation-id');
    expect(openApiOf('order').components?.responses?.['IdempotencyKeyReused']).toMatchObject({
      content: { 'application/problem+json': {} },
    });
  });
});

describe('the document of taking a webhook', () => {
  const operation = openApiOf('webhook').paths?.['/webhooks/payment']?.post;

  it('asks for JSON of which it says nothing, whatever its content type', () => {
    expect(operation?.requestBody).toMatchObject({ required: true, content: { 'application/json': { schema: {} } } });
    expect(operation?.requestBody).not.toHaveProperty(['content', 'application/json', 'schema', 'type']);
    expect(operation?.responses).not.toHaveProperty('415');
  });

  it('refuses a signature that does not hold', () => {
    expect(operation?.responses?.['401']).toEqual({ $ref: '#/components/responses/SignatureRefused' });
  });
});

describe('a document with a flaw', () => {
  it('does not pass', async () => {
    expect(await problemsIn({ ...openApiOf('payment'), paths: { '/a/{id}': { get: { responses: {} } } } })).not.toEqual(
      [],
    );
  }, 60_000);
});
