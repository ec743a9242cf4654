import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { CalendarDate, stableId, type DomainEvent } from '#platform/kernel';
import {
  ActionAbandoned,
  ActionCarriedOn,
  FollowUpRecorded,
  HandoverAccepted,
  HandoverOffered,
} from '#actions/contract';
import { DEFAULT_DIGESTS, DEFAULT_SETTINGS, RoleEnded, SettingsChanged } from '#registry/contract';
import { agreed, berit, kari, lars, moment, ola, TENANT } from './school-year.story.js';
import { itemsIn, type SimulatedMail } from './simulated-mail.js';
import { simulateMunicipality } from './simulated-municipality.js';

// Uses the whole application and a mail server: slow when many tests share a machine.
jest.setTimeout(300_000);

const day = (text: string) => CalendarDate.parse(text);
const idOf = (name: string) => stableId('school year', name);
const at = (time: string, stream: string, event: DomainEvent, by: string = kari) => ({
  at: moment(time),
  stream,
  event,
  by,
});
const onAction = (time: string, name: string, event: DomainEvent) => at(time, `action-${idOf(name)}`, event);
const answersByLink = (time: string, isOn: boolean) =>
  at(
    time,
    `municipality-${TENANT}`,
    SettingsChanged({ settings: { ...DEFAULT_SETTINGS, digests: { ...DEFAULT_DIGESTS, answersByLink: isOn } } }),
  );
const movedOn = (on: string, reason: string) =>
  ActionCarriedOn({
    ...{ from: day('2026-09-25'), dueOn: day('2026-10-25'), followUpOn: day('2027-12-01') },
    ...{ on: day(on), meetingId: null, reason },
  });
const handedOver = { from: ola, to: lars, toServiceId: null, on: day('2026-09-22') };

/** Ola's actions, of which the links come on Tuesday 22 September, three working days before they are due. */
const ACTIONS = ['answered', 'raced', 'moved', 'ended', 'handed over', 'left', 'untouched'] as const;
/** Those whose follow-up was missed on Monday. */
const FOLLOWED = ['not followed up', 'followed up since'] as const;

let simulated: SimulatedMail;
let withoutLinks: string;
/** Paths of the links in Ola's mail, by action. */
let paths: ReadonlyMap<string, string>;
beforeAll(async () => {
  simulated = await simulateMunicipality();
  await simulated.happens(agreed('early', '2026-09-01', '2026-09-24'));
  for (const name of ACTIONS) await simulated.happens(agreed(name, '2026-09-01', '2026-09-25'));
  for (const name of FOLLOWED)
    await simulated.happens(
      agreed(name, '2026-09-01', '2027-06-01', { owner: ola, service: null, followUpOn: '2026-09-21' }),
    );
  await simulated.workersRun(moment('2026-09-21 07.00'));
  withoutLinks = mailToOla();
  await simulated.happens(answersByLink('2026-09-21 12.00', true));
  await simulated.workersRun(moment('2026-09-22 07.00'));
  const found = [...mailToOla().matchAll(/https:\/\/samspill\.example\.no(\/svar\/\S+)/g)].map(([, path]) => path!);
  paths = new Map([...ACTIONS, ...FOLLOWED].map((name) => [name, found.find((path) => path.includes(idOf(name)))!]));
  await simulated.happens(onAction('2026-09-22 08.00', 'moved', movedOn('2026-09-22', 'Venter på utstyr')));
  await simulated.happens(
    onAction(
      '2026-09-22 08.00',
      'ended',
      ActionAbandoned({ reason: 'not-relevant', note: null, on: day('2026-09-22') }),
    ),
  );
  await simulated.happens(
    onAction(
      '2026-09-22 08.00',
      'followed up since',
      FollowUpRecorded({
        ...{ on: day('2026-09-22'), outcome: 'on-track', note: null, nextFollowUpOn: day('2026-11-02') },
        meetingId: null,
      }),
    ),
  );
  await simulated.happens(
    onAction('2026-09-22 08.00', 'handed over', HandoverOffered({ ...handedOver, reason: null })),
  );
  await simulated.happens(onAction('2026-09-22 08.01', 'handed over', HandoverAccepted(handedOver)));
});
afterAll(() => simulated.close());

