import { ZodError } from 'zod';
import { UnknownEvent, type EventCatalog, type LogDamage, type StoredEvent } from '#platform/event-store';
import { dedicatedConnection, RunnerReadSide, runnerUrlOf } from '#platform/database';
import { halts } from '#platform/followers';
import { systemClock } from '#platform/kernel';
import { compareWithFreshFold, type Comparison } from '#platform/projections';
import { digestDifferences } from '#digests';
import { DigestMade, type MadeDigest } from '#digests/contract';
import { factsContext, publicationDifferences, statisticsContext } from '#statistics';
import type { Installation } from '../../../composition/src/index.js';
import { progressOn } from '../terminal/progress.js';
import type { Terminal } from '#platform/process';

/** A fault and its location. Ids, names and codes only, never the content of an event or a row. */
export interface Finding {
  readonly fault:
    | LogDamage
    | 'EVENT_UNKNOWN'
    | 'EVENT_UNREADABLE'
    | 'FOLLOWER_HALTED'
    | 'READ_MODEL_DIFFERS'
    | 'READ_MODEL_NOT_COMPARED'
    | 'PUBLICATION_DIFFERS'
    | 'DIGEST_DIFFERS';
  readonly explanation: string;
  readonly position?: string;
  readonly stream?: string;
  readonly type?: string;
  readonly table?: string;
  readonly key?: string;
  readonly columns?: readonly string[];
}

/** Number of items checked. */
export interface Checked {
  readonly events: number;
  readonly readModels: number;
  readonly rows: number;
}

/** An event that a read model or policy skips because an operator passed it over. */
export interface PassedOverEvent {
  readonly kind: string;
  readonly name: string;
  readonly eventId: string;
  readonly tenant: string;
  /** Position of the operator's decision. */
  readonly position: bigint;
}

