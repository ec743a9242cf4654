import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/client.js';
import type { Problem } from '../../api/problem.js';
import { afterOwnChanges, rememberOwnChange } from '../../api/own-changes.js';
import { read } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { asSeen } from '../../api/seen-revision.js';
import { useSending } from '../../api/use-once.js';
import { keyOf, type PlanDraft } from './plan-draft.js';
import { planOf, type acceptable, type Accepted, type Decided, type Plan, type Rule, type DayAndTime } from './plan.js';

const PATH = '/api/school-years/{schoolYear}/proposals';

/**
 * The proposal for every unit, asked for anew whenever a rule or a choice changes; the last one stays meanwhile. One rule
 * for all is asked for like every other read; choices and rules of single units are too large for an address.
 */
export function useYearPlan(schoolYear: number, rule: Rule | null, { choices, rules }: PlanDraft) {
  const body = {
    rule,
    rules: Object.entries(rules).map(([unitId, own]) => ({ ...own, unitId })),
    choices: Object.entries(choices).map(([key, when]) => {
      const [unitId = '', month = ''] = key.split('/');
      return { unitId, month, ...when };
    }),
  };
  return useQuery<Plan, Problem>({
    queryKey: [PATH, { schoolYear, body }],
    queryFn: async ({ signal }) => {
      if (body.rules.length === 0 && body.choices.length === 0)
        return read(PATH, { path: { schoolYear }, query: rule ?? {} }, signal);
      // Only GET requests wait for this page's last change, and this one is a POST.
      await read('/api/municipality', {}, signal);
      return answered(api.POST(PATH, { params: { path: { schoolYear } }, body, signal })) as Promise<Plan>;
    },
    placeholderData: keepPreviousData,
  });
}

/** Decides the meetings that are shown. The answer names refused units. */
export function useAccept(schoolYear: number) {
  const refetchChanged = useRefetchChanged();
  return useSending({
    mutationFn: (wanted: ReturnType<typeof acceptable>) =>
      answered(
        api.POST('/api/school-years/{schoolYear}/plan', { params: { path: { schoolYear } }, body: planOf(wanted) }),
      ) as Promise<Accepted>,
    onSettled: () => refetchChanged('schoolyear', 'meeting'),
  });
}

/** A decided meeting in the state that the user has seen. */
export type SeenMeeting = Pick<Decided, 'meetingId' | 'revision'>;

/** Moves a decided meeting, unless others have changed it since it was shown. */
export function useMove() {
  const refetchChanged = useRefetchChanged();
  return useSending({
    mutationFn: async ({ meetingId, revision, on, startsAt }: DayAndTime & SeenMeeting) => {
      // A second move before the refetch is based on the result of the first.
      const seen = afterOwnChanges(meetingId, revision);
      const answer = await answered(
        api.POST('/api/meetings/{meetingId}/move', {
          params: { path: { meetingId } },
          headers: asSeen({ revision: seen }),
          body: { on, startsAt },
        }),
      );
      rememberOwnChange(meetingId, seen, answer.revision);
    },
    onSettled: () => refetchChanged('schoolyear', 'meeting'),
  });
}

/** The draft without meetings decided since. */
export const without = ({ choices, rules }: PlanDraft, wanted: ReturnType<typeof acceptable>): PlanDraft => {
  const done = new Set(wanted.flatMap(({ unit, months }) => months.map(({ month }) => keyOf(unit.unitId, month))));
  return { rules, choices: Object.fromEntries(Object.entries(choices).filter(([key]) => !done.has(key))) };
};
