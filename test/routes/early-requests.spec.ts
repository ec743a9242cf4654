import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { describeApi } from '../../apps/api/src/index.js';
import { readEnvironment } from '#platform/environment';
import { earlyPages } from '../../apps/web/early-pages.mjs';

type Operation = { readonly parameters?: readonly { readonly in: string; readonly required?: boolean }[] };

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
});
