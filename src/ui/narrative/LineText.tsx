import { Badge, Link, makeStyles, tokens } from "@fluentui/react-components";
import { blockText, type Block, type Clause, type Readiness, type Span } from "../../domain/narrative";
import type { PaneReport } from "../../usecases/pane-report";
import { usePaneStyles } from "../pane-styles";
import { reasonLines } from "../reason-text";
import type { NumberSources } from "../trace/use-trace";
import { useWords } from "../words-context";

const useStyles = makeStyles({
  title: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, textAlign: "center", margin: `${tokens.spacingVerticalS} 0` },
  heading: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, margin: `${tokens.spacingVerticalXS} 0 0` },
  runIn: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, lineHeight: "24px", textAlign: "justify", overflowWrap: "anywhere" },
  number: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  gap: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  waiting: { backgroundColor: tokens.colorStatusWarningBackground1 },
  notes: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXS, marginTop: tokens.spacingVerticalXS },
});

export interface LineTextProps {
  readonly line: readonly Block[];
  readonly schools: PaneReport["schools"];
  readonly onTrace: (sources: NumberSources) => void;
}

/** One printed line: a heading, a paragraph, or both. */
export function LineText({ line, schools, onTrace }: LineTextProps) {
  const styles = useStyles();
  const [first] = line;
  if (line.length === 1 && first?.type === "heading")
    return first.level === 0 ? <h2 className={styles.title}>{blockText(first)}</h2> : <h3 className={styles.heading}>{blockText(first)}</h3>;
  const clauses = line.flatMap((block) => (block.type === "paragraph" ? block.clauses : []));
  return (
    <>
      <p className={styles.text}>
        {line.map((block) =>
          block.type === "heading" ? (
            <span key={block.id} className={styles.runIn}>
              {blockText(block)}
            </span>
          ) : (
            <Clauses key={block.id} block={block} onTrace={onTrace} />
          ),
        )}
      </p>
      <Readinesses clauses={clauses} schools={schools} />
    </>
  );
}

function Clauses({ block, onTrace }: { readonly block: Extract<Block, { type: "paragraph" }>; readonly onTrace: LineTextProps["onTrace"] }) {
  const styles = useStyles();
  const ending = blockText(block).slice(block.clauses.map((clause) => clause.join + clause.spans.map(({ text }) => text).join("")).join("").length);
  return (
    <>
      {block.clauses.map((clause) => (
        <span key={clause.id} className={clause.readiness === "ready" ? undefined : styles.waiting}>
          {clause.join}
          {clause.spans.map((span, index) => (
            <SpanText key={index} span={span} onTrace={onTrace} />
          ))}
        </span>
      ))}
      {ending}
    </>
  );
}

function SpanText({ span, onTrace }: { readonly span: Span; readonly onTrace: LineTextProps["onTrace"] }) {
  const words = useWords();
  const styles = useStyles();
  if (span.type === "words") return span.text;
  if (span.figures.length + span.parameters.length === 0) return <span className={span.withheld && styles.gap}>{span.text}</span>;
  const className = span.withheld ? `${styles.number} ${styles.gap}` : styles.number;
  return (
    <Link as="button" inline className={className} style={{ verticalAlign: "baseline" }} aria-label={words("aria.number", { v: span.text })} onClick={() => onTrace(span)}>
      {span.text}
    </Link>
  );
}

const colors = {
  ready: "success",
  "waiting-for-schools": "warning",
  "waiting-for-parameter": "warning",
  "waiting-for-text": "warning",
  "partial-coverage": "informative",
  blocked: "danger",
  conflict: "danger",
  undecided: "warning",
} as const satisfies Record<Readiness, string>;

/** 可用 when all clauses are; otherwise what each kind of waiting clause waits for. */
function Readinesses({ clauses, schools }: { readonly clauses: readonly Clause[]; readonly schools: PaneReport["schools"] }) {
  const words = useWords();
  const shared = usePaneStyles();
  const styles = useStyles();
  const kinds = [...new Set(clauses.map(({ readiness }) => readiness))];
  const shown = kinds.length > 1 ? kinds.filter((kind) => kind !== "ready") : kinds;
  return (
    <div className={styles.notes}>
      {shown.map((kind) => {
        const those = clauses.filter(({ readiness }) => readiness === kind);
        const lines = reasonLines(words, those.flatMap(({ reasons }) => reasons), schools);
        return (
          <div key={kind} className={shared.row} style={{ alignItems: "flex-start" }}>
            <Badge appearance="tint" color={colors[kind]} style={{ flexShrink: 0 }}>
              {words(`txt.${kind}`)}
            </Badge>
            <span className={shared.secondary}>{lines.join("；")}</span>
          </div>
        );
      })}
    </div>
  );
}
