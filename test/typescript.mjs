import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

/**
 * Lets plain Node import the TypeScript sources, outside Jest's own modules: for code that runs once around all tests.
 * Importing this file is enough.
 */
const options = {
  ...JSON.parse(readFileSync(new URL('../.swcrc', import.meta.url), 'utf8')),
  sourceMaps: 'inline',
  swcrc: false,
  configFile: false,
};
delete options.$schema;

const isSource = (url) => url.endsWith('.ts') && !url.includes('/node_modules/');

registerHooks({
  resolve(specifier, context, next) {
    const fromSource = context.parentURL !== undefined && isSource(context.parentURL);
    const name = fromSource && specifier.startsWith('.') ? specifier.replace(/\.js$/, '.ts') : specifier;
    return next(name, { ...context, conditions: ['samspill-source', ...context.conditions] });
  },
  load(url, context, next) {
    if (!isSource(url)) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
