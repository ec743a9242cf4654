import { spawnSync } from 'node:child_process';
import { inProject, main } from './project.mjs';

/** Without retries: a registry that does not answer is no fault of the project. */
const AUDIT = 'audit --omit=dev --audit-level=high --json --fetch-retries=0 --fetch-timeout=20000'.split(' ');

/**
 * `npm run audit`: whether a package that Samspill runs on has a known vulnerability of level high or critical (exit code 1).
 * Where the registry does not answer, or knows of no vulnerabilities, nothing is checked, and that is said (exit code 0).
 */
await main(() => {
  const { stdout } = spawnSync('npm', AUDIT, { cwd: inProject(), encoding: 'utf8' });
  const report = reportIn(stdout ?? '');
  if (!report) {
    console.log('Packages were not checked for vulnerabilities: the registry does not answer about them.');
    return;
  }
  const serious = Object.values(report.vulnerabilities).filter(({ severity }) => /^(high|critical)$/.test(severity));
  for (const { name, severity } of serious) console.log(`${name}: ${severity}`);
  console.log(`${serious.length} packages with a known vulnerability of level high or critical.`);
  process.exitCode = serious.length === 0 ? 0 : 1;
});

/** npm's report; undefined when it has none, as without a network. */
function reportIn(text) {
  try {
    const report = JSON.parse(text);
    return report.auditReportVersion === 2 ? report : undefined;
  } catch {
    return undefined;
  }
}
