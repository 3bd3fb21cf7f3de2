import { Badge, Button, mergeClasses } from "@fluentui/react-components";
import { CursorClickRegular, ErrorCircleRegular, InfoRegular, WarningRegular } from "@fluentui/react-icons";
import { addressText } from "../../domain/cell";
import type { Finding } from "../../domain/finding";
import type { Place } from "../../ports/workbook-port";
import type { PlacedFinding } from "../../usecases/pane-report";
import { usePaneStyles } from "../pane-styles";
import { useWords } from "../words-context";
import type { Words } from "../ui-text";

const looks = {
  error: { color: "danger", icon: <ErrorCircleRegular /> },
  warning: { color: "warning", icon: <WarningRegular /> },
  notice: { color: "informative", icon: <InfoRegular /> },
} as const;

/** One finding: what happened, where, what to do. */
export function FindingRow({
  placed,
  onReveal,
}: {
  readonly placed: PlacedFinding;
  readonly onReveal?: (place: Place) => void;
}) {
  const words = useWords();
  const styles = usePaneStyles();
  const { finding, place, clauses } = placed;
  const { color, icon } = looks[finding.severity];
  const where = finding.at ? addressText(finding.at) : finding.file;
  const compared = comparison(words, finding);
  return (
    <div className={styles.card} role="listitem">
      <div className={styles.row} style={{ alignItems: "flex-start" }}>
        <Badge appearance="tint" color={color} icon={icon} style={{ flexShrink: 0 }}>
          {words(`fnd.${finding.severity}`)}
        </Badge>
        <span className={styles.grow}>{finding.message}</span>
      </div>
      {compared !== "" && <div className={mergeClasses(styles.secondary, styles.number)}>{compared}</div>}
      <div>{finding.instruction}</div>
      <div className={styles.apart}>
        <span className={styles.secondary} style={{ overflowWrap: "anywhere" }}>
          {[where, finding.rule, clauses > 0 ? words("fnd.clauses", { n: clauses }) : undefined]
            .filter((part) => part !== undefined)
            .join(" · ")}
        </span>
        {place && onReveal && (
          <Button size="small" icon={<CursorClickRegular />} onClick={() => onReveal(place)} style={{ flexShrink: 0 }}>
            {words("fnd.locate")}
          </Button>
        )}
      </div>
    </div>
  );
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
