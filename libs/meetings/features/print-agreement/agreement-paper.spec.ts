import { describe, expect, test } from '@jest/globals';
import { CalendarDate } from '#platform/kernel';
import type { Paper } from '#platform/pdf';
import { agreementPaper, type PrintedAgreement } from './agreement-paper.js';

const day = (text: string) => CalendarDate.parse(text);
const printed: PrintedAgreement = {
  unitName: 'Nordlia skole',
  municipalityName: 'Eksempel',
  schoolYear: 2026,
  demo: true,
  version: {
    version: 2,
    on: day('2026-08-20'),
    proposedBy: 'Kari Koordinator',
    approvals: [{ party: 'unit', name: 'Rektor Eksempel', on: day('2026-08-21') }],
    content: {
      dates: [{ on: day('2026-09-08'), startsAt: '12:30' }],
      members: [
        {
          personId: '018f0c5e-0000-7000-8000-000000000001',
          name: 'Rektor Eksempel',
          title: 'rektor',
          deputyId: null,
          deputyName: null,
        },
      ],
      services: [{ serviceId: '018f0c5e-0000-7000-8000-0000000000b1', name: 'PPT', mustAttend: true }],
    },
  },
};
const textOf = ({ blocks }: Paper) => JSON.stringify(blocks);

describe('a printed agreement', () => {
  test('says who has approved it, and who has not', () => {
    const text = textOf(agreementPaper(printed, 'nb'));
    expect(text).toContain('Rektor Eksempel, godkjent 21. august 2026');
    expect(text).toContain('ikke godkjent');
  });

  test('has its dates, members with deputies, and services with their duty', () => {
    const text = textOf(agreementPaper(printed, 'nb'));
    expect(text).toContain('tirsdag 8. september 2026 kl. 12.30');
    expect(text).toContain('ingen');
    expect(text).toContain('PPT: skal møte fast');
  });

  test('is in the municipality’s form of Norwegian, and says that demo data are invented', () => {
    const paper = agreementPaper(printed, 'nn');
    expect(paper.title).toBe('Samarbeidsavtale skuleåret 2026/27, Nordlia skole');
    expect(textOf(paper)).toContain('For tenestene');
    expect(paper.notice).toMatchObject({ mark: 'Demodata' });
  });
});
