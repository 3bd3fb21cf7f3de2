import { Button, SearchBox, Tab, TabList } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { FigureSummary, PaneReport } from "../../usecases/pane-report";
import { usePaneStyles } from "../pane-styles";
import { useShownPart } from "../use-shown-part";
import { useWords } from "../words-context";
import { FigureRow } from "./FigureRow";

type Shown = "all" | "waiting" | "below";
const shownWhen: Readonly<Record<Shown, (figure: FigureSummary) => boolean>> = {
  all: () => true,
  waiting: ({ state }) => state !== "ready",
  below: ({ target }) => target?.met === false,
};

export interface TotalsPaneProps {
  readonly report: PaneReport | undefined;
  readonly onTrace: (figure: string) => void;
}

/** 汇总: the district's figures, each a way to its schools. */
export function TotalsPane({ report, onTrace }: TotalsPaneProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const [shown, show] = useState<Shown>("all");
  const [search, setSearch] = useState("");
  const figures = useMemo(
    () => report?.figures.filter((figure) => shownWhen[shown](figure) && figure.title.includes(search.trim())) ?? [],
    [report, shown, search],
  );
  const part = useShownPart(figures);
  if (!report) return <div className={styles.empty}>{words("fig.e")}</div>;
  const label = (filter: Shown) =>
    `${words(`fig.${filter}`)} ${String(report.figures.filter(shownWhen[filter]).length)}`;
  return (
    <div className={styles.stack}>
      <TabList
        size="small"
        appearance="subtle"
        selectedValue={shown}
        onTabSelect={(_, { value }) => show(value as Shown)}
      >
        <Tab value="all">{label("all")}</Tab>
        <Tab value="waiting">{label("waiting")}</Tab>
        <Tab value="below">{label("below")}</Tab>
      </TabList>
      <SearchBox
        size="small"
        style={{ maxWidth: "none" }}
        placeholder={words("app.search")}
        value={search}
        onChange={(_, { value }) => setSearch(value)}
      />
      {figures.length === 0 && <div className={styles.empty}>{words("fig.none")}</div>}
      <div className={styles.stack} role="list">
        {part.shown.map((figure) => (
          <FigureRow key={figure.key} figure={figure} schools={report.schools} onTrace={onTrace} />
        ))}
      </div>
      {part.more > 0 && (
        <Button size="small" appearance="subtle" onClick={part.showMore}>
          {words("app.showmore", { n: part.more })}
        </Button>
      )}
    </div>
  );
}
