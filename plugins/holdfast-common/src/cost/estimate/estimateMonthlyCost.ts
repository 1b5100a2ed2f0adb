import { Decimal } from '../money/Decimal';
import { isMissing } from '../price-book/PriceBook';
import { hoursPerMonth } from '../price-book/PriceUnit';
import { Pricing, PricingContext, totalOf } from '../pricing/CostLine';
import { priceBackupStore, writtenPerMonth } from '../pricing/priceBackupStore';
import { priceCompute } from '../pricing/priceCompute';
import { priceSnapshots } from '../pricing/priceSnapshots';
import { priceTransfer } from '../pricing/priceTransfer';
import { priceVolumes } from '../pricing/priceVolumes';
import { storedBackups } from '../pricing/storedBackups';
import { resolveVolumeClass } from '../volume-class/resolveVolumeClass';
import { VolumeClass } from '../volume-class/VolumeClass';
import { Assumptions } from './assumptions';
import { checkArrangement } from './checkArrangement';
import { CostEstimate, EstimatedPart } from './CostEstimate';
import {
  ArrangedBackups,
  ArrangedVolume,
  DatabaseArrangement,
} from './DatabaseArrangement';
import { EstimatedWorkload } from './EstimatedWorkload';

/** The price of one part. Stated: its quantities are what was asked for; else they rest on assumptions. */
interface PricedPart {
  object: EstimatedPart;
  pricing: Pricing;
  stated?: boolean;
}

/** What each function here looks at. */
interface Draft {
  context: PricingContext;
  arrangement: DatabaseArrangement;
  workload: EstimatedWorkload;
}

/**
 * Prices a database before it exists, by part and component, in months of 730 h.
 *
 * @remarks
 * What has no price is listed as unpriced, with the reason, and is not in the total. What the arrangement does not say, such as how fast
 * the database changes, is assumed: the answer lists the assumptions and marks the lines that rest on them.
 *
 * @throws InputError that names what in the arrangement makes no sense
 * @public
 */
export function estimateMonthlyCost(
  context: PricingContext,
  arrangement: DatabaseArrangement,
): CostEstimate {
  checkArrangement(arrangement);
  const assumptions = Assumptions.read(arrangement.assumptions);
  const workload = new EstimatedWorkload(arrangement, assumptions);
  const draft: Draft = { context, arrangement, workload };

  const parts = [
    ...priceInstances(draft),
    ...priceReplication(draft),
    ...priceBackups(draft),
    ...priceSecondRegion(draft),
  ];
  const lines = linesOf(parts);
  const unpriced = parts.flatMap(({ object, pricing }) =>
    pricing.unpriced.map(item => ({ object, ...item })),
  );
  return {
    basis: 'estimate',
    currency: context.book.currency,
    hoursPerMonth: Number(hoursPerMonth.toString()),
    total: totalOf(lines),
    complete: unpriced.length === 0,
    lines,
    unpriced,
    once: linesOf(priceFirstCopy(draft)),
    assumptions: assumptions.used(),
  };
}

function linesOf(parts: PricedPart[]): CostEstimate['lines'] {
  return parts.flatMap(({ object, pricing, stated = false }) =>
    pricing.lines.map(line => ({ object, ...line, estimated: !stated })),
  );
}

function priceInstances(draft: Draft): PricedPart[] {
  const { arrangement } = draft;
  const { region, instances, dataVolume, walVolume, storageClass } =
    arrangement;
  const volumes = (object: EstimatedPart, volume: ArrangedVolume) =>
    priceVolumesOf(draft, {
      object,
      volume,
      storageClass: volume.storageClass ?? storageClass,
      region,
      count: instances,
    });
  return [
    priceComputeOf(draft, 'instances', region, instances),
    volumes('data-volumes', dataVolume),
    ...(walVolume ? [volumes('wal-volumes', walVolume)] : []),
  ];
}

/** WAL that the primary sends to its replicas, which are spread over zones. */
function priceReplication(draft: Draft): PricedPart[] {
  const { context, arrangement, workload } = draft;
  const { provider, region, instances } = arrangement;
  if (instances < 2) return [];
  const gibibytes = workload.walGiBPerMonth.times(
    Decimal.ofInteger(instances - 1),
  );
  const pricing = priceTransfer(context, { provider, region, gibibytes });
  return [{ object: 'replication', pricing }];
}

