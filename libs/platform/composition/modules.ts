import type { DynamicModule, Type } from '@nestjs/common';
import type { Context, ContractClass } from './context.js';

/** The contexts' needs cannot be met: nobody provides a contract class, two do, or contexts need each other. */
export class UnmetNeed extends Error {}

/**
 * The contexts' Nest modules: each imports the modules of the contexts whose contract classes it needs, and no other.
 * @throws UnmetNeed
 */
export function modulesOf(contexts: readonly Context[]): readonly DynamicModule[] {
  const modules = new Map<Context, DynamicModule>();
  const moduleOf = (context: Context, neededBy: readonly string[]): DynamicModule => {
    const path = [...neededBy, context.name];
    if (neededBy.includes(context.name)) throw new UnmetNeed(`Contexts need each other: ${path.join(' → ')}`);
    const providers = new Set(context.needs.map((contract) => providerOf(contract, contexts, context.name)));
    const imports = [...providers].map((provider) => moduleOf(provider, path));
    const module = modules.get(context) ?? importing(context.module, ...imports);
    modules.set(context, module);
    return module;
  };
  return contexts.map((context) => moduleOf(context, []));
}

/** A context's module together with the modules that provide the contract classes it needs. */
export const importing = (module: Type, ...imports: readonly DynamicModule[]): DynamicModule => ({
  module,
  imports: [...imports],
});

function providerOf(contract: ContractClass, contexts: readonly Context[], neededBy: string): Context {
  const [provider, another] = contexts.filter(({ provides }) => provides.includes(contract));
  if (!provider) throw new UnmetNeed(`No context provides ${contract.name}, which ${neededBy} needs`);
  if (another) throw new UnmetNeed(`${contract.name} is provided by ${provider.name} and by ${another.name}`);
  return provider;
}
