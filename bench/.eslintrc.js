module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // What is measured here is the backend plugin itself, below its API.
    '@backstage/no-mixed-plugin-imports': 'off',
  },
});
