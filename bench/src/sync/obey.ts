import { Order, Report } from './scene';

/** Does what the process that started this one says, one order after the other. */
export function obey(execute: (order: Order) => Promise<Report>): void {
  let last: Promise<unknown> = Promise.resolve();
  process.on('message', (order: Order) => {
    last = last
      .then(() => execute(order))
      .then(report => process.send?.(report))
      .catch(error => {
        process.stderr.write(`${error.stack}\n`);
        process.exit(1);
      });
  });
  process.on('disconnect', () => process.exit(0));
}
