import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Body, Controller, Inject, Param } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { AcceptedAnswer, Commanded, CommandRoute } from '#platform/http';
import { SignedLinks } from '#platform/identity';
import { CLOCK, dayOf, isRefused, PersonId, type Clock, type Refused } from '#platform/kernel';
import type { Accepted, CommandContext, StreamRule } from '#platform/streams';
import type { InvitationRule } from '../domain/invitation/invitation.decider.js';
import { tokenTextOf } from '../domain/invitation/invitation-token.js';
import { InvitationStreams } from '../streams/invitation.streams.js';
import { RoleHolders } from '../streams/role-holders.js';

/** Days that a link works unless an option says otherwise: a week has room for somebody who is away for some days. */
export const INVITATION_DAYS = 7;
export const MOST_INVITATION_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
const SECRET_BYTES = 32;
/** The page that the link opens. */
const PAGE = '/invitasjon';

/** The link is known to whoever asked for it, and to nobody else: the log has a digest of its secret. */
export type Invited = Accepted & { readonly link: string; readonly until: string };

/** Gives a person of the register a link by which they let themselves in. An earlier link of the person ends. */
export class InvitePerson extends Command<Invited | Refused<InvitationRule | StreamRule>> {
  /** @param days how long the link works */
  constructor(
    readonly personId: PersonId,
    readonly days: number,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(InvitePerson)
export class InvitePersonHandler implements ICommandHandler<InvitePerson> {
  constructor(
    private readonly invitations: InvitationStreams,
    private readonly holders: RoleHolders,
    private readonly links: SignedLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ personId, days, context }: InvitePerson): Promise<Invited | Refused<InvitationRule | StreamRule>> {
    const { tenant } = context;
    const now = this.clock.now();
    const on = dayOf(now);
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const until = new Date(now.getTime() + days * DAY_MS).toISOString();
    const holdsRole = await this.holders.holdsRole(tenant, personId, on);
    const outcome = await this.invitations.run(
      personId,
      { type: 'InvitePerson', personId, holdsRole, digest: digestOf(secret), until, on },
      // A repeated request makes a new link, since nobody knows the secret of the first one any more.
      { ...context, commandId: randomUUID() },
    );
    if (isRefused(outcome)) return outcome;
    const token = tokenTextOf({ tenant, personId, secret });
    return { ...outcome, link: `${new URL(PAGE, this.links.origin).href}#${token}`, until };
  }
}

/** The digest by which the log knows a link. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const InvitePersonBody = z.strictObject({
  days: z.int().min(1).max(MOST_INVITATION_DAYS).default(INVITATION_DAYS).describe('How long the link works.'),
});
const InvitedAnswer = AcceptedAnswer.extend({
  link: z.string().describe('Shown once: it is stored nowhere.'),
  until: z.iso.datetime().describe('When the link ends.'),
});

@Controller('sign-ins/invitations')
export class InvitePersonController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':personId',
    right: 'registry.manage',
    needsConfirmation: true,
    answer: InvitedAnswer,
    summary: 'Makes a link by which a person lets themselves in at the first sign-in; an earlier link ends.',
  })
  async handle(
    @Param('personId', { schema: PersonId }) personId: PersonId,
    @Body({ schema: InvitePersonBody }) { days }: z.infer<typeof InvitePersonBody>,
    @Commanded() context: CommandContext,
  ) {
    const outcome = await this.commands.execute(new InvitePerson(personId, days, context));
    if (isRefused(outcome)) return outcome;
    return { ...outcome, revision: String(outcome.revision), position: String(outcome.position) };
  }
}
