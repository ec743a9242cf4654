import { useCallback, useState } from 'react';
import { tabStorage } from '../../storage/storage.js';
import type { Rule, DayAndTime } from './plan.js';

/** The coordinator's choices that are not yet accepted: ids, days and hours. */
export interface PlanDraft {
  /** By `<unitId>/<month>`. */
  readonly choices: Readonly<Record<string, DayAndTime>>;
  /** By unit. */
  readonly rules: Readonly<Record<string, Rule>>;
}
const NOTHING: PlanDraft = { choices: {}, rules: {} };

export const keyOf = (unitId: string, month: string): string => `${unitId}/${month}`;

/** The draft of a school year's plan, stored in the window so that a reload loses nothing. */
export function usePlanDraft(
  personId: string,
  schoolYear: number,
): readonly [PlanDraft, (change: (draft: PlanDraft) => PlanDraft) => void] {
  const key = `samspill.year-plan.${personId}.${schoolYear}`;
  const [kept, keep] = useState<{ readonly key: string; readonly draft: PlanDraft }>(() => ({ key, draft: read(key) }));
  const draft = kept.key === key ? kept.draft : read(key);
  const change = useCallback(
    (changed: (draft: PlanDraft) => PlanDraft) =>
      keep((before) => {
        const next = changed(before.key === key ? before.draft : read(key));
        tabStorage.write(key, JSON.stringify(next));
        return { key, draft: next };
      }),
    [key],
  );
  return [draft, change];
}

function read(key: string): PlanDraft {
  try {
    return { ...NOTHING, ...(JSON.parse(tabStorage.read(key) ?? '{}') as Partial<PlanDraft>) };
  } catch {
    return NOTHING;
  }
}
