import { webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { createRoot } from "react-dom/client";
import { officeWorkbook } from "../../adapters/office/office-workbook";
import { Pane } from "../../ui/shell/Pane";
import { languageOf } from "../../ui/ui-text";
import { ribbonSteps } from "../commands/ribbon-steps";
import { paneSession } from "./pane-session";

void Office.onReady().then(() => {
  const place = document.getElementById("pane");
  if (!place) throw new Error("the page has no place for the pane");
  const language = languageOf(Office.context.displayLanguage);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en-US";
  const samples = document.documentElement.dataset["samples"] ?? "";
  createRoot(place).render(
    <Pane
      session={paneSession(officeWorkbook(), samples)}
      language={language}
      theme={isDark() ? webDarkTheme : webLightTheme}
      stepRequests={ribbonSteps()}
    />,
  );
});

/** Excel on the web tells no theme. */
const isDark = (): boolean => (Office.context.officeTheme as Office.OfficeTheme | undefined)?.isDarkTheme === true;
