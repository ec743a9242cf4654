import { createHash, randomUUID } from 'node:crypto';
import { canonical, stableId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import type { AskedRequest } from './request.js';
import { WrongFieldsError } from './problem.js';

/** Printable ASCII, so keys are comparable byte by byte; never logged. */
const KEY = /^[\x21-\x7e]{1,200}$/;
/** A revision as answers give it: -1 for an item of which nothing has been recorded. */
const ETAG = /^"(-1|0|[1-9]\d{0,18})"$/;

/**
 * The command context of a request. With an `Idempotency-Key` the command id is derived from the asker, the method, the
 * path and the key, so that a repeat gets the first answer; without a key every request is a separate command.
 */
export function commandContextOf(request: AskedRequest): CommandContext {
  const { asker, requestId, method, path } = request;
  const key = request.get('idempotency-key');
  if (key !== undefined && !KEY.test(key)) throw wrongHeader('Idempotency-Key');
  return {
    tenant: asker.tenant,
    actor: asker.personId,
    commandId: key === undefined ? randomUUID() : stableId(asker.personId, `${method} ${path}`, key),
    request: createHash('sha256').update(canonical(request.body)).digest('hex'),
    correlationId: requestId,
    ...expectedBy(request),
  };
}

function expectedBy(request: AskedRequest): Pick<CommandContext, 'expected'> {
  const header = request.get('if-match');
  if (header === undefined) return {};
  const revision = ETAG.exec(header)?.[1];
  if (revision === undefined) throw wrongHeader('If-Match');
  return { expected: BigInt(revision) };
}

const wrongHeader = (at: string) =>
  new WrongFieldsError([{ at, issue: { code: 'invalid_format', format: at, path: [], message: at } }]);
