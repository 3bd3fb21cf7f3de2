const swc = [
  "@swc/jest",
  {
    jsc: {
      target: "es2022",
      parser: { syntax: "typescript", tsx: true },
      transform: { react: { runtime: "automatic" } },
    },
    module: { type: "commonjs" },
  },
];

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  maxWorkers: 2,
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform: { "^.+\\.m?(t|j)sx?$": swc },
  transformIgnorePatterns: ["/node_modules/(?!(hucre|nanoid)/)"],
};
