import { z } from 'zod';
import { Paging, pageOf, SchoolYearInPath } from '#platform/http';
import { CalendarDate, UnitId } from '#platform/kernel';
import { UnitKind } from '#registry/contract';
import { AgreementParty } from '../../contract/agreement.events.js';
import { AGREEMENT_STATES } from '../../domain/agreement/agreement-standing.js';

export const AgreementState = z.enum(AGREEMENT_STATES);

const AgreedDate = z.object({ on: CalendarDate, startsAt: z.string() });
const AgreedContent = z.object({
  dates: z.array(AgreedDate),
  members: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      title: z.string().nullable(),
      deputyId: z.uuid().nullable(),
      deputyName: z.string().nullable(),
    }),
  ),
  services: z.array(z.object({ serviceId: z.uuid(), name: z.string(), mustAttend: z.boolean() })),
});
const Names = z.array(z.string());

export const AgreementAnswer = z.object({
  unitId: UnitId,
  unitName: z.string(),
  schoolYear: z.int(),
  state: AgreementState.describe(
    '`none`: nothing proposed; `waiting`: an approval is missing; `changed`: approved, but the plan or the register has changed since; `approved`.',
  ),
  waitsFor: z.array(AgreementParty).describe('Who has not approved the latest version.'),
  holds: z.int().nullable().describe('The latest version that both have approved.'),
  present: AgreedContent.describe('As the year plan and the register are today: what a proposal would say.'),
  changes: z
    .object({
      dates: z.object({
        added: z.array(AgreedDate),
        removed: z.array(AgreedDate),
        moved: z.array(z.object({ from: AgreedDate, to: AgreedDate })),
      }),
      members: z.object({ added: Names, removed: Names, otherDeputy: Names }),
      services: z.object({ added: Names, removed: Names, otherDuty: Names }),
    })
    .nullable()
    .describe('Differences from the latest version, with the names of people and services.'),
  versions: z
    .array(
      z.object({
        version: z.int(),
        on: CalendarDate.describe('The day it was proposed.'),
        proposedBy: z.string().describe('Name.'),
        approvals: z.array(z.object({ party: AgreementParty, name: z.string(), on: CalendarDate })),
        content: AgreedContent,
      }),
    )
    .describe('Latest first.'),
  may: z
    .array(z.enum(['propose', 'approve-unit', 'approve-services']))
    .describe('What you may do, whatever has been approved already.'),
  revision: z.string().describe('For `If-Match`.'),
});
export type AgreementAnswer = z.infer<typeof AgreementAnswer>;

export const AgreementFilters = Paging.extend({
  schoolYear: SchoolYearInPath.optional().describe('The year it begins in; left out: the one it is now.'),
  state: AgreementState.optional(),
});
export type AgreementFilters = z.infer<typeof AgreementFilters>;

export const AgreementPage = pageOf(
  z.object({
    unitId: UnitId,
    name: z.string(),
    kind: UnitKind,
    area: z.string().nullable(),
    state: AgreementState,
    waitsFor: z.array(AgreementParty),
    holds: z.int().nullable(),
  }),
).extend({
  schoolYear: z.int(),
  counts: z.record(AgreementState, z.int()).describe('Units in each state, whatever state is asked for.'),
});
