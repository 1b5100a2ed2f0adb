import { existsSync } from 'node:fs';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import {
  ANNOTATION_KUBERNETES_AUTH_PROVIDER,
  ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE,
  ANNOTATION_KUBERNETES_AWS_EXTERNAL_ID,
} from '@backstage/plugin-kubernetes-common';
import {
  AuthMetadata,
  ClusterDetails,
} from '@backstage/plugin-kubernetes-node';
import { z } from 'zod';
import { ClusterEntry } from './ClusterEntry';
import { fixedStrategyOf } from './fixedStrategyOf';
import { AUTH_PROVIDERS, loadAuthStrategy } from './loadAuthStrategy';
import { StrategyCredentials } from './StrategyCredentials';
import { UndiciConnection } from './UndiciConnection';

const FIELD = 'kubernetes.clusterLocatorMethods';

/** What `kubectl proxy` listens on, and what the Kubernetes plugin calls it. */
const LOCAL_PROXY = { name: 'local', url: 'http://localhost:8001' };

const POD_CA_FILE = '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt';

const methodSchema = z.object({
  type: z.string(),
  clusters: z.array(z.unknown()).optional(),
});

const clusterSchema = z.object({
  name: z.string().min(1),
  url: z.url({
    protocol: /^https?$/,
    error: 'has to be a URL of http or https',
  }),
  authProvider: z.string().optional(),
  authMetadata: z.record(z.string(), z.string()).optional(),
  serviceAccountToken: z.string().optional(),
  assumeRole: z.string().optional(),
  externalId: z.string().optional(),
  caData: z.string().optional(),
  caFile: z.string().optional(),
  skipTLSVerify: z.boolean().optional(),
});

/**
 * The clusters that the Kubernetes plugin is configured with, as far as they are named in the configuration.
 */
export function readKubernetesClusters(options: {
  config: Config;
  logger: LoggerService;
}): ClusterEntry[] {
  const { config, logger } = options;
  const methods = config.getOptional(FIELD) ?? [];
  if (!Array.isArray(methods)) {
    return [problemOf(FIELD, FIELD, 'has to be a list')];
  }
  return methods.flatMap((method: unknown, index): ClusterEntry[] => {
    const field = `${FIELD}[${index}]`;
    const parsed = methodSchema.safeParse(method);
    if (!parsed.success) {
      return [problemOf(field, ...firstIssue(field, parsed.error))];
    }
    const { type, clusters = [] } = parsed.data;
    switch (type) {
      case 'config':
        return clusters.map((cluster, i) =>
          readCluster({
            ...options,
            cluster,
            field: `${field}.clusters[${i}]`,
          }),
        );
      case 'localKubectlProxy':
        return [
          readCluster({
            ...options,
            cluster: { ...LOCAL_PROXY, authProvider: type },
            field,
          }),
        ];
      default:
        logger.warn(
          `Clusters by ${field} of type '${type}' are not followed: Holdfast reads those of type 'config' and 'localKubectlProxy', and those of holdfast.kubeconfig`,
        );
        return [];
    }
  });
}

function readCluster(options: {
  config: Config;
  logger: LoggerService;
  cluster: unknown;
  field: string;
}): ClusterEntry {
  const { config, logger, field } = options;
  const parsed = clusterSchema.safeParse(options.cluster);
  if (!parsed.success) {
    return problemOf(
      nameOf(options.cluster) ?? field,
      ...firstIssue(field, parsed.error),
    );
  }
  const cluster = parsed.data;
  const { name, url, caData, caFile, skipTLSVerify } = cluster;
  const named =
    cluster.authMetadata?.[ANNOTATION_KUBERNETES_AUTH_PROVIDER] ??
    cluster.authProvider;
  const provider = AUTH_PROVIDERS.find(each => each === named);
  if (!provider) {
    return problemOf(
      name,
      `${field}.authProvider`,
      `is '${
        named ?? ''
      }' and has to be one that works without a user: ${AUTH_PROVIDERS.join(
        ', ',
      )}`,
    );
  }
  if (caFile && !existsSync(caFile)) {
    return problemOf(name, `${field}.caFile`, `there is no file '${caFile}'`);
  }

  const usesPodAccount =
    provider === 'serviceAccount' && !cluster.serviceAccountToken;
  const details: ClusterDetails = {
    name,
    url,
    skipTLSVerify,
    caData,
    caFile:
      caFile ??
      (usesPodAccount && existsSync(POD_CA_FILE) ? POD_CA_FILE : undefined),
    authMetadata: authMetadataOf(cluster),
  };
  return {
    name,
    connection: UndiciConnection.create({
      name,
      url,
      credentials: StrategyCredentials.create({
        cluster: details,
        loadStrategy: async () =>
          fixedStrategyOf(provider, cluster.serviceAccountToken) ??
          (await loadAuthStrategy({ provider, config, logger })),
      }),
    }),
  };
}

/** What the Kubernetes plugin's strategies look for, and where. */
function authMetadataOf(cluster: z.infer<typeof clusterSchema>): AuthMetadata {
  const { serviceAccountToken, assumeRole, externalId } = cluster;
  return {
    ...(serviceAccountToken && { serviceAccountToken }),
    ...(assumeRole && { [ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE]: assumeRole }),
    ...(externalId && { [ANNOTATION_KUBERNETES_AWS_EXTERNAL_ID]: externalId }),
    ...cluster.authMetadata,
  };
}

function problemOf(name: string, field: string, message: string): ClusterEntry {
  return { name, problem: { field, message } };
}

function firstIssue(field: string, error: z.ZodError): [string, string] {
  const [issue] = error.issues;
  return [[field, ...issue.path.map(String)].join('.'), issue.message];
}

function nameOf(cluster: unknown): string | undefined {
  return clusterSchema.pick({ name: true }).safeParse(cluster).data?.name;
}
