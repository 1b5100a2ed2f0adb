import { TemplateParameterSchema } from '@backstage/plugin-scaffolder-react';

const field = (input: string, name: string) => ({
  'ui:field': name,
  'ui:options': { input, hideError: true },
});

/** A form that has all of our fields, with the words and names of the template `postgresql`. */
export const formManifest: TemplateParameterSchema = {
  title: 'PostgreSQL database',
  steps: [
    {
      title: 'About',
      schema: {
        required: ['name'],
        properties: {
          name: {
            title: 'Name',
            description: 'Names the database, its Services and its Secrets.',
            type: 'string',
            ...field('name', 'HoldfastText'),
          },
          instances: {
            title: 'Instances',
            description: 'One primary, the others its replicas.',
            type: 'integer',
            ...field('instances', 'HoldfastText'),
          },
          dataSize: {
            title: 'Data volume',
            description: 'Per instance. Volumes grow, they never shrink.',
            type: 'string',
            ...field('dataSize', 'HoldfastStorage'),
          },
          storageClass: {
            title: 'Storage class',
            type: 'string',
            ...field('storageClass', 'HoldfastStorageClass'),
          },
        },
      },
    },
    {
      title: 'Durability',
      schema: {
        required: ['tier'],
        properties: {
          tier: {
            title: 'Tier',
            type: 'string',
            enum: ['gold', 'silver', 'bronze'],
            default: 'silver',
            ...field('tier', 'HoldfastObjective'),
          },
          backupSchedule: {
            title: 'Base backups',
            description: 'Six fields, seconds first.',
            type: 'string',
            default: '0 0 2 * * *',
            ...field('backupSchedule', 'HoldfastSchedule'),
          },
        },
      },
    },
    {
      title: 'Where',
      schema: {
        required: ['cluster'],
        properties: {
          cluster: {
            title: 'Kubernetes cluster',
            type: 'string',
            ...field('cluster', 'HoldfastCluster'),
          },
          namespace: {
            title: 'Namespace',
            type: 'string',
            ...field('namespace', 'HoldfastNamespace'),
          },
          repoUrl: {
            title: 'Repository',
            type: 'string',
            ...field('repoUrl', 'HoldfastRepository'),
          },
        },
      },
    },
    {
      title: 'Preview',
      schema: {
        properties: {
          preview: {
            title: 'Preview',
            type: 'object',
            ...field('preview', 'HoldfastPreview'),
          },
        },
      },
    },
  ],
};