interface How {
  readonly onKnown?: (known: PassedOverEvent) => void;
  readonly onFinding: (finding: Finding) => void;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/** Checks the whole installation page by page; memory does not grow with the log. */
export async function verify(installation: Installation, how: How): Promise<Checked> {
  await checkOrder(installation, how);
  const known = await passedOver(installation);
  for (const each of known) how.onKnown?.(each);
  const events = await checkEvents(installation, new Set(known.map(({ eventId }) => eventId)), how);
  await tellHalts(installation, how);
  const comparisons = await checkReadModels(installation, how);
  await checkPublications(installation, how);
  return { events, readModels: comparisons.length, rows: comparisons.reduce((sum, { rows }) => sum + rows, 0) };
}

const EXPLANATIONS: Readonly<Record<LogDamage, string>> = {
  POSITION_MISSING: 'events between this one and the one before it in the log are gone',
  POSITION_BACKWARDS: 'it does not stand after the event before it in the log',
  REVISION_MISSING: 'the event before this one in its stream is gone, or stands later in the log',
  RECORDED_BACKWARDS: 'it says that it was recorded earlier than the event before it',
  TENANT_DIFFERS: 'the row and the event name different tenants',
  HEAD_DIFFERS: 'the head of the log says that it ends elsewhere',
};

async function checkOrder({ log, events }: Installation, { onFinding, terminal, signal }: How): Promise<void> {
  const progress = progressOn(terminal, 'Order of the log');
  try {
    const faults = log.check(events, (checked, head) => progress.at(Number(checked), Number(head)));
    for await (const { damage, position, stream, revision } of faults) {
      signal.throwIfAborted();
      onFinding({
        fault: damage,
        position: String(position),
        stream,
        explanation: EXPLANATIONS[damage] + (revision === undefined ? '' : ` (revision ${revision})`),
      });
    }
  } finally {
    progress.end();
  }
}

async function passedOver({ dataSource }: Installation): Promise<readonly PassedOverEvent[]> {
  const client = await dedicatedConnection(runnerUrlOf(dataSource), 'samspill_runner');
  try {
    const { rows } = await client.query<PassedOverEvent>(
      'select kind, name, event_id as "eventId", tenant, position from passed_over order by position',
    );
    return rows;
  } finally {
    await client.end();
  }
}

async function tellHalts({ dataSource }: Installation, { onFinding }: How): Promise<void> {
  for (const { kind, name, tenant, position, type, eventId, failure } of await halts(dataSource))
    onFinding({
      fault: 'FOLLOWER_HALTED',
      position: String(position),
      type,
      explanation: `${kind} ${name} stands still here for municipality ${tenant}, at event ${eventId} (${failure})`,
    });
}

async function checkEvents(
  { events, catalog }: Installation,
  known: ReadonlySet<string>,
  { onFinding, terminal, signal }: How,
): Promise<number> {
  const progress = progressOn(terminal, 'Events by their schemas');
  const head = Number(await events.head());
  let checked = 0;
  for await (const batch of events.readAll({ after: 0n, signal })) {
    for (const event of batch) {
      const finding = unreadable(catalog, event) ?? digestDiffers(catalog, event);
      if (finding && !known.has(event.id)) onFinding(finding);
    }
    checked += batch.length;
    // Positions may have gaps: the number of events is known only at the end.
    const share = Number(batch.at(-1)!.position) / head;
    progress.at(checked, Math.max(checked, Math.round(checked / share)));
  }
  signal.throwIfAborted();
  progress.end();
  return checked;
}

/** Only the paths of the errors are reported, since a schema's own message may quote the event. */
function unreadable(catalog: EventCatalog, event: StoredEvent): Finding | undefined {
  try {
    catalog.check(event);
    return undefined;
  } catch (fault) {
    const { position, stream, type, schemaVersion } = event;
    const where = { position: String(position), stream, type: `${type} v${schemaVersion}` };
    if (fault instanceof UnknownEvent)
      return { fault: 'EVENT_UNKNOWN', ...where, explanation: 'this version of Samspill does not know it' };
    const at = fault instanceof ZodError ? fault.issues.map(({ path }) => path.join('.') || 'the whole event') : [];
    const explanation =
      at.length > 0 ? `does not hold its schema at ${[...new Set(at)].join(', ')}` : 'cannot be lifted to its schema';
    return { fault: 'EVENT_UNREADABLE', ...where, explanation };
  }
}

async function checkReadModels(installation: Installation, { onFinding, terminal, signal }: How) {
  const progress = progressOn(terminal, 'Read models against a fresh fold');
  const { dataSource: source, events, catalog, readModels } = installation;
  const comparisons = await compareWithFreshFold(
    { source, events, catalog, readModels },
    { signal, onProgress: (done, total) => progress.at(done, total) },
  );
  progress.end();
  for (const comparison of comparisons) for (const finding of findingsOf(comparison)) onFinding(finding);
  return comparisons;
}

/** Renders a digest anew from its event, and compares with the checksums of the mail that was sent. */
function digestDiffers(catalog: EventCatalog, event: StoredEvent): Finding | undefined {
  if (event.type !== DigestMade.type) return undefined;
  const differing = digestDifferences(catalog.decode(event).data as MadeDigest);
  if (differing.length === 0) return undefined;
  return {
    fault: 'DIGEST_DIFFERS',
    position: String(event.position),
    type: event.type,
    explanation: `the parts ${differing.join(', ')} of this digest are not what its figures give`,
  };
}

/** Computes what has been published anew, as of the moments that it names. */
async function checkPublications({ dataSource }: Installation, { onFinding, signal }: How): Promise<void> {
  const readSide = await RunnerReadSide.open(dataSource, [...factsContext.entities, ...statisticsContext.entities]);
  try {
    for await (const { eventId, period, version, indicators } of publicationDifferences(readSide, systemClock)) {
      signal.throwIfAborted();
      onFinding({
        fault: 'PUBLICATION_DIFFERS',
        key: `${period}/${version}`,
        explanation:
          indicators.length === 0
            ? `the checksum of event ${eventId} does not belong to its figures`
            : `indicators ${indicators.join(', ')} of event ${eventId} are not what the facts of their moment give`,
      });
    }
  } finally {
    await readSide.close();
  }
}

const KINDS = {
  missing: 'the row is missing',
  extra: 'the row should not be there',
  changed: 'the row differs',
} as const;

function* findingsOf({ readModel, table, differences, examples, notCompared }: Comparison): Generator<Finding> {
  if (notCompared !== undefined) {
    yield { fault: 'READ_MODEL_NOT_COMPARED', table, explanation: `${readModel}: ${notCompared}` };
    return;
  }
  for (const { key, kind, columns } of examples)
    yield { fault: 'READ_MODEL_DIFFERS', table, key, columns, explanation: KINDS[kind] };
  if (differences > examples.length)
    yield {
      fault: 'READ_MODEL_DIFFERS',
      table,
      explanation: `and ${differences - examples.length} more rows; samspill rebuild ${readModel} makes them anew`,
    };
}
