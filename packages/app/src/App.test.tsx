import { render, waitFor } from '@testing-library/react';
import App from './App';

describe('App', () => {
  it('renders with every plugin of the portal', async () => {
    Object.assign(process.env, {
      APP_CONFIG: [
        {
          data: {
            app: { title: 'Holdfast' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
          context: 'test',
        },
      ],
    });

    const rendered = render(App.createRoot());

    await waitFor(() => {
      expect(rendered.baseElement).toBeInTheDocument();
    });
  });
});
