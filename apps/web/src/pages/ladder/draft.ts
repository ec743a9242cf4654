import type { paths } from '../../api/generated/schema.js';
import type { Answer } from '../../api/reads.js';

export type LadderKindShown = Answer<'/api/municipality/ladder'>['kinds'][number];
export type Kind = LadderKindShown['kind'];
export type Receiver = LadderKindShown['receivers'][number];
/** The body of a change, and of a preview: kinds that are left out have the default steps. */
export type LadderBody = NonNullable<
  paths['/api/municipality/ladder']['put']['requestBody']
>['content']['application/json'];
export interface Step {
  readonly workingDays: number;
  readonly to: readonly Receiver[];
}

/** A step as it is typed. */
export interface DraftStep {
  /** Tells the rows apart while they are edited. */
  readonly key: number;
  readonly days: string;
  /** Before the day that the kind counts from. */
  readonly isBefore: boolean;
  readonly to: readonly Receiver[];
}
export interface DraftKind {
  readonly kind: Kind;
  /** False: the default steps, whatever they become. */
  readonly isOwn: boolean;
  readonly steps: readonly DraftStep[];
}
export type Draft = readonly DraftKind[];
type Limits = Pick<LadderKindShown, 'from' | 'until'>;

let keys = 0;
const nextKey = () => (keys += 1);

export const draftStep = ({ workingDays, to }: Step): DraftStep => ({
  key: nextKey(),
  days: String(Math.abs(workingDays)),
  isBefore: workingDays < 0,
  to,
});
export const draftOf = (kinds: readonly LadderKindShown[]): Draft =>
  kinds.map(({ kind, isOwn, steps }) => ({ kind, isOwn, steps: steps.map(draftStep) }));

/** A further step: later than the last one, told to nobody yet. */
export const addedStep = (steps: readonly DraftStep[], { until }: Limits): DraftStep => {
  const last = steps.map(daysIn).findLast((days) => days !== undefined) ?? 0;
  const workingDays = until === 0 ? Math.min(0, last + 1) : Math.min(until, last + 1);
  return { ...draftStep({ workingDays, to: [] }), isBefore: until === 0 };
};

/** Working days from the day that the kind counts from; undefined where no whole number is typed. */
export const daysIn = ({ days, isBefore }: Pick<DraftStep, 'days' | 'isBefore'>): number | undefined => {
  if (!/^\d{1,3}$/.test(days.trim())) return undefined;
  const number = Number(days);
  return isBefore && number > 0 ? -number : number;
};

/** The fault of a step that must be corrected before it can be sent; undefined for none. */
export function faultOf(step: DraftStep, { from, until }: Limits): 'days' | 'nobody' | undefined {
  const days = daysIn(step);
  if (days === undefined || days < from || days > until) return 'days';
  return step.to.length === 0 ? 'nobody' : undefined;
}

/** The steps of each kind by day, so that a step typed out of order is put in its place; not while a day is missing. */
export const inOrder = (draft: Draft): Draft =>
  draft.map((kind) =>
    kind.steps.some((step) => daysIn(step) === undefined)
      ? kind
      : { ...kind, steps: kind.steps.toSorted((a, b) => daysIn(a)! - daysIn(b)!) },
  );

/** The kinds with steps of their own, as they are sent. The draft has no faults. */
export const ladderIn = (draft: Draft): LadderBody =>
  Object.fromEntries(
    draft.flatMap(({ kind, isOwn, steps }) =>
      isOwn ? [[kind, steps.map((step) => ({ workingDays: daysIn(step)!, to: [...step.to] }))] as const] : [],
    ),
  );

/** True if saving it would change something. */
export const isChanged = (draft: Draft, kinds: readonly LadderKindShown[]): boolean =>
  JSON.stringify(ladderOrText(draft)) !== JSON.stringify(ladderOrText(draftOf(kinds)));
const ladderOrText = (draft: Draft) =>
  draft.map(({ kind, isOwn, steps }) => [
    kind,
    isOwn,
    isOwn && steps.map((step) => [daysIn(step) ?? step.days, [...step.to].sort()]),
  ]);
