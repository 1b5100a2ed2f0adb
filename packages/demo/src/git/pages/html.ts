/** Text that is HTML already. Only {@link html} makes it, so that nothing reaches a page unescaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Content = Markup | string | number | undefined | readonly Content[];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template whose values are escaped, unless they are markup themselves; lists are joined, `undefined` is nothing. */
export function html(
  strings: TemplateStringsArray,
  ...values: Content[]
): Markup {
  const parts = strings.map((string, index) =>
    index < values.length ? string + rendered(values[index]) : string,
  );
  return new Markup(parts.join(''));
}

function rendered(value: Content): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(rendered).join('');
  return String(value).replace(/[&<>"']/g, character => entities[character]);
}

/** A path for an address: every segment encoded, the slashes kept. */
export function pathOf(...segments: string[]): string {
  return segments
    .flatMap(segment => segment.split('/'))
    .map(encodeURIComponent)
    .join('/');
}
