import { readModel } from '#platform/projections';
import type { ActionEvent } from '#actions/contract';
import type { MeetingEvent } from '#meetings/contract';
import type { PersonEvent, ServiceEvent, UnitEvent } from '#registry/contract';
import { actionFolds } from './action.folds.js';
import { meetingFolds } from './meeting.folds.js';
import { personFolds, serviceFolds, unitFolds } from './registry.folds.js';
import { SearchRow } from './search-entry.entity.js';

/** Every searchable item with its words and marks. */
export const searchEntry = readModel<SearchRow, UnitEvent | ServiceEvent | PersonEvent | MeetingEvent | ActionEvent>({
  name: 'search-entry',
  version: 3,
  entity: SearchRow,
  on: { ...unitFolds, ...serviceFolds, ...personFolds, ...meetingFolds, ...actionFolds },
});
