module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // What is tested here is the backend plugin itself, below its API.
    '@backstage/no-mixed-plugin-imports': 'off',
  },
  overrides: [
    {
      // Tests that run against several targets: they are exported to be run, named by their caller, and skipped aloud where
      // a target cannot be had.
      files: ['src/contract/**/*.ts', 'src/targets/describeTargets.ts'],
      rules: {
        'jest/no-export': 'off',
        'jest/valid-title': 'off',
        'jest/no-disabled-tests': 'off',
      },
    },
  ],
});
