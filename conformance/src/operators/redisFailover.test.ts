import { join } from 'node:path';
import {
  ControlPlaneAssets,
  findControlPlaneAssets,
} from '../controlPlane/assets';
import { Daemon } from '../controlPlane/Daemon';
import { freePorts } from '../controlPlane/freePorts';
import { waitUntil } from '../proof/waitUntil';
import { findOperators } from './findOperators';
import { judgeCluster } from './judgeCluster';
import { OperatorCluster } from './OperatorCluster';
import { runFirstPod } from './statefulSetController';

jest.setTimeout(120_000);

const namespace = 'shop';
const assets = findControlPlaneAssets();
const operators = findOperators('redisOperatorSpotahome');
if (typeof assets === 'string') skip(assets);
else if (typeof operators === 'string') skip(operators);
else suite(assets, operators);

function skip(missing: string) {
  process.stderr.write(
    `Skipped "redis-operator of Spotahome beside kube-apiserver": ${missing}\n`,
  );
  it.todo(`redis-operator of Spotahome beside kube-apiserver [${missing}]`);
}

/*
 * The operator is the real one, 1.2.4. No Redis runs, so that it never labels pods with their roles; the test is the StatefulSet controller and the
 * kubelet.
 */
function suite(
  found: ControlPlaneAssets,
  {
    redisOperatorSpotahome: { manager, definitions },
  }: Exclude<typeof operators, string>,
) {
  describe('redis-operator of Spotahome beside kube-apiserver', () => {
    let cluster: OperatorCluster;
    let operator: Daemon;

    beforeAll(async () => {
      cluster = await OperatorCluster.start({
        assets: found,
        definitions: [definitions],
      });
      const [port] = await freePorts(1);
      operator = new Daemon({
        command: manager,
        flags: {
          development: 'true',
          kubeconfig: cluster.kubeconfig,
          'listen-address': `127.0.0.1:${port}`,
        },
        environment: { POD_NAMESPACE: 'default' },
        folder: cluster.folder,
        logFile: join(cluster.folder, 'redis-operator.log'),
      });
      operator.start();
      await cluster.create(
        { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
        {
          apiVersion: 'databases.spotahome.com/v1',
          kind: 'RedisFailover',
          metadata: { name: 'cache', namespace },
          spec: {
            sentinel: { replicas: 3 },
            redis: {
              replicas: 3,
              storage: {
                persistentVolumeClaim: {
                  metadata: { name: 'cache-data' },
                  spec: {
                    accessModes: ['ReadWriteOnce'],
                    resources: { requests: { storage: '1Gi' } },
                  },
                },
              },
            },
          },
        },
      );
    });

    afterAll(async () => {
      await operator?.end('SIGKILL');
      await cluster?.dispose();
    });

    it('makes a StatefulSet whose pods and claims are recognised', async () => {
      const statefulSet = await waitUntil({
        what: 'StatefulSet rfr-cache',
        seconds: 60,
        everyMilliseconds: 100,
        ask: () =>
          cluster.find({
            apiVersion: 'apps/v1',
            kind: 'StatefulSet',
            name: 'rfr-cache',
            namespace,
          }),
      }).catch(error => {
        throw new Error(`${error}\n${operator.logTail()}`);
      });
      expect(statefulSet.metadata.ownerReferences).toMatchObject([
        { kind: 'RedisFailover', name: 'cache' },
      ]);
      expect(statefulSet.spec).toMatchObject({
        selector: {
          matchLabels: {
            'app.kubernetes.io/component': 'redis',
            'app.kubernetes.io/name': 'cache',
            'app.kubernetes.io/part-of': 'redis-failover',
          },
        },
        volumeClaimTemplates: [{ metadata: { name: 'cache-data' } }],
      });
      await runFirstPod(cluster, statefulSet);

      const { database } = await judgeCluster(cluster, {
        namespace,
        name: 'cache',
      });
      expect(database).toMatchObject({
        engine: 'redis',
        volumes: [{ claim: { namespace, name: 'cache-data-rfr-cache-0' } }],
      });
      expect(database.instances).toContainEqual(
        expect.objectContaining({
          name: 'rfr-cache-0',
          ready: expect.objectContaining({ value: true }),
        }),
      );
    });
  });
}
