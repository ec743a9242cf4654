import { z } from 'zod';
import { atMost } from '#platform/kernel';
import { DigestSettings } from './digest-settings.js';
import { Ladder } from './ladder.js';

export const UnitKind = z.enum(['school', 'kindergarten']);
export type UnitKind = z.infer<typeof UnitKind>;

/** At most a year of working days. */
const WorkingDays = atMost(z.int().min(0), 260);
const MonthNumbers = z.array(z.int().min(1).max(12)).min(1);

/** The municipality's decisions about its own system; every rule that counts days or months reads them here. */
export const Settings = z.object({
  /** Calendar months (1–12) in which every obliged unit must meet (R1); usually August–June. */
  mandatoryMonths: z.object({ school: MonthNumbers, kindergarten: MonthNumbers }),
  /** Working days before the meeting at which the notice is due. */
  noticeWorkingDays: z.int().min(0).max(30),
  /** Working days after the meeting; a protocol not filed by then is late. */
  filingWorkingDays: z.int().min(0).max(60),
  /**
   * Working days after the meeting until the unit is reminded, the unit is alerted, and the coordinator is notified.
   */
  reminderWorkingDays: z.object({ reminder: WorkingDays, alert: WorkingDays, coordinator: WorkingDays }),
  /**
   * Proposed due date: working days before the next meeting, or calendar days from today when no meeting is planned.
   */
  dueDateRule: z.object({
    workingDaysBeforeNextMeeting: z.int().min(0).max(30),
    otherwiseDays: z.int().min(1).max(365),
  }),
  /** Days after completion; without a judged effect by then, the evaluation is missing. */
  effectJudgedWithinDays: z.int().min(1).max(365),
  /** Age range of the system in whole years (R10: 0–23 in the source, 0–16 on Asker's public page). */
  ageSpan: z.object({ from: z.int().min(0).max(23), to: z.int().min(0).max(23) }),
  /** Units with fewer children than this get a warning before an anonymous matter. */
  smallUnitBelow: z.int().min(0).max(200),
  /** Steps of alerts, in place of the default ones (`ladderOf`). Since version 2 of the events with settings. */
  ladder: Ladder.optional(),
  /** Absent: `DEFAULT_DIGESTS`. Since version 2 of the events with settings. */
  digests: DigestSettings.optional(),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = {
  mandatoryMonths: {
    school: [8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6],
    kindergarten: [8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6],
  },
  noticeWorkingDays: 5,
  filingWorkingDays: 5,
  reminderWorkingDays: { reminder: 3, alert: 6, coordinator: 10 },
  dueDateRule: { workingDaysBeforeNextMeeting: 2, otherwiseDays: 28 },
  effectJudgedWithinDays: 60,
  ageSpan: { from: 0, to: 23 },
  smallUnitBelow: 20,
};
