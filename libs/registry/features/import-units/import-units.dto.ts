import { z } from 'zod';
import { UnitKind } from '../../contract/index.js';
import { ImportQuery } from '../imports/import.dto.js';

export const ImportUnitsQuery = ImportQuery.extend({
  kind: UnitKind.optional().describe('What every unit is, where the file does not say.'),
  leaveOut: z
    .string()
    .regex(/^\d{9}(?:,\d{9}){0,499}$/)
    .optional()
    .describe('Organisation numbers of new units that are not registered, with commas between.'),
  reportMissing: z.stringbool().default(false).describe('Name the units of the registry that the file does not have.'),
});
export type ImportUnitsQuery = z.infer<typeof ImportUnitsQuery>;
