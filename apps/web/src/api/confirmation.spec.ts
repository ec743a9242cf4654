import { describe, expect, test } from '@jest/globals';
import { confirmBy, sendConfirmed } from './confirmation.js';

const change = () => new Request('http://samspill.test/api/people', { method: 'POST', body: '{"name":"Kari"}' });
const problem = (type: string) => Response.json({ type: `urn:samspill:problem:${type}` }, { status: 403 });

/** A server that gives these answers one after another, and keeps what it was sent. */
function server(...answers: readonly Response[]) {
  const bodies: string[] = [];
  const send = async (request: Request) => {
    bodies.push(await request.text());
    return answers[bodies.length - 1]!;
  };
  return { bodies, send };
}

describe('a change for which the server demands a new proof of who the user is', () => {
  test('is sent again, whole, after the user has given it', async () => {
    const { bodies, send } = server(problem('sign-in-again'), Response.json({ id: 'x' }));
    const stop = confirmBy(() => Promise.resolve(true));
    expect((await sendConfirmed(change(), send)).status).toBe(200);
    expect(bodies).toEqual(['{"name":"Kari"}', '{"name":"Kari"}']);
    stop();
  });

  test('is answered with the demand when the user does not give it, or cannot', async () => {
    const stop = confirmBy(() => Promise.resolve(false));
    const declined = server(problem('sign-in-again'));
    expect((await sendConfirmed(change(), declined.send)).status).toBe(403);
    stop();
    const alone = server(problem('sign-in-again'));
    expect((await sendConfirmed(change(), alone.send)).status).toBe(403);
    expect([declined.bodies.length, alone.bodies.length]).toEqual([1, 1]);
  });

  test('waits together with others: the user is asked once', async () => {
    let asked = 0;
    let answer: (isConfirmed: boolean) => void = () => undefined;
    const stop = confirmBy(() => {
      asked += 1;
      return new Promise((resolve) => (answer = resolve));
    });
    const [one, other] = [0, 1].map(() => server(problem('sign-in-again'), Response.json({})));
    const both = Promise.all([one, other].map((it) => sendConfirmed(change(), it!.send)));
    while (one!.bodies.length + other!.bodies.length < 2 || asked === 0)
      await new Promise((later) => setImmediate(later));
    await new Promise((later) => setImmediate(later));
    answer(true);
    expect((await both).map(({ status }) => status)).toEqual([200, 200]);
    expect(asked).toBe(1);
    stop();
  });
});

test('any other refusal is an answer: nobody is asked', async () => {
  const stop = confirmBy(() => Promise.reject(new Error('nobody may be asked')));
  const { bodies, send } = server(problem('forbidden'));
  expect((await sendConfirmed(change(), send)).status).toBe(403);
  expect(bodies).toHaveLength(1);
  stop();
});
