import { migrate } from '#platform/database';
import { systemClock, stableId } from '#platform/kernel';
import { eventStoreMigrations, PostgresEventStore } from '#platform/event-store-postgres';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
const admin = new pg.Client('postgres://postgres@127.0.0.1:54390/postgres'); await admin.connect();
await admin.query('drop database if exists t1 with (force)'); await admin.query('create database t1');
const url = 'postgres://postgres@127.0.0.1:54390/t1';
console.log(await migrate(url, eventStoreMigrations));
const store = new PostgresEventStore({ connectionString: url, clock: systemClock, onTrouble: console.error });
const event = () => ({ id: randomUUID(), type: 'bench.Happened', schemaVersion: 1, data: { text: 'x'.repeat(150), n: 1 }, metadata: { municipality: '3203', commandId: randomUUID(), request: 'x'.repeat(20), correlationId: randomUUID(), actor: randomUUID(), occurredAt: new Date().toISOString() } });
console.log(await store.append('a-1', 'no-stream', [event()]), await store.append('a-1', 'no-stream', [event()]), await store.append('a-1', 0n, [event(), event()]));
const es = [event(), event()] as const;
console.log(await store.append('a-1', 2n, es), await store.append('a-1', 2n, es), await store.read('a-1', 3n));
for (const writers of [1, 16, 64, 1, 16, 64]) {
  const end = performance.now() + 3000; const lat: number[] = [];
  await Promise.all(Array.from({ length: writers }, async () => {
    while (performance.now() < end) {
      const stream = `meeting-${randomUUID()}`;
      for (let i = 0; i < 12; i++) { const t = performance.now(); const r = await store.append(stream, i ? BigInt(i - 1) : 'no-stream', [event()]); if ('conflict' in r) throw 1; lat.push(performance.now() - t); }
    }
  }));
  lat.sort((a, b) => a - b);
  console.log(writers, Math.round(lat.length / 3), lat[lat.length >> 1]!.toFixed(2), lat[Math.floor(lat.length * .99)]!.toFixed(2));
}
const t = performance.now(); let n = 0; for await (const page of store.readAll({ after: 0n })) n += page.length; console.log('read', n, Math.round(n / (performance.now() - t) * 1000));
await store.close(); await admin.end();
