import { z } from 'zod';
import { ActionPage } from '../action-list/action-list.dto.js';

/** «Mine tiltak»: the same page number and size for each group. */
export const MyActionsDto = z.object({
  overdue: ActionPage,
  thisWeek: ActionPage.describe('Due from today to Sunday.'),
  later: ActionPage,
  handovers: ActionPage.describe('Offered to you: accept or decline.'),
  contributing: ActionPage.describe('Others answer for them, and you help.'),
  toJudge: ActionPage.describe('Yours, done, and nobody has said whether it worked; the latest first.'),
});
