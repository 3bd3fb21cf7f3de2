/** @jest-environment jsdom */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { convert } from "office-addin-manifest-converter/lib/main";
import { ribbonSteps } from "../../src/hosts/commands/ribbon-steps";

const text = readFileSync("manifest.xml", "utf8");
const manifest = new DOMParser().parseFromString(text, "application/xml");
const elements = (name: string): readonly Element[] => [...manifest.getElementsByTagName(name)];
const attributes = (name: string): readonly string[] =>
  [...manifest.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? "");
const names = (parent: Element | undefined): readonly string[] =>
  [...(parent?.children ?? [])].map(({ nodeName }) => nodeName);

describe("the manifest", () => {
  it("has its elements in the order Office demands", () => {
    expect(names(manifest.documentElement)).toEqual([
      "Id",
      "Version",
      "ProviderName",
      "DefaultLocale",
      "DisplayName",
      "Description",
      "IconUrl",
      "HighResolutionIconUrl",
      "SupportUrl",
      "AppDomains",
      "Hosts",
      "Requirements",
      "DefaultSettings",
      "Permissions",
      "VersionOverrides",
    ]);
    expect(names(elements("VersionOverrides")[0])).toEqual(["Hosts", "Resources"]);
    expect(names(elements("VersionOverrides")[0]?.querySelector("Host") ?? undefined)).toEqual([
      "Runtimes",
      "DesktopFormFactor",
    ]);
    expect(names(elements("CustomTab")[0])).toEqual(["Group", "Group", "Label", "InsertAfter"]);
    for (const control of elements("Control")) expect(names(control)).toEqual(["Label", "Supertip", "Icon", "Action"]);
  });

  it("is one add-in for workbooks, known by a GUID and a version of four parts", () => {
    expect(elements("Id")[0]?.textContent).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(elements("Version")[0]?.textContent).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    expect(elements("Host").map((host) => host.getAttribute("Name") ?? host.getAttribute("xsi:type"))).toEqual([
      "Workbook",
      "Workbook",
    ]);
  });

  it("uses https for every address", () => {
    const addresses = [
      ...attributes("DefaultValue"),
      ...attributes("Value"),
      ...elements("AppDomain").map(({ textContent }) => textContent),
    ].filter((value) => value.includes("://"));
    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses) expect(address).toMatch(/^https:\/\/[^ ]+$/);
  });

  it("defines every resource it names, each once, and no other", () => {
    const defined = [...manifest.querySelectorAll("Resources [id]")].map(({ id }) => id);
    expect(new Set(defined).size).toBe(defined.length);
    expect([...new Set(attributes("resid"))].sort()).toEqual([...defined].sort());
    for (const id of defined) expect(id.length).toBeLessThanOrEqual(32);
  });

  it.each([
    ["ShortStrings", 125],
    ["LongStrings", 250],
  ])("keeps its %s within %i characters, in Chinese and English", (list, most) => {
    const strings = [...(elements(`bt:${list}`)[0]?.children ?? [])];
    expect(strings.length).toBeGreaterThan(4);
    for (const string of strings) {
      const english = string.querySelector("[Locale='en-US']")?.getAttribute("Value") ?? "";
      expect(english).not.toBe("");
      for (const value of [string.getAttribute("DefaultValue") ?? "", english])
        expect(value.length).toBeLessThanOrEqual(most);
    }
  });

  it("keeps its name and description within what Office shows", () => {
    for (const name of elements("DisplayName"))
      expect(name.getAttribute("DefaultValue")?.length).toBeLessThanOrEqual(125);
    for (const description of elements("Description").slice(0, 1))
      expect(description.getAttribute("DefaultValue")?.length).toBeLessThanOrEqual(250);
  });

  it("points at icons of the sizes it says", () => {
    const icons = [
      ...[...manifest.querySelectorAll("Resources [id^='Icon.']")].map(
        (image) => [image.getAttribute("DefaultValue") ?? "", Number(image.id.slice("Icon.".length))] as const,
      ),
      [elements("IconUrl")[0]?.getAttribute("DefaultValue") ?? "", 32] as const,
      [elements("HighResolutionIconUrl")[0]?.getAttribute("DefaultValue") ?? "", 64] as const,
    ];
    for (const [address, size] of icons) {
      const file = join("assets", new URL(address).pathname.split("/").at(-1) ?? "");
      expect(existsSync(file)).toBe(true);
      const png = readFileSync(file);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  it("calls the actions the pane associates, and all of them", () => {
    const associated: string[] = [];
    Object.assign(globalThis, { Office: { actions: { associate: (name: string) => associated.push(name) } } });
    ribbonSteps();
    expect(elements("FunctionName").map(({ textContent }) => textContent)).toEqual(associated);
  });

  it("runs ribbon and pane in one runtime, so that a button never loses what the pane has read", () => {
    const runtime = elements("Runtime")[0];
    expect(runtime?.getAttribute("lifetime")).toBe("long");
    for (const name of ["FunctionFile", "SourceLocation"])
      for (const element of elements(name).filter((one) => one.hasAttribute("resid")))
        expect(element.getAttribute("resid")).toBe(runtime?.getAttribute("resid"));
  });

  it("gives every control and group an id of its own", () => {
    const ids = [...elements("Control"), ...elements("Group"), ...elements("CustomTab")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("Microsoft's own tools", () => {
  it("read the manifest", () => {
    const told = execFileSync(
      process.execPath,
      [require.resolve("office-addin-manifest/cli.js"), "info", "manifest.xml"],
      {
        encoding: "utf8",
      },
    );
    expect(told).toContain("Name: 教统成文");
    expect(told).toContain("Default Locale: zh-CN");
    expect(told).toContain("Type: TaskPaneApp");
  });

  it("find its unified form valid", async () => {
    const folder = mkdtempSync(join(tmpdir(), "manifest-"));
    try {
      await convert("manifest.xml", folder);
      const unified = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Record<string, unknown>;
      const schema = JSON.parse(
        readFileSync(
          join(
            dirname(require.resolve("@microsoft/app-manifest/package.json")),
            "build/json-schemas/teams/v1.24/MicrosoftTeams.schema.json",
          ),
          "utf8",
        ),
      ) as object;
      // The converter writes 1.17, whose schema refuses what the converter itself adds.
      const current = {
        ...unified,
        manifestVersion: "1.24",
        $schema: "https://developer.microsoft.com/json-schemas/teams/v1.24/MicrosoftTeams.schema.json",
      };
      const ajv = new Ajv({ strict: false, allErrors: true });
      addFormats(ajv);
      const validate = ajv.compile(schema);
      validate(current);
      expect(validate.errors).toBeNull();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
