import { useMemo } from 'react';
import type { DateContext } from '../../../words/typed/understand-date.js';
import { useDraftField, useEditing } from './editing.js';

/** Context for reading dates in this protocol. */
export function useDateContext(): DateContext {
  const { today } = useEditing();
  const meetingOn = useDraftField('heldOn');
  const nextMeetingOn = useDraftField('nextMeetingOn');
  return useMemo(() => ({ today, meetingOn, nextMeetingOn }), [today, meetingOn, nextMeetingOn]);
}
