import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SignedSender } from './signed-sender.js';

const SECRET = new TextEncoder().encode('a session key of 32 characters or more');
const sender = new SignedSender(SECRET, 'bounce@samspill.example.no');
const ID = '018f0c5e-7a6b-5c4d-8e9f-0a1b2c3d4e5f';

describe('an envelope sender', () => {
  test('names its dispatch, whatever becomes of its case', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(sender.dispatchOf(sender.addressOf(id))).toEqual({ dispatchId: id });
        expect(sender.dispatchOf(sender.addressOf(id).toUpperCase())).toEqual({ dispatchId: id });
      }),
    );
  });

  test('fits into the 64 characters of a local part', () => {
    const [local] = sender.addressOf(ID).split('@');
    expect(local).toMatch(/^bounce\+[a-z2-7]{26}\.[a-z2-7]{16}$/);
    expect(local!.length).toBeLessThanOrEqual(64);
  });

  test('with any letter of its signature or id changed is not accepted', () => {
    const address = sender.addressOf(ID);
    const from = address.indexOf('+') + 1;
    for (let at = from; at < address.indexOf('@'); at += 1) {
      if (address[at] === '.') continue;
      const other = address[at] === 'b' ? 'c' : 'b';
      const changed = `${address.slice(0, at)}${other}${address.slice(at + 1)}`;
      expect(['forged', 'foreign']).toContain(sender.dispatchOf(changed));
    }
    expect(sender.dispatchOf(address.replace('.', '.a').slice(0, -1))).toBe('foreign');
  });

  test('that the previous key signed is accepted while that key is named', () => {
    const [NEW, address] = [
      new TextEncoder().encode('a new session key of 32 characters'),
      'bounce@samspill.example.no',
    ];
    const older = sender.addressOf(ID);
    expect(new SignedSender(NEW, address, SECRET).dispatchOf(older)).toEqual({ dispatchId: ID });
    expect(new SignedSender(NEW, address).dispatchOf(older)).toBe('forged');
    expect(sender.dispatchOf(new SignedSender(NEW, address, SECRET).addressOf(ID))).toBe('forged');
  });

  test('of another installation is not accepted', () => {
    const other = new SignedSender(
      new TextEncoder().encode('another session key of 32 characters'),
      'bounce@samspill.example.no',
    );
    expect(sender.dispatchOf(other.addressOf(ID))).toBe('forged');
  });

  test.each(['', 'bounce@samspill.example.no', 'kari@example.no', 'bounce+abc.def@samspill.example.no', '<>', '@'])(
    'is not %j',
    (address) => {
      expect(sender.dispatchOf(address)).toBe('foreign');
    },
  );
});
