import { stableId, type PersonId } from '#platform/kernel';
import { DigestMade, type DigestContent, type DigestWeek } from '#digests/contract';
import { sha256Of } from '../../../libs/digests/rendering/digest-checksum.js';
import { digestContent } from '../../../libs/digests/rendering/digest.examples.js';
import { digestMail } from '../../../libs/digests/rendering/digest-mail.js';
import type { ApplicationUnderTest } from '../application-under-test.js';

type Application = Pick<ApplicationUnderTest, 'installation' | 'caughtUp'>;

/** Lets a digest have been made for a person: the one of the examples, of the week 47 of 2026, with changes. */
export async function digestWasMade(
  { installation: { events, catalog }, caughtUp }: Application,
  tenant: string,
  personId: string,
  changes: Partial<Record<keyof DigestContent, unknown>> = {},
): Promise<DigestWeek> {
  const content = digestContent(changes);
  const { week, asOf } = content;
  const sha256 = sha256Of(digestMail(content));
  const event = DigestMade({ ...content, personId: personId as PersonId, anchor: null, sha256 });
  const id = stableId('digest was made', tenant, personId, week);
  const metadata = { commandId: id, request: 'told', correlationId: id, actor: 'system:digests', occurredAt: asOf };
  await events.append(tenant, `digest-${personId}.${week}`, 'no-stream', [catalog.encode(id, event, metadata)]);
  await caughtUp();
  return week;
}
