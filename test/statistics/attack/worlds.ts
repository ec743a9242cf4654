import {
  addDays,
  CalendarDate,
  MeetingId,
  Month,
  MunicipalityNumber,
  PersonId,
  ServiceId,
  ServiceUnitId,
  stableId,
  UnitId,
} from '#platform/kernel';
import type { ActionContent } from '#actions/contract';

// Municipalities that differ in what is hidden, and in nothing else: whoever sees figures protected, and everybody, must
// get the same answers from each of them. Units as small as real ones; everything else is invented.

/** What is small: how many there are in the municipality of this world. */
export type World = 1 | 2 | 3 | 4;
export const WORLDS: readonly World[] = [1, 2, 3, 4];
export const numberOf = (world: World): string => MunicipalityNumber.parse(`991${world}`);

export const day = (text: string) => CalendarDate.parse(text);
export const id = (...of: readonly (string | number)[]) => stableId('worlds', ...of);
/** Their numbers of children are 14, 14, 12 and 19. */
export const SIZES = [14, 14, 12, 19];
export const UNITS = ['974552876', '974557746', '974777630', '975278964'].map((number) => UnitId.parse(number));
export type Unit = 0 | 1 | 2 | 3;
export const SERVICE = {
  ppt: ServiceId.parse(id('ppt')),
  nurses: ServiceId.parse(id('nurses')),
  childWelfare: ServiceId.parse(id('child welfare')),
};
export type Service = keyof typeof SERVICE;
export const BFE = ServiceUnitId.parse(id('bfe'));
export const personOf = (name: string): PersonId => PersonId.parse(id('person', name));
export const MEMBERS: Readonly<Record<Service, readonly string[]>> = {
  ppt: ['ppt 1', 'ppt 2', 'ppt 3'],
  nurses: ['nurse 1', 'nurse 2', 'nurse 3'],
  childWelfare: ['child welfare 1'],
};

/** Months of meetings, from August to June. */
export const MONTHS = [
  '2025-08',
  '2025-09',
  '2025-10',
  '2025-11',
  '2025-12',
  '2026-01',
  '2026-02',
  '2026-03',
  '2026-04',
]
  .concat(['2026-05', '2026-06'])
  .map((month) => Month.parse(month));
export const meetingOf = (unit: Unit, month: number): MeetingId => MeetingId.parse(id('meeting', unit, month));
export const heldOn = (month: number) => day(`${MONTHS[month]!}-10`);

export interface Agreed {
  readonly unit: Unit;
  /** Place among the months. */
  readonly month: number;
  readonly name: string;
  readonly service: Service;
  readonly level: ActionContent['level'];
  readonly approach: ActionContent['approach'];
  readonly dueOn: CalendarDate;
  readonly isCarriedOn: boolean;
  /** Its effect, where it was completed. */
  readonly effect: 'worked' | 'did-not' | null;
}

/** How many actions each unit agrees in a month; the smallest one agrees hardly any. */
const PER_MEETING = [0, 2, 3, 4] as const;

/** Every action of the year. The small numbers of a world are taken from a large one, which has the rest of the same. */
export function agreedIn(world: World): readonly Agreed[] {
  const isEven = world % 2 === 0;
  /** Of four in a row of months, as many as the world has. */
  const isOneOf = (month: number, from: number) => month >= from && month < from + world;
  const plain = ([0, 1, 2, 3] as const).flatMap((unit) =>
    MONTHS.flatMap((_, month) =>
      Array.from({ length: PER_MEETING[unit] }, (__, nth): Agreed => {
        const is = (other: Unit, place: number) => unit === other && nth === place;
        const isChildWelfares = is(3, 3) && isOneOf(month, 1);
        const isCompleted = is(2, 2) || is(3, 3);
        return {
          unit,
          month,
          name: `${unit} ${month} ${nth}`,
          service: isChildWelfares ? 'childWelfare' : unit === 1 || is(2, 1) || is(3, 3) ? 'nurses' : 'ppt',
          level:
            is(1, 0) && month > 1 && month < 6
              ? isOneOf(month, 2)
                ? 'system'
                : 'group'
              : is(1, 1)
                ? 'group'
                : 'individual',
          approach: is(2, 1)
            ? isOneOf(month, 1)
              ? null
              : 'compensating'
            : is(1, 1) || is(2, 0) || (is(1, 0) && month > 5 && month < 10)
              ? 'compensating'
              : 'preventive',
          dueOn: is(1, 0) && month === 5 && isEven ? day('2026-09-30') : addDays(heldOn(month), 40),
          isCarriedOn:
            (is(1, 1) && month < 8) ||
            (is(2, 1) && isOneOf(month, 6)) ||
            (is(1, 0) && month > 5 && month < 10 && !isOneOf(month, 6)),
          effect: isCompleted ? (is(3, 3) && (month === 6 || (month === 7 && isEven)) ? 'did-not' : 'worked') : null,
        };
      }),
    ),
  );
  const moved = [1, 2, 3, 4].map((month): Agreed => ({
    unit: isOneOf(month, 1) ? 0 : 1,
    month,
    name: `moved ${month}`,
    service: 'nurses',
    level: 'individual',
    approach: 'preventive',
    dueOn: addDays(heldOn(month), 40),
    isCarriedOn: false,
    effect: null,
  }));
  return [...plain, ...moved];
}

/** Age bands of the matters of the largest unit's meeting in October. */
export const agesIn = (world: World) =>
  (
    [
      ['0-2', world],
      ['3-5', 14 - world],
      ['6-9', 20],
      ['10-12', 25],
    ] as const
  ).flatMap(([ageBand, count]) => Array.from({ length: count }, () => ageBand));
