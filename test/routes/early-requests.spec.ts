import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { describeApi } from '../../apps/api/src/index.js';
import { readEnvironment } from '#platform/environment';
import { RIGHTS } from '#platform/identity';
import { earlyPages } from '../../apps/web/early-pages.mjs';
import { FIRST_READS } from '../../apps/web/src/early/first-reads.js';
import { isPart } from '../../apps/web/src/early/first-reads/first-read.js';

type Operation = {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
};

/** The tables of pages in `routes.tsx`: the paths of each, by the name of its constant. */
function routesIn(file: URL): ReadonlyMap<string, readonly string[]> {
  const source = ts.createSourceFile('routes.tsx', readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const tables = new Map<string, readonly string[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isSatisfiesExpression(node.initializer)) {
      const table = node.initializer.expression;
      if (ts.isObjectLiteralExpression(table))
        tables.set(
          node.name.getText(),
          table.properties.map(({ name }) => (name as ts.StringLiteral).text),
        );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return tables;
}

/** A path without the names of its parameters: `/api/meetings/{}`. */
const withoutNames = (path: string): string => path.replaceAll(/\{[^}]*\}/g, '{}');

describe('the requests that a page’s HTML sends early (ADR 0281)', () => {
  const pages = earlyPages();
  const reads = pages.flatMap((page) => page.reads.map((read) => [page.path, read] as const));
  let queries: ReadonlyMap<string, Operation>;
  beforeAll(async () => {
    const environment = readEnvironment({});
    const { paths } = await describeApi(environment.clock, environment);
    queries = new Map(
      Object.entries(paths as Record<string, { readonly get?: Operation }>).flatMap(([path, { get }]) =>
        get ? [[withoutNames(path), get] as const] : [],
      ),
    );
  }, 60_000);

  test('are listed for exactly the routes of the pages, behind the sign-in or not', () => {
    const tables = routesIn(new URL('../../apps/web/src/app/routes.tsx', import.meta.url));
    const listed = (isBehindSignIn: boolean) =>
      pages.flatMap((page) => (page.isBehindSignIn === isBehindSignIn ? [page.path] : [])).toSorted();
    expect(listed(true)).toEqual(tables.get('PAGES')?.toSorted());
    expect(listed(false)).toEqual(tables.get('OPEN')?.toSorted());
  });

  test('exist on pages with and without a parameter', () => {
    expect(reads.some(([path]) => path.includes(':'))).toBe(true);
    expect(reads.some(([path]) => !path.includes(':'))).toBe(true);
  });

  test.each(reads)('on %s: %s is a documented query that needs nothing but its path', (path, read) => {
    expect([...queries.keys()]).toContain(withoutNames(read));
    const { parameters = [] } = queries.get(withoutNames(read))!;
    expect(parameters.filter((it) => it.in !== 'path' && it.required)).toEqual([]);
    const numbers = [...read.matchAll(/\{(\d+)\}/g)].map(([, number]) => Number(number));
    expect(Math.max(0, ...numbers)).toBeLessThanOrEqual(path.split(':').length - 1);
  });

  describe('once the session is known', () => {
    const ID = '9b2f8c1e-0000-4000-8000-000000000001';
    /** Somebody with every right and role. */
    const visitor = {
      personId: ID,
      today: '2026-11-18',
      roles: ['unit-leader', 'service-unit-leader', 'coordinator'].map((role) => ({ role, serviceIds: [ID] })),
      rights: Object.keys(RIGHTS).map((right) => ({ right, unitIds: ['900000001'] })),
    };
    const stages = ['filed', 'held'];
    const indicators = [
      { id: 1, by: ['month'], measure: 'share', unit: 'per-cent', besides: 2, besidesAside: null },
      { id: 2, by: ['unit'], measure: 'number', unit: 'number', besides: null, besidesAside: null },
    ];

    test.each([...FIRST_READS])('on %s belong to a route, and are documented queries', async (route, of) => {
      expect(pages.filter(({ isBehindSignIn }) => isBehindSignIn).map(({ path }) => path)).toContain(route);
      const sent = await Promise.all(
        stages.map(async (state) =>
          of(
            visitor,
            route.includes(':indicator') ? '1' : ID,
            () => Promise.resolve({ state, indicators }),
            new URLSearchParams(),
          ),
        ),
      );
      expect(sent.flat().length).toBeGreaterThan(0);
      for (const read of sent.flat().filter((each) => each !== false && !isPart(each)) as string[]) {
        const { pathname, searchParams } = new URL(read, 'http://any');
        const found = [...queries].find(([path]) =>
          new RegExp(`^${path.replaceAll('{}', '(?:[0-9][0-9a-f-]*)')}$`).test(pathname),
        );
        expect([read, found?.[0]]).toEqual([read, expect.any(String)]);
        const { parameters = [] } = found![1];
        const names = parameters.filter((it) => it.in === 'query').map(({ name }) => name);
        expect(names).toEqual(expect.arrayContaining([...searchParams.keys()]));
        expect([...searchParams.keys()]).toEqual(
          expect.arrayContaining(parameters.filter((it) => it.in === 'query' && it.required).map(({ name }) => name)),
        );
      }
    });

    test('ask for nothing that somebody without rights and roles does not see', async () => {
      const nobody = { ...visitor, roles: [], rights: [] };
      const start = await FIRST_READS.get('/')!(nobody, '', () => Promise.resolve(undefined), new URLSearchParams());
      expect(start.filter((read) => read !== false)).toEqual([]);
    });
  });
});
