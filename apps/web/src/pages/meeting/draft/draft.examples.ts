import type { Draft, DraftAction, DraftParticipant, SystemMatter } from './draft.js';

/** Drafts for specifications. */
export const anEmptyDraft: Draft = {
  heldOn: '2026-11-18',
  startedAt: '12:30',
  endedAt: null,
  place: null,
  digital: false,
  chairId: null,
  minuteTakerId: null,
  participants: [],
  earlierActions: [],
  matters: [],
  actions: [],
  nextMeetingOn: '2026-12-09',
};
export const aParticipant = (personId: string, fields: Partial<DraftParticipant> = {}): DraftParticipant => ({
  personId,
  role: null,
  unitId: null,
  serviceId: null,
  attendance: null,
  deputyId: null,
  ...fields,
});
export const anAction = (actionId: string, fields: Partial<DraftAction> = {}): DraftAction => ({
  actionId,
  text: null,
  ownerId: null,
  ownerServiceId: null,
  dueOn: null,
  followUpOn: null,
  level: null,
  category: null,
  approach: null,
  contributors: [],
  resources: null,
  wantedEffect: null,
  matterId: null,
  ...fields,
});
export const aMatter = (matterId: string, heading: string | null = null): SystemMatter => ({
  kind: 'system',
  matterId,
  topic: null,
  cause: null,
  heading,
});
