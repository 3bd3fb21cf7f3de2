import * as z from "zod";

/** `12`, `-3.5`, `1/3`: the number itself, never a rounding of it. */
const exact = z
  .string()
  .regex(/^-?\d+(\.\d+)?(\/\d+)?$/u)
  .describe("Exact number: decimal text, or a fraction in lowest terms.");
const cell = z.string().describe("Cell as people write it: sheet, `!`, column letters and row.");

const run = z.strictObject({
  run: z.int().positive(),
  definition: z.string(),
  definitionDigest: z.string(),
  period: z.string(),
  at: z.string().describe("When the run was started: ISO, local time."),
  inputDigest: z.string().describe("Equal for equal input."),
});

const withheldReason = z
  .looseObject({ why: z.string().describe("Stable code: missing, blocked, zero-denominator, no-parameter, …") })
  .describe("Why a number is not printed; further keys depend on `why`.");

const figureValue = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("number"), value: exact }),
  z.strictObject({ state: z.literal("list"), items: z.array(z.string()) }),
  z.strictObject({ state: z.literal("text"), text: z.string() }),
  z.strictObject({ state: z.literal("boolean"), value: z.boolean() }),
  z.strictObject({ state: z.literal("withheld"), reasons: z.array(withheldReason) }),
]);

const coverage = z.strictObject({
  expected: z.int(),
  counted: z.int(),
  missing: z.array(z.string()).describe("School codes."),
});

const benchmark = z.strictObject({
  label: z.string(),
  value: exact,
  setBy: z.string().exactOptional(),
  source: z.string().exactOptional(),
  submissions: coverage.describe("Schools whose submissions of that period it was computed from.").exactOptional(),
});

const figure = z.strictObject({
  key: z.string().describe("Indicator, then the members of its groups joined by `|`; `*` for all together."),
  indicator: z.string(),
  slice: z.array(z.strictObject({ group: z.string(), member: z.string() })),
  kind: z.enum(["数", "量", "率", "均值", "指数", "名次", "名单", "文字", "是否"]),
  unit: z.string(),
  value: figureValue.describe("Unrounded."),
  printed: z.string().describe("Rounded and with its unit, as sentences print it; ×× when withheld."),
  partial: z.boolean().describe("True when schools were left out and the figure says so."),
  numerator: exact.exactOptional(),
  denominator: exact.exactOptional(),
  past: z.array(benchmark),
  target: benchmark.exactOptional(),
  coverage,
  lineage: z
    .array(
      z.strictObject({
        part: z.enum(["numerator", "denominator"]),
        form: z.string(),
        column: z.string(),
        role: z.enum(["value", "criterion"]),
        rows: z.array(z.int()),
      }),
    )
    .describe("Cells the figure rests on: rows index the form's table in `tables`."),
  uses: z.array(z.string()).describe("Indicators and parameters the formula names."),
});

const table = z.strictObject({
  form: z.string(),
  rows: z.array(z.strictObject({ school: z.string(), filed: z.boolean(), file: z.string().exactOptional() })),
  columns: z
    .record(z.string(), z.array(cell.nullable()))
    .describe("For each column a figure rests on, the school's cell of every row."),
});

/** figures.json. */
export const figuresFile = z.strictObject({
  format: z.literal("edustat-figures/1"),
  run,
  figures: z.array(figure),
  tables: z.array(table),
});

const address = { file: z.string().exactOptional(), cell: cell.exactOptional() };

const finding = z.strictObject({
  code: z.string().describe("Stable."),
  severity: z.enum(["error", "warning", "notice"]),
  rule: z.string().exactOptional(),
  school: z.string().exactOptional(),
  form: z.string().exactOptional(),
  element: z.string().exactOptional(),
  ...address,
  alsoAt: z.array(z.strictObject(address)).exactOptional(),
  message: z.string(),
  instruction: z.string(),
  found: z.string().exactOptional(),
  expected: z.string().exactOptional(),
  difference: z.string().exactOptional(),
  explained: z
    .strictObject({ reason: z.string(), by: z.string(), at: z.string().exactOptional() })
    .exactOptional()
    .describe("The explanation that releases it; only warnings and notices have one."),
  causes: z
    .array(z.string())
    .exactOptional()
    .describe("What probably happened, likeliest first. Proposed, never applied."),
  clauses: z
    .array(z.string())
    .exactOptional()
    .describe("Ids of the clauses whose printed text some repair could change; empty when there are none."),
});

