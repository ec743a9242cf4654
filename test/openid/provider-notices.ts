// Stands in for `lib/helpers/attention.js` of oidc-provider (see `jest.config.mjs`), which prints each notice with a stack.

/** Notices that are expected in every specification, where the provider serves invented people on this machine. */
const EXPECTED = [
  /^a quick start development-only in-memory adapter is used/,
  /^failed to setup SSRF protection for fetch/,
  /^default (ttl\.\w+|features\.rpInitiatedLogout\.logoutSource) function called/,
];

/** Reports a notice or a warning as a warning of the process, unless it is expected. */
function report(text: string): void {
  if (!EXPECTED.some((expected) => expected.test(text))) process.emitWarning(text, 'oidc-provider');
}

export { report as info, report as warn };
