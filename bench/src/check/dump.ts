import { DemoFleet, resourceTypes } from '@holdfast/demo';
import { KubernetesObject } from '@holdfast/plugin-holdfast-node';

/**
 * As many objects as asked for: the demo fleet over and over, each time in namespaces of its own, as `kubectl get -o json` writes them.
 */
export function dumpObjects(options: {
  now: Date;
  count: number;
}): KubernetesObject[] {
  const { now, count } = options;
  const demo = DemoFleet.create({ token: 'reader', now: () => now });
  demo.tick();
  const objects = [...demo.clusters].flatMap(([cluster, { objects: stored }]) =>
    Object.values(resourceTypes).flatMap(({ group, version, kind, ...type }) =>
      stored
        .list({ group, version, kind, ...type })
        .map((object): KubernetesObject => {
          const { metadata, ...rest } = JSON.parse(JSON.stringify(object));
          return {
            apiVersion: group ? `${group}/${version}` : version,
            kind,
            metadata: {
              ...metadata,
              [metadata.namespace ? 'namespace' : 'name']: `${
                metadata.namespace ?? metadata.name
              }-${cluster}`,
            },
            ...rest,
          };
        }),
    ),
  );
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / objects.length);
    const object = objects[index % objects.length];
    const { namespace, name } = object.metadata;
    return {
      ...object,
      metadata: {
        ...object.metadata,
        ...(namespace === undefined
          ? { name: `${name}-${round}` }
          : { namespace: `${namespace}-${round}` }),
      },
    };
  });
}
