import { Badge, Button, ProgressBar, Tab, TabList } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Casework } from "../../domain/casework";
import type { Completeness, Intake, SchoolIntake } from "../../domain/intake";
import { intakeWords, type IntakeState } from "../../domain/intake";
import { BottomDrawer } from "../BottomDrawer";
import { DecisionFields } from "../casework/DecisionFields";
import { textForClipboard } from "../narrative/report-copy";
import { usePaneStyles } from "../pane-styles";
import type { Copying } from "../shell/use-copying";
import { useShownPart } from "../use-shown-part";
import { useWords } from "../words-context";

export interface IntakeViewProps {
  readonly intake: Intake;
  /** Ready to be pasted into a chat; blank when everybody is in. */
  readonly chaseList: string;
  readonly copying: Copying;
  readonly onRecord: (part: Partial<Casework>) => void;
}

const isIn = ({ filed, due }: SchoolIntake): boolean => filed === due;

/** 到报: who has reported, who has not, and the message that asks for the rest. */
export function IntakeView({ intake, chaseList, copying, onRecord }: IntakeViewProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const [shownAll, showAll] = useState(false);
  const [exempting, exempt] = useState<SchoolIntake>();
  const owing = intake.schools.filter(({ due }) => due > 0);
  const filed = owing.filter(isIn).length;
  const open = intake.schools.filter((school) => !isIn(school));
  const part = useShownPart(shownAll ? intake.schools : open);
  const percent = owing.length === 0 ? 100 : Math.floor((filed / owing.length) * 100);
  return (
    <section className={styles.card} aria-label={words("imp.intake")}>
      <div className={styles.apart}>
        <strong>{words("cov.sum", { filed, due: owing.length, percent })}</strong>
        {intake.dueBy !== undefined && (
          <span className={styles.secondary}>{words("cov.due", { due: intake.dueBy.replace("T", " ") })}</span>
        )}
      </div>
      <ProgressBar thickness="large" value={filed} max={Math.max(1, owing.length)} aria-label={words("imp.intake")} />
      <Completenesses label={words("cov.forms")} parts={intake.forms} />
      <Completenesses label={words("cov.townships")} parts={intake.townships} />
      {open.length === 0 ? (
        <div>{words("cov.s", { n: owing.length })}</div>
      ) : (
        <div className={styles.wrap}>
          <Button size="small" icon={<CopyRegular />} onClick={() => void copying.copy(textForClipboard(chaseList))}>
            {words("cov.chase")}
          </Button>
        </div>
      )}
      <TabList
        size="small"
        appearance="subtle"
        selectedValue={shownAll ? "all" : "open"}
        onTabSelect={(_, { value }) => showAll(value === "all")}
        aria-label={words("imp.intake")}
      >
        <Tab value="open">{words("cov.only", { n: open.length })}</Tab>
        <Tab value="all">{words("cov.all", { n: intake.schools.length })}</Tab>
      </TabList>
      <div className={styles.block} role="list">
        {part.shown.map((school) => (
          <SchoolRow key={school.school.code} intake={school} onExempt={exempt} />
        ))}
      </div>
      {part.more > 0 && (
        <Button size="small" appearance="subtle" onClick={part.showMore}>
          {words("app.showmore", { n: part.more })}
        </Button>
      )}
      <BottomDrawer
        open={exempting !== undefined}
        title={words("cov.exempt.title")}
        onClose={() => {
          exempt(undefined);
        }}
      >
        {exempting && (
          <DecisionFields
            onDecide={(reason, by) => {
              onRecord({ exemptions: [{ school: exempting.school.code, reason, by }] });
              exempt(undefined);
            }}
          >
            <strong>{exempting.school.name}</strong>
          </DecisionFields>
        )}
      </BottomDrawer>
    </section>
  );
}

/** `各表 基本情况 47/49 · 班级 30/31`: only what is not complete. */
function Completenesses({ label, parts }: { readonly label: string; readonly parts: readonly Completeness[] }) {
  const words = useWords();
  const styles = usePaneStyles();
  const open = parts.filter(({ due, filed }) => filed < due);
  if (open.length === 0) return null;
  const text = open
    .map((part) => `${part.label === "" ? words("cov.elsewhere") : part.label} ${words("cov.count", { ...part })}`)
    .join(" · ");
  return <div className={styles.secondary}>{`${label}：${text}`}</div>;
}

const colors = {
  "not-filed": "danger",
  partial: "warning",
  empty: "danger",
  "to-compare": "warning",
  "with-errors": "warning",
  late: "informative",
  filed: "success",
  exempt: "subtle",
} as const satisfies Record<IntakeState, string>;

function SchoolRow({
  intake,
  onExempt,
}: {
  readonly intake: SchoolIntake;
  readonly onExempt: (intake: SchoolIntake) => void;
}) {
  const words = useWords();
  const styles = usePaneStyles();
  const { school, state, forms } = intake;
  const missing = forms.filter((form) => form.state === "not-filed" || form.state === "empty").map(({ form }) => form);
  return (
    <div role="listitem" className={styles.block} style={{ rowGap: 0 }}>
      <div className={styles.apart}>
        <span className={styles.ellipsis}>{school.name}</span>
        <span className={styles.row} style={{ flexShrink: 0 }}>
          <Badge appearance="tint" color={colors[state]}>
            {intakeWords[state]}
          </Badge>
          {state === "not-filed" && (
            <Button size="small" appearance="subtle" onClick={() => onExempt(intake)}>
              {words("cov.exempt")}
            </Button>
          )}
        </span>
      </div>
      {state === "partial" && <div className={styles.secondary}>{missing.join(words("list.joint"))}</div>}
    </div>
  );
}
