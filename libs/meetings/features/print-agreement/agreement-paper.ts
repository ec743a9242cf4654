import type { Block, Paper } from '#platform/pdf';
import type { AgreementParty } from '../../contract/agreement.events.js';
import type { AgreementAnswer } from '../../read-models/agreement/agreement.dto.js';
import { hour, longDay, plainDay, type Form } from '../print-protocol/protocol-words.js';
import { AGREEMENT_WORDS } from './agreement-words.js';

/** A version of an agreement with the names that it needs. */
export interface PrintedAgreement {
  readonly unitName: string;
  readonly municipalityName: string;
  readonly schoolYear: number;
  readonly version: AgreementAnswer['versions'][number];
  /** The municipality is fictional. */
  readonly demo: boolean;
}

/** The printed agreement, in the municipality's form of Norwegian (R22). */
export function agreementPaper(
  { unitName, municipalityName, schoolYear, version, demo }: PrintedAgreement,
  form: Form,
): Paper {
  const say = (word: keyof typeof AGREEMENT_WORDS) => AGREEMENT_WORDS[word][form];
  const year = `${schoolYear}/${String((schoolYear + 1) % 100).padStart(2, '0')}`;
  const title = `${say('title')} ${say('schoolYear')} ${year}`;
  const approvalOf = (party: AgreementParty) => {
    const given = version.approvals.find((it) => it.party === party);
    return given ? `${given.name}, ${say('approved')} ${plainDay(given.on, form)}` : say('waits');
  };
  return {
    title: `${title}, ${unitName}`,
    language: form,
    author: municipalityName,
    at: new Date(`${version.on}T12:00:00Z`),
    notice: demo ? { text: say('demo'), mark: say('demoMark') } : null,
    foot: `${title} · ${unitName}`,
    pageOf: (page, pages) => `${say('page')} ${page} ${say('of')} ${pages}`,
    blocks: [
      { kind: 'title', text: unitName, under: title },
      {
        kind: 'facts',
        facts: [
          { label: say('municipality'), text: municipalityName },
          { label: say('version'), text: String(version.version) },
          { label: say('proposed'), text: `${plainDay(version.on, form)}, ${version.proposedBy}` },
          { label: say('unit'), text: approvalOf('unit') },
          { label: say('services'), text: approvalOf('services') },
        ],
      },
      ...contentOf(version.content, form),
    ],
  };
}

function contentOf(
  { dates, members, services }: AgreementAnswer['versions'][number]['content'],
  form: Form,
): readonly Block[] {
  const say = (word: keyof typeof AGREEMENT_WORDS) => AGREEMENT_WORDS[word][form];
  return [
    { kind: 'heading', text: say('meetings') },
    {
      kind: 'list',
      items: dates.map(({ on, startsAt }) => ({ text: `${longDay(on, form)} ${say('at')} ${hour(startsAt)}` })),
    },
    { kind: 'heading', text: say('members') },
    {
      kind: 'table',
      columns: [
        { head: say('name'), width: 4 },
        { head: say('jobTitle'), width: 4 },
        { head: say('deputy'), width: 4 },
      ],
      rows: members.map((it) => [
        { text: it.name },
        { text: it.title ?? '–' },
        { text: it.deputyName ?? say('noDeputy') },
      ]),
    },
    { kind: 'heading', text: say('duties') },
    {
      kind: 'list',
      items: services.map(({ name, mustAttend }) => ({ text: `${name}: ${say(mustAttend ? 'must' : 'may')}` })),
    },
  ];
}
