import { resourceTypes } from '../../kubernetes';
import { timestamp } from '../../postgresql/names';
import { TypedObject } from '../SimulatedWorkload';
import { orderSpec } from './order';
import { VeleroOrder } from './VeleroWorkload';

/** A Schedule. Fields as in `site/content/docs/main/api-types/schedule.md` of vmware-tanzu/velero 1.18. */
export function scheduleObject(order: VeleroOrder, last?: Date): TypedObject {
  const { site, traits } = order;
  const { name, rhythm, pausedDaysAgo } = traits;
  return site.object(resourceTypes.veleroSchedules, {
    name,
    body: {
      spec: {
        schedule: rhythm.expression,
        paused: pausedDaysAgo !== undefined,
        skipImmediately: false,
        useOwnerReferencesInBackup: false,
        template: orderSpec(order),
      },
      status: {
        phase: 'Enabled',
        ...(last && { lastBackup: timestamp(last) }),
      },
    },
  });
}
