import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SignedLinks } from '#platform/identity';
import { ActionId, CalendarDate, PersonId, TenantId } from '#platform/kernel';
import type { AnswerLink } from '#actions/contract';

const PURPOSE = 'answer-about-action';
const Token = z.tuple([TenantId, ActionId, PersonId, CalendarDate, CalendarDate, z.string()]);

/** Links by which an action's owner answers without signing in. They hold ids and days, and nothing of the matter. */
@Injectable()
export class AnswerLinks {
  constructor(private readonly links: SignedLinks) {}

  urlOf({ tenant, actionId, personId, toldOn, dueOn }: AnswerLink): string {
    const parts = [tenant, actionId, personId, toldOn, dueOn];
    const token = [...parts, this.links.sign(PURPOSE, ...parts)].join('.');
    return new URL(`/svar/${token}`, this.links.origin).href;
  }

  /** Undefined for a token that was not made here. */
  linkOf(token: string): AnswerLink | undefined {
    const parsed = Token.safeParse(token.split('.'));
    if (!parsed.success) return undefined;
    const [tenant, actionId, personId, toldOn, dueOn, signature] = parsed.data;
    return this.links.isSigned(signature, PURPOSE, tenant, actionId, personId, toldOn, dueOn)
      ? { tenant, actionId, personId, toldOn, dueOn }
      : undefined;
  }
}
