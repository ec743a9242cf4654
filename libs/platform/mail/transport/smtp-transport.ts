import { setTimeout as pause } from 'node:timers/promises';
import type { Letter } from '../dispatch/claims.js';
import type { Handover } from '../dispatch/dispatch.js';
import type { SmtpSettings } from '../mail-setup.js';
import { MailTransport } from './mail-transport.js';
import { RateLimit } from './rate-limit.js';
import { handoverOf } from './smtp-failure.js';
import { SmtpSession } from './smtp-session.js';

/** Mails on one connection; many servers allow no more. */
const MAILS_PER_CONNECTION = 100;
/** An unused connection is closed after this time, in ms. */
const IDLE_MS = 5_000;

/**
 * A mail server, reached over at most `connections` connections at a time. It hands every mail over once, and leaves
 * trying again to the dispatch: nodemailer's own pool would send a mail again by itself when its connection was lost
 * (`maxRequeues`), also after the server has taken it.
 */
export class SmtpTransport extends MailTransport {
  readonly connections: number;
  private readonly idle: { readonly session: SmtpSession; readonly timer: NodeJS.Timeout }[] = [];
  private readonly waiting: (() => void)[] = [];
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly limit: RateLimit;
  private busy = 0;

  constructor(private readonly settings: SmtpSettings) {
    super();
    this.connections = settings.connections;
    this.limit = new RateLimit(settings.perMinute);
  }

  async turn(signal: AbortSignal): Promise<boolean> {
    const wait = this.limit.reserve();
    if (wait > 0) await pause(wait, undefined, { signal }).catch(() => undefined);
    return !signal.aborted;
  }

  handOver(letter: Letter): Promise<Handover> {
    const handover = this.inTurn(letter);
    this.underWay.add(handover);
    return handover.finally(() => this.underWay.delete(handover));
  }

  async close(): Promise<void> {
    await Promise.all(this.underWay);
    for (const { session, timer } of this.idle.splice(0)) {
      clearTimeout(timer);
      session.quit();
    }
  }

  private async inTurn(letter: Letter): Promise<Handover> {
    while (this.busy >= this.connections) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.busy += 1;
    try {
      return await this.onSomeConnection(letter);
    } finally {
      this.busy -= 1;
      this.waiting.shift()?.();
    }
  }

  /** The server may have closed an unused connection meanwhile: that tells nothing, so a new one is tried. */
  private async onSomeConnection(letter: Letter): Promise<Handover> {
    const used = this.unused();
    if (used) {
      const handover = await this.on(used, letter);
      if (!isLost(handover)) return handover;
    }
    const session = new SmtpSession(this.settings);
    const failure = await session.open();
    return failure ? aboutServer(handoverOf(failure, false)) : this.on(session, letter);
  }

  private async on(session: SmtpSession, letter: Letter): Promise<Handover> {
    const handover = await session.handOver(letter);
    if (session.isOpen && session.mails < MAILS_PER_CONNECTION) this.keep(session);
    else session.quit();
    return handover;
  }

  private keep(session: SmtpSession): void {
    const timer = setTimeout(() => {
      this.idle.splice(
        this.idle.findIndex((each) => each.session === session),
        1,
      );
      session.quit();
    }, IDLE_MS);
    timer.unref();
    this.idle.push({ session, timer });
  }

  private unused(): SmtpSession | undefined {
    for (let last = this.idle.pop(); last; last = this.idle.pop()) {
      clearTimeout(last.timer);
      if (last.session.isOpen) return last.session;
    }
    return undefined;
  }
}

const isLost = (handover: Handover): boolean =>
  'refused' in handover && handover.of === 'server' && handover.code === null;

/** Whatever fails before the first mail concerns all of them. */
const aboutServer = (handover: Handover): Handover =>
  'refused' in handover ? { ...handover, refused: 'for-now', of: 'server' } : handover;
