import { expect, test } from '@jest/globals';
import { ALERT_KINDS, alertsAddressOf, alertsViewOf, type AlertsView } from './alerts-address.js';

test('the address of a view shows the same view', () => {
  for (const list of ['mine', 'all', 'waiting'] as const)
    for (const kind of [undefined, ...ALERT_KINDS])
      for (const page of [1, 3]) {
        const view: AlertsView = { list, kind, page };
        expect(alertsViewOf(alertsAddressOf(view))).toEqual(view);
      }
});

test('an address without choices, or with unknown ones, shows one’s own alerts', () => {
  const own = { list: 'mine', kind: undefined, page: 1 };
  expect(alertsViewOf(new URLSearchParams())).toEqual(own);
  expect(alertsViewOf(new URLSearchParams('liste=x&slag=toString&side=-4'))).toEqual(own);
  expect(String(alertsAddressOf({ list: 'mine', kind: undefined, page: 1 }))).toBe('');
});
