import { Controller, Delete, Get, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Asked, PublicRoute, SignedInRoute, type AskedRequest } from '#platform/http';
import { Sessions, type Asker } from '#platform/identity';
import { OpenIdConnect } from '../openid/openid-connect.js';
import { SignedOut, WhoAnswer } from './session.dto.js';
import { WhoIs } from './who-is.js';

/** The current session, and sign-out. */
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly whoIs: WhoIs,
    private readonly openId: OpenIdConnect,
  ) {}

  @Get()
  @SignedInRoute({ summary: 'Who I am, with the roles I hold today.', answer: WhoAnswer })
  who(@Asked() asker: Asker) {
    return this.whoIs.describe(asker);
  }

  @Delete()
  @PublicRoute({ summary: 'Sign out.', answer: SignedOut })
  async end(@Req() request: AskedRequest, @Res({ passthrough: true }) response: Response) {
    await this.sessions.end(request, response);
    return { signedIn: false, signOutAt: await this.openId.signOutAt(request, response) };
  }
}
