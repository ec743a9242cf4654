import { describe, expect, test } from '@jest/globals';
import { DatabaseError } from 'pg';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { outageOf } from './outage.js';

const ofServer = (code: string) => Object.assign(new DatabaseError('said by the server', 1, 'error'), { code });
const ofNode = (code: string, more: object = {}) => Object.assign(new Error('said by Node'), { code, ...more });

describe('an error of PostgreSQL', () => {
  test.each([
    // Connections: class 08 as a whole.
    ...['08000', '08001', '08003', '08004', '08006', '08007', '08P01'].map((code) => [code, 'away'] as const),
    // Resources: class 53; only a full disk means that reading still works.
    ...['53000', '53200', '53300', '53400'].map((code) => [code, 'away'] as const),
    ['53100', 'cannot-save'],
    // Sessions ended by the operator or a crash; cancelled or timed-out statements.
    ...['57P01', '57P02', '57P03', '57P04', '57P05', '57014', '25P03', '25P04'].map((code) => [code, 'away'] as const),
    // Conflicts with other transactions.
    ...['40001', '40P01', '55P03'].map((code) => [code, 'away'] as const),
    // Storage: class 58, and a server that accepts no writes.
    ...['58000', '58030', '58P01', '58P02', '25006'].map((code) => [code, 'cannot-save'] as const),
    // Faults of the statement, the data or the program.
    ...['22001', '22003', '22021', '23505', '23514', '25001', '42501', '42P01', '54000', '57000', 'XX000'].map(
      (code) => [code, undefined] as const,
    ),
  ])('%s is %s', (code, outage) => {
    expect(outageOf(ofServer(code))).toBe(outage);
    expect(outageOf(new QueryFailedError('select', [], ofServer(code)))).toBe(outage);
    expect(outageOf(new Error('the log gave up', { cause: ofServer(code) }))).toBe(outage);
  });
});

describe('an error on the way to PostgreSQL is an outage', () => {
  test.each<readonly [string, Error]>([
    ['refused', ofNode('ECONNREFUSED')],
    ['reset', ofNode('ECONNRESET')],
    ['no name', ofNode('EAI_AGAIN')],
    ['no file descriptor left', ofNode('EMFILE')],
    ['no socket file', ofNode('ENOENT', { syscall: 'connect' })],
    ['every address refused', new AggregateError([ofNode('ECONNREFUSED'), ofNode('ECONNREFUSED')])],
    ['the server was killed in mid-transaction', new QueryRunnerAlreadyReleasedError()],
    ['the driver lost the connection', new Error('Connection terminated unexpectedly')],
    ['the driver waited in vain', new Error('timeout exceeded when trying to connect')],
    ['a statement was not answered', new Error('Query read timeout')],
    ['a client that was lost before', new Error('Client has encountered a connection error and is not queryable')],
    ['a client that was closed', new Error('Client was closed and is not queryable')],
  ])('%s', (_, fault) => expect(outageOf(fault)).toBe('away'));
});

test.each([
  ['an error of the program', new TypeError('x is not a function')],
  ['a missing file', ofNode('ENOENT')],
  ['no error at all', 'ECONNREFUSED'],
  ['nothing', undefined],
])('%s is no outage', (_, fault) => expect(outageOf(fault)).toBeUndefined());
