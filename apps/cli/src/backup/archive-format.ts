import { z } from 'zod';
import { CommandFailed } from '../exit-codes.js';

/** Version of the format that this program writes; docs/backup-format.md describes it. */
export const ARCHIVE_FORMAT = 1;

/** First line of an archive. */
export const ArchiveHeader = z.strictObject({
  samspill: z.literal('backup'),
  format: z.literal(ARCHIVE_FORMAT),
  /** Moment of the backup: everything in it was there then, and nothing later is. */
  takenAt: z.iso.datetime().transform((text) => new Date(text)),
  /** The engine of the log. Positions are those of this engine. */
  engine: z.enum(['postgres', 'kurrentdb']),
  /** Names of the migrations that had run: the tables are as these left them. */
  migrations: z.array(z.string()).nonempty().readonly(),
});
export type ArchiveHeader = z.output<typeof ArchiveHeader>;

/** Begins a section: the rows of one table follow, each as a list of its columns' texts. */
export const SectionStart = z.strictObject({ table: z.string(), columns: z.array(z.string()).nonempty() });
/** Ends a section. `sha256` is that of its lines, from the first one on, each with its newline. */
export const SectionEnd = z.strictObject({ end: z.string(), rows: z.int().nonnegative(), sha256: z.string() });
/** Last line. `sha256` is that of every line before it. */
export const ArchiveEnd = z.strictObject({ end: z.literal('archive'), sections: z.int(), sha256: z.string() });
/** A row: the text of each column as PostgreSQL writes it, null for no value. */
export type Row = readonly (string | null)[];
export const Row = z.array(z.string().nullable());

/** Section of the policies' checkpoints: the last event of the log that each has reacted to. */
export const POLICY_POSITIONS = { table: 'policy_position', columns: ['name', 'position'] } as const;

/** Section of the log, the last one. */
export const LOG = {
  table: 'event',
  columns: [
    'position',
    'revision',
    'recorded_at',
    'event_id',
    'schema_version',
    'tenant',
    'stream',
    'type',
    'data',
    'metadata',
  ],
} as const;

/** The file is no archive, or not as it was written. */
export const damaged = (file: string, how: string): CommandFailed =>
  new CommandFailed(
    `${file} is damaged or was changed (${how}). Nothing was restored: take another copy of this backup, or an earlier one.`,
  );
