import type { Command } from 'commander';
import type { Cli } from '../cli.js';
import { changeNumberCommand } from './change-number.js';
import { endSessionsCommand } from './end-sessions.js';
import { inviteCoordinatorCommand } from './invite-coordinator.js';
import { mergeCommand } from './merge.js';

export function adminCommand(program: Command, cli: Cli): void {
  const root = program
    .command('admin')
    .summary('let the first coordinator in, sign people out, change a number, merge')
    .description(
      'What only the one who runs the machine may do: invite a first coordinator, sign people out, give a municipality\n' +
        'another number, and merge municipalities.',
    );
  inviteCoordinatorCommand(root, cli);
  endSessionsCommand(root, cli);
  changeNumberCommand(root, cli);
  mergeCommand(root, cli);
}
