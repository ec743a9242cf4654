import {
  Column,
  Entity,
  Index,
  PrimaryColumn,
  type DataSource,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';
import { z } from 'zod';
import { migrate, openDatabase, tenantTable } from '#platform/database';
import { EventCatalog, isConflict, type EventStore, type NewEvent } from '#platform/event-store';
import { eventStoreMigrations, PostgresEventStore } from '#platform/event-store-postgres';
import { followerMigrations } from '#platform/followers';
import { eventType, stableId, systemClock, type EventOf, type Recorded } from '#platform/kernel';
import { freshDatabase } from '../../../test/postgres.js';
import { change, readModel, streamId, type ReadModel } from './read-model.js';

// An example domain of garden beds and plants: small, but with every kind of column, rows that are deleted, and events
// that touch many rows.

const BedDug = eventType('garden.BedDug', 1, z.object({ name: z.string(), dugOn: z.string() }));
const Planted = eventType('garden.Planted', 1, z.object({ plants: z.array(z.string()) }));
const Watered = eventType('garden.Watered', 1, z.object({ litres: z.number(), note: z.string().nullable() }));
const BedLeft = eventType('garden.BedLeft', 1, z.object({}));
export const gardenEvents = { BedDug, Planted, Watered, BedLeft };
export type GardenEvent = EventOf<typeof gardenEvents>;

@Entity()
export class Bed {
  @PrimaryColumn('uuid') bedId!: string;
  @Column('text') tenant!: string;
  @Column('text') name!: string;
  @Column('date') dugOn!: string;
  @Column('text', { array: true }) plants!: string[];
  @Column('json') waterings!: { litres: number; note: string | null }[];
  @Column('numeric') litres!: number;
  @Column('int') times!: number;
  @Column('boolean') green!: boolean;
  @Column('timestamptz', { nullable: true }) wateredAt!: Date | null;
  @Column('int8') lastPosition!: bigint;
}

/** One row per kind of plant, touched by beds of many streams. */
@Entity()
export class PlantCount {
  @PrimaryColumn('text') plant!: string;
  @Column('text') tenant!: string;
  @Index()
  @Column('int')
  planted!: number;
}

export class CreateGarden1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bed (
        bed_id uuid not null, tenant text not null, name text not null, dug_on date not null,
        plants text[] not null, waterings json not null, litres numeric not null, times int not null check (times < 1000),
        green boolean not null, watered_at timestamptz, last_position int8 not null, primary key (tenant, bed_id));
      create index bed_by_day on bed (tenant, dug_on);
      create unique index bed_by_name on bed (tenant, name, bed_id) where green;
      ${tenantTable('bed')}
      create table plant_count (
        plant text not null, tenant text not null, planted int not null, primary key (tenant, plant));
      ${tenantTable('plant_count')}`);
  }
  async down(): Promise<void> {}
}

const bedOf = (event: Recorded) => streamId(event);

export const beds = readModel<Bed, GardenEvent>({
  name: 'beds',
  version: 1,
  entity: Bed,
  on: {
    'garden.BedDug': {
      rows: (event) => [bedOf(event)],
      fold: (_, { data, tenant, position }, bedId) => ({
        bedId,
        tenant,
        ...data,
        plants: [],
        waterings: [],
        litres: 0,
        times: 0,
        green: false,
        wateredAt: null,
        lastPosition: position,
      }),
    },
    'garden.Planted': change(bedOf, (bed, { data, position }) => ({
      ...bed,
      plants: [...bed.plants, ...data.plants],
      green: true,
      lastPosition: position,
    })),
    'garden.Watered': change(bedOf, (bed, { data, recordedAt, position }) => ({
      ...bed,
      waterings: [...bed.waterings.slice(-2), data],
      litres: bed.litres + data.litres,
      times: bed.times + 1,
      wateredAt: recordedAt,
      lastPosition: position,
    })),
    'garden.BedLeft': { rows: (event) => [bedOf(event)], fold: () => undefined },
  },
});

export const plantCounts = readModel<PlantCount, GardenEvent>({
  name: 'plant-counts',
  version: 1,
  entity: PlantCount,
  on: {
    'garden.BedDug': 'ignored',
    'garden.Planted': {
      rows: ({ data }) => data.plants,
      fold: (row, { tenant }, plant) => ({
        plant,
        tenant,
        planted: (row?.planted ?? 0) + 1,
      }),
    },
    'garden.Watered': 'ignored',
    'garden.BedLeft': 'ignored',
  },
});
export const gardenModels = [beds, plantCounts] as readonly ReadModel[];
export const gardenCatalog = new EventCatalog(gardenEvents);

/** Texts that break SQL without proper quoting. */
const NAMES = ['Rødbeter, "sene"', "l'herbe {a,b}", 'back\\slash', 'NULL', '', 'ærlig\n\tlinje', '\u001f'];

export interface GardenStep {
  readonly bed: number;
  readonly what: 'dig' | 'plant' | 'water' | 'leave';
  readonly n: number;
}

const eventOf = ({ what, n }: GardenStep) => {
  if (what === 'dig') return BedDug({ name: NAMES[n % NAMES.length]!, dugOn: `2026-0${1 + (n % 9)}-28` });
  if (what === 'plant') return Planted({ plants: [NAMES[n % NAMES.length]!, 'kål', `plante ${n % 40}`] });
  if (what === 'water') return Watered({ litres: n / 4, note: n % 3 === 0 ? null : NAMES[n % NAMES.length]! });
  return BedLeft({});
};

/** Every fourth event of a long pseudo-random sequence, the same for the same arguments. */
export const walk = (steps: number, bedCount = 50): GardenStep[] =>
  Array.from({ length: steps }, (_, n) => ({
    bed: (n * 7919) % bedCount,
    what: n < bedCount ? 'dig' : n % 97 === 0 ? 'leave' : n % 89 === 0 ? 'dig' : n % 3 === 0 ? 'plant' : 'water',
    n,
  }));

export interface Garden {
  readonly url: string;
  readonly ownerUrl: string;
  readonly source: DataSource;
  readonly events: EventStore;
  readonly catalog: EventCatalog;
  readonly readModels: readonly ReadModel[];
  /** Appends the steps, those of a bed in order and the beds in parallel; returns the last position. */
  work(steps: readonly GardenStep[]): Promise<bigint>;
  /** Every row of both tables as text, ordered by key, for a comparison byte by byte. */
  rows(): Promise<unknown>;
  asOwner(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** A garden in a database of its own. */
export async function openGarden(readModels: readonly ReadModel[] = gardenModels): Promise<Garden> {
  const database = await freshDatabase();
  const { url, ownerUrl } = database;
  await migrate(ownerUrl, [...eventStoreMigrations, ...followerMigrations, CreateGarden1700000000001], database.logins);
  const source = await openDatabase({ url, entities: [Bed, PlantCount] });
  const owner = await openDatabase({ url: ownerUrl, entities: [], role: 'none', poolSize: 2 });
  const events = new PostgresEventStore({ connectionString: url, runnerUrl: url, clock: systemClock });
  let count = 0;
  const revisions = new Map<string, bigint>();
  const append = async (step: GardenStep): Promise<bigint> => {
    const stream = `bed-${stableId('bed', step.bed)}`;
    const at = revisions.get(stream);
    const id = stableId('garden', stream, (count += 1));
    const event: NewEvent = gardenCatalog.encode(id, eventOf(step), metadata(id));
    const answer = await events.append(tenantOf(step), stream, at ?? 'no-stream', [event]);
    if (isConflict(answer)) throw new Error('Nobody else works in this garden');
    revisions.set(stream, answer.revision);
    return answer.position;
  };
  return {
    url,
    ownerUrl,
    source,
    events,
    catalog: gardenCatalog,
    readModels,
    async work(steps) {
      const beds = [...Map.groupBy(steps, ({ bed }) => bed).values()];
      const positions = await Promise.all(
        beds.map(async (own) => {
          let position = 0n;
          for (const step of own) position = await append(step);
          return position;
        }),
      );
      return positions.reduce((last, position) => (position > last ? position : last), 0n);
    },
    rows: () =>
      Promise.all(
        ['bed order by bed_id', 'plant_count order by tenant, plant'].map((table) =>
          owner.query(`select it::text from (select * from ${table}) as it`),
        ),
      ),
    asOwner: (sql, values) => owner.query(sql, values as unknown[]),
    async close() {
      await events.close();
      await owner.destroy();
      await source.destroy();
      await database.drop();
    },
  };
}

/** Every other bed belongs to another tenant. */
const tenantOf = ({ bed }: GardenStep): string => (bed % 2 === 0 ? '3203' : '0301');

const metadata = (commandId: string): NewEvent['metadata'] => ({
  commandId,
  request: commandId,
  correlationId: commandId,
  actor: 'system:gardener',
  occurredAt: '2026-11-22T08:00:00.000Z',
});
