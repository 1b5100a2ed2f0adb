import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readFile } from 'node:fs/promises';
import {
  AcknowledgedWrite,
  longestPause,
  lostSpan,
  parseWrites,
  Pause,
} from './acknowledgedWrites';
import { Kubectl } from './Kubectl';
import { waitUntil } from './waitUntil';

/** What a writer had been told, and what was there in the end. */
export interface WriterReport {
  acknowledged: number;
  /** Acknowledged and not there. */
  lost: number;
  /** The time that the lost ones took, in seconds. */
  lostSpan: number;
  pause: Pause;
}

const NAME = 'proof-writer';

/**
 * A client of the database in a pod of its own that counts acknowledged writes; it knows nothing of the scripts of the repository, so that
 * what they say can be held against it.
 */
export class Writer {
  readonly #kubectl: Kubectl;
  readonly #namespace: string;

  static async start(options: {
    kubectl: Kubectl;
    namespace: string;
    database: string;
    image: string;
  }): Promise<Writer> {
    const { kubectl, namespace, database, image } = options;
    const script = await readFile(
      resolvePackagePath('@holdfast/conformance', 'src/proof/writer.sh'),
      'utf8',
    );
    const fromSecret = (key: string) => ({
      valueFrom: { secretKeyRef: { name: `${database}-app`, key } },
    });
    await kubectl.run(['create', '--filename=-'], {
      namespace,
      input: JSON.stringify({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: NAME },
        spec: {
          restartPolicy: 'Never',
          terminationGracePeriodSeconds: 0,
          // What the namespace enforces (Pod Security Standards, restricted).
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 26,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: [
            {
              name: 'writer',
              image,
              command: ['bash', '-c', script],
              env: [
                { name: 'PGHOST', value: `${database}-rw` },
                { name: 'PGUSER', ...fromSecret('username') },
                { name: 'PGPASSWORD', ...fromSecret('password') },
                { name: 'PGDATABASE', ...fromSecret('dbname') },
              ],
              securityContext: {
                allowPrivilegeEscalation: false,
                capabilities: { drop: ['ALL'] },
              },
            },
          ],
        },
      }),
    });
    const writer = new Writer(kubectl, namespace);
    await waitUntil({
      what: 'the first acknowledged writes',
      seconds: 90,
      ask: async () => (await writer.#acknowledged()).length > 20,
    });
    return writer;
  }

  private constructor(kubectl: Kubectl, namespace: string) {
    this.#kubectl = kubectl;
    this.#namespace = namespace;
  }

  /** Waits for writes after a moment: the database is in use again. */
  async untilWritesAfter(moment: Date, seconds: number): Promise<void> {
    await waitUntil({
      what: 'writes that go on',
      seconds,
      ask: async () =>
        ((await this.#acknowledged()).at(-1)?.at ?? moment) > moment,
    });
  }

  /** Ends the writer, and looks in the database for what was acknowledged to it. */
  async end(
    numbersThere: () => Promise<ReadonlySet<number>>,
  ): Promise<WriterReport> {
    const acknowledged = await this.#acknowledged();
    await this.#kubectl.run(['delete', 'pod', NAME, '--grace-period=1'], {
      namespace: this.#namespace,
    });
    const there = await numbersThere();
    return {
      acknowledged: acknowledged.length,
      lost: acknowledged.filter(({ number }) => !there.has(number)).length,
      lostSpan: lostSpan(acknowledged, there),
      pause: longestPause(acknowledged),
    };
  }

  async #acknowledged(): Promise<AcknowledgedWrite[]> {
    const log = await this.#kubectl.run(['logs', NAME], {
      namespace: this.#namespace,
    });
    return parseWrites(log);
  }
}
