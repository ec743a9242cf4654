import { z } from 'zod';
import {
  DigestSettings,
  LanguageForm,
  NameFrom,
  NumberFrom,
  SchoolCalendar,
  Settings,
  SetupStep,
  TenantKind,
} from '../../contract/index.js';

export const MunicipalityAnswer = z.object({
  id: z.string().describe('Id of the tenant: the municipality’s first number, which never changes.'),
  kind: TenantKind,
  number: z.string().describe('The number today.'),
  name: z.string().describe('The name today.'),
  numbers: z.array(NumberFrom).describe('Every number, oldest first; each holds until the next begins.'),
  names: z.array(NameFrom).describe('Every name, oldest first; each holds until the next begins.'),
  languageForm: LanguageForm,
  demo: z.boolean().describe('Invented data: everything shown says «Demodata».'),
  settings: Settings,
  digests: DigestSettings.describe('In force: those of the settings, or the default.'),
  calendars: z.array(SchoolCalendar).describe('School calendars by school year and kind of unit.'),
  confirmed: z.array(SetupStep).describe('Decisions of a new municipality that its coordinator has looked at.'),
  revision: z.string().describe('For `If-Match`.'),
});
export type MunicipalityAnswer = z.infer<typeof MunicipalityAnswer>;
