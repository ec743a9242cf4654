import type { CalendarDate, Recorded } from '#platform/kernel';
import type { ServiceEvent, ServiceUnitEvent, UnitEvent } from '../../contract/index.js';

type Event = UnitEvent | ServiceEvent | ServiceUnitEvent;
export const CHANGES = ['closed', 'moved', 'explained', 'reopened', 'reopening-moved', 'withdrawn'] as const;

/** One change of a closure: what it did, and the day that it set, if any. */
export interface ClosureChange {
  readonly change: (typeof CHANGES)[number];
  /** Last open day, or first day open again; null when withdrawn. */
  readonly day: CalendarDate | null;
  readonly reason: string | null;
  readonly event: Recorded<Event>;
}

/** The changes of closures among the events of a unit, service or service unit, in order. */
export function closureChanges(events: readonly Recorded<Event>[]): readonly ClosureChange[] {
  const changes: ClosureChange[] = [];
  for (const event of events) {
    const last = changes.at(-1);
    if (isOf(event, 'Closed')) {
      const { on: day } = event.data;
      const reason = 'reason' in event.data ? event.data.reason : null;
      changes.push({ change: closingAfter(last, day), day, reason, event });
    } else if (isOf(event, 'Reopened')) {
      const change = last && isReopening(last) ? 'reopening-moved' : 'reopened';
      changes.push({ change, day: event.data.on, reason: null, event });
    } else if (isOf(event, 'ClosureWithdrawn')) changes.push({ change: 'withdrawn', day: null, reason: null, event });
  }
  return changes;
}

type OfKind<What extends string> = Extract<
  Recorded<Event>,
  { readonly type: `registry.${'Unit' | 'Service' | 'ServiceUnit'}${What}` }
>;
const isOf = <What extends string>(event: Recorded<Event>, what: What): event is OfKind<What> =>
  ['Unit', 'Service', 'ServiceUnit'].some((kind) => event.type === `registry.${kind}${what}`);

const isReopening = ({ change }: ClosureChange): boolean => change === 'reopened' || change === 'reopening-moved';

/** A closure that stands gets another day, or another reason only; otherwise it is a new one. */
function closingAfter(last: ClosureChange | undefined, day: CalendarDate): ClosureChange['change'] {
  if (!last || last.change === 'withdrawn' || isReopening(last)) return 'closed';
  return last.day === day ? 'explained' : 'moved';
}
