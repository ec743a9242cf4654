import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { Asked, ProblemError, PublicRoute, SignedInRoute, type AskedRequest } from '#platform/http';
import { Askers, rightsOf, Sessions, type Asker } from '#platform/identity';
import { LiveStreams } from '#platform/live';
import { CLOCK, dayOf, MunicipalityNumber, type Clock } from '#platform/kernel';
import { Directory, nameOn, numberOn } from '#registry/contract';
import { Choice, DEMO_MUNICIPALITY, PersonaPicker } from './persona-picker.js';
import { PersonasAnswer, SignedOut, WhoAnswer } from './session.dto.js';

const Where = z.object({ municipality: MunicipalityNumber.default(MunicipalityNumber.parse(DEMO_MUNICIPALITY)) });

/** Sign-in, sign-out, and the current session. */
@Controller('session')
export class SessionController {
  constructor(
    private readonly picker: PersonaPicker,
    private readonly sessions: Sessions,
    private readonly askers: Askers,
    private readonly directory: Directory,
    private readonly streams: LiveStreams,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('personas')
  @PublicRoute({ summary: 'Whom one may sign in as in the demo.', answer: PersonasAnswer })
  async personas(@Query({ schema: Where }) { municipality: tenant }: z.infer<typeof Where>) {
    return { municipality: tenant, personas: await this.picker.personas(tenant) };
  }

  @Post()
  @HttpCode(200)
  @PublicRoute({
    summary: 'Sign in as one of the demo’s people; begins a session of eight hours.',
    answer: WhoAnswer,
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
    await this.sessions.begin(request, response, session);
    return this.whoIs(asker);
  }

  @Get()
  @SignedInRoute({ summary: 'Who I am, with the roles I hold today.', answer: WhoAnswer })
  who(@Asked() asker: Asker) {
    return this.whoIs(asker);
  }

  @Delete()
  @PublicRoute({ summary: 'Sign out.', answer: SignedOut })
  async end(@Req() request: AskedRequest, @Res({ passthrough: true }) response: Response) {
    const session = await this.sessions.open(request);
    if (session) this.streams.signOut(session.tenant, session.personId);
    await this.sessions.end(request, response);
    return { signedIn: false };
  }

  private async whoIs(asker: Asker) {
    const { personId, tenant, roles, language, today } = asker;
    const [[person], own] = await Promise.all([
      this.directory.people(tenant, [personId]),
      this.directory.municipality(tenant),
    ]);
    // Signed out between the two queries: the registry no longer knows them.
    if (!person || !own) throw new ProblemError('sign-in-required');
    const { languageForm, demo } = own;
    return {
      personId,
      name: person.name,
      title: person.title,
      roles,
      municipality: { number: numberOn(own, today), name: nameOn(own, today), languageForm, demo },
      rights: rightsOf(asker),
      language,
      today,
    };
  }
}
