import { z } from 'zod';
import { UnitKind } from '../../contract/index.js';
import { ImportQuery } from '../imports/import.dto.js';

export const ImportUnitsQuery = ImportQuery.extend({
  kind: UnitKind.optional().describe('What every unit is, where the file does not say.'),
  reportMissing: z.stringbool().default(false).describe('Name the units of the registry that the file does not have.'),
});
export type ImportUnitsQuery = z.infer<typeof ImportUnitsQuery>;
