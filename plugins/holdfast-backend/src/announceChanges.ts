import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { CHANGES_TOPIC } from '@holdfast/plugin-holdfast-common';
import { Inventory } from './inventory/Inventory';

/**
 * Publishes an event whenever this process has numbered changes of databases, so that whoever follows them need not wait for their next
 * look. Returns what ends it.
 */
export function announceChanges(options: {
  inventory: Pick<Inventory, 'subscribe' | 'newestSeq'>;
  events: EventsService;
  logger: LoggerService;
}): () => void {
  const { inventory, events, logger } = options;
  const announce = async () => {
    try {
      await events.publish({
        topic: CHANGES_TOPIC,
        eventPayload: { seq: await inventory.newestSeq() },
      });
    } catch (error) {
      logger.warn('Changes could not be announced', toError(error));
    }
  };
  return inventory.subscribe('verdict', announce);
}
