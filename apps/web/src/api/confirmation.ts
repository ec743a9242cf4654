import { hasType } from './problem.js';

/** Lets the user prove who they are. Resolves to false when they do not. */
type Confirm = () => Promise<boolean>;

let confirm: Confirm | undefined;
/** Requests that wait at the same time wait for one confirmation. */
let underWay: Promise<boolean> | undefined;

/** Registers how the user proves who they are. Returns a function that removes it. */
export function confirmBy(by: Confirm): () => void {
  confirm = by;
  return () => {
    if (confirm === by) confirm = undefined;
  };
}

/**
 * Sends a change. Each time the server demands a proof of who the user is, they give it and the change is sent again. The
 * page waits for the answer as for any other, so that its form keeps what was typed.
 */
export async function sendConfirmed(
  request: Request,
  send: (request: Request) => Promise<Response>,
): Promise<Response> {
  const again = request.clone();
  const response = await send(request);
  if (!confirm || !(await hasType(response, 403, 'sign-in-again'))) return response;
  underWay ??= confirm().finally(() => (underWay = undefined));
  return (await underWay) ? sendConfirmed(again, send) : response;
}
