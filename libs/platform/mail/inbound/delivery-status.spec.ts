import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deliveryStatusIn } from './delivery-status.js';

const ABOUT_SERVER = 'Reporting-MTA: dns; mx.example.no\r\nArrival-Date: Mon, 30 Nov 2026 07:00:01 +0100\r\n';
const report = (...fields: readonly string[]) => `${ABOUT_SERVER}\r\n${fields.join('\r\n')}\r\n`;

describe('a report about a mail', () => {
  test.each([
    [
      'an unknown mailbox',
      report('Final-Recipient: rfc822; kari@example.no', 'Action: failed', 'Status: 5.1.1'),
      { status: '5.1.1', permanent: true, final: true },
    ],
    [
      'a full mailbox',
      report('Action: failed', 'Status: 5.2.2 (mailbox full)'),
      { status: '5.2.2', permanent: true, final: true },
    ],
    ['a delay', report('Action: delayed', 'Status: 4.4.1'), { status: '4.4.1', permanent: false, final: false }],
    [
      'a server that gave up',
      report('Action: failed', 'Status: 4.4.7'),
      { status: '4.4.7', permanent: false, final: true },
    ],
    [
      'a status in the diagnostic only',
      report('Action: failed', 'Diagnostic-Code: smtp; 550', '  5.7.1 refused'),
      { status: '5.7.1', permanent: true, final: true },
    ],
    ['a failure without a status', report('Action: Failed'), { status: '5.0.0', permanent: true, final: true }],
    ['a delay without a status', report('ACTION: delayed'), { status: '4.0.0', permanent: false, final: false }],
    [
      'a failure of class 2',
      report('Action: failed', 'Status: 2.0.0'),
      { status: '5.0.0', permanent: true, final: true },
    ],
    [
      'two receivers, of whom one failed',
      `${report('Action: relayed', 'Status: 2.0.0')}\r\nAction: failed\r\nStatus: 5.1.10\r\n`,
      { status: '5.1.10', permanent: true, final: true },
    ],
    [
      'line ends of Unix',
      report('Action: failed', 'Status: 5.1.1').replaceAll('\r', ''),
      { status: '5.1.1', permanent: true, final: true },
    ],
    ['a mail that was delivered', report('Action: delivered', 'Status: 2.0.0'), undefined],
    ['a mail that was passed on', report('Action: relayed', 'Status: 2.0.0'), undefined],
    ['nothing', '', undefined],
  ])('%s', (_, content, expected) => {
    expect(deliveryStatusIn(content)).toEqual(expected);
  });

  test('of any content is read without a fault, and its status stays short', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'Action: failed',
        'Status: 5.1.1',
        'Status: 5.999.9999',
        '',
        ':',
        ' : ',
        'Diagnostic-Code: 5.1.1',
      ),
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const found = deliveryStatusIn(lines.join(end));
        if (found) expect(found.status).toMatch(/^[45]\.\d{1,3}\.\d{1,3}$/);
      }),
    );
  });
});
