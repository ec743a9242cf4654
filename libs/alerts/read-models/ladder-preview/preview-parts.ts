import type { Asker } from '#platform/identity';
import type { PersonId, UnitId } from '#platform/kernel';
import { LADDER_KINDS, type PersonDto } from '#registry/contract';
import { stepSentence } from '../../contract/index.js';
import type { PastStep } from '../../domain/ladder/past-rounds.js';
import type { StepFigure, ToldFigures } from '../../domain/ladder/told-figures.js';
import type { RegistryFacts } from '../alerts/alert-facts.js';
import type { LadderPreview } from './ladder-preview.dto.js';

/** The same by the steps in force and by those that are tried. */
export interface Compared<T> {
  readonly inForce: T;
  readonly tried: T;
}
export const compared = <T>({ inForce, tried }: Compared<T>, of: (it: T) => number): Compared<number> => ({
  inForce: of(inForce),
  tried: of(tried),
});

/** Alerts by kind, step and role, in the order of the settings. */
export function stepsOf({ inForce, tried }: Compared<ToldFigures>): LadderPreview['steps'] {
  const keyOf = ({ kind, step, as }: StepFigure) => `${kind} ${step} ${as}`;
  const all = new Map([...inForce.bySteps, ...tried.bySteps].map((figure) => [keyOf(figure), figure]));
  const alertsIn = ({ bySteps }: ToldFigures) => new Map(bySteps.map((figure) => [keyOf(figure), figure.alerts]));
  const [before, after] = [alertsIn(inForce), alertsIn(tried)];
  return [...all]
    .map(([key, { kind, step, as }]) => ({
      kind,
      step,
      as,
      inForce: before.get(key) ?? 0,
      tried: after.get(key) ?? 0,
    }))
    .sort(
      (a, b) =>
        LADDER_KINDS.indexOf(a.kind) - LADDER_KINDS.indexOf(b.kind) || a.step - b.step || (a.as < b.as ? -1 : 1),
    );
}

const MOST_PEOPLE = 10;

/** Those with most alerts by either. */
export function peopleOf(figures: Compared<ToldFigures>, people: readonly PersonDto[]): LadderPreview['people'] {
  const names = new Map<string, string>(people.map(({ personId, name }) => [personId, name]));
  const of = ({ people: persons }: ToldFigures) => new Map(persons.map((person) => [person.personId, person]));
  const [before, after] = [of(figures.inForce), of(figures.tried)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((personId) => {
      const by = { inForce: before.get(personId), tried: after.get(personId) };
      return {
        personId: personId as PersonId,
        name: names.get(personId) ?? null,
        alerts: compared(by, (it) => it?.alerts ?? 0),
        mails: compared(by, (it) => it?.mails ?? 0),
      };
    })
    .sort(
      (a, b) =>
        Math.max(b.alerts.inForce, b.alerts.tried) - Math.max(a.alerts.inForce, a.alerts.tried) ||
        (a.personId < b.personId ? -1 : 1),
    )
    .slice(0, MOST_PEOPLE);
}

/** The first alerts, at most so many, and how many there are; those that only one of the two tells come first, then by day. */
export function linesOf(
  { inForce, tried }: Compared<readonly PastStep[]>,
  { language }: Asker,
  { people, units }: Pick<RegistryFacts, 'people' | 'units'>,
  most: number,
): Pick<LadderPreview, 'lines' | 'linesTotal'> {
  const names = new Map<string, string>([
    ...people.map(({ personId, name }) => [personId, name] as const),
    ...units.map(({ unitId, name }) => [unitId, name] as const),
  ]);
  const nameOf = (id: string) => names.get(id) ?? null;
  const keyOf = ({ on, cause, step, to }: PastStep) =>
    [on, cause.id, step, ...to.map(({ personId }) => personId)].join(' ');
  const [before, after] = [new Set(inForce.map(keyOf)), new Set(tried.map(keyOf))];
  const line = ({ told: { on, cause, step, to }, by }: ToldBy): LadderPreview['lines'][number] => ({
    on,
    kind: cause.kind,
    text: stepSentence(cause, language),
    units: cause.subject.unitIds.map((unitId) => ({ unitId: unitId as UnitId, name: nameOf(unitId) })),
    step,
    to: to.map(({ personId, as }) => ({ personId: personId as PersonId, name: nameOf(personId), as })),
    by,
  });
  const dropped = inForce.filter((told) => !after.has(keyOf(told))).map((told): ToldBy => ({ told, by: 'inForce' }));
  const kept = tried.map((told): ToldBy => ({ told, by: before.has(keyOf(told)) ? 'both' : 'tried' }));
  const all = [...dropped, ...kept].sort(
    (a, b) =>
      Number(a.by === 'both') - Number(b.by === 'both') || (a.told.on < b.told.on ? -1 : a.told.on > b.told.on ? 1 : 0),
  );
  // Sentences take most of the time, so only those that are shown are written.
  return { lines: all.slice(0, most).map(line), linesTotal: all.length };
}

interface ToldBy {
  readonly told: PastStep;
  readonly by: LadderPreview['lines'][number]['by'];
}
