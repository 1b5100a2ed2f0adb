import { Decimal } from '../money/Decimal';

/** The month of a run rate, in hours: what OpenCost, Infracost and the calculator of Azure count with. */
export const hoursPerMonth = Decimal.ofInteger(730);

/** 730 h in days: 30.41666... */
export const daysPerMonth = hoursPerMonth.dividedBy(Decimal.ofInteger(24));

/**
 * What a price is per, as its price page says it. Where providers write GB they bill GiB.
 *
 * @public
 */
export type PriceUnit =
  | 'GiB-month'
  | 'GiB-hour'
  | 'GiB'
  | 'IOPS-month'
  | 'IOPS-hour'
  | 'MiBps-month'
  | 'MiBps-hour'
  | 'disk-month'
  | 'vCPU-hour'
  | 'vCPU-month'
  | '1k requests'
  | '10k requests'
  | '1M requests'
  | '1k objects-month';

/** How many of the unit one GiB, IOPS, request ... is in a month. */
const perMonth: Record<PriceUnit, Decimal> = {
  'GiB-month': Decimal.one,
  'GiB-hour': hoursPerMonth,
  GiB: Decimal.one,
  'IOPS-month': Decimal.one,
  'IOPS-hour': hoursPerMonth,
  'MiBps-month': Decimal.one,
  'MiBps-hour': hoursPerMonth,
  // Disks of fixed sizes: the size in GiB finds the disk.
  'disk-month': Decimal.one,
  'vCPU-hour': hoursPerMonth,
  'vCPU-month': Decimal.one,
  '1k requests': Decimal.parse('0.001'),
  '10k requests': Decimal.parse('0.0001'),
  '1M requests': Decimal.parse('0.000001'),
  '1k objects-month': Decimal.parse('0.001'),
};

/** How many of the unit one GiB, IOPS, request ... is in a month. */
export function unitsPerMonth(unit: PriceUnit): Decimal {
  return perMonth[unit];
}

/**
 * What a price is for.
 *
 * @public
 */
export type Meter =
  | 'capacity'
  | 'iops'
  | 'throughput'
  | 'operations'
  | 'snapshot'
  | 'storage'
  | 'monitoring'
  | 'write-requests'
  | 'read-requests'
  | 'transition-requests'
  | 'retrieval'
  | 'vcpu'
  | 'memory'
  | 'region-transfer'
  | 'zone-transfer';

/** The units in which a meter can be priced; with another one, a price would be multiplied with the wrong thing. */
export const unitsOfMeter: Record<Meter, readonly PriceUnit[]> = {
  capacity: ['GiB-month', 'GiB-hour', 'disk-month'],
  iops: ['IOPS-month', 'IOPS-hour'],
  throughput: ['MiBps-month', 'MiBps-hour'],
  operations: ['10k requests', '1M requests'],
  snapshot: ['GiB-month', 'GiB-hour'],
  storage: ['GiB-month', 'GiB-hour'],
  monitoring: ['1k objects-month'],
  'write-requests': ['1k requests', '10k requests', '1M requests'],
  'read-requests': ['1k requests', '10k requests', '1M requests'],
  'transition-requests': ['1k requests', '10k requests', '1M requests'],
  retrieval: ['GiB'],
  vcpu: ['vCPU-hour', 'vCPU-month'],
  memory: ['GiB-hour', 'GiB-month'],
  'region-transfer': ['GiB'],
  'zone-transfer': ['GiB'],
};

/** What a meter counts, for the sentences that say that something has no price. */
export const meterWords: Record<Meter, string> = {
  capacity: 'capacity',
  iops: 'IOPS',
  throughput: 'throughput',
  operations: 'operations',
  snapshot: 'snapshots',
  storage: 'storage',
  monitoring: 'monitoring of objects',
  'write-requests': 'write requests',
  'read-requests': 'read requests',
  'transition-requests': 'moving objects into the tier',
  retrieval: 'retrieval',
  vcpu: 'CPU',
  memory: 'memory',
  'region-transfer': 'transfer to another region',
  'zone-transfer': 'transfer between zones',
};

export const meters = Object.keys(unitsOfMeter);

export function isMeter(text: string): text is Meter {
  return Object.hasOwn(unitsOfMeter, text);
}