const mailToOla = () =>
  simulated
    .takeArrived()
    .filter(({ to }) => to === 'ola@example.no')
    .map(({ mail }) => mail.text ?? '')
    .join('\n');
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
/** From another site and without a cookie, as from a mail program. */
const ELSEWHERE = { ...FORM, origin: 'https://mail.example.com', 'sec-fetch-site': 'cross-site' };
const urlOf = (name: string) => simulated.api.url + paths.get(name)!;
const post = (url: string, body = 'answer=more-time', headers: Record<string, string> = ELSEWHERE) =>
  fetch(url, { method: 'POST', headers, body, redirect: 'manual' });
const page = async (response: Response) => [response.status, await response.text()] as const;
const says = (status: number, text: string) => [status, expect.stringContaining(text)];
const OVER = 'Lenken kan ikke brukes lenger';
const USED = 'Lenken er brukt';
const answersOf = async (name: string) =>
  (await simulated.api.installation.events.read(TENANT, `action-${idOf(name)}`)).filter(
    ({ type }) => type === 'actions.OwnerAnswered',
  );

test('stands at each own action in the daily mail, where the municipality has switched it on', () => {
  expect(withoutLinks).toContain('frist');
  expect(withoutLinks).not.toContain('/svar/');
  expect([...paths.values()].filter(Boolean)).toHaveLength(ACTIONS.length + FOLLOWED.length);
});

describe('a link that is opened', () => {
  test('shows buttons, and uses nothing up, however often and by whichever method it is read', async () => {
    const head = await simulated.api.installation.events.head();
    for (const method of ['GET', 'HEAD', 'GET']) {
      const response = await fetch(urlOf('answered'), { method });
      expect([response.status, response.headers.get('set-cookie')]).toEqual([200, null]);
      const text = await response.text();
      if (method === 'GET') {
        expect(text).toContain('<button name="answer" value="under-way">Arbeidet er i gang</button>');
        expect(text).toContain('<button name="answer" value="more-time">Jeg trenger mer tid</button>');
      }
    }
    expect(await simulated.api.installation.events.head()).toBe(head);
  });

  test('says nothing of the matter, in whichever state the action is', async () => {
    const answered = await post(urlOf('left'), 'answer=under-way');
    const pages = [await answered.text()];
    for (const name of ACTIONS) pages.push(await (await fetch(urlOf(name))).text());
    for (const text of pages)
      for (const word of ['hemmelig', 'Nordlia', 'PPT', 'BFE', 'Ola', 'Lars', 'Prøve', 'september', 'Venter', 'utstyr'])
        expect(text).not.toContain(word);
    expect(pages).toHaveLength(ACTIONS.length + 1);
    for (const text of pages) expect(text).toContain('<a href="/">Logg inn i Samspill</a>');
  });
});

