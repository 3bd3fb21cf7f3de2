import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button } from "@fluentui/react-components";
import { CheckmarkCircleRegular, DismissCircleRegular, QuestionCircleRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { addressText, type CellAddress } from "../../domain/cell";
import type { FileLedger } from "../../domain/ledger";
import type { PaneReport } from "../../usecases/pane-report";
import { usePaneStyles } from "../pane-styles";
import type { TextKey } from "../ui-text";
import { useShownPart } from "../use-shown-part";
import { useWords } from "../words-context";
import { ignoredCells } from "./ledger-totals";

const groups = [
  { state: "rejected", label: "imp.rejected", Icon: DismissCircleRegular },
  { state: "partly-accepted", label: "imp.partly", Icon: QuestionCircleRegular },
  { state: "accepted", label: "imp.accepted", Icon: CheckmarkCircleRegular },
] as const satisfies readonly { state: FileLedger["state"]; label: TextKey; Icon: typeof CheckmarkCircleRegular }[];

/** The files by what became of them, those that need a person first. */
export function FileGroups({
  report,
  onCompare,
}: {
  readonly report: PaneReport;
  readonly onCompare: (school: string) => void;
}) {
  const words = useWords();
  const several = useMemo(() => schoolsOfSeveral(report.files), [report]);
  const shown = groups
    .map((group) => ({ ...group, files: report.files.filter(({ state }) => state === group.state) }))
    .filter(({ files }) => files.length > 0);
  return (
    <Accordion multiple collapsible defaultOpenItems={["rejected", "partly-accepted"]}>
      {shown.map(({ state, label, Icon, files }) => (
        <AccordionItem key={state} value={state}>
          <AccordionHeader size="small" icon={<Icon />}>
            {words(label)} {files.length}
          </AccordionHeader>
          <AccordionPanel style={{ marginInline: 0 }}>
            <FileList files={files} schools={report.schools} several={several} onCompare={onCompare} />
          </AccordionPanel>
        </AccordionItem>
      ))}
    </Accordion>
  );
}

/** Schools that sent more than one file: their versions can be compared. */
function schoolsOfSeveral(files: readonly FileLedger[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const several = new Set<string>();
  for (const { school } of files) {
    if (school === undefined) continue;
    if (seen.has(school)) several.add(school);
    seen.add(school);
  }
  return several;
}

interface FileListProps {
  readonly files: readonly FileLedger[];
  readonly schools: PaneReport["schools"];
  readonly several: ReadonlySet<string>;
  readonly onCompare: (school: string) => void;
}

function FileList({ files, schools, several, onCompare }: FileListProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const { shown, more, showMore } = useShownPart(files);
  return (
    <div className={styles.stack} role="list">
      {shown.map((file) => (
        <FileRow
          key={file.file}
          file={file}
          school={file.school === undefined ? undefined : schools.get(file.school)}
          {...(file.school !== undefined &&
            several.has(file.school) && { onCompare: onCompare.bind(null, file.school) })}
        />
      ))}
      {more > 0 && (
        <Button size="small" appearance="subtle" onClick={showMore}>
          {words("app.showmore", { n: more })}
        </Button>
      )}
    </div>
  );
}

const mostCells = 3;

/** Reasons often begin with the address, file and all; the card names the file already. */
function rejectionText({ file, ...at }: CellAddress, reason: string): string {
  const [where, words] = [addressText(at), file === undefined ? reason : reason.replace(`${file} › `, "")];
  return words.startsWith(where) ? words : `${where} ${words}`;
}

interface FileRowProps {
  readonly file: FileLedger;
  readonly school: string | undefined;
  readonly onCompare?: () => void;
}

function FileRow({ file, school, onCompare }: FileRowProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const counts = { t: file.nonEmpty, u: file.used, g: ignoredCells(file), j: file.rejected.length };
  return (
    <div className={styles.card} role="listitem">
      <div className={styles.apart}>
        <span className={styles.ellipsis} title={file.file}>
          {file.file}
        </span>
        {school !== undefined && (
          <span className={styles.secondary} style={{ flexShrink: 0 }}>
            {school}
          </span>
        )}
      </div>
      {file.remark !== undefined && <div>{file.remark}</div>}
      {file.rejected.slice(0, mostCells).map(({ at, reason }) => (
        <div key={addressText(at)} className={styles.secondary}>
          {rejectionText(at, reason)}
        </div>
      ))}
      {file.rejected.length > mostCells && (
        <div className={styles.secondary}>{words("imp.rejected.more", { n: file.rejected.length - mostCells })}</div>
      )}
      <div className={styles.secondary}>{words("imp.file.ledger", counts)}</div>
      {onCompare && (
        <div>
          <Button size="small" onClick={onCompare}>
            {words("dif.open")}
          </Button>
        </div>
      )}
    </div>
  );
}
