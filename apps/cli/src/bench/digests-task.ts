import { MunicipalityNumber } from '#platform/kernel';

export const DIGESTS_TENANT = MunicipalityNumber.parse('9904');

/** A filled and migrated database, and what is to be sent from it. */
export interface DigestsTask {
  /** Connection string of the database's owner. */
  readonly url: string;
  readonly receivers: number;
  /** Port of the mail server, which is on this machine. */
  readonly port: number;
}

/** Seconds of the processor are those of this process alone; memory is resident memory. */
export type DigestsRow = {
  readonly receivers: number;
  readonly seconds: number;
  readonly peakRssMb: number;
  readonly floorSeconds: number;
  readonly roundSeconds: number;
  readonly ratio: number;
  readonly durableFloorSeconds: number;
  readonly durableRatio: number;
  readonly cpuSeconds: number;
  readonly floorCpuSeconds: number;
  readonly idleRssMb: number;
};

export type FromDigestsProcess = { readonly progress: string } | { readonly row: DigestsRow };
