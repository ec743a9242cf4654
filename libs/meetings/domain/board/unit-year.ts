import { firstDayOf, lastDayOf, monthsOf, type CalendarDate, type Month, type SchoolYear } from '#platform/kernel';
import { countsFor, hostOn, type UnitDto } from '#registry/contract';
import { monthState, type MonthFacts, type MonthMeeting, type MonthRules, type MonthState } from './month-state.js';

export interface MonthCell {
  readonly month: Month;
  readonly state: MonthState;
  readonly obliged: boolean;
  readonly exemptReason: string | null;
  readonly meetings: readonly MonthMeeting[];
}
export interface UnitYear {
  readonly months: readonly MonthCell[];
  /** Number of missing months, late protocols and unconfirmed meetings that need attention. */
  readonly needs: number;
}

const IN_NEED: readonly MonthState[] = ['missing', 'protocol-late', 'unconfirmed'];

/** Facts about any unit's month. */
export type FactsOf = (unitId: string, month: Month) => MonthFacts | undefined;
const NOTHING: MonthFacts = { meetings: [], exemptReason: null };

type Unit = Pick<UnitDto, 'unitId' | 'hosts'>;

/** Rules about the unit's months, by what is known of the municipality. */
export interface YearRules extends Pick<MonthRules, 'filingDueOn'> {
  readonly isObliged: (month: Month) => boolean;
}

/** A unit's school year month by month, on the day `today`. */
export function unitYear(
  unit: Unit,
  schoolYear: SchoolYear,
  factsOf: FactsOf,
  { isObliged, filingDueOn }: YearRules,
  today: CalendarDate,
): UnitYear {
  const months = monthsOf(schoolYear).map((month): MonthCell => {
    const facts = withHost(unit, month, factsOf);
    const obliged = isObliged(month);
    return { month, obliged, state: monthState(month, facts, { obliged, filingDueOn }, today), ...facts };
  });
  return { months, needs: months.filter(({ state }) => IN_NEED.includes(state)).length };
}

/** The unit's own facts, with the meetings of its host, which count for it while it is a guest. */
function withHost(unit: Unit, month: Month, factsOf: FactsOf): MonthFacts {
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
