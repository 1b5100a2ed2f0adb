import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const waitExamples: TemplateExample[] = [
  {
    description: 'Wait until the database is backed up',
    example: stringify({
      steps: [
        {
          id: 'wait',
          name: 'Wait for the first backup',
          action: 'holdfast:wait-until-judged',
          input: {
            cluster: 'prod-eu-west',
            namespace: 'shop',
            name: 'orders',
            atLeast: 'protected',
            timeout: '15m',
          },
        },
      ],
    }),
  },
  {
    description:
      'Look for a while, where a pull request has to be merged first',
    example: stringify({
      steps: [
        {
          id: 'wait',
          name: 'See whether it is there',
          action: 'holdfast:wait-until-judged',
          input: {
            entityRef: 'resource:default/orders',
            timeout: '2m',
            failOnTimeout: false,
          },
        },
      ],
    }),
  },
];
