import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  MessageBar,
  MessageBarBody,
  Spinner,
  Textarea,
} from "@fluentui/react-components";
import { CopyRegular, TextProofingToolsRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import type { NumberVerdict } from "../../domain/text-check";
import { correctionList, type PastedCheck } from "../../usecases/check-pasted-text";
import type { PaneSession } from "../../usecases/pane-session";
import type { PastedNumber } from "../../usecases/pasted-number";
import { usePaneStyles } from "../pane-styles";
import type { Copying } from "../shell/use-copying";
import type { NumberSources } from "../trace/use-trace";
import { useShownPart } from "../use-shown-part";
import { useWords } from "../words-context";
import { textForClipboard } from "./report-copy";

export interface PastedTextViewProps {
  readonly session: Pick<PaneSession, "checkText" | "readText">;
  readonly copying: Copying;
  readonly onTrace: (sources: NumberSources) => void;
}

/** 回贴核对: the finished text is held against the report, number by number. Nothing of it is kept. */
export function PastedTextView({ session, copying, onTrace }: PastedTextViewProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [check, setCheck] = useState<PastedCheck>();
  const [busy, setBusy] = useState(false);
  const [unread, setUnread] = useState<string>();

  const put = (pasted: string) => {
    setText(pasted);
    setCheck(undefined);
    setUnread(undefined);
  };
  const run = async () => {
    setBusy(true);
    try {
      setCheck(await session.checkText(text));
    } finally {
      setBusy(false);
    }
  };
  const choose = async (chosen: File) => {
    const read = await session.readText({ path: chosen.name, bytes: () => chosen.arrayBuffer() });
    put(read ?? "");
    setUnread(read === undefined ? chosen.name : undefined);
  };
  return (
    <div className={styles.stack}>
      <Textarea
        value={text}
        rows={6}
        resize="vertical"
        aria-label={words("chk.paste")}
        placeholder={words("chk.paste")}
        onChange={(_, { value }) => put(value)}
      />
      <div className={styles.wrap}>
        <Button
          appearance="primary"
          icon={<TextProofingToolsRegular />}
          disabled={text.trim() === "" || busy}
          onClick={() => void run()}
        >
          {words("chk.run")}
        </Button>
        <Button disabled={busy} onClick={() => file.current?.click()}>
          {words("chk.file")}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".docx,.txt"
          hidden
          data-source="finished-text"
          onChange={({ currentTarget }) => {
            const [first] = currentTarget.files ?? [];
            if (first) void choose(first);
            currentTarget.value = "";
          }}
        />
      </div>
      <div className={styles.secondary}>{words("chk.local")}</div>
      <div aria-live="polite" className={styles.stack}>
        {busy && <Spinner size="tiny" label={words("chk.l")} />}
        {unread !== undefined && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{words("chk.x.file", { file: unread })}</MessageBarBody>
          </MessageBar>
        )}
        {check && !busy && <Outcome check={check} copying={copying} onTrace={onTrace} />}
      </div>
    </div>
  );
}

const verdicts = [
  "contradicts",
  "inconsistent",
  "no-source",
  "matches-rounded",
  "matches",
  "not-a-figure",
] as const satisfies readonly NumberVerdict[];
/** Lists that stand open: what a person has to look at. */
const opened: readonly NumberVerdict[] = ["contradicts", "inconsistent", "no-source"];

interface OutcomeProps extends Omit<PastedTextViewProps, "session"> {
  readonly check: PastedCheck;
}

function Outcome({ check, copying, onTrace }: OutcomeProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const { counts, numbers, doubts } = check;
  const n = numbers.length;
  if (n === 0)
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{words("chk.x")}</MessageBarBody>
      </MessageBar>
    );
  const found = verdicts.filter((verdict) => counts[verdict] > 0);
  const list = found.map((verdict) => `${words(`chk.${verdict}`)}${String(counts[verdict])}`).join(" ");
  const provisional = numbers.filter((number) => number.provisional).length;
  const isSound = counts.contradicts + counts.inconsistent === 0;
  const corrections = correctionList(check);
  return (
    <>
      <div>{words("chk.sum", { n, list })}</div>
      {isSound && (
        <MessageBar intent="success">
          <MessageBarBody>{words("chk.s", { n })}</MessageBarBody>
        </MessageBar>
      )}
      {provisional > 0 && <div className={styles.secondary}>{words("chk.p", { n: provisional })}</div>}
      {corrections !== "" && (
        <div>
          <Button size="small" icon={<CopyRegular />} onClick={() => void copying.copy(textForClipboard(corrections))}>
            {words("chk.list")}
          </Button>
        </div>
      )}
      <Accordion multiple collapsible defaultOpenItems={[...opened, "doubts"]}>
        {found.map((verdict) => (
          <AccordionItem key={verdict} value={verdict}>
            <AccordionHeader size="small">
              {words(`chk.${verdict}`)} {counts[verdict]}
            </AccordionHeader>
            <AccordionPanel style={{ marginInline: 0 }}>
              <Numbers numbers={numbers.filter((number) => number.verdict === verdict)} onTrace={onTrace} />
            </AccordionPanel>
          </AccordionItem>
        ))}
        {doubts.length > 0 && (
          <AccordionItem value="doubts">
            <AccordionHeader size="small">
              {words("chk.doubts")} {doubts.length}
            </AccordionHeader>
            <AccordionPanel style={{ marginInline: 0 }}>
              <ul>
                {doubts.map((says) => (
                  <li key={says}>{says}</li>
                ))}
              </ul>
            </AccordionPanel>
          </AccordionItem>
        )}
      </Accordion>
    </>
  );
}

interface NumbersProps extends Pick<PastedTextViewProps, "onTrace"> {
  readonly numbers: readonly PastedNumber[];
}

function Numbers({ numbers, onTrace }: NumbersProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const { shown, more, showMore } = useShownPart(numbers);
  return (
    <div role="list" className={styles.stack}>
      {shown.map(({ before, printed, after, paragraph, says, expected, figures, parameters }, index) => (
        <div key={index} role="listitem" className={styles.card}>
          <div style={{ overflowWrap: "anywhere" }}>
            <span className={styles.secondary}>{words("chk.place", { n: paragraph })} </span>
            {before}
            <strong>{printed}</strong>
            {after}
          </div>
          {(says !== "" || expected !== undefined) && (
            <div>
              {says}
              {expected !== undefined && <strong> {words("chk.should", { v: expected })}</strong>}
            </div>
          )}
          {figures.length + parameters.length > 0 && (
            <div>
              <Button size="small" onClick={() => onTrace({ figures, parameters })}>
                {words("chk.basis")}
              </Button>
            </div>
          )}
        </div>
      ))}
      {more > 0 && (
        <Button size="small" appearance="subtle" onClick={showMore}>
          {words("app.showmore", { n: more })}
        </Button>
      )}
    </div>
  );
}
