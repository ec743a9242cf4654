import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId } from '#platform/kernel';
import { ProtocolAnswer, ProtocolFilters, ProtocolPage, VersionQuery } from './protocol.dto.js';
import { ListProtocols, ReadProtocol } from './protocol.query.js';

@Controller('protocols')
export class ProtocolRegisterController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'protocol.read',
    summary: 'Filed protocols by unit, period, kind and whether they were late; the latest meeting first.',
    answer: ProtocolPage,
  })
  list(@Query({ schema: ProtocolFilters }) filters: ProtocolFilters, @Asked() asker: Asker) {
    return this.queries.execute(new ListProtocols(filters, asker));
  }
}

@Controller('meetings')
export class ProtocolController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: ':meetingId/protocol',
    right: 'protocol.read',
    of: 'meeting',
    summary: 'A filed protocol, whole: the latest version, or the one asked for.',
    answer: ProtocolAnswer,
    problems: ['conflict'],
  })
  one(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Query({ schema: VersionQuery }) { version }: z.infer<typeof VersionQuery>,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(new ReadProtocol(meetingId, version, asker));
  }
}
