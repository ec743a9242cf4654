/**
 * Expected content of the board, the lists and the alerts, calculated from the rows of the `event` table. It
 * deliberately shares no code with the product, not even the calendar, so that a fault in one of the two shows as a
 * difference.
 */
export interface RawEvent {
  readonly type: string;
  readonly stream: string;
  readonly data: Record<string, unknown>;
}

/** The public holidays of the journey's two school years, entered by hand. */
const HOLIDAYS = new Set([
  '2025-12-25', '2025-12-26', '2026-01-01', '2026-04-02', '2026-04-03', '2026-04-05', '2026-04-06', '2026-05-01',
  '2026-05-14', '2026-05-17', '2026-05-24', '2026-05-25', '2026-12-25', '2026-12-26', '2027-01-01',
]); // prettier-ignore

const MANDATORY = new Set([8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6]);
const FILING_WORKING_DAYS = 5;

interface Unit {
  readonly from: string;
  readonly obliged: boolean;
}
interface Meeting {
  readonly units: readonly string[];
  on: string;
  state: 'planned' | 'held' | 'cancelled';
  filed: boolean;
}
interface Action {
  readonly units: readonly string[];
  readonly owner: string;
  dueOn: string;
  followUpOn: string;
  followedUpOn: string;
  open: boolean;
}
export type Cell =
  | 'filed'
  | 'protocol-missing'
  | 'protocol-late'
  | 'exempt'
  | 'missing'
  | 'unconfirmed'
  | 'planned'
  | 'not-planned'
  | 'not-obliged';

export interface Expected {
  /** `<unit>/<month>` → the board's cell. */
  readonly board: ReadonlyMap<string, Cell>;
  readonly openActions: readonly string[];
  readonly overdue: readonly string[];
  readonly followUpMissed: readonly string[];
  readonly protocolLate: readonly string[];
  readonly monthMissing: readonly string[];
  readonly orphans: readonly string[];
}

