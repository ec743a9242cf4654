import type { Settings } from './settings.js';

/**
 * The municipality's settings as the log has them now, for questions that a read model must not answer: one that lags
 * would let people go on after the municipality has forbidden it (ADR 0339).
 */
export abstract class CurrentSettings {
  /** Undefined for a tenant without a municipality, or whose municipality has become part of another. */
  abstract of(tenant: string): Promise<Settings | undefined>;
}
