import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const previewExamples: TemplateExample[] = [
  {
    description:
      'Refuse answers that make no sense, and say what the others would attain and cost',
    example: stringify({
      steps: [
        {
          id: 'preview',
          name: 'Look ahead',
          action: 'holdfast:preview',
          input: { inputs: '${{ parameters }}' },
        },
      ],
    }),
  },
  {
    description: 'In a run that may be the second one for the same database',
    example: stringify({
      steps: [
        {
          id: 'preview',
          name: 'Look ahead',
          action: 'holdfast:preview',
          input: {
            inputs: '${{ parameters }}',
            nameMayBeTaken: '${{ steps.claim.output.resumed }}',
          },
        },
      ],
    }),
  },
];
