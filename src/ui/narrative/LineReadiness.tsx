import { Badge, mergeClasses } from "@fluentui/react-components";
import type { Block, Clause, Readiness } from "../../domain/narrative";
import type { PaneReport } from "../../usecases/pane-report";
import { usePaneStyles } from "../pane-styles";
import { reasonLines } from "../reason-text";
import { useWords } from "../words-context";

const colors = {
  ready: "success",
  "waiting-for-schools": "warning",
  "waiting-for-parameter": "warning",
  "waiting-for-text": "warning",
  "partial-coverage": "informative",
  estimate: "informative",
  blocked: "danger",
  conflict: "danger",
  undecided: "warning",
} as const satisfies Record<Readiness, string>;

/** 可用 when all clauses are; otherwise what each kind of waiting clause waits for. */
export function LineReadiness({
  line,
  schools,
}: {
  readonly line: readonly Block[];
  readonly schools: PaneReport["schools"];
}) {
  const words = useWords();
  const styles = usePaneStyles();
  const clauses = line.flatMap((block): readonly Clause[] => (block.type === "paragraph" ? block.clauses : []));
  const kinds = [...new Set(clauses.map(({ readiness }) => readiness))];
  const shown = kinds.length > 1 ? kinds.filter((kind) => kind !== "ready") : kinds;
  return (
    <div className={mergeClasses(styles.block, styles.grow)}>
      {shown.map((kind) => {
        const those = clauses.filter(({ readiness }) => readiness === kind);
        const lines = reasonLines(
          words,
          those.flatMap(({ reasons }) => reasons),
          schools,
        );
        return (
          <div key={kind} className={styles.row} style={{ alignItems: "flex-start" }}>
            <Badge appearance="tint" color={colors[kind]} style={{ flexShrink: 0 }}>
              {words(`txt.${kind}`)}
            </Badge>
            <span className={styles.secondary}>{lines.join("；")}</span>
          </div>
        );
      })}
    </div>
  );
}
