import { expect, test } from '@jest/globals';
import { ALERT_KINDS, alertsAddressOf, alertsViewOf, type AlertsView } from './alerts-address.js';

test('the address of a view shows the same view', () => {
  for (const list of ['mine', 'all', 'waiting'] as const)
    for (const kind of [undefined, ...ALERT_KINDS])
      for (const unit of [undefined, '974552876']) {
        const owner = unit && '018f0c5e-0000-7000-8000-0000000000c0';
        const view: AlertsView = { list, kind, unit, owner, page: unit ? 3 : 1 };
        expect(alertsViewOf(alertsAddressOf(view))).toEqual(view);
      }
});

test('an address without choices, or with unknown ones, shows one’s own alerts', () => {
  const own: AlertsView = { list: 'mine', kind: undefined, unit: undefined, owner: undefined, page: 1 };
  expect(alertsViewOf(new URLSearchParams())).toEqual(own);
  expect(alertsViewOf(new URLSearchParams('liste=x&slag=toString&enhet=1&ansvarlig=ola&side=-4'))).toEqual(own);
  expect(String(alertsAddressOf(own))).toBe('');
});
