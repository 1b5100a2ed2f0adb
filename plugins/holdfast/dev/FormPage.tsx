import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { Box, Container } from '@backstage/ui';
import { formFields } from '../src/components/form/formFields';
import { formManifest } from '../src/__testUtils__';

const extensions = Object.entries(formFields).map(
  ([name, { component, validation }]) => ({ name, component, validation }),
);

/** The scaffolder's own form with all of our fields; `?state=` in the address says what the backend answers. */
export const FormPage = () => (
  <Container>
    <Box bg="neutral" p="4">
      <Stepper
        manifest={formManifest}
        extensions={extensions}
        formProps={{
          EXPERIMENTAL_theme: new URLSearchParams(window.location.search).has(
            'bui',
          )
            ? 'bui'
            : 'mui',
        }}
        onCreate={async () => {}}
      />
    </Box>
  </Container>
);