function priceBackups(draft: Draft): PricedPart[] {
  const { context, arrangement, workload } = draft;
  const { backups, snapshots, storageClass, region } = arrangement;
  const parts: PricedPart[] = [];
  if (backups) {
    parts.push({ object: 'backup-store', pricing: priceStore(draft, backups) });
  }
  if (snapshots) {
    const pricing = priceSnapshots(context, {
      class: {
        ...(arrangement.dataVolume.storageClass ?? storageClass),
        region,
      },
      usedBytes: workload.databaseBytes,
      dailyChange: workload.dailyChange,
      ...snapshots,
    });
    parts.push({ object: 'volume-snapshots', pricing });
  }
  return parts;
}

function priceSecondRegion(draft: Draft): PricedPart[] {
  const { arrangement } = draft;
  const { secondRegion, backups } = arrangement;
  if (!secondRegion) return [];
  const { region, copy, instances: count = 0 } = secondRegion;
  const parts: PricedPart[] = [];
  if (copy && backups) {
    const written = writtenPerMonth(draft.workload.planOf(backups));
    const stored = { ...backups, region, tiers: copy.tiers };
    parts.push(priceToSecondRegion(draft, 'second-region-copy', written), {
      object: 'second-region-copy',
      pricing: priceStore(draft, stored),
    });
  }
  if (count === 0) return parts;

  const volumes = (object: EstimatedPart, volume: ArrangedVolume) =>
    priceVolumesOf(draft, {
      object,
      volume,
      storageClass:
        secondRegion.storageClass ??
        volume.storageClass ??
        arrangement.storageClass,
      region,
      count,
    });
  parts.push(
    priceComputeOf(draft, 'second-region-instances', region, count),
    volumes('second-region-data-volumes', arrangement.dataVolume),
  );
  if (arrangement.walVolume) {
    parts.push(volumes('second-region-wal-volumes', arrangement.walVolume));
  }
  // With a copy of the store beside it, a replica cluster reads its WAL there.
  if (!copy) {
    const sent = draft.workload.walGiBPerMonth;
    parts.push(priceToSecondRegion(draft, 'second-region-replication', sent));
  }
  return parts;
}

/** The first copy sends all that is stored. */
function priceFirstCopy(draft: Draft): PricedPart[] {
  const { backups, secondRegion } = draft.arrangement;
  if (!backups || !secondRegion?.copy) return [];
  const stored = storedBackups(draft.workload.planOf(backups));
  const whole = stored.fullGiB
    .times(Decimal.ofInteger(stored.fulls))
    .plus(stored.incrementalGiB)
    .plus(stored.walGiB);
  return [priceToSecondRegion(draft, 'second-region-copy', whole)];
}

function priceComputeOf(
  { context, arrangement }: Draft,
  object: EstimatedPart,
  region: string | undefined,
  count: number,
): PricedPart {
  const { provider, machineFamily, cpuCores, memoryBytes } = arrangement;
  const pricing = priceCompute(context, {
    provider,
    region,
    family: machineFamily,
    cpuCores,
    memoryBytes,
    count,
  });
  return { object, pricing, stated: true };
}

function priceVolumesOf(
  { context, workload }: Draft,
  options: {
    object: EstimatedPart;
    volume: ArrangedVolume;
    storageClass: Omit<VolumeClass, 'region'>;
    region: string | undefined;
    count: number;
  },
): PricedPart {
  const { object, volume, storageClass, region, count } = options;
  const volumeClass = { ...storageClass, region };
  const resolved = resolveVolumeClass(context.book, volumeClass);
  const byUse = !isMissing(resolved) && resolved.product.billedOn === 'use';
  const isData = !object.includes('wal');
  const pricing = priceVolumes(context, {
    class: volumeClass,
    capacityBytes: volume.sizeBytes,
    usedBytes: byUse && isData ? workload.databaseBytes : undefined,
    iops: volume.iops,
    throughputMiBps: volume.throughputMiBps,
    count,
  });
  return { object, pricing, stated: !byUse };
}

function priceStore(
  { context, arrangement, workload }: Draft,
  backups: ArrangedBackups,
): Pricing {
  return priceBackupStore(context, {
    provider: backups.provider ?? arrangement.provider,
    region: backups.region ?? arrangement.region,
    tiers: backups.tiers,
    plan: workload.planOf(backups),
    restoresPerMonth: workload.restoresPerMonth,
  });
}

function priceToSecondRegion(
  { context, arrangement }: Draft,
  object: EstimatedPart,
  gibibytes: Decimal,
): PricedPart {
  const { provider, region, backups, secondRegion } = arrangement;
  const fromStore = object === 'second-region-copy';
  const pricing = priceTransfer(context, {
    provider: (fromStore ? backups?.provider : undefined) ?? provider,
    region: (fromStore ? backups?.region : undefined) ?? region,
    toRegion: secondRegion?.region,
    gibibytes,
  });
  return { object, pricing };
}
