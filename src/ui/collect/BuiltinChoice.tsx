import { Select } from "@fluentui/react-components";
import { builtinDefinitions } from "../../usecases/pane-session";
import { useWords } from "../words-context";
import type { Sources } from "./use-sources";

/** The definitions that come with the add-in. */
export function BuiltinChoice({ sources, disabled }: { readonly sources: Sources; readonly disabled: boolean }) {
  const words = useWords();
  return (
    <Select
      size="small"
      aria-label={words("src.builtin")}
      value={sources.builtin}
      disabled={disabled}
      onChange={(_, { value }) => {
        const chosen = builtinDefinitions.find((name) => name === value);
        if (chosen !== undefined) sources.chooseBuiltin(chosen);
      }}
    >
      {builtinDefinitions.map((name) => (
        <option key={name} value={name}>
          {words(`src.builtin.${name}`)}
        </option>
      ))}
    </Select>
  );
}
