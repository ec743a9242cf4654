import { expect, test } from '@jest/globals';
import { Injectable, Module, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { Context } from './context.js';
import { modulesOf, UnmetNeed } from './modules.js';

abstract class Places {
  abstract name(): string;
}
abstract class Tasks {
  abstract count(): number;
}
@Injectable()
class ListedPlaces extends Places {
  name = () => 'Nordlia';
}
@Injectable()
class PlaceDetails {}
@Injectable()
class Tour {
  constructor(readonly places: Places) {}
}
@Injectable()
class Inspection {
  constructor(readonly details: PlaceDetails) {}
}

@Module({ providers: [PlaceDetails, { provide: Places, useClass: ListedPlaces }], exports: [Places] })
class PlacesModule {}
@Module({ providers: [Tour] })
class ToursModule {}
@Module({ providers: [Inspection] })
class InspectionsModule {}

const context = (
  name: string,
  module: Type,
  contracts: Partial<Pick<Context, 'needs' | 'provides'>> = {},
): Context => ({
  name,
  module,
  events: [],
  streams: [],
  readModels: [],
  policies: [],
  entities: [],
  migrations: [],
  refusals: [],
  subjects: [],
  needs: [],
  provides: [],
  ...contracts,
});
const places = context('places', PlacesModule, { provides: [Places] });
const compile = (...contexts: readonly Context[]) =>
  Test.createTestingModule({ imports: [...modulesOf(contexts)] }).compile();

test('a context injects the contract class that it needs, whatever the order of the contexts', async () => {
  const tours = context('tours', ToursModule, { needs: [Places] });
  const app = await compile(tours, places);
  expect(app.get(Tour, { strict: false }).places.name()).toBe('Nordlia');
  expect(app.get(Tour, { strict: false }).places).toBe(app.get(Places, { strict: false }));
  await app.close();
});

test('what a context does not declare as needed, it cannot inject', async () => {
  await expect(compile(places, context('tours', ToursModule))).rejects.toThrow(
    /can't resolve dependencies of the Tour/,
  );
});

test('what is not in the contract, another context cannot inject', async () => {
  await expect(compile(places, context('inspections', InspectionsModule, { needs: [Places] }))).rejects.toThrow(
    /can't resolve dependencies of the Inspection/,
  );
});

test('a need that no context provides is refused', () => {
  expect(() => modulesOf([context('tours', ToursModule, { needs: [Places] })])).toThrow(
    new UnmetNeed('No context provides Places, which tours needs'),
  );
});

test('a contract class that two contexts provide is refused', () => {
  const others = context('more-places', PlacesModule, { provides: [Places] });
  const tours = context('tours', ToursModule, { needs: [Places] });
  expect(() => modulesOf([places, others, tours])).toThrow(
    new UnmetNeed('Places is provided by places and by more-places'),
  );
});

test('contexts that need each other are refused', () => {
  const needy = context('places', PlacesModule, { needs: [Tasks], provides: [Places] });
  const tours = context('tours', ToursModule, { needs: [Places], provides: [Tasks] });
  expect(() => modulesOf([needy, tours])).toThrow(new UnmetNeed('Contexts need each other: places → tours → places'));
});
