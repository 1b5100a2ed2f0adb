import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const decommissionExamples: TemplateExample[] = [
  {
    description: 'Open the pull request of the next step, on Gitea',
    example: stringify({
      steps: [
        {
          id: 'database',
          name: 'Look the database up',
          action: 'catalog:fetch',
          input: { entityRef: '${{ parameters.entityRef }}' },
        },
        {
          id: 'plan',
          name: 'Decide on the next step',
          action: 'holdfast:decommission-plan',
          input: {
            entity: '${{ steps.database.output.entity }}',
            reason: '${{ parameters.reason }}',
            confirm: '${{ parameters.confirm }}',
            hold: '30d',
          },
        },
        {
          id: 'manifests',
          name: 'Write the manifests of the step',
          action: 'fetch:template',
          input: {
            url: './parts/${{ steps.plan.output.stage }}',
            values: '${{ steps.plan.output.values }}',
          },
        },
        {
          id: 'pull-request',
          name: 'Open a pull request',
          action: 'holdfast:gitea:pull-request',
          input: {
            repoUrl: '${{ steps.plan.output.repoUrl }}',
            branchName: '${{ steps.plan.output.branchName }}',
            title: '${{ steps.plan.output.title }}',
            description: '${{ steps.plan.output.description }}',
          },
        },
      ],
    }),
  },
];
