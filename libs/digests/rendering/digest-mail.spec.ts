import { describe, expect, test } from '@jest/globals';
import { DigestContent } from '../contract/index.js';
import { allIsWell, digestContent, early, KINDERGARTEN, NURSES, PPT } from './digest.examples.js';
import { digestMail, UnknownTemplate } from './digest-mail.js';

const linksIn = (html: string) =>
  [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));

describe('a digest', () => {
  const { subject, html, text } = digestMail(digestContent());

  test('of the examples is one that can be kept', () => {
    for (const content of [digestContent(), allIsWell(), digestContent({ early: early() })])
      expect(DigestContent.parse(content)).toEqual(content);
  });

  test.each([
    ['nb', 3, 'Ukesoppsummering uke 47 – 3 saker krever deg'],
    ['nb', 1, 'Ukesoppsummering uke 47 – 1 sak krever deg'],
    ['nn', 3, 'Vekeoppsummering veke 47 – 3 saker krev deg'],
    ['nb', 0, 'Ukesoppsummering uke 47 – alt i rute'],
    ['nn', 0, 'Vekeoppsummering veke 47 – alt i rute'],
  ])('in %s with %i matters has the subject %s', (language, needsCount, expected) => {
    expect(digestMail(digestContent({ language, needsCount })).subject).toBe(expected);
  });

  test('has the same links in the same order in both parts', () => {
    const inText = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.startsWith('https://'));
    expect(inText).toEqual(linksIn(html));
    expect(inText.length).toBeGreaterThan(10);
  });

  test('leads to the exact action and meeting, and to figures as they were', () => {
    expect(linksIn(html)).toEqual(
      expect.arrayContaining([
        'https://samspill.example/tiltak/018f0c5e-0000-7000-8000-000000000101',
        `https://samspill.example/tjenester/${PPT}`,
        'https://samspill.example/moter/018f0c5e-0000-7000-8000-000000000106',
        'https://samspill.example/oppsummering/2026-W47',
        'https://samspill.example/innstillinger/varsler',
      ]),
    );
  });

  test('leads from every figure to what it counted when the digest was made', () => {
    const figure = (name: string) => `https://samspill.example/oppsummering/2026-W47/tall/${name}`;
    expect(linksIn(html).filter((link) => link.includes('/tall/'))).toEqual([
      figure('enheter-med-mote'),
      figure('moter-holdt'),
      figure('moter-planlagt'),
      figure('uten-mote-i-planen'),
      figure('levert-i-tide'),
      ...[NURSES, PPT].map((service) => figure(`tiltak?tjeneste=${service}`)),
      figure('tiltak'),
      figure('i-rute-igjen'),
      figure(`fullfort-innen-fristen?tjeneste=${NURSES}`),
    ]);
    const figuresOnly = linksIn(digestMail(allIsWell()).html).slice(0, 4);
    expect(figuresOnly.every((link) => link.includes('/oppsummering/2026-W49/tall/'))).toBe(true);
    const ofNone = {
      services: [{ ...digestContent().actions.all, serviceId: null }],
      all: digestContent().actions.all,
    };
    expect(linksIn(digestMail(digestContent({ actions: ofNone })).html)).toContain(figure('tiltak?tjeneste=ingen'));
  });

  test('has no image, script, form or anything from elsewhere', () => {
    expect(html).not.toMatch(/<(img|script|link|iframe|form|object|video|svg)\b|url\(|@import|src=/i);
  });

  test('has lines of at most 72 characters in its text, but for addresses', () => {
    const long = text.split('\n').filter((line) => line.length > 72 && !line.trim().startsWith('https://'));
    expect(long).toEqual([]);
  });

  test('says every figure and every item in the text too', () => {
    for (const sentence of [
      'Enheter med møte i november: 17 av 29 (16 av 29 samme dag i fjor)',
      'Levert i tide i november: 88 % (7 av 8)',
      'Mangler: Skutevika barnehage, 8 virkedager siden møtet',
      'Uten møte i planen: Skutevika barnehage, 9 virkedager igjen av måneden',
      'PPT: 4 nye, 3 avsluttet, 31 åpne, 9 over frist (+2)',
      'Ingen fra tjenesten var på de to siste møtene',
      'Et tiltak er over fristen (21 virkedager)',
      'Lyngneset skole · Piotr Bråten · frist 16. oktober',
      'Lyngneset skole er i rute igjen: protokollen er levert.',
    ])
      expect(text).toContain(sentence);
  });

  test('says that names cannot begin markup', () => {
    const names = { ...digestContent().names, [KINDERGARTEN]: '<b>Skutevika</b> & "venner"' };
    const marked = digestMail(digestContent({ names })).html;
    expect(marked).not.toContain('<b>Skutevika');
    expect(marked).toContain('&lt;b&gt;Skutevika&lt;/b&gt; &amp; &quot;venner&quot;');
  });

  test('that was made late says which week it is for and when it was made', () => {
    const late = digestMail(digestContent({ isLate: true, on: '2026-11-18', asOf: '2026-11-18T09:00:00.000Z' }));
    expect(late.text.replaceAll('\n', ' ')).toContain(
      'Oppsummeringen for uke 47 er forsinket og ble laget onsdag 18. november 2026.',
    );
  });

  test('of a vacant post says so to the coordinator', () => {
    const names = { ...digestContent().names, [PPT]: 'BFE' };
    const { text: vacant } = digestMail(digestContent({ vacant: [PPT], names, roles: ['coordinator'] }));
    expect(vacant.replaceAll('\n', ' ')).toContain('BFE har ingen virksomhetsleder nå.');
    expect(vacant.replaceAll('\n', ' ')).toContain('fordi du er koordinator');
  });

  test('without anything that needs the reader has four figures', () => {
    const { html: well, text: plain } = digestMail(allIsWell());
    expect(plain.split('\n').filter((line) => line.startsWith('https://'))).toHaveLength(4 + 2);
    expect(well).not.toContain('<thead>');
    for (const figure of ['17 av 29', '88 %', 'Åpne tiltak: 55', 'Tiltak over frist: 15'])
      expect(plain).toContain(figure);
  });

  test('that is the first of a month has early intervention, of a period that is final', () => {
    const { html: first, text: plain } = digestMail(digestContent({ early: early() }));
    for (const sentence of [
      'TIDLIG INNSATS, SKOLEÅRET 2025–2026',
      'Anonyme saker om barn under 10 år: 62 % (41 av 66)',
      '80/20: ekstra ressurser til barn under 10 år: 54 %',
    ])
      expect(plain).toContain(sentence);
    // As it was known when it was made final.
    expect(linksIn(first)).toEqual(
      expect.arrayContaining(
        [37, 38].map((id) => `https://samspill.example/statistikk/${id}?periode=2025-2026&per=2026-08-30`),
      ),
    );
    const autumn = allIsWell({ language: 'nn', early: early({ period: '2026H2', knownOn: '2027-01-30' }) });
    expect(digestMail(autumn).text).toContain('TIDLEG INNSATS, HAUSTEN 2026');
  });

  test.each([
    ['nb', 'vises ikke (tallene er så små at de kunne pekt ut enkeltbarn)'],
    ['nn', 'blir ikkje vist (tala er så små at dei kunne peikt ut enkeltbarn)'],
  ])('in %s says that figures about few children are not shown', (language, sentence) => {
    const hidden = early({ mattersUnderTen: null, resourcesUnderTen: null });
    const plain = digestMail(digestContent({ language, early: hidden })).text.replaceAll(/\s+/g, ' ');
    expect(plain.split(sentence)).toHaveLength(3);
  });

  test('leaves out what there is nothing of', () => {
    const protocols = { month: '2026-11', inTime: { count: 0, of: 0 }, missing: [] };
    const good = { unitsOnTrack: [], completedInTime: [] };
    const { text: less } = digestMail(digestContent({ protocols, good, news: [], newsCount: 0 }));
    for (const heading of ['PROTOKOLLER', 'BRA DENNE UKEN', 'NYTT I MØTEPLANEN']) expect(less).not.toContain(heading);
    expect(less).toContain('KREVER DEG NÅ');
  });

  test('with more than it shows gives the count and the way to the rest', () => {
    const { text: many } = digestMail(digestContent({ needsCount: 32 }));
    expect(many).toContain('Se 29 saker til:\nhttps://samspill.example/oppfolging/varsler');
  });

  test('is the same bytes each time, and of another template not at all', () => {
    expect(digestMail(digestContent())).toEqual({ subject, html, text });
    expect(() => digestMail(digestContent({ template: 6 }))).toThrow(UnknownTemplate);
  });
});
