import { describe, expect, test } from '@jest/globals';
import { parseKurrentAddress, WrongKurrentAddress } from './address.js';

const sentence = (address: string): string => {
  try {
    parseKurrentAddress(address);
  } catch (fault) {
    if (fault instanceof WrongKurrentAddress) return fault.message;
    throw fault;
  }
  return 'nothing was refused';
};

describe('the address of KurrentDB', () => {
  test('is one host or several, with or without credentials, with the new or the old scheme', () => {
    expect(parseKurrentAddress('kurrentdb://localhost?tls=false')).toEqual({
      connectionString: 'kurrentdb://localhost:2113?tls=false&nodePreference=leader&throwOnAppendFailure=true',
      hosts: ['localhost:2113'],
      tls: false,
      verifyCertificate: true,
    });
    expect(parseKurrentAddress('esdb://ola:p%40ss%3A@a.example:2114,b.example,c.example:9/?tls=true')).toMatchObject({
      connectionString:
        'kurrentdb://ola:p%40ss%3A@a.example:2114,b.example:2113,c.example:9?tls=true&nodePreference=leader&throwOnAppendFailure=true',
      hosts: ['a.example:2114', 'b.example:2113', 'c.example:9'],
      user: { name: 'ola', password: 'p@ss:' },
      tls: true,
    });
    expect(parseKurrentAddress('kurrentdb+discover://cluster.example').connectionString).toMatch(
      /^kurrentdb\+discover:\/\/cluster\.example:2113\?/,
    );
    expect(parseKurrentAddress('kurrentdb://[::1]:2113?tls=false').hosts).toEqual(['[::1]:2113']);
  });

  test('always reads from the leader and throws on conflicts, whatever its options', () => {
    const { connectionString } = parseKurrentAddress('kdb://a?nodePreference=random&throwOnAppendFailure=false');
    expect(connectionString).toContain('nodePreference=leader');
    expect(connectionString).toContain('throwOnAppendFailure=true');
    expect(connectionString).not.toMatch(/random|=false/);
  });

  test('tells how certificates are checked', () => {
    expect(parseKurrentAddress('kurrentdb://a?tlsVerifyCert=false&tlsCAFile=/etc/ca%20file.pem')).toMatchObject({
      tls: true,
      verifyCertificate: false,
      authorityFile: '/etc/ca file.pem',
    });
  });

  test.each([
    ['http://localhost:2113', 'it must begin with kurrentdb://, kurrentdb+discover:// or esdb://'],
    ['kurrentdb://', 'it needs a host, such as localhost:2113'],
    ['kurrentdb://a,,b', 'it needs a host, such as localhost:2113'],
    ['kurrentdb://a:0', 'its port must be from 1 to 65535'],
    ['kurrentdb://a:70000', 'its port must be from 1 to 65535'],
    ['kurrentdb://a?b?c', 'it has more than one ?'],
    ['kurrentdb://a?tls=perhaps', 'its option tls has a value that cannot be used'],
  ])('refuses %s in one sentence', (address, why) => {
    expect(sentence(address)).toBe(`The address of KurrentDB cannot be used: ${why}.`);
  });

  test.each([
    'http://ola:hemmelig@a',
    'kurrentdb://ola:hem:melig@a',
    'kurrentdb://ola:hemmelig@',
    'kurrentdb://ola:hemmelig%zz@a',
    'kurrentdb://ola:hemmelig@a?hemmelig=hemmelig',
    'kurrentdb://ola:hemmelig@a?tls=hemmelig',
  ])('never shows a possible password (%#)', (address) => {
    expect(sentence(address)).toMatch(/^The address of KurrentDB cannot be used: /);
    expect(sentence(address)).not.toContain('hemmelig');
  });
});
