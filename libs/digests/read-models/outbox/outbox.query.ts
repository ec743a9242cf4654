import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Asker } from '#platform/identity';
import { refuse, type Refused } from '#platform/kernel';
import { Dispatches, MailSetup, readableMail, type ListedDispatch } from '#platform/mail';
import { Directory } from '#registry/contract';
import type { OneSentMail, OutboxAnswer, OutboxQuery } from './outbox.dto.js';

/** Asks for mails with their receivers and what became of them, never for their content. */
export class ListOutbox extends Query<OutboxAnswer> {
  constructor(
    readonly query: OutboxQuery,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ListOutbox)
export class ListOutboxHandler implements IQueryHandler<ListOutbox> {
  constructor(
    private readonly dispatches: Dispatches,
    private readonly directory: Directory,
    private readonly setup: MailSetup,
  ) {}

  async execute({ query: { state, kind, person, page, size }, asker }: ListOutbox): Promise<OutboxAnswer> {
    const filter = {
      ...(state && { states: [state] }),
      ...(kind !== undefined && { kinds: [kind] }),
      ...(person && { personId: person }),
    };
    const [{ items, total }, counts] = await Promise.all([
      this.dispatches.list(asker.tenant, filter, { page, size }),
      this.dispatches.counts(asker.tenant),
    ]);
    const names = await namesOf(this.directory, asker, items);
    return {
      items: items.map((mail) => sentMail(mail, names, asker)),
      total,
      page,
      size,
      counts,
      goesOut: 'smtp' in this.setup.way,
      hasInboundPath: this.setup.hasInboundPath,
    };
  }
}

/**
 * One mail. Its content is for its receiver alone: another person's mail may tell what the coordinator cannot read
 * (ADR 0330).
 */
export class ReadSentMail extends Query<OneSentMail | Refused<'NOT_FOUND'>> {
  constructor(
    readonly dispatchId: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadSentMail)
export class ReadSentMailHandler implements IQueryHandler<ReadSentMail> {
  constructor(
    private readonly dispatches: Dispatches,
    private readonly directory: Directory,
    private readonly setup: MailSetup,
  ) {}

  async execute({ dispatchId, asker }: ReadSentMail): Promise<OneSentMail | Refused<'NOT_FOUND'>> {
    const mail = await this.dispatches.one(asker.tenant, dispatchId);
    if (!mail) return refuse('NOT_FOUND');
    const shown = sentMail(mail, await namesOf(this.directory, asker, [mail]), asker);
    const content = shown.isOwn && mail.bytes ? await readableMail(mail.bytes) : null;
    return {
      ...shown,
      content: content && { ...content, to: [...content.to] },
      goesOut: 'smtp' in this.setup.way,
      isKept: mail.bytes !== null,
    };
  }
}

/** The bytes of one of the asker's own mails, as they were sent. */
export class ReadSentBytes extends Query<Buffer | Refused<'NOT_FOUND'>> {
  constructor(
    readonly dispatchId: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadSentBytes)
export class ReadSentBytesHandler implements IQueryHandler<ReadSentBytes> {
  constructor(private readonly dispatches: Dispatches) {}

  async execute({ dispatchId, asker }: ReadSentBytes): Promise<Buffer | Refused<'NOT_FOUND'>> {
    const mail = await this.dispatches.one(asker.tenant, dispatchId);
    return mail?.personId === asker.personId && mail.bytes ? mail.bytes : refuse('NOT_FOUND');
  }
}

type Names = ReadonlyMap<string, string>;

async function namesOf(directory: Directory, { tenant }: Asker, mails: readonly ListedDispatch[]): Promise<Names> {
  const ids = [...new Set(mails.map(({ personId }) => personId))];
  const people = ids.length === 0 ? [] : await directory.people(tenant, ids);
  return new Map(people.map(({ personId, name }) => [personId, name]));
}

/** Without its subject: that of a mail at once names the meeting or the unit that it is about. */
const sentMail = (mail: ListedDispatch, names: Names, { personId }: Asker): OutboxAnswer['items'][number] => ({
  dispatchId: mail.dispatchId,
  person: { personId: mail.personId, name: names.get(mail.personId) ?? null },
  kind: mail.kind,
  state: mail.state,
  dueAt: mail.dueAt.toISOString(),
  stateAt: mail.stateAt.toISOString(),
  acceptedAt: mail.acceptedAt?.toISOString() ?? null,
  attempts: mail.attempts,
  retryAt: mail.retryAt?.toISOString() ?? null,
  isHeld: mail.isHeld,
  answerCode: mail.answerCode,
  isOwn: mail.personId === personId,
});
