import { resolveObjective } from '@holdfast/plugin-holdfast-common';
import { cloudNativePgEngine } from '../engines/cloudnative-pg/cloudNativePgEngine';
import { Engine } from './Engine';
import { Engines } from './Engines';
import { judgeDeclared } from './judgeDeclared';

const cluster = (name: string, spec: object, more: object = {}) => ({
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'Cluster',
  metadata: { name, namespace: 'shop' },
  spec: { ...spec },
  ...more,
});
const options = {
  engines: Engines.create([cloudNativePgEngine]),
  cluster: 'eu',
  objectiveOf: () => resolveObjective({}),
  now: new Date('2026-11-29T12:00:00Z'),
};

describe('judgeDeclared', () => {
  it('predicts nothing good of a database without backups', () => {
    const [{ predicted }] = judgeDeclared({
      ...options,
      objects: [cluster('orders', { instances: 1, storage: { size: '1Gi' } })],
    });
    expect(predicted.verdict).toBe('unprotected');
  });

  it('judges what has a status by its arrangement all the same', () => {
    const [{ predicted }] = judgeDeclared({
      ...options,
      objects: [
        cluster(
          'orders',
          { instances: 1, storage: { size: '1Gi' } },
          { status: { phase: 'Cluster in healthy state' } },
        ),
      ],
    });
    expect(predicted.verdict).toBe('unprotected');
  });

  it('predicts nothing of what its engine cannot describe', () => {
    const broken: Engine = {
      ...cloudNativePgEngine,
      assemble() {
        throw new TypeError('no');
      },
    };
    const [{ predicted, findings }] = judgeDeclared({
      ...options,
      engines: Engines.create([broken]),
      objects: [cluster('orders', { instances: 1 })],
    });
    expect(predicted.verdict).toBe('unknown');
    expect(findings[0].ceiling).toBe('unknown');
  });
});
