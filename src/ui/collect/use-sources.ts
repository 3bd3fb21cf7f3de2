import { useCallback, useMemo, useRef, useState } from "react";
import type { FileReading } from "../../domain/snapshot";
import type { HostError } from "../../ports/workbook-port";
import type {
  BuiltinDefinition,
  ChosenFile,
  PaneSession,
  Progress,
  ReportSources,
  SampleName,
} from "../../usecases/pane-session";

type SourceName = "definition" | "roster" | "parameters" | "previousRoster";

export interface ReadingProgress extends Progress {
  /** Milliseconds. */
  readonly elapsed: number;
  readonly left: number;
}

export interface Sources {
  readonly chosen: Readonly<Partial<Record<SourceName, ChosenFile>>>;
  /** Holds while no definition file is chosen. */
  readonly builtin: BuiltinDefinition;
  readonly chooseBuiltin: (definition: BuiltinDefinition) => void;
  readonly readings: readonly FileReading[];
  readonly reading?: ReadingProgress;
  /** Last year's reports. */
  readonly previous: readonly FileReading[];
  /** Files left unread when reading was stopped. */
  readonly unread: number;
  readonly hostError?: HostError;
  /** What a run needs; absent until the school list and at least one report are there. */
  readonly ready?: ReportSources;
  readonly choose: (source: SourceName, file: ChosenFile | undefined) => void;
  readonly addFiles: (files: readonly ChosenFile[]) => Promise<void>;
  /** Takes the place of what was there of last year. */
  readonly addPrevious: (files: readonly ChosenFile[]) => Promise<void>;
  readonly addOpenWorkbook: () => Promise<void>;
  readonly stopReading: () => void;
  readonly clear: () => void;
  readonly loadSample?: (sample: SampleName) => Promise<void>;
}

/** What was chosen in 收表 and what has been read of it. */
export function useSources(session: PaneSession): Sources {
  const [chosen, setChosen] = useState<Sources["chosen"]>({});
  const [builtin, setBuiltin] = useState<BuiltinDefinition>("work-report");
  const [readings, setReadings] = useState<readonly FileReading[]>([]);
  const [previous, setPrevious] = useState<readonly FileReading[]>([]);
  const [reading, setReading] = useState<ReadingProgress>();
  const [unread, setUnread] = useState(0);
  const [hostError, setHostError] = useState<HostError>();
  const stop = useRef<AbortController>(null);

  const choose = useCallback((source: SourceName, file: ChosenFile | undefined) => {
    setChosen(({ [source]: _before, ...rest }) => (file === undefined ? rest : { ...rest, [source]: file }));
  }, []);

  const readAll = useCallback(
    async (files: readonly ChosenFile[]): Promise<readonly FileReading[]> => {
      const [started, controller] = [Date.now(), new AbortController()];
      stop.current = controller;
      setUnread(0);
      setHostError(undefined);
      let done = 0;
      const report = (progress: Progress) => {
        done = progress.done;
        const elapsed = Date.now() - started;
        const left = progress.done === 0 ? 0 : (elapsed / progress.done) * (progress.of - progress.done);
        setReading({ ...progress, elapsed, left });
      };
      try {
        const read = await session.readFiles(files, report, controller.signal);
        setUnread(controller.signal.aborted ? files.length - done : 0);
        return read;
      } finally {
        setReading(undefined);
      }
    },
    [session],
  );

  const addFiles = useCallback(
    async (files: readonly ChosenFile[]) => {
      if (files.length === 0) return;
      const read = await readAll(files);
      setReadings((before) => withReadings(before, read));
    },
    [readAll],
  );

  const addPrevious = useCallback(
    async (files: readonly ChosenFile[]) => {
      if (files.length > 0) setPrevious(await readAll(files));
    },
    [readAll],
  );

  const addOpenWorkbook = useCallback(async () => {
    const read = await session.readOpenWorkbook();
    setHostError(read.ok ? undefined : read.problem);
    if (read.ok) setReadings((before) => withReadings(before, [read.value]));
  }, [session]);

  const { loadSample } = session;
  const sample = useMemo(
    () =>
      loadSample &&
      (async (name: SampleName) => {
        const { definition, submissions, previous: lastYear = [], ...rest } = await loadSample(name);
        setBuiltin(definition);
        setChosen(rest);
        setReadings([]);
        setPrevious([]);
        if (lastYear.length > 0) {
          await addPrevious(lastYear);
          if (stop.current?.signal.aborted === true) return;
        }
        await addFiles(submissions);
      }),
    [loadSample, addFiles, addPrevious],
  );

  const ready = useMemo((): ReportSources | undefined => {
    const { roster } = chosen;
    if (roster === undefined || readings.length === 0) return undefined;
    const definition = chosen.definition ?? { builtin };
    return { ...chosen, definition, roster, readings, ...(previous.length > 0 && { previous }) };
  }, [chosen, builtin, readings, previous]);

  return {
    chosen,
    builtin,
    chooseBuiltin: setBuiltin,
    readings,
    previous,
    ...(reading && { reading }),
    unread,
    ...(hostError && { hostError }),
    ...(ready && !reading && { ready }),
    choose,
    addFiles,
    addPrevious,
    addOpenWorkbook,
    stopReading: () => stop.current?.abort(),
    clear: () => {
      setReadings([]);
      setUnread(0);
    },
    ...(sample && { loadSample: sample }),
  };
}

const nameOf = (reading: FileReading): string | undefined =>
  reading.state === "read" ? reading.workbook.file : reading.file;

/** A file chosen again takes the place of what was read of it before. */
function withReadings(before: readonly FileReading[], read: readonly FileReading[]): readonly FileReading[] {
  const names = new Set(read.map(nameOf));
  return [...before.filter((reading) => !names.has(nameOf(reading))), ...read];
}
