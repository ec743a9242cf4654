import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Asked, asFile, FileRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { isRefused, MeetingId } from '#platform/kernel';
import { VersionQuery } from '../../read-models/protocol-register/protocol.dto.js';
import { PrintProtocol } from './print-protocol.query.js';

@Controller('meetings')
export class PrintProtocolController {
  constructor(private readonly queries: QueryBus) {}

  @FileRoute({
    path: ':meetingId/protocol.pdf',
    right: 'protocol.read',
    of: 'meeting',
    summary:
      'A filed protocol as a tagged PDF in the municipality’s language form: the latest version, or the one asked for.',
    type: 'application/pdf',
    problems: ['conflict'],
  })
  async print(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Query({ schema: VersionQuery }) { version }: z.infer<typeof VersionQuery>,
    @Asked() asker: Asker,
  ) {
    const file = await this.queries.execute(new PrintProtocol(meetingId, version, asker));
    return isRefused(file) ? file : asFile({ ...file, type: 'application/pdf' });
  }
}
