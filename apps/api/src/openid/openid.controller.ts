import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { PublicRoute, type AskedRequest } from '#platform/http';
import { LOG, type Log } from '#platform/observability';
import { localPath, SignInFailed } from '#platform/openid';
import { Invitations, SignIns } from '#sign-in/contract';
import { OpenIdConnect } from './openid-connect.js';
import { PROVEN_COOKIE, type Proven } from './openid-cookies.js';

const Start = z.object({
  return: z.string().max(500).optional().describe('Path of the page to return to.'),
  choose: z.enum(['1']).optional().describe('To choose the municipality, also where there is only one to enter.'),
  confirm: z.enum(['1']).optional().describe('To prove once more who one is; the session that one has goes on.'),
});
/** Providers may add parameters; all of them are checked by the library. */
const Callback = z.looseObject({ state: z.string().min(1).max(200) });
const SIGN_IN_PAGE = '/logg-inn';
const INVITATION_PAGE = '/invitasjon';
const CONFIRMED_PAGE = '/bekreftet';

/** Sends browsers to the OpenID provider and receives them back. */
@Controller('openid')
export class OpenIdController {
  constructor(
    private readonly openId: OpenIdConnect,
    private readonly signIns: SignIns,
    private readonly invitations: Invitations,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Get('start')
  @PublicRoute({
    limit: 'sign-in',
    summary: 'Sends the browser to the OpenID provider to sign in.',
    redirects: true,
    problems: ['not-found'],
  })
  async start(
    @Query({ schema: Start }) { return: page, choose, confirm }: z.infer<typeof Start>,
    @Res() response: Response,
  ) {
    const wish = { returnTo: localPath(page), choose: choose !== undefined };
    const isConfirmation = confirm !== undefined;
    const onFailure = isConfirmation ? CONFIRMED_PAGE : SIGN_IN_PAGE;
    await this.orTellWhy(response, onFailure, () => this.openId.begin(response, wish, isConfirmation));
  }

  @Get('callback')
  @PublicRoute({
    summary: 'Receives the browser back from the OpenID provider and begins the session.',
    redirects: true,
    problems: ['not-found'],
  })
  async callback(
    @Query({ schema: Callback }) { state }: z.infer<typeof Callback>,
    @Req() request: AskedRequest,
    @Res() response: Response,
  ) {
    const { invitation, renewedSince } = (await this.openId.begunBy(request, state)) ?? {};
    const isConfirmation = renewedSince !== undefined;
    const onFailure = isConfirmation ? CONFIRMED_PAGE : invitation === undefined ? SIGN_IN_PAGE : INVITATION_PAGE;
    await this.orTellWhy(response, onFailure, async () => {
      const proven = await this.openId.finish(request, response, state);
      if (isConfirmation) {
        await this.openId.confirm(request, response, proven);
        return CONFIRMED_PAGE;
      }
      if (invitation !== undefined) return this.enterByInvitation(request, response, proven, invitation);
      return (await this.enter(request, response, proven)) ? proven.returnTo : SIGN_IN_PAGE;
    });
  }

  /** Lets the identity in by the invitation and begins the session, or says on the invitation's page why not. */
  private async enterByInvitation(
    request: AskedRequest,
    response: Response,
    proven: Proven,
    invitation: string,
  ): Promise<string> {
    const accepted = await this.invitations.accept(invitation, proven.identityId);
    if ('refusal' in accepted) {
      this.log.warn({ refusal: accepted.refusal }, 'an invitation let nobody in');
      return `${INVITATION_PAGE}?svar=${accepted.refusal}`;
    }
    const asker = await this.openId.find(accepted.tenant, accepted.personId, request);
    if (asker) {
      await this.openId.enter(request, response, asker, proven);
      return proven.returnTo;
    }
    // The role begins later: the sign-in page says so.
    response.append('Set-Cookie', await this.openId.parts.cookies.seal(PROVEN_COOKIE, proven));
    return SIGN_IN_PAGE;
  }

  /** Begins the session if there is one municipality to enter; otherwise the sign-in page goes on. */
  private async enter(request: AskedRequest, response: Response, proven: Proven): Promise<boolean> {
    const states = await this.signIns.statesOf(proven.identityId);
    const [only, ...others] = states.filter((it) => it.state === 'approved');
    const isSure = others.length === 0 && !proven.choose;
    const asker = only && isSure && (await this.openId.find(only.tenant, only.personId, request));
    if (asker) {
      await this.openId.enter(request, response, asker, proven);
      return true;
    }
    response.append('Set-Cookie', await this.openId.parts.cookies.seal(PROVEN_COOKIE, proven));
    return false;
  }

  /** Redirects to the address, or to the page with the reason why there is none. */
  private async orTellWhy(response: Response, page: string, address: () => Promise<string>): Promise<void> {
    try {
      response.redirect(302, await address());
    } catch (fault) {
      if (!(fault instanceof SignInFailed)) throw fault;
      this.log.warn({ failure: fault.failure, code: fault.code }, 'a sign-in failed');
      response.redirect(302, `${page}?feil=${fault.failure}`);
    }
  }
}