/** The expected state on `today` (a day in Norway), for the school year that begins in `schoolYear`. */
export function expectedFrom(events: readonly RawEvent[], today: string, schoolYear: number): Expected {
  const units = new Map<string, Unit>();
  const meetings = new Map<string, Meeting>();
  const exempt = new Set<string>();
  const actions = new Map<string, Action>();
  const roles = new Map<string, { person: string; from: string; to: string | null }>();

  for (const { type, stream, data } of events) {
    const id = stream.slice(stream.indexOf('-') + 1);
    const text = (key: string) => data[key] as string;
    switch (type) {
      case 'registry.UnitRegistered':
        units.set(id, { from: text('from'), obliged: (data.obligation as { obliged: boolean }).obliged });
        break;
      case 'registry.RoleGiven':
        roles.set(text('roleId'), { person: id, from: text('from'), to: data.to as string | null });
        break;
      case 'registry.RoleEnded':
        roles.set(text('roleId'), { ...roles.get(text('roleId'))!, to: text('on') });
        break;
      case 'meetings.MeetingPlanned':
        meetings.set(id, { units: data.unitIds as string[], on: text('on'), state: 'planned', filed: false });
        break;
      case 'meetings.MeetingMoved':
      case 'meetings.MeetingPostponed':
        meetings.get(id)!.on = (data.to as { on: string }).on;
        break;
      case 'meetings.MeetingCancelled':
        meetings.get(id)!.state = 'cancelled';
        break;
      case 'meetings.MeetingHeld':
        Object.assign(meetings.get(id)!, { state: 'held', on: text('heldOn') });
        break;
      case 'meetings.ProtocolFiled':
      case 'meetings.ProtocolCorrected':
        meetings.get(id)!.filed = true;
        break;
      case 'meetings.MonthExempted':
        exempt.add(`${text('unitId')}/${text('month')}`);
        break;
      case 'meetings.ExemptionWithdrawn':
        exempt.delete(`${text('unitId')}/${text('month')}`);
        break;
      case 'actions.ActionAgreed':
        actions.set(id, {
          units: data.unitIds as string[],
          owner: text('ownerId'),
          dueOn: text('dueOn'),
          followUpOn: text('followUpOn'),
          followedUpOn: '',
          open: true,
        });
        break;
      case 'actions.ActionCarriedOn':
        Object.assign(actions.get(id)!, { dueOn: text('dueOn'), followUpOn: text('followUpOn') });
        break;
      case 'actions.FollowUpRecorded':
        actions.get(id)!.followedUpOn = text('on');
        if (data.nextFollowUpOn !== null) actions.get(id)!.followUpOn = text('nextFollowUpOn');
        break;
      case 'actions.ActionChanged': {
        const content = data.content as { dueOn: string; followUpOn: string };
        Object.assign(actions.get(id)!, { dueOn: content.dueOn, followUpOn: content.followUpOn });
        break;
      }
      case 'actions.HandoverAccepted':
        Object.assign(actions.get(id)!, { owner: text('to') });
        break;
      case 'actions.ActionCompleted':
      case 'actions.ActionAbandoned':
        actions.get(id)!.open = false;
        break;
    }
  }

  const board = new Map<string, Cell>();
  for (const [unitId, unit] of units)
    for (const month of monthsOfYear(schoolYear)) {
      const here = [...meetings.values()].filter((m) => m.units.includes(unitId) && m.on.startsWith(month));
      const mandatory = MANDATORY.has(Number(month.slice(5))) && unit.obliged && hasWorkingDay(month, unit.from);
      board.set(`${unitId}/${month}`, cell(here, exempt.has(`${unitId}/${month}`), mandatory, month, today));
    }

  const active = new Set(
    [...roles.values()].filter((r) => r.from <= today && (r.to === null || r.to >= today)).map((r) => r.person),
  );
  const open = [...actions].filter(([, action]) => action.open);
  const idsOf = (rows: [string, unknown][]) => rows.map(([id]) => id).sort();
  return {
    board,
    openActions: idsOf(open),
    overdue: idsOf(open.filter(([, a]) => a.dueOn < today)),
    followUpMissed: idsOf(open.filter(([, a]) => a.followUpOn < today && a.followedUpOn < a.followUpOn)),
    protocolLate: idsOf([...meetings].filter(([, m]) => m.state === 'held' && !m.filed && isLate(m, today))),
    monthMissing: [...board]
      .filter(([, state]) => state === 'missing')
      .map(([key]) => key)
      .sort(),
    orphans: idsOf(open.filter(([, a]) => !active.has(a.owner))),
  };
}

function cell(here: readonly Meeting[], exempt: boolean, mandatory: boolean, month: string, today: string): Cell {
  const held = here.filter((m) => m.state === 'held');
  const unfiled = held.filter((m) => !m.filed);
  if (held.length > 0 && unfiled.length === 0) return 'filed';
  if (held.length > 0) return unfiled.some((m) => isLate(m, today)) ? 'protocol-late' : 'protocol-missing';
  if (exempt) return 'exempt';
  const over = month < today.slice(0, 7);
  if (over) return mandatory ? 'missing' : 'not-obliged';
  if (here.some((m) => m.state === 'planned' && m.on < today)) return 'unconfirmed';
  if (here.some((m) => m.state === 'planned')) return 'planned';
  return mandatory ? 'not-planned' : 'not-obliged';
}

const isLate = (meeting: Meeting, today: string) => workingDaysAfter(meeting.on, today) > FILING_WORKING_DAYS;

const monthsOfYear = (year: number) =>
  [8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7].map((m) => `${m >= 8 ? year : year + 1}-${String(m).padStart(2, '0')}`);

const next = (day: string) => new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const isWorking = (day: string) => {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(day);
};
const hasWorkingDay = (month: string, from: string) => {
  for (let day = `${month}-01`; day.startsWith(month); day = next(day)) if (day >= from && isWorking(day)) return true;
  return false;
};
const workingDaysAfter = (from: string, to: string) => {
  let count = 0;
  for (let day = next(from); day <= to; day = next(day)) if (isWorking(day)) count += 1;
  return count;
};
