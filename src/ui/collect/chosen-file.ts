import { localTime } from "../../usecases/local-time";
import type { ChosenFile } from "../../usecases/pane-session";

/** A file of a chosen folder is named by its place below that folder. */
export const chosenFile = (file: File): ChosenFile => ({
  path: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath.split("/").slice(1).join("/"),
  bytes: () => file.arrayBuffer(),
  received: localTime(new Date(file.lastModified)),
});

/** Office's lock files (`~$…`) and hidden files are nobody's report. */
export const isReport = ({ path }: ChosenFile): boolean => !/(^|\/)(~\$|\.)[^/]*$/.test(path);
