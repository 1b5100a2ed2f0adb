import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const base = {
  repoUrl: 'gitea.example?owner=shop&repo=orders-database',
  branchName: 'holdfast/more-space',
  title: 'Give orders more space',
  description: 'Its volumes are at 85 % and grow by 2 % a day.',
};

const step = (input: object) =>
  stringify({
    steps: [
      {
        id: 'pull-request',
        name: 'Open a pull request',
        action: 'holdfast:gitea:pull-request',
        input,
      },
    ],
  });

export const giteaPullRequestExamples: TemplateExample[] = [
  {
    description: 'Open a pull request with the files of the workspace',
    example: step(base),
  },
  {
    description:
      'Write one folder of the workspace to a folder of the repository, delete a file there, and merge into another branch than main',
    example: step({
      ...base,
      targetBranchName: 'production',
      sourcePath: 'rendered',
      targetPath: 'overlays/prod-eu-west',
      filesToDelete: ['old-patch.yaml'],
      commitMessage: 'Give orders 50Gi',
    }),
  },
];
