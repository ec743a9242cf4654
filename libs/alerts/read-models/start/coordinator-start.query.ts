import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Asker } from '#platform/identity';
import { addWorkingDays } from '#platform/kernel';
import { CompletedActions, RefusedDecisions, type CompletedActionDto } from '#actions/contract';
import type { Alert } from '../../domain/alert.js';
import type { CoordinatorStart } from '../follow-up/follow-up.dto.js';
import { showing, UnitsToCall } from '../follow-up/units-to-call.js';
import { UnitContacts } from '../unit-history/unit-contacts.js';
import type { UnitHistoryRow } from '../unit-history/unit-history.entity.js';
import { MonthsSoFar } from './months-so-far.js';

/** The coordinator's start page. */
export class ReadCoordinatorStart extends Query<CoordinatorStart> {
  constructor(readonly asker: Asker) {
    super();
  }
}

const CALLED_FIRST = 5;
const MATTERS_OF_EACH = 3;
const LINES = 10;

@QueryHandler(ReadCoordinatorStart)
export class ReadCoordinatorStartHandler implements IQueryHandler<ReadCoordinatorStart> {
  constructor(
    private readonly toCall: UnitsToCall,
    private readonly months: MonthsSoFar,
    private readonly contacts: UnitContacts,
    private readonly completed: CompletedActions,
    private readonly refused: RefusedDecisions,
  ) {}

  async execute({ asker }: ReadCoordinatorStart): Promise<CoordinatorStart> {
    const { tenant, today } = asker;
    const list = await this.toCall.on(asker);
    const since = addWorkingDays(today, -1, list.facts.isPublicHoliday);
    const [months, done, completed, refusedDecisions] = await Promise.all([
      this.months.on(today, tenant),
      this.contacts.doneByUnits(tenant, since),
      this.completed.since(tenant, since),
      this.refused.count(tenant),
    ]);
    const overdue = list.alerts.filter(({ kind }) => kind === 'overdue');
    const newlyOverdue = overdue.filter((alert) => alert.since >= since);
    const held = done.filter(({ kind }) => kind === 'meeting-held');
    const filed = done.filter(({ kind }) => kind === 'protocol-filed');
    const shown = showing(list, asker);
    const unitOf = (unitId: string) => ({ unitId, name: shown.unitNameOf(unitId) });
    const ofMeeting = ({ kind, saidOn, unitId, meetingId }: UnitHistoryRow): Line => ({
      kind: kind === 'protocol-filed' ? kind : 'meeting-held',
      on: saidOn,
      unit: unitOf(unitId),
      meetingId,
      actionId: null,
      text: null,
    });
    return {
      today,
      ...months,
      changes: {
        since,
        counts: {
          held: held.length,
          filed: filed.length,
          completed: completed.length,
          overdue: newlyOverdue.length,
        },
        lines: someOfEach([
          newlyOverdue.map(({ since: on, subject, subjectId, text }: Alert) => ({
            kind: 'overdue' as const,
            on,
            unit: unitOf(subject.unitIds[0] ?? ''),
            meetingId: null,
            actionId: subjectId,
            text,
          })),
          filed.map(ofMeeting),
          held.map(ofMeeting),
          completed.map(({ actionId, unitIds, text, completedOn }: CompletedActionDto) => ({
            kind: 'action-completed' as const,
            on: completedOn,
            unit: unitOf(unitIds[0] ?? ''),
            meetingId: null,
            actionId,
            text,
          })),
        ]),
      },
      callFirst: list.lines.slice(0, CALLED_FIRST).map((line) => shown.unit(line, MATTERS_OF_EACH)),
      unitsBehind: list.lines.length,
      overdueActions: overdue.length,
      orphans: list.alerts.filter(({ kind }) => kind === 'orphan').length,
      refusedDecisions,
    };
  }
}

type Line = CoordinatorStart['changes']['lines'][number];

/** Selects the first of each kind, then the second of each, until there are enough; still shown kind by kind. */
function someOfEach(kinds: readonly (readonly Line[])[]): Line[] {
  const taken = kinds.map(() => 0);
  for (let left = LINES; left > 0;) {
    const open = kinds.flatMap((lines, i) => (taken[i]! < lines.length ? [i] : []));
    if (open.length === 0) break;
    for (const i of open.slice(0, left)) taken[i]! += 1;
    left -= Math.min(open.length, left);
  }
  return kinds.flatMap((lines, i) => lines.slice(0, taken[i]));
}
