import { Badge, Button, mergeClasses } from "@fluentui/react-components";
import { CursorClickRegular, ErrorCircleRegular, InfoRegular, WarningRegular } from "@fluentui/react-icons";
import type { LearnedSpelling } from "../../domain/casework";
import { addressText } from "../../domain/cell";
import type { Finding } from "../../domain/finding";
import type { Place } from "../../ports/workbook-port";
import type { PlacedFinding } from "../../usecases/pane-report";
import type { Decision } from "../casework/FindingDecision";
import { usePaneStyles } from "../pane-styles";
import { useWords } from "../words-context";
import type { Words } from "../ui-text";

const looks = {
  error: { color: "danger", icon: <ErrorCircleRegular /> },
  warning: { color: "warning", icon: <WarningRegular /> },
  notice: { color: "informative", icon: <InfoRegular /> },
} as const;

/** What a person can do about a finding. */
export interface FindingActions {
  /** Absent until the data sheets stand in the workbook. */
  readonly onReveal?: (place: Place) => void;
  readonly onDecide: (decision: Decision) => void;
  /** A heading that was proposed is the element: 就是它. */
  readonly onSpelling: (spelling: Omit<LearnedSpelling, "by" | "at">) => void;
}

/** One finding: what happened, where, what it looks like, what to do. */
export function FindingRow({ placed, actions }: { readonly placed: PlacedFinding; readonly actions: FindingActions }) {
  const words = useWords();
  const styles = usePaneStyles();
  const { finding, clauses = 0, causes = [] } = placed;
  const { color, icon } = looks[finding.severity];
  const where = finding.at ? addressText(finding.at) : finding.file;
  const compared = comparison(words, finding);
  const [likeliest] = causes;
  return (
    <div className={styles.card} role="listitem">
      <div className={styles.row} style={{ alignItems: "flex-start" }}>
        <Badge appearance="tint" color={color} icon={icon} style={{ flexShrink: 0 }}>
          {words(`fnd.${finding.severity}`)}
        </Badge>
        <span className={styles.grow}>{finding.message}</span>
      </div>
      {compared !== "" && <div className={mergeClasses(styles.secondary, styles.number)}>{compared}</div>}
      {likeliest !== undefined && <div>{words("fnd.like", { cause: likeliest })}</div>}
      <div>{finding.instruction}</div>
      {finding.explained && (
        <div className={styles.secondary}>
          {words("fnd.explained", { reason: finding.explained.reason, by: finding.explained.by })}
        </div>
      )}
      <div className={styles.secondary} style={{ overflowWrap: "anywhere" }}>
        {[where, finding.rule, clauses > 0 ? words("fnd.clauses", { n: clauses }) : undefined]
          .filter((part) => part !== undefined)
          .join(" · ")}
      </div>
      <Actions placed={placed} actions={actions} />
    </div>
  );
}

function Actions({
  placed,
  actions: { onReveal, onDecide, onSpelling },
}: {
  readonly placed: PlacedFinding;
  readonly actions: FindingActions;
}) {
  const words = useWords();
  const styles = usePaneStyles();
  const { finding, place, cells = [] } = placed;
  const proposed = spellingOf(finding);
  const mayExplain = finding.severity === "warning" && finding.school !== undefined && !finding.explained;
  return (
    <div className={styles.wrap}>
      {place && onReveal && (
        <Button size="small" icon={<CursorClickRegular />} onClick={() => onReveal(place)}>
          {words("fnd.locate")}
        </Button>
      )}
      {proposed && (
        <Button size="small" onClick={() => onSpelling(proposed)}>
          {words("fix.isit")}
        </Button>
      )}
      {mayExplain && (
        <Button size="small" onClick={() => onDecide({ kind: "explain", placed })}>
          {words("fix.explain")}
        </Button>
      )}
      {cells.length > 0 && (
        <Button size="small" onClick={() => onDecide({ kind: "correct", placed })}>
          {words("fix.correct")}
        </Button>
      )}
    </div>
  );
}

/** A near match of a heading is proposed by reading, and taken only when a person says so. */
function spellingOf({ code, form, element, found }: Finding): Omit<LearnedSpelling, "by" | "at"> | undefined {
  return code === "header-missing" && form !== undefined && element !== undefined && found !== undefined
    ? { form, element, heading: found, active: true }
    : undefined;
}

function comparison(words: Words, { found, expected, difference }: Finding): string {
  return [
    found === undefined ? undefined : words("fnd.value", { found }),
    expected === undefined ? undefined : words("fnd.expected", { expected }),
    difference === undefined ? undefined : words("fnd.off", { difference }),
  ]
    .filter((part) => part !== undefined)
    .join("　");
}