const correction = z.strictObject({
  school: z.string(),
  form: z.string(),
  element: z.string(),
  key: z.array(z.string()).describe("Texts of the keys of the row, for forms with several rows a school."),
  ...address,
  was: z.string(),
  now: z.string(),
  reason: z.string(),
  evidence: z.string().exactOptional(),
  by: z.string().exactOptional(),
  at: z.string().exactOptional(),
});

const tally = z.strictObject({
  rule: z.string(),
  form: z.string(),
  pass: z.int(),
  fail: z.int(),
  undecided: z.int(),
  notApplicable: z.int(),
});

/** findings.json. */
export const findingsFile = z.strictObject({
  format: z.literal("edustat-findings/2"),
  run,
  findings: z.array(finding),
  corrections: z.array(correction).describe("Values people put in place of the schools' for this run."),
  rules: z.array(tally),
});

const fileAccount = z.strictObject({
  file: z.string(),
  school: z.string().exactOptional(),
  received: z.string().exactOptional().describe("When the file arrived: ISO, local time."),
  state: z.enum(["accepted", "partly-accepted", "rejected"]),
  remark: z.string().exactOptional(),
  nonEmpty: z.int().describe("Cells that are not empty: used, ignored and rejected together."),
  used: z.int(),
  ignored: z.record(z.string(), z.int()).describe("Cells left out, by the rule that left them out."),
  rejected: z.array(z.strictObject({ ...address, reason: z.string() })),
});

const schoolAccount = z.strictObject({
  code: z.string(),
  name: z.string(),
  expected: z.array(z.string()),
  filed: z.array(z.string()),
});

/** ledger.json. */
export const ledgerFile = z.strictObject({
  format: z.literal("edustat-ledger/2"),
  run,
  schools: z.array(schoolAccount),
  files: z.array(fileAccount),
});

const comparedFinding = z.strictObject({
  code: z.string().describe("Stable."),
  severity: z.enum(["error", "warning", "notice"]),
  rule: z.string().exactOptional(),
  cell: cell.exactOptional(),
  message: z.string(),
});

const comparedSchool = z.strictObject({
  code: z.string(),
  name: z.string(),
  fixed: z.array(comparedFinding),
  stillOpen: z.array(comparedFinding),
  fresh: z.array(comparedFinding),
  changedUnasked: z.array(
    z.strictObject({
      form: z.string(),
      element: z.string(),
      row: z.string().describe("Texts of the keys of the row; blank for forms with one row a school."),
      cell: cell.exactOptional(),
      from: z.string(),
      to: z.string(),
      difference: z.string().exactOptional(),
    }),
  ),
  identical: z.boolean(),
});

/** comparison.json. */
export const comparisonFile = z.strictObject({
  format: z.literal("edustat-comparison/1"),
  schools: z.array(comparedSchool).describe("Schools that sent again."),
  clauses: z
    .array(z.strictObject({ id: z.string(), from: z.string(), to: z.string() }))
    .describe("Clauses that read differently once the new submissions are adopted."),
});

export type ComparisonFile = z.infer<typeof comparisonFile>;
export type FiguresFile = z.infer<typeof figuresFile>;
export type FindingsFile = z.infer<typeof findingsFile>;
export type LedgerFile = z.infer<typeof ledgerFile>;

/** The JSON Schemas of the files, by file name. */
export const reportFileSchemas = (): Readonly<Record<string, Record<string, unknown>>> => ({
  "figures.json": { ...z.toJSONSchema(figuresFile) },
  "findings.json": { ...z.toJSONSchema(findingsFile) },
  "ledger.json": { ...z.toJSONSchema(ledgerFile) },
  "comparison.json": { ...z.toJSONSchema(comparisonFile) },
});

/** A figures.json as read from a file; undefined when it is anything else. */
export const parseFiguresFile = (json: unknown): FiguresFile | undefined => figuresFile.safeParse(json).data;
