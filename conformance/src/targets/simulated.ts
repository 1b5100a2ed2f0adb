import { resourceTypes, SimulatedCluster } from '@holdfast/demo';
import { setTimeout as delay } from 'node:timers/promises';
import { collectionPath } from '../ApiClient';
import { ApiTarget, clientOf } from './ApiTarget';

/** The simulated API server as a target, over HTTPS as the real one. The tests may reach for its faults too. */
export class SimulatedTarget implements ApiTarget {
  readonly tokens = { admin: 'admin-token', reader: 'reader-token' };
  readonly cluster = SimulatedCluster.create({
    name: 'simulated',
    tls: true,
    accounts: [
      { token: this.tokens.admin, user: 'admin', access: 'write' },
      { token: this.tokens.reader, user: 'reader', access: 'read' },
    ],
  });
  #startedBefore = false;

  get url(): string {
    return this.cluster.url;
  }

  get certificateAuthority(): string | undefined {
    return this.cluster.certificateAuthority;
  }

  async start(): Promise<void> {
    await this.launch();
    const client = clientOf(this);
    const clusters = collectionPath(resourceTypes.clusters);
    while ((await client.request('GET', clusters)).code !== 200) {
      await delay(20);
    }
    await client.close();
  }

  async launch(): Promise<void> {
    if (this.#startedBefore) {
      await this.cluster.restart();
    } else {
      await this.cluster.start();
      this.#startedBefore = true;
    }
  }

  async stop(): Promise<void> {
    await this.cluster.stop();
  }

  async kill(): Promise<void> {
    await this.cluster.kill();
  }

  async expireHistory(): Promise<void> {
    this.cluster.objects.compact();
  }

  async dispose(): Promise<void> {
    await this.cluster.kill();
  }
}
