import { html, Markup } from '../git/pages/html';
import { time } from '../git/pages/layout';
import { ObjectReport } from './ObjectReport';
import { DeliveryReport, RepositoryReport } from './RepositoryReport';

const words: Record<DeliveryReport['state'], readonly [string, string]> = {
  applied: ['good', 'applied'],
  partly: ['wait', 'applied in part'],
  failed: ['bad', 'not applied'],
  beyond: ['wait', 'not simulated'],
};

const tools = { 'argo-cd': 'Argo CD', flux: 'Flux' } as const;

/** What became of a repository in the simulated clusters, for its front page; nothing where it asks for nothing. */
export function deliveryPanel(
  report: RepositoryReport | undefined,
): Markup | undefined {
  if (!report) return undefined;
  const { problems, deliveries, commit, at } = report;
  if (problems.length === 0 && deliveries.length === 0) return undefined;
  return html`<section class="panel" aria-label="Delivery">
    <h2>Delivery</h2>
    ${problems.map(problem => html`<p class="bad" role="alert">${problem}</p>`)}
    ${deliveries.map(describe)}
    <p class="quiet">
      ${commit ? html`Commit <code>${commit.slice(0, 10)}</code>, ` : undefined}
      ${time(at)}
    </p>
  </section>`;
}

function describe(delivery: DeliveryReport): Markup {
  const { tool, name, file, cluster, path, state, problem, objects } = delivery;
  const [className, word] = words[state];
  return html`<p>
      ${tools[tool]} <code>${name}</code>
      <span class="${className}">${word}</span>${cluster
        ? html` to ${cluster}`
        : undefined}${path ? html` from <code>${path}</code>` : undefined}
      <span class="quiet">(${file})</span>
      ${problem
        ? html`<br /><span class="${className}">${problem}</span>`
        : undefined}
    </p>
    ${objects.length > 0
      ? html`<table>
          <tbody>
            ${objects.map(row)}
          </tbody>
        </table>`
      : undefined}`;
}

function row(report: ObjectReport): Markup {
  const { kind, namespace, name, outcome, message } = report;
  return html`<tr>
    <td>${kind}</td>
    <td>${namespace ? `${namespace}/${name}` : name}</td>
    <td class="${classOf(report)}">
      ${outcome}${message ? html`: ${message}` : undefined}
    </td>
  </tr>`;
}

function classOf(report: ObjectReport): string {
  const { outcome } = report;
  if (outcome === 'refused') return 'bad';
  return outcome === 'kept' || outcome === 'not-served' ? 'wait' : 'quiet';
}
