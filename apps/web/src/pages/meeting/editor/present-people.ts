import { useMemo } from 'react';
import type { Candidate } from '../../../parts/person-picker/match.js';
import { useDraftField, useEditing } from './editing.js';

/** People at the meeting, with deputies in place of those they represent: the most likely owners of an action. */
export function usePresentPeople(): readonly Candidate[] {
  const { nameOf } = useEditing();
  const participants = useDraftField('participants');
  return useMemo(
    () =>
      participants.flatMap(({ personId, attendance, deputyId, unitId, serviceId }): Candidate[] => {
        const there = attendance === 'deputy' ? deputyId : attendance === 'absent' ? null : personId;
        const person = nameOf(there);
        return person ? [{ ...person, role: person.role ?? '', unitId, serviceId }] : [];
      }),
    [participants, nameOf],
  );
}
