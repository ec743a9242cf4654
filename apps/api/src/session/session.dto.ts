import { z } from 'zod';
import { Language, RIGHTS, Role, type Right } from '#platform/identity';
import { CalendarDate, MunicipalityNumber, PersonId, ServiceId, UnitId } from '#platform/kernel';
import { LanguageForm } from '#registry/contract';

export const PersonasAnswer = z.object({
  municipality: MunicipalityNumber,
  personas: z.array(
    z.object({
      personId: PersonId,
      name: z.string(),
      title: z.string().nullable(),
      role: Role,
      place: z.string().nullable().describe('The unit or service where the role is held.'),
    }),
  ),
});

export const SignedInPersonAnswer = z.object({
  personId: PersonId,
  name: z.string(),
  title: z.string().nullable(),
  roles: z.array(z.object({ role: Role, unitId: UnitId.optional(), serviceIds: z.array(ServiceId).optional() })),
  municipality: z.object({
    number: MunicipalityNumber,
    name: z.string(),
    languageForm: LanguageForm,
    demo: z.boolean().describe('True: everything here is invented, and every page says «Demodata».'),
  }),
  rights: z
    .array(
      z.object({
        right: z.enum(Object.keys(RIGHTS) as [Right, ...Right[]]),
        everywhere: z.boolean().describe('In the whole municipality.'),
        unitIds: z.array(z.string()).describe('At all items of these units.'),
        serviceIds: z.array(z.string()).describe('At all items of these services.'),
        elsewhere: z
          .boolean()
          .describe('At items outside `unitIds`: of these services, of a meeting one takes part in, or one’s own.'),
      }),
    )
    .describe('What you may do, and where; for display only, each request is decided anew.'),
  language: Language,
  today: CalendarDate.describe('The day that rules and lists go by.'),
});

export const SignedOut = z.object({
  signedIn: z.literal(false),
  signOutAt: z
    .url()
    .nullable()
    .describe('Where the browser goes to sign out at the OpenID provider too; null where it need not.'),
});
