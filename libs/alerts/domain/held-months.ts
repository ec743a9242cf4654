import { monthOf, type Month } from '#platform/kernel';
import { countsFor, type UnitDto } from '#registry/contract';
import type { WatchedMeeting } from './alert.js';

type Held = Pick<WatchedMeeting, 'unitIds' | 'heldOn'>;

type WasHeld = (unit: Pick<UnitDto, 'unitId' | 'hosts'>, month: Month) => boolean;

/** By the list of meetings, since several causes of a day ask about the same one. */
const known = new WeakMap<readonly Held[], WasHeld>();

/** Checks if a unit met in a month: in its own meeting, or in another's that it joined that day. */
export function heldMonths(meetings: readonly Held[]): WasHeld {
  const wasHeld = known.get(meetings) ?? findHeldMonths(meetings);
  known.set(meetings, wasHeld);
  return wasHeld;
}

function findHeldMonths(meetings: readonly Held[]): WasHeld {
  const heldAt = new Map<string, Held[]>();
  for (const meeting of meetings)
    for (const unitId of meeting.unitIds) {
      const table = `${unitId}/${monthOf(meeting.heldOn)}`;
      const others = heldAt.get(table);
      if (others) others.push(meeting);
      else heldAt.set(table, [meeting]);
    }
  return (unit, month) =>
    [unit.unitId, ...unit.hosts.flatMap(({ hostUnitId }) => hostUnitId ?? [])].some((table) =>
      heldAt.get(`${table}/${month}`)?.some((meeting) => countsFor(unit, meeting)),
    );
}
