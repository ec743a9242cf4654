import { Injectable } from '@nestjs/common';
import { CurrentSettings, type Settings } from '../contract/index.js';
import { MunicipalityStreams } from './registry.streams.js';

/** Asks the municipality's stream. */
@Injectable()
export class CurrentSettingsAtStream extends CurrentSettings {
  constructor(private readonly municipalities: MunicipalityStreams) {
    super();
  }

  async of(tenant: string): Promise<Settings | undefined> {
    const { state, isHandedOver } = await this.municipalities.current(tenant, tenant);
    return isHandedOver || state.status === 'not-registered' ? undefined : state.settings;
  }
}
