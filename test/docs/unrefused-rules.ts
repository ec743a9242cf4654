import { sourcesIn } from './sources.js';

/** Exports that decide a rule which refuses nothing, each with its file. */
const DECIDING: readonly (readonly [string, string])[] = [
  ['actionsFollowProtocols', 'libs/actions/policies/actions-follow-protocols.policy.ts'],
  ['cancelMeetingsWhenUnitCloses', 'libs/meetings/policies/cancel-meetings-when-unit-closes.policy.ts'],
  ['capacityOf', 'libs/meetings/domain/year-plan/capacity.ts'],
  ['digestDayInWeekOf', 'libs/digests/domain/schedule/digest-day.ts'],
  ['filingDueOn', 'libs/meetings/domain/board/month-state.ts'],
  ['freeDaysOf', 'libs/registry/contract/working-days.ts'],
  ['holdsNationalNumber', 'libs/platform/kernel/plain/national-number.ts'],
  ['inWorkingHours', 'libs/digests/domain/schedule/mail-hours.ts'],
  ['isInForce', 'libs/registry/contract/roles-in-force.ts'],
  ['isMonthMissing', 'libs/meetings/contract/missing-month.ts'],
  ['isObligedIn', 'libs/registry/contract/obligation.ts'],
  ['isSmall', 'libs/statistics/domain/protection/small-numbers.ts'],
  ['ladderOf', 'libs/registry/contract/default-ladder.ts'],
  ['mergeDrafts', 'libs/meetings/domain/draft/merge-drafts.ts'],
  ['monthState', 'libs/meetings/domain/board/month-state.ts'],
  ['NOT_AGAIN', 'libs/platform/mail/dispatch/dispatch-states.ts'],
  ['provenPattern', 'libs/statistics/domain/protection/protect.ts'],
  ['receiversOf', 'libs/alerts/domain/ladder/receivers.ts'],
  ['RIGHTS', 'libs/platform/identity/rights.ts'],
  ['roundOn', 'libs/alerts/domain/ladder/round.ts'],
];

/** A rule that refuses nothing, with the first sentence that its code says about it. */
export interface UnrefusedRule {
  readonly name: string;
  readonly path: string;
  /** Undefined where the file has no such export with a description. */
  readonly sentence: string | undefined;
}

/** The rules that refuse nothing, in the order of their names. */
export function unrefusedRules(): readonly UnrefusedRule[] {
  const sources = new Map(sourcesIn(['libs'], /\.ts$/).map(({ path, text }) => [path, text]));
  return DECIDING.map(([name, path]) => ({ name, path, sentence: sentenceOn(name, sources.get(path) ?? '') }));
}

function sentenceOn(name: string, text: string): string | undefined {
  const [, comment] =
    new RegExp(`/\\*\\*((?:(?!\\*/).)*)\\*/\\nexport (?:const|function) ${name}\\b`, 's').exec(text) ?? [];
  const plain = comment
    ?.replace(/@[a-z].*$/s, '')
    .replace(/\n \*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain && (/^.+?[.:](?= [A-Z]|$)/.exec(plain)?.[0] ?? plain);
}