describe('an answer', () => {
  test('is recorded once, as the owner’s', async () => {
    expect(await page(await post(urlOf('answered')))).toEqual(says(200, 'Takk, svaret er notert'));
    const head = await simulated.api.installation.events.head();
    for (const body of ['answer=more-time', 'answer=under-way'])
      expect(await page(await post(urlOf('answered'), body))).toEqual(says(200, USED));
    expect(await page(await fetch(urlOf('answered')))).toEqual(says(200, USED));
    expect(await simulated.api.installation.events.head()).toBe(head);
    const [event, ...more] = await answersOf('answered');
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      data: { by: ola, on: '2026-09-22', answer: 'more-time', toldOn: '2026-09-22' },
      metadata: { actor: ola },
    });
  });

  test('is recorded once when the button is pressed twice at the same time', async () => {
    const texts = await Promise.all(
      [post(urlOf('raced')), post(urlOf('raced'))].map(async (sent) => (await sent).text()),
    );
    expect(texts.filter((text) => text.includes('Takk'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes(USED))).toHaveLength(1);
    expect(await answersOf('raced')).toHaveLength(1);
  });

  test('stands in the action’s history, where those who may move the due date see it', async () => {
    await simulated.api.settled();
    const response = await fetch(`${simulated.api.url}/api/actions/${idOf('answered')}/timeline`, {
      headers: { cookie: await simulated.api.cookie(TENANT, lars), 'accept-language': 'nb' },
    });
    const { items } = (await response.json()) as { items: readonly object[] };
    expect(items.at(-1)).toMatchObject({
      by: { personId: ola, name: 'Ola Prøve' },
      on: '2026-09-22',
      text: 'Ba om mer tid, med lenken i e-posten.',
    });
  });

  test('about a follow-up that was missed is recorded by the same rules', async () => {
    expect(await page(await post(urlOf('not followed up'), 'answer=under-way'))).toEqual(
      says(200, 'Takk, svaret er notert'),
    );
    expect(await page(await post(urlOf('not followed up')))).toEqual(says(200, USED));
    expect(await answersOf('not followed up')).toHaveLength(1);
  });

  test.each(['moved', 'ended', 'handed over', 'followed up since'])(
    'about an action that is %s since is not recorded, and the page does not say why',
    async (name) => {
      const head = await simulated.api.installation.events.head();
      expect(await page(await fetch(urlOf(name)))).toEqual(says(404, OVER));
      expect(await page(await post(urlOf(name)))).toEqual(says(404, OVER));
      expect(await simulated.api.installation.events.head()).toBe(head);
    },
  );

  test('with any other token, form or size is not recorded', async () => {
    const head = await simulated.api.installation.events.head();
    const url = urlOf('untouched');
    const signature = url.split('.').at(-1)!;
    for (const wrong of [
      url.slice(0, -1),
      url.replace(ola, lars),
      url.replace(idOf('untouched'), idOf('moved')),
      url.replace('2026-09-25', '2026-10-25'),
      url.replaceAll('2026-09-22', '2026-09-23'),
      `${simulated.api.url}/svar/a.b.c.d.e.${signature}`,
    ]) {
      expect(wrong).not.toBe(url);
      expect(await page(await post(wrong))).toEqual(says(404, 'Lenken virker ikke'));
      expect(await page(await fetch(wrong))).toEqual(says(404, 'Lenken virker ikke'));
    }
    const json = { 'content-type': 'application/json' };
    expect((await post(url, '{"answer":"more-time"}', json)).status).toBe(415);
    for (const body of ['', 'answer=done', 'answer=more-time&answer=under-way', 'List-Unsubscribe=One-Click'])
      expect((await post(url, body)).status).toBe(400);
    expect((await post(url, `answer=more-time&a=${'b'.repeat(20_000)}`)).status).toBe(413);
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(404);
    expect(await simulated.api.installation.events.head()).toBe(head);
  });

  test('is not recorded while the municipality has switched links off', async () => {
    await simulated.happens(answersByLink('2026-09-22 13.00', false));
    expect(await page(await post(urlOf('untouched')))).toEqual(says(404, OVER));
    await simulated.happens(answersByLink('2026-09-22 13.10', true));
    expect((await fetch(urlOf('untouched'))).status).toBe(200);
    expect(await answersOf('untouched')).toEqual([]);
  });

  test('that asks for more time is told to the leader who may move the due date, until it is decided', async () => {
    await simulated.workersRun(moment('2026-09-23 07.00'));
    const toLars = simulated.takeArrived().find(({ to }) => to === 'lars@example.no');
    const asked = itemsIn(toLars!.mail).filter((item) =>
      item.startsWith('Den ansvarlige for et tiltak ber om mer tid'),
    );
    expect(asked).toHaveLength(2);
    const listed = async () => {
      const response = await fetch(`${simulated.api.url}/api/alerts/told?kind=more-time-asked`, {
        headers: { cookie: await simulated.api.cookie(TENANT, lars) },
      });
      const { items } = (await response.json()) as { items: readonly { readonly subjectId: string }[] };
      return items.map(({ subjectId }) => subjectId).sort();
    };
    expect(await listed()).toEqual([idOf('answered'), idOf('raced')].sort());
    await simulated.happens(onAction('2026-09-23 07.10', 'answered', movedOn('2026-09-23', 'Trenger mer tid')));
    expect(await listed()).toEqual([idOf('raced')]);
  });

  test('is not recorded from the fifteenth day on', async () => {
    simulated.api.clock.set(moment('2026-10-06 23.50'));
    expect((await fetch(urlOf('untouched'))).status).toBe(200);
    simulated.api.clock.set(moment('2026-10-07 00.10'));
    expect(await page(await fetch(urlOf('untouched')))).toEqual(says(404, OVER));
    expect(await page(await post(urlOf('untouched')))).toEqual(says(404, OVER));
    expect(await answersOf('untouched')).toEqual([]);
  });

  test('is not recorded when the owner has no role that may report', async () => {
    simulated.api.clock.set(moment('2026-09-23 07.30'));
    expect((await fetch(urlOf('untouched'))).status).toBe(200);
    const ended = RoleEnded({ roleId: stableId('school year', `${ola} service-member`), on: day('2026-09-22') });
    await simulated.happens(at('2026-09-23 08.00', `person-${ola}`, ended));
    expect(await page(await fetch(urlOf('untouched')))).toEqual(says(404, OVER));
    expect(await page(await post(urlOf('untouched')))).toEqual(says(404, OVER));
    expect(await answersOf('untouched')).toEqual([]);
  });
});

