import { expect, test } from '@jest/globals';
import { readEnvironment } from '#platform/environment';
import { mailWarning } from './mail-warning.js';

const warning = (variables: Readonly<Record<string, string>>) => mailWarning(readEnvironment(variables, '/srv'));

test('a worker in production without a mail server says that nobody gets mail', () => {
  expect(warning({ NODE_ENV: 'production', SMTP_URL: '' })).toMatch(/^SMTP_URL is not set: .* nobody gets them/);
});

test('with a mail server, and outside production, it says nothing', () => {
  const server = { SMTP_URL: 'smtps://mail.example.no', MAIL_FROM: 'samspill@example.no' };
  expect(warning({ NODE_ENV: 'production', ...server })).toBeUndefined();
  expect(warning({ SMTP_URL: '' })).toBeUndefined();
});
