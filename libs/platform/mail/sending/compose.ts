import { faultEntry, type FaultEntry } from '#platform/observability';
import type { Change, Claimed } from '../dispatch/claims.js';
import { after } from '../dispatch/dispatch-states.js';
import { AdjacentBuffers } from '../dispatch/adjacent-buffers.js';
import type { MailSetup } from '../mail-setup.js';
import { isMailAddress } from '../message/mail-content.js';
import type { Composition, MailComposer } from '../message/mail-composer.js';
import type { SharedReadings } from '../message/shared-readings.js';
import { messageText } from '../message/mime.js';

/** A mail that could not be composed; never its content. */
export interface ComposeFault {
  readonly kind: string;
  readonly dispatchId: string;
  readonly fault: FaultEntry;
}

interface Composing {
  readonly tenant: string;
  readonly now: Date;
  readonly readings: SharedReadings;
  readonly setup: MailSetup;
  readonly composers: readonly MailComposer[];
  readonly onFault: (fault: ComposeFault) => void;
}

/** The changes of dispatches that are due: composed, ended, or to be tried later. */
export async function composeAll(due: readonly Claimed[], composing: Composing): Promise<readonly Change[]> {
  const changes: Change[] = [];
  const bytes = new AdjacentBuffers(due.length);
  for (const [kind, ofKind] of Map.groupBy(due, (each) => each.kind)) {
    const composer = composing.composers.find(({ kinds }) => kinds.includes(kind));
    const compositions = await compositionsOf(ofKind, composer, composing);
    for (const each of ofKind) changes.push(changeOf(each, compositions.get(each.dispatchId), composing, bytes));
  }
  return changes;
}

type Composed = Composition | { readonly failed: unknown };

/** One mail that cannot be composed must not hold up the others, so after a failure each is composed by itself. */
async function compositionsOf(
  due: readonly Claimed[],
  composer: MailComposer | undefined,
  { tenant, now, readings }: Pick<Composing, 'tenant' | 'now' | 'readings'>,
): Promise<ReadonlyMap<string, Composed>> {
  if (!composer) return new Map(due.map(({ dispatchId }) => [dispatchId, { failed: new NoComposer() }]));
  try {
    return await composer.compose(tenant, due, now, readings);
  } catch (failed) {
    if (due.length === 1) return new Map([[due[0]!.dispatchId, { failed }]]);
  }
  const found = new Map<string, Composed>();
  for (const each of due)
    for (const [id, composition] of await compositionsOf([each], composer, { tenant, now, readings }))
      found.set(id, composition);
  return found;
}

function changeOf(due: Claimed, composition: Composed | undefined, composing: Composing, all: AdjacentBuffers): Change {
  const { dispatchId, progress: before } = due;
  const { setup, now, onFault } = composing;
  try {
    if (composition === undefined) throw new NoComposition();
    if ('failed' in composition) throw composition.failed;
    if ('notYet' in composition) return { dispatchId, before, next: after(before, { type: 'put-off', at: now }) };
    if ('nothing' in composition) return { dispatchId, before, next: after(before, { type: 'nothing-to-tell' }) };
    if ('noAddress' in composition || !isMailAddress(composition.mail.to.address))
      return { dispatchId, before, next: after(before, { type: 'no-address' }) };
    const { mail } = composition;
    const bytes = all.add(messageText(mail, { dispatchId, from: setup.from, at: now }));
    const letter = { from: setup.envelopeFrom(dispatchId), to: mail.to.address, bytes, subject: mail.subject };
    return { dispatchId, before, next: after(before, { type: 'composed', at: now }), letter };
  } catch (fault) {
    onFault({ kind: due.kind, dispatchId, fault: faultEntry(fault) });
    return { dispatchId, before, next: after(before, { type: 'not-composed', at: now }) };
  }
}

/** No context composes mails of this kind: another version of the program has announced it. */
class NoComposer extends Error {
  override readonly name = 'NoComposer';
}

/** The composer has left out a dispatch. */
class NoComposition extends Error {
  override readonly name = 'NoComposition';
}
