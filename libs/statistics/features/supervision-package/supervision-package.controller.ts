import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, asStreamedFile, FileRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { isRefused } from '#platform/kernel';
import { periodOf } from '../../contract/index.js';
import { PackForSupervision } from './supervision-package.query.js';

const PackageQuery = z.object({
  period: z
    .string()
    .refine((key) => (periodOf(key)?.kind ?? 'school-years') !== 'school-years')
    .describe('A month (2026-10), half-year (2026H2) or school year (2026-2027).'),
});
const ZIP = 'application/zip';

@Controller('supervision-package')
export class SupervisionPackageController {
  constructor(private readonly queries: QueryBus) {}

  @FileRoute({
    right: 'supervision.document',
    summary:
      'One archive that documents a period: plan and its changes, meetings, attendance, protocols in every version, actions and their history, alerts, reminders, calls, exemptions, weekly digests, figures, and last a manifest with the checksum of each file.',
    type: ZIP,
  })
  async pack(@Query({ schema: PackageQuery }) { period }: z.infer<typeof PackageQuery>, @Asked() asker: Asker) {
    const archive = await this.queries.execute(new PackForSupervision(periodOf(period)!, asker));
    return isRefused(archive)
      ? archive
      : asStreamedFile({ name: `Samspill ${period}.zip`, type: ZIP, stream: archive });
  }
}
