import { Controller, Delete, Get, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Asked, PublicRoute, SignedInRoute, type AskedRequest } from '#platform/http';
import { Sessions, type Asker } from '#platform/identity';
import { OpenIdConnect } from '../openid/openid-connect.js';
import { SignedInPersonAnswer, SignedOut } from './session.dto.js';
import { SignedInPerson } from './signed-in-person.js';

/** The current session, and sign-out. */
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly signedIn: SignedInPerson,
    private readonly openId: OpenIdConnect,
  ) {}

  @Get()
  @SignedInRoute({ summary: 'Who I am, with the roles I hold today.', answer: SignedInPersonAnswer })
  who(@Asked() asker: Asker) {
    return this.signedIn.describe(asker);
  }

  @Delete()
  @PublicRoute({ summary: 'Sign out.', answer: SignedOut })
  async end(@Req() request: AskedRequest, @Res({ passthrough: true }) response: Response) {
    await this.sessions.end(request, response);
    return { signedIn: false, signOutAt: await this.openId.signOutAt(request, response) };
  }
}