describe('on the day of the digest', () => {
  let url: string;
  const ofWeek = async () => {
    const response = await fetch(`${simulated.api.url}/api/digests/2026-W40`, {
      headers: { cookie: await simulated.api.cookie(TENANT, berit) },
    });
    return (await response.json()) as { readonly made: { readonly text: string; readonly isAsSent: boolean } };
  };

  test('a link stands in the mail, and neither in the event, its page nor its checksums', async () => {
    await simulated.happens(agreed('berits', '2026-09-22', '2026-09-25', { owner: berit, service: null }));
    await simulated.workersRun(moment('2026-09-28 07.00'));
    const [digest, ...more] = simulated.takeArrived().filter(({ to }) => to === 'berit@example.no');
    expect(more).toEqual([]);
    expect(digest!.mail.subject).toBe('Ukesoppsummering uke 40 – 1 sak krever deg');
    const links = (text: string) =>
      [...text.matchAll(/samspill\.example\.no(\/svar\/[^\s"]+)/g)].map(([, path]) => path);
    const [inText, ...others] = links(digest!.mail.text!);
    expect(others).toEqual([]);
    expect(links(digest!.mail.html as string)).toEqual([inText]);
    url = simulated.api.url + inText!;
    expect((await fetch(url)).status).toBe(200);
    const stream = await simulated.api.installation.events.read(TENANT, `digest-${berit}.2026-W40`);
    const { made } = await ofWeek();
    expect(made).toMatchObject({ isAsSent: true, text: expect.stringContaining('Et tiltak er over fristen') });
    expect(JSON.stringify([made, stream.map(({ data }) => data)])).not.toContain('/svar/');
  });

  test('switching links off ends it at once, while read models stand still', async () => {
    await simulated.api.freeze();
    const put = await fetch(`${simulated.api.url}/api/municipality/answers-by-link`, {
      method: 'PUT',
      headers: {
        cookie: await simulated.api.cookie(TENANT, kari),
        'content-type': 'application/json',
        'idempotency-key': stableId('answers off'),
      },
      body: JSON.stringify({ answersByLink: false }),
    });
    expect(put.status).toBe(200);
    expect(await page(await fetch(url))).toEqual(says(404, OVER));
    expect(await page(await post(url))).toEqual(says(404, OVER));
    expect(await answersOf('berits')).toEqual([]);
  });
});
