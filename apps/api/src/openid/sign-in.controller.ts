import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { ProblemError, PublicRoute, type AskedRequest } from '#platform/http';
import { dayOf } from '#platform/kernel';
import { Directory, nameOn, numberOn } from '#registry/contract';
import { SignIns, type SignInState } from '#sign-in/contract';
import { OpenIdConnect } from './openid-connect.js';
import { PROVEN_COOKIE, TenantChoice, type Proven } from './openid-cookies.js';
import { SignInAnswer } from './sign-in.dto.js';

/** The way into the installation, for the sign-in page: what the provider has proven, and where it leads. */
@Controller('sign-in')
export class SignInController {
  constructor(
    private readonly openId: OpenIdConnect,
    private readonly signIns: SignIns,
    private readonly directory: Directory,
  ) {}

  @Get()
  @PublicRoute({ summary: 'How one signs in here, and how far this browser has come.', answer: SignInAnswer })
  async read(@Req() request: AskedRequest): Promise<SignInAnswer> {
    return this.answer(request, await this.proven(request));
  }

  @Post()
  @HttpCode(200)
  @PublicRoute({
    summary: 'Enters a municipality as the person one is let in as, or asks its coordinator to be let in.',
    answer: SignInAnswer,
    problems: ['sign-in-required', 'not-found'],
  })
  async choose(
    @Body({ schema: TenantChoice }) { municipality: tenant }: z.infer<typeof TenantChoice>,
    @Req() request: AskedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInAnswer> {
    const proven = await this.proven(request);
    if (!proven) throw new ProblemError('sign-in-required');
    const { identityId, name, email } = proven;
    const signIn = await this.signIns.ask(tenant, identityId, { name, email });
    if (!signIn) throw new ProblemError('not-found');
    const asker = signIn.state === 'approved' && (await this.openId.find(tenant, signIn.personId, request));
    if (!asker) return this.answer(request, proven);
    await this.openId.enter(request, response, asker, proven);
    return { ...(await this.answer(request, undefined)), signedIn: true, returnTo: proven.returnTo };
  }

  @Delete()
  @PublicRoute({ summary: 'Forgets whom the provider has proven in this browser.', answer: SignInAnswer })
  async forget(@Req() request: AskedRequest, @Res({ passthrough: true }) response: Response): Promise<SignInAnswer> {
    if (this.openId.isUsed) response.append('Set-Cookie', this.openId.parts.cookies.remove(PROVEN_COOKIE));
    return this.answer(request, undefined);
  }

  private async proven(request: AskedRequest): Promise<Proven | undefined> {
    return this.openId.isUsed ? this.openId.parts.cookies.open(PROVEN_COOKIE, request.get('cookie')) : undefined;
  }

  private async answer(request: AskedRequest, proven: Proven | undefined): Promise<SignInAnswer> {
    const begun = { signedIn: false, returnTo: null };
    if (!this.openId.isUsed) return { via: 'persona-picker', provider: null, identity: null, ...begun };
    const { provider } = this.openId.parts;
    return {
      via: 'openid-connect',
      provider: { name: provider.name, isAvailable: await provider.isAvailable() },
      identity: proven ? { name: proven.name, municipalities: await this.places(request, proven.identityId) } : null,
      ...begun,
    };
  }

  private async places(request: AskedRequest, identityId: string) {
    const states = await this.signIns.statesOf(identityId);
    const places = await Promise.all(states.map((state) => this.place(request, state)));
    return places.filter((place) => place !== undefined).sort((a, b) => a.name.localeCompare(b.name, 'nb'));
  }

  private async place(request: AskedRequest, signIn: SignInState) {
    const own = await this.directory.municipality(signIn.tenant);
    if (!own) return undefined;
    const today = dayOf(this.openId.parts.clock.now());
    const isLetIn = signIn.state === 'approved';
    const holdsRole = isLetIn && (await this.openId.find(signIn.tenant, signIn.personId, request)) !== undefined;
    return {
      municipality: own.id,
      number: numberOn(own, today),
      name: nameOn(own, today),
      state: isLetIn && !holdsRole ? ('without-role' as const) : signIn.state,
    };
  }
}
