import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { startExample, type Example } from '../http.examples.js';
import { RouteTable } from '../route-table.js';

let example: Example;
let document: Document;

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> };
  readonly responses: Readonly<Record<string, { readonly content?: unknown }>>;
  readonly security: unknown;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

beforeAll(async () => {
  example = await startExample();
  document = (await (await fetch(`${example.url}/api/openapi.json`)).json()) as Document;
});
afterAll(() => example.app.close());

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document) as unknown as Record<string, unknown>);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  test('has every route of the application, each with a unique id', () => {
    const routes = example.app.get(RouteTable).all();
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations).toHaveLength(routes.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(routes.length);
    for (const { method, path } of routes)
      expect(document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]).toHaveProperty(method);
  });

  test('describes a command’s request and response', () => {
    const { post } = document.paths['/api/meetings/{meetingId}/notes']!;
    expect(post!.parameters.map(({ name, in: place }) => `${place} ${name}`)).toEqual([
      'path meetingId',
      'header Idempotency-Key',
      'header If-Match',
      'header Samspill-Person',
      'header Accept-Language',
    ]);
    expect(post!.requestBody?.content['application/json']?.schema).toMatchObject({
      type: 'object',
      required: ['text'],
      additionalProperties: false,
      properties: { signed: { items: { additionalProperties: false, required: ['by', 'on'] } } },
    });
    expect(Object.keys(post!.responses)).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '404', '409', '412', '415', '422', '500', '503']),
    );
    expect(post!.security).toEqual([{ session: [] }]);
  });

  test('describes each query parameter of a query', () => {
    const { get } = document.paths['/api/meetings/search']!;
    expect(get!.parameters).toMatchObject([
      { name: 'page', in: 'query', required: false },
      { name: 'size', in: 'query', required: false },
      { name: 'text', in: 'query', required: false },
      { name: 'after', in: 'query', required: false },
      { name: 'Samspill-Person', in: 'header', required: false },
      { name: 'Accept-Language', in: 'header' },
    ]);
  });

  test('can be viewed in a browser without internet', async () => {
    const page = await fetch(`${example.url}/api/docs`);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    for (const [, path] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
      if (path!.startsWith('data:')) continue;
      expect(path).toMatch(/^\/api\/docs\//);
      const { status, headers } = await fetch(`${example.url}${path}`);
      expect([status, headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/(css|javascript)/)]);
    }
    expect(html.match(/<script>/)).toBeNull();
  });
});
