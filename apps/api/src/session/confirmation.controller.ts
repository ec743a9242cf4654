import { Controller, Get, Req } from '@nestjs/common';
import { SignedInRoute, type AskedRequest } from '#platform/http';
import { Sessions } from '#platform/identity';
import { OpenIdConnect } from '../openid/openid-connect.js';
import { ConfirmationAnswer } from './confirmation.dto.js';

/** Tells the dialog that asks for a proof whether the person has given one recently. */
@Controller('session/confirmation')
export class ConfirmationController {
  constructor(
    private readonly sessions: Sessions,
    private readonly openId: OpenIdConnect,
  ) {}

  @Get()
  @SignedInRoute({ summary: 'Whether I have proven recently who I am, and how I do so.', answer: ConfirmationAnswer })
  read(@Req() { session }: AskedRequest): ConfirmationAnswer {
    return {
      isConfirmed: this.sessions.isConfirmed(session),
      minutes: this.sessions.limits.confirmMinutes,
      provider: this.openId.isUsed ? this.openId.parts.provider.name : null,
      confirmAt: this.openId.isUsed ? '/openid/start?confirm=1' : null,
    };
  }
}
