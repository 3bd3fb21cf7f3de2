import { Button, Spinner } from "@fluentui/react-components";
import type { Casework } from "../../domain/casework";
import { a1 } from "../../domain/cell";
import type { Finding } from "../../domain/finding";
import type { VersionComparison } from "../../usecases/compare-versions";
import type { UnaskedChange } from "../../usecases/unasked-changes";
import { BottomDrawer } from "../BottomDrawer";
import { usePaneStyles } from "../pane-styles";
import { useWords } from "../words-context";
import type { Comparison } from "./use-comparison";

export interface CompareDrawerProps {
  readonly comparison: Comparison;
  readonly onRecord: (part: Partial<Casework>) => void;
}

/** 比对: what a school changed when it sent again, asked for or not. */
export function CompareDrawer({ comparison, onRecord }: CompareDrawerProps) {
  const words = useWords();
  const { compared } = comparison;
  return (
    <BottomDrawer
      open={comparison.isOpen}
      title={words("dif.title", { school: compared?.comparison.school.name ?? "" })}
      onClose={comparison.close}
    >
      {compared ? (
        <Versions
          compared={compared}
          onTake={(file) => {
            onRecord({ accepted: [{ school: compared.comparison.school.code, file }] });
            comparison.close();
          }}
        />
      ) : (
        <Spinner size="tiny" label={words("dif.l")} />
      )}
    </BottomDrawer>
  );
}

function Versions({
  compared: { earlier, later, comparison, clauses },
  onTake,
}: {
  readonly compared: VersionComparison;
  readonly onTake: (file: string) => void;
}) {
  const words = useWords();
  const styles = usePaneStyles();
  const { fixed, stillOpen, fresh, changedUnasked, identical } = comparison;
  return (
    <div className={styles.stack}>
      <div className={styles.secondary} style={{ overflowWrap: "anywhere" }}>
        {earlier} → {later}
      </div>
      {identical && <div>{words("dif.e")}</div>}
      <Lines title={words("dif.unasked")} lines={changedUnasked.map(changeText)} />
      <Lines title={words("dif.open.still")} lines={stillOpen.map(findingText)} />
      <Lines title={words("dif.fresh")} lines={fresh.map(findingText)} />
      <Lines title={words("dif.fixed")} lines={fixed.map(findingText)} />
      {!identical && <div>{words("dif.clauses", { n: clauses.length })}</div>}
      <div className={styles.wrap}>
        <Button appearance="primary" onClick={() => onTake(later)}>
          {words("dif.take", { file: later })}
        </Button>
        <Button onClick={() => onTake(earlier)}>{words("dif.take", { file: earlier })}</Button>
      </div>
    </div>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  const styles = usePaneStyles();
  if (lines.length === 0) return null;
  return (
    <section className={styles.card}>
      <strong>
        {title} {lines.length}
      </strong>
      {lines.map((line, index) => (
        <div key={index} style={{ overflowWrap: "anywhere" }}>
          {line}
        </div>
      ))}
    </section>
  );
}

const placed = (place: string | undefined, text: string): string => (place === undefined ? text : `${place}　${text}`);
const findingText = ({ at, message }: Finding): string => placed(at && `${at.sheet}!${a1(at.row, at.column)}`, message);
const changeText = ({ element, row, cell, from, to, difference = "" }: UnaskedChange): string =>
  placed(cell, `${row === "" ? "" : `${row} `}${element}　${from} → ${to}　${difference}`.trim());
