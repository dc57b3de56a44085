import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["build", "node_modules", ".cache", "data", "app/platform/db/generated", "test-results"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "ExportDefaultDeclaration[declaration.type='ArrowFunctionExpression']",
          message: "Name it.",
        },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // Interfaces we implement are asynchronous even where one implementation is not.
      "@typescript-eslint/require-await": "off",
      // Remix says "not found" by throwing a response.
      "@typescript-eslint/only-throw-error": "off",
    },
  },
  {
    files: ["tests/**"],
    rules: {
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
    },
  },
  { files: ["**/*.{js,mjs}"], extends: [tseslint.configs.base], rules: { eqeqeq: "error" } },
);
