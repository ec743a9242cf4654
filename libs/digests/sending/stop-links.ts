import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SignedLinks } from '#platform/identity';
import { PersonId, TenantId } from '#platform/kernel';
import type { Stoppable } from '../domain/preferences/preferences.commands.js';

const PURPOSE = 'stop-mail';
const Token = z.tuple([TenantId, PersonId, z.enum(['digest', 'news'] satisfies Stoppable[]), z.string()]);

/** The person and the kind of mail that a link stops. */
export interface StopLink {
  readonly tenant: string;
  readonly personId: string;
  readonly what: Stoppable;
}

/** Links that stop mail without signing in (RFC 8058). They do not expire: a mail may be read years later. */
@Injectable()
export class StopLinks {
  constructor(private readonly links: SignedLinks) {}

  urlOf({ tenant, personId, what }: StopLink): string {
    const token = [tenant, personId, what, this.links.sign(PURPOSE, tenant, personId, what)].join('.');
    return new URL(`/avmeld/${token}`, this.links.origin).href;
  }

  /** Undefined for a token that was not made here. */
  linkOf(token: string): StopLink | undefined {
    const parsed = Token.safeParse(token.split('.'));
    if (!parsed.success) return undefined;
    const [tenant, personId, what, signature] = parsed.data;
    return this.links.isSigned(signature, PURPOSE, tenant, personId, what) ? { tenant, personId, what } : undefined;
  }
}
