import { addDays, type CalendarDate, type SchoolYear } from '#platform/kernel';
import type { ActionContent } from '#actions/contract';
import {
  correctionOf,
  day,
  heldOn,
  JOINT,
  JOINT_MONTHS,
  MONTHS,
  SCHOOL_YEARS,
  smallIn,
  type Meeting,
  type Service,
  type Unit,
  type World,
} from './worlds.js';

/** An action with what happens to it. */
export interface Agreed {
  readonly meeting: Meeting;
  readonly name: string;
  readonly service: Service;
  readonly level: ActionContent['level'];
  readonly category: ActionContent['category'];
  /** As it is after the correction of its protocol. */
  readonly correctedCategory: ActionContent['category'];
  readonly approach: ActionContent['approach'];
  readonly dueOn: CalendarDate;
  readonly isCarriedOn: boolean;
  /** Has a second follow-up all the same. */
  readonly isFollowedUpAgain: boolean;
  /** Its effect, where it was completed. */
  readonly effect: 'worked' | 'did-not' | null;
}

/** Number of actions that each unit agrees in a month; the smallest one agrees hardly any. */
const PER_MEETING = [0, 2, 3, 4] as const;

/** Every action of the two years. A small number of a world is taken from a large one, which has the rest of the same. */
export const agreedIn = (world: World): readonly Agreed[] =>
  SCHOOL_YEARS.flatMap((year) => agreedInYear(year, smallIn(world, year)));

function agreedInYear(year: SchoolYear, small: number): readonly Agreed[] {
  /** True in the first `small` of the four months from `from` on. */
  const isOneOf = (month: number, from: number) => month >= from && month < from + small;
  const plain = ([0, 1, 2, 3] as const).flatMap((unit) =>
    MONTHS.flatMap((month) =>
      Array.from({ length: PER_MEETING[unit] }, (_, nth) => nth)
        // In these months the two large units agree one action together, and another unit agrees one more.
        .filter((nth) => !(isOneOf(month, 6) && ((unit === 2 && nth === 0) || (unit === 3 && nth === 1))))
        .map((nth) => plainAction(year, small, { unit, month, nth })),
    ),
  );
  const simple = (units: readonly Unit[], month: number, name: string, changes: Partial<Agreed>): Agreed => ({
    meeting: { year, month, units },
    name: `${year} ${name} ${month}`,
    service: 'nurses',
    level: 'individual',
    category: 'guidance',
    correctedCategory: 'guidance',
    approach: 'compensating',
    dueOn: addDays(heldOn(year, month), 40),
    isCarriedOn: false,
    isFollowedUpAgain: false,
    effect: null,
    ...changes,
  });
  const moved = [1, 2, 3, 4].map((month) =>
    simple([isOneOf(month, 1) ? 0 : 1], month, 'moved', { approach: 'preventive' }),
  );
  const joint = JOINT_MONTHS.filter((month) => isOneOf(month, 6)).flatMap((month) => [
    simple(JOINT, month, 'joint', {}),
    simple([1], month, 'in place of two', {}),
  ]);
  // The ones of the smallest unit first: moments of the attack are around them.
  return [...moved, ...plain, ...joint];
}

/** The nth action that a unit agrees in a month, in a year with this small number. */
function plainAction(
  year: SchoolYear,
  small: number,
  { unit, month, nth }: { readonly unit: Unit; readonly month: number; readonly nth: number },
): Agreed {
  const isEven = small % 2 === 0;
  const isOneOf = (from: number) => month >= from && month < from + small;
  const is = (other: Unit, place: number) => unit === other && nth === place;
  const isBetween = (from: number, to: number) => month >= from && month <= to;
  const isCompleted = is(2, 2) || is(3, 3);
  const meeting: Meeting = { year, month, units: [unit] };
  // A leader sees all actions of her services, here PPT’s, which are the most: what differs is the nurses’.
  const isInstead = (is(2, 0) || is(3, 1)) && isBetween(6, 9);
  const isCorrectable = is(3, 0) && (isBetween(1, 4) || isBetween(6, 9));
  const isOfNurses =
    is(1, 0) || (is(2, 1) && isBetween(1, 8)) || (is(3, 3) && isBetween(1, 7)) || isInstead || isCorrectable;
  const isOfChildWelfare = is(3, 3) && isOneOf(1);
  const isAtSystemLevel = is(1, 0) && isBetween(1, 4) && isOneOf(1);
  const isAtGroupLevel = (is(1, 0) && isBetween(1, 4)) || is(1, 1);
  const correction = isCorrectable ? correctionOf(meeting) : undefined;
  // In the older year a correction moves actions between categories in the autumn, and its spring moves as many back.
  const isReferral = is(3, 2) || (is(3, 0) && year === SCHOOL_YEARS[0] && isBetween(6, 9) && !isOneOf(6));
  const category = isReferral ? 'referral' : 'guidance';
  const isCorrected = correction && isOneOf(correction.months[0]!);
  const hasNoApproach = is(2, 1) && isOneOf(1);
  const isCompensating =
    is(2, 1) || is(1, 1) || is(2, 0) || (is(1, 0) && isBetween(5, 8)) || (is(3, 1) && isBetween(6, 9));
  // All others are over due when the year ends.
  const isDueLate = is(1, 0) && (month === 9 || (month === 10 && isEven));
  const isWithoutEffect = is(3, 3) && (month === 6 || (month === 7 && isEven));
  return {
    meeting,
    name: `${year} ${unit} ${month} ${nth}`,
    service: isOfChildWelfare ? 'childWelfare' : isOfNurses ? 'nurses' : 'ppt',
    level: isAtSystemLevel ? 'system' : isAtGroupLevel ? 'group' : 'individual',
    category,
    correctedCategory: isCorrected ? correction.to : category,
    approach: hasNoApproach ? null : isCompensating ? 'compensating' : 'preventive',
    dueOn: isDueLate ? day(`${year + 1}-09-30`) : addDays(heldOn(year, month), 40),
    isCarriedOn: (is(1, 1) && month < 4) || (is(2, 1) && isOneOf(5)) || (is(1, 0) && isBetween(5, 8) && !isOneOf(5)),
    isFollowedUpAgain: isBetween(5, 8) && ((is(2, 1) && !isOneOf(5)) || (is(1, 0) && isOneOf(5))),
    effect: isCompleted ? (isWithoutEffect ? 'did-not' : 'worked') : null,
  };
}
