import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, PublicRoute, QueryRoute, SignedInRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { CLOCK, dayOf, TenantId, type Clock } from '#platform/kernel';
import { PeriodKey } from '../figures/figures.dto.js';
import {
  OwnPublicationsAnswer,
  PreviewAnswer,
  PreviewQuery,
  PublicationAnswer,
  PublicationsAnswer,
} from './publications.dto.js';
import {
  choicesIn,
  ListOwnPublications,
  ListPublications,
  PreviewPublication,
  ReadPublication,
} from './publications.query.js';

const VersionQuery = z.object({
  version: z.coerce.number().pipe(z.int().min(1)).optional().describe('Left out: the latest.'),
});

@Controller('publications')
export class PublicationsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @QueryRoute({
    path: 'preview',
    right: 'statistics.publish',
    answer: PreviewAnswer,
    summary: 'What a publication would show and hide, and the same figures before anything is hidden.',
  })
  preview(@Query({ schema: PreviewQuery }) { period, figures }: z.infer<typeof PreviewQuery>, @Asked() asker: Asker) {
    return this.queries.execute(new PreviewPublication(period, choicesIn(figures), asker));
  }

  @Get()
  @SignedInRoute({
    summary: 'What your municipality has published, with some figures of the latest period.',
    answer: OwnPublicationsAnswer,
  })
  own(@Asked() asker: Asker) {
    return this.queries.execute(new ListOwnPublications(asker));
  }

  @Get('of/:municipality')
  @PublicRoute({
    summary: 'What a municipality has published; not found where it has published nothing.',
    answer: PublicationsAnswer,
  })
  list(@Param('municipality', { schema: TenantId }) municipality: TenantId) {
    return this.queries.execute(new ListPublications(municipality, dayOf(this.clock.now())));
  }

  @Get('of/:municipality/:period')
  @PublicRoute({ summary: 'The published figures of a period.', answer: PublicationAnswer })
  read(
    @Param('municipality', { schema: TenantId }) municipality: TenantId,
    @Param('period', { schema: PeriodKey }) period: string,
    @Query({ schema: VersionQuery }) { version }: z.infer<typeof VersionQuery>,
  ) {
    return this.queries.execute(new ReadPublication(municipality, period, version, dayOf(this.clock.now())));
  }
}
