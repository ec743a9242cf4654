import { streamId, type Fold, type ReadModel } from '#platform/projections';
import type { MeetingEvent, Protocol } from '#meetings/contract';
import { change, entry, begin, type EntryValues } from './entry.js';
import { keyOf, type SearchRow } from './search-entry.entity.js';

type Filing = Extract<MeetingEvent, { type: 'meetings.ProtocolFiled' | 'meetings.ProtocolCorrected' }>;

export const meetingFolds: ReadModel<MeetingEvent, SearchRow>['on'] = {
  'meetings.MeetingPlanned': begin('meeting', ({ data: { on, unitIds } }) => ({
    title: '',
    day: on,
    about: { unitIds, state: 'planned', calledIds: [], participantIds: [] },
  })),
  'meetings.MeetingMoved': change('meeting', (_, { to }) => ({ day: to.on })),
  'meetings.NoticeGiven': change('meeting', ({ about }, { to }) => ({ about: { ...about, calledIds: to } })),
  'meetings.MeetingPostponed': change('meeting', (_, { to }) => ({ day: to.on })),
  'meetings.MeetingCancelled': change('meeting', ({ about }) => ({ about: { ...about, state: 'cancelled' } })),
  'meetings.MeetingHeld': change('meeting', ({ about }, { heldOn }) => ({
    day: heldOn,
    about: { ...about, state: 'held' },
  })),
  'meetings.MeetingHeldRetracted': change('meeting', ({ about }, { standsOn }) => ({
    day: standsOn,
    about: { ...about, state: 'planned' },
  })),
  'meetings.ProtocolDeclaredLost': 'ignored',
  'meetings.ProtocolFiled': filing(),
  'meetings.ProtocolCorrected': filing(),
};

/** A filed protocol is an entry of its own, besides its meeting's, since more people may read one than the other. */
function filing<E extends Filing>(): Fold<E, SearchRow> {
  return {
    rows: (event) => [keyOf('meeting', streamId(event)), keyOf('protocol', streamId(event))],
    fold: (row, { data: { unitIds, protocol }, tenant }, key) =>
      key.startsWith('protocol/')
        ? entry(key, tenant, 'protocol', protocolOf(unitIds, protocol))
        : row && entry(key, tenant, 'meeting', filed(row as SearchRow<'meeting'>, protocol)),
  };
}

const filed = ({ title, about }: SearchRow<'meeting'>, { heldOn, participants }: Protocol): EntryValues<'meeting'> => ({
  title,
  day: heldOn,
  about: {
    ...about,
    state: 'filed',
    participantIds: participants.flatMap(({ personId, deputyId }) => (deputyId ? [personId, deputyId] : [personId])),
  },
});

/** An anonymous matter has no heading and cannot be found. */
const protocolOf = (unitIds: readonly string[], { heldOn, matters, actions }: Protocol): EntryValues<'protocol'> => ({
  title: '',
  day: heldOn,
  about: {
    unitIds,
    lines: [
      ...matters.flatMap((matter) => (matter.kind === 'system' ? [matter.heading] : [])),
      ...actions.map(({ text }) => text),
    ],
  },
});
