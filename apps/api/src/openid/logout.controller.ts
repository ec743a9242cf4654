import { Body, Controller, Get, HttpCode, Inject, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { OutsideRoute, ProblemError, PublicRoute } from '#platform/http';
import { LOG, type Log } from '#platform/observability';
import { SignInFailed } from '#platform/openid';
import { OpenIdConnect } from './openid-connect.js';

const BackChannel = z.looseObject({ logout_token: z.string().min(1).max(8_000) });
const FrontChannel = z.looseObject({ iss: z.string().max(500).optional(), sid: z.string().max(500).optional() });

/** Sign-outs that the OpenID provider tells of. */
@Controller('openid')
export class LogoutController {
  constructor(
    private readonly openId: OpenIdConnect,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Post('backchannel-logout')
  @HttpCode(200)
  @OutsideRoute({
    // All logouts come from the provider's address, and some providers try only once.
    limit: 'none',
    summary: 'The OpenID provider tells that a session has ended there (Back-Channel Logout 1.0).',
    problems: ['logout-token-refused'],
  })
  async backChannel(
    @Body({ schema: BackChannel }) { logout_token: token }: z.infer<typeof BackChannel>,
  ): Promise<void> {
    try {
      await this.openId.endedAtProvider(token);
    } catch (fault) {
      if (!(fault instanceof SignInFailed)) throw fault;
      this.log.warn({ failure: fault.failure, code: fault.code }, 'a logout token was refused');
      // A provider that tries again later is told so by 503.
      throw new ProblemError(fault.failure === 'unavailable' ? 'unavailable' : 'logout-token-refused');
    }
  }

  /**
   * The provider's page opens this in a frame (Front-Channel Logout 1.0). No cookie of ours arrives from another site, so
   * the session is found by the provider's id of it, which only the provider and the browser know.
   */
  @Get('frontchannel-logout')
  @PublicRoute({
    summary: 'The OpenID provider’s page tells that a session has ended there (Front-Channel Logout 1.0).',
    problems: ['not-found'],
  })
  async frontChannel(
    @Query({ schema: FrontChannel }) { iss, sid }: z.infer<typeof FrontChannel>,
    @Res() response: Response,
  ): Promise<void> {
    const { provider } = this.openId.parts;
    // Entra ID leaves out the issuer; there is only one.
    if (sid !== undefined) await this.openId.endedInBrowser(iss ?? provider.issuer, sid);
    response.removeHeader('X-Frame-Options');
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors ${new URL(provider.issuer).origin}`,
    );
    response.status(200).type('text/plain').send('');
  }
}
