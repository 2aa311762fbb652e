import { describe, expect, test } from 'vitest';
import { CommandFailure } from '../cli/command.ts';
import { checkAddress, checkServerVersion, connectFailure } from './connect-failures.ts';

describe('the version of PostgreSQL', () => {
  test.each(['15', '15.0', '15.18', '16beta1', '18.1'])('%s is new enough', (version) => {
    expect(() => checkServerVersion(version)).not.toThrow();
  });
  test.each(['14.9', '9.6.24', ''])('"%s" is too old', (version) => {
    expect(() => checkServerVersion(version)).toThrow(CommandFailure);
  });
});

describe('an address', () => {
  test.each([
    'postgresql://a:b@db:5432/benvung',
    'postgres://db/benvung?sslmode=require',
    'postgresql:///x?host=/run/pg',
  ])('%s may name PostgreSQL', (address) => expect(() => checkAddress(address)).not.toThrow());
  test.each(['db:5432/benvung', 'mysql://db/x', 'postgresql://db:port/x', 'benvung'])(
    '%s may not',
    (address) => {
      expect(() => checkAddress(address)).toThrow(/DATABASE_URL/);
    },
  );
});

describe('a connection that failed', () => {
  const address = 'postgresql://ben:bi%20mat@db.xa.vn:5433/benvung';
  const cases: [Error, string][] = [
    [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'hãy bật PostgreSQL'],
    [
      new AggregateError([Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })]),
      'hãy bật PostgreSQL',
    ],
    [Object.assign(new Error('dns'), { code: 'ENOTFOUND' }), 'không tìm thấy tên máy'],
    [new Error('timeout expired'), 'quá thời gian chờ'],
    [Object.assign(new Error('password authentication failed'), { code: '28P01' }), 'sai mật khẩu'],
    [Object.assign(new Error('no db'), { code: '3D000' }), 'createdb'],
    [new Error('something else'), 'something else'],
  ];
  test.each(cases)('%s is one line with the place and without the password', (error, says) => {
    const { message, exitCode } = connectFailure(address, error);
    expect(message).toContain(says);
    expect(message).toContain('db.xa.vn:5433/benvung');
    expect(message).not.toMatch(/bi%20mat|bi mat|\n/);
    expect(exitCode).toBe(3);
  });
});
