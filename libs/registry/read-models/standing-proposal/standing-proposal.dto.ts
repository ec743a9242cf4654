import { z } from 'zod';
import { UnitKind } from '../../contract/index.js';

const Named = { personId: z.string(), name: z.string(), title: z.string().nullable() };
const Reason = z.object({
  reason: z.enum(['unit-leader', 'meeting-chair', 'service']),
  serviceId: z.string().nullable().describe('The service that must attend; null for who leads.'),
});

export const StandingProposal = z.object({
  units: z.array(
    z.object({
      unitId: z.string(),
      name: z.string(),
      kind: UnitKind,
      area: z.string().nullable(),
      revision: z.string().describe('Give it back with the accepted list of the unit.'),
      isSet: z.boolean().describe('True: it has standing participants, which stay as they are.'),
      participants: z
        .array(
          z.object({
            ...Named,
            deputyId: z.string().nullable(),
            deputyName: z.string().nullable(),
            reasons: z.array(Reason).describe('Why they are proposed; empty where the unit has them already.'),
          }),
        )
        .describe('Those it has, or those proposed.'),
      lacking: z.array(Reason).describe('Reasons for which nobody was found.'),
    }),
  ),
  leftOut: z
    .int()
    .describe('Number of open units that need none: they are not obliged to meet, or meet at another unit.'),
  services: z.array(z.object({ serviceId: z.string(), name: z.string() })).describe('The services of the reasons.'),
});
export type StandingProposal = z.infer<typeof StandingProposal>;
