import { Body, Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { ProblemError, PublicRoute } from '#platform/http';
import { dayOf } from '#platform/kernel';
import { LOG, type Log } from '#platform/observability';
import { SignInFailed } from '#platform/openid';
import { Directory, nameOn } from '#registry/contract';
import { Invitations, type LookedAtInvitation } from '#sign-in/contract';
import { BegunAnswer, InvitationAnswer, InvitationToken } from './invitation.dto.js';
import { OpenIdConnect } from './openid-connect.js';

/**
 * The page of an invitation link. The token is the part of the link that browsers send to nobody, so it reaches no log;
 * the page sends it in a body. Programs that open links use nothing up: the button begins the sign-in, and only its end
 * uses the invitation.
 */
@Controller('sign-in/invitation')
export class InvitationController {
  constructor(
    private readonly openId: OpenIdConnect,
    private readonly invitations: Invitations,
    private readonly directory: Directory,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Post()
  @HttpCode(200)
  @PublicRoute({
    limit: 'sign-in',
    summary: 'How an invitation link stands, and whom it is for; changes nothing.',
    answer: InvitationAnswer,
  })
  async look(@Body({ schema: InvitationToken }) { token }: z.infer<typeof InvitationToken>): Promise<InvitationAnswer> {
    const looked = await this.invitations.look(token);
    const { state } = looked;
    if (!this.openId.isUsed) return { via: 'persona-picker', provider: null, state, invited: null };
    const { provider } = this.openId.parts;
    return {
      via: 'openid-connect',
      provider: { name: provider.name, isAvailable: await provider.isAvailable() },
      state,
      invited: await this.invited(looked),
    };
  }

  @Post('start')
  @HttpCode(200)
  @PublicRoute({
    limit: 'sign-in',
    summary: 'Begins the sign-in by an invitation link; the first identity that comes back is let in.',
    answer: BegunAnswer,
    problems: ['not-found', 'unavailable'],
  })
  async start(
    @Body({ schema: InvitationToken }) { token }: z.infer<typeof InvitationToken>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.infer<typeof BegunAnswer>> {
    if (!this.openId.isUsed || (await this.invitations.look(token)).state !== 'open')
      throw new ProblemError('not-found');
    try {
      return { signInAt: await this.openId.begin(response, { returnTo: '/', choose: false, invitation: token }) };
    } catch (fault) {
      if (!(fault instanceof SignInFailed)) throw fault;
      this.log.warn({ failure: fault.failure, code: fault.code }, 'a sign-in failed');
      throw new ProblemError('unavailable');
    }
  }

  private async invited({ tenant, personId, until }: LookedAtInvitation): Promise<InvitationAnswer['invited']> {
    if (tenant === null || personId === null || until === null) return null;
    const [own, [person]] = await Promise.all([
      this.directory.municipality(tenant),
      this.directory.people(tenant, [personId]),
    ]);
    if (!own || !person) return null;
    return { name: person.name, municipality: nameOn(own, dayOf(this.openId.parts.clock.now())), until };
  }
}
