import { z } from 'zod';

/** The figures of a digest that have a page of their own, which shows what they count as it was known then. */
export const DigestFigure = z.enum([
  'units-met',
  'meetings-held',
  'meetings-planned',
  'months-unplanned',
  'filed-in-time',
  'protocols-missing',
  'actions',
  'completed-in-time',
  'units-on-track',
]);
export type DigestFigure = z.infer<typeof DigestFigure>;
