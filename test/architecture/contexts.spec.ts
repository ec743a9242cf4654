import { describe, expect, test } from '@jest/globals';
import type { ClassProvider, Provider, Type } from '@nestjs/common';
import { contexts } from '../../apps/composition/src/index.js';

const metadata = <T>(key: string, of: object): readonly T[] => (Reflect.getMetadata(key, of) as T[] | undefined) ?? [];

/** The classes that Nest makes for a module. */
const classesOf = (module: Type): readonly Type[] => [
  ...metadata<Type>('controllers', module),
  ...metadata<Provider>('providers', module).flatMap((provider) =>
    typeof provider === 'function' ? [provider] : ((provider as Partial<ClassProvider>).useClass ?? []),
  ),
];
/** Classes that the constructors of a module's classes inject. */
const injectedIn = (module: Type): ReadonlySet<unknown> =>
  new Set(classesOf(module).flatMap((it) => metadata('design:paramtypes', it)));

test('contexts that inject contracts of others are found', () => {
  expect(contexts.filter(({ needs }) => needs.length > 0).length).toBeGreaterThan(3);
});

describe.each(contexts)('$name', ({ name, module, needs, provides }) => {
  test('needs exactly the contract classes of other contexts that its classes inject', () => {
    const injected = injectedIn(module);
    const ofOthers = contexts.filter((it) => it.name !== name).flatMap((it) => it.provides);
    const names = (contracts: readonly (typeof ofOthers)[number][]) => contracts.map((it) => it.name).sort();
    expect(names(needs)).toEqual(names(ofOthers.filter((contract) => injected.has(contract))));
  });

  test('exports its contract classes, so that others can inject them', () => {
    expect(metadata('exports', module)).toEqual(expect.arrayContaining([...provides]));
  });
});
