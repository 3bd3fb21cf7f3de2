/** Excel versions that people in the field have, by what their programming interface can do. */
export const excelProfiles = ["excel-2019", "excel-2021", "ltsc-2024", "web", "microsoft-365"] as const;
export type ExcelProfile = (typeof excelProfiles)[number];

interface Profile {
  /** Minor number of `ExcelApi 1.x`. */
  readonly excelApi: number;
  readonly sets: Readonly<Record<string, string>>;
  /** Excel on the web takes at most 5 MB a request and an answer. */
  readonly payloadLimit?: number;
}

const webLimit = 5 * 1024 * 1024;
const subscription = {
  SharedRuntime: "1.1",
  RibbonApi: "1.2",
  DialogApi: "1.2",
  DialogOrigin: "1.1",
  KeyboardShortcuts: "1.1",
  IdentityAPI: "1.3",
};

const profiles: Readonly<Record<ExcelProfile, Profile>> = {
  "excel-2019": { excelApi: 8, sets: { DialogApi: "1.1", ImageCoercion: "1.1" } },
  "excel-2021": {
    excelApi: 14,
    sets: { DialogApi: "1.2", SharedRuntime: "1.1", RibbonApi: "1.1", ImageCoercion: "1.1" },
  },
  "ltsc-2024": { excelApi: 17, sets: { ...subscription, ImageCoercion: "1.1" } },
  web: { excelApi: 20, sets: { ...subscription, ExcelApiOnline: "1.1" }, payloadLimit: webLimit },
  "microsoft-365": { excelApi: 20, sets: { ...subscription, ExcelApiDesktop: "1.1", ImageCoercion: "1.2" } },
};

export const payloadLimit = (profile: ExcelProfile): number =>
  profiles[profile].payloadLimit ?? Number.POSITIVE_INFINITY;
export const excelApiVersion = (profile: ExcelProfile): number => profiles[profile].excelApi;

/** What `Office.context.requirements.isSetSupported` answers. */
export function isSetSupported(profile: ExcelProfile, set: string, version = "1.1"): boolean {
  const { excelApi, sets } = profiles[profile];
  const given =
    set.toLowerCase() === "excelapi"
      ? `1.${String(excelApi)}`
      : Object.entries(sets).find(([name]) => name.toLowerCase() === set.toLowerCase())?.[1];
  return given !== undefined && order(given) >= order(version);
}

function order(version: string): number {
  const [major = "0", minor = "0"] = version.split(".");
  return Number(major) * 1000 + Number(minor);
}
