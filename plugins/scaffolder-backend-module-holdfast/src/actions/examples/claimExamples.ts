import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const claimExamples: TemplateExample[] = [
  {
    description:
      'Publish a repository once, and go on with it when the run is repeated',
    example: stringify({
      steps: [
        {
          id: 'claim',
          name: 'Claim the repository',
          action: 'holdfast:claim-repository',
          input: {
            repoUrl: '${{ parameters.repoUrl }}',
            request: '${{ parameters }}',
          },
        },
        {
          id: 'publish',
          name: 'Publish',
          if: '${{ steps.claim.output.publish }}',
          action: 'publish:gitea',
          input: {
            repoUrl: '${{ parameters.repoUrl }}',
            description: 'PostgreSQL database',
            defaultBranch: 'main',
          },
        },
        {
          id: 'register',
          name: 'Register in the catalog',
          action: 'catalog:register',
          input: {
            repoContentsUrl: '${{ steps.claim.output.repoContentsUrl }}',
            catalogInfoPath: 'catalog-info.yaml',
            optional: '${{ steps.claim.output.resumed }}',
          },
        },
      ],
    }),
  },
];
