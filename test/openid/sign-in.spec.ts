import { describe, expect, test } from '@jest/globals';
import { systemClock } from '#platform/kernel';
import { sweepTasksOf } from '../../apps/composition/src/index.js';
import {
  app,
  asCoordinator,
  askFrom,
  choose,
  json,
  letIn,
  logIn,
  signIns,
  stateIn,
  way,
  who,
  withProvider,
  type Way,
} from './application-with-provider.js';
import { Browser } from './browser.js';
import { FJORDVIK, personOf, VIDDA } from './sign-in-story.js';

// The first sign-in by OpenID Connect, and who is let in as whom.

withProvider();

describe('one who waits', () => {
  test('is forgotten after thirty days, and may ask again', async () => {
    const browser = new Browser();
    await logIn(browser, 'stranger-at-provider');
    expect(stateIn(VIDDA, await json<Way>(await choose(browser, VIDDA)))).toBe('waiting');
    const sweep = async (days: number) => {
      const later = new Date(systemClock.now().getTime() + days * 86_400_000);
      for (const task of sweepTasksOf(app.app, app.installation))
        if (task.name === 'sign-in-forget-waiting') await task.run(VIDDA, later, AbortSignal.timeout(60_000));
    };
    await sweep(29);
    expect((await signIns(VIDDA)).waiting).toMatchObject([{ name: 'Ukjent Person' }]);
    await sweep(31);
    expect((await signIns(VIDDA)).waiting).toEqual([]);
    const rows = await app.installation.readSide.in(VIDDA, (tables) =>
      tables.query<readonly unknown[]>('select from sign_in_waiting'),
    );
    expect(rows).toHaveLength(0);
    // The page offers to ask, and the coordinator sees them again.
    expect(stateIn(VIDDA, await way(browser))).toBe('unknown');
    expect(stateIn(VIDDA, await json<Way>(await choose(browser, VIDDA)))).toBe('waiting');
    const [again] = (await signIns(VIDDA)).waiting;
    expect(again).toMatchObject({ name: 'Ukjent Person' });
    await asCoordinator(VIDDA, 'POST', `/api/sign-ins/${again!.identityId}/refusal`);
  });
});

