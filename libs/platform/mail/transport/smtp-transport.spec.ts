import { afterEach, describe, expect, test } from '@jest/globals';
import { readEnvironment } from '#platform/environment';
import type { Letter } from '../dispatch/claims.js';
import { SmtpUnderTest } from '../smtp-server.examples.js';
import { SmtpTransport } from './smtp-transport.js';

const LETTER: Letter = {
  from: 'bounce@example.no',
  to: 'kari@example.no',
  bytes: Buffer.from('Subject: Hei\r\n\r\n.En linje som begynner med punktum\r\n'),
};
const ABOUT_SERVER = { refused: 'for-now', of: 'server' };

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function aServer(options: ConstructorParameters<typeof SmtpUnderTest>[0] = {}): Promise<SmtpUnderTest> {
  const server = new SmtpUnderTest(options);
  await server.start();
  closers.push(() => server.stop());
  return server;
}

function transportTo(SMTP_URL: string, variables: Readonly<Record<string, string>> = {}, silentAtMostMs?: number) {
  const { smtp } = readEnvironment({ SMTP_URL, MAIL_FROM: 'samspill@example.no', ...variables }, '/').mail;
  const transport = new SmtpTransport({ ...smtp!, ...(silentAtMostMs !== undefined && { silentAtMostMs }) });
  closers.push(() => transport.close());
  return transport;
}

const withLogin = { authOptional: false, allowInsecureAuth: true };
const signedIn = (url: string, password: string) => url.replace('//', `//samspill:${password}@`);

describe('a mail server', () => {
  test('gets the bytes as they are', async () => {
    const server = await aServer();
    expect(await transportTo(server.url).handOver(LETTER)).toMatchObject({
      accepted: true,
      response: expect.stringMatching(/^250/),
    });
    expect(server.received[0]).toEqual({ from: LETTER.from, to: LETTER.to, bytes: LETTER.bytes });
  });

  test('that demands a login gets it', async () => {
    const server = await aServer({
      ...withLogin,
      onAuth: ({ username, password }, _, callback) =>
        callback(null, username === 'samspill' && password === 'p:å' ? { user: 1 } : {}),
    });
    const transport = transportTo(signedIn(server.url, 'p%3A%C3%A5'));
    expect(await transport.handOver(LETTER)).toMatchObject({ accepted: true });
  });

  test('that refuses the login concerns every mail, and the mail waits', async () => {
    const server = await aServer({ ...withLogin, onAuth: (_auth, _session, callback) => callback(null, {}) });
    const answer = await transportTo(signedIn(server.url, 'hemmelig')).handOver(LETTER);
    expect(answer).toMatchObject({ ...ABOUT_SERVER, code: 535 });
    expect(JSON.stringify(answer)).not.toContain('hemmelig');
  });

  test('that demands a login which is not set is a matter of the settings', async () => {
    const server = await aServer(withLogin);
    expect(await transportTo(server.url).handOver(LETTER)).toMatchObject({ ...ABOUT_SERVER, code: 530 });
  });

  test('without STARTTLS gets nothing where STARTTLS is demanded', async () => {
    const server = await aServer();
    expect(await transportTo(`${server.url}?starttls=required`).handOver(LETTER)).toMatchObject(ABOUT_SERVER);
    expect(server.received).toEqual([]);
  });

  test('with a certificate that nobody knows gets nothing where STARTTLS is demanded', async () => {
    const server = await aServer({ disabledCommands: [] });
    expect(await transportTo(`${server.url}?starttls=required`).handOver(LETTER)).toMatchObject(ABOUT_SERVER);
    expect(server.received).toEqual([]);
  });

  test('with such a certificate is used with TLS where STARTTLS is optional', async () => {
    const secure: boolean[] = [];
    const server = await aServer({
      disabledCommands: [],
      onMailFrom: (_address, session, callback) => {
        secure.push(session.secure);
        callback();
      },
    });
    expect(await transportTo(`${server.url}?starttls=optional`).handOver(LETTER)).toMatchObject({ accepted: true });
    expect(secure).toEqual([true]);
  });

  test('behind smtps: is not trusted with an unknown certificate', async () => {
    const server = await aServer({ secure: true });
    expect(await transportTo(server.url.replace('smtp:', 'smtps:')).handOver(LETTER)).toMatchObject(ABOUT_SERVER);
  });

  test.each(['smtp://127.0.0.1:1', 'smtp://nowhere.invalid?starttls=optional'])('at %s is not there', async (url) => {
    expect(await transportTo(url).handOver(LETTER)).toMatchObject({ ...ABOUT_SERVER, code: null });
  });

  test('that is full of connections concerns every mail', async () => {
    const server = await aServer({
      onConnect: (_session, callback) => callback(Object.assign(new Error('too many'), { responseCode: 421 })),
    });
    expect(await transportTo(server.url).handOver(LETTER)).toMatchObject({ ...ABOUT_SERVER, code: 421 });
  });

  test('that does not take the sender concerns every mail', async () => {
    const server = await aServer({
      onMailFrom: (_address, _session, callback) => callback(Object.assign(new Error('no'), { responseCode: 550 })),
    });
    expect(await transportTo(server.url).handOver(LETTER)).toMatchObject({ ...ABOUT_SERVER, code: 550 });
  });

  test('that takes less than the mail refuses the mail', async () => {
    const server = await aServer({ size: 10 });
    expect(await transportTo(server.url).handOver(LETTER)).toMatchObject({ refused: 'for-good', of: 'mail' });
  });

  test('that never answers a whole mail leaves it unsure', async () => {
    const server = await aServer();
    server.behaviour = { onMail: () => new Promise(() => undefined) };
    expect(await transportTo(server.url, {}, 200).handOver(LETTER)).toEqual({ unsure: true });
  });

  test('keeps its connection after a mail, and gets a new one after a hundred', async () => {
    const server = await aServer();
    const transport = transportTo(server.url, { MAIL_CONNECTIONS: '1' });
    for (let i = 0; i < 101; i += 1) expect(await transport.handOver(LETTER)).toMatchObject({ accepted: true });
    expect(server.connections).toBe(2);
  });

  test('has no more connections than allowed', async () => {
    const server = await aServer();
    const transport = transportTo(server.url, { MAIL_CONNECTIONS: '3' });
    const answers = await Promise.all(Array.from({ length: 40 }, () => transport.handOver(LETTER)));
    expect(answers.every((answer) => 'accepted' in answer)).toBe(true);
    expect(server.connections).toBe(3);
  });
});

