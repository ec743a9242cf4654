import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EXIT } from '#platform/process';
import { CommandFailed } from '../exit-codes.js';
import { ARCHIVE_FORMAT, type Row } from './archive-format.js';
import { readArchive, type ArchivePart } from './read-archive.js';
import { writeArchive, type Section } from './write-archive.js';

const HEADER = {
  takenAt: new Date('2026-11-30T02:00:00Z'),
  engine: 'postgres',
  migrations: ['EventStore1760000000000'],
} as const;
const running = new AbortController().signal;

let folder: string;
let count = 0;
const newFile = () => join(folder, `${(count += 1)}.backup`);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samspill-archive-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Table {
  readonly table: string;
  readonly columns: readonly string[];
  readonly pages: readonly (readonly Row[])[];
}
async function* sectionsOf(tables: readonly Table[]): AsyncGenerator<Section> {
  for (const { pages, ...table } of tables)
    yield {
      ...table,
      pages: (async function* () {
        for (const page of pages) yield await Promise.resolve(page);
      })(),
    };
}
async function written(tables: readonly Table[]): Promise<string> {
  const file = newFile();
  await writeArchive(file, HEADER, sectionsOf(tables), running);
  return file;
}
async function partsOf(file: string): Promise<readonly ArchivePart[]> {
  const parts: ArchivePart[] = [];
  for await (const part of readArchive(file)) parts.push(part);
  return parts;
}
/** The tables of an archive as they were given, whatever the pages were. */
async function tablesIn(file: string): Promise<readonly Omit<Table, 'pages'>[]> {
  const found: { table: string; columns: readonly string[]; rows: Row[] }[] = [];
  for (const part of await partsOf(file)) {
    if (part.kind === 'start') found.push({ table: part.table, columns: part.columns, rows: [] });
    if (part.kind === 'rows') found.at(-1)!.rows.push(...part.rows);
    if (part.kind === 'end') expect([part.table, part.rows]).toEqual([found.at(-1)!.table, found.at(-1)!.rows.length]);
  }
  return found;
}
const unpaged = (tables: readonly Table[]) => tables.map(({ pages, ...table }) => ({ ...table, rows: pages.flat() }));

const EXAMPLE: readonly Table[] = [
  { table: 'draft', columns: ['tenant', 'content'], pages: [[['3203', '{"æ": "\u2028 ø\\n"}']], [['3203', null]]] },
  { table: 'empty', columns: ['one'], pages: [] },
  { table: 'event', columns: ['position'], pages: [[['1'], ['2']]] },
];