describe('the first sign-in', () => {
  test('of somebody unknown waits for the coordinator, who is shown whom it may be; the next sign-in works', async () => {
    const browser = new Browser();
    expect(await logIn(browser, 'nils-at-provider', '/moter')).toBe('/logg-inn');
    expect(await who(browser)).toBe(401);
    expect(stateIn(FJORDVIK, await way(browser))).toBe('unknown');
    // Nothing is stored before the person asks.
    expect((await signIns(FJORDVIK)).waiting).toEqual([]);

    expect(stateIn(FJORDVIK, await json<Way>(await choose(browser, FJORDVIK)))).toBe('waiting');
    expect((await signIns(VIDDA)).waiting).toEqual([]);
    const { waiting } = await signIns(FJORDVIK);
    const counted = async (tenant: string) => json<object>(await asCoordinator(tenant, 'GET', '/api/sign-ins/waiting'));
    expect([await counted(FJORDVIK), await counted(VIDDA)]).toEqual([{ waiting: 1 }, { waiting: 0 }]);
    expect(waiting).toMatchObject([
      { name: 'Nils Berg', proposals: [{ personId: personOf(FJORDVIK, 'director'), likeness: 'email' }] },
    ]);

    const { identityId } = waiting[0]!;
    const personId = personOf(FJORDVIK, 'director');
    expect((await asCoordinator(FJORDVIK, 'POST', `/api/sign-ins/${identityId}/approval`, { personId })).status).toBe(
      200,
    );
    expect(await signIns(FJORDVIK)).toMatchObject({ waiting: [], approved: [{ identityId, personId }] });

    // The one who waited goes on from where they were.
    expect(stateIn(FJORDVIK, await way(browser))).toBe('approved');
    expect(await json<Way>(await choose(browser, FJORDVIK))).toMatchObject({ signedIn: true, returnTo: '/moter' });
    expect(await who(browser)).toMatchObject({ personId });

    const later = new Browser();
    expect(await logIn(later, 'nils-at-provider', '/moter')).toBe('/moter');
    expect(await who(later)).toMatchObject({ personId });
  });

  test('keeps neither the subject nor what the provider told in the log', async () => {
    await letIn('nils-at-provider', FJORDVIK, personOf(FJORDVIK, 'director'));
    const written: string[] = [];
    for await (const page of app.installation.events.readAll({ after: 0n, signal: AbortSignal.timeout(10_000) })) {
      written.push(
        ...page
          .filter(({ type }) => type.startsWith('sign-in.'))
          .map((event) => JSON.stringify({ ...event, position: 0, revision: 0 }, plain)),
      );
      if (page.at(-1)!.position >= (await app.installation.events.head())) break;
    }
    expect(written.length).toBeGreaterThan(1);
    expect(written.filter((text) => /nils|berg|example|provider/i.test(text))).toEqual([]);
    const rows = await app.installation.dataSource.query<readonly unknown[]>('select * from openid_used');
    expect(JSON.stringify(rows)).not.toContain('nils');
  });

  test('in a second municipality asks there; from then on one chooses', async () => {
    await letIn('nils-at-provider', FJORDVIK, personOf(FJORDVIK, 'director'));
    const { identityId } = (await signIns(FJORDVIK)).approved[0]!;
    await askFrom('nils-at-provider', VIDDA);
    const [waiting] = (await signIns(VIDDA)).waiting;
    expect(waiting).toMatchObject({ proposals: [{ personId: personOf(VIDDA, 'director'), likeness: 'name' }] });
    const personId = personOf(VIDDA, 'director');
    expect(waiting!.identityId).toBe(identityId);
    await asCoordinator(VIDDA, 'POST', `/api/sign-ins/${identityId}/approval`, { personId });

    const browser = new Browser();
    expect(await logIn(browser, 'nils-at-provider')).toBe('/logg-inn');
    const open = await way(browser);
    expect([stateIn(FJORDVIK, open), stateIn(VIDDA, open)]).toEqual(['approved', 'approved']);
    await choose(browser, VIDDA);
    expect(await who(browser)).toMatchObject({ personId });
    // Back to one municipality, for the other specifications.
    await asCoordinator(VIDDA, 'DELETE', `/api/sign-ins/${identityId}/approval`);
  });

  test('that is refused may be asked again on another day, and says so until then', async () => {
    const browser = new Browser();
    await logIn(browser, 'stranger-at-provider');
    await choose(browser, FJORDVIK);
    const [stranger] = (await signIns(FJORDVIK)).waiting;
    expect(stranger!.proposals).toEqual([]);
    await asCoordinator(FJORDVIK, 'POST', `/api/sign-ins/${stranger!.identityId}/refusal`);
    expect(stateIn(FJORDVIK, await json<Way>(await choose(browser, FJORDVIK)))).toBe('refused');
    expect((await signIns(FJORDVIK)).waiting).toEqual([]);
  });

  test('withdrawn by the coordinator, ends the sessions at once, and the identity is unknown again', async () => {
    await letIn('fatima-at-provider', FJORDVIK, personOf(FJORDVIK, 'coordinator'));
    const open = new Browser();
    await logIn(open, 'fatima-at-provider');
    expect(await who(open)).toMatchObject({ personId: personOf(FJORDVIK, 'coordinator') });
    const { approved } = await signIns(FJORDVIK);
    const { identityId } = approved.find(({ personId }) => personId === personOf(FJORDVIK, 'coordinator'))!;
    const withdrawn = await asCoordinator(FJORDVIK, 'DELETE', `/api/sign-ins/${identityId}/approval`);
    expect(withdrawn.status).toBe(200);
    expect(await who(open)).toBe(401);
    const browser = new Browser();
    await logIn(browser, 'fatima-at-provider');
    expect(await who(browser)).toBe(401);
    expect(stateIn(FJORDVIK, await way(browser))).toBe('unknown');
  });
});

/** Values that JSON does not know. */
const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
