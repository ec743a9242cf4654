import { expect } from '@jest/globals';
import { LEADER, type Example } from './http.examples.js';
import { Problem } from './problem.js';

export interface RequestParts {
  readonly as?: string;
  readonly tenant?: string;
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const notes = (meetingId: string) => `/api/meetings/${meetingId}/notes`;

/** HTTP client of the example application, for specifications. */
export const askerOf = (example: () => Example) => {
  async function ask(path: string, { as, tenant, method, body, headers }: RequestParts = {}) {
    const response = await fetch(`${example().url}${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(as !== undefined && { cookie: await example().cookie(as, tenant) }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ? (JSON.parse(text) as unknown) : undefined;
    return { status: response.status, headers: response.headers, text, json };
  }
  async function problemOf(path: string, asking?: RequestParts): Promise<Problem> {
    const { status, headers, json } = await ask(path, asking);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = Problem.strict().parse(json);
    expect(problem.status).toBe(status);
    return problem;
  }
  const write = (meetingId: string, body: unknown, headers: Record<string, string> = {}, as = LEADER) =>
    ask(notes(meetingId), { as, body, headers });
  return { ask, problemOf, write };
};
