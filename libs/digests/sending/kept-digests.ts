import { Injectable } from '@nestjs/common';
import { stableId } from '#platform/kernel';
import type { EarlierReads } from '#platform/streams';
import type { DigestWeek, MadeDigest } from '../contract/index.js';
import { isMadeAnew } from '../domain/digest/digest.decider.js';
import { digestMail } from '../rendering/digest-mail.js';
import { DigestStreams, digestIdOf } from '../streams/digest.streams.js';
import type { RenderedDigest } from './digest-factory.js';

/** Digests in the log: the first of a day, for a person and a week, is the one that is sent, whoever made it. */
@Injectable()
export class KeptDigests {
  constructor(private readonly streams: DigestStreams) {}

  /** Reads for digests that are about to be kept; they are taken to be the first. */
  readsFor(
    tenant: string,
    digests: readonly { readonly personId: string; readonly week: DigestWeek }[],
  ): Promise<EarlierReads> {
    return this.streams.readsToBegin(
      tenant,
      digests.map(({ personId, week }) => digestIdOf(personId, week)),
    );
  }

  /** The digest that was made before; null if there is none. */
  async of(tenant: string, personId: string, week: DigestWeek): Promise<RenderedDigest | null> {
    const digest = (await this.streams.load(digestIdOf(personId, week), tenant)).state.made;
    return digest && { digest, mail: digestMail(digest) };
  }

  /** Keeps a digest, and returns it, or the one that was kept before; null where no digest may be kept any more. */
  async keep(tenant: string, own: RenderedDigest, reads: EarlierReads): Promise<RenderedDigest | null> {
    const { personId, week, asOf, sha256 } = own.digest;
    const id = digestIdOf(personId, week);
    // Another digest of the same week is another command, so that the answer to that is never taken for this one's.
    const commandId = stableId('digest', tenant, id, asOf, sha256.html, sha256.text);
    let first: MadeDigest | null = null;
    const outcome = await this.streams.run(
      id,
      ({ state }) => {
        first = state.made;
        return Promise.resolve({ type: 'MakeDigest', digest: own.digest });
      },
      { tenant, actor: 'system:digests', commandId, request: commandId, correlationId: commandId, reads },
    );
    if ('refused' in outcome) return null;
    return first === null || isMadeAnew(first, own.digest) ? own : { digest: first, mail: digestMail(first) };
  }
}
