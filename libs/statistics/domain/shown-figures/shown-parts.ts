import { indicatorWith, type FigurePart, type Indicator } from '../../contract/index.js';
import { isFew, mayStandBeside } from '../protection/index.js';
import { AGREED, COMPLETED, JUDGED, listOf, MARKED, VERSIONS, withinList } from './counted-lists.js';
import { hasRest, numberIn, numberTold, toldBy, together, type Told } from './counts.js';
import type { DividedFigures } from './divided-figures.js';
import { hiddenNumbers, hiddenSplits, type HiddenParts } from './part-tables.js';
import { withoutSingleValues, type AbsentReason, type ShownFigures } from './shown-figures.js';
import { hiddenServices } from './single-employees.js';

/** Figures of earlier periods by the same division, which hide some parts. */
interface Earlier {
  /** The figures of the school year's autumn: what they hide is hidden in the year too. */
  readonly autumn?: DividedFigures | undefined;
  /** The figures of the school year before. */
  readonly before?: PartsRule | undefined;
}

const NOBODY: Told = { counting: new Map(), rest: new Map() };

/**
 * Which parts of the figures of one division are hidden (ADR 0322). Figures that count the same children hide the same
 * parts; a figure that splits them hides more of them where few are on one side.
 */
export class PartsRule {
  readonly #keys: readonly string[];
  readonly #told = new Map<number, ReadonlyMap<string, Told>>();
  readonly #lists = new Map<number, HiddenParts>();
  readonly #splits = new Map<number, HiddenParts>();
  readonly #autumn: PartsRule | undefined;
  readonly #before: PartsRule | undefined;

  constructor(
    private readonly of: DividedFigures,
    { autumn, before }: Earlier,
    private readonly k: number,
  ) {
    this.#autumn = autumn && new PartsRule(autumn, { before }, k);
    this.#before = before;
    this.#keys = [...new Set([...of.parts.values()].flatMap((parts) => parts.map(({ key }) => key)))].toSorted();
  }