test.each([
  ['.', '..', '...\r\n.\r\n'],
  ['Subject: Hei', '', '.\r\n..\r\n.to\r\n\r\n.'],
  ['Subject: Hei', '', 'uten linjeslutt'],
  ['.'.repeat(8_000), '', '\r\n.'.repeat(2_000)],
])('a mail with dots arrives as it is, and the next on the same connection', async (...lines) => {
  const server = await aServer();
  const transport = transportTo(server.url, { MAIL_CONNECTIONS: '1' });
  const text = lines.join('\r\n');
  for (const bytes of [Buffer.from(text), LETTER.bytes])
    expect(await transport.handOver({ ...LETTER, bytes })).toMatchObject({ accepted: true });
  // A server gets a line end at the end in any case.
  expect(server.received.map(({ bytes }) => bytes.toString())).toEqual([
    text.endsWith('\r\n') ? text : `${text}\r\n`,
    LETTER.bytes.toString(),
  ]);
  expect(server.connections).toBe(1);
});

test('a mail of many slices arrives whole', async () => {
  const server = await aServer();
  const bytes = Buffer.from(`Subject: Hei\r\n\r\n${'En linje som er lang\r\n'.repeat(50_000)}`);
  expect(await transportTo(server.url).handOver({ ...LETTER, bytes })).toMatchObject({ accepted: true });
  expect(server.received[0]!.bytes.equals(bytes)).toBe(true);
});

test('waiting for the limit of a minute ends with the signal', async () => {
  const transport = transportTo('smtp://127.0.0.1:1', { MAIL_PER_MINUTE: '1' });
  const stop = new AbortController();
  expect(await transport.turn(stop.signal)).toBe(true);
  const waiting = transport.turn(stop.signal);
  stop.abort();
  expect(await waiting).toBe(false);
});
