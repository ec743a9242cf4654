import {
  completedActions,
  indicatorWith,
  INDICATORS,
  type Indicator,
  type KnownFacts,
  type Period,
} from '../../contract/index.js';
import {
  AGREED,
  ALERTS,
  COMPLETED,
  JUDGED,
  listOf,
  MARKED,
  MATTERS,
  NOT_JUDGED,
  OPEN,
  OVERDUE,
  VERSIONS,
} from './counted-lists.js';
import { isTooClose, numberIn, numberTold, tellsOfFew, toldBy, together, type Told } from './counts.js';
import { isFew, mayStandBeside } from '../protection/index.js';
import type { Wholes } from './divided-figures.js';
import type { AbsentReason, Thresholds } from './shown-figures.js';
import { FEWEST_MEMBERS } from './single-employees.js';

/** The numbers that decide whether the wholes of a period are shown. */
export interface WholesOfPeriod {
  readonly wholes: Wholes;
  readonly facts: KnownFacts;
  readonly period: Period;
  /** Those of its autumn; undefined where it has none. */
  readonly autumn: Wholes | undefined;
  /** The wholes that the school year before hides. */
  readonly hiddenBefore?: HiddenWholes | undefined;
}
export type HiddenWholes = ReadonlyMap<number, AbsentReason>;

/**
 * The wholes that are hidden, with the reason. Figures that count the same children, or of which one follows from
 * others, are hidden together.
 */
export function hiddenWholes(of: WholesOfPeriod, thresholds: Thresholds): HiddenWholes {
  const rule = new WholesRule(of, thresholds);
  return new Map(
    [...of.wholes.keys()].flatMap((id) => {
      const reason = rule.reason(id);
      return reason ? [[id, reason] as const] : [];
    }),
  );
}

class WholesRule {
  readonly #told: ReadonlyMap<number, Told>;
  readonly #before: ReadonlyMap<number, Told> | undefined;

  constructor(
    private readonly of: WholesOfPeriod,
    private readonly thresholds: Thresholds,
  ) {
    this.#told = allTold(of.wholes);
    this.#before = of.autumn && allTold(of.autumn);
  }

  reason(id: number): AbsentReason | undefined {
    if (id === ALERTS) return 'small-numbers';
    return this.#ofList(listOf({ id })) ?? this.#own(id) ?? this.#twin(id);
  }

  /** Why a whole list is hidden: its number would tell about few children. */
  #ofList(list: number): AbsentReason | undefined {
    if (list === MATTERS) return this.#small(list);
    // What is open now is what was open, and what was agreed since, without what was completed since.
    const ofFlows = this.#small(AGREED) ?? this.#small(COMPLETED);
    if (ofFlows) return ofFlows;
    // What was agreed, minus what was completed or judged since, tells how many may be open at most.
    if (tellsTheEnd(list) && isFew(this.#numberOf(OPEN), this.thresholds.whole)) return 'small-numbers';
    if (this.#tellsJudgedBefore(list)) return 'small-numbers';
    // Completed minus those who wait too long tells how many may be judged at most.
    if (list === NOT_JUDGED) return this.#small(JUDGED) ?? this.#small(list);
    return this.#small(list) ?? (list === JUDGED ? this.#tellsNotJudged() : undefined);
  }

  /** By the number of the list alone. */
  #small(list: number): AbsentReason | undefined {
    const k = this.thresholds.whole;
    const own = this.#told.get(list);
    const before = this.#before?.get(list);
    if (!own) return undefined;
    if (isFew(numberTold(own), k)) return 'small-numbers';
    return before && !mayStandBeside(together(own), [together(before)], k) ? 'too-close' : undefined;
  }

  /** By all that the figure itself tells. */
  #own(id: number): AbsentReason | undefined {
    const k = this.thresholds.whole;
    const own = this.#told.get(id)!;
    const before = this.#before?.get(id);
    const people = this.of.wholes.get(id)!.figure.denominator;
    if (measureOf(id) === 'per-person' && isFew(people, FEWEST_MEMBERS)) return 'one-employee';
    if (tellsOfFew(own, measureOf(id), k)) return 'small-numbers';
    if (before && isTooClose(before, own, k)) return 'too-close';
    return this.#ofTheRest(id, own);
  }

  /** Those whom a figure leaves out are told by another one that does not. */
  #ofTheRest(id: number, own: Told): AbsentReason | undefined {
    const { whole, part } = this.thresholds;
    const agreed = this.#numberOf(AGREED);
    if (id === VERSIONS && isFew(Math.abs(numberTold(own) - agreed), whole)) return 'small-numbers';
    if (id !== MARKED) return undefined;
    // The same numbers are the parts of other figures divided by approach.
    const numbers = [numberIn(own.counting), numberIn(own.rest), agreed - numberTold(own)];
    return numbers.some((number) => isFew(number, part)) ? 'small-numbers' : undefined;
  }

  /** Of the open ones, those over due are counted by one figure, and shared by another. */
  #twin(id: number): AbsentReason | undefined {
    const overdueOfOpen = 19;
    if (id === OVERDUE) return this.#own(overdueOfOpen);
    return id === overdueOfOpen ? this.#small(OVERDUE) : undefined;
  }

  /** Few who wait too long for a judgement, of few who wait at all: completed minus judged tells how many wait. */
  #tellsNotJudged(): AbsentReason | undefined {
    const k = this.thresholds.whole;
    const { facts, period } = this.of;
    const waiting = completedActions(facts).filter(
      ({ action: { effect }, on }) => on <= period.to && (effect === null || effect.on > period.to),
    ).length;
    return isFew(this.#numberOf(NOT_JUDGED), k) && waiting < k - 1 ? 'small-numbers' : undefined;
  }

  /**
   * True if the list would tell how many actions were both completed and judged in the year before, which that year
   * hides. More judged than completed actions limit that number, and actions that wait too long include those of
   * earlier years.
   */
  #tellsJudgedBefore(list: number): boolean {
    if (!this.of.hiddenBefore?.has(JUDGED)) return false;
    return list === NOT_JUDGED || (list === JUDGED && this.#numberOf(JUDGED) > this.#numberOf(COMPLETED));
  }

  #numberOf(id: number): number {
    const told = this.#told.get(id);
    return told ? numberTold(told) : 0;
  }
}

/** Whether the list tells what became of agreed actions. */
const tellsTheEnd = (list: number): boolean => [COMPLETED, JUDGED, NOT_JUDGED, OPEN, OVERDUE].some((it) => it === list);

const measureOf = (id: number): Indicator['measure'] => indicatorWith(id)!.measure;

const allTold = (wholes: Wholes): ReadonlyMap<number, Told> =>
  new Map(
    INDICATORS.flatMap((indicator) => {
      const whole = wholes.get(indicator.id);
      return whole ? [[indicator.id, toldBy(indicator, whole)] as const] : [];
    }),
  );
