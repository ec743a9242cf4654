import { z } from 'zod';
import { LanguageForm, SchoolCalendar, Settings } from '../../contract/index.js';

export const MunicipalityAnswer = z.object({
  number: z.string(),
  name: z.string(),
  languageForm: LanguageForm,
  demo: z.boolean().describe('Invented data: everything shown says «Demodata».'),
  settings: Settings,
  calendars: z.array(SchoolCalendar).describe('School calendars by school year and kind of unit.'),
  revision: z.string().describe('For `If-Match`.'),
});
export type MunicipalityAnswer = z.infer<typeof MunicipalityAnswer>;
