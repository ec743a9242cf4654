import { z } from 'zod';
import { UnitKind } from '../../contract/index.js';

export const ImportUnitsQuery = z.object({
  name: z.string().trim().min(1).max(200).default('file').describe('What the file is called in the report.'),
  kind: UnitKind.optional().describe('What every unit is, where the file does not say.'),
  preview: z.stringbool().default(false).describe('Say what would be done, and do nothing.'),
  skipBad: z.stringbool().default(false).describe('Import the lines that are right, though others are bad.'),
  reportMissing: z.stringbool().default(false).describe('Name the units of the registry that the file does not have.'),
});
export type ImportUnitsQuery = z.infer<typeof ImportUnitsQuery>;

/** Lists are cut at so many items; the counts are whole. */
export const MOST_LISTED = 500;

const Line = z.object({ line: z.int().optional() });
export const UnitImportAnswer = z.object({
  applied: z.boolean().describe('False for a preview, and where bad lines held everything back.'),
  lines: z.int(),
  counts: z.object({
    new: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    leftOut: z.int(),
    bad: z.int(),
    missing: z.int(),
  }),
  new: z.array(z.object({ unitId: z.string(), name: z.string() })),
  changed: z.array(z.object({ unitId: z.string(), name: z.string(), fields: z.array(z.string()) })),
  leftOut: z.array(Line.extend({ reason: z.string() })),
  bad: z.array(Line.extend({ rule: z.string(), detail: z.string().describe('What is wrong and what to do.') })),
  missing: z.array(z.object({ unitId: z.string(), name: z.string() })),
});
export type UnitImportAnswer = z.infer<typeof UnitImportAnswer>;
