/** What the pane is told about where it runs. */
interface OfficeSurroundings {
  readonly isSetSupported: (set: string, version?: string) => boolean;
  readonly displayLanguage: string;
  readonly theme: {
    readonly bodyBackgroundColor: string;
    readonly bodyForegroundColor: string;
    readonly controlBackgroundColor: string;
    readonly controlForegroundColor: string;
  };
}

export const plainSurroundings: Omit<OfficeSurroundings, "isSetSupported"> = {
  displayLanguage: "zh-CN",
  theme: {
    bodyBackgroundColor: "#FFFFFF",
    bodyForegroundColor: "#000000",
    controlBackgroundColor: "#FFFFFF",
    controlForegroundColor: "#000000",
  },
};

interface AsyncResult {
  readonly status: "succeeded";
  readonly value: unknown;
}

/** The few members of `Office` the add-in uses, for pages that no host has opened. The rest stays the library's. */
export function officeNamespace({ isSetSupported, displayLanguage, theme }: OfficeSurroundings) {
  const info = { host: "Excel", platform: "OfficeOnline" };
  const stored = new Map<string, unknown>();
  const actions = new Map<string, (event: unknown) => void>();
  const succeed = (callback?: (result: AsyncResult) => void) => callback?.({ status: "succeeded", value: undefined });
  return {
    HostType: { Excel: "Excel" },
    PlatformType: { OfficeOnline: "OfficeOnline", PC: "PC", Mac: "Mac" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    StartupBehavior: { none: "None", load: "Load" },
    onReady: (callback?: (ready: typeof info) => unknown) =>
      Promise.resolve(info).then((ready) => (callback?.(ready), ready)),
    context: {
      displayLanguage,
      contentLanguage: displayLanguage,
      host: info.host,
      platform: info.platform,
      officeTheme: theme,
      requirements: { isSetSupported },
      document: {
        settings: {
          get: (name: string) => stored.get(name) ?? null,
          set: (name: string, value: unknown) => void stored.set(name, value),
          remove: (name: string) => void stored.delete(name),
          saveAsync: (callback?: (result: AsyncResult) => void) => succeed(callback),
          refreshAsync: (callback?: (result: AsyncResult) => void) => succeed(callback),
        },
      },
    },
    addin: {
      showAsTaskpane: () => Promise.resolve(),
      hide: () => Promise.resolve(),
      setStartupBehavior: () => Promise.resolve(),
      getStartupBehavior: () => Promise.resolve("None"),
      onVisibilityModeChanged: () => Promise.resolve(() => Promise.resolve()),
    },
    actions: {
      associate: (name: string, action: (event: unknown) => void) => void actions.set(name, action),
    },
    ribbon: {
      requestUpdate: () => Promise.resolve(),
    },
    /** For tests and the preview: presses a button of the ribbon. */
    pressRibbonButton: (name: string) =>
      new Promise<void>((resolve, reject) => {
        const action = actions.get(name);
        if (action) action({ source: { id: name }, completed: resolve });
        else reject(new Error(`no action ${name} is associated`));
      }),
  };
}

export type OfficeNamespace = ReturnType<typeof officeNamespace>;
