import tseslint from "typescript-eslint";
import officeAddins from "eslint-plugin-office-addins";

const clockAndChance = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "The core is told the date." },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "The core is told the date.",
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: "Same input, same report.",
  },
  {
    selector: "CallExpression[callee.property.name=/^toLocale/]",
    message: "Output does not depend on the machine's locale.",
  },
  {
    selector: "CallExpression[callee.property.name='localeCompare']",
    message: "Order does not depend on the machine's locale.",
  },
];
const rounding = {
  selector: "CallExpression[callee.property.name='toFixed']",
  message: "Round once, exactly: domain/exact.ts.",
};
const compiledCode = { selector: "NewExpression[callee.name='Function']", message: "Text is never run." };

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "out/", "coverage/", "samples/"] },
  {
    files: ["src/**/*.{ts,tsx}", "test/**/*.{ts,tsx}", "scripts/**/*.ts"],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-console": "error",
      "no-empty": "error",
      eqeqeq: "error",
      "prefer-const": "error",
      "no-restricted-syntax": ["error", rounding, compiledCode],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unnecessary-condition": "error",
      "@typescript-eslint/no-unnecessary-type-assertion": "error",
      "@typescript-eslint/strict-boolean-expressions": [
        "error",
        { allowNumber: false, allowString: false, allowNullableObject: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/only-throw-error": "error",
      complexity: ["error", { max: 16, variant: "modified" }],
    },
  },
  {
    files: ["src/{domain,formula,definitions,core,ports}/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", rounding, compiledCode, ...clockAndChance] },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/hosts/preview/**", "src/hosts/taskpane/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...["fetch", "XMLHttpRequest", "WebSocket", "EventSource"].map((name) => ({
          name,
          message: "Nothing leaves the machine.",
        })),
      ],
    },
  },
  {
    files: ["src/adapters/office/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/no-empty-load": "error",
    },
  },
  {
    files: ["src/hosts/cli/**/*.ts", "test/**/*.{ts,tsx}"],
    rules: { "no-console": "off" },
  },
  {
    files: ["test/**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/strict-boolean-expressions": "off",
      complexity: "off",
    },
  },
);
