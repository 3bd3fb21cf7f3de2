import { Badge, Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons";
import type { ChangedSentence, CopyRecord, WrongCopy } from "../../domain/copy-record";
import { textForClipboard } from "./report-copy";
import { hostErrorText } from "../host-error-text";
import { usePaneStyles } from "../pane-styles";
import type { Copying } from "../shell/use-copying";
import { useShownPart } from "../use-shown-part";
import { useWords } from "../words-context";
import type { Copies } from "./use-copies";

export interface CopyLedgerViewProps {
  readonly copies: Copies;
  readonly copying: Copying;
}

/** 复制账: what left the workbook, newest first, and what of it is wrong by now. */
export function CopyLedgerView({ copies, copying }: CopyLedgerViewProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const { ledger, hostError } = copies;
  const records = [...(ledger?.records ?? [])].reverse();
  const wrong = new Map(ledger?.wrong.map((one) => [one.copy.number, one]));
  const { shown, more, showMore } = useShownPart(records);
  return (
    <div className={styles.stack}>
      {hostError && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{hostErrorText(words, hostError)}</MessageBarBody>
        </MessageBar>
      )}
      {ledger?.findings.map(({ message, instruction }) => (
        <MessageBar key={message} intent="warning" layout="multiline">
          <MessageBarBody>
            {message}
            {instruction}
          </MessageBarBody>
        </MessageBar>
      ))}
      {records.length === 0 && <div className={styles.empty}>{words("cpy.e")}</div>}
      {ledger && ledger.amendments !== "" && (
        <div>
          <Button
            size="small"
            icon={<CopyRegular />}
            onClick={() => void copying.copy(textForClipboard(ledger.amendments))}
          >
            {words("cpy.list")}
          </Button>
        </div>
      )}
      <div role="list" className={styles.stack}>
        {shown.map((copy) => (
          <CopyRow
            key={copy.number}
            copy={copy}
            wrong={wrong.get(copy.number)}
            onAmend={() => void copies.amend(copy.number)}
          />
        ))}
      </div>
      {more > 0 && (
        <Button size="small" appearance="subtle" onClick={showMore}>
          {words("app.showmore", { n: more })}
        </Button>
      )}
    </div>
  );
}

interface CopyRowProps {
  readonly copy: CopyRecord;
  readonly wrong: WrongCopy | undefined;
  readonly onAmend: () => void;
}

function CopyRow({ copy, wrong, onAmend }: CopyRowProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const { at, scope, run, sentTo, amended } = copy;
  return (
    <div role="listitem" className={styles.card}>
      <div className={styles.apart}>
        <span>
          {at.slice(5, 16).replace("T", " ")} {scope}{" "}
          <span className={styles.secondary}>
            {words("cpy.run", { n: run })}
            {sentTo === undefined ? "" : ` ${sentTo}`}
          </span>
        </span>
        {amended !== undefined ? (
          <Badge appearance="tint" color="informative">
            {words("cpy.amended")}
          </Badge>
        ) : (
          <Badge appearance="tint" color={wrong ? "danger" : "success"}>
            {wrong ? words("cpy.outdated", { n: wrong.changed.length }) : words("cpy.valid")}
          </Badge>
        )}
      </div>
      {wrong?.changed.map((change) => (
        <ChangedText key={change.id} change={change} />
      ))}
      {wrong && (
        <div>
          <Button size="small" onClick={onAmend}>
            {words("cpy.done")}
          </Button>
        </div>
      )}
    </div>
  );
}

function ChangedText({ change }: { readonly change: ChangedSentence }) {
  const words = useWords();
  const styles = usePaneStyles();
  const { was, now, numbers } = change;
  return (
    <div className={styles.block}>
      {numbers.map((number, index) => (
        <span key={index} className={styles.number}>
          {number.was ?? words("cpy.none")} → {number.now ?? words("cpy.none")}
        </span>
      ))}
      <span className={styles.secondary}>
        {was === undefined && words("cpy.new", { text: now ?? "" })}
        {was !== undefined && now === undefined && words("cpy.gone", { text: was })}
        {was !== undefined && now !== undefined && now}
      </span>
    </div>
  );
}
