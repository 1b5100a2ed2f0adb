import { InputError } from '@backstage/errors';
import { invalidValue } from '../../quantity/invalidValue';
import { Decimal } from '../money/Decimal';
import { DatabaseArrangement } from './DatabaseArrangement';

/** @throws InputError that names what in the arrangement makes no sense */
export function checkArrangement(arrangement: DatabaseArrangement): void {
  const { dataVolume, walVolume, backups, snapshots, secondRegion } =
    arrangement;
  refuseFraction('instances', arrangement.instances, 1);
  refuseFraction('secondRegion.instances', secondRegion?.instances, 0);
  if (arrangement.cpuCores !== undefined) {
    const cores = Decimal.parse(arrangement.cpuCores, { field: 'cpuCores' });
    refuseNothing('cpuCores', Number(cores.toString()));
  }
  refuseNothing('memoryBytes', arrangement.memoryBytes);
  refuseNothing('dataVolume.sizeBytes', dataVolume.sizeBytes);
  refuseNothing('walVolume.sizeBytes', walVolume?.sizeBytes);
  refuseNothing('backups.retentionSeconds', backups?.retentionSeconds);
  refuseNothing('backups.intervalSeconds', backups?.intervalSeconds);
  refuseNothing('snapshots.retentionSeconds', snapshots?.retentionSeconds);
  refuseNothing('snapshots.intervalSeconds', snapshots?.intervalSeconds);

  if (secondRegion && secondRegion.region === arrangement.region) {
    throw invalidValue(secondRegion.region, {
      field: 'secondRegion.region',
      expected: 'is the region of the database itself: write another one',
    });
  }
  if (secondRegion?.copy && !backups) {
    throw new InputError(
      'secondRegion.copy: there are no backups to copy: write backups as well',
    );
  }
}

function refuseNothing(field: string, value: number | undefined): void {
  if (value === undefined || (Number.isFinite(value) && value > 0)) return;
  throw invalidValue(value, { field, expected: 'is not a number above zero' });
}

function refuseFraction(
  field: string,
  value: number | undefined,
  least: number,
): void {
  if (value === undefined) return;
  if (Number.isSafeInteger(value) && value >= least) return;
  throw invalidValue(value, {
    field,
    expected: `is not a whole number of at least ${least}`,
  });
}
