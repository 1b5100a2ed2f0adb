import { html } from './html';
import { page } from './layout';

/** What went wrong, in words. */
export function errorPage(status: number, message: string): string {
  return page({
    title: `Error ${status}`,
    content: html`<h1>Error ${status}</h1>
      <p role="alert">${message}</p>`,
  });
}