describe('an archive', () => {
  test('gives back what was written, for any text', async () => {
    const text = fc.option(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\n', '"', '\\', '\u001f', '🙂\r\n')),
    );
    const table = fc.integer({ min: 1, max: 3 }).chain((width) =>
      fc.record({
        table: fc.constantFrom('draft', 'event', 'archive'),
        columns: fc.constant(Array.from({ length: width }, (_, i) => `c${i}`)),
        pages: fc.array(fc.array(fc.array(text, { minLength: width, maxLength: width }), { maxLength: 4 }), {
          maxLength: 3,
        }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(table, { maxLength: 4 }), async (tables) => {
        expect(await tablesIn(await written(tables))).toEqual(unpaged(tables));
      }),
      { numRuns: 100, seed: 20_261_130 },
    );
  });

  test('is read in pages, however long a table is', async () => {
    const pages = Array.from({ length: 60 }, (_, i) => Array.from({ length: 50 }, (_, j): Row => [`${i * 50 + j}`]));
    const file = await written([{ table: 'event', columns: ['position'], pages }]);
    const sizes = (await partsOf(file)).flatMap((part) => (part.kind === 'rows' ? part.rows.length : []));
    expect(sizes).toEqual([1_000, 1_000, 1_000]);
  });

  test('can be read by its owner only, and says what it is to whoever decompresses it', async () => {
    const file = await written(EXAMPLE);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const [first] = gunzipSync(await readFile(file))
      .toString()
      .split('\n');
    expect(JSON.parse(first!)).toEqual({
      ...{ samspill: 'backup', format: ARCHIVE_FORMAT, takenAt: '2026-11-30T02:00:00.000Z', engine: 'postgres' },
      migrations: ['EventStore1760000000000'],
    });
  });

  test('replaces no file', async () => {
    const file = await written(EXAMPLE);
    const before = await readFile(file);
    await expect(writeArchive(file, HEADER, sectionsOf([]), running)).rejects.toMatchObject({
      exitCode: EXIT.wrongUse,
    });
    expect(await readFile(file)).toEqual(before);
  });

  test('is whole when two are written to one name at once, and goes into no file that others made', async () => {
    const file = newFile();
    await writeFile(`${file}.part`, 'of another', { mode: 0o644 });
    const tables = [{ table: 't', columns: ['a'], pages: [[['1']], [['2']]] }];
    // The later one may find that the file is there.
    const ends = await Promise.allSettled([1, 2].map(() => writeArchive(file, HEADER, sectionsOf(tables), running)));
    expect(ends.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await tablesIn(file)).toEqual([{ table: 't', columns: ['a'], rows: [['1'], ['2']] }]);
    expect(await readFile(`${file}.part`, 'utf8')).toBe('of another');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('is not there at all when it was broken off, or its content could not be read', async () => {
    const inFolder = await readdir(folder);
    const stop = new AbortController();
    async function* broken(): AsyncGenerator<Section> {
      yield {
        table: 'event',
        columns: ['position'],
        pages: (async function* () {
          yield await Promise.resolve([['1']]);
          stop.abort();
        })(),
      };
      yield {
        table: 'draft',
        columns: ['content'],
        pages: (async function* () {
          yield await Promise.resolve([['1']]);
        })(),
      };
    }
    await expect(writeArchive(newFile(), HEADER, broken(), stop.signal)).rejects.toThrow(/abort/i);
    async function* failing(): AsyncGenerator<Section> {
      yield await Promise.reject(new Error('the database is gone'));
    }
    await expect(writeArchive(newFile(), HEADER, failing(), running)).rejects.toThrow('the database is gone');
    await expect(writeArchive('/proc/nowhere/it.backup', HEADER, sectionsOf([]), running)).rejects.toBeInstanceOf(
      CommandFailed,
    );
    expect(await readdir(folder)).toEqual(inFolder);
  });
});

describe('a file that is not as it was written', () => {
  const refused = async (bytes: Uint8Array): Promise<string> => {
    const file = newFile();
    await writeFile(file, bytes);
    const fault = await partsOf(file).then(
      () => undefined,
      (each: unknown) => each,
    );
    await rm(file);
    if (fault === undefined) return 'accepted';
    expect(fault).toBeInstanceOf(CommandFailed);
    expect(fault).toMatchObject({ exitCode: EXIT.faults });
    return (fault as Error).message.replace(file, 'FILE');
  };
  let bytes: Buffer;
  beforeAll(async () => {
    bytes = await readFile(await written(EXAMPLE));
  });
  /** The archive with other lines, compressed as it should be. */
  const withLines = (change: (lines: string[]) => string[]) =>
    refused(gzipSync(change(gunzipSync(bytes).toString().split('\n')).join('\n')));

  test('is refused when it is cut anywhere', async () => {
    for (let length = 0; length < bytes.length; length += 1)
      expect([length, await refused(bytes.subarray(0, length))]).not.toEqual([length, 'accepted']);
    expect(await refused(bytes.subarray(0, bytes.length - 1))).toMatch(
      /^FILE is damaged or was changed \(its end is missing\)/,
    );
  });

  test('is refused, or gives the same, when any bit of it was changed', async () => {
    const wanted = await tablesIn(await written(EXAMPLE));
    const file = newFile();
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Buffer.from(bytes);
        changed[at]! ^= 1 << bit;
        await writeFile(file, changed);
        // The header of gzip has bytes without a meaning, such as the time.
        const found = await tablesIn(file).catch((fault: unknown) => fault);
        if (found instanceof Error) expect(found).toBeInstanceOf(CommandFailed);
        else expect(found).toEqual(wanted);
      }),
      { numRuns: 400, seed: 20_261_130 },
    );
  });

  test.each<readonly [string, (lines: string[]) => string[], RegExp]>([
    ['a changed value', (lines) => lines.map((line) => line.replace('["2"]', '["3"]')), /content of event/],
    ['a row less', (lines) => lines.filter((line) => line !== '["2"]'), /content of event/],
    ['a row more', (lines) => lines.flatMap((line) => (line === '["2"]' ? [line, line] : [line])), /content of event/],
    [
      'a row of another width',
      (lines) => lines.map((line) => (line === '["2"]' ? '["2","x"]' : line)),
      /a row of event/,
    ],
    ['a table less', (lines) => lines.toSpliced(5, 2), /the whole is not/],
    ['no last line', (lines) => lines.toSpliced(-2, 1), /its end is missing/],
    ['something after the last line', (lines) => [...lines.slice(0, -1), '{}', ''], /something follows/],
    ['a line that is not JSON', (lines) => lines.map((line) => (line === '["2"]' ? '["2"' : line)), /event has no end/],
  ])('is refused with %s', async (_, change, wanted) => {
    expect(await withLines(change)).toMatch(wanted);
  });

  test('is refused with a table taken out and the sum of the whole corrected, by the number of tables', async () => {
    const answer = await withLines((lines) => {
      const rest = lines.toSpliced(5, 2).slice(0, -2);
      const sha256 = createHash('sha256')
        .update(`${rest.join('\n')}\n`)
        .digest('hex');
      return [...rest, JSON.stringify({ end: 'archive', sections: 3, sha256 }), ''];
    });
    expect(answer).toMatch(/the whole is not/);
  });

  test('of a newer format is refused with what to do', async () => {
    const newer = ARCHIVE_FORMAT + 1;
    expect(await withLines(([first, ...rest]) => [first!.replace('"format":1', `"format":${newer}`), ...rest])).toBe(
      `FILE was written by a newer version of Samspill (format ${newer}; this one reads 1): restore it with that version.`,
    );
  });

  test('is told from what never was a backup', async () => {
    const sentence = 'FILE is not a backup that samspill backup has written.';
    expect(await refused(Buffer.from('PGDMP of pg_dump'))).toBe(sentence);
    expect(await refused(gzipSync('{"another": "file"}\n'))).toBe(sentence);
    expect(await refused(gzipSync('not JSON\n'))).toBe(sentence);
    await expect(partsOf(join(folder, 'nothing'))).rejects.toThrow(/there is no such file/);
  });
});
