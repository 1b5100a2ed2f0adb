// The floor: reads a file as the library alone does, and does nothing with what it holds.
const { readFileSync } = require('node:fs');

const [file] = process.argv.slice(2);
if (!file) process.exit(0);
const text = readFileSync(file, 'utf8');
if (file.endsWith('.json')) {
  JSON.parse(text);
} else {
  const { parseAllDocuments } = require('yaml');
  // YAML 1.1 with merges, as the API server reads it.
  const documents = parseAllDocuments(text, { version: '1.1', merge: true });
  for (const document of documents) document.toJS();
}
