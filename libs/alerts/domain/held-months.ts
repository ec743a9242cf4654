import { monthOf, type Month } from '#platform/kernel';
import { countsFor, type UnitDto } from '#registry/contract';
import type { WatchedMeeting } from './alert.js';

type Held = Pick<WatchedMeeting, 'unitIds' | 'heldOn'>;

/** Checks if a unit met in a month: in its own meeting, or in another's that it joined that day. */
export function heldMonths(
  meetings: readonly Held[],
): (unit: Pick<UnitDto, 'unitId' | 'hosts'>, month: Month) => boolean {
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
