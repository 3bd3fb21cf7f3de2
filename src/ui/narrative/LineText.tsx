import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { blockText, type Block, type Span } from "../../domain/narrative";
import type { NumberSources } from "../trace/use-trace";
import { useWords } from "../words-context";

const useStyles = makeStyles({
  title: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "center",
    margin: `${tokens.spacingVerticalS} 0`,
  },
  heading: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    margin: `${tokens.spacingVerticalXS} 0 0`,
  },
  runIn: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, lineHeight: "24px", overflowWrap: "anywhere" },
  number: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  // Fluent's links have a size of their own; in a heading they are as large as its words.
  linked: { fontSize: "inherit", lineHeight: "inherit" },
  parameter: {
    color: "inherit",
    fontWeight: "inherit",
    textDecorationLine: "underline",
    textDecorationStyle: "dotted",
    textUnderlineOffset: "3px",
    cursor: "pointer",
  },
  gap: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  waiting: { backgroundColor: tokens.colorStatusWarningBackground1 },
});

export interface LineTextProps {
  readonly line: readonly Block[];
  readonly onTrace: (sources: NumberSources) => void;
}

/** One printed line: a heading, a paragraph, or both. */
export function LineText({ line, onTrace }: LineTextProps) {
  const styles = useStyles();
  const [first] = line;
  if (line.length === 1 && first?.type === "heading")
    return first.level === 0 ? (
      <h2 className={styles.title}>
        <Heading block={first} onTrace={onTrace} />
      </h2>
    ) : (
      <h3 className={styles.heading}>
        <Heading block={first} onTrace={onTrace} />
      </h3>
    );
  return (
    <p className={styles.text}>
      {line.map((block) =>
        block.type === "heading" ? (
          <span key={block.id} className={styles.runIn}>
            <Heading block={block} onTrace={onTrace} />
          </span>
        ) : (
          <Clauses key={block.id} block={block} onTrace={onTrace} />
        ),
      )}
    </p>
  );
}

interface BlockProps<Type extends Block["type"]> {
  readonly block: Extract<Block, { type: Type }>;
  readonly onTrace: LineTextProps["onTrace"];
}

function Heading({ block, onTrace }: BlockProps<"heading">) {
  return (
    <>
      {block.number}
      <Spans spans={block.spans} onTrace={onTrace} />
      {blockText(block).slice(block.number.length + block.text.length)}
    </>
  );
}

function Clauses({ block, onTrace }: BlockProps<"paragraph">) {
  const styles = useStyles();
  const ending = blockText(block).slice(
    block.clauses.map((clause) => clause.join + clause.spans.map(({ text }) => text).join("")).join("").length,
  );
  return (
    <>
      {block.clauses.map((clause) => (
        <span key={clause.id} className={clause.readiness === "ready" ? undefined : styles.waiting}>
          {clause.join}
          <Spans spans={clause.spans} onTrace={onTrace} />
        </span>
      ))}
      {ending}
    </>
  );
}

function Spans({ spans, onTrace }: { readonly spans: readonly Span[]; readonly onTrace: LineTextProps["onTrace"] }) {
  return spans.map((span, index) => <SpanText key={index} span={span} onTrace={onTrace} />);
}

function SpanText({ span, onTrace }: { readonly span: Span; readonly onTrace: LineTextProps["onTrace"] }) {
  const words = useWords();
  const styles = useStyles();
  if (span.type === "words") return span.text;
  if (span.figures.length + span.parameters.length === 0)
    return <span className={span.withheld && styles.gap}>{span.text}</span>;
  const className = mergeClasses(
    styles.linked,
    span.figures.length > 0 ? styles.number : styles.parameter,
    span.withheld && styles.gap,
  );
  // A span breaks across lines as its text does; a button would not.
  return (
    <Link
      as="span"
      inline
      className={className}
      aria-label={words("aria.number", { v: span.text })}
      onClick={() => onTrace(span)}
    >
      {span.text}
    </Link>
  );
}
