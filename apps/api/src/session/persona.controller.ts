import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { ProblemError, PublicRoute, SignedInRoute, type AskedRequest } from '#platform/http';
import { Askers, Sessions } from '#platform/identity';
import { CLOCK, dayOf, MunicipalityNumber, type Clock } from '#platform/kernel';
import { LOG, type Log } from '#platform/observability';
import { Choice, DEMO_MUNICIPALITY, PersonaPicker } from './persona-picker.js';
import { ConfirmationAnswer } from './confirmation.dto.js';
import { PersonasAnswer, SignedInPersonAnswer } from './session.dto.js';
import { logSignIn } from './sign-in-log.js';
import { SignedInPerson } from './signed-in-person.js';

const Where = z.object({ municipality: MunicipalityNumber.default(MunicipalityNumber.parse(DEMO_MUNICIPALITY)) });

/** Sign-in of the demo: by choosing whom to be. */
@Controller('session')
export class PersonaController {
  constructor(
    private readonly picker: PersonaPicker,
    private readonly sessions: Sessions,
    private readonly askers: Askers,
    private readonly signedIn: SignedInPerson,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Get('personas')
  @PublicRoute({ summary: 'Whom one may sign in as in the demo.', answer: PersonasAnswer })
  async personas(@Query({ schema: Where }) { municipality: tenant }: z.infer<typeof Where>) {
    return { municipality: tenant, personas: await this.picker.personas(tenant) };
  }

  @Post()
  @HttpCode(200)
  @PublicRoute({
    limit: 'sign-in',
    summary: 'Sign in as one of the demo’s people; begins a session.',
    answer: SignedInPersonAnswer,
    problems: ['sign-in-required', 'sign-in-refused'],
  })
  async begin(
    @Body({ schema: Choice }) choice: z.infer<typeof Choice>,
    @Req() request: AskedRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    const session = await this.picker.prove(choice);
    const today = dayOf(this.clock.now());
    const asker = session && (await this.askers.find(session.tenant, session.personId, today, request.language));
    if (!asker) throw new ProblemError('sign-in-refused');
    logSignIn(this.log, 'a person signed in', request, await this.sessions.begin(request, response, session));
    return this.signedIn.describe(asker);
  }
  /** The demo has no provider: whoever chose a person proves nothing, and confirms it by a click. */
  @Post('confirmation')
  @HttpCode(200)
  @SignedInRoute({ summary: 'Confirm in the demo that it is me.', answer: ConfirmationAnswer })
  async confirm(
    @Req() request: AskedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ConfirmationAnswer> {
    const isConfirmed = await this.sessions.confirm(request, response, { authenticatedAt: this.clock.now() });
    if (isConfirmed) logSignIn(this.log, 'a person confirmed who they are', request, request.session);
    return { isConfirmed, minutes: this.sessions.limits.confirmMinutes, provider: null, confirmAt: null };
  }
}
