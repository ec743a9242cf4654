import type { Day } from '../../../words/typed/days.js';

// A protocol draft as in the API (`ProtocolDraft`); the generated client checks that both agree.

export type AttendanceCode = 'present' | 'absent' | 'deputy';
export interface DraftParticipant {
  readonly personId: string;
  readonly role: string | null;
  readonly unitId: string | null;
  readonly serviceId: string | null;
  readonly attendance: AttendanceCode | null;
  readonly deputyId: string | null;
}
export type Outcome = 'on-track' | 'completed' | 'carried-on' | 'changed' | 'abandoned';
export interface DraftEarlierAction {
  readonly actionId: string;
  /** Null: not discussed. */
  readonly outcome: Outcome | null;
  readonly text: string | null;
  readonly dueOn: Day | null;
  readonly followUpOn: Day | null;
  readonly reason: string | null;
  readonly abandonReason: string | null;
  readonly note: string | null;
}
interface AnyMatter {
  readonly matterId: string;
  readonly topic: string | null;
  readonly cause: string | null;
}
export interface SystemMatter extends AnyMatter {
  readonly kind: 'system';
  readonly heading: string | null;
}
export interface AnonymousMatter extends AnyMatter {
  readonly kind: 'anonymous';
  readonly ageBand: string | null;
  readonly setting: string | null;
}
export type DraftMatter = SystemMatter | AnonymousMatter;
export interface DraftAction {
  readonly actionId: string;
  readonly text: string | null;
  readonly ownerId: string | null;
  readonly ownerServiceId: string | null;
  readonly dueOn: Day | null;
  readonly followUpOn: Day | null;
  readonly level: string | null;
  readonly category: string | null;
  readonly approach: string | null;
  readonly contributors: readonly { readonly personId: string | null; readonly serviceId: string | null }[];
  readonly resources: { readonly nok: number | null; readonly hours: number | null } | null;
  readonly wantedEffect: string | null;
  readonly matterId: string | null;
}
export interface Draft {
  readonly heldOn: Day | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly place: string | null;
  readonly digital: boolean;
  readonly chairId: string | null;
  readonly minuteTakerId: string | null;
  readonly participants: readonly DraftParticipant[];
  readonly earlierActions: readonly DraftEarlierAction[];
  readonly matters: readonly DraftMatter[];
  readonly actions: readonly DraftAction[];
  readonly nextMeetingOn: Day | null;
}

/** The lists of a draft and the id fields of their rows. */
export const LISTS = {
  participants: 'personId',
  earlierActions: 'actionId',
  matters: 'matterId',
  actions: 'actionId',
} as const;
export type ListName = keyof typeof LISTS;
export type RowOf<L extends ListName> = Draft[L][number];

export const idOf = <L extends ListName>(list: L, row: RowOf<L>): string =>
  String((row as unknown as Record<string, unknown>)[LISTS[list]]);
/** The row with this id, if it exists. */
export const rowOf = <L extends ListName>(draft: Draft, list: L, id: string): RowOf<L> | undefined =>
  (draft[list] as readonly RowOf<L>[]).find((row) => idOf(list, row) === id);

/** The draft with changed fields in one row; unchanged rows stay the same objects. */
export function withRow<L extends ListName>(draft: Draft, list: L, id: string, fields: Partial<RowOf<L>>): Draft {
  const rows = draft[list] as readonly RowOf<L>[];
  return { ...draft, [list]: rows.map((row) => (idOf(list, row) === id ? { ...row, ...fields } : row)) };
}
