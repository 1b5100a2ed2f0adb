import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { Score } from '@holdfast/plugin-holdfast-common';
import { ScoreControls } from './ScoreControls';
import { ScoreSum } from './ScoreSum';

/** The score in numbers; opened, what is outstanding and how to earn it, most points first. */
export const ScoreDisclosure = (props: { score: Score }) => {
  const { score } = props;
  const open = score.controls
    .filter(control => control.outstanding > 0)
    .sort((a, b) => b.outstanding - a.outstanding);
  if (open.length === 0) return <ScoreSum score={score} />;
  return (
    <Accordion>
      <AccordionTrigger>
        <ScoreSum score={score} />
      </AccordionTrigger>
      <AccordionPanel>
        <ScoreControls controls={open} />
      </AccordionPanel>
    </Accordion>
  );
};