  /**
   * The parts as they are shown: those that are hidden, and of the others those that the figure has. Null where all of
   * them are hidden: the only one that is there would be told by the whole.
   */
  shown(indicator: Indicator): ShownFigures['parts'] {
    const hidden = this.#hiddenBy(indicator);
    const own = new Map(this.of.parts.get(indicator.id)!.map((part) => [part.key, part.figure]));
    if (![...own.keys()].some((key) => !hidden.has(key))) return null;
    return this.#keys.flatMap((key): NonNullable<ShownFigures['parts']> => {
      const reason = hidden.get(key);
      const figure = own.get(key);
      if (reason) return [{ key, figure: { hidden: reason } }];
      return figure ? [{ key, figure: withoutSingleValues(figure) }] : [];
    });
  }

  #hiddenBy(indicator: Indicator): HiddenParts {
    const known = this.#splits.get(indicator.id);
    if (known) return known;
    const hidden = this.#findHiddenBy(indicator);
    this.#splits.set(indicator.id, hidden);
    return hidden;
  }

  #findHiddenBy(indicator: Indicator): HiddenParts {
    const { id, measure } = indicator;
    const inList = this.#hiddenInList(listOf(indicator));
    const already = merged(inList, this.#autumn?.hiddenWhere(indicator));
    if (!hasRest(measure)) return already;
    const parts = this.#toldBy(id);
    const whole = toldBy(indicator, this.of.wholes.get(id)!);
    const split = hiddenSplits(
      {
        whole: [numberIn(whole.counting), numberIn(whole.rest)],
        parts: new Map(this.#keys.map((key) => [key, sidesOf(parts.get(key))])),
      },
      already,
      this.k,
    );
    return this.#isTooClose(id, split, ({ counting, rest }) => [counting, rest]) ? this.#all('too-close') : split;
  }

  /** The parts that this division of an autumn hides; undefined where the figure has none. */
  hiddenWhere(indicator: Indicator): HiddenParts | undefined {
    return this.of.parts.has(indicator.id) ? this.#hiddenBy(indicator) : undefined;
  }

  #hiddenInList(list: number): HiddenParts {
    const known = this.#lists.get(list);
    if (known) return known;
    const hidden = this.#findHiddenInList(list);
    this.#lists.set(list, hidden);
    return hidden;
  }

  #findHiddenInList(list: number): HiddenParts {
    const within = withinList(list);
    const indicator = indicatorWith(list)!;
    const outer = within === undefined ? this.#singleEmployees() : this.#hiddenInList(within);
    if (!this.of.parts.has(list)) return outer;
    const autumn = this.#autumn?.of.parts.has(list) ? this.#autumn.#hiddenInList(list) : undefined;
    const already = merged(merged(outer, autumn), this.#tellsYearBefore(list, within));
    const parts = this.#toldBy(list);
    const number = (key: string) => numberTold(parts.get(key) ?? NOBODY);
    const whole = numberTold(toldBy(indicator, this.of.wholes.get(list)!));
    const hidden =
      list === MARKED
        ? this.#hiddenOfAgreed(whole, number, already)
        : hiddenNumbers({ whole, parts: new Map(this.#keys.map((key) => [key, number(key)])) }, already, this.k);
    if (this.#isTooClose(list, hidden, (told) => [together(told)])) return this.#all('too-close');
    return list === VERSIONS && this.#tellsCorrections(hidden) ? this.#all('small-numbers') : hidden;
  }

  /**
   * The parts that the year before hides among the agreed or the completed actions, if this year would tell one of
   * them: where more were completed than agreed, at least the difference was agreed before. The same holds for judged
   * and completed ones.
   */
  #tellsYearBefore(list: number, within: number | undefined): HiddenParts | undefined {
    const isLaterStage = list === COMPLETED || list === JUDGED;
    if (!this.#before || within === undefined || !isLaterStage) return undefined;
    const number = (of: number, key: string) => numberTold(this.#toldBy(of).get(key) ?? NOBODY);
    const before = merged(this.#before.#hiddenInList(within), this.#before.#hiddenInList(list));
    return [...before.keys()].some((key) => number(list, key) > number(within, key)) ? before : undefined;
  }

  /** Agreed actions that a list has, and those that it leaves out. */
  #hiddenOfAgreed(whole: number, number: (key: string) => number, already: HiddenParts): HiddenParts {
    const agreed = this.#toldBy(AGREED);
    const inAll = numberTold(toldBy(indicatorWith(AGREED)!, this.of.wholes.get(AGREED)!));
    const sides = (key: string) => [number(key), numberTold(agreed.get(key) ?? NOBODY) - number(key)] as const;
    return hiddenSplits(
      { whole: [whole, inAll - whole], parts: new Map(this.#keys.map((key) => [key, sides(key)])) },
      already,
      this.k,
    );
  }

  /**
   * Whether a part that is shown tells, with the agreed ones, that few actions are in another version of a protocol.
   */
  #tellsCorrections(hidden: HiddenParts): boolean {
    const [versions, agreed] = [this.#toldBy(VERSIONS), this.#toldBy(AGREED)];
    const number = (of: ReadonlyMap<string, Told>, key: string) => numberTold(of.get(key) ?? NOBODY);
    return this.#keys.some(
      (key) => !hidden.has(key) && isFew(Math.abs(number(agreed, key) - number(versions, key)), this.k),
    );
  }

  /** Whether a part that is shown has a few children more or fewer than the autumn’s. */
  #isTooClose(id: number, hidden: HiddenParts, sides: (told: Told) => readonly ReadonlyMap<string, number>[]): boolean {
    if (!this.#autumn?.of.parts.has(id)) return false;
    const before = this.#autumn.#toldBy(id);
    return [...this.#toldBy(id)].some(([key, told]) => {
      const earlier = before.get(key);
      if (!earlier || hidden.has(key)) return false;
      return sides(told).some((side, i) => !mayStandBeside(side, [sides(earlier)[i]!], this.k));
    });
  }

  #singleEmployees(): HiddenParts {
    const keys = hiddenServices(this.of.parts.get(AGREED) ?? [], this.of.few);
    return new Map([...keys].map((key) => [key, 'one-employee'] as const));
  }

  #toldBy(id: number): ReadonlyMap<string, Told> {
    const known = this.#told.get(id);
    if (known) return known;
    const indicator = indicatorWith(id)!;
    const told = new Map((this.of.parts.get(id) ?? []).map((part: FigurePart) => [part.key, toldBy(indicator, part)]));
    this.#told.set(id, told);
    return told;
  }

  #all = (reason: AbsentReason): HiddenParts => new Map(this.#keys.map((key) => [key, reason]));
}

const sidesOf = (told: Told = NOBODY): readonly [number, number] => [numberIn(told.counting), numberIn(told.rest)];

const merged = (one: HiddenParts, other: HiddenParts | undefined): HiddenParts =>
  other ? new Map([...other, ...one]) : one;
