import { Badge, Link, mergeClasses, ProgressBar } from "@fluentui/react-components";
import type { FigureSummary, PaneReport } from "../../usecases/pane-report";
import { usePaneStyles } from "../pane-styles";
import { reasonLines } from "../reason-text";
import { useWords } from "../words-context";

export interface FigureRowProps {
  readonly figure: FigureSummary;
  readonly schools: PaneReport["schools"];
  readonly onTrace: (figure: string) => void;
}

/** One figure with last year, target and coverage; its value opens 这个数怎么来的. */
export function FigureRow({ figure, schools, onTrace }: FigureRowProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const { coverage, lastYear, target } = figure;
  const past = [lastYear && words("fig.last", { v: lastYear.printed }), lastYear?.change, lastYear?.growth].filter(
    (part) => part !== undefined,
  );
  return (
    <div className={styles.card} role="listitem">
      <div className={styles.apart}>
        <span>{figure.title}</span>
        <span className={styles.row} style={{ flexShrink: 0 }}>
          {figure.state === "partial" && (
            <Badge appearance="tint" color="warning">
              {words("fig.partial")}
            </Badge>
          )}
          <Link
            as="button"
            className={styles.number}
            aria-label={words("aria.number", { v: `${figure.title}${figure.printed}` })}
            onClick={() => onTrace(figure.key)}
          >
            {figure.printed}
          </Link>
        </span>
      </div>
      <div className={styles.apart}>
        <span className={mergeClasses(styles.secondary, styles.grow)}>{past.join("　")}</span>
        {coverage.expected > 0 && (
          <span className={styles.secondary} style={{ flexShrink: 0 }}>
            {words("fig.coverage", { counted: coverage.counted, expected: coverage.expected })}
          </span>
        )}
      </div>
      {target && (
        <div className={styles.row}>
          <span className={styles.secondary}>{words("fig.target", { v: target.printed })}</span>
          {target.met !== undefined && (
            <Badge size="small" appearance="tint" color={target.met ? "success" : "danger"}>
              {words(target.met ? "fig.met" : "fig.notmet")}
            </Badge>
          )}
        </div>
      )}
      {figure.state === "waiting" &&
        reasonLines(words, figure.reasons, schools).map((line) => (
          <div key={line} className={styles.secondary}>
            {line}
          </div>
        ))}
      {coverage.counted < coverage.expected && (
        <ProgressBar value={coverage.counted} max={coverage.expected} color="warning" aria-hidden />
      )}
    </div>
  );
}
