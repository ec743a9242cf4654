import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Asked, Paging, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { PersonId } from '#platform/kernel';
import { DigestFigure, DigestWeek } from '../../contract/index.js';
import { DigestFigureAnswer, DigestFigureQuery } from './digest-figure.dto.js';
import { ReadDigestFigure } from './digest-figure.query.js';
import { DigestAnswer, DigestPage, DigestPreview, PreferencesAnswer } from './own-mail.dto.js';
import { ListDigests, PreviewDigest, ReadDigest } from './own-digests.query.js';
import { ReadPreferences } from './preferences.query.js';

@Controller()
export class OwnMailController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: 'mail/preferences',
    right: 'mail.receive',
    answer: PreferencesAnswer,
    summary: 'Your choices about mail, and what your roles require.',
  })
  preferences(@Asked() asker: Asker) {
    return this.queries.execute(new ReadPreferences(asker));
  }

  @QueryRoute({
    path: 'digests',
    right: 'mail.receive',
    answer: DigestPage,
    summary: 'Your weekly digests, latest first.',
  })
  list(@Query({ schema: Paging }) paging: Paging, @Asked() asker: Asker) {
    return this.queries.execute(new ListDigests(asker.personId, paging, asker));
  }

  @QueryRoute({
    path: 'digests/preview',
    right: 'mail.receive',
    answer: DigestPreview,
    summary: 'Your digest of this week as it would be now.',
  })
  preview(@Asked() asker: Asker) {
    return this.queries.execute(new PreviewDigest(asker));
  }

  @QueryRoute({
    path: 'digests/:week',
    right: 'mail.receive',
    answer: DigestAnswer,
    summary: 'Your digest of a week as it was sent.',
  })
  read(@Param('week', { schema: DigestWeek }) week: DigestWeek, @Asked() asker: Asker) {
    return this.queries.execute(new ReadDigest(week, asker));
  }

  @QueryRoute({
    path: 'digests/:week/figures/:figure',
    right: 'mail.receive',
    answer: DigestFigureAnswer,
    summary: 'What a figure of your digest counts, as it was known when the digest was made.',
  })
  figure(
    @Param('week', { schema: DigestWeek }) week: DigestWeek,
    @Param('figure', { schema: DigestFigure }) figure: DigestFigure,
    @Query({ schema: DigestFigureQuery }) { service }: z.infer<typeof DigestFigureQuery>,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(new ReadDigestFigure(week, figure, service ?? null, asker));
  }

  @QueryRoute({
    path: 'people/:personId/digests',
    right: 'mail.manage',
    answer: DigestPage,
    summary: 'A person’s weekly digests, latest first, without their content.',
  })
  ofPerson(
    @Param('personId', { schema: PersonId }) personId: PersonId,
    @Query({ schema: Paging }) paging: Paging,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(new ListDigests(personId, paging, asker));
  }
}
