import {
  firstDayOf,
  lastDayOf,
  monthsOf,
  type CalendarDate,
  type IsFree,
  type Month,
  type SchoolYear,
} from '#platform/kernel';
import {
  countsFor,
  hostOn,
  isObligedIn,
  workingMonth,
  type Settings,
  type UnitDto,
  type WorkingMonth,
} from '#registry/contract';
import { hasEnded } from '../../contract/missing-month.js';
import {
  coverageOf,
  monthState,
  type Coverage,
  type MonthFacts,
  type MonthMeeting,
  type MonthState,
} from './month-state.js';

export interface MonthCell {
  readonly month: Month;
  readonly state: MonthState;
  readonly obliged: boolean;
  readonly exemptReason: string | null;
  readonly meetings: readonly MonthMeeting[];
}
export interface UnitYear {
  readonly months: readonly MonthCell[];
  readonly coverage: Coverage;
  /** Number of missing months, late protocols and unconfirmed meetings that need attention. */
  readonly needs: number;
}

const IN_NEED: readonly MonthState[] = ['missing', 'protocol-late', 'unconfirmed'];

/** Facts about any unit's month. */
export type FactsOf = (unitId: string, month: Month) => MonthFacts | undefined;
const NOTHING: MonthFacts = { meetings: [], exemptReason: null };

/** Months of a school year and free days of a kind of unit: the same for all its units. */
export interface KindYear {
  readonly months: readonly WorkingMonth[];
  readonly isFree: IsFree;
}
export const kindYear = (schoolYear: SchoolYear, isFree: IsFree): KindYear => ({
  isFree,
  months: monthsOf(schoolYear).map((month) => workingMonth(month, isFree)),
});

/** A unit's school year month by month, on the day `today`. */
export function unitYear(
  unit: UnitDto,
  { months: ofKind, isFree }: KindYear,
  factsOf: FactsOf,
  settings: Settings,
  today: CalendarDate,
): UnitYear {
  const months = ofKind.map((days): MonthCell => {
    const { month } = days;
    const facts = withHost(unit, month, factsOf);
    const obliged = isObligedIn(unit, days, settings);
    const rules = { obliged, filingWorkingDays: settings.filingWorkingDays, isFree };
    return { month, obliged, state: monthState(month, facts, rules, today), ...facts };
  });
  return {
    months,
    coverage: coverageOf(months.map((cell) => ({ ...cell, over: hasEnded(cell.month, today) }))),
    needs: months.filter(({ state }) => IN_NEED.includes(state)).length,
  };
}

/** The unit's own facts, with the meetings of its host, which count for it while it is a guest. */
function withHost(unit: UnitDto, month: Month, factsOf: FactsOf): MonthFacts {
  const own = factsOf(unit.unitId, month) ?? NOTHING;
  if (unit.hosts.length === 0) return { meetings: own.meetings.map(plain), exemptReason: own.exemptReason };
  const hosts = new Set([hostOn(unit, firstDayOf(month)), hostOn(unit, lastDayOf(month))]);
  for (const { from, hostUnitId } of unit.hosts) if (from.startsWith(month)) hosts.add(hostUnitId);
  const added = [...hosts].flatMap((host) =>
    host === null
      ? []
      : (factsOf(host, month)?.meetings ?? []).filter(
          ({ meetingId, on }) =>
            countsFor(unit, { unitIds: [host], heldOn: on }) && !own.meetings.some((it) => it.meetingId === meetingId),
        ),
  );
  return { meetings: [...own.meetings, ...added].map(plain), exemptReason: own.exemptReason };
}

const plain = ({ meetingId, on, state, filedOn }: MonthMeeting): MonthMeeting => ({ meetingId, on, state, filedOn });
