import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const checkExamples: TemplateExample[] = [
  {
    description:
      'End the run when the database that was rendered would miss its objective',
    example: stringify({
      steps: [
        {
          id: 'check',
          name: 'Check what was rendered',
          action: 'holdfast:check',
          input: {
            path: 'overlays/${{ parameters.cluster }}',
            cluster: '${{ parameters.cluster }}',
          },
        },
      ],
    }),
  },
  {
    description:
      'Hold all manifests of the workspace to an objective of their own',
    example: stringify({
      steps: [
        {
          id: 'check',
          name: 'Check what was rendered',
          action: 'holdfast:check',
          input: { objective: { rpo: '5m', 'rto.zone': '10m' } },
        },
      ],
    }),
  },
];
