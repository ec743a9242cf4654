import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { dispatchIdOf, Dispatches } from '#platform/mail';
import { digestDifferences } from '#digests';
import { DigestMade, type MadeDigest } from '#digests/contract';
import { verify, type Finding } from '../../apps/cli/src/verify/verify.js';
import { StopLinks } from '../../libs/digests/sending/stop-links.js';
import { kari, lars, moment, SCHOOL_YEAR, TENANT } from './school-year.story.js';
import type { SimulatedMail } from './simulated-mail.js';
import { simulateMunicipality } from './simulated-municipality.js';

jest.setTimeout(60_000);

const nothing = () => undefined;
const silent = { out: nothing, err: nothing, draw: nothing, interactive: false, width: 80 };

let simulated: SimulatedMail;
const cookies = new Map<string, string>();
beforeAll(async () => {
  simulated = await simulateMunicipality(...SCHOOL_YEAR.slice(0, 3));
  await simulated.workersRun(moment('2026-08-17 07.00'));
  for (const personId of [kari, lars]) cookies.set(personId, await simulated.api.cookie(TENANT, personId));
});
afterAll(() => simulated.close());

async function ask(path: string, as: string, sent: { method?: string; body?: object } = {}) {
  const { method = 'GET', body } = sent;
  const response = await fetch(`${simulated.api.url}/api/${path}`, {
    method,
    headers: { cookie: cookies.get(as)!, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  await simulated.api.settled();
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}
const choices = async (as: string) => (await ask('mail/preferences', as)).answer['chosen'];

describe('the link that stops news of the meeting plan', () => {
  /** As the mail has it, but at the address of the API under test. */
  const linkOf = (personId: string) => {
    const url = simulated.api.app
      .get<StopLinks>(StopLinks, { strict: false })
      .urlOf({ tenant: TENANT, personId, what: 'news' });
    return simulated.api.url + new URL(url).pathname;
  };
  const ONE_CLICK = 'List-Unsubscribe=One-Click';
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const post = (url: string, headers: Record<string, string>, body: string) =>
    fetch(url, { method: 'POST', headers, body, redirect: 'manual' });

  test('opens a page in the language chosen for mail, or else in the browser’s', async () => {
    const languageFor = async (personId: string, acceptLanguage: string, url = linkOf(personId)) => {
      const answer = await fetch(url, { headers: { 'accept-language': acceptLanguage } });
      return /<html lang="(\w+)">/.exec(await answer.text())![1];
    };
    expect(await languageFor(kari, 'en-GB,en;q=0.9,nb;q=0.8')).toBe('en');
    expect(await languageFor(kari, 'pl,nn;q=0.5')).toBe('nn');
    expect(await languageFor(kari, 'pl')).toBe('nb');
    expect(await languageFor(kari, 'en', `${simulated.api.url}/avmeld/a.b.c.d`)).toBe('en');
    const chosen = (await choices(lars)) as object;
    await ask('mail/preferences', lars, { method: 'PUT', body: { ...chosen, language: 'nn' } });
    expect(await languageFor(lars, 'en')).toBe('nn');
    await ask('mail/preferences', lars, { method: 'PUT', body: chosen });
    expect(await languageFor(lars, 'en')).toBe('en');
  });

  test('stands in the mail', () => {
    const mail = simulated.arrived.find(({ to }) => to === 'lars@example.no')!;
    const path = new URL(linkOf(lars)).pathname;
    const headers = mail.bytes
      .toString()
      .split('\r\n\r\n')[0]!
      .replaceAll(/\r\n\s+/g, ' ');
    expect(headers).toContain(`List-Unsubscribe: <https://samspill.example.no${path}>`);
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  test('changes nothing when it is opened, whoever opens it and however often', async () => {
    for (const method of ['GET', 'HEAD', 'GET']) {
      const page = await fetch(linkOf(lars), { method });
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(page.headers.get('set-cookie')).toBeNull();
      if (method === 'GET') expect(await page.text()).toContain('<button>Slå av</button>');
    }
    expect(await choices(lars)).toMatchObject({ wantsNews: true });
  });

  test('does its work by a form from anywhere, and says the second time that it is done', async () => {
    const elsewhere = { ...form, origin: 'https://mail.example.com', 'sec-fetch-site': 'cross-site' };
    const first = await post(linkOf(lars), elsewhere, ONE_CLICK);
    expect([first.status, await first.text()]).toEqual([200, expect.stringContaining('er slått av')]);
    await simulated.api.settled();
    expect(await choices(lars)).toMatchObject({ wantsNews: false });
    const head = await simulated.api.installation.events.head();
    const second = await post(linkOf(lars), form, ONE_CLICK);
    expect([second.status, await second.text()]).toEqual([200, expect.stringContaining('er slått av')]);
    expect(await (await fetch(linkOf(lars))).text()).not.toContain('<button>');
    expect(await simulated.api.installation.events.head()).toBe(head);
  });

  test('works as multipart too, and without a body', async () => {
    for (const personId of [kari, lars]) {
      const multipart = 'multipart/form-data; boundary=x';
      const body = `--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n`;
      expect((await post(linkOf(personId), { 'content-type': multipart }, body)).status).toBe(200);
      expect((await fetch(linkOf(personId), { method: 'POST' })).status).toBe(200);
    }
  });

  test('with any other token, body or size does nothing', async () => {
    const head = await simulated.api.installation.events.head();
    for (const url of [
      linkOf(kari).slice(0, -4),
      linkOf(kari).replace(kari, lars),
      `${simulated.api.url}/avmeld/a.b.c.d`,
    ])
      expect((await post(url, form, ONE_CLICK)).status).toBe(404);
    expect((await post(linkOf(kari), { 'content-type': 'application/json' }, '{}')).status).toBe(415);
    expect((await post(linkOf(kari), form, `a=${'b'.repeat(20_000)}`)).status).toBe(413);
    expect((await fetch(linkOf(kari), { method: 'DELETE' })).status).toBe(404);
    expect(await simulated.api.installation.events.head()).toBe(head);
  });
});

test('a digest that the role requires cannot be turned off; other choices can', async () => {
  const { answer } = await ask('mail/preferences', kari);
  expect(answer).toMatchObject({
    isDigestMandatory: true,
    getsDigest: true,
    municipality: { language: 'nb', digestWeekday: 1, hour: 7 },
    mayChooseDigest: false,
    email: 'kari@example.no',
    coordinators: [{ personId: kari, name: 'Kari Prøve' }],
    // This week's came at seven.
    nextDigestOn: '2026-08-24',
  });
  const chosen = answer['chosen'] as object;
  const refused = await ask('mail/preferences', kari, { method: 'PUT', body: chosen });
  expect(refused).toMatchObject({ status: 422, answer: { broken: [{ rule: 'DIGEST_MANDATORY' }] } });
  const body = { ...chosen, wantsDigest: true, language: 'nn' };
  expect((await ask('mail/preferences', kari, { method: 'PUT', body })).status).toBe(200);
  expect(await choices(kari)).toEqual(body);
});

test('a digest that one has asked for comes in the next round, also when its day has passed', async () => {
  expect((await ask('mail/preferences', lars)).answer).toMatchObject({
    mayChooseDigest: true,
    getsDigest: false,
    nextDigestOn: null,
  });
  const chosen = (await choices(lars)) as object;
  const body = { ...chosen, wantsDigest: true, digestWeekday: 1 };
  expect((await ask('mail/preferences', lars, { method: 'PUT', body })).status).toBe(200);
  expect((await ask('mail/preferences', lars)).answer).toMatchObject({ getsDigest: true, nextDigestOn: '2026-08-18' });
  expect((await ask('mail/preferences', lars, { method: 'PUT', body: chosen })).status).toBe(200);
  expect((await ask('mail/preferences', lars)).answer).toMatchObject({ getsDigest: false, nextDigestOn: null });
});

describe('a digest', () => {
  test('is shown as it was sent, and as it would be now', async () => {
    const sent = simulated.arrived.find(({ to }) => to === 'kari@example.no')!;
    const { answer } = await ask('digests/2026-W34', kari);
    const { subject } = sent.mail;
    expect(answer).toMatchObject({ week: '2026-W34', made: { on: '2026-08-17', isAsSent: true, subject } });
    const sentAt = moment('2026-08-17 07.00').toISOString();
    expect(answer['made']).toMatchObject({
      areBytesKept: true,
      delivery: { state: 'sent', at: sentAt },
      isLate: false,
    });
    expect((answer['made'] as { html: string }).html.trimEnd()).toBe((sent.mail.html as string).trimEnd());
    expect((await ask('digests', kari)).answer).toMatchObject({
      total: 1,
      items: [{ week: '2026-W34', needs: 0, delivery: { state: 'sent', at: sentAt } }],
    });
    const { answer: preview } = await ask('digests/preview', kari);
    expect(preview).toMatchObject({ mail: { subject: 'Vekeoppsummering veke 34 – alt i rute' } });
    expect((await ask('digests/preview', lars)).answer).toMatchObject({ mail: null });
    expect((await ask('digests/2026-W33', kari)).answer).toMatchObject({ made: null });
  });

  test('is shown with the links of the mail, as paths of the application', async () => {
    const { html, shown } = (await ask('digests/2026-W34', kari)).answer['made'] as {
      html: string;
      shown: { parts: object[]; footer: object[] };
    };
    const inMail = [...html.matchAll(/href="https:\/\/samspill\.example\.no([^"]+)"/g)]
      .map(([, path]) => path!.replaceAll('&amp;', '&'))
      // The button leads to the page itself.
      .filter((path) => path !== '/oppsummering/2026-W34');
    const onPage = [...JSON.stringify([shown.parts, shown.footer]).matchAll(/"to":"([^"]+)"/g)].map(([, path]) => path);
    expect(onPage).toEqual(inMail);
    expect(onPage.length).toBeGreaterThan(4);
  });

  test('is verified by what its event gives', async () => {
    const { events, catalog } = simulated.api.installation;
    const [event] = await events.read(TENANT, `digest-${kari}.2026-W34`);
    const made = catalog.decode(event!).data as MadeDigest;
    expect(digestDifferences(made)).toEqual([]);
    expect(digestDifferences({ ...made, needsCount: made.needsCount + 1 })).toEqual(['html', 'text']);
    expect(digestDifferences({ ...made, sha256: { ...made.sha256, text: '0'.repeat(64) } })).toEqual(['text']);
    const findings: Finding[] = [];
    const how = { terminal: silent, signal: new AbortController().signal };
    await verify(simulated.api.installation, { ...how, onFinding: (finding) => findings.push(finding) });
    expect(findings.filter(({ fault }) => fault === 'DIGEST_DIFFERS')).toEqual([]);
    const personId = lars;
    const changed = { ...made, personId, needsCount: 7 };
    await simulated.happens({
      at: moment('2026-08-17 07.30'),
      stream: `digest-${lars}.2026-W34`,
      by: 'system:digests',
      event: DigestMade(changed),
    });
    await verify(simulated.api.installation, { ...how, onFinding: (finding) => findings.push(finding) });
    expect(findings).toContainEqual(expect.objectContaining({ fault: 'DIGEST_DIFFERS', type: 'digests.DigestMade' }));
  });

  test('is sent once more by the coordinator, as it was', async () => {
    // It goes out to somebody else, so that the coordinator must have signed in recently.
    expect((await ask(`people/${kari}/digests/2026-W34/resend`, kari, { method: 'POST' })).status).toBe(403);
    cookies.set(kari, await simulated.api.cookie(TENANT, kari));
    expect((await ask(`people/${kari}/digests/2026-W34/resend`, kari, { method: 'POST' })).status).toBe(200);
    expect((await ask(`people/${kari}/digests/2026-W33/resend`, kari, { method: 'POST' })).status).toBe(404);
    const before = simulated.arrived.length;
    await simulated.workersRun(moment('2026-08-17 08.30'));
    await simulated.workersRun(moment('2026-08-17 08.31'));
    const [first, ...again] = simulated.arrived.filter(({ to }) => to === 'kari@example.no');
    expect(simulated.arrived.length).toBe(before + 1);
    expect(again).toHaveLength(1);
    expect([again[0]!.mail.subject, again[0]!.mail.html]).toEqual([first!.mail.subject, first!.mail.html]);
    expect((await ask(`people/${kari}/digests`, kari)).answer).toMatchObject({
      items: [{ week: '2026-W34', resentOn: ['2026-08-17'] }],
    });
  });

  test('is sent once more by its receiver, also in the evening, and after five times no more', async () => {
    const before = simulated.arrived.length;
    expect((await ask('digests/2026-W34/resend', kari, { method: 'POST' })).status).toBe(200);
    await simulated.workersRun(moment('2026-08-17 20.40'));
    expect(simulated.arrived.slice(before).map(({ to }) => to)).toEqual(['kari@example.no']);
    // Her session has ended since the morning.
    cookies.set(kari, await simulated.api.cookie(TENANT, kari));
    const statuses: number[] = [];
    for (let i = 0; i < 4; i += 1)
      statuses.push((await ask('digests/2026-W34/resend', kari, { method: 'POST' })).status);
    expect(statuses).toEqual([200, 200, 200, 409]);
    expect((await ask('digests/2026-W33/resend', kari, { method: 'POST' })).status).toBe(404);
    await simulated.workersRun(moment('2026-08-17 20.50'));
  });

  test('goes without its bytes after the days that the municipality has decided on, and can still be shown', async () => {
    const dispatches = simulated.api.app.get<Dispatches>(Dispatches, { strict: false });
    const id = dispatchIdOf(TENANT, { personId: kari, kind: 'digest', period: '2026-W34' });
    expect((await dispatches.one(TENANT, id))?.bytes).not.toBeNull();
    await simulated.workersRun(moment('2027-09-23 06.00'));
    expect((await dispatches.one(TENANT, id))?.bytes).toBeNull();
    // Nobody is signed in for a year.
    cookies.set(kari, await simulated.api.cookie(TENANT, kari));
    expect((await ask('digests/2026-W34', kari)).answer).toMatchObject({
      made: { isAsSent: true, areBytesKept: false, delivery: { state: 'sent' } },
    });
  });
});
