import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { asFile, Asked, FileRoute, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { isRefused } from '#platform/kernel';
import { OneSentMail, OutboxAnswer, OutboxQuery } from './outbox.dto.js';
import { ListOutbox, ReadSentBytes, ReadSentMail } from './outbox.query.js';

const MAIL_FILE = 'message/rfc822';
const DispatchId = z.uuid();

@Controller('mail/outbox')
export class OutboxController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'mail.manage',
    answer: OutboxAnswer,
    summary: 'Mails that are due or were sent, latest first: to whom, of which kind, and what became of them.',
  })
  list(@Query({ schema: OutboxQuery }) query: OutboxQuery, @Asked() asker: Asker) {
    return this.queries.execute(new ListOutbox(query, asker));
  }

  @QueryRoute({
    path: ':dispatchId',
    right: 'mail.manage',
    answer: OneSentMail,
    summary: 'One mail; with its content if it went to you.',
  })
  one(@Param('dispatchId', { schema: DispatchId }) dispatchId: string, @Asked() asker: Asker) {
    return this.queries.execute(new ReadSentMail(dispatchId, asker));
  }

  @FileRoute({
    path: ':dispatchId/mail.eml',
    right: 'mail.manage',
    type: MAIL_FILE,
    summary: 'A mail that went to you, byte by byte as it was sent.',
  })
  async file(@Param('dispatchId', { schema: DispatchId }) dispatchId: string, @Asked() asker: Asker) {
    const bytes = await this.queries.execute(new ReadSentBytes(dispatchId, asker));
    return isRefused(bytes) ? bytes : asFile({ name: 'e-post.eml', type: MAIL_FILE, bytes });
  }
}
