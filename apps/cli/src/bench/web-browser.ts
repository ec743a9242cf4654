import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { EXIT } from '#platform/process';
import { CommandFailed } from '../exit-codes.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ON_A_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

/**
 * Chromium, driven by playwright-core, which is present in a clone but not in an installed program.
 * @throws CommandFailed with what is missing and how to install it
 */
export async function openChromium(environment: Readonly<Record<string, string | undefined>>): Promise<Browser> {
  const { chromium } = await import('playwright-core').catch(() => {
    throw new CommandFailed(
      'bench web drives a browser by playwright-core, a development dependency that is not installed here: run it from a clone, after npm install.',
      EXIT.refusedToStart,
    );
  });
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean);
  const named = environment['SAMSPILL_BROWSER'];
  const places = named ? [named] : [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ON_A_MAC];
  const executablePath = places.find(mayRun);
  if (!executablePath)
    throw new CommandFailed(
      'bench web needs Chromium, and there is none here: sudo apt-get install -y chromium, or say where one is with SAMSPILL_BROWSER.',
      EXIT.refusedToStart,
    );
  return chromium.launch({ executablePath, args: FLAGS });
}

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
