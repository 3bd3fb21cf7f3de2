import { Badge, Button, Link } from "@fluentui/react-components";
import { CursorClickRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { addressText } from "../../domain/cell";
import type { Place } from "../../ports/workbook-port";
import type { CellTrace, FigureTrace, TracedCell, TracedSchool } from "../../usecases/figure-trace";
import type { PaneReport } from "../../usecases/pane-report";
import type { WriteReceipt } from "../../usecases/pane-session";
import { usePaneStyles } from "../pane-styles";
import { reasonLines } from "../reason-text";
import { nameList } from "../ui-text";
import { useShownPart } from "../use-shown-part";
import { useWords } from "../words-context";

export interface FigureTraceViewProps {
  readonly figure: FigureTrace;
  readonly schools: PaneReport["schools"];
  readonly receipt: WriteReceipt | undefined;
  readonly onTrace: (figure: string) => void;
  /** The sentences a cell feeds. */
  readonly onFeeds: (place: Place) => Promise<CellTrace | undefined>;
  /** Absent until the data sheets stand in the workbook. */
  readonly onReveal?: (place: Place) => Promise<void>;
}

/** One figure: formula in words, arithmetic, coverage, second route, its schools, where it is used. */
export function FigureTraceView({ figure, schools, receipt, onTrace, onFeeds, onReveal }: FigureTraceViewProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const { shown, more, showMore } = useShownPart(figure.schools);
  return (
    <section className={styles.stack} aria-label={figure.title}>
      <div className={styles.card}>
        <div className={styles.apart}>
          <strong>{figure.title}</strong>
          <span className={styles.number} style={{ flexShrink: 0 }}>
            {figure.printed}
          </span>
        </div>
        {figure.arithmetic === undefined ? (
          <div>{figure.words}</div>
        ) : (
          <div className={styles.number}>{figure.arithmetic}</div>
        )}
        {figure.rounding !== undefined && <div className={styles.secondary}>{figure.rounding}</div>}
        {reasonLines(words, figure.reasons, schools).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
      <dl className={styles.block} style={{ margin: 0 }}>
        {figure.definition !== undefined && <Fact label={words("trace.definition")}>{figure.definition}</Fact>}
        {figure.schoolsExpected > 0 && (
          <Fact label={words("trace.coverage")}>
            {words("trace.covered", { expected: figure.schoolsExpected, counted: figure.schoolsCounted })}
            {figure.missing.length > 0 && `，${words("trace.missing", { list: nameList(words, figure.missing) })}`}
          </Fact>
        )}
        <Fact label={words("trace.recalculation")}>
          <SecondRoute figure={figure.key} receipt={receipt} />
        </Fact>
        {figure.comparisons.length > 0 && (
          <Fact label={words("trace.comparisons")}>
            {figure.comparisons.map(({ label, printed, says, source }) => (
              <div key={label}>
                {label}
                {printed}
                {says !== undefined && `，${says}`}
                {source !== undefined && <span className={styles.secondary}>　{source}</span>}
              </div>
            ))}
          </Fact>
        )}
        {figure.uses.length > 0 && (
          <Fact label={words("trace.uses")}>
            <Uses figure={figure} onTrace={onTrace} />
          </Fact>
        )}
        <Fact label={words("trace.usedin")}>
          {figure.usedIn.length === 0
            ? words("trace.unused")
            : figure.usedIn.map(({ id, text }) => <div key={id}>“{text}”</div>)}
        </Fact>
      </dl>
      {figure.schools.length > 0 && (
        <h3 className={styles.heading}>{words("trace.schools", { n: figure.schools.length })}</h3>
      )}
      <div className={styles.stack} role="list">
        {shown.map((school) => (
          <SchoolCells key={school.code} school={school} onFeeds={onFeeds} {...(onReveal && { onReveal })} />
        ))}
      </div>
      {more > 0 && (
        <Button size="small" appearance="subtle" onClick={showMore}>
          {words("app.showmore", { n: more })}
        </Button>
      )}
    </section>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  const styles = usePaneStyles();
  return (
    <div className={styles.row} style={{ alignItems: "flex-start" }}>
      <dt className={styles.secondary} style={{ width: "48px", flexShrink: 0 }}>
        {label}
      </dt>
      <dd className={styles.grow} style={{ margin: 0 }}>
        {children}
      </dd>
    </div>
  );
}

function SecondRoute({ figure, receipt }: { readonly figure: string; readonly receipt: WriteReceipt | undefined }) {
  const words = useWords();
  if (!receipt?.recalculation) return words("trace.notwritten");
  const differs = receipt.recalculation.differing.includes(figure);
  return (
    <Badge appearance="tint" color={differs ? "danger" : "success"}>
      {words(differs ? "trace.differs" : "trace.agrees")}
    </Badge>
  );
}

function Uses({ figure, onTrace }: Pick<FigureTraceViewProps, "figure" | "onTrace">) {
  const styles = usePaneStyles();
  return (
    <span className={styles.wrap}>
      {figure.uses.map(({ name, figure: key }) =>
        key === undefined ? (
          <span key={name}>{name}</span>
        ) : (
          <Link key={name} as="button" onClick={() => onTrace(key)}>
            {name}
          </Link>
        ),
      )}
    </span>
  );
}

interface CellActions {
  readonly onFeeds: FigureTraceViewProps["onFeeds"];
  readonly onReveal?: (place: Place) => Promise<void>;
}

function SchoolCells({ school, ...actions }: CellActions & { readonly school: TracedSchool }) {
  const styles = usePaneStyles();
  return (
    <div className={styles.card} role="listitem">
      <div className={styles.apart}>
        <strong>{school.name}</strong>
        {school.counts !== undefined && <span className={styles.number}>{school.counts}</span>}
      </div>
      {school.cells.map((cell) => (
        <CellLine key={`${cell.part} ${cell.column} ${String(cell.place.row)}`} cell={cell} {...actions} />
      ))}
    </div>
  );
}

function CellLine({ cell, onFeeds, onReveal }: CellActions & { readonly cell: TracedCell }) {
  const words = useWords();
  const styles = usePaneStyles();
  const [feeds, setFeeds] = useState<CellTrace>();
  return (
    <>
      <div>
        {cell.column} <span className={styles.number}>{cell.text ?? words("trace.blank")}</span>
        <span className={styles.secondary}>　{words(`trace.${cell.part}`)}</span>
        {cell.source && (
          <div className={styles.secondary} style={{ overflowWrap: "anywhere" }}>
            {addressText(cell.source)}
          </div>
        )}
        {cell.remarks?.map((remark) => (
          <div key={remark} className={styles.secondary}>
            {remark}
          </div>
        ))}
      </div>
      <div className={styles.wrap}>
        {onReveal && (
          <Button size="small" icon={<CursorClickRegular />} onClick={() => void onReveal(cell.place)}>
            {words("fnd.locate")}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={() => void onFeeds(cell.place).then(setFeeds)}>
          {words("trace.feeds")}
        </Button>
      </div>
      {feeds && (
        <ul aria-label={words("trace.feeds.list", { n: feeds.clauses.length })} style={{ margin: 0 }}>
          {feeds.clauses.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
          {feeds.clauses.length === 0 && <li>{words("trace.feeds.none")}</li>}
        </ul>
      )}
    </>
  );
}
