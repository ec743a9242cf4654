import type { Recorded } from '#platform/kernel';
import { Random } from '../random.js';
import { tellAction } from './actions.js';
import { tellAlerts } from './alerts.js';
import { tellMeetings } from './meetings.js';
import { tellMunicipality, tellUnit } from './registry.js';
import { Story, UNITS } from './story.js';

export { BEGINS, ENDS } from './story.js';

/** Random events, in the order in which they were recorded, which lags behind the days that they are about. */
export function historyOf(seed: number): readonly Recorded[] {
  const story = new Story(new Random(seed));
  tellMunicipality(story);
  for (const unitId of UNITS) tellUnit(story, unitId);
  const agreed = UNITS.flatMap((unitId) => tellMeetings(story, unitId));
  for (const action of agreed) tellAction(story, action);
  tellAlerts(story, new Random(seed + 1000), agreed);
  return story.recorded();
}
