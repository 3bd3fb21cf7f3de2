import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useRef } from "react";
import type { PaneReport } from "../../usecases/pane-report";
import { hostErrorText } from "../host-error-text";
import { usePaneStyles } from "../pane-styles";
import type { CaseworkDrafts } from "../casework/use-casework";
import { CaseworkList } from "../casework/CaseworkList";
import type { Copying } from "../shell/use-copying";
import { useWords } from "../words-context";
import { BuiltinChoice } from "./BuiltinChoice";
import { chosenFile, isReport } from "./chosen-file";
import { FileGroups } from "./FileGroups";
import { ledgerTotals } from "./ledger-totals";
import { ReadingBar } from "./ReadingBar";
import { IntakeView } from "./IntakeView";
import { PreviousRow } from "./PreviousRow";
import { Samples } from "./Samples";
import { SourceRow } from "./SourceRow";
import type { Sources } from "./use-sources";
import { wholeFolder } from "./whole-folder";

const workbookTypes = ".xlsx,.xlsm,.xls,.csv";

export interface CollectPaneProps {
  readonly sources: Sources;
  readonly report: PaneReport | undefined;
  readonly copying: Copying;
  readonly onRecord: CaseworkDrafts["record"];
  readonly onCompare: (school: string) => void;
}

/** 收表: what the report is made of, and what became of each file. */
export function CollectPane({ sources, report, ...rest }: CollectPaneProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const busy = sources.reading !== undefined;
  return (
    <div className={styles.stack}>
      <section className={styles.card} aria-label={words("src.title")}>
        <h2 className={styles.heading}>{words("src.title")}</h2>
        <SourceRow
          label={words("src.definition")}
          accept=".json,.xlsx"
          file={sources.chosen.definition}
          otherwise={<BuiltinChoice sources={sources} disabled={busy} />}
          resetLabel={words("src.reset")}
          disabled={busy}
          onChoose={(file) => sources.choose("definition", file)}
        />
        <SourceRow
          label={words("src.roster")}
          accept={workbookTypes}
          file={sources.chosen.roster}
          otherwise={words("src.none")}
          disabled={busy}
          onChoose={(file) => sources.choose("roster", file)}
        />
        <SourceRow
          label={words("src.parameters")}
          accept=".xlsx,.json"
          file={sources.chosen.parameters}
          otherwise={words("src.optional")}
          resetLabel={words("src.remove")}
          disabled={busy}
          onChoose={(file) => sources.choose("parameters", file)}
        />
        <PreviousRow sources={sources} busy={busy} />
        {sources.previous.length > 0 && (
          <SourceRow
            label={words("src.previousRoster")}
            accept={workbookTypes}
            file={sources.chosen.previousRoster}
            otherwise={words("src.previousRoster.same")}
            resetLabel={words("src.remove")}
            disabled={busy}
            onChoose={(file) => sources.choose("previousRoster", file)}
          />
        )}
      </section>
      <Submissions sources={sources} busy={busy} />
      {sources.reading && <ReadingBar reading={sources.reading} onStop={sources.stopReading} />}
      {sources.hostError && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{hostErrorText(words, sources.hostError)}</MessageBarBody>
        </MessageBar>
      )}
      {!busy && <Outcome sources={sources} report={report} {...rest} />}
    </div>
  );
}

function Submissions({ sources, busy }: { readonly sources: Sources; readonly busy: boolean }) {
  const words = useWords();
  const styles = usePaneStyles();
  const [files, folder] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const add = ({ currentTarget }: React.ChangeEvent<HTMLInputElement>) => {
    void sources.addFiles([...(currentTarget.files ?? [])].map(chosenFile).filter(isReport));
    currentTarget.value = "";
  };
  return (
    <section className={styles.card} aria-label={words("imp.title")}>
      <div className={styles.apart}>
        <h2 className={styles.heading}>{words("imp.title")}</h2>
        {sources.readings.length > 0 && (
          <Button size="small" appearance="subtle" disabled={busy} onClick={sources.clear}>
            {words("imp.clear")}
          </Button>
        )}
      </div>
      <div className={styles.wrap}>
        <Button size="small" disabled={busy} onClick={() => files.current?.click()}>
          {words("imp.pick")}
        </Button>
        <Button size="small" disabled={busy} onClick={() => folder.current?.click()}>
          {words("imp.folder")}
        </Button>
        <Button size="small" disabled={busy} onClick={() => void sources.addOpenWorkbook()}>
          {words("imp.inbook")}
        </Button>
      </div>
      {sources.loadSample && <Samples load={sources.loadSample} busy={busy} />}
      <input
        ref={files}
        type="file"
        multiple
        hidden
        data-source="files"
        accept={`${workbookTypes},.ods,.zip,.et`}
        onChange={add}
      />
      <input ref={folder} type="file" multiple hidden data-source="folder" {...wholeFolder} onChange={add} />
    </section>
  );
}

/** The account of the last run, or what is still to do before there is one. */
function Outcome({ sources, report, copying, onRecord, onCompare }: CollectPaneProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const count = (state: string) => report?.files.filter((file) => file.state === state).length ?? 0;
  return (
    <>
      {sources.unread > 0 && <div>{words("imp.p", { n: sources.readings.length, rest: sources.unread })}</div>}
      {sources.readings.length === 0 && !report && (
        <div className={styles.empty}>
          <p className={styles.heading}>{words("app.tagline")}</p>
          <p>{words("imp.e")}</p>
          <p className={styles.secondary}>{words("app.safe")}</p>
        </div>
      )}
      {sources.readings.length > 0 && !sources.chosen.roster && (
        <div className={styles.secondary}>{words("src.needed")}</div>
      )}
      {sources.readings.length > 0 && !report && (
        <div className={styles.secondary}>{words("imp.read", { n: sources.readings.length })}</div>
      )}
      {report && (
        <section className={styles.stack} aria-label={words("nav.collect")}>
          <div>
            {words("imp.sum", {
              n: report.files.length,
              a: count("accepted"),
              b: count("partly-accepted"),
              c: count("rejected"),
            })}
          </div>
          <div className={styles.secondary}>{words("imp.ledger", ledgerTotals(report.files))}</div>
          <IntakeView intake={report.intake} chaseList={report.chaseList} copying={copying} onRecord={onRecord} />
          <FileGroups report={report} onCompare={onCompare} />
          <CaseworkList casework={report.casework} schools={report.schools} onRevoke={onRecord} />
        </section>
      )}
    </>
  );
}
