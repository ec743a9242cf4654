import type { Command } from 'commander';
import { readEnvironment } from '#platform/environment';
import type { Cli } from '../cli.js';

export function openApiCommand(program: Command, cli: Cli): void {
  program
    .command('openapi')
    .summary('print the OpenAPI document of the HTTP API')
    .description('Prints the OpenAPI 3.1 document as JSON. Needs no database and starts nothing.')
    .addHelpText('after', '\nExample:\n  samspill openapi > samspill.openapi.json')
    .action(async () => {
      const { describeApi } = await import('../../../api/src/index.js');
      const environment = readEnvironment(cli.environment);
      cli.terminal.out(JSON.stringify(await describeApi(environment.clock, environment)));
    });
}
